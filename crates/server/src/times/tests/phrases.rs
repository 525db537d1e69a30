//! What people write, and what is understood of it.

use proptest::prelude::*;

use super::*;
use crate::times::TimesProblem;
use crate::times::words::{exceptions_to_words, to_words};

/// What was written, and how this product writes it; said on Sunday 22.11.2026.
const PHRASES: &[(&str, &str)] = &[
    ("ti 10-13", "ti 10–13 alkaen 24.11.2026"),
    ("ti 10–13", "ti 10–13 alkaen 24.11.2026"),
    ("Ti klo 10–13", "ti 10–13 alkaen 24.11.2026"),
    ("TI KLO 10 - 13", "ti 10–13 alkaen 24.11.2026"),
    ("tiistaisin 10.00–13.00", "ti 10–13 alkaen 24.11.2026"),
    ("tiistaisin klo 10:00-13:00", "ti 10–13 alkaen 24.11.2026"),
    ("tiistai 10-13.", "ti 10–13 alkaen 24.11.2026"),
    ("klo 10–13 tiistaisin", "ti 10–13 alkaen 24.11.2026"),
    ("joka tiistai kello 10–13", "ti 10–13 alkaen 24.11.2026"),
    ("joka viikko tiistaina 10–13", "ti 10–13 alkaen 24.11.2026"),
    ("viikoittain ti 10–13", "ti 10–13 alkaen 24.11.2026"),
    ("ti. 10–13", "ti 10–13 alkaen 24.11.2026"),
    ("ti: 10–13", "ti 10–13 alkaen 24.11.2026"),
    ("tiistai-iltaisin 18–20", "ti 18–20 alkaen 24.11.2026"),
    ("tiistaiiltaisin 18–20", "ti 18–20 alkaen 24.11.2026"),
    ("su 12–14", "su 12–14 alkaen 22.11.2026"),
    ("ma-pe 9-15", "ma–pe 9–15 alkaen 23.11.2026"),
    ("ma–pe klo 9.30–15.15", "ma–pe 9.30–15.15 alkaen 23.11.2026"),
    ("maanantaista perjantaihin 9–15", "ma–pe 9–15 alkaen 23.11.2026"),
    ("keskiviikosta sunnuntaihin 9–15", "ke–su 9–15 alkaen 22.11.2026"),
    ("pe–ma 9–15", "ma, pe, la, su 9–15 alkaen 22.11.2026"),
    ("ma, ke 17–19.30", "ma, ke 17–19.30 alkaen 23.11.2026"),
    ("ma, ke ja pe 17–19", "ma, ke, pe 17–19 alkaen 23.11.2026"),
    ("ma & to 17-19", "ma, to 17–19 alkaen 23.11.2026"),
    ("ma sekä to klo 17-19", "ma, to 17–19 alkaen 23.11.2026"),
    ("maanantaisin ja keskiviikkoisin 17–19", "ma, ke 17–19 alkaen 23.11.2026"),
    ("arkisin 9–15", "ma–pe 9–15 alkaen 23.11.2026"),
    ("arkipäivisin klo 9–15", "ma–pe 9–15 alkaen 23.11.2026"),
    ("viikonloppuisin 12–16", "la, su 12–16 alkaen 22.11.2026"),
    ("joka päivä 8–20", "joka päivä 8–20 alkaen 22.11.2026"),
    ("päivittäin 8–20", "joka päivä 8–20 alkaen 22.11.2026"),
    ("joka toinen päivä 8–9 alkaen 1.12.2026", "joka toinen päivä 8–9 alkaen 1.12.2026"),
    ("parillisina viikkoina ti 10–12", "parillisina viikkoina ti 10–12 alkaen 24.11.2026"),
    ("parittomina viikkoina ti 10–12", "parittomina viikkoina ti 10–12 alkaen 1.12.2026"),
    ("parillisten viikkojen tiistaisin 10–12", "parillisina viikkoina ti 10–12 alkaen 24.11.2026"),
    ("ti 10–12 parittomilla viikoilla", "parittomina viikkoina ti 10–12 alkaen 1.12.2026"),
    ("joka toinen to 17–19 alkaen 8.10.2026", "joka toinen to 17–19 alkaen 8.10.2026"),
    ("joka toinen torstai klo 17-19 alkaen 8.10.", "joka toinen to 17–19 alkaen 8.10.2026"),
    ("8.10.2026 alkaen joka toinen torstai klo 17-19", "joka toinen to 17–19 alkaen 8.10.2026"),
    ("joka toinen viikko to 17–19 alkaen 8.10.2026", "joka toinen to 17–19 alkaen 8.10.2026"),
    ("joka kolmas viikko to 17–19 alkaen 8.10.2026", "joka 3. to 17–19 alkaen 8.10.2026"),
    ("joka 4. la 11–14 alkaen 5.12.2026", "joka 4. la 11–14 alkaen 5.12.2026"),
    ("to 17–19 joka toinen viikko alkaen 8.10.2026", "joka toinen to 17–19 alkaen 8.10.2026"),
    ("to klo 17–19, joka toinen viikko, alkaen 8.10.2026", "joka toinen to 17–19 alkaen 8.10.2026"),
    // Since a Saturday: the first Thursday after it begins.
    ("joka toinen to 17–19 alkaen 5.12.2026", "joka toinen to 17–19 alkaen 10.12.2026"),
    ("kuukauden 1. la 11–14", "kuukauden 1. la 11–14 alkaen 5.12.2026"),
    ("kuukauden ensimmäinen lauantai klo 11–14", "kuukauden 1. la 11–14 alkaen 5.12.2026"),
    ("kuun 1. la 11–14", "kuukauden 1. la 11–14 alkaen 5.12.2026"),
    ("joka kuukauden ensimmäisenä lauantaina 11–14", "kuukauden 1. la 11–14 alkaen 5.12.2026"),
    ("kuukauden 2. ja 4. ti 18–20", "kuukauden 2. ja 4. ti 18–20 alkaen 24.11.2026"),
    ("kuukauden 4., 2. ti 18–20", "kuukauden 2. ja 4. ti 18–20 alkaen 24.11.2026"),
    ("kuukauden viimeinen su 14–16", "kuukauden viimeinen su 14–16 alkaen 29.11.2026"),
    ("kuukauden 15. päivä 10–12", "kuukauden 15. päivä 10–12 alkaen 15.12.2026"),
    ("kuukauden viimeinen päivä 10–12", "kuukauden viimeinen päivä 10–12 alkaen 30.11.2026"),
    ("24.11.2026 17–19", "ti 24.11.2026 17–19"),
    ("24.11.2026 klo 17-19", "ti 24.11.2026 17–19"),
    ("24.11.26 klo 17-19", "ti 24.11.2026 17–19"),
    ("2026-11-24 17:00-19:00", "ti 24.11.2026 17–19"),
    ("24. marraskuuta 2026 klo 17–19", "ti 24.11.2026 17–19"),
    ("la 5.12.2026 11–15", "la 5.12.2026 11–15"),
    ("lauantaina 5.12.2026 klo 11–15", "la 5.12.2026 11–15"),
    ("5.12. 11–15", "la 5.12.2026 11–15"),
    ("5.12 klo 11–15", "la 5.12.2026 11–15"),
    ("7.1. 18–20", "to 7.1.2027 18–20"),
    ("24.11., 26.11. ja 1.12. klo 17–19", "ti 24.11.2026 17–19 / to 26.11.2026 17–19 / ti 1.12.2026 17–19"),
    ("24.11. 17–19, 25.11. 18–20", "ti 24.11.2026 17–19 / ke 25.11.2026 18–20"),
    ("vuosittain 6.12. 12–14", "vuosittain 6.12. 12–14 alkaen 6.12.2026"),
    ("joka vuosi 6.12. klo 12–14", "vuosittain 6.12. 12–14 alkaen 6.12.2026"),
    ("vuosittain 29.2. 12–14", "vuosittain 29.2. 12–14 alkaen 29.2.2028"),
    ("ti 10–12 alkaen 12.1.2027", "ti 10–12 alkaen 12.1.2027"),
    ("ti 10–12 asti 30.4.2027", "ti 10–12 alkaen 24.11.2026 asti 30.4.2027"),
    ("ti 10–12 30.4.2027 asti", "ti 10–12 alkaen 24.11.2026 asti 30.4.2027"),
    ("ti 10–12 alkaen 7.9.2026 asti 30.11.2026", "ti 10–12 alkaen 8.9.2026 asti 30.11.2026"),
    ("7.9.–30.11.2026 ti 10–12", "ti 10–12 alkaen 8.9.2026 asti 30.11.2026"),
    ("ti 10–12 7.9.–30.11.2026", "ti 10–12 alkaen 8.9.2026 asti 30.11.2026"),
    ("ti 10–12 (7.9.–30.11.2026)", "ti 10–12 alkaen 24.11.2026 (7.9.–30.11.2026)"),
    ("tiistaisin 7.9.–30.11. klo 10–12", "ti 10–12 alkaen 8.9.2026 asti 30.11.2026"),
    ("1.12.2026–12.1.2027 ti 10–12", "ti 10–12 alkaen 1.12.2026 asti 12.1.2027"),
    ("1.12.–12.1. ti 10–12", "ti 10–12 alkaen 1.12.2026 asti 12.1.2027"),
    ("7.–11.12.2026 klo 9–15", "joka päivä 9–15 alkaen 7.12.2026 asti 11.12.2026"),
    ("ti 17–19 alkaen 1.12.2026, 10 kertaa", "ti 17–19 alkaen 1.12.2026, 10 kertaa"),
    ("auki ma–to 9–15 / auki pe 9–13", "auki ma–to 9–15 alkaen 23.11.2026 / auki pe 9–13 alkaen 27.11.2026"),
    ("auki: ma–to 9–15, pe 9–13", "auki ma–to 9–15 alkaen 23.11.2026 / auki pe 9–13 alkaen 27.11.2026"),
    ("avoinna joka päivä ympäri vuorokauden", "auki joka päivä 0–24 alkaen 22.11.2026"),
    ("auki 24/7", "auki joka päivä 0–24 alkaen 22.11.2026"),
    ("auki ma-pe 0-24", "auki ma–pe 0–24 alkaen 23.11.2026"),
    ("pe 22–2", "pe 22–2 alkaen 27.11.2026"),
    ("la 20-24.00", "la 20–24 alkaen 28.11.2026"),
    ("ma 10–12 ja ke 13–15", "ma 10–12 alkaen 23.11.2026 / ke 13–15 alkaen 25.11.2026"),
    ("ma 10–12, 13–15", "ma 10–12 alkaen 23.11.2026 / ma 13–15 alkaen 23.11.2026"),
    ("ma 10–12 ja ke 13–15 alkaen 7.12.2026", "ma 10–12 alkaen 7.12.2026 / ke 13–15 alkaen 9.12.2026"),
    ("ma 10–12\nke 13–15", "ma 10–12 alkaen 23.11.2026 / ke 13–15 alkaen 25.11.2026"),
    ("ti 17", "ti klo 17 alkaen 24.11.2026"),
    ("ti klo 17 alkaen", "ti klo 17 alkaen 24.11.2026"),
    ("ti klo 17 alkaen 1.12.2026", "ti klo 17 alkaen 1.12.2026"),
    ("ti klo 17.30 (ulkona)", "ti klo 17.30 alkaen 24.11.2026 (ulkona)"),
    ("ti 10–13 (kesällä ulkona / sateella sisällä)", "ti 10–13 alkaen 24.11.2026 (kesällä ulkona / sateella sisällä)"),
    ("FREQ=MONTHLY;BYDAY=-2FR 10–12 alkaen 1.12.2026", "FREQ=MONTHLY;BYDAY=-2FR 10–12 alkaen 1.12.2026"),
    ("", ""),
    (" / ", ""),
];

