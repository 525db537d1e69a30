### Ajat selkosuomeksi. Viikonpäivät ovat numeroita 1–7 maanantaista alkaen.

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
times-weekdays = { $day ->
    [1] maanantaisin
    [2] tiistaisin
    [3] keskiviikkoisin
    [4] torstaisin
    [5] perjantaisin
    [6] lauantaisin
   *[7] sunnuntaisin
}
times-weekdays-many = { $day ->
    [1] maanantaisin
    [2] tiistaisin
    [3] keskiviikkoisin
    [4] torstaisin
    [5] perjantaisin
    [6] lauantaisin
   *[7] sunnuntaisin
}
times-weekday-first = { $day ->
    [1] maanantaista
    [2] tiistaista
    [3] keskiviikosta
    [4] torstaista
    [5] perjantaista
    [6] lauantaista
   *[7] sunnuntaista
}
times-weekday-last = { $day ->
    [1] maanantaihin
    [2] tiistaihin
    [3] keskiviikkoon
    [4] torstaihin
    [5] perjantaihin
    [6] lauantaihin
   *[7] sunnuntaihin
}
times-weekday-of-month = { $day ->
    [1] maanantai
    [2] tiistai
    [3] keskiviikko
    [4] torstai
    [5] perjantai
    [6] lauantai
   *[7] sunnuntai
}
times-weekday-of-date = { $day ->
    [1] maanantaina
    [2] tiistaina
    [3] keskiviikkona
    [4] torstaina
    [5] perjantaina
    [6] lauantaina
   *[7] sunnuntaina
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
times-day-range = { $first } { $last }
times-and = { $first } ja { $last }

## Kellonajat
times-hour = { $hour }
times-hour-minute = { $hour }.{ $minute }
times-midnight = 24
times-hours = kello { $from }–{ $to }
times-hours-from = kello { $from } alkaen
times-round-the-clock = koko päivän ja koko yön

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
times-every-year = joka vuosi { $date }
times-open = auki { $when }
times-count = { $count ->
    [1] { $when }, yhden kerran
   *[other] { $when }, { $count } kertaa
}
times-in-range = { $when }, { $range }
times-starting = { $when }, alkaa { $date }
times-until = { $when }, päättyy { $date }
times-next-dates = seuraavat ajat ovat { $dates } { $hours }
times-over = aikoja ei enää ole
times-end-unknown = Emme tiedä, milloin tämä päättyy.

## Yksi kerta
times-today = tänään
times-tomorrow = huomenna
times-open-now = auki nyt, kello { $until } asti
times-open-now-round-the-clock = auki nyt, koko päivän ja koko yön
times-on-now = alkoi jo, päättyy kello { $until }
times-on-now-unknown = alkoi jo
times-cancelled = peruttu: { $when }
times-moved = { $when } (Aika on muuttunut. Vanha aika oli { $from })

## Kun kirjoitettua aikaa ei voi ymmärtää
times-problem-unknown-word = En ymmärrä sanaa ”{ $piece }”. Kirjoita esimerkiksi ”ti 10–13”.
times-problem-hour = ”{ $piece }” ei ole kellonaika. Kirjoita esimerkiksi ”10–13” tai ”17.30–19”.
times-problem-date = Päivää ”{ $piece }” ei ole. Kirjoita esimerkiksi ”24.11.2026”.
times-problem-year = Tarkista vuosi: ”{ $piece }”. Vuosi voi olla 1900–2200.
times-problem-no-hours = Kirjoita myös kellonaika: ”{ $piece }”. Kirjoita esimerkiksi ”ti 10–13”.
times-problem-no-day = Kirjoita myös päivä: ”{ $piece }”. Kirjoita esimerkiksi ”ti 10–13”.
times-problem-no-start = Kirjoita myös ensimmäinen päivä: ”{ $piece }”. Kirjoita esimerkiksi ”joka toinen to 17–19 alkaen 8.10.2026”.
times-problem-unclear = En ymmärrä tätä: ”{ $piece }”. Jos aikoja on monta, kirjoita niiden väliin ”/”. Esimerkiksi ”ma 10–12 / ke 13–15”.
times-problem-other-weekday = Päivä ja viikonpäivä ovat eri: ”{ $piece }”. Kumpi on oikein?
times-problem-ends-before-it-starts = Viimeinen päivä on ennen ensimmäistä päivää: ”{ $piece }”.
times-problem-never-happens = Tässä ajassa ei ole yhtään päivää: ”{ $piece }”. Tarkista päivät.
times-problem-not-held-then = Tuona päivänä ei ole toimintaa: ”{ $piece }”. Tarkista päivä.
times-problem-rule = Tätä sääntöä ei voi käyttää: ”{ $piece }”.
times-problem-long-note = Suluissa on liian pitkä teksti: ”{ $piece }”. Kirjoita teksti kuvaukseen.
times-problem-too-many = Aikoja on liian monta: ”{ $piece }”.
times-at = { $day } kello { $time }
