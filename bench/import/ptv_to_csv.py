#!/usr/bin/env python3
"""Turns services of the Finnish Service Catalogue (PTV), one JSON object a line, into our import table.

usage: ptv_to_csv.py services.jsonl > services.csv      then: tarjotin import services.csv --format csv --source PTV

Each object has id, name and summary, and some have "life meters": those are search words here, since none of them means
quite the same as a life situation of ours. Objects without an id or a name are left out and counted.
"""
import csv
import json
import sys

ORGANIZATION = "Julkiset palvelut (PTV)"
HEADINGS = ["tunnus", "järjestäjä", "nimi", "laji", "lyhyesti", "hakusanat"]

def row(service):
    meters = [meter.strip().lower() for meter in service.get("meters", [])]
    words = [meter for meter in meters if meter != "ei mukaan"]
    return [
        service["id"].strip(),
        ORGANIZATION,
        " ".join(service["name"].split()),
        "Tuki ja neuvonta",
        service.get("summary", "").strip(),
        ", ".join(dict.fromkeys(words)),
    ]


def main():
    out = csv.writer(sys.stdout, delimiter=";", lineterminator="\n")
    out.writerow(HEADINGS)
    written = left_out = 0
    with open(sys.argv[1], encoding="utf-8") as lines:
        for line in lines:
            service = json.loads(line)
            if not service.get("id", "").strip() or not service.get("name", "").strip():
                left_out += 1
                continue
            out.writerow(row(service))
            written += 1
    print(f"{written} rows, {left_out} left out", file=sys.stderr)


if __name__ == "__main__":
    sys.exit(main() if len(sys.argv) == 2 else __doc__)
