//! A run from beginning to end: a thread reads, this side writes batches, and at the end what hangs together is joined.

use std::collections::{HashMap, HashSet};
use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use db::Db;
use tokio::sync::mpsc;

use super::batch::{self, Outcome};
use super::model::Format;
use super::reason::{Reason, Weight};
use super::record::{Attachment, Draft, Link, Reading, Subject};
use super::report::{HeldBack, Problem, Report};
use super::request::{ImportError, ImportRequest, Progress};
use super::{ending, hsds, ical, ids, lahella, linked_events, ptv, store, table};

/// Records written in one transaction: enough to spare the disk, few enough to let others write between.
const BATCH: usize = 300;
/// Batches read ahead of what is written.
const AHEAD: usize = 2;
/// How often a batch that met another writer is tried again.
pub(super) const TRIES: u32 = 6;

/// How a record was met before in this run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Met {
    Part,
    Whole,
}

/// What a run knows and gathers. Changed only after a commit, so that a batch can be tried again.
pub(super) struct Run {
    pub(super) db: Db,
    pub(super) source_id: String,
    pub(super) source: String,
    pub(super) id: String,
    /// The moment of the run, a little later for each batch: indexes by time then grow at their end, whatever the ids.
    pub(super) now: DateTime<Utc>,
    pub(super) started: std::time::Instant,
    pub(super) dry: bool,
    pub(super) partial: bool,
    pub(super) let_go: bool,
    pub(super) report: Report,
    /// Records met, by id.
    pub(super) met: HashMap<(Subject, String), Met>,
    /// Records met, by reference: what is not here may be gone.
    pub(super) references: HashSet<(Subject, String)>,
    /// Organizations met or made in this run, by reference, address and name in small letters.
    pub(super) arrangers: HashMap<String, String>,
    /// Organizations known to be there, by id.
    pub(super) organizations: HashSet<String>,
    /// Places saved, by id.
    pub(super) places: HashMap<String, Met>,
    /// Taxonomies and terms met on their own, by id.
    pub(super) terms: HashSet<String>,
    /// Activities whose organization has not come yet.
    pub(super) waiting: Vec<Draft>,
    pub(super) links: Vec<(String, Problem, Vec<Link>)>,
    pub(super) attachments: Vec<(Problem, Attachment)>,
    /// The files had organizations of their own, not only inside other records.
    pub(super) whole_organizations: bool,
    /// Not everything the source has was read.
    pub(super) incomplete: bool,
    /// Repeats told one by one so far.
    pub(super) repeats_told: HashSet<String>,
}

/// Brings files in.
///
/// # Errors
/// [`ImportError`] when the database fails for good. What was committed before stays, and running again goes on.
pub async fn run(db: &Db, request: ImportRequest) -> Result<Report, ImportError> {
    let source_id = ids::source(&request.source);
    let mut run = Run {
        db: db.clone(),
        source_id: source_id.clone(),
        source: request.source.clone(),
        id: request.run_id.clone().unwrap_or_else(db::new_id),
        now: request.now,
        started: std::time::Instant::now(),
        dry: request.dry_run,
        partial: request.partial,
        let_go: request.let_go,
        report: Report { source: request.source.clone(), dry_run: request.dry_run, ..Report::default() },
        met: HashMap::new(),
        references: HashSet::new(),
        arrangers: HashMap::new(),
        organizations: HashSet::new(),
        places: HashMap::new(),
        terms: HashSet::new(),
        waiting: Vec::new(),
        links: Vec::new(),
        attachments: Vec::new(),
        whole_organizations: false,
        incomplete: false,
        repeats_told: HashSet::new(),
    };
    run.begin(&request).await?;
    db.expects_much(true).await?;
    let done = go_through(&mut run, request, source_id).await;
    db.expects_much(false).await?;
    done?;
    Ok(run.report)
}

/// Reads and writes until everything is done.
async fn go_through(run: &mut Run, request: ImportRequest, source_id: String) -> Result<(), ImportError> {
    let watcher = request.watcher.clone();
    let of_bytes = request.files.iter().map(super::request::size).sum();
    let (sender, mut receiver) = mpsc::channel::<Vec<Reading>>(AHEAD);
    let reader = tokio::task::spawn_blocking(move || read(&request, &source_id, &sender));
    let mut progress = Progress { of_bytes, ..Progress::default() };
    while let Some(readings) = receiver.recv().await {
        progress.bytes = readings.last().map_or(progress.bytes, |reading| reading.bytes.max(progress.bytes));
        run.take(readings).await?;
        progress.records = run.report.read;
        watcher(progress);
    }
    reader.await?;
    ending::finish(run).await
}

/// Reads every file in a thread of its own and sends what it reads in groups.
fn read(request: &ImportRequest, source_id: &str, sender: &mpsc::Sender<Vec<Reading>>) {
    let mut group: Vec<Reading> = Vec::new();
    let mut held = 0;
    let mut take = |reading: Reading| {
        held += reading.drafts.len().max(1);
        group.push(reading);
        if held < BATCH {
            return true;
        }
        held = 0;
        sender.blocking_send(std::mem::take(&mut group)).is_ok()
    };
    match request.format {
        Format::Table => table::read(request, source_id, &mut take),
        Format::Hsds => hsds::read(request, source_id, &mut take),
        Format::Ptv => ptv::read(request, source_id, &mut take),
        Format::LinkedEvents => linked_events::read(request, source_id, &mut take),
        Format::Lahella => lahella::read(request, source_id, &mut take),
        Format::ICal => ical::read(request, source_id, &mut take),
    }
    if !group.is_empty() {
        // Nobody to take it: the other side has failed and says why itself.
        let _ = sender.blocking_send(group);
    }
}