#[test]
fn what_people_write_is_understood() {
    for (phrase, expected) in PHRASES {
        let understood = match parse(phrase, "", today()) {
            Ok(schedules) => schedules.iter().map(to_words).collect::<Vec<_>>().join(" / "),
            Err(problem) => format!("!{}", problem.piece()),
        };
        assert_eq!(&understood, expected, "{phrase}");
    }
}

#[test]
fn what_is_written_back_reads_as_the_same() {
    for (phrase, _) in PHRASES {
        let Ok(schedules) = parse(phrase, "", today()) else { continue };
        for schedule in schedules {
            let words = to_words(&schedule);
            assert_eq!(parse(&words, "", day(2025, 2, 1)), Ok(vec![schedule]), "{words}");
        }
    }
}

#[test]
fn what_is_not_understood_is_told_with_its_piece() {
    let problems = [
        ("tiistiasin 10–13", "times-problem-unknown-word", "tiistiasin"),
        ("ti 10–13 paitsi kesällä", "times-problem-unknown-word", "paitsi"),
        ("ti 25–26", "times-problem-hour", "25"),
        ("ti 10.75–12", "times-problem-hour", "10.75"),
        ("ti 10–", "times-problem-hour", "–"),
        ("ti 99999999999", "times-problem-hour", "99999999999"),
        ("31.2.2026 10–12", "times-problem-date", "31.2.2026"),
        ("24.11.0001 10–12", "times-problem-year", "24.11.1"),
        ("24.11.9999 10–12", "times-problem-year", "24.11.9999"),
        ("tiistai", "times-problem-no-hours", "tiistai"),
        ("viikonloppuisin", "times-problem-no-hours", "viikonloppuisin"),
        ("10–13", "times-problem-no-day", "10–13"),
        ("joka toinen to 17–19", "times-problem-no-start", "joka toinen to 17–19"),
        ("ma 5.12.2026 11–15", "times-problem-other-weekday", "ma 5.12.2026 11–15"),
        (
            "ti 10–12 alkaen 7.12.2026 asti 1.12.2026",
            "times-problem-ends-before-it-starts",
            "ti 10–12 alkaen 7.12.2026 asti 1.12.2026",
        ),
        ("ti 10–12 7.12.2026–7.12.2026", "times-problem-never-happens", "ti 10–12 7.12.2026–7.12.2026"),
        ("ti 10–10", "times-problem-unclear", "10–10"),
        ("kuukauden 6. la 10–12", "times-problem-unclear", "kuukauden 6. la"),
        (
            "joka toinen ma 10–12 ja ke 13–15 alkaen 7.12.2026",
            "times-problem-unclear",
            "joka toinen ma 10–12 ja ke 13–15 alkaen 7.12.2026",
        ),
        ("ti 10–12 (kesken", "times-problem-unclear", "(kesken"),
        ("FREQ=HOURLY 10–12", "times-problem-rule", "FREQ=HOURLY"),
        (
            "FREQ=MONTHLY;BYMONTHDAY=31;BYMONTH=2 10–12",
            "times-problem-never-happens",
            "FREQ=MONTHLY;BYMONTHDAY=31;BYMONTH=2",
        ),
    ];
    for (phrase, key, piece) in problems {
        let problem = parse(phrase, "", today()).expect_err(phrase);
        assert_eq!((problem.key(), problem.piece()), (key, piece), "{phrase}");
    }
}

