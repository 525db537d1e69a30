#!/usr/bin/env python3
"""Asks a real server the questions of a search benchmark and prints how good the answers are.

The documents go in as Open Referral HSDS (JSON lines) through `tarjotin import`, into a data folder of their own; the
questions go to /hsds/services?search=…, as any program would ask them. Reported are, in all and for each kind of
question, nDCG@10 with the gain 2^grade - 1, recall@10 of the documents that have a grade, and the questions that find
nothing at all.

The benchmark is a folder with docs.jsonl {id, lang, title, body} and queries.jsonl {id, kind, q, rel: {doc: grade}}.
With `--demo` it is our own, in bench/search/demo: the documents are the activities of the demo region, the documents of
a question are named as the column `tunnus` names them.
"""

import argparse
import csv
import json
import math
import pathlib
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.parse
import urllib.request
import uuid

ROOT = pathlib.Path(__file__).resolve().parents[2]
SPACE = uuid.UUID("2f1c7a52-6a0e-5d1b-9a57-0c8a4a3f3a10")
DEPTH = 10
PATIENCE = 60


def lines(path):
    with path.open(encoding="utf-8") as file:
        return [json.loads(line) for line in file if line.strip()]


def name_of(doc):
    return str(uuid.uuid5(SPACE, doc))


def services(docs):
    organization = {
        "id": name_of("organization"),
        "name": "Hakumittaus",
        "description": "Järjestää mittauksen toiminnat.",
    }
    for doc in docs:
        yield {
            "id": name_of(doc["id"]),
            "name": doc["title"],
            "description": doc["body"],
            "text_language": doc["lang"],
            "status": "active",
            "organization": organization,
        }


def free_port():
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


def get(address):
    with urllib.request.urlopen(address, timeout=30) as answer:
        return json.load(answer)


class Bench:
    """Documents as an import file, and what the server calls each of them."""

    def __init__(self, folder):
        docs = lines(folder / "docs.jsonl")
        self.count = len(docs)
        self.known = {name_of(doc["id"]): doc["id"] for doc in docs}
        self.text = "".join(json.dumps(service, ensure_ascii=False) + "\n" for service in services(docs))

    def fill(self, folder):
        (folder / "docs.ndjson").write_text(self.text, encoding="utf-8")
        return [str(folder / "docs.ndjson"), "--format", "hsds", "--source", "benchmark"]

    def names(self, base):
        return self.known


class Demo:
    """The activities of the demo region."""

    def __init__(self):
        self.files = sorted((ROOT / "demo-region").glob("*.csv"))
        self.rows = []
        for file in self.files:
            with file.open(encoding="utf-8-sig", newline="") as text:
                self.rows += [row for row in csv.DictReader(text, delimiter=";") if row.get("laji")]
        self.count = len(self.rows)

    def fill(self, folder):
        return [*map(str, self.files), "--format", "csv", "--source", "demo"]

    def names(self, base):
        """Nothing public tells `tunnus`; name and organizer together do."""
        organizers = {}
        for file in self.files:
            with file.open(encoding="utf-8-sig", newline="") as text:
                organizers |= {row["tunnus"]: row["nimi"] for row in csv.DictReader(text, delimiter=";") if "tyyppi" in row}
        by_name = {(row["nimi"], organizers.get(row["järjestäjä"], row["järjestäjä"])): row["tunnus"] for row in self.rows}
        if len(by_name) != len(self.rows):
            sys.exit("two activities of the demo region have the same name and organizer")
        known, page = {}, 1
        while len(known) < self.count:
            answer = get(f"{base}/hsds/services?per_page=100&page={page}&full=true")
            for service in answer["contents"]:
                known[service["id"]] = by_name[(service["name"], service["organization"]["name"])]
            if page >= answer["total_pages"]:
                break
            page += 1
        return known