impl Run {
    async fn begin(&self, request: &ImportRequest) -> Result<(), ImportError> {
        if self.dry {
            return Ok(());
        }
        let mut tx = self.db.write().await?;
        store::save_source(
            &mut tx,
            &self.source_id,
            &self.source,
            request.format.code(),
            (&request.licence, &request.attribution),
            self.now,
        )
        .await?;
        store::start_run(&mut tx, &self.id, &self.source_id, self.now).await?;
        tx.commit().await?;
        Ok(())
    }

    /// Writes one group of readings.
    async fn take(&mut self, readings: Vec<Reading>) -> Result<(), ImportError> {
        let mut drafts = Vec::new();
        let mut problems = Vec::new();
        for reading in readings {
            self.report.read += reading.read;
            self.report.rejected += reading.rejected;
            self.report.dropped_contacts += reading.dropped_contacts;
            self.references.extend(
                reading.still_there.into_iter().map(|(subject, reference)| (subject, ids::reference(reference))),
            );
            self.whole_organizations |= reading.whole_organizations;
            self.incomplete |= reading.incomplete;
            problems.extend(reading.problems);
            drafts.extend(reading.drafts);
        }
        drafts.iter_mut().for_each(Draft::shorten);
        self.write(drafts, problems, false).await
    }

    /// Writes drafts and the problems that came with them; tries again when another writer was in the way.
    pub(super) async fn write(
        &mut self,
        drafts: Vec<Draft>,
        problems: Vec<Problem>,
        last_chance: bool,
    ) -> Result<(), ImportError> {
        let mut tries = 0;
        let outcome = loop {
            match self.attempt(&drafts, &problems, last_chance).await {
                Ok(outcome) => break outcome,
                Err(error) if tries < TRIES && may_pass(&error) => {
                    tries += 1;
                    pause(tries).await;
                }
                Err(error) => return Err(error.into()),
            }
        };
        for problem in problems {
            self.report.add_problem(problem);
        }
        self.absorb(outcome, drafts);
        Ok(())
    }

    async fn attempt(&self, drafts: &[Draft], problems: &[Problem], last_chance: bool) -> db::Result<Outcome> {
        let mut tx = if self.dry { self.db.read().await? } else { self.db.write().await? };
        let outcome = batch::write(self, &mut tx, drafts, last_chance).await?;
        if !self.dry {
            for problem in problems.iter().chain(&outcome.problems) {
                self.ask(&mut tx, problem).await?;
            }
        }
        tx.commit().await?;
        Ok(outcome)
    }

    /// Puts a problem that needs a person into the queue.
    pub(super) async fn ask(&self, tx: &mut db::Tx, problem: &Problem) -> db::Result<()> {
        if problem.weight == Weight::Note || self.report.problems.len() >= super::report::MOST_PROBLEMS {
            return Ok(());
        }
        let pointer = without_nul(problem.address());
        let value = without_nul(problem.value.clone());
        let id =
            ids::derived(&self.source_id, "question", &format!("{pointer}|{}|{}", problem.reason.key(), problem.value));
        let question = store::Question {
            id: &id,
            run_id: &self.id,
            pointer: &pointer,
            reason: problem.reason.key(),
            value: &value,
            rejected: problem.weight >= Weight::Rejected,
        };
        store::ask(tx, &question).await
    }

    fn absorb(&mut self, outcome: Outcome, drafts: Vec<Draft>) {
        for (total, more) in [
            (&mut self.report.activities, outcome.activities),
            (&mut self.report.organizations, outcome.organizations_counted),
            (&mut self.report.places, outcome.places_counted),
            (&mut self.report.terms, outcome.terms_counted),
            (&mut self.report.settings, outcome.settings),
        ] {
            total.add(more);
        }
        self.report.repeats += outcome.repeats;
        self.report.rejected += outcome.rejected;
        for problem in outcome.problems {
            if problem.reason == Reason::Repeat && !self.repeats_told.insert(problem.value.clone()) {
                continue;
            }
            self.report.add_problem(problem);
        }
        for difference in outcome.differences {
            self.report.add_difference(difference);
        }
        self.now += TimeDelta::microseconds(1);
        self.met.extend(outcome.met);
        self.references.extend(outcome.references);
        self.arrangers.extend(outcome.arrangers);
        self.organizations.extend(outcome.organizations);
        self.places.extend(outcome.places);
        self.terms.extend(outcome.terms);
        self.links.extend(outcome.links);
        self.attachments.extend(outcome.attachments);
        let waiting: HashSet<usize> = outcome.waiting.into_iter().collect();
        self.waiting
            .extend(drafts.into_iter().enumerate().filter(|(at, _)| waiting.contains(at)).map(|(_, draft)| draft));
    }

    /// Whether anything good was met at all.
    pub(super) fn found_nothing(&self) -> bool {
        self.report.read <= self.report.rejected
    }

    /// Notes that records stay although the source no longer has them.
    pub(super) fn hold_back(&mut self, count: u64, because: HeldBack) {
        self.report.held_back = count;
        self.report.held_back_because = Some(because);
    }
}

/// Whether the same batch may well succeed when it is tried again: two writers met, or took one address.
pub(super) fn may_pass(error: &db::Error) -> bool {
    error.is_conflict() || matches!(error, db::Error::Duplicate(_) | db::Error::Unavailable(_))
}

/// A text PostgreSQL takes: what a file is faulted for may be the very sign it does not take.
fn without_nul(text: String) -> String {
    if text.contains('\0') { text.replace('\0', "\u{fffd}") } else { text }
}

/// Waits a little longer each time.
pub(super) async fn pause(tries: u32) {
    tokio::time::sleep(Duration::from_millis(50 << tries.min(TRIES))).await;
}
