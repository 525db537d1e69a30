//! The end of a run: what waited goes in, what hangs together is joined, and what the source no longer has goes.

use std::collections::{HashMap, HashSet};

use db::{Result, Tx};

use super::batch::WHOLE;
use super::reason::{Reason, Weight};
use super::record::{Link, Subject};
use super::report::{Difference, Fate, HeldBack, Problem};
use super::request::ImportError;
use super::run::Run;
use super::store::tray::{self, Table};
use super::store::{self, Told};
use crate::activities::model::LinkMeaning;
use crate::i18n::Language;
use crate::organizations::model::{Organization, State};
use crate::text::slug;
use crate::{activities, events, organizations};

/// Records handled in one transaction.
const BATCH: usize = 200;

/// Ends a run.
pub(super) async fn finish(run: &mut Run) -> std::result::Result<(), ImportError> {
    let mut waiting = std::mem::take(&mut run.waiting);
    while !waiting.is_empty() {
        let rest = waiting.split_off(waiting.len().min(BATCH));
        run.write(waiting, Vec::new(), true).await?;
        waiting = rest;
    }
    attach(run).await?;
    link(run).await?;
    let_go(run).await?;
    close(run).await
}

/// Puts activities at places that were told apart from them.
async fn attach(run: &mut Run) -> std::result::Result<(), ImportError> {
    let attachments = std::mem::take(&mut run.attachments);
    for part in attachments.chunks(BATCH) {
        let problems = in_one_transaction(run, async |run: &Run, tx: &mut Tx| {
            let mut problems = Vec::new();
            let activities: Vec<&str> = part.iter().map(|(_, at)| at.activity_id.as_str()).collect();
            let places: Vec<&str> = part.iter().map(|(_, at)| at.place_id.as_str()).collect();
            let here: HashSet<String> = tray::existing(tx, Table::Activities, &activities).await?.into_iter().collect();
            let there: HashSet<String> = tray::existing(tx, Table::Places, &places).await?.into_iter().collect();
            for (spot, at) in part {
                let met = |subject, id: &str| run.dry && run.met.contains_key(&(subject, id.to_owned()));
                if !here.contains(&at.activity_id) && !met(Subject::Activity, &at.activity_id) {
                    problems.push(question(spot, Reason::UnknownActivity, &at.activity_id));
                } else if !there.contains(&at.place_id) && !run.places.contains_key(&at.place_id) {
                    problems.push(question(spot, Reason::UnknownPlace, &at.place_id));
                } else if !run.dry && tray::attach(tx, at).await? {
                    events::record(tx, "activity.changed", &at.activity_id, run.now).await?;
                }
            }
            Ok(problems)
        })
        .await?;
        add(run, problems);
    }
    Ok(())
}

/// Links activities to each other, also over the files of the run.
async fn link(run: &mut Run) -> std::result::Result<(), ImportError> {
    let links = std::mem::take(&mut run.links);
    for part in links.chunks(BATCH) {
        let problems = in_one_transaction(run, async |run: &Run, tx: &mut Tx| {
            let words: HashSet<&str> =
                part.iter().flat_map(|(_, _, links)| links.iter().map(|link| link.reference.as_str())).collect();
            let words: Vec<&str> = words.into_iter().collect();
            let ids = ids_of(run, tx, &words).await?;
            let mut problems = Vec::new();
            for (from, spot, wanted) in part {
                problems.extend(link_one(run, tx, from, spot, wanted, &ids).await?);
            }
            Ok(problems)
        })
        .await?;
        add(run, problems);
    }
    Ok(())
}

