#!/usr/bin/env python3
"""Compares the base forms of crates/voikko with libvoikko's, word by word. Fails below 99.5 %.

Reads lines of KIND<tab>WORD (see words.py). A word is known when libvoikko has at least one analysis of it. The two
agree on a known word when the sets of ALL base forms of all analyses are equal, in lower case: a base form too few and
a base form too many both count as disagreement. (In lower case because libvoikko adds to many compounds a second
analysis as the name of an organisation, Ruokavirasto beside ruokavirasto; as written is reported too.) The share of
words on which at least one base form is common is reported but decides nothing.

Needs libvoikko1 and voikko-fi (Debian) and libvoikko (PyPI).
"""

import argparse
import collections
import pathlib
import subprocess
import sys
import time

import libvoikko

ROOT = pathlib.Path(__file__).resolve().parents[2]
BAR = 0.995


def run(words, *options):
    command = ["cargo", "run", "-q", "-p", "voikko", "--release", "--example", "analyse", "--", *options]
    lines = "".join(f"{word}\n" for word in words)
    return subprocess.run(command, cwd=ROOT, check=True, input=lines, capture_output=True, text=True).stdout


def our_bases(words):
    answers = run(words).splitlines()
    if len(answers) != len(words):
        sys.exit(f"{len(words)} words asked, {len(answers)} answered")
    return [set(answer.split("\t")[1:]) for answer in answers]


def their_bases(words):
    voikko = libvoikko.Voikko("fi")
    started = time.process_time()
    analyses = []
    for word in words:
        analyses.append(voikko.analyze(word))
        # libvoikko 4.3 breaks off at a hundred analyses and then misses some of every later word, until started anew.
        if len(analyses[-1]) > 90:
            voikko.terminate()
            voikko = libvoikko.Voikko("fi")
    speed = len(words) / (time.process_time() - started)
    return [{a["BASEFORM"] for a in each if "BASEFORM" in a} for each in analyses], speed


def lower(bases):
    return {base.lower() for base in bases}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("list", type=argparse.FileType(encoding="utf-8"), help="the word list, - for standard input")
    parser.add_argument("--show", type=int, default=10, help="how many disagreements to show")
    arguments = parser.parse_args()

    lines = [line.rstrip("\n").split("\t") for line in arguments.list]
    kinds, words = [line[0] for line in lines], [line[1] for line in lines]
    ours, (theirs, their_speed) = our_bases(words), their_bases(words)

    count = collections.defaultdict(collections.Counter)
    disagreements = []
    for kind, word, our, their in zip(kinds, words, ours, theirs):
        for row in (count[kind], count["all"]):
            row["words"] += 1
            if not their:
                row["only ours"] += bool(our)
                continue
            row["known"] += 1
            row["equal"] += lower(our) == lower(their)
            row["cased"] += our == their
            row["common"] += bool(lower(our) & lower(their))
        if their and lower(our) != lower(their):
            disagreements.append((kind, word, sorted(lower(their) - lower(our)), sorted(lower(our) - lower(their))))

    print(f"{'kind':6}{'words':>9}{'known':>9}{'equal sets':>13}{'as written':>13}{'one common':>13}{'only ours':>11}")
    for kind, row in sorted(count.items()):
        shares = [f"{row[name] / max(row['known'], 1):13.3%}" for name in ("equal", "cased", "common")]
        print(f"{kind:6}{row['words']:9}{row['known']:9}{''.join(shares)}{row['only ours']:11}")
    for kind, word, missing, added in disagreements[: arguments.show]:
        print(f"{kind}: {word}: missing {missing}, added {added}")
    if len(disagreements) > arguments.show:
        print(f"… and {len(disagreements) - arguments.show} more")

    for kind in ("text", "drawn"):
        of_kind = [word for which, word in zip(kinds, words) if which == kind]
        if of_kind:
            print(f"speed, {kind}: {run(of_kind, '--time').strip()}")
    print(f"speed of libvoikko through Python, all: {their_speed:.0f} words/s")

    known, equal = count["all"]["known"], count["all"]["equal"]
    if known < 50_000:
        sys.exit(f"only {known} known words: too few to judge")
    if equal < BAR * known:
        sys.exit(f"agreement {equal / known:.3%} is below {BAR:.1%}")


if __name__ == "__main__":
    main()
