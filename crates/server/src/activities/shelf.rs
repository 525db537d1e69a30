//! Activities that were shown lately, whole: a list of twenty costs one small statement instead of eight.
//!
//! What is kept is as true as the database: each use asks for the number of the newest event and forgets what changed
//! since the last use. A record that came from a change of another kind, an organization's name for instance, cannot be
//! told apart, so then everything is forgotten. Writes are rare and reads are many: it is nearly always whole.

use std::num::NonZeroUsize;
use std::sync::{Arc, Mutex, MutexGuard};

use db::{Result, Tx};
use lru::LruCache;

use super::model::Listed;
use super::store;
use crate::events;

/// How many activities are kept: about 10 kB each.
const KEPT: NonZeroUsize = NonZeroUsize::new(4_000).unwrap();
/// After more changes than this it is cheaper to begin anew than to read what they were.
const MOST_CHANGES: i64 = 500;

/// Activities that were shown lately. To be asked with a reading connection: inside a writing transaction it would
/// take numbers of events for final that may yet be undone.
#[derive(Debug)]
pub struct Shelf(Mutex<Kept>);

#[derive(Debug)]
struct Kept {
    /// The newest event that is accounted for.
    seen: i64,
    by_id: LruCache<String, Arc<Listed>>,
}

impl Default for Shelf {
    fn default() -> Self {
        Shelf(Mutex::new(Kept { seen: 0, by_id: LruCache::new(KEPT) }))
    }
}

impl Shelf {
    /// The published activities with these ids, each with its organization, in the order of the ids.
    pub async fn list(&self, tx: &mut Tx, ids: &[String]) -> Result<Vec<Arc<Listed>>> {
        if ids.is_empty() {
            return Ok(Vec::new());
        }
        let newest = self.catch_up(tx).await?;
        let mut found: Vec<Option<Arc<Listed>>> = {
            let mut kept = self.kept();
            ids.iter().map(|id| kept.by_id.get(id.as_str()).cloned()).collect()
        };
        let missing: Vec<String> =
            ids.iter().zip(&found).filter(|(_, found)| found.is_none()).map(|(id, _)| id.clone()).collect();
        if !missing.is_empty() {
            let activities = store::list(tx, &missing).await?;
            let loaded: Vec<Arc<Listed>> =
                store::with_organizations(tx, activities).await?.into_iter().map(Arc::new).collect();
            let mut kept = self.kept();
            for listed in loaded {
                for at in (0..ids.len()).filter(|at| ids[*at] == listed.activity.id) {
                    found[at] = Some(listed.clone());
                }
                // Someone may have gone on to a newer event meanwhile, and would not look at this one again.
                if kept.seen == newest {
                    kept.by_id.put(listed.activity.id.clone(), listed);
                }
            }
        }
        Ok(found.into_iter().flatten().collect())
    }

    /// The published activity at an address.
    pub async fn at(&self, tx: &mut Tx, slug: &str) -> Result<Option<Arc<Listed>>> {
        let Some(id) = store::id_at(tx, slug).await? else { return Ok(None) };
        Ok(self.list(tx, &[id]).await?.pop())
    }

    /// Forgets what changed since the last use; gives the newest event that is accounted for.
    async fn catch_up(&self, tx: &mut Tx) -> Result<i64> {
        let newest = events::newest(tx).await?;
        let seen = self.kept().seen;
        if newest == seen {
            return Ok(newest);
        }
        let is_far = newest < seen || newest - seen > MOST_CHANGES;
        let changes = if is_far { Vec::new() } else { events::after(tx, seen, MOST_CHANGES * 2).await? };
        let mut kept = self.kept();
        let is_other =
            changes.iter().any(|event| event.kind != "activity.changed" && !event.kind.starts_with("fault."));
        if is_far || is_other || kept.seen > newest {
            kept.by_id.clear();
        } else {
            for event in &changes {
                kept.by_id.pop(event.subject_id.as_str());
            }
        }
        kept.seen = newest;
        Ok(newest)
    }

    fn kept(&self) -> MutexGuard<'_, Kept> {
        self.0.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
    }
}
