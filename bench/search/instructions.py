#!/usr/bin/env python3
"""Counts the instructions of a search, so that a change that makes it dearer is seen on any machine.

usage: instructions.py [--limit MILLIONS] [--rounds 4]
An index of 4,000 made-up documents is built once (crates/search/examples/speed.rs); then valgrind counts the instructions
of opening it alone, and of opening it and asking every kind of question. The difference, per question, in millions, is
printed; more than the limit is an error. The program is the one for development, so the figure says nothing of
milliseconds; it is the same to a few per cent on every machine of one kind of processor.
"""

import argparse
import pathlib
import re
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]


def counted(program, folder, rounds):
    done = subprocess.run(
        ["valgrind", "--tool=cachegrind", "--cachegrind-out-file=/dev/null", program, "ask", folder, str(rounds)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    refs = re.search(r"I +refs: +([\d,]+)", done.stderr)
    if done.returncode != 0 or not refs:
        sys.exit(f"nothing was counted:\n{done.stderr}")
    return int(refs.group(1).replace(",", "")), int(re.search(r"(\d+) questions", done.stdout).group(1))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--limit", type=float, help="millions of instructions a question")
    parser.add_argument("--rounds", type=int, default=4)
    asked = parser.parse_args()
    made = subprocess.run(
        ["cargo", "build", "--quiet", "--locked", "-p", "search", "--example", "speed", "--message-format=json"],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
    )
    names = re.findall(r'"executable":"([^"]+)"', made.stdout)
    if made.returncode != 0 or not names:
        sys.exit("the program could not be built")
    program = names[-1]
    with tempfile.TemporaryDirectory(prefix="tarjotin-instructions-") as folder:
        index = str(pathlib.Path(folder) / "index")
        pathlib.Path(index).mkdir()
        subprocess.run([program, "ask", index, "0"], check=True, stdout=subprocess.DEVNULL)
        opening, _ = counted(program, index, 0)
        whole, questions = counted(program, index, asked.rounds)
    each = (whole - opening) / questions / 1e6
    print(f"{each:.2f} million instructions a question, {questions} questions; opening {opening / 1e6:.0f} million")
    if asked.limit and each > asked.limit:
        sys.exit(f"more than the limit of {asked.limit} million: see bench/search/README.md")


main()
