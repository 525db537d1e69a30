//! Keeps the search index behind the event log: rebuilds it when it is lost, then reads what is new.

use std::collections::HashMap;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use chrono::{DateTime, NaiveDate, Utc};
use db::Tx;
use search::{Analyser, Change, Concepts, Document, Index, along_curve};

use super::document::{DIMENSIONS, TELLING, document};
use crate::activities;
use crate::activities::model::Activity;
use crate::app::{App, OpenError, Opening};
use crate::clock::today;
use crate::events;

/// Other processes write too (an import beside the service); this is how soon their changes are seen.
const LOOK_AGAIN: Duration = Duration::from_millis(300);
/// After this many days the coming sessions of every activity are put into the index again.
const ROLL_DAYS: i64 = 7;
/// The folder in the data folder with the concepts that a region has grown itself.
const LOCAL_CONCEPTS: &str = "concepts";
/// Events read, and documents made, at a time.
const BATCH: i64 = 500;

/// Opens the index of a data folder. `instance` is the database's own name: an index made from another database is
/// not used.
///
/// # Errors
/// When the folder cannot be used, another process has the index open, or a named dictionary cannot be read.
pub fn open_index(opening: &Opening, instance: &str) -> Result<Index, OpenError> {
    let dictionary = match &opening.dictionary {
        Some(path) => Some(voikko::Dictionary::open(path).map_err(|error| OpenError::Dictionary(path.clone(), error))?),
        None => None,
    };
    let mut concepts = super::concepts::shipped().unwrap_or_else(|error| {
        tracing::error!(%error, "the concepts cannot be read; search goes on without them");
        Concepts::default()
    });
    let local = opening.folder.join(LOCAL_CONCEPTS);
    if local.is_dir() {
        concepts = concepts.joined_by(&local)?;
    }
    let analyser =
        Analyser::new(dictionary.map(|found| Arc::new(found) as Arc<dyn search::Morphology>)).with_concepts(concepts);
    let folder = opening.folder.join("index").join(instance);
    std::fs::create_dir_all(&folder).map_err(|error| OpenError::Folder(folder.clone(), error))?;
    let settings = search::Settings { telling: TELLING.to_vec(), ..search::Settings::new(folder, DIMENSIONS) };
    let opened = Index::open(settings, Arc::new(analyser))?;
    Ok(opened.index)
}

/// Follows the event log until the task is dropped. A fault is logged and tried again: the index is never the only
/// copy of anything.
pub async fn run(app: App) {
    let mut seen = app.signal.listen();
    loop {
        match catch_up(&app).await {
            Ok(_) => app.signal.wait(&mut seen, LOOK_AGAIN).await,
            Err(error) => {
                tracing::error!(%error, "the search index could not follow");
                tokio::time::sleep(Duration::from_secs(2)).await;
            }
        }
    }
}

