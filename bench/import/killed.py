#!/usr/bin/env python3
"""Kills an import (SIGKILL) at random moments, begins it again until it has come to its end, and compares what the tray
then exports with what a tray exports that was never disturbed: nothing may be missing, doubled or different. After each
end it goes on with an empty tray until there have been enough kills.

usage: killed.py FILE [--binary target/release/tarjotin] [--kills 8] [--seed 1]

FILE is HSDS (bench/import/hsds_records.py makes some). The times of change differ from run to run and are left out.
Exit status: 0 the same, 1 not.
"""
import argparse
import hashlib
import json
import pathlib
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time

TIMES = {"last_modified", "updated", "last_action_date"}


def command(arguments, data, *words):
    return [arguments.binary, *words, "--data", str(data)]


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
    arguments = parser.parse_args()
    dice = random.Random(arguments.seed)
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        quiet = folder / "quiet"
        begun = time.monotonic()
        subprocess.run(importing(arguments, quiet), check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        whole = time.monotonic() - begun
        print(f"undisturbed: {whole:.1f} s")
        ours, lines = exported(arguments, quiet, folder)
        kills = rounds = bad = 0
        while kills < arguments.kills:
            rounds += 1
            disturbed = folder / f"disturbed-{rounds}"
            while kills < arguments.kills:
                process = subprocess.Popen(importing(arguments, disturbed), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
                moment = dice.uniform(.05, .8) * whole
                try:
                    process.wait(moment)
                    break
                except subprocess.TimeoutExpired:
                    process.send_signal(signal.SIGKILL)
                    process.wait()
                    kills += 1
                    print(f"killed after {moment:.1f} s")
            subprocess.run(importing(arguments, disturbed), check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            theirs, count = exported(arguments, disturbed, folder)
            missing, more = ours.keys() - theirs.keys(), theirs.keys() - ours.keys()
            different = [identity for identity in ours.keys() & theirs.keys() if ours[identity] != theirs[identity]]
            doubled = (lines - len(ours)) + (count - len(theirs))
            print(f"tray {rounds}: {len(theirs)} records, {len(missing)} missing, {len(more)} too many, {doubled} doubled, {len(different)} different")
            bad += len(missing) + len(more) + doubled + len(different)
            shutil.rmtree(disturbed, ignore_errors=True)
        print(f"{kills} kills, {rounds} trays, {bad} faults")
        return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
