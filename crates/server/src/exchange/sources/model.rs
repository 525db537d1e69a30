//! A source, how often it is read, and what a run is remembered by.

use std::collections::BTreeMap;

use chrono::{DateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};

use crate::exchange::import::model::Format;
use crate::i18n::Language;

/// The longest name, licence or attribution, in characters.
pub const LONGEST_NAME: usize = 200;

/// After so long an interface is read whole again: what has changed does not tell what is gone.
const WHOLE_EVERY: TimeDelta = TimeDelta::days(7);

/// How a source is reached.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Reach {
    /// Somebody sends files.
    #[default]
    Upload,
    /// One file at an address.
    File,
    /// An interface with pages.
    Api,
}

impl Reach {
    /// All of them, the simplest first.
    pub const ALL: [Reach; 3] = [Reach::Upload, Reach::File, Reach::Api];

    /// As the database and forms say it.
    pub fn code(&self) -> &'static str {
        match self {
            Reach::Upload => "upload",
            Reach::File => "file",
            Reach::Api => "api",
        }
    }

    /// The way of a code.
    pub fn of(code: &str) -> Option<Reach> {
        Reach::ALL.into_iter().find(|reach| reach.code() == code)
    }
}

/// How often a source is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Every {
    /// Only when somebody asks.
    #[default]
    Asked,
    /// Every hour.
    Hour,
    /// Every day.
    Day,
    /// Every week.
    Week,
}

impl Every {
    /// All of them.
    pub const ALL: [Every; 4] = [Every::Asked, Every::Hour, Every::Day, Every::Week];

    /// Hours between runs; 0: none by itself.
    pub fn hours(&self) -> i64 {
        match self {
            Every::Asked => 0,
            Every::Hour => 1,
            Every::Day => 24,
            Every::Week => 168,
        }
    }

    /// The one with so many hours.
    pub fn of(hours: i64) -> Option<Every> {
        Every::ALL.into_iter().find(|every| every.hours() == hours)
    }

    /// When the next run is due after one at `now`.
    pub fn next(&self, now: DateTime<Utc>) -> Option<DateTime<Utc>> {
        (self.hours() > 0).then(|| now + TimeDelta::hours(self.hours()))
    }

    /// The key of its words.
    pub fn key(&self) -> &'static str {
        match self {
            Every::Asked => "source-every-asked",
            Every::Hour => "source-every-hour",
            Every::Day => "source-every-day",
            Every::Week => "source-every-week",
        }
    }
}

/// A source.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    /// Its id, made from its name.
    pub id: String,
    /// What it is called.
    pub name: String,
    /// How its files are written.
    pub format: Format,
    /// How it is reached.
    pub reach: Reach,
    /// Where; '' when files are sent.
    pub address: String,
    /// The licence it gives its data under.
    pub licence: String,
    /// Whom to name.
    pub attribution: String,
    /// How often it is read.
    pub every: Every,
    /// When it is read next by itself.
    pub next_run_at: Option<DateTime<Utc>>,
    /// Since when runs may write.
    pub approved_at: Option<DateTime<Utc>>,
    /// When the last run that went well began.
    pub good_run_at: Option<DateTime<Utc>>,
    /// When all of it was read last, and not only what had changed.
    pub whole_run_at: Option<DateTime<Utc>>,
    /// What the server said of the file's version last time.
    pub etag: String,
    /// The same as a date.
    pub last_modified: String,
}

impl Source {
    /// Since when a run that writes asks for changes; `None`: it reads everything.
    pub fn changed_since(&self, now: DateTime<Utc>) -> Option<DateTime<Utc>> {
        let whole = self.whole_run_at.filter(|at| now - *at < WHOLE_EVERY);
        self.good_run_at.filter(|_| self.approved_at.is_some() && whole.is_some())
    }
}

/// Where a run is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RunState {
    /// On the job list.
    Waiting,
    /// Being done.
    Running,
    /// Done.
    Done,
    /// Nothing could be done.
    Failed,
}

impl RunState {
    /// As the database says it.
    pub fn code(&self) -> &'static str {
        match self {
            RunState::Waiting => "waiting",
            RunState::Running => "running",
            RunState::Done => "done",
            RunState::Failed => "failed",
        }
    }

    /// The state of a code.
    pub fn of(code: &str) -> RunState {
        match code {
            "waiting" => RunState::Waiting,
            "running" => RunState::Running,
            "failed" => RunState::Failed,
            _ => RunState::Done,
        }
    }

    /// The key of its words.
    pub fn key(&self) -> &'static str {
        match self {
            RunState::Waiting => "run-waiting",
            RunState::Running => "run-running",
            RunState::Done => "run-done",
            RunState::Failed => "run-failed",
        }
    }

    /// Whether there is more to come.
    pub fn goes_on(&self) -> bool {
        matches!(self, RunState::Waiting | RunState::Running)
    }
}