/// Why following failed; all of it passes or is a fault of ours.
#[derive(Debug, thiserror::Error)]
pub enum FollowError {
    /// The database.
    #[error(transparent)]
    Database(#[from] db::Error),
    /// The index.
    #[error(transparent)]
    Index(#[from] search::Error),
    /// The thread that builds stopped.
    #[error("the thread that builds the index stopped: {0}")]
    Thread(#[from] tokio::task::JoinError),
}

/// Brings the index to the end of the log and returns its position.
///
/// # Errors
/// See [`FollowError`]; what was applied before stays.
pub async fn catch_up(app: &App) -> Result<i64, FollowError> {
    let now = app.now();
    let newest = events::newest(&mut app.db.read().await?).await?;
    let position = app.index.position().map(|position| position as i64);
    // A position beyond the log belongs to a database that was put back from a copy.
    if position.is_none_or(|position| position > newest) {
        return rebuild(app, |_| {}).await;
    }
    if rolled_on(&app.index).is_none_or(|day| (today(now) - day).num_days() >= ROLL_DAYS) {
        roll(app, now).await?;
    }
    let mut position = position.unwrap_or(0);
    loop {
        let mut tx = app.db.read().await?;
        let batch = events::after(&mut tx, position, BATCH).await?;
        let Some(last) = batch.last() else { break };
        let last = last.number;
        let (changes, region) = changes(&mut tx, &batch, now).await?;
        drop(tx);
        if region {
            app.reload_region().await?;
        }
        apply(app, changes, last).await?;
        position = last;
        app.signal.has_followed(position);
    }
    app.signal.has_followed(position);
    Ok(position)
}

/// Builds the index anew from the database. Readers see the old one until it is done.
///
/// # Errors
/// See [`FollowError`]; the old index stays.
pub async fn rebuild(app: &App, progress: impl Fn(u64) + Send + Sync + 'static) -> Result<i64, FollowError> {
    let now = app.now();
    app.reload_region().await?;
    let position = events::newest(&mut app.db.read().await?).await?;
    // Neighbours one after the other, so that a search passes over what is far from a place.
    let mut placed = activities::store::ids_with_places(&mut app.db.read().await?).await?;
    placed.sort_by_cached_key(|(_, place)| along_curve(*place));
    let ids: Vec<String> = placed.into_iter().map(|(id, _)| id).collect();
    let (sender, receiver) = std::sync::mpsc::sync_channel::<Document>(BATCH as usize);
    // Said only when every document was sent: this task may be stopped at any moment, and the builder sees just an
    // end then.
    let whole = Arc::new(AtomicBool::new(false));
    let index = app.index.clone();
    let is_whole = whole.clone();
    let building = tokio::task::spawn_blocking(move || {
        let position = || is_whole.load(Ordering::Acquire).then_some(position as u64);
        index.rebuild(receiver.into_iter(), position, |count| progress(count as u64))
    });
    let mut all_sent = true;
    for part in ids.chunks(BATCH as usize) {
        let mut tx = app.db.read().await?;
        let activities = activities::store::list(&mut tx, part).await?;
        let documents = documents(&mut tx, activities, now).await?;
        drop(tx);
        let sender = sender.clone();
        all_sent =
            tokio::task::spawn_blocking(move || documents.into_iter().all(|one| sender.send(one).is_ok())).await?;
        if !all_sent {
            break; // The builder stopped; its own error says why.
        }
    }
    whole.store(all_sent, Ordering::Release);
    drop(sender);
    building.await??;
    has_rolled(&app.index, today(now));
    app.signal.has_followed(position);
    Ok(position)
}

/// Puts the coming sessions of everything that has times into the index again.
async fn roll(app: &App, now: DateTime<Utc>) -> Result<(), FollowError> {
    let position = app.index.position().unwrap_or(0) as i64;
    let mut after = String::new();
    loop {
        let mut tx = app.db.read().await?;
        let activities = activities::store::walk(&mut tx, &after, BATCH).await?;
        let Some(last) = activities.last() else { break };
        after.clone_from(&last.id);
        let timed: Vec<Activity> = activities.into_iter().filter(|one| !one.schedules.is_empty()).collect();
        let documents = documents(&mut tx, timed, now).await?;
        drop(tx);
        apply(app, documents.into_iter().map(Change::Put).collect(), position).await?;
    }
    has_rolled(&app.index, today(now));
    Ok(())
}

async fn apply(app: &App, changes: Vec<Change>, position: i64) -> Result<(), FollowError> {
    let index = app.index.clone();
    tokio::task::spawn_blocking(move || index.apply(changes, position as u64)).await??;
    Ok(())
}

/// What a batch of events means for the index, and whether the region's settings changed.
async fn changes(tx: &mut Tx, batch: &[events::Event], now: DateTime<Utc>) -> Result<(Vec<Change>, bool), db::Error> {
    let mut ids: Vec<String> = Vec::new();
    let mut region = false;
    for event in batch {
        match event.kind.as_str() {
            "activity.changed" => ids.push(event.subject_id.clone()),
            "organization.changed" => ids.extend(activities::store::ids_of(tx, &event.subject_id).await?),
            "region.changed" => region = true,
            _ => {}
        }
    }
    ids.sort_unstable();
    ids.dedup();
    let found = activities::store::list(tx, &ids).await?;
    let documents = documents(tx, found, now).await?;
    let mut by_id: HashMap<String, Document> =
        documents.into_iter().map(|document| (document.id.clone(), document)).collect();
    let changes = ids
        .into_iter()
        .map(|id| match by_id.remove(&id) {
            Some(document) => Change::Put(document),
            None => Change::Remove(id),
        })
        .collect();
    Ok((changes, region))
}

async fn documents(tx: &mut Tx, activities: Vec<Activity>, now: DateTime<Utc>) -> Result<Vec<Document>, db::Error> {
    let ids: Vec<String> = activities.iter().map(|activity| activity.id.clone()).collect();
    let mut terms: HashMap<String, Vec<String>> = HashMap::new();
    for (activity_id, term_id) in activities::store::terms(tx, &ids).await? {
        terms.entry(activity_id).or_default().push(term_id);
    }
    let listed = activities::store::with_organizations(tx, activities).await?;
    Ok(listed.iter().map(|one| document(one, terms.get(&one.activity.id).map_or(&[], Vec::as_slice), now)).collect())
}

/// The day beside the index on which coming sessions were last put into it.
fn rolled_on(index: &Index) -> Option<NaiveDate> {
    std::fs::read_to_string(mark(&index.settings().folder)).ok()?.trim().parse().ok()
}

fn has_rolled(index: &Index, day: NaiveDate) {
    if let Err(error) = std::fs::write(mark(&index.settings().folder), day.to_string()) {
        tracing::warn!(%error, "could not note the day; coming sessions will be looked at again");
    }
}

fn mark(folder: &Path) -> std::path::PathBuf {
    folder.with_extension("rolled")
}