async fn link_one(
    run: &Run,
    tx: &mut Tx,
    from: &str,
    spot: &Problem,
    wanted: &[Link],
    ids: &HashMap<String, String>,
) -> Result<Vec<Problem>> {
    let mut problems = Vec::new();
    let before = if run.dry { Vec::new() } else { tray::links_of(tx, from).await? };
    let mut changed = false;
    for meaning in [LinkMeaning::Next, LinkMeaning::Alternative] {
        let mut to: Vec<String> = Vec::new();
        for link in wanted.iter().filter(|link| link.meaning == meaning) {
            match ids.get(&link.reference) {
                Some(id) if id == from || to.contains(id) => {}
                Some(id) => to.push(id.clone()),
                None => {
                    let field = match (&spot.spot, meaning) {
                        (super::report::Spot::Line(_) | super::report::Spot::SheetLine(..), LinkMeaning::Next) => {
                            "mitä tämän jälkeen"
                        }
                        (super::report::Spot::Line(_) | super::report::Spot::SheetLine(..), _) => "vaihtoehdot",
                        _ => "",
                    };
                    let problem = question(spot, Reason::UnknownActivity, &link.reference);
                    problems.push(Problem { field: field.to_owned(), ..problem });
                }
            }
        }
        let was: Vec<&String> = before.iter().filter(|(of, _)| of == meaning.as_str()).map(|(_, id)| id).collect();
        if !run.dry && !was.iter().copied().eq(to.iter()) {
            activities::store::set_links(tx, from, meaning, &to).await?;
            changed = true;
        }
    }
    if changed {
        events::record(tx, "activity.changed", from, run.now).await?;
    }
    Ok(problems)
}

/// What activities are called: the source's own reference, an id, or an address. In a dry run what was only met counts.
async fn ids_of(run: &Run, tx: &mut Tx, words: &[&str]) -> Result<HashMap<String, String>> {
    let mut ids = HashMap::new();
    if words.is_empty() {
        return Ok(ids);
    }
    let slugs: Vec<&str> = words.iter().copied().filter(|word| slug(word) == **word).collect();
    ids.extend(tray::activities_at(tx, &slugs).await?);
    for id in tray::existing(tx, Table::Activities, words).await? {
        ids.insert(id.clone(), id);
    }
    for told in store::told(tx, &run.source_id, Subject::Activity, words).await? {
        ids.insert(told.reference, told.subject_id);
    }
    if run.dry {
        for word in words {
            if run.references.contains(&(Subject::Activity, (*word).to_owned())) {
                ids.insert((*word).to_owned(), format!("met:{word}"));
            }
        }
    }
    Ok(ids)
}

/// Marks as gone what the source had and has no longer. Never in a run that may have read too little.
async fn let_go(run: &mut Run) -> std::result::Result<(), ImportError> {
    if run.partial {
        return Ok(());
    }
    let mut tx = run.db.read().await?;
    let (activities, had_activities) = missing(run, &mut tx, Subject::Activity).await?;
    let (organizations, had_organizations) = missing(run, &mut tx, Subject::Organization).await?;
    let met_activities = run.references.iter().any(|(subject, _)| *subject == Subject::Activity);
    let activities = if met_activities { activities } else { Vec::new() };
    let organizations = idle(run, &mut tx, organizations, &activities).await?;
    drop(tx);

    let count = (activities.len() + organizations.len()) as u64;
    // Each kind on its own: a hundred activities that stay must not cover for every organization that would go.
    let too_many = |missing: usize, had: usize| missing * 2 > had;
    if count == 0 {
        return Ok(());
    }
    if run.found_nothing() {
        run.hold_back(count, HeldBack::NothingGood);
        return Ok(());
    }
    if run.incomplete {
        run.hold_back(count, HeldBack::Incomplete);
        return Ok(());
    }
    if !run.let_go && (too_many(activities.len(), had_activities) || too_many(organizations.len(), had_organizations)) {
        run.hold_back(count, HeldBack::OverHalf);
        return Ok(());
    }
    for part in activities.chunks(BATCH) {
        let differences = in_one_transaction(run, async |run: &Run, tx: &mut Tx| {
            let mut differences = Vec::new();
            for told in part {
                if run.dry {
                    let name = activities::store::find(tx, &told.subject_id).await?;
                    let name = name.map(|one| one.name(Language::Finnish).text.to_owned()).unwrap_or_default();
                    differences.push(Difference { fate: Fate::Gone, name, fields: Vec::new() });
                    continue;
                }
                activities::store::set_state(tx, &told.subject_id, State::Gone, run.now).await?;
                note_gone(run, tx, Subject::Activity, told).await?;
            }
            Ok(differences)
        })
        .await?;
        run.report.activities.gone += part.len() as u64;
        differences.into_iter().for_each(|difference| run.report.add_difference(difference));
    }
    for part in organizations.chunks(BATCH) {
        let differences = in_one_transaction(run, async |run: &Run, tx: &mut Tx| {
            let mut differences = Vec::new();
            for told in part {
                let Some(organization) = organizations::store::find(tx, &told.subject_id).await? else { continue };
                if run.dry {
                    let name = organization.name(Language::Finnish).text.to_owned();
                    differences.push(Difference { fate: Fate::Gone, name, fields: Vec::new() });
                    continue;
                }
                let organization = Organization { state: State::Gone, ..organization };
                organizations::store::save(tx, &organization, run.now).await?;
                note_gone(run, tx, Subject::Organization, told).await?;
            }
            Ok(differences)
        })
        .await?;
        run.report.organizations.gone += part.len() as u64;
        differences.into_iter().for_each(|difference| run.report.add_difference(difference));
    }
    Ok(())
}

