//! A row of the table of activities.

use super::super::ids;
use super::super::reason::Reason;
use super::super::record::{ActivityDraft, Arranger, Content, Draft, Link, Subject};
use super::cells::Cells;
use super::place;
use crate::activities::model::{Activity, ActivityPlace, ActivityText, LinkMeaning, Price, price};
use crate::organizations::model::State;
use crate::places::model::{Confidentiality, Place};
use crate::reference;
use crate::text::{Texts, slug};
use crate::times::{Schedule, words};
use crate::vocabulary::{INTERESTS, KINDS, LANGUAGES, SITUATIONS, SUPPORT_FORMS, THRESHOLDS};

/// Hours a week that anyone works.
const MOST_HOURS: i64 = 60;
/// People in one group.
const LARGEST_GROUP: i64 = 100_000;
/// Links of one meaning.
const MOST_LINKS: usize = 20;

/// The reference of a row: its own id, or what it is called and by whom.
pub(super) fn reference(cells: &Cells<'_>) -> String {
    match cells.cell("tunnus") {
        "" => format!("{}/{}", cells.cell("järjestäjä"), cells.cell("nimi")),
        own => own.to_owned(),
    }
}

/// Reads a row; what is wrong is left in `cells`.
pub(super) fn read(cells: &mut Cells<'_>, source_id: &str, hash: String) -> Option<Draft> {
    let texts = texts(cells);
    if texts.values().all(|text| text.name.is_empty()) {
        cells.reject("nimi", Reason::MissingName, "");
    }
    let arranger = cells.line("järjestäjä");
    if arranger.is_empty() {
        cells.reject("järjestäjä", Reason::MissingOrganization, "");
    }
    if cells.is_rejected() {
        return None;
    }
    let reference = reference(cells);
    let id = ids::own_or_derived(source_id, Subject::Activity.as_str(), &reference);
    let thresholds = cells.labels("kynnys", THRESHOLDS);
    let price = match price::read(cells.cell("hinta")).0 {
        Price::Unknown if cells.cell("hinta").is_empty() && thresholds.iter().any(|code| code == "free") => Price::Free,
        price => price,
    };
    let (age_min, age_max) = ages(cells);
    let name = texts.get("fi").or_else(|| texts.values().next()).map_or("", |text| text.name.as_str());
    let activity = Activity {
        slug: String::new(),
        kind: kind(cells).to_owned(),
        step: step(cells),
        interests: cells.labels("kiinnostukset", INTERESTS),
        situations: cells.labels("elämäntilanteet", SITUATIONS),
        target_groups: target_groups(cells),
        languages: languages(cells),
        price,
        age_min,
        age_max,
        group_size: cells.number("ryhmän koko", 1, LARGEST_GROUP, Reason::Number),
        hours: hours(cells),
        support_form: cells.label("tukimuoto", SUPPORT_FORMS).unwrap_or("").to_owned(),
        phone: cells.phone(),
        email: cells.email(),
        website: cells.website(),
        sign_up: cells.text("ilmoittautuminen", "fi"),
        state: State::Published,
        verified_on: cells.verified_on(),
        source_id: Some(source_id.to_owned()),
        places: places(cells, source_id, &reference),
        schedules: schedules(cells, &id),
        thresholds,
        id: id.clone(),
        ..Activity::default()
    };
    let own = cells.cell("tunnus");
    let slug = if is_address(own) { slug(own) } else { slug(name) };
    let draft = ActivityDraft {
        activity: Activity { texts, ..activity },
        slug,
        arranger: Arranger::Named(arranger),
        organization: None,
        links: Some(links(cells)),
        attributes: None,
        attachments: Vec::new(),
        keeps_places: false,
        own_places: true,
    };
    let content = Content::Activity(Box::new(draft));
    Some(Draft { at: cells.at(), reference, hash, part: false, content })
}

/// Whether an id says something to a person who reads it in an address: a number or a UUID does not.
pub(super) fn is_address(id: &str) -> bool {
    id.chars().any(char::is_alphabetic) && !ids::is_uuid(id)
}

fn texts(cells: &mut Cells<'_>) -> Texts<ActivityText> {
    let mut texts = Texts::new();
    for language in cells.languages() {
        let mut text = |heading| cells.text(heading, language);
        let said = ActivityText {
            name: text("nimi").split_whitespace().collect::<Vec<_>>().join(" "),
            summary: text("lyhyesti"),
            description: text("kuvaus"),
            atmosphere: text("millaista siellä on"),
            how_to_join: text("näin pääset mukaan"),
            welcome: text("vastaanotto"),
            price_note: price::read(&text("hinta")).1,
            length: text("kesto"),
            keywords: text("hakusanat"),
        };
        if said != ActivityText::default() {
            texts.insert(language.clone(), said);
        }
    }
    texts
}

