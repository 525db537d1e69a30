//! The columns of our own tables, and how headings are matched to them.

use std::collections::HashMap;

use super::super::reason::Reason;
use crate::reference;

/// What a table holds, told by its headings. In the order tables are read: an activity names its organization.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum TableKind {
    Settings,
    Organizations,
    Activities,
}

/// A column of a table.
pub(super) struct Column {
    /// Its heading.
    pub(super) heading: &'static str,
    /// Other headings people give it.
    also: &'static [&'static str],
    /// It may be repeated with a language in brackets.
    pub(super) is_text: bool,
}

const fn plain(heading: &'static str) -> Column {
    Column { heading, also: &[], is_text: false }
}

const fn named(heading: &'static str, also: &'static [&'static str]) -> Column {
    Column { heading, also, is_text: false }
}

const fn text(heading: &'static str) -> Column {
    Column { heading, also: &[], is_text: true }
}

/// The columns of a table of activities, in the order of the template.
pub(super) const ACTIVITY: [Column; 40] = [
    plain("tunnus"),
    plain("järjestäjä"),
    text("nimi"),
    plain("laji"),
    named("askel", &["askelma"]),
    text("lyhyesti"),
    text("kuvaus"),
    text("millaista siellä on"),
    text("näin pääset mukaan"),
    text("vastaanotto"),
    plain("kynnys"),
    plain("kiinnostukset"),
    plain("elämäntilanteet"),
    plain("kohderyhmät"),
    plain("kielet"),
    text("hinta"),
    plain("ikä alkaen"),
    plain("ikä enintään"),
    plain("ryhmän koko"),
    plain("tunteja viikossa"),
    text("kesto"),
    plain("tukimuoto"),
    plain("paikka"),
    named("katuosoite", &["osoite"]),
    plain("postinumero"),
    plain("kunta"),
    named("kylä tai kaupunginosa", &["kaupunginosa", "kylä"]),
    plain("leveysaste"),
    plain("pituusaste"),
    plain("sijainnin julkisuus"),
    plain("ajat"),
    plain("poikkeukset"),
    named("puhelin", &["puhelinnumero"]),
    named("sähköposti", &["sähköpostiosoite"]),
    named("verkkosivu", &["www", "verkkosivut"]),
    plain("ilmoittautuminen"),
    plain("mitä tämän jälkeen"),
    plain("vaihtoehdot"),
    text("hakusanat"),
    plain("tarkistettu"),
];

/// The columns of a table of organizations.
pub(super) const ORGANIZATION: [Column; 13] = [
    plain("tunnus"),
    text("nimi"),
    plain("tyyppi"),
    text("lyhyesti"),
    text("kuvaus"),
    plain("y-tunnus"),
    named("verkkosivu", &["www", "verkkosivut"]),
    named("sähköposti", &["sähköpostiosoite"]),
    named("puhelin", &["puhelinnumero"]),
    named("katuosoite", &["osoite"]),
    plain("postinumero"),
    plain("kunta"),
    plain("tarkistettu"),
];

/// The columns of a table of the region's settings.
pub(super) const SETTING: [Column; 3] = [plain("asetus"), plain("kieli"), plain("arvo")];

/// Where the columns of one table are.
#[derive(Debug, Default)]
pub(super) struct Columns {
    at: HashMap<(&'static str, String), usize>,
    /// The languages texts are in, Finnish first.
    pub(super) languages: Vec<String>,
}

/// What the headings told.
pub(super) struct Headings {
    pub(super) kind: TableKind,
    pub(super) columns: Columns,
    /// Headings nobody reads, and such.
    pub(super) notes: Vec<(Reason, String)>,
}

impl Headings {
    /// Reads the heading row, or says why it is not one of ours.
    pub(super) fn read(headings: &[String]) -> Result<Headings, (Reason, String)> {
        let parts: Vec<(String, Option<String>)> = headings.iter().map(|heading| split(heading)).collect();
        let has = |wanted: &str| parts.iter().any(|(name, _)| *name == folded(wanted));
        let (kind, known): (_, &[Column]) = if has("asetus") && has("arvo") {
            (TableKind::Settings, &SETTING)
        } else if has("järjestäjä") {
            (TableKind::Activities, &ACTIVITY)
        } else if has("tyyppi") {
            (TableKind::Organizations, &ORGANIZATION)
        } else if parts.iter().filter(|(name, _)| find(&ACTIVITY, name).is_some()).count() >= 2 {
            return Err((Reason::MissingColumn, "järjestäjä".to_owned()));
        } else {
            return Err((Reason::UnknownTable, headings.join(", ")));
        };
        let mut read = Headings { kind, columns: Columns::default(), notes: Vec::new() };
        for (index, (name, language)) in parts.iter().enumerate() {
            read.place(index, &headings[index], known, name, language.as_deref());
        }
        if kind != TableKind::Settings && !read.columns.has("nimi") {
            return Err((Reason::MissingColumn, "nimi".to_owned()));
        }
        read.columns.languages.sort_by_key(|tag| (tag != "fi", tag.clone()));
        Ok(read)
    }

    fn place(&mut self, index: usize, heading: &str, known: &[Column], name: &str, language: Option<&str>) {
        let found = find(known, name);
        let tag = match language {
            None => Some("fi".to_owned()),
            Some(written) => language_tag(written),
        };
        match (found, tag) {
            (Some(column), Some(tag)) if column.is_text || language.is_none() => {
                if column.is_text && !self.columns.languages.contains(&tag) {
                    self.columns.languages.push(tag.clone());
                }
                // Of two columns with one heading the first is read; which was meant cannot be known.
                if self.columns.at.contains_key(&(column.heading, tag.clone())) {
                    self.notes.push((Reason::ColumnTwice, heading.to_owned()));
                } else {
                    self.columns.at.insert((column.heading, tag), index);
                }
            }
            _ if heading.is_empty() => {}
            _ => self.notes.push((Reason::UnknownColumn, heading.to_owned())),
        }
    }
}

impl Columns {
    /// Where a column is.
    pub(super) fn at(&self, heading: &'static str, language: &str) -> Option<usize> {
        self.at.get(&(heading, language.to_owned())).copied()
    }

    /// Whether the table has a column at all.
    pub(super) fn has(&self, heading: &'static str) -> bool {
        self.at.contains_key(&(heading, "fi".to_owned()))
    }
}

fn find<'a>(columns: &'a [Column], folded_name: &str) -> Option<&'a Column> {
    columns
        .iter()
        .find(|column| std::iter::once(&column.heading).chain(column.also).any(|name| folded(name) == folded_name))
}