#[test]
fn days_that_differ_are_understood() {
    let table = [
        ("ti 10–13", "ei 1.12.2026", "ei 1.12.2026"),
        ("ti 10–13", "ei 24.12.2026", ""),
        ("ti 10–13", "ei ole 1.12.", "ei 1.12.2026"),
        ("ti 10–13", "1.12. ei", "ei 1.12.2026"),
        ("ti 10–13", "ei 24.12.2026–6.1.2027", "ei 29.12.2026–5.1.2027"),
        ("ti 10–13", "ei 24.12.–6.1.", "ei 29.12.2026–5.1.2027"),
        ("auki ma–pe 9–15", "suljettu 24.12.2026–6.1.2027 (joulu)", "ei 24.12.2026–6.1.2027 (joulu)"),
        ("ti 10–13", "8.12.2026 siirtyy 9.12.2026 10–13", "8.12.2026 siirtyy 9.12.2026 10–13"),
        ("ti 10–13", "ti 8.12. siirtyy ke 9.12.", "8.12.2026 siirtyy 9.12.2026 10–13"),
        ("ti 10–13", "8.12.2026 siirtyy klo 12–15", "8.12.2026 siirtyy 8.12.2026 12–15"),
        ("ti 10–13", "peruttu 1.12.2026", "peruttu 1.12.2026"),
        (
            "ti 10–13",
            "peruttu 1.12.2026 (ohjaaja on sairaana) / ei 8.12.2026",
            "peruttu 1.12.2026 (ohjaaja on sairaana) / ei 8.12.2026",
        ),
        // It was about a day before the group began.
        ("ti 10–13", "peruttu 1.9.2026", ""),
    ];
    for (times, exceptions, expected) in table {
        let schedule = written_with(times, exceptions).remove(0);
        let words = exceptions_to_words(&schedule);
        assert_eq!(words, expected, "{exceptions}");
        assert_eq!(parse(&to_words(&schedule), &words, today()), Ok(vec![schedule]));
    }
}