class Server:
    """A server with the documents in it, on a port of its own, until the end of the block."""

    def __init__(self, binary, bench, no_dictionary):
        self.binary, self.bench = binary, bench
        self.options = ["--no-dictionary"] if no_dictionary else []

    def __enter__(self):
        self.folder = tempfile.TemporaryDirectory(prefix="tarjotin-search-")
        folder = pathlib.Path(self.folder.name)
        store = ["--data", str(folder / "data"), *self.options]
        done = subprocess.run(
            [self.binary, "import", *self.bench.fill(folder), *store],
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        if done.returncode != 0:
            sys.exit(f"the documents could not all be imported:\n{done.stdout}")
        port = free_port()
        self.log = (folder / "log").open("w+")
        self.process = subprocess.Popen(
            [self.binary, "serve", "--listen", f"127.0.0.1:{port}", *store], stdout=self.log, stderr=subprocess.STDOUT
        )
        base = f"http://127.0.0.1:{port}"
        try:
            self.wait(base)
        except BaseException:
            self.__exit__()
            raise
        return base

    def wait(self, base):
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            if self.process.poll() is not None:
                self.log.seek(0)
                sys.exit(f"the server ended:\n{self.log.read()}")
            try:
                state = get(f"{base}/ready")
                if state["ready"] and state["index_lag"] == 0 and state["documents"] >= self.bench.count:
                    return
            except (OSError, urllib.error.URLError):
                pass
            time.sleep(0.2)
        sys.exit(f"the index did not take in {self.bench.count} documents within {PATIENCE} s")

    def __exit__(self, *_):
        self.process.terminate()
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()
        self.log.close()
        self.folder.cleanup()


def dcg(grades):
    return sum((2**grade - 1) / math.log2(place + 2) for place, grade in enumerate(grades))


def judge(query, found, total):
    rel = query["rel"]
    ideal = dcg(sorted(rel.values(), reverse=True)[:DEPTH])
    return {
        "id": query["id"],
        "kind": query["kind"],
        "q": query["q"],
        "ndcg": dcg([rel.get(doc, 0) for doc in found]) / ideal if ideal else 1.0,
        "recall": len(set(found) & set(rel)) / min(len(rel), DEPTH) if rel else 1.0,
        "nothing": not found,
        "total": total,
        "found": found,
    }


def mean(judged, what):
    return sum(each[what] for each in judged) / len(judged)


def table(judged):
    kinds = sorted({each["kind"] for each in judged})
    rows = [(kind, [each for each in judged if each["kind"] == kind]) for kind in kinds] + [("all", judged)]
    yield f"{'kind':<12} {'queries':>7} {'nDCG@10':>8} {'recall@10':>9} {'nothing':>7} {'hits':>6}"
    for name, of in rows:
        nothing = sum(each["nothing"] for each in of)
        yield f"{name:<12} {len(of):>7} {mean(of, 'ndcg'):>8.3f} {mean(of, 'recall'):>9.3f} {nothing:>7} {mean(of, 'total'):>6.0f}"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--benchmark", type=pathlib.Path, default=ROOT / "../shared/bench/search", metavar="DIR")
    parser.add_argument("--demo", action="store_true", help="ask our own questions about the demo region")
    parser.add_argument("--binary", type=pathlib.Path, metavar="FILE", help="the server (default: as cargo built it)")
    parser.add_argument("--no-dictionary", action="store_true", help="search without Voikko's dictionary")
    parser.add_argument("--floor", type=float, metavar="X", help="exit status 1 when nDCG@10 is below this")
    parser.add_argument("--show", type=int, default=0, metavar="N", help="show the N questions with the worst answers")
    arguments = parser.parse_args()

    built = [ROOT / "target" / profile / "tarjotin" for profile in ("release", "debug")]
    binary = arguments.binary or next((path for path in built if path.exists()), None)
    if binary is None:
        sys.exit("there is no server: run cargo build --release -p tarjotin")
    folder = ROOT / "bench/search/demo" if arguments.demo else arguments.benchmark
    bench = Demo() if arguments.demo else Bench(folder)
    queries = lines(folder / "queries.jsonl")

    judged, seconds = [], []
    with Server(binary.resolve(), bench, arguments.no_dictionary) as base:
        known = bench.names(base)
        for query in queries:
            words = urllib.parse.urlencode({"search": query["q"], "per_page": DEPTH})
            begun = time.monotonic()
            answer = get(f"{base}/hsds/services?{words}")
            contents = answer["contents"]
            seconds.append(time.monotonic() - begun)
            strangers = [service["id"] for service in contents if service["id"] not in known]
            if strangers:
                sys.exit(f"the server answers with ids it was not given: {strangers[0]}")
            judged.append(judge(query, [known[service["id"]] for service in contents][:DEPTH], answer["total_items"]))

    print(f"{bench.count} documents, {'without' if arguments.no_dictionary else 'with'} the dictionary")
    print("\n".join(table(judged)))
    print(f"median {sorted(seconds)[len(seconds) // 2] * 1000:.1f} ms a question, over HTTP")
    for each in sorted(judged, key=lambda each: each["ndcg"])[: arguments.show]:
        print(f"{each['ndcg']:.3f}  {each['id']} ({each['kind']}) {each['q']}: {' '.join(each['found'])}")
    ndcg = mean(judged, "ndcg")
    if arguments.floor is not None and ndcg < arguments.floor:
        print(f"nDCG@10 is {ndcg:.3f}, below {arguments.floor}")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
