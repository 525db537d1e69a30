//! What a run did, for the one who started it.

use std::fmt::Write as _;

use super::reason::{Reason, Weight};
use crate::i18n::Language;

/// Problems kept in a report; the rest are only counted.
pub(super) const MOST_PROBLEMS: usize = 10_000;
/// Differences kept in a report.
pub(super) const MOST_DIFFERENCES: usize = 1_000;
/// Problems of one weight that are told one by one at the terminal.
const MOST_TOLD: usize = 40;

/// Where in a file something stands.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Spot {
    /// The file as a whole.
    File,
    /// A line of a table, from 1.
    Line(usize),
    /// A line of a sheet, from 1.
    SheetLine(String, usize),
    /// A JSON Pointer (RFC 6901); '' is the whole document.
    Pointer(String),
    /// A JSON Pointer into the record on a line of JSON lines, from 1.
    LinePointer(usize, String),
}

/// Something in a file that did not go in as it stood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// The file, as it was named.
    pub file: String,
    /// Where in it.
    pub spot: Spot,
    /// The column, '' when it is about the whole record. A pointer names the property itself.
    pub field: String,
    /// Why.
    pub reason: Reason,
    /// What stood there.
    pub value: String,
    /// What it did to the record.
    pub weight: Weight,
}

impl Problem {
    /// Where it is, as a person and a program can find it: `toiminta.csv:12 kunta`, `services.json#/contents/3/email`.
    pub fn address(&self) -> String {
        let mut text = self.file.clone();
        match &self.spot {
            Spot::File => {}
            Spot::Line(line) => _ = write!(text, ":{line}"),
            Spot::SheetLine(sheet, line) => _ = write!(text, ":{sheet}:{line}"),
            Spot::Pointer(pointer) => _ = write!(text, "#{pointer}"),
            Spot::LinePointer(line, pointer) => _ = write!(text, ":{line}#{pointer}"),
        }
        if !self.field.is_empty() {
            _ = write!(text, " {}", self.field);
        }
        text
    }

    /// The whole of it in one line for a reader.
    pub fn tell(&self, language: Language) -> String {
        let file = self.file.clone();
        let place = match &self.spot {
            Spot::File => file,
            Spot::Line(line) => {
                language.with("import-at-line", &[("file", file.into()), ("line", line.to_string().into())])
            }
            Spot::SheetLine(sheet, line) => language.with(
                "import-at-sheet-line",
                &[("file", file.into()), ("sheet", sheet.clone().into()), ("line", line.to_string().into())],
            ),
            Spot::Pointer(pointer) => format!("{file} {}", if pointer.is_empty() { "/" } else { pointer }),
            Spot::LinePointer(line, pointer) => format!(
                "{} {}",
                language.with("import-at-line", &[("file", file.into()), ("line", line.to_string().into())]),
                if pointer.is_empty() { "/" } else { pointer }
            ),
        };
        let place = if self.field.is_empty() { place } else { format!("{place}, {}", self.field) };
        format!("{place}: {}", self.reason.tell(&self.value, language))
    }
}

/// How many records of one kind met which fate.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Counts {
    /// They were not here before.
    pub added: u64,
    /// They were, and read otherwise now.
    pub changed: u64,
    /// They were, and read the same.
    pub unchanged: u64,
    /// They were here, and the source no longer has them.
    pub gone: u64,
}

impl Counts {
    pub(super) fn add(&mut self, other: Counts) {
        self.added += other.added;
        self.changed += other.changed;
        self.unchanged += other.unchanged;
        self.gone += other.gone;
    }

    /// Whether there is nothing to tell.
    pub fn is_empty(&self) -> bool {
        *self == Counts::default()
    }
}

/// What happens to a record, told in a dry run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fate {
    /// It comes in.
    Added,
    /// It changes.
    Changed,
    /// It goes.
    Gone,
}

/// One record that a run changes, or would change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// What happens.
    pub fate: Fate,
    /// Its name in Finnish, or whatever it has.
    pub name: String,
    /// For a change: the field, what it was and what it becomes.
    pub fields: Vec<(&'static str, String, String)>,
}

/// What a run did, or in a dry run would do.
#[derive(Debug, Clone, Default)]
pub struct Report {
    /// The name of the source.
    pub source: String,
    /// Nothing was written.
    pub dry_run: bool,
    /// Records met in the files.
    pub read: u64,
    /// Of them, those that had been met already in this run.
    pub repeats: u64,
    /// Of them, those that did not go in.
    pub rejected: u64,
    /// Contact persons, and names and addresses of persons, that were left out.
    pub dropped_contacts: u64,
    /// Activities.
    pub activities: Counts,
    /// Organizations.
    pub organizations: Counts,
    /// Places that came on their own, not inside an activity.
    pub places: Counts,
    /// Taxonomies and their terms.
    pub terms: Counts,
    /// Settings of the region.
    pub settings: Counts,
    /// Records that the source no longer has and that were left as they are all the same.
    pub held_back: u64,
    /// Why nothing was marked gone although the run was not for a part.
    pub held_back_because: Option<HeldBack>,
    /// What did not go in as it stood, in the order of the files; at most [`MOST_PROBLEMS`].
    pub problems: Vec<Problem>,
    /// Problems beyond those.
    pub more_problems: u64,
    /// What changes, in a dry run; at most [`MOST_DIFFERENCES`].
    pub differences: Vec<Difference>,
}