async fn note_gone(run: &Run, tx: &mut Tx, subject: Subject, told: &Told) -> Result<()> {
    let told = Told { gone: true, ..told.clone() };
    store::note(tx, &run.source_id, subject, &told, &run.id).await
}

/// What the source had told and was not met in this run, and how much it had told altogether.
async fn missing(run: &Run, tx: &mut Tx, subject: Subject) -> Result<(Vec<Told>, usize)> {
    let mut missing = Vec::new();
    let mut had = 0;
    let mut after = String::new();
    // The organization that stands for the source has the empty reference and is not in the walk: it never goes.
    loop {
        let part = store::told_after(tx, &run.source_id, subject, &after).await?;
        let Some(last) = part.last() else { break };
        after.clone_from(&last.reference);
        had += part.len();
        missing.extend(part.into_iter().filter(|told| !run.references.contains(&(subject, told.reference.clone()))));
    }
    Ok((missing, had))
}

/// Of organizations that were not met, those that may go: their table was read, or they came inside activities, and
/// nothing of theirs is left.
async fn idle(run: &Run, tx: &mut Tx, organizations: Vec<Told>, going: &[Told]) -> Result<Vec<Told>> {
    let organizations: Vec<Told> =
        organizations.into_iter().filter(|told| run.whole_organizations || !told.hash.starts_with(WHOLE)).collect();
    let going: HashSet<&str> = going.iter().map(|told| told.subject_id.as_str()).collect();
    let mut idle = Vec::new();
    for part in organizations.chunks(BATCH) {
        let ids: Vec<&str> = part.iter().map(|told| told.subject_id.as_str()).collect();
        let busy: HashSet<String> = tray::arranging(tx, &ids)
            .await?
            .into_iter()
            .filter(|(_, activity_id)| !going.contains(activity_id.as_str()))
            .map(|(organization_id, _)| organization_id)
            .collect();
        idle.extend(part.iter().filter(|told| !busy.contains(&told.subject_id)).cloned());
    }
    Ok(idle)
}

async fn close(run: &mut Run) -> std::result::Result<(), ImportError> {
    if run.dry {
        return Ok(());
    }
    let total = run.report.total();
    let counts =
        [total.added, total.changed, total.unchanged, total.gone, run.report.rejected, run.report.dropped_contacts];
    in_one_transaction(run, async |run: &Run, tx: &mut Tx| {
        // In a run for a part, questions about the other part are still open.
        if !run.partial && !run.incomplete {
            store::forget_questions(tx, &run.source_id, &run.id).await?;
        }
        let took = chrono::Duration::from_std(run.started.elapsed()).unwrap_or_default();
        store::finish_run(tx, &run.id, counts, run.now + took).await
    })
    .await
}

fn question(spot: &Problem, reason: Reason, value: &str) -> Problem {
    Problem { reason, value: value.to_owned(), weight: Weight::Question, ..spot.clone() }
}

fn add(run: &mut Run, problems: Vec<Problem>) {
    problems.into_iter().for_each(|problem| run.report.add_problem(problem));
}

/// Runs a piece of the ending in a transaction, again when another writer was in the way.
async fn in_one_transaction<T>(
    run: &Run,
    work: impl AsyncFn(&Run, &mut Tx) -> Result<T>,
) -> std::result::Result<T, ImportError> {
    let mut tries = 0;
    loop {
        let done = async {
            let mut tx = if run.dry { run.db.read().await? } else { run.db.write().await? };
            let done = work(run, &mut tx).await?;
            tx.commit().await?;
            Ok(done)
        };
        match done.await {
            Ok(done) => return Ok(done),
            Err(error) if tries < super::run::TRIES && super::run::may_pass(&error) => {
                tries += 1;
                super::run::pause(tries).await;
            }
            Err(error) => return Err(error.into()),
        }
    }
}
