#!/usr/bin/env python3
"""Writes a list of Finnish word forms to compare analysers on: lines of KIND<tab>WORD, all words different.

text   words of running text: of the repository's own texts in all languages, and of files or folders named with --text
drawn  forms drawn at random from the dictionary itself (examples/forms.rs): every kind of word and ending
noise  the other two with a letter lost, doubled, changed or swapped: mostly unknown, sometimes another word

The same seed, dictionary and texts give the same list.
"""

import argparse
import pathlib
import random
import re
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
OURS = ["text", "demo", "reference"]
ENDINGS = {".ftl", ".html", ".toml", ".json", ".jsonl", ".md", ".txt", ".csv"}
WORD = re.compile(r"(?:[^\W_]|(?<=\w)[-:'’](?=\w))+")


def text_words(places):
    words = set()
    for place in places:
        files = [place] if place.is_file() else sorted(p for p in place.rglob("*") if p.suffix in ENDINGS)
        for file in files:
            words.update(WORD.findall(file.read_text(encoding="utf-8", errors="ignore")))
    return sorted(word for word in words if len(word) <= 80)


def drawn_words(count, seed):
    command = ["cargo", "run", "-q", "-p", "voikko", "--release", "--example", "forms", str(count), str(seed)]
    return subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout.split()


def noise_words(words, count, chance):
    noise = []
    for word in chance.sample(words, min(count, len(words))):
        at = chance.randrange(len(word))
        kind = chance.randrange(4)
        if kind == 0:
            word = word[:at] + word[at + 1 :]
        elif kind == 1:
            word = word[:at] + word[at] + word[at:]
        elif kind == 2:
            word = word[:at] + chance.choice("aeiouyäöklmnprstv-") + word[at + 1 :]
        elif at + 1 < len(word):
            word = word[:at] + word[at + 1] + word[at] + word[at + 2 :]
        if word:
            noise.append(word)
    return noise


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--drawn", type=int, default=60_000, help="how many forms to draw")
    parser.add_argument("--noise", type=int, default=10_000, help="how many words to spoil")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--text", type=pathlib.Path, action="append", default=[], help="a file or folder of text")
    arguments = parser.parse_args()

    text = text_words([ROOT / place for place in OURS] + arguments.text)
    drawn = drawn_words(arguments.drawn, arguments.seed)
    noise = noise_words(text + drawn, arguments.noise, random.Random(arguments.seed))
    seen = set()
    for kind, words in [("text", text), ("drawn", drawn), ("noise", noise)]:
        for word in words:
            if word not in seen:
                seen.add(word)
                sys.stdout.write(f"{kind}\t{word}\n")


if __name__ == "__main__":
    main()
