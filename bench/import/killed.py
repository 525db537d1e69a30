#!/usr/bin/env python3
"""Kills an import (SIGKILL) at random moments, again and again, then lets it run to its end, and compares what the tray then
exports with what a tray exports that was never disturbed: nothing may be missing, doubled or different.

usage: killed.py FILE [--binary target/release/tarjotin] [--kills 8] [--seed 1] [--database URL]

FILE is HSDS (bench/import/hsds_records.py makes some). The times of change differ from run to run and are left out.
Exit status: 0 the same, 1 not.
"""
import argparse
import hashlib
import json
import pathlib
import random
import signal
import subprocess
import sys
import tempfile
import time

TIMES = {"last_modified", "updated", "last_action_date"}


def command(arguments, data, *words):
    line = [arguments.binary, *words, "--data", str(data)]
    if arguments.database:
        line += ["--database", arguments.database]
    return line


def importing(arguments, data):
    return command(arguments, data, "import", arguments.file, "--format", "hsds", "--source", "bench")


def without_times(value):
    if isinstance(value, dict):
        return {name: without_times(inner) for name, inner in value.items() if name not in TIMES}
    if isinstance(value, list):
        return [without_times(inner) for inner in value]
    return value


def exported(arguments, data, folder):
    """Every record by id, as a hash, and how many lines there were."""
    file = folder / "export.ndjson"
    subprocess.run(command(arguments, data, "export", str(file)), check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    records, count = {}, 0
    with open(file, encoding="utf-8") as lines:
        for line in lines:
            record = without_times(json.loads(line))
            records[record["id"]] = hashlib.sha256(json.dumps(record, sort_keys=True).encode()).hexdigest()
            count += 1
    return records, count


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("file")
    parser.add_argument("--binary", default="target/release/tarjotin")
    parser.add_argument("--kills", type=int, default=8)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--database")
    arguments = parser.parse_args()
    dice = random.Random(arguments.seed)
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        quiet = folder / "quiet"
        undisturbed = argparse.Namespace(**{**vars(arguments), "database": None})
        begun = time.monotonic()
        subprocess.run(importing(undisturbed, quiet), check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        whole = time.monotonic() - begun
        print(f"undisturbed: {whole:.1f} s")
        disturbed, kills = folder / "disturbed", 0
        while kills < arguments.kills:
            process = subprocess.Popen(importing(arguments, disturbed), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            moment = dice.uniform(.02, .98) * whole
            try:
                process.wait(moment)
            except subprocess.TimeoutExpired:
                process.send_signal(signal.SIGKILL)
                process.wait()
                kills += 1
                print(f"killed after {moment:.1f} s")
                continue
            print(f"came to its end within {moment:.1f} s")
            break
        done = subprocess.run(importing(arguments, disturbed), check=True, capture_output=True, text=True, encoding="utf-8")
        print(done.stdout.strip())
        (ours, lines), (theirs, count) = exported(undisturbed, quiet, folder), exported(arguments, disturbed, folder)
        missing, more = ours.keys() - theirs.keys(), theirs.keys() - ours.keys()
        different = [identity for identity in ours.keys() & theirs.keys() if ours[identity] != theirs[identity]]
        doubled = (lines - len(ours)) + (count - len(theirs))
        print(f"{kills} kills, {len(ours)} records: {len(missing)} missing, {len(more)} too many, {doubled} doubled, {len(different)} different")
        return 1 if missing or more or doubled or different else 0


if __name__ == "__main__":
    sys.exit(main())
