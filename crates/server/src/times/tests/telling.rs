//! What people are told, in every language.

use std::collections::BTreeSet;

use super::*;
use crate::i18n::{Language, files};
use crate::times::{
    Session, SessionState, TimesProblem, iso_local, next, sessions, tell, tell_date, tell_dates, tell_day, tell_note,
    tell_on, tell_session,
};

const LANGUAGES: [Language; 4] = [Language::Finnish, Language::Swedish, Language::English, Language::EasyFinnish];

/// What was written, and how it is told in Finnish, Swedish, English and easy Finnish.
const TOLD: &[(&str, [&str; 4])] = &[
    ("ti 10–13", ["tiistaisin klo 10–13", "på tisdagar kl. 10–13", "Tuesdays 10:00–13:00", "Tiistaisin kello 10–13"]),
    (
        "ma, ke 17–19.30",
        [
            "maanantaisin ja keskiviikkoisin klo 17–19.30",
            "på måndagar och onsdagar kl. 17–19.30",
            "Mondays and Wednesdays 17:00–19:30",
            "Maanantaisin ja keskiviikkoisin kello 17–19.30",
        ],
    ),
    (
        "ma, ke, pe 9.05–10",
        [
            "ma, ke ja pe klo 9.05–10",
            "på måndagar, onsdagar och fredagar kl. 9.05–10",
            "Mondays, Wednesdays and Fridays 9:05–10:00",
            "Maanantaisin, keskiviikkoisin ja perjantaisin kello 9.05–10",
        ],
    ),
    (
        "auki ma–pe 9–15",
        [
            "avoinna ma–pe klo 9–15",
            "öppet måndag–fredag kl. 9–15",
            "open Monday to Friday 9:00–15:00",
            "Auki maanantaista perjantaihin kello 9–15",
        ],
    ),
    (
        "auki joka päivä ympäri vuorokauden",
        [
            "avoinna joka päivä ympäri vuorokauden",
            "öppet varje dag dygnet runt",
            "open every day round the clock",
            "Auki joka päivä koko päivän ja koko yön",
        ],
    ),
    (
        "ma–su 18–24",
        ["joka päivä klo 18–24", "varje dag kl. 18–24", "every day 18:00–midnight", "Joka päivä kello 18–24"],
    ),
    (
        "joka toinen to 17–19 alkaen 8.10.2026",
        [
            "joka toinen torstai klo 17–19",
            "varannan torsdag kl. 17–19",
            "every other Thursday 17:00–19:00",
            "Joka toinen torstai kello 17–19",
        ],
    ),
    (
        "joka 3. to 17–19 alkaen 8.10.2026",
        [
            "joka 3. torstai klo 17–19",
            "var tredje torsdag kl. 17–19",
            "every third Thursday 17:00–19:00",
            "Joka 3. torstai kello 17–19",
        ],
    ),
    (
        "joka toinen ti, to 17–19 alkaen 8.10.2026",
        [
            "joka toinen viikko tiistaisin ja torstaisin klo 17–19",
            "varannan vecka på tisdagar och torsdagar kl. 17–19",
            "every other week, Tuesdays and Thursdays 17:00–19:00",
            "Joka toinen viikko tiistaisin ja torstaisin kello 17–19",
        ],
    ),
    (
        "joka toinen päivä 8–9 alkaen 1.10.2026",
        [
            "joka toinen päivä klo 8–9",
            "varannan dag kl. 8–9",
            "every other day 8:00–9:00",
            "Joka toinen päivä kello 8–9",
        ],
    ),
    (
        "parillisina viikkoina ti 10–12",
        [
            "parillisina viikkoina tiistaisin klo 10–12",
            "jämna veckor på tisdagar kl. 10–12",
            "Tuesdays in even-numbered weeks 10:00–12:00",
            "Parillisina viikkoina tiistaisin kello 10–12",
        ],
    ),
    (
        "parittomina viikkoina ti 10–12",
        [
            "parittomina viikkoina tiistaisin klo 10–12",
            "udda veckor på tisdagar kl. 10–12",
            "Tuesdays in odd-numbered weeks 10:00–12:00",
            "Parittomina viikkoina tiistaisin kello 10–12",
        ],
    ),
    (
        "kuukauden 1. la 11–14",
        [
            "kuukauden ensimmäinen lauantai klo 11–14",
            "den första lördagen i månaden kl. 11–14",
            "first Saturday of the month 11:00–14:00",
            "Kuukauden ensimmäinen lauantai kello 11–14",
        ],
    ),
    (
        "kuukauden 2. ja 4. ti 18–20",
        [
            "kuukauden toinen ja neljäs tiistai klo 18–20",
            "den andra och fjärde tisdagen i månaden kl. 18–20",
            "second and fourth Tuesday of the month 18:00–20:00",
            "Kuukauden toinen ja neljäs tiistai kello 18–20",
        ],
    ),
    (
        "kuukauden viimeinen su 14–16",
        [
            "kuukauden viimeinen sunnuntai klo 14–16",
            "den sista söndagen i månaden kl. 14–16",
            "last Sunday of the month 14:00–16:00",
            "Kuukauden viimeinen sunnuntai kello 14–16",
        ],
    ),
    (
        "kuukauden 22. päivä 10–12",
        [
            "kuukauden 22. päivä klo 10–12",
            "den 22:a i månaden kl. 10–12",
            "the 22nd of the month 10:00–12:00",
            "Kuukauden 22. päivä kello 10–12",
        ],
    ),
    (
        "kuukauden viimeinen päivä 10–12",
        [
            "kuukauden viimeinen päivä klo 10–12",
            "den sista dagen i månaden kl. 10–12",
            "the last day of the month 10:00–12:00",
            "Kuukauden viimeinen päivä kello 10–12",
        ],
    ),
    (
        "vuosittain 6.12. 12–14",
        [
            "vuosittain 6.12. klo 12–14",
            "varje år den 6.12 kl. 12–14",
            "every year on 6 December 12:00–14:00",
            "Joka vuosi 6.12. kello 12–14",
        ],
    ),
    (
        "24.11.2026 10–11.30",
        [
            "ti 24.11.2026 klo 10–11.30",
            "tis 24.11.2026 kl. 10–11.30",
            "Tue 24 November 2026, 10:00–11:30",
            "Tiistaina 24.11.2026 kello 10–11.30",
        ],
    ),
    (
        "ti klo 17",
        ["tiistaisin klo 17 alkaen", "på tisdagar från kl. 17", "Tuesdays from 17:00", "Tiistaisin kello 17 alkaen"],
    ),
    (
        "ti 10–12 7.9.–30.11.2026",
        [
            "tiistaisin klo 10–12, 8.9.–30.11.2026",
            "på tisdagar kl. 10–12, 8.9–30.11.2026",
            "Tuesdays 10:00–12:00, 8 September – 30 November 2026",
            "Tiistaisin kello 10–12, 8.9.–30.11.2026",
        ],
    ),
    (
        "ti 17–19 alkaen 1.12.2026, 10 kertaa",
        [
            "tiistaisin klo 17–19, 10 kertaa, 1.12.2026–2.2.2027",
            "på tisdagar kl. 17–19, 10 gånger, 1.12.2026–2.2.2027",
            "Tuesdays 17:00–19:00, 10 times, 1 December 2026 – 2 February 2027",
            "Tiistaisin kello 17–19, 10 kertaa, 1.12.2026–2.2.2027",
        ],
    ),
    (
        "FREQ=MONTHLY;BYDAY=-2FR 10–12 alkaen 1.12.2026",
        [
            "seuraavaksi pe 18.12., pe 22.1. ja pe 19.2. klo 10–12",
            "härnäst fre 18.12, fre 22.1 och fre 19.2 kl. 10–12",
            "next on Fri 18 December, Fri 22 January and Fri 19 February, 10:00–12:00",
            "Seuraavat ajat ovat perjantaina 18.12., perjantaina 22.1. ja perjantaina 19.2. kello 10–12",
        ],
    ),
];

