//! Reading one row: cells by heading, and what is wrong in them.

use chrono::NaiveDate;
use documents::table::Row;

use super::super::checks;
use super::super::reason::{Reason, Weight};
use super::super::report::Problem;
use super::super::request::Answers;
use super::columns::Columns;
use crate::vocabulary::Vocabulary;

/// Characters in a name.
pub(super) const LONGEST_NAME: usize = 300;
/// Characters in any other text.
pub(super) const LONGEST_TEXT: usize = 20_000;

/// One row while it is read.
pub(super) struct Cells<'a> {
    columns: &'a Columns,
    row: &'a Row,
    at: Problem,
    pub(super) problems: Vec<Problem>,
    /// The day it is.
    pub(super) today: NaiveDate,
    answers: &'a Answers,
}

impl<'a> Cells<'a> {
    /// `at` says where the row is.
    pub(super) fn new(columns: &'a Columns, row: &'a Row, at: Problem, today: NaiveDate, answers: &'a Answers) -> Self {
        Cells { columns, row, at, problems: Vec::new(), today, answers }
    }

    /// The languages of the table.
    pub(super) fn languages(&self) -> &'a [String] {
        &self.columns.languages
    }

    /// What stands in a column, '' when there is no such column.
    pub(super) fn cell(&self, heading: &'static str) -> &'a str {
        self.cell_in(heading, "fi")
    }

    /// What stands in a column of a language.
    pub(super) fn cell_in(&self, heading: &'static str, language: &str) -> &'a str {
        self.columns.at(heading, language).map_or("", |index| self.row.cell(index).trim())
    }

    /// A text of a language, clean and not too long.
    pub(super) fn text(&mut self, heading: &'static str, language: &str) -> String {
        let most = if heading == "nimi" { LONGEST_NAME } else { LONGEST_TEXT };
        let (text, cut) = checks::within(checks::clean(self.cell_in(heading, language)), most);
        if cut {
            self.ask(heading, Reason::TooLong, most.to_string());
        }
        text
    }

    /// A short text without lines.
    pub(super) fn line(&mut self, heading: &'static str) -> String {
        let text = self.cell(heading).split_whitespace().collect::<Vec<_>>().join(" ");
        let (text, cut) = checks::within(checks::clean(&text), LONGEST_NAME);
        if cut {
            self.ask(heading, Reason::TooLong, LONGEST_NAME.to_string());
        }
        text
    }

    /// Every cell of the row, for the hash and the check of personal identity codes.
    pub(super) fn all(&self) -> &'a [String] {
        &self.row.cells
    }

    /// Whether the row goes past the last heading.
    pub(super) fn has_extra_cells(&self) -> bool {
        self.row.extra_cells > 0
    }

    /// Where the row is.
    pub(super) fn at(&self) -> Problem {
        self.at.clone()
    }

    /// Notes that something could not be understood: the row goes in without it.
    pub(super) fn ask(&mut self, heading: &'static str, reason: Reason, value: impl Into<String>) {
        let value = value.into();
        if !self.answers.is_settled(&reason, &value) {
            self.add(heading, reason, value, Weight::Question);
        }
    }

    /// What a value that is not understood was said to mean.
    pub(super) fn meant(&self, reason: &Reason, value: &str) -> Option<&'a str> {
        self.answers.meaning(reason, value)
    }

    /// Notes that the row cannot go in.
    pub(super) fn reject(&mut self, heading: &'static str, reason: Reason, value: impl Into<String>) {
        self.add(heading, reason, value.into(), Weight::Rejected);
    }

    fn add(&mut self, heading: &'static str, reason: Reason, value: String, weight: Weight) {
        let value = checks::within(value, 200).0;
        self.problems.push(Problem { field: heading.to_owned(), reason, value, weight, ..self.at.clone() });
    }

    /// The row does not go in: none of what is wrong in it is then a mere question.
    pub(super) fn refuse(&mut self) {
        for problem in &mut self.problems {
            problem.weight = Weight::Rejected;
        }
    }

    /// Whether something was rejected.
    pub(super) fn is_rejected(&self) -> bool {
        self.problems.iter().any(|problem| problem.weight == Weight::Rejected)
    }

    /// The codes of a list of labels; each that is unknown becomes a question.
    pub(super) fn labels(&mut self, heading: &'static str, vocabulary: Vocabulary) -> Vec<String> {
        let (mut codes, unknown) = vocabulary.codes_in(self.cell(heading));
        for label in unknown {
            let meaning = self.meant(&Reason::UnknownLabel, &label);
            match meaning.and_then(|word| vocabulary.code(word).or_else(|| vocabulary.code_named(word))) {
                Some(code) if codes.contains(&code) => {}
                Some(code) => codes.push(code),
                None => self.ask(heading, Reason::UnknownLabel, label),
            }
        }
        codes.into_iter().map(str::to_owned).collect()
    }

    /// The code of one label, or a question.
    pub(super) fn label(&mut self, heading: &'static str, vocabulary: Vocabulary) -> Option<&'static str> {
        let cell = self.cell(heading);
        if cell.is_empty() {
            return None;
        }
        let meaning = || {
            let word = self.meant(&Reason::UnknownLabel, cell)?;
            vocabulary.code(word).or_else(|| vocabulary.code_named(word))
        };
        let code = vocabulary.code_named(cell).or_else(meaning);
        if code.is_none() {
            self.ask(heading, Reason::UnknownLabel, cell);
        }
        code
    }

    /// A whole number within a range, or a question.
    pub(super) fn number(&mut self, heading: &'static str, least: i64, most: i64, reason: Reason) -> Option<i64> {
        let cell = self.cell(heading);
        if cell.is_empty() {
            return None;
        }
        let number = cell.parse().ok().filter(|number| (least..=most).contains(number));
        if number.is_none() {
            self.ask(heading, reason, cell);
        }
        number
    }

    /// A mail address, or a question.
    pub(super) fn email(&mut self) -> String {
        self.checked("sähköposti", Reason::Email, |cell| checks::is_email(cell).then(|| cell.to_owned()))
    }

    /// A phone number, or a question.
    pub(super) fn phone(&mut self) -> String {
        self.checked("puhelin", Reason::Phone, |cell| checks::is_phone(cell).then(|| checks::clean(cell)))
    }

    /// A web address, or a question.
    pub(super) fn website(&mut self) -> String {
        self.checked("verkkosivu", Reason::Uri, checks::typed_web_address)
    }

    /// A cell that must be right to be kept.
    pub(super) fn checked(
        &mut self,
        heading: &'static str,
        reason: Reason,
        check: impl Fn(&str) -> Option<String>,
    ) -> String {
        let cell = self.cell(heading);
        if cell.is_empty() {
            return String::new();
        }
        check(cell).unwrap_or_else(|| {
            self.ask(heading, reason, cell);
            String::new()
        })
    }

    /// The day someone last said that the row is true.
    pub(super) fn verified_on(&mut self) -> Option<NaiveDate> {
        let cell = self.cell("tarkistettu");
        if cell.is_empty() {
            return None;
        }
        if cell.to_lowercase() == "tänään" {
            return Some(self.today);
        }
        match checks::day(cell) {
            Some(day) if day > self.today => self.ask("tarkistettu", Reason::FutureDate, cell),
            Some(day) => return Some(day),
            None => self.ask("tarkistettu", Reason::Date, cell),
        }
        None
    }
}