#[test]
fn exceptions_about_nothing_are_told() {
    let problems = [
        ("peruttu 2.12.2026", "times-problem-not-held-then"),
        ("2.12.2026 siirtyy 3.12.2026 10–12", "times-problem-not-held-then"),
        ("1.12.2026 siirtyy 1.12.2026", "times-problem-unclear"),
        ("1.12.2026", "times-problem-unclear"),
        ("ehkä 1.12.2026", "times-problem-unknown-word"),
        ("ei 6.1.2027–24.12.2026", "times-problem-ends-before-it-starts"),
        ("ei 1.1.2027–31.12.2190", "times-problem-too-many"),
    ];
    for (exceptions, key) in problems {
        let problem = parse("ti 10–13", exceptions, today()).expect_err(exceptions);
        assert_eq!(problem.key(), key, "{exceptions}");
    }
}

#[test]
fn a_holiday_belongs_to_the_schedules_that_have_that_day() {
    let schedules = written_with("auki ma–to 9–15 / auki pe 9–13", "ei 24.12.2026–25.12.2026");
    assert_eq!(schedules[0].exceptions.len(), 1, "Thursday");
    assert_eq!(schedules[1].exceptions.len(), 1, "Friday");
}

#[test]
fn what_would_grow_without_end_is_refused() {
    let times = "ma–su 10–11 / ".repeat(90);
    let exceptions = "ei 1.1.2027–1.3.2029 / ".repeat(300);
    assert!(matches!(parse(&times, &exceptions, today()), Err(TimesProblem::TooMany { .. })));
    let note = format!("ti 10–13 ({})", "a".repeat(400));
    assert!(matches!(parse(&note, "", today()), Err(TimesProblem::LongNote { .. })));
}