#[test]
fn schedules_are_told_in_every_language() {
    for (text, expected) in TOLD {
        let schedule = &written(text)[0];
        assert_eq!(LANGUAGES.map(|language| tell(schedule, language)), *expected, "{text}");
    }
}

#[test]
fn a_beginning_is_told_only_before_it() {
    let on = |text: &str, today: NaiveDate| tell_on(&written(text)[0], Language::Finnish, today);
    assert_eq!(on("ti 10–12 alkaen 12.1.2027", today()), "tiistaisin klo 10–12, alkaen 12.1.2027");
    assert_eq!(on("ti 10–12 alkaen 12.1.2027", day(2027, 1, 12)), "tiistaisin klo 10–12");
    assert_eq!(on("ti 10–12 alkaen 12.1.2027 asti 30.4.2027", today()), "tiistaisin klo 10–12, 12.1.–30.4.2027");
    assert_eq!(on("ti 10–12 alkaen 12.1.2027 asti 30.4.2027", day(2027, 2, 1)), "tiistaisin klo 10–12, 30.4.2027 asti");
    assert_eq!(on("ti 10–12 alkaen 12.1.2027, 1 kertaa", today()), "tiistaisin klo 10–12, yhden kerran, 12.1.2027");
    let rare = "FREQ=MONTHLY;BYDAY=-2FR 10–12 alkaen 1.12.2026 asti 1.3.2027";
    assert_eq!(on(rare, day(2027, 2, 1)), "seuraavaksi pe 19.2. klo 10–12");
    assert_eq!(on(rare, day(2027, 3, 1)), "ei enää kertoja");
}