/// One reading of a source.
#[derive(Debug, Clone, PartialEq)]
pub struct Run {
    /// Its id.
    pub id: String,
    /// Of which source.
    pub source_id: String,
    /// Where it is.
    pub state: RunState,
    /// It only tells what would happen.
    pub dry: bool,
    /// When it was asked for or began.
    pub started_at: DateTime<Utc>,
    /// When it ended.
    pub finished_at: Option<DateTime<Utc>>,
    /// Records handled so far.
    pub records: i64,
    /// How much of the bytes, in hundredths.
    pub percent: i64,
    /// What it did.
    pub told: Told,
}

/// What a run is remembered by: its report, bounded in length.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Told {
    /// Records met.
    pub read: u64,
    /// Those met more than once.
    pub repeats: u64,
    /// Those that did not go in.
    pub rejected: u64,
    /// Contact persons left out.
    pub dropped_contacts: u64,
    /// Counts by kind of record: the key of the kind; added, changed, unchanged, gone.
    pub counts: Vec<(String, [u64; 4])>,
    /// Records that stay although the source no longer has them, and the key of why.
    pub held_back: Option<(String, u64)>,
    /// What did not go in as it stood.
    pub problems: Vec<ToldProblem>,
    /// How many of each weight there were: files, rejected, questions, notes.
    pub weights: [u64; 4],
    /// What changes or would change.
    pub differences: Vec<ToldDifference>,
    /// How many differences there are in all.
    pub all_differences: u64,
    /// The source has not changed since the last run: nothing was read.
    pub unchanged: bool,
    /// Why nothing could be done: a sentence in every language, by its code.
    pub failure: BTreeMap<String, String>,
}

/// Something that did not go in as it stood.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct ToldProblem {
    /// 0 a file, 1 rejected, 2 a question, 3 a note.
    pub weight: usize,
    /// Where it stands.
    pub address: String,
    /// The key of the sentence.
    pub key: String,
    /// What stood there.
    pub value: String,
}

/// A record that changes.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct ToldDifference {
    /// The key of what happens.
    pub key: String,
    /// Its name.
    pub name: String,
    /// Field, before, after.
    pub fields: Vec<(String, String, String)>,
}

impl Told {
    /// A run that could do nothing.
    pub fn failed(why: impl Fn(Language) -> String) -> Told {
        let sentences = Language::ALL.into_iter().map(|language| (language.code().to_owned(), why(language)));
        Told { failure: sentences.collect(), ..Told::default() }
    }

    /// Why nothing could be done, '' when something was.
    pub fn failure(&self, language: Language) -> &str {
        self.failure.get(language.code()).map_or("", String::as_str)
    }

    /// Added, changed, unchanged and gone of all kinds together.
    pub fn total(&self) -> [u64; 4] {
        self.counts.iter().fold([0; 4], |mut total, (_, counts)| {
            total.iter_mut().zip(counts).for_each(|(total, count)| *total += count);
            total
        })
    }

    /// What it came to, in one line.
    pub fn in_short(&self, language: Language) -> String {
        if self.unchanged {
            return language.t("run-unchanged").into_owned();
        }
        let [added, changed, unchanged, gone] = self.total();
        language.with(
            "run-counts",
            &[
                ("added", added.into()),
                ("changed", changed.into()),
                ("unchanged", unchanged.into()),
                ("gone", gone.into()),
                ("rejected", self.rejected.into()),
            ],
        )
    }

    /// How many differences are kept.
    pub fn shown_differences(&self) -> u64 {
        self.differences.len() as u64
    }

    /// The problems of one weight.
    pub fn problems_of(&self, weight: usize) -> impl Iterator<Item = &ToldProblem> {
        self.problems.iter().filter(move |problem| problem.weight == weight)
    }
}

impl ToldProblem {
    /// The sentence for a reader.
    pub fn tell(&self, language: Language) -> String {
        tell_reason(&self.key, &self.value, language)
    }
}

/// A reason of the importer as a sentence: those about times call what stood in the file a piece.
pub fn tell_reason(key: &str, value: &str, language: Language) -> String {
    language.with(key, &[("value", value.to_owned().into()), ("piece", value.to_owned().into())])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_interface_is_read_whole_once_a_week() {
        let now: DateTime<Utc> = "2026-11-24T08:00:00Z".parse().expect("a time");
        let source = Source {
            id: String::new(),
            name: String::new(),
            format: Format::Hsds,
            reach: Reach::Api,
            address: String::new(),
            licence: String::new(),
            attribution: String::new(),
            every: Every::Day,
            next_run_at: None,
            approved_at: Some(now - TimeDelta::days(30)),
            good_run_at: Some(now - TimeDelta::days(1)),
            whole_run_at: Some(now - TimeDelta::days(6)),
            etag: String::new(),
            last_modified: String::new(),
        };
        assert_eq!(source.changed_since(now), source.good_run_at);
        assert_eq!(source.changed_since(now + TimeDelta::days(1)), None);
        assert_eq!(Source { approved_at: None, ..source.clone() }.changed_since(now), None);
        assert_eq!(Source { good_run_at: None, ..source }.changed_since(now), None);
    }

    #[test]
    fn what_an_older_program_remembered_is_still_read() {
        assert_eq!(serde_json::from_str::<Told>("{\"read\": 3}").expect("JSON").read, 3);
    }
}