fn kind(cells: &mut Cells<'_>) -> &'static str {
    if cells.cell("laji").is_empty() {
        cells.ask("laji", Reason::MissingKind, "");
    }
    cells.label("laji", KINDS).unwrap_or("support")
}

/// `2`, or `2 Ryhmät` as a drop-down list may say it.
fn step(cells: &mut Cells<'_>) -> Option<u8> {
    let cell = cells.cell("askel");
    if cell.is_empty() {
        return None;
    }
    let digits: String = cell.chars().take_while(char::is_ascii_digit).collect();
    let step = digits.parse().ok().filter(|step| (1..=crate::steps::store::COUNT).contains(step));
    if step.is_none() {
        cells.ask("askel", Reason::Step, cell);
    }
    step
}

fn ages(cells: &mut Cells<'_>) -> (Option<i64>, Option<i64>) {
    let from = cells.number("ikä alkaen", 0, 120, Reason::Age);
    let to = cells.number("ikä enintään", 0, 120, Reason::Age);
    match (from, to) {
        (Some(youngest), Some(oldest)) if youngest > oldest => {
            cells.ask("ikä enintään", Reason::AgeOrder, format!("{youngest}–{oldest}"));
            (None, None)
        }
        ages => ages,
    }
}

/// `20` or `10–20`.
fn hours(cells: &mut Cells<'_>) -> Option<(i64, i64)> {
    let cell = cells.cell("tunteja viikossa");
    if cell.is_empty() {
        return None;
    }
    let bare = cell.trim_end_matches(|c: char| !c.is_ascii_digit());
    let mut numbers = bare.split(['–', '—', '-']).map(|part| part.trim().parse::<i64>().ok());
    let from = numbers.next().flatten();
    let to = numbers.next().unwrap_or(from);
    let hours = from.zip(to).filter(|(from, to)| 0 < *to && 0 <= *from && from <= to && *to <= MOST_HOURS);
    if hours.is_none() || numbers.next().is_some() {
        cells.ask("tunteja viikossa", Reason::Hours, cell);
        return None;
    }
    hours
}

fn languages(cells: &mut Cells<'_>) -> Vec<String> {
    let (codes, unknown) = LANGUAGES.codes_in(cells.cell("kielet"));
    let mut codes: Vec<String> = codes.into_iter().map(str::to_owned).collect();
    for name in unknown {
        let known = |name: &str| reference::IsoLanguage::from_name(name).or_else(|| reference::language(name));
        match known(&name).or_else(|| known(cells.meant(&Reason::UnknownLanguage, &name)?)) {
            Some(language) if codes.iter().any(|code| code == language.code) => {}
            Some(language) => codes.push(language.code.to_owned()),
            None => cells.ask("kielet", Reason::UnknownLanguage, name),
        }
    }
    codes
}

/// Codes of PTV or names; a name may hold a comma, so the longest that is known is taken.
fn target_groups(cells: &mut Cells<'_>) -> Vec<String> {
    let pieces: Vec<&str> =
        cells.cell("kohderyhmät").split([',', ' ', '\n']).filter(|piece| !piece.is_empty()).collect();
    let mut codes: Vec<String> = Vec::new();
    let mut at = 0;
    while at < pieces.len() {
        let found = (at + 1..=pieces.len().min(at + 8)).rev().find_map(|end| {
            let name = pieces[at..end].join(" ");
            let term = reference::target_group(&name).or_else(|| reference::target_group_named(&name))?;
            Some((term.code.to_owned(), end))
        });
        match found {
            Some((code, end)) => {
                if !codes.contains(&code) {
                    codes.push(code);
                }
                at = end;
            }
            None => {
                match cells.meant(&Reason::UnknownTargetGroup, pieces[at]).and_then(reference::target_group_named) {
                    Some(term) if codes.iter().any(|code| code == term.code) => {}
                    Some(term) => codes.push(term.code.to_owned()),
                    None => cells.ask("kohderyhmät", Reason::UnknownTargetGroup, pieces[at]),
                }
                at += 1;
            }
        }
    }
    codes
}

/// The days that differ are tried together with the times: without them a reader comes to a closed door, but without
/// the times to none at all.
fn schedules(cells: &mut Cells<'_>, activity_id: &str) -> Vec<Schedule> {
    let (times, differing) = (cells.cell("ajat"), cells.cell("poikkeukset"));
    let mut schedules =
        words::parse(times, differing, cells.today).or_else(|problem| match words::parse(times, "", cells.today) {
            Ok(schedules) => {
                cells.ask("poikkeukset", Reason::from(&problem), problem.piece());
                Ok(schedules)
            }
            Err(problem) => {
                cells.ask("ajat", Reason::from(&problem), problem.piece());
                Err(())
            }
        });
    for (position, schedule) in schedules.iter_mut().flatten().enumerate() {
        schedule.id = ids::derived(activity_id, "schedule", &position.to_string());
    }
    schedules.unwrap_or_default()
}

/// Rows with one and the same place share it. A place that is not for everyone is shared with nobody: from an id that
/// is made of an address the address could be found by trying.
fn places(cells: &mut Cells<'_>, source_id: &str, reference: &str) -> Vec<ActivityPlace> {
    let Some(place) = place::read(cells) else { return Vec::new() };
    let id = if place.confidentiality == Confidentiality::Public {
        let Place { name, street, postal_code, municipality, neighbourhood, point, .. } = &place;
        let written = format!("{name}|{street}|{postal_code}|{municipality}|{neighbourhood}|{point:?}").to_lowercase();
        ids::derived(source_id, "place", &written)
    } else {
        ids::derived(source_id, "place-of", reference)
    };
    let link_id = ids::derived(source_id, "activity-at", &format!("{reference}|{id}"));
    vec![ActivityPlace { link_id, place: Place { id, ..place } }]
}

fn links(cells: &mut Cells<'_>) -> Vec<Link> {
    let mut links = Vec::new();
    for (heading, meaning) in [("mitä tämän jälkeen", LinkMeaning::Next), ("vaihtoehdot", LinkMeaning::Alternative)]
    {
        let named: Vec<&str> =
            cells.cell(heading).split([',', ';', '\n']).map(str::trim).filter(|name| !name.is_empty()).collect();
        if named.len() > MOST_LINKS {
            cells.ask(heading, Reason::TooMany, MOST_LINKS.to_string());
        }
        links.extend(named.into_iter().take(MOST_LINKS).map(|name| Link { meaning, reference: name.to_owned() }));
    }
    links
}