#[test]
fn a_long_text_is_refused_at_once() {
    let long = "ti 10–13 / ".repeat(5000);
    assert!(matches!(parse(&long, "", today()), Err(TimesProblem::TooMany { .. })));
}

fn any_piece() -> impl Strategy<Value = String> {
    let words = [
        "ti",
        "ma–pe",
        "joka",
        "toinen",
        "kuukauden",
        "1.",
        "viimeinen",
        "la",
        "10–13",
        "klo",
        "17",
        "alkaen",
        "asti",
        "7.9.2026",
        "24.12.",
        "–",
        "/",
        ",",
        "ja",
        "auki",
        "vuosittain",
        "parillisina",
        "viikkoina",
        "päivä",
        "ei",
        "peruttu",
        "siirtyy",
        "(huom)",
        "ympäri",
        "vuorokauden",
        "10",
        "kertaa",
        "FREQ=YEARLY;BYDAY=53MO",
        "FREQ=WEEKLY;COUNT=1000",
        "29.2.",
        "31.12.2200",
        "1.1.1900",
        "24.00",
        "marraskuuta",
        "2026",
    ];
    prop_oneof![8 => prop::sample::select(words.to_vec()).prop_map(str::to_owned), 1 => "\\PC{0,6}"]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, ..ProptestConfig::default() })]

    #[test]
    fn no_text_breaks_the_reader(pieces in prop::collection::vec(any_piece(), 0..14), exceptions in prop::collection::vec(any_piece(), 0..6)) {
        let (text, exceptions) = (pieces.join(" "), exceptions.join(" "));
        if let Ok(schedules) = parse(&text, &exceptions, today()) {
            for schedule in &schedules {
                let read = parse(&to_words(schedule), &exceptions_to_words(schedule), today());
                prop_assert_eq!(read, Ok(vec![schedule.clone()]), "{} → {}", text, to_words(schedule));
            }
        }
    }

    #[test]
    fn no_letters_break_the_reader(text in "\\PC{0,40}", exceptions in "[0-9.\\-– a-zäö/()]{0,30}") {
        let _ = parse(&text, &exceptions, today());
        let _ = parse(&exceptions, &text, today());
    }
}