fn told_at(text: &str, exceptions: &str, session_on: NaiveDate, now: DateTime<Utc>) -> [String; 4] {
    let schedules = written_with(text, exceptions);
    let from = helsinki(session_on, 0, 0);
    let all = sessions(&schedules, from, from + chrono::TimeDelta::days(1), 9);
    let session = all.iter().find(|session| session.starts >= from).expect("a session");
    LANGUAGES.map(|language| tell_session(session, &schedules[session.schedule], language, now))
}

#[test]
fn a_session_is_told_from_where_one_stands() {
    let tuesday = day(2026, 11, 24);
    let told = |hour| told_at("ti 10–13", "", tuesday, hour);
    assert_eq!(
        told(helsinki(tuesday, 9, 0)),
        ["tänään klo 10–13", "i dag kl. 10–13", "today 10:00–13:00", "Tänään kello 10–13"]
    );
    assert_eq!(
        told(helsinki(day(2026, 11, 23), 23, 59)),
        ["huomenna klo 10–13", "i morgon kl. 10–13", "tomorrow 10:00–13:00", "Huomenna kello 10–13"]
    );
    assert_eq!(
        told(helsinki(today(), 9, 0)),
        ["ti 24.11. klo 10–13", "tis 24.11 kl. 10–13", "Tue 24 November, 10:00–13:00", "Tiistaina 24.11. kello 10–13"]
    );
    assert_eq!(
        told(helsinki(tuesday, 12, 0)),
        ["käynnissä nyt, klo 13 asti", "pågår nu, till kl. 13", "on now, until 13:00", "Alkoi jo, päättyy kello 13"]
    );
    assert_eq!(
        told_at("auki ti 10–15", "", tuesday, helsinki(tuesday, 12, 0)),
        ["nyt auki, klo 15 asti", "öppet nu, till kl. 15", "open now, until 15:00", "Auki nyt, kello 15 asti"]
    );
    assert_eq!(
        told_at("auki 24/7", "", tuesday, helsinki(tuesday, 12, 0)),
        [
            "nyt auki, ympäri vuorokauden",
            "öppet nu, dygnet runt",
            "open now, round the clock",
            "Auki nyt, koko päivän ja koko yön"
        ]
    );
    assert_eq!(
        told_at("ti klo 17", "", tuesday, helsinki(tuesday, 17, 30)),
        ["käynnissä nyt", "pågår nu", "on now", "Alkoi jo"]
    );
}

#[test]
fn a_session_that_differs_says_so() {
    let tuesday = day(2026, 11, 24);
    assert_eq!(
        told_at("ti 10–13", "peruttu 24.11.2026", tuesday, helsinki(tuesday, 12, 0)),
        [
            "peruttu: tänään klo 10–13",
            "inställt: i dag kl. 10–13",
            "cancelled: today 10:00–13:00",
            "Peruttu: tänään kello 10–13"
        ]
    );
    assert_eq!(
        told_at("ti 10–13", "1.12.2026 siirtyy 2.12.2026 11–12", day(2026, 12, 2), helsinki(today(), 12, 0)),
        [
            "ke 2.12. klo 11–12 (siirretty päivältä ti 1.12.)",
            "ons 2.12 kl. 11–12 (flyttat från tis 1.12)",
            "Wed 2 December, 11:00–12:00 (moved from Tue 1 December)",
            "Keskiviikkona 2.12. kello 11–12 (Aika on muuttunut. Vanha aika oli tiistaina 1.12.)",
        ]
    );
}