/// A heading and the language in brackets after it.
fn split(heading: &str) -> (String, Option<String>) {
    match heading.trim().strip_suffix(')').and_then(|rest| rest.rsplit_once('(')) {
        Some((name, language)) => (folded(name), Some(language.trim().to_lowercase())),
        None => (folded(heading), None),
    }
}

/// A language as headings name it.
fn language_tag(written: &str) -> Option<String> {
    match written {
        "selko" | "selkosuomi" | "selkokieli" | "fi-selko" => Some("fi-x-selko".to_owned()),
        _ => reference::language(written)
            .or_else(|| reference::IsoLanguage::from_name(written))
            .map(|language| language.code.to_owned()),
    }
}

/// A heading as it is compared: small letters, one blank, no dots over letters (some systems lose them).
pub(super) fn folded(heading: &str) -> String {
    let mut out = String::with_capacity(heading.len());
    for word in heading.trim_start_matches('\u{feff}').split_whitespace() {
        if !out.is_empty() {
            out.push(' ');
        }
        for letter in word.chars().flat_map(char::to_lowercase) {
            match letter {
                'ä' | 'å' => out.push('a'),
                'ö' => out.push('o'),
                '\u{308}' | '\u{30a}' | '*' => {}
                letter => out.push(letter),
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(headings: &[&str]) -> Result<Headings, (Reason, String)> {
        Headings::read(&headings.iter().map(|heading| (*heading).to_owned()).collect::<Vec<_>>())
    }

    #[test]
    fn headings_tell_what_a_table_holds() {
        let activities =
            read(&["Tunnus", "JÄRJESTÄJÄ", " Nimi ", "nimi (sv)", "Lyhyesti (selko)", "väri"]).ok().unwrap();
        assert_eq!(activities.kind, TableKind::Activities);
        assert_eq!(activities.columns.at("nimi", "sv"), Some(3));
        assert_eq!(activities.columns.languages, ["fi", "fi-x-selko", "sv"]);
        assert_eq!(activities.notes, [(Reason::UnknownColumn, "väri".to_owned())]);
        assert_eq!(read(&["nimi", "tyyppi"]).ok().unwrap().kind, TableKind::Organizations);
        assert_eq!(read(&["Asetus", "Kieli", "Arvo"]).ok().unwrap().kind, TableKind::Settings);
    }

    #[test]
    fn a_missing_column_is_named() {
        assert_eq!(read(&["nimi", "laji", "ajat"]).err(), Some((Reason::MissingColumn, "järjestäjä".to_owned())));
        assert_eq!(read(&["jarjestaja", "laji"]).err(), Some((Reason::MissingColumn, "nimi".to_owned())));
        assert_eq!(read(&["a", "b"]).err(), Some((Reason::UnknownTable, "a, b".to_owned())));
    }
}
