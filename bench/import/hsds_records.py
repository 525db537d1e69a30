#!/usr/bin/env python3
"""Writes invented HSDS 3.1 services, as JSON lines or as a tabular data package: the same numbers give the same bytes.

usage: hsds_records.py COUNT FILE.ndjson | FILE.zip

Every record is as a data standard's examples are: an organization (one for about twenty services), a place or two with an
address, weekly times, a phone, languages, a price, what is needed along, terms of an invented taxonomy and a service area.
"""
import csv
import io
import json
import random
import sys
import uuid
import zipfile

BEGINNINGS = ["Avoin", "Ohjattu", "Yhteinen", "Maksuton", "Kylän", "Nuorten", "Ikäihmisten", "Monikielinen", "Arjen", "Talven"]
THINGS = ["kahvila", "neuvonta", "liikuntaryhmä", "työpaja", "kuoro", "keskusteluryhmä", "ruoka-apu", "puutarha", "kielikerho", "vertaisryhmä"]
SENTENCES = [
    "Ovi on auki kaikille, eikä mukaan tarvitse ilmoittautua.",
    "Ohjaaja on paikalla koko ajan ja auttaa alkuun.",
    "Voit tulla ystävän kanssa tai yksin.",
    "Teemme yhdessä sen, mitä kukin jaksaa.",
    "Kahvi ja tee kuuluvat asiaan.",
    "Tila on esteetön, ja bussi pysähtyy oven edessä.",
    "Ota mukaan mukavat vaatteet.",
    "Kysy lisää puhelimella tai käy paikan päällä.",
]
TOWNS = [("Lahti", "15110", 60.983, 25.656), ("Heinola", "18100", 61.203, 26.032), ("Sysmä", "19700", 61.503, 25.685),
         ("Hollola", "15870", 60.989, 25.513), ("Orimattila", "16300", 60.805, 25.733), ("Asikkala", "17200", 61.174, 25.549)]
DAYS = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]
TERMS = 40


def made(*parts):
    return str(uuid.uuid5(uuid.NAMESPACE_URL, "urn:bench:" + ":".join(map(str, parts))))


def taxonomy():
    return {"id": made("taxonomy"), "name": "Aiheet", "description": "Keksityt aiheet", "version": "1"}


def term(number):
    return {"id": made("term", number), "code": f"A{number:02}", "name": f"Aihe {number}", "description": f"Aihe {number}",
            "taxonomy": "Aiheet", "taxonomy_id": made("taxonomy")}


def organization(number):
    return {"id": made("organization", number), "name": f"Yhdistys {number}", "description": f"Yhdistys numero {number} tekee hyvää.",
            "email": f"info{number}@yhdistys.example", "website": f"https://yhdistys.example/{number}"}


def location(number):
    dice = random.Random(f"location {number}")
    town, code, lat, lon = dice.choice(TOWNS)
    place = made("location", number)
    return {"id": place, "location_type": "physical", "name": f"Talo {number}", "transportation": "Bussi 3 pysähtyy oven edessä.",
            "latitude": round(lat + dice.uniform(-.05, .05), 5), "longitude": round(lon + dice.uniform(-.05, .05), 5),
            "addresses": [{"id": made("address", number), "location_id": place, "address_1": f"Kuja {number % 200 + 1}",
                           "city": town, "state_province": "Päijät-Häme", "postal_code": code, "country": "FI",
                           "address_type": "physical"}]}