#[test]
fn the_year_is_told_when_it_is_not_near() {
    let told = |day| tell_day(day, Language::Finnish, today());
    assert_eq!(told(day(2027, 9, 22)), "ke 22.9.");
    assert_eq!(told(day(2027, 9, 23)), "to 23.9.2027");
    assert_eq!(told(day(2026, 1, 2)), "pe 2.1.");
    assert_eq!(told(day(2025, 12, 31)), "ke 31.12.2025");
    assert_eq!(told(today()), "tänään");
    assert_eq!(told(today().succ_opt().unwrap()), "huomenna");
}

#[test]
fn dates_and_ranges_are_told() {
    assert_eq!(
        LANGUAGES.map(|language| tell_date(day(2026, 3, 12), language)),
        ["12.3.2026", "12.3.2026", "12 March 2026", "12.3.2026"]
    );
    assert_eq!(tell_dates(day(2026, 9, 7), day(2026, 11, 30), Language::Finnish), "7.9.–30.11.2026");
    assert_eq!(tell_dates(day(2026, 12, 24), day(2027, 1, 6), Language::Finnish), "24.12.2026–6.1.2027");
    assert_eq!(tell_dates(day(2026, 12, 24), day(2026, 12, 24), Language::Finnish), "24.12.2026");
}

#[test]
fn an_unknown_end_is_worded_and_the_note_kept() {
    let schedules = written("ti klo 17 (ulkona) / ti 10–12 (sisällä)");
    assert_eq!(tell_note(&schedules[0], Language::English), "The end time has not been given. ulkona");
    assert_eq!(tell_note(&schedules[1], Language::English), "sisällä");
}

#[test]
fn machines_are_told_the_offset() {
    assert_eq!(iso_local(helsinki(day(2026, 11, 24), 10, 0), Helsinki), "2026-11-24T10:00+02:00");
    assert_eq!(iso_local(helsinki(day(2026, 7, 24), 10, 0), Helsinki), "2026-07-24T10:00+03:00");
}

#[test]
fn a_running_session_past_midnight_is_told_until_its_hour() {
    let schedules = written("auki pe 22–2");
    let now = helsinki(day(2026, 11, 28), 1, 0);
    let session: Session = next(&schedules, now).unwrap();
    assert_eq!(session.state, SessionState::Planned);
    assert_eq!(tell_session(&session, &schedules[0], Language::Finnish, now), "nyt auki, klo 2 asti");
}

#[test]
fn every_problem_is_worded_in_every_language() {
    for language in Language::ALL {
        for key in TimesProblem::KEYS {
            assert!(language.has(key), "{key} in {}", language.code());
            assert!(language.with(key, &[("piece", "xyzzy".into())]).contains("xyzzy"), "{key} in {}", language.code());
        }
    }
    let problem = parse("tiistiasin 10–13", "", today()).unwrap_err();
    assert_eq!(problem.tell(Language::Finnish), "En ymmärrä sanaa ”tiistiasin”. Kirjoita esimerkiksi ”ti 10–13”.");
}

#[test]
fn the_same_keys_are_in_every_language_and_all_are_used() {
    let keys = |language: Language| -> BTreeSet<String> {
        let (_, text) = files(language).into_iter().find(|(name, _)| name.ends_with("/times.ftl")).expect("times.ftl");
        let keys = text.lines().filter(|line| line.starts_with("times-")).filter_map(|line| line.split_once(" ="));
        keys.map(|(key, _)| key.to_owned()).collect()
    };
    let finnish = keys(Language::Finnish);
    let sources = [include_str!("../tell.rs"), include_str!("../ical.rs"), include_str!("../problem.rs")].concat();
    for key in &finnish {
        assert!(sources.contains(&format!("\"{key}\"")), "{key} is not used");
    }
    for language in Language::ALL {
        assert_eq!(keys(language), finnish, "{}", language.code());
    }
}
