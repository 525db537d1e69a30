#!/usr/bin/env python3
"""Draws bench/growth.svg from what crates/search/examples/speed.rs printed at several sizes.

usage: growth.py OUTPUT... > bench/growth.svg
Each file holds what one or more runs printed. Both axes are logarithmic: documents to the right, milliseconds of
processor time (the median) upwards.
"""
import math
import re
import sys

SHOWN = ["three words", "one word", "word, filters, near, this week", "suggestions", "everything"]
COLOURS = ["#8A3B12", "#0B5F78", "#6A3D8F", "#2B652B", "#4A5158"]
LEFT, TOP, WIDE, HIGH = 70, 20, 420, 300
LOW, TOPMOST = 0.1, 100.0


def read(files):
    figures, size = {}, None
    for file in files:
        for line in open(file, encoding="utf-8"):
            if begun := re.match(r"documents: (\d+)", line):
                size = int(begun.group(1))
            for kind in SHOWN:
                if row := re.match(re.escape(kind) + r" {2,}([\d.]+)", line):
                    figures.setdefault(kind, {})[size] = float(row.group(1))
    return figures


def main():
    figures = read(sys.argv[1:])
    sizes = sorted({size for each in figures.values() for size in each})
    if len(sizes) < 2:
        sys.exit("figures of two sizes at least are needed")
    least, most = math.log10(sizes[0]), math.log10(sizes[-1])
    across = lambda size: LEFT + (math.log10(size) - least) / (most - least) * WIDE
    up = lambda value: TOP + HIGH - (math.log10(value) - math.log10(LOW)) / math.log10(TOPMOST / LOW) * HIGH
    out = [f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {LEFT + WIDE + 230} {TOP + HIGH + 50}" '
           'font-family="sans-serif" font-size="13" role="img"><title>Milliseconds of a search by documents</title>'
           '<rect width="100%" height="100%" fill="#fff"/>']
    for value in [0.1, 1, 10, 100]:
        out.append(f'<path d="M{LEFT} {up(value):.0f}h{WIDE}" stroke="#ccc"/>'
                   f'<text x="{LEFT - 8}" y="{up(value) + 4:.0f}" text-anchor="end">{value:g} ms</text>')
    for size in sizes:
        out.append(f'<text x="{across(size):.0f}" y="{TOP + HIGH + 20}" text-anchor="middle">{size:,}</text>')
    for nth, (kind, colour) in enumerate(zip(SHOWN, COLOURS)):
        points = [(across(size), up(value)) for size, value in sorted(figures.get(kind, {}).items())]
        path = "L".join(f"{x:.0f} {y:.0f}" for x, y in points)
        out.append(f'<path d="M{path}" fill="none" stroke="{colour}" stroke-width="2"/>')
        out += [f'<circle cx="{x:.0f}" cy="{y:.0f}" r="3.5" fill="{colour}"/>' for x, y in points]
        out.append(f'<path d="M{LEFT + WIDE + 20} {TOP + 14 + nth * 24}h16" stroke="{colour}" stroke-width="3"/>'
                   f'<text x="{LEFT + WIDE + 44}" y="{TOP + 18 + nth * 24}">{kind}</text>')
    print("".join(out) + "</svg>")


main()
