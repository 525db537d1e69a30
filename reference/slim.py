#!/usr/bin/env python3
"""Makes the files of this folder from the originals named in SOURCES.md.

    python3 slim.py FOLDER_OF_THE_ORIGINALS

Only the columns in use are kept. Every file is UTF-8 and `;`-separated with a heading row and no quotes; a value
that would need quoting stops the script. former-municipalities.csv and languages.csv are kept by hand and only read.
"""

import csv
import json
import math
import sys
from pathlib import Path

HERE = Path(__file__).parent

# The frame of the map: equirectangular, true to scale at 62° N, one unit about 100 m, y downwards.
# crates/server/src/reference/map.rs projects points with the same numbers.
WEST, NORTH, PARALLEL, UNITS_PER_DEGREE = 19.0, 70.2, 62.0, 1111.95


def read(folder, name):
    with open(folder / name, encoding="utf-8", newline="") as file:
        return [{key: value.strip() for key, value in row.items()} for row in csv.DictReader(file)]


def write(name, heading, rows):
    lines = [heading]
    for row in rows:
        cells = [str(cell) for cell in row]
        if any(mark in cell for cell in cells for mark in ';"\r\n'):
            sys.exit(f"{name}: a value needs quotes: {cells}")
        lines.append(";".join(cells))
    (HERE / name).write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{name}: {len(rows)}")


def two_digits(code):
    """Statistics Finland writes codes of regions and counties with two digits."""
    return code.zfill(2)


def successors():
    with open(HERE / "former-municipalities.csv", encoding="utf-8") as file:
        return {row["code"]: row["into"] for row in csv.DictReader(file, delimiter=";")}


def municipalities(folder, postal):
    rows, regions = [], {}
    for row in read(folder, "municipalities-2026.csv"):
        lat, lon = row["lat"], row["lon"]
        if not lat:
            # No central locality in the source: the point of its most populous postal code area stands for it.
            areas = [area for area in postal if area["municipality_code"] == row["code"]]
            largest = max(areas, key=lambda area: int(area["population_2022"] or 0))
            lat, lon = largest["lat"], largest["lon"]
        region = two_digits(row["maakunta_code"])
        regions[region] = [row[f"maakunta_name_{language}"] for language in ("fi", "sv", "en")]
        rows.append(
            [row["code"]]
            + [row[f"municipality_name_{language}"] for language in ("fi", "sv", "en")]
            + [region, two_digits(row["hyvinvointialue_code"]), two_digits(row["tyollisyysalue_code"])]
            + [f"{float(lat):.4f}", f"{float(lon):.4f}"]
        )
    write(
        "municipalities.csv",
        "code;name_fi;name_sv;name_en;region;welfare_county;employment_area;lat;lon",
        sorted(rows),
    )
    write("regions.csv", "code;name_fi;name_sv;name_en", [[code, *regions[code]] for code in sorted(regions)])
    return {row[0]: (row[1], row[-2], row[-1]) for row in rows}


def areas(folder, original, name):
    rows = [[two_digits(row["code"]), row["name_fi"], row["name_sv"], row["name_en"]] for row in read(folder, original)]
    write(name, "code;name_fi;name_sv;name_en", sorted(rows))


def postal_codes(postal, now, present):
    named = {name: code for code, (name, _, _) in present.items()}
    rows = []
    for row in postal:
        municipality = now.get(row["municipality_code"], row["municipality_code"])
        lat, lon = row["lat"], row["lon"]
        if municipality not in present:
            sys.exit(f"postal code {row['code']}: no municipality {municipality}")
        if not row["population_2022"] and named.get(row["place"], municipality) != municipality:
            # The source puts some boxes of a town far away from it; then the town itself is right.
            municipality = named[row["place"]]
            _, lat, lon = present[municipality]
        rows.append([row["code"], row["place"], municipality, lat, lon, row["population_2022"]])
    write("postal-codes.csv", "code;place;municipality;lat;lon;population", sorted(rows))


def terms(folder, original, name):
    def order(code):
        head, *rest = code.lstrip("KREP").split(".")
        return [int(head)] + [int(part) for part in rest]

    concepts = json.loads((folder / original).read_text(encoding="utf-8"))
    # The source still has a withdrawn entry, without an address, under a code that now means something else.
    concepts = [concept for concept in concepts if concept["Id"]]
    rows = []
    for concept in sorted(concepts, key=lambda concept: order(concept["Notation"])):
        parents = concept["BroaderUris"] or [""]
        labels = [concept["Label"][language].strip() for language in ("Fi", "Sv", "En")]
        rows.append([concept["Notation"], parents[0].rsplit("/", 1)[-1], concept["Id"], *labels])
    write(name, "code;parent;uri;fi;sv;en", rows)


