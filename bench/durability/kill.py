#!/usr/bin/env python3
"""Kills the running service (kill -9) while people send forms and a file is imported, and looks what is left.

Each round: start `tarjotin serve` on a fresh copy of nothing (the same data folder all rounds), send fault reports from
several connections until so many were acknowledged, import activities beside it, kill the service in the middle, start
it again, and compare: every acknowledged report is in the database once, no report twice, the database is whole
(`PRAGMA integrity_check`), the index holds exactly what the database publishes and has no lag.

usage: kill.py [--binary target/release/tarjotin] [--rounds 20] [--writes 1000] [--port 18090]
Exit status 0: nothing was lost. Only the standard library is used; requests go to 127.0.0.1.
"""
import argparse, http.client, json, pathlib, random, shutil, signal, sqlite3, subprocess, sys, tempfile, threading, time
import urllib.parse, uuid

ap = argparse.ArgumentParser()
ap.add_argument("--binary", default="target/release/tarjotin")
ap.add_argument("--rounds", type=int, default=20)
ap.add_argument("--writes", type=int, default=1000)
ap.add_argument("--port", type=int, default=18090)
ap.add_argument("--seed", type=int, default=1)
a = ap.parse_args()
random.seed(a.seed)
folder = pathlib.Path(tempfile.mkdtemp(prefix="tarjotin-kill-"))
data = folder / "data"


def serve():
    process = subprocess.Popen([a.binary, "serve", "--data", data, "--listen", f"127.0.0.1:{a.port}"],
                               stdout=subprocess.DEVNULL, stderr=open(folder / "server.log", "ab"))
    for _ in range(300):
        state = ready()
        if state and state["ready"] and state["index_lag"] == 0:
            return process
        if process.poll() is not None:
            sys.exit(f"the service ended by itself: see {folder}/server.log")
        time.sleep(0.05)
    sys.exit("the service did not get ready")


def ready():
    try:
        connection = http.client.HTTPConnection("127.0.0.1", a.port, timeout=5)
        connection.request("GET", "/ready")
        return json.loads(connection.getresponse().read())
    except (OSError, http.client.HTTPException, ValueError):
        return None


def table(name, first, count):
    """A file of activities as an organization would write it."""
    path = folder / name
    rows = ["tunnus;järjestäjä;nimi;laji;askel;lyhyesti;ajat;kunta"]
    rows += [f"kerho-{n};Kylätalo Koe;Kerho {n};Ryhmä;2;Kokoonnumme yhdessä numero {n}.;ti 17–19;Lahti" for n in range(first, first + count)]
    path.write_text("\n".join(rows) + "\n", encoding="utf-8")
    return path


def import_file(path, wait=True):
    process = subprocess.Popen([a.binary, "import", path, "--format", "csv", "--source", "koe", "--partial", "--data", data],
                               stdout=subprocess.DEVNULL, stderr=open(folder / "import.log", "ab"))
    return process.wait() if wait else process


def send(slug, acknowledged, stop, goal):
    connection = None
    while not stop.is_set() and len(acknowledged) < goal * 10:
        key = str(uuid.uuid4())
        body = urllib.parse.urlencode({"about": "times", "message": key, "key": key})
        try:
            connection = connection or http.client.HTTPConnection("127.0.0.1", a.port, timeout=10)
            connection.request("POST", f"/toiminta/{slug}/virhe", body,
                               {"Content-Type": "application/x-www-form-urlencoded", "Sec-Fetch-Site": "same-origin"})
            answer = connection.getresponse()
            answer.read()
            if answer.status == 303:
                acknowledged.append(key)
        except (OSError, http.client.HTTPException):
            connection = None
            time.sleep(0.01)


def published():
    db = sqlite3.connect(f"file:{data}/tarjotin.sqlite?mode=ro", uri=True)
    return db.execute("SELECT count(*) FROM activities WHERE state = 'published'").fetchone()[0]


data.mkdir()
if import_file(table("first.csv", 0, 200)) != 0:
    sys.exit(f"the first import failed: see {folder}/import.log")
lost = doubled = total = 0
for round_number in range(a.rounds):
    process = serve()
    connection = http.client.HTTPConnection("127.0.0.1", a.port, timeout=5)
    connection.request("GET", "/hsds/services?per_page=1")
    slug = json.loads(connection.getresponse().read())["contents"][0]["tarjotin"]["slug"]
    acknowledged, stop = [], threading.Event()
    senders = [threading.Thread(target=send, args=(slug, acknowledged, stop, a.writes)) for _ in range(6)]
    for sender in senders:
        sender.start()
    importing = import_file(table(f"more-{round_number}.csv", 200 + round_number * 100, 100), wait=False)
    moment = random.randint(a.writes // 2, a.writes)
    while len(acknowledged) < moment:
        time.sleep(0.002)
    process.send_signal(signal.SIGKILL)
    process.wait()
    stop.set()
    for sender in senders:
        sender.join()
    importing.wait()

    db = sqlite3.connect(data / "tarjotin.sqlite")
    whole = db.execute("PRAGMA integrity_check").fetchone()[0]
    kept = [row[0] for row in db.execute("SELECT message FROM fault_reports")]
    db.close()
    missing = set(acknowledged) - set(kept)
    lost += len(missing)
    doubled += len(kept) - len(set(kept))
    total += len(acknowledged)

    process = serve()
    state = ready()
    wanted = published()
    process.send_signal(signal.SIGTERM)
    process.wait()
    print(f"round {round_number + 1}: {len(acknowledged)} acknowledged, {len(missing)} lost, database {whole}, index {state['documents']} of {wanted}", flush=True)
    if whole != "ok" or state["documents"] != wanted:
        lost += 1
print(f"{total} writes acknowledged over {a.rounds} kills, {lost} lost, {doubled} doubled")
if not lost and not doubled:
    shutil.rmtree(folder)
sys.exit(1 if lost or doubled else 0)
