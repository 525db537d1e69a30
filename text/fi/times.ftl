### Ajat: milloin jotakin on. Viikonpäivät ovat numeroita 1–7 maanantaista alkaen.

## Viikonpäivät ja kuukaudet
times-weekday = { $day ->
    [1] maanantai
    [2] tiistai
    [3] keskiviikko
    [4] torstai
    [5] perjantai
    [6] lauantai
   *[7] sunnuntai
}
# Toistuva: yksi tai kaksi päivää
times-weekdays = { $day ->
    [1] maanantaisin
    [2] tiistaisin
    [3] keskiviikkoisin
    [4] torstaisin
    [5] perjantaisin
    [6] lauantaisin
   *[7] sunnuntaisin
}
# Toistuva: kolme päivää tai enemmän
times-weekdays-many = { $day ->
    [1] ma
    [2] ti
    [3] ke
    [4] to
    [5] pe
    [6] la
   *[7] su
}
times-weekday-first = { $day ->
    [1] ma
    [2] ti
    [3] ke
    [4] to
    [5] pe
    [6] la
   *[7] su
}
times-weekday-last = { $day ->
    [1] ma
    [2] ti
    [3] ke
    [4] to
    [5] pe
    [6] la
   *[7] su
}
# "kuukauden ensimmäinen lauantai"
times-weekday-of-month = { $day ->
    [1] maanantai
    [2] tiistai
    [3] keskiviikko
    [4] torstai
    [5] perjantai
    [6] lauantai
   *[7] sunnuntai
}
# Päivämäärän edessä
times-weekday-of-date = { $day ->
    [1] ma
    [2] ti
    [3] ke
    [4] to
    [5] pe
    [6] la
   *[7] su
}
times-month = { $month ->
    [1] tammikuuta
    [2] helmikuuta
    [3] maaliskuuta
    [4] huhtikuuta
    [5] toukokuuta
    [6] kesäkuuta
    [7] heinäkuuta
    [8] elokuuta
    [9] syyskuuta
    [10] lokakuuta
    [11] marraskuuta
   *[12] joulukuuta
}
times-on-days = { $days }
times-day-range = { $first }–{ $last }
times-and = { $first } ja { $last }

## Kellonajat
times-hour = { $hour }
times-hour-minute = { $hour }.{ $minute }
times-midnight = 24
times-hours = klo { $from }–{ $to }
times-hours-from = klo { $from } alkaen
times-round-the-clock = ympäri vuorokauden

## Päivämäärät
times-date = { $day }.{ $month }.{ $year }
times-date-short = { $day }.{ $month }.
times-date-range = { $from }–{ $to }
times-date-weekday = { $weekday } { $date }

## Toistuminen
times-days-hours = { $days } { $hours }
times-date-hours = { $date } { $hours }
times-every-day = joka päivä
times-every-nth-day = { $n ->
    [2] joka toinen päivä
   *[other] joka { $n }. päivä
}
# Yksi viikonpäivä joka toinen tai harvempi viikko
times-every-nth-weekday = { $n ->
    [2] joka toinen { $day }
   *[other] joka { $n }. { $day }
}
times-every-nth-week = { $n ->
    [2] joka toinen viikko { $days }
   *[other] joka { $n }. viikko { $days }
}
times-even-weeks = parillisina viikkoina { $days }
times-odd-weeks = parittomina viikkoina { $days }
times-which = { $n ->
    [1] ensimmäinen
    [2] toinen
    [3] kolmas
    [4] neljäs
    [5] viides
   *[0] viimeinen
}
times-of-month = kuukauden { $which } { $days }
times-day-of-month = kuukauden { $day }. päivä
times-last-day-of-month = kuukauden viimeinen päivä
times-every-year = vuosittain { $date }
times-open = avoinna { $when }
times-count = { $count ->
    [1] { $when }, yhden kerran
   *[other] { $when }, { $count } kertaa
}
times-in-range = { $when }, { $range }
times-starting = { $when }, alkaen { $date }
times-until = { $when }, { $date } asti
times-next-dates = seuraavaksi { $dates } { $hours }
times-over = ei enää kertoja
times-end-unknown = Päättymisaikaa ei ole kerrottu.

## Yksi kerta
times-today = tänään
times-tomorrow = huomenna
times-open-now = nyt auki, klo { $until } asti
times-open-now-round-the-clock = nyt auki, ympäri vuorokauden
times-on-now = käynnissä nyt, klo { $until } asti
times-on-now-unknown = käynnissä nyt
times-cancelled = peruttu: { $when }
times-moved = { $when } (siirretty päivältä { $from })

## Kun kirjoitettua aikaa ei voi ymmärtää
times-problem-unknown-word = En ymmärrä sanaa ”{ $piece }”. Kirjoita esimerkiksi ”ti 10–13”.
times-problem-hour = ”{ $piece }” ei ole kellonaika. Kirjoita esimerkiksi ”10–13” tai ”17.30–19”.
times-problem-date = Kalenterissa ei ole päivää ”{ $piece }”. Kirjoita esimerkiksi ”24.11.2026”.
times-problem-year = Tarkista vuosi: ”{ $piece }”. Vuosi voi olla 1900–2200.
times-problem-no-hours = Kellonaika puuttuu: ”{ $piece }”. Kirjoita esimerkiksi ”ti 10–13”.
times-problem-no-day = Päivä puuttuu: ”{ $piece }”. Kirjoita esimerkiksi ”ti 10–13” tai ”24.11.2026 17–19”.
times-problem-no-start = Kerro, mistä päivästä alkaen: ”{ $piece }”. Kirjoita esimerkiksi ”joka toinen to 17–19 alkaen 8.10.2026”.
times-problem-unclear = En tiedä, mitä tämä tarkoittaa: ”{ $piece }”. Erota ajat toisistaan merkillä ”/”, esimerkiksi ”ma 10–12 / ke 13–15”.
times-problem-other-weekday = Päivä ja viikonpäivä eivät sovi yhteen: ”{ $piece }”. Tarkista, kumpi on oikein.
times-problem-ends-before-it-starts = Viimeinen päivä on ennen ensimmäistä: ”{ $piece }”.
times-problem-never-happens = Tähän aikaan ei osu yhtään päivää: ”{ $piece }”. Tarkista alkamispäivä ja viimeinen päivä.
times-problem-not-held-then = Tuona päivänä ei ole mitään peruttavaa tai siirrettävää: ”{ $piece }”. Tarkista päivä.
times-problem-rule = Toistumissääntöä ei voi käyttää: ”{ $piece }”.
times-problem-long-note = Suluissa oleva huomautus on liian pitkä: ”{ $piece }”. Kirjoita se kuvaukseen.
times-problem-too-many = Aikoja tai poikkeuksia on liikaa: ”{ $piece }”.
times-at = { $day } klo { $time }