def project(lon, lat):
    x = (lon - WEST) * math.cos(math.radians(PARALLEL)) * UNITS_PER_DEGREE
    y = (NORTH - lat) * UNITS_PER_DEGREE
    return round(x), round(y)


def rings(geometry):
    polygons = geometry["coordinates"] if geometry["type"] == "MultiPolygon" else [geometry["coordinates"]]
    for polygon in polygons:
        for ring in polygon:
            points = []
            for lon, lat in ring:
                point = project(lon, lat)
                if not points or points[-1] != point:
                    points.append(point)
            if len(points) > 3:
                yield points


def joined(all_rings):
    """The outline of areas together: borders between them go, the rest is chained into rings again."""
    edges = {edge for ring in all_rings for edge in zip(ring, ring[1:])}
    edges = {(a, b) for a, b in edges if (b, a) not in edges}
    following = {}
    for a, b in sorted(edges):
        following.setdefault(a, []).append(b)
    result = []
    while following:
        start = next(iter(following))
        ring = [start]
        while True:
            ends = following[ring[-1]]
            ring.append(ends.pop())
            if not ends:
                del following[ring[-2]]
            if ring[-1] == start:
                break
        result.append(ring)
    return result


def area(ring):
    return sum(ax * by - bx * ay for (ax, ay), (bx, by) in zip(ring, ring[1:])) / 2


def depth(point, all_rings):
    """How far inside the outline a point is; negative outside."""
    x, y = point
    inside, nearest = False, math.inf
    for ring in all_rings:
        for (ax, ay), (bx, by) in zip(ring, ring[1:]):
            if (ay > y) != (by > y) and x < (bx - ax) * (y - ay) / (by - ay) + ax:
                inside = not inside
            dx, dy = bx - ax, by - ay
            along = max(0, min(1, ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy)))
            nearest = min(nearest, math.hypot(x - ax - along * dx, y - ay - along * dy))
    return nearest if inside else -nearest


def label_point(all_rings):
    """The point farthest from the outline, where a name has the most room: a grid, made finer round the best cell."""
    largest = max(all_rings, key=lambda ring: abs(area(ring)))
    xs, ys = [x for x, _ in largest], [y for _, y in largest]
    left, right, top, bottom = min(xs), max(xs), min(ys), max(ys)
    steps = 16
    for _ in range(4):
        width, height = (right - left) / steps, (bottom - top) / steps
        grid = [(left + width * i, top + height * j) for i in range(steps + 1) for j in range(steps + 1)]
        x, y = max(grid, key=lambda point: depth(point, all_rings))
        left, right, top, bottom = x - width, x + width, y - height, y + height
    return round(x), round(y)


def path(all_rings):
    pieces = []
    for ring in all_rings:
        steps = [f"{bx - ax},{by - ay}" for (ax, ay), (bx, by) in zip(ring, ring[1:-1])]
        pieces.append(f"M{ring[0][0]},{ring[0][1]}l{' '.join(steps)}z")
    return "".join(pieces)


def outlines(folder, now, present):
    features = json.loads((folder / "municipality-boundaries-2023-4500k.geojson").read_text(encoding="utf-8"))
    found = {}
    for feature in features["features"]:
        code = feature["properties"]["NATCODE"]
        found.setdefault(now.get(code, code), []).append(list(rings(feature["geometry"])))
    if set(found) != set(present):
        sys.exit(f"map: differs from the municipalities: {set(found) ^ set(present)}")
    rows = []
    for code in sorted(found):
        parts = found[code]
        all_rings = parts[0] if len(parts) == 1 else joined([ring for part in parts for ring in part])
        rows.append([code, *label_point(all_rings), path(all_rings)])
    write("map.csv", "code;label_x;label_y;path", rows)


def main():
    folder = Path(sys.argv[1]) if len(sys.argv) == 2 else sys.exit(__doc__)
    now = successors()
    postal = read(folder, "postal-codes.csv")
    present = municipalities(folder, postal)
    areas(folder, "wellbeing-services-counties-2026.csv", "welfare-counties.csv")
    areas(folder, "employment-areas-2026.csv", "employment-areas.csv")
    postal_codes(postal, now, present)
    terms(folder, "TargetGroups.json", "target-groups.csv")
    terms(folder, "LifeEvents.json", "life-events.csv")
    terms(folder, "ServiceClasses.json", "service-classes.csv")
    outlines(folder, now, present)


main()