def service(number, services):
    dice = random.Random(f"service {number}")
    own = made("service", number)
    owner = organization(number // 20)
    record = {
        "id": own, "organization_id": owner["id"],
        "name": f"{dice.choice(BEGINNINGS)} {dice.choice(THINGS)} {number}",
        "description": " ".join(dice.sample(SENTENCES, 5)), "url": f"https://yhdistys.example/{number // 20}/{number}",
        "email": owner["email"], "status": "active", "application_process": dice.choice(SENTENCES),
        "eligibility_description": "Kaikille.", "minimum_age": dice.choice([0, 13, 18, 60]), "maximum_age": 99,
        "assured_date": f"2026-{dice.randint(1, 10):02}-{dice.randint(1, 28):02}",
        "last_modified": f"2026-{dice.randint(1, 10):02}-{dice.randint(1, 28):02}T10:00:00.000Z",
        "organization": owner,
        "phones": [{"id": made("phone", number), "service_id": own, "number": f"03 {number % 10000:04} {number % 97:03}", "type": "voice"}],
        "languages": [{"id": made("language", number, code), "service_id": own, "name": name, "code": code}
                      for name, code in dice.sample([("suomi", "fin"), ("ruotsi", "swe"), ("englanti", "eng"), ("arabia", "ara")], 2)],
        "cost_options": [{"id": made("cost", number), "service_id": own, "option": "Kerta", "currency": "EUR", "amount": dice.choice([0, 2, 5, 7.5])}],
        "required_documents": [{"id": made("document", number), "service_id": own, "document": "Kela-kortti"}] if number % 3 == 0 else [],
        "service_areas": [{"id": made("area", number), "service_id": own, "name": "Päijät-Häme"}],
        "attributes": [{"id": made("attribute", number, chosen), "link_id": own, "link_entity": "service", "link_type": "topic",
                        "taxonomy_term_id": made("term", chosen), "taxonomy_term": term(chosen)}
                       for chosen in dice.sample(range(TERMS), 3)],
        "service_at_locations": [],
        "schedules": [],
    }
    places = max(1, services // 4)
    for at in dice.sample(range(places), min(places, dice.choice([1, 1, 1, 2]))):
        pair = made("pair", number, at)
        record["service_at_locations"].append({"id": pair, "service_id": own, "location_id": made("location", at), "location": location(at)})
        opens = dice.randint(8, 17)
        record["schedules"].append({
            "id": made("schedule", number, at), "service_id": own, "service_at_location_id": pair, "dtstart": "2026-01-05",
            "valid_from": "2026-01-05", "freq": "WEEKLY", "interval": 1, "byday": ",".join(sorted(dice.sample(DAYS, 2), key=DAYS.index)),
            "opens_at": f"{opens:02}:00:00+02:00", "closes_at": f"{opens + 2:02}:00:00+02:00", "timezone": 2})
    return record


def lines(count, file):
    with open(file, "w", encoding="utf-8") as out:
        for number in range(count):
            out.write(json.dumps(service(number, count), ensure_ascii=False) + "\n")


# The tables, and which fields of which objects they hold.
PARTS = [("phones", "phones"), ("languages", "languages"), ("cost_options", "cost_options"), ("required_documents", "required_documents"),
         ("service_areas", "service_areas"), ("attributes", "attributes"), ("schedules", "schedules"),
         ("service_at_locations", "service_at_location")]


def packed(name):
    """A file without a time of its own, so that the zip is the same every time."""
    info = zipfile.ZipInfo(name)
    info.compress_type = zipfile.ZIP_DEFLATED
    return info


def package(count, file):
    """The tables one after another, each gone through once: as much memory as one record takes."""
    places = max(1, count // 4)
    tables = [
        ("organizations", lambda: (organization(number) for number in range((count + 19) // 20))),
        ("services", lambda: (service(number, count) for number in range(count))),
        ("locations", lambda: (location(number) for number in range(places))),
        ("addresses", lambda: (address for number in range(places) for address in location(number)["addresses"])),
        ("taxonomies", lambda: [taxonomy()]),
        ("taxonomy_terms", lambda: (term(number) for number in range(TERMS))),
    ]
    for field, table in PARTS:
        tables.append((table, lambda field=field: (part for number in range(count) for part in service(number, count)[field])))
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        resources = [{"name": name, "path": f"{name}.csv", "profile": "tabular-data-resource"} for name, _ in tables]
        about = {"name": "human_services_data", "profile": "tabular-data-package", "resources": resources}
        archive.writestr(packed("datapackage.json"), json.dumps(about, indent=1))
        for name, rows in tables:
            headings = None
            with archive.open(packed(f"{name}.csv"), "w", force_zip64=True) as raw:
                out = io.TextIOWrapper(raw, encoding="utf-8", newline="")
                writer = csv.writer(out)
                for row in rows():
                    flat = {key: value for key, value in row.items() if not isinstance(value, (dict, list))}
                    if headings is None:
                        headings = list(flat)
                        writer.writerow(headings)
                    writer.writerow([flat.get(heading, "") for heading in headings])
                out.flush()


def main():
    if len(sys.argv) != 3 or not sys.argv[1].isdigit():
        return __doc__
    count, file = int(sys.argv[1]), sys.argv[2]
    (package if file.endswith(".zip") else lines)(count, file)
    return None


if __name__ == "__main__":
    sys.exit(main())