/// Why nothing was marked gone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HeldBack {
    /// A file could not be read to its end, or pages are missing.
    Incomplete,
    /// Not one good record was found.
    NothingGood,
    /// More than half of what the source had would go.
    OverHalf,
}

impl HeldBack {
    /// The key of the sentence; it takes `$count`.
    pub fn key(self) -> &'static str {
        match self {
            HeldBack::Incomplete => "import-held-back-incomplete",
            HeldBack::NothingGood => "import-held-back-nothing-good",
            HeldBack::OverHalf => "import-held-back-over-half",
        }
    }
}

impl Report {
    /// All kinds together.
    pub fn total(&self) -> Counts {
        let mut total = Counts::default();
        for counts in [self.activities, self.organizations, self.places, self.terms, self.settings] {
            total.add(counts);
        }
        total
    }

    /// 0: all went in. 2: some records or files were rejected, the good ones went in. 1: there was nothing good.
    pub fn exit_status(&self) -> u8 {
        let total = self.total();
        let good = total.added + total.changed + total.unchanged + self.repeats;
        let refused = self.rejected > 0 || self.problems.iter().any(|problem| problem.weight == Weight::File);
        match (good, refused) {
            (0, true) => 1,
            (_, true) => 2,
            (_, false) => 0,
        }
    }

    /// How many problems there were of a weight, among those kept.
    pub fn count(&self, weight: Weight) -> usize {
        self.problems.iter().filter(|problem| problem.weight == weight).count()
    }

    pub(super) fn add_problem(&mut self, problem: Problem) {
        if self.problems.len() < MOST_PROBLEMS {
            self.problems.push(problem);
        } else {
            self.more_problems += 1;
        }
    }

    pub(super) fn add_difference(&mut self, difference: Difference) {
        if self.differences.len() < MOST_DIFFERENCES {
            self.differences.push(difference);
        }
    }

    /// The report for a terminal: counts first, then what waits and what was rejected.
    pub fn tell(&self, language: Language) -> String {
        let mut text = String::new();
        let mut line = |words: String| {
            text.push_str(&words);
            text.push('\n');
        };
        if self.dry_run {
            line(language.t("import-dry-run").into_owned());
        }
        line(language.with("import-read", &[("count", self.read.into()), ("source", self.source.clone().into())]));
        for (key, counts) in [
            ("import-kind-activities", self.activities),
            ("import-kind-organizations", self.organizations),
            ("import-kind-places", self.places),
            ("import-kind-terms", self.terms),
            ("import-kind-settings", self.settings),
        ] {
            if !counts.is_empty() {
                line(language.with(
                    "import-counts",
                    &[
                        ("kind", language.t(key).into_owned().into()),
                        ("added", counts.added.into()),
                        ("changed", counts.changed.into()),
                        ("unchanged", counts.unchanged.into()),
                        ("gone", counts.gone.into()),
                    ],
                ));
            }
        }
        for (key, count) in [
            ("import-repeats", self.repeats),
            ("import-dropped-contacts", self.dropped_contacts),
            ("import-rejected", self.rejected),
        ] {
            if count > 0 {
                line(language.with(key, &[("count", count.into())]));
            }
        }
        if let (Some(because), true) = (self.held_back_because, self.held_back > 0) {
            line(language.with(because.key(), &[("count", self.held_back.into())]));
        }
        for difference in &self.differences {
            line(difference.tell(language));
        }
        for (weight, heading) in [
            (Weight::File, "import-list-files"),
            (Weight::Rejected, "import-list-rejected"),
            (Weight::Question, "import-list-questions"),
            (Weight::Note, "import-list-notes"),
        ] {
            let count = self.count(weight);
            if count > 0 {
                line(String::new());
                line(language.with(heading, &[("count", count.into())]));
            }
            for problem in self.problems.iter().filter(|problem| problem.weight == weight).take(MOST_TOLD) {
                line(format!("  {}", problem.tell(language)));
            }
            if count > MOST_TOLD {
                line(format!("  {}", language.with("import-list-more", &[("count", (count - MOST_TOLD).into())])));
            }
        }
        if self.more_problems > 0 {
            line(language.with("import-list-more", &[("count", self.more_problems.into())]));
        }
        text
    }
}

impl Difference {
    fn tell(&self, language: Language) -> String {
        let key = match self.fate {
            Fate::Added => "import-difference-added",
            Fate::Changed => "import-difference-changed",
            Fate::Gone => "import-difference-gone",
        };
        let mut text = language.with(key, &[("name", self.name.clone().into())]);
        for (field, before, after) in &self.fields {
            _ = write!(text, "\n    {}: {} → {}", field, shown(before), shown(after));
        }
        text
    }
}

/// A value short enough for one line.
fn shown(value: &str) -> String {
    const MOST: usize = 60;
    let flat = value.split_whitespace().collect::<Vec<_>>().join(" ");
    match flat.char_indices().nth(MOST) {
        Some((at, _)) => format!("{}…", &flat[..at]),
        None if flat.is_empty() => "–".to_owned(),
        None => flat,
    }
}
