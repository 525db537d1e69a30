### Times: when something takes place. Weekdays are numbers 1–7 from Monday.

## Weekdays and months
times-weekday = { $day ->
    [1] Monday
    [2] Tuesday
    [3] Wednesday
    [4] Thursday
    [5] Friday
    [6] Saturday
   *[7] Sunday
}
times-weekdays = { $day ->
    [1] Mondays
    [2] Tuesdays
    [3] Wednesdays
    [4] Thursdays
    [5] Fridays
    [6] Saturdays
   *[7] Sundays
}
times-weekdays-many = { $day ->
    [1] Mondays
    [2] Tuesdays
    [3] Wednesdays
    [4] Thursdays
    [5] Fridays
    [6] Saturdays
   *[7] Sundays
}
times-weekday-first = { $day ->
    [1] Monday
    [2] Tuesday
    [3] Wednesday
    [4] Thursday
    [5] Friday
    [6] Saturday
   *[7] Sunday
}
times-weekday-last = { $day ->
    [1] Monday
    [2] Tuesday
    [3] Wednesday
    [4] Thursday
    [5] Friday
    [6] Saturday
   *[7] Sunday
}
times-weekday-of-month = { $day ->
    [1] Monday
    [2] Tuesday
    [3] Wednesday
    [4] Thursday
    [5] Friday
    [6] Saturday
   *[7] Sunday
}
times-weekday-of-date = { $day ->
    [1] Mon
    [2] Tue
    [3] Wed
    [4] Thu
    [5] Fri
    [6] Sat
   *[7] Sun
}
times-month = { $month ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[12] December
}
times-on-days = { $days }
times-day-range = { $first } to { $last }
times-and = { $first } and { $last }

## Hours
times-hour = { $hour }:00
times-hour-minute = { $hour }:{ $minute }
times-midnight = midnight
times-hours = { $from }–{ $to }
times-hours-from = from { $from }
times-round-the-clock = round the clock

## Dates
times-date = { $day } { $month_name } { $year }
times-date-short = { $day } { $month_name }
times-date-range = { $from } – { $to }
times-date-weekday = { $weekday } { $date }

## Repetition
times-days-hours = { $days } { $hours }
times-date-hours = { $date }, { $hours }
times-every-day = every day
times-every-nth-day = { $n ->
    [2] every other day
   *[other] every { $n } days
}
times-every-nth-weekday = { $n ->
    [2] every other { $day }
    [3] every third { $day }
    [4] every fourth { $day }
   *[other] every { $n } weeks on { $day }
}
times-every-nth-week = { $n ->
    [2] every other week, { $days }
   *[other] every { $n } weeks, { $days }
}
times-even-weeks = { $days } in even-numbered weeks
times-odd-weeks = { $days } in odd-numbered weeks
times-which = { $n ->
    [1] first
    [2] second
    [3] third
    [4] fourth
    [5] fifth
   *[0] last
}
times-of-month = { $which } { $days } of the month
times-day-of-month = { $day ->
    [1] the 1st of the month
    [2] the 2nd of the month
    [3] the 3rd of the month
    [21] the 21st of the month
    [22] the 22nd of the month
    [23] the 23rd of the month
    [31] the 31st of the month
   *[other] the { $day }th of the month
}
times-last-day-of-month = the last day of the month
times-every-year = every year on { $date }
times-open = open { $when }
times-count = { $count ->
    [1] { $when }, once
   *[other] { $when }, { $count } times
}
times-in-range = { $when }, { $range }
times-starting = { $when }, from { $date }
times-until = { $when }, until { $date }
times-next-dates = next on { $dates }, { $hours }
times-over = no more dates
times-end-unknown = The end time has not been given.

## One session
times-today = today
times-tomorrow = tomorrow
times-open-now = open now, until { $until }
times-open-now-round-the-clock = open now, round the clock
times-on-now = on now, until { $until }
times-on-now-unknown = on now
times-cancelled = cancelled: { $when }
times-moved = { $when } (moved from { $from })

## When a written time cannot be understood
times-problem-unknown-word = I do not understand the word “{ $piece }”. Write in Finnish, for example “ti 10–13”.
times-problem-hour = “{ $piece }” is not a time of day. Write for example “10–13” or “17.30–19”.
times-problem-date = There is no day “{ $piece }” in the calendar. Write for example “24.11.2026”.
times-problem-year = Check the year: “{ $piece }”. It can be 1900–2200.
times-problem-no-hours = The hours are missing: “{ $piece }”. Write for example “ti 10–13”.
times-problem-no-day = The day is missing: “{ $piece }”. Write for example “ti 10–13” or “24.11.2026 17–19”.
times-problem-no-start = Say which day it starts from: “{ $piece }”. Write for example “joka toinen to 17–19 alkaen 8.10.2026”.
times-problem-unclear = I do not know what this means: “{ $piece }”. Put “/” between the times, for example “ma 10–12 / ke 13–15”.
times-problem-other-weekday = The date and the weekday do not match: “{ $piece }”. Check which of them is right.
times-problem-ends-before-it-starts = The last day is before the first: “{ $piece }”.
times-problem-never-happens = No day falls within this time: “{ $piece }”. Check the first and the last day.
times-problem-not-held-then = There is nothing to cancel or move on that day: “{ $piece }”. Check the day.
times-problem-rule = This recurrence rule cannot be used: “{ $piece }”.
times-problem-long-note = The note in brackets is too long: “{ $piece }”. Put it in the description.
times-problem-too-many = There are too many times or exceptions: “{ $piece }”.
times-at = { $day } at { $time }
