#!/usr/bin/env python3
"""What a request costs: CPU time of the server's process per request of each kind, and its memory.

usage: measure.py --data DIR [--binary target/release/tarjotin] [--requests 400]
The folder holds a tray made with generate.py and `tarjotin import`. The server is started here on the loopback and
ended by its process id; CPU time is read from /proc before and after, so a busy machine changes little.
"""
import argparse
import http.client
import json
import os
import random
import re
import socket
import subprocess
import sys
import time
import urllib.parse

WORDS = ("kahvila|tekemistä illalla|duunia eläinten kanssa|ruokakurssi|kudontapiiri|laulua yhdessä|velkoja ulosotossa|"
         "kieliharjoittelua|ilmaista tekemistä tänään|pyöränkorjaus|sieniretki lauantaina|yksinäinen|työkokeilu lahdessa|"
         "ruuanlaito|jooga|valokuvaus helsingissä|lasten kanssa|apua lomakkeisiin|språkcafé|fishing trip").split("|")


def cpu(pid):
    fields = open(f"/proc/{pid}/stat").read().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def memory(pid, name):
    return int(re.search(rf"{name}:\s+(\d+)", open(f"/proc/{pid}/status").read()).group(1)) / 1024


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", required=True)
    parser.add_argument("--binary", default="target/release/tarjotin")
    parser.add_argument("--requests", type=int, default=400)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    rng = random.Random(asked.seed)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    server = subprocess.Popen([asked.binary, "serve", "--data", asked.data, "--listen", f"127.0.0.1:{port}"],
                              stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        begun = time.monotonic()
        while True:
            try:
                link = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
                link.request("GET", "/ready")
                answer = link.getresponse()
                answer.read()
                if answer.status == 200:
                    break
            except OSError:
                pass
            if server.poll() is not None or time.monotonic() - begun > 900:
                sys.exit("the server did not become ready")
            time.sleep(0.2)
        print(f"ready after {time.monotonic() - begun:.1f} s, {cpu(server.pid):.1f} s CPU, {memory(server.pid, 'VmRSS'):.0f} MB")

        def get(path):
            link.request("GET", path)
            answer = link.getresponse()
            body = answer.read()
            if answer.status != 200:
                sys.exit(f"{path}: {answer.status}")
            return body

        total = json.loads(get("/hsds/services?per_page=1"))["total_items"]
        ids = [one["id"] for _ in range(20)
               for one in json.loads(get(f"/hsds/services?per_page=20&page={rng.randint(1, total // 20)}"))["contents"]]
        slugs = []
        for words in WORDS:
            page = get("/haku?q=" + urllib.parse.quote(words)).decode()
            slugs += re.findall(r'href="(/toiminta/[^"/?]+)"', page)
        slugs = sorted(set(slugs))
        quoted = [urllib.parse.quote(words) for words in WORDS]
        kinds = {
            "list of 20, page": lambda: f"/haku?sivu={rng.randint(1, 40)}",
            "list of 20, open data": lambda: f"/hsds/services?per_page=20&page={rng.randint(1, total // 20)}",
            "one activity, page": lambda: rng.choice(slugs),
            "one activity, open data": lambda: f"/hsds/services/{rng.choice(ids)}",
            "search, page": lambda: "/haku?q=" + rng.choice(quoted),
            "search, open data": lambda: "/hsds/services?per_page=20&search=" + rng.choice(quoted),
            "search near a place, page": lambda: f"/haku?q={rng.choice(quoted)}&kunta=lahti",
        }
        for name, address in kinds.items():
            for _ in range(30):
                get(address())
            before, largest = cpu(server.pid), 0
            for _ in range(asked.requests):
                largest = max(largest, len(get(address())))
            each = (cpu(server.pid) - before) / asked.requests * 1000
            print(f"{name:28} {each:6.2f} ms CPU   largest answer {largest / 1024:.0f} kB")
        print(f"{total} activities, memory {memory(server.pid, 'VmRSS'):.0f} MB, at most {memory(server.pid, 'VmHWM'):.0f} MB")
    finally:
        server.terminate()
        server.wait(30)


main()
