### Tider: när något ordnas. Veckodagarna är siffror 1–7 från måndag.

## Veckodagar och månader
times-weekday = { $day ->
    [1] måndag
    [2] tisdag
    [3] onsdag
    [4] torsdag
    [5] fredag
    [6] lördag
   *[7] söndag
}
times-weekdays = { $day ->
    [1] måndagar
    [2] tisdagar
    [3] onsdagar
    [4] torsdagar
    [5] fredagar
    [6] lördagar
   *[7] söndagar
}
times-weekdays-many = { $day ->
    [1] måndagar
    [2] tisdagar
    [3] onsdagar
    [4] torsdagar
    [5] fredagar
    [6] lördagar
   *[7] söndagar
}
times-weekday-first = { $day ->
    [1] måndag
    [2] tisdag
    [3] onsdag
    [4] torsdag
    [5] fredag
    [6] lördag
   *[7] söndag
}
times-weekday-last = { $day ->
    [1] måndag
    [2] tisdag
    [3] onsdag
    [4] torsdag
    [5] fredag
    [6] lördag
   *[7] söndag
}
times-weekday-of-month = { $day ->
    [1] måndagen
    [2] tisdagen
    [3] onsdagen
    [4] torsdagen
    [5] fredagen
    [6] lördagen
   *[7] söndagen
}
times-weekday-of-date = { $day ->
    [1] mån
    [2] tis
    [3] ons
    [4] tors
    [5] fre
    [6] lör
   *[7] sön
}
times-month = { $month ->
    [1] januari
    [2] februari
    [3] mars
    [4] april
    [5] maj
    [6] juni
    [7] juli
    [8] augusti
    [9] september
    [10] oktober
    [11] november
   *[12] december
}
times-on-days = på { $days }
times-day-range = { $first }–{ $last }
times-and = { $first } och { $last }

## Klockslag
times-hour = { $hour }
times-hour-minute = { $hour }.{ $minute }
times-midnight = 24
times-hours = kl. { $from }–{ $to }
times-hours-from = från kl. { $from }
times-round-the-clock = dygnet runt

## Datum
times-date = { $day }.{ $month }.{ $year }
times-date-short = { $day }.{ $month }
times-date-range = { $from }–{ $to }
times-date-weekday = { $weekday } { $date }

## Upprepning
times-days-hours = { $days } { $hours }
times-date-hours = { $date } { $hours }
times-every-day = varje dag
times-every-nth-day = { $n ->
    [2] varannan dag
    [3] var tredje dag
    [4] var fjärde dag
   *[other] var { $n }:e dag
}
times-every-nth-weekday = { $n ->
    [2] varannan { $day }
    [3] var tredje { $day }
    [4] var fjärde { $day }
   *[other] var { $n }:e { $day }
}
times-every-nth-week = { $n ->
    [2] varannan vecka { $days }
    [3] var tredje vecka { $days }
    [4] var fjärde vecka { $days }
   *[other] var { $n }:e vecka { $days }
}
times-even-weeks = jämna veckor { $days }
times-odd-weeks = udda veckor { $days }
times-which = { $n ->
    [1] första
    [2] andra
    [3] tredje
    [4] fjärde
    [5] femte
   *[0] sista
}
times-of-month = den { $which } { $days } i månaden
times-day-of-month = { $day ->
    [1] den 1:a i månaden
    [2] den 2:a i månaden
    [21] den 21:a i månaden
    [22] den 22:a i månaden
    [31] den 31:a i månaden
   *[other] den { $day }:e i månaden
}
times-last-day-of-month = den sista dagen i månaden
times-every-year = varje år den { $date }
times-open = öppet { $when }
times-count = { $count ->
    [1] { $when }, en gång
   *[other] { $when }, { $count } gånger
}
times-in-range = { $when }, { $range }
times-starting = { $when }, från och med { $date }
times-until = { $when }, till och med { $date }
times-next-dates = härnäst { $dates } { $hours }
times-over = inga fler gånger
times-end-unknown = Sluttiden är inte angiven.

## En gång
times-today = i dag
times-tomorrow = i morgon
times-open-now = öppet nu, till kl. { $until }
times-open-now-round-the-clock = öppet nu, dygnet runt
times-on-now = pågår nu, till kl. { $until }
times-on-now-unknown = pågår nu
times-cancelled = inställt: { $when }
times-moved = { $when } (flyttat från { $from })

## När den skrivna tiden inte går att förstå
times-problem-unknown-word = Jag förstår inte ordet ”{ $piece }”. Skriv på finska, till exempel ”ti 10–13”.
times-problem-hour = ”{ $piece }” är inget klockslag. Skriv till exempel ”10–13” eller ”17.30–19”.
times-problem-date = Dagen ”{ $piece }” finns inte i kalendern. Skriv till exempel ”24.11.2026”.
times-problem-year = Kontrollera året: ”{ $piece }”. Året kan vara 1900–2200.
times-problem-no-hours = Klockslaget saknas: ”{ $piece }”. Skriv till exempel ”ti 10–13”.
times-problem-no-day = Dagen saknas: ”{ $piece }”. Skriv till exempel ”ti 10–13” eller ”24.11.2026 17–19”.
times-problem-no-start = Ange från vilken dag: ”{ $piece }”. Skriv till exempel ”joka toinen to 17–19 alkaen 8.10.2026”.
times-problem-unclear = Jag vet inte vad det här betyder: ”{ $piece }”. Skilj tiderna åt med ”/”, till exempel ”ma 10–12 / ke 13–15”.
times-problem-other-weekday = Datumet och veckodagen stämmer inte överens: ”{ $piece }”. Kontrollera vilken som är rätt.
times-problem-ends-before-it-starts = Den sista dagen är före den första: ”{ $piece }”.
times-problem-never-happens = Ingen dag infaller under den här tiden: ”{ $piece }”. Kontrollera första och sista dagen.
times-problem-not-held-then = Den dagen finns det inget att ställa in eller flytta: ”{ $piece }”. Kontrollera dagen.
times-problem-rule = Upprepningsregeln kan inte användas: ”{ $piece }”.
times-problem-long-note = Anmärkningen inom parentes är för lång: ”{ $piece }”. Skriv den i beskrivningen.
times-problem-too-many = Tiderna eller undantagen är för många: ”{ $piece }”.
times-at = { $day } kl. { $time }
