#!/usr/bin/env python3
"""Writes N generated activities of a made-up region as an import file (CSV), the same for the same seed.

usage: generate.py N [--seed 1] > activities.csv
Names and texts are put together from word lists; organizations, places and times follow roughly what real trays have:
one organization arranges 1–40 things, most things are weekly, four in five have a point in Finland.
"""
import argparse, csv, random, sys

ap = argparse.ArgumentParser()
ap.add_argument("count", type=int)
ap.add_argument("--seed", type=int, default=1)
a = ap.parse_args()
rng = random.Random(a.seed)

WHAT = "kahvila kuoro kudontapiiri kävelyryhmä lukupiiri keittiökurssi puutharrastajat kielikahvila peli-ilta tanssiryhmä maalauspaja retki uimaryhmä pyöräpaja neuvonta vertaisryhmä ompelupaja valokuvakerho sieniretki muistikahvila bändipaja kirjoittajaryhmä jooga tietokoneapu lastenkerho perhekahvila eläinpiha talkoot leipomo kalastusretki".split()
WHOSE = "Kylätalon Asukastuvan Seurakunnan Nuorten Eläkeläisten Perheiden Naisten Miesten Kaupunginosan Lähiön Kirjaston Työpajan Yhdistyksen Opiston Pihan".split()
DOING = "Juodaan kahvia ja jutellaan|Opetellaan uutta omaan tahtiin|Tehdään käsillä|Lauletaan yhdessä|Liikutaan kevyesti|Autamme lomakkeissa|Hoidetaan eläimiä|Laitetaan ruokaa edullisista aineista|Korjataan polkupyöriä|Luetaan ääneen|Pelataan lautapelejä|Maalataan ja piirretään|Käydään lähimetsässä|Puhutaan raha-asioista|Harjoitellaan suomea".split("|")
KIND = [("Avoin toiminta", 1), ("Ryhmä", 2), ("Kurssi", 3), ("Tapahtuma", 1), ("Vertaistuki", 2), ("Tuki ja neuvonta", 1), ("Työkokeilupaikka", 4), ("Osa-aikatyö", 5), ("Vapaaehtoistoiminta", 2)]
EASE = ["Ei ilmoittautumista", "Voit tulla nimettömänä", "Saat tulla kaverin kanssa", "Joku ottaa sinut vastaan", "Pieni ryhmä", "Helppo suomi riittää", "Pääsee pyörätuolilla", "Rauhallinen"]
LIKE = ["Eläimet", "Luonto ja retkeily", "Käsityöt", "Ruoka ja leivonta", "Seura ja jutustelu", "Musiikki ja laulu", "Liikunta", "Kielet", "Tietokone ja puhelin", "Pelit"]
LIFE = ["Työtön", "Yksinäinen", "Uusi Suomessa", "Velkaa tai maksuvaikeuksia", "Vanhempi", "Eläkkeellä", "Mielen vointi huolettaa"]
TOWN = [("Lahti", 60.98, 25.66), ("Hollola", 60.99, 25.51), ("Heinola", 61.20, 26.03), ("Asikkala", 61.18, 25.56), ("Helsinki", 60.17, 24.94), ("Tampere", 61.50, 23.76), ("Turku", 60.45, 22.27), ("Oulu", 65.01, 25.47), ("Kuopio", 62.89, 27.68), ("Jyväskylä", 62.24, 25.75), ("Pori", 61.48, 21.80), ("Joensuu", 62.60, 29.76), ("Rovaniemi", 66.50, 25.73), ("Vaasa", 63.10, 21.62)]
DAY = "ma ti ke to pe la su".split()

out = csv.writer(sys.stdout, delimiter=";", lineterminator="\n")
out.writerow(["tunnus", "järjestäjä", "nimi", "laji", "askel", "lyhyesti", "kuvaus", "kynnys", "kiinnostukset", "elämäntilanteet", "kielet", "hinta", "kunta", "leveysaste", "pituusaste", "ajat", "puhelin", "tarkistettu"])
organization, left = 0, 0
for number in range(a.count):
    if left == 0:
        organization, left = organization + 1, rng.randint(1, 40)
        town = rng.choice(TOWN)
    left -= 1
    kind, step = rng.choice(KIND)
    what = rng.choice(WHAT)
    start = rng.randint(8, 18)
    time = f"{rng.choice(DAY)} {start}–{start + rng.randint(1, 3)}"
    if rng.random() < 0.1:
        time = f"kuukauden {rng.randint(1, 4)}. {rng.choice(DAY)} {start}–{start + 2}"
    near = rng.random() < 0.8
    out.writerow([
        f"a{number}", f"{rng.choice(WHOSE)} yhdistys {organization}" if left < 0 else f"Yhdistys {organization}",
        f"{rng.choice(WHOSE)} {what} {number}", kind, step, rng.choice(DOING) + ".",
        " ".join(rng.choice(DOING) + "." for _ in range(3)),
        ", ".join(rng.sample(EASE, rng.randint(0, 4))), ", ".join(rng.sample(LIKE, rng.randint(1, 3))),
        ", ".join(rng.sample(LIFE, rng.randint(0, 2))), "suomi", rng.choice(["maksuton", "maksuton", "5 €", ""]), town[0],
        f"{town[1] + rng.gauss(0, 0.03):.5f}" if near else "", f"{town[2] + rng.gauss(0, 0.05):.5f}" if near else "",
        time, "03 000 0000", "tänään" if rng.random() < 0.8 else "1.2.2026",
    ])
