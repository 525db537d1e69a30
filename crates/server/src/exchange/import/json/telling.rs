//! One record of a file while it is read: where it stands, and what is told of it.

use chrono::{DateTime, NaiveDate, NaiveTime, Utc};

use super::super::checks;
use super::super::reason::{Reason, Weight};
use super::super::record::{Reading, Subject};
use super::super::report::{Problem, Spot};
use super::super::request::{Answers, ImportRequest};
use super::stream::At;

/// Characters in a name, as in our own table.
pub(in super::super) const LONGEST_NAME: usize = 300;
/// Characters in any other text.
pub(in super::super) const LONGEST_TEXT: usize = 20_000;

/// See the module.
pub(in super::super) struct Telling<'a> {
    file: &'a str,
    at: At,
    pub(in super::super) source_id: &'a str,
    pub(in super::super) today: NaiveDate,
    pub(in super::super) keep_contacts: bool,
    answers: &'a Answers,
    pub(in super::super) reading: Reading,
    /// Where in the problems those of the present record begin.
    begins: usize,
}

impl<'a> Telling<'a> {
    pub(in super::super) fn new(
        file: &'a str,
        at: At,
        source_id: &'a str,
        today: NaiveDate,
        request: &'a ImportRequest,
    ) -> Self {
        let (keep_contacts, answers) = (request.keep_contacts, &request.answers);
        Telling { file, at, source_id, today, keep_contacts, answers, reading: Reading::default(), begins: 0 }
    }

    /// The table of a parcel the record stands in; '' when it stands in none.
    pub(in super::super) fn table(&self) -> &str {
        self.at.pointer.split('/').nth(1).unwrap_or("")
    }

    /// A place in the record.
    pub(in super::super) fn problem_at(&self, pointer: &str, reason: Reason, value: &str, weight: Weight) -> Problem {
        let pointer = format!("{}{pointer}", self.at.pointer);
        Problem {
            file: self.file.to_owned(),
            spot: match self.at.line {
                Some(line) => Spot::LinePointer(line, pointer),
                None => Spot::Pointer(pointer),
            },
            field: String::new(),
            reason,
            value: checks::within(value.to_owned(), 200).0,
            weight,
        }
    }

    /// Where a record stands, for what is found out about it later.
    pub(in super::super) fn spot(&self, pointer: &str) -> Problem {
        self.problem_at(pointer, Reason::Required, "", Weight::Note)
    }

    /// Notes something that could not be understood; the record goes in without it.
    pub(in super::super) fn ask(&mut self, pointer: &str, reason: Reason, value: &str) {
        if self.answers.is_settled(&reason, value) {
            return;
        }
        let problem = self.problem_at(pointer, reason, value, Weight::Question);
        self.reading.problems.push(problem);
    }

    /// What a value that is not understood was said to mean, or the value itself.
    pub(in super::super) fn meant<'v>(&self, reason: &Reason, value: &'v str) -> &'v str
    where
        'a: 'v,
    {
        self.answers.meaning(reason, value).unwrap_or(value)
    }

    /// A record begins here.
    pub(in super::super) fn begin(&mut self) {
        self.begins = self.reading.problems.len();
    }

    /// The present record does not go in: none of what is wrong in it is then a mere question.
    pub(in super::super) fn refuse(&mut self) {
        self.reading.rejected += 1;
        for problem in self.reading.problems.iter_mut().skip(self.begins) {
            problem.weight = Weight::Rejected;
        }
    }

    /// Counts a record that does not go in at all, and says why.
    pub(in super::super) fn refuse_record(&mut self, pointer: &str, reason: Reason, value: &str) {
        self.reading.read = 1;
        self.reject(pointer, reason, value);
        self.refuse();
    }

    /// A record that was refused is still at the source: what it brought before is not gone.
    pub(in super::super) fn still_there(&mut self, reference: &str) {
        for subject in [Subject::Activity, Subject::Organization] {
            self.reading.still_there.push((subject, reference.to_owned()));
        }
    }

    /// When today began, near enough to tell what is over.
    pub(in super::super) fn dawn(&self) -> DateTime<Utc> {
        self.today.and_time(NaiveTime::MIN).and_utc()
    }

    /// Notes that a record stays out because it is over.
    pub(in super::super) fn note_over(&mut self, pointer: &str) {
        let problem = self.problem_at(pointer, Reason::Over, "", Weight::Note);
        self.reading.problems.push(problem);
    }

    /// Notes that a record cannot go in.
    pub(in super::super) fn reject(&mut self, pointer: &str, reason: Reason, value: &str) {
        let problem = self.problem_at(pointer, reason, value, Weight::Rejected);
        self.reading.problems.push(problem);
    }

    /// A text as it is kept.
    pub(in super::super) fn clean(&mut self, pointer: &str, text: &str, most: usize) -> String {
        let (text, cut) = checks::within(checks::clean(text), most);
        if cut {
            self.ask(pointer, Reason::TooLong, &most.to_string());
        }
        text
    }
}
