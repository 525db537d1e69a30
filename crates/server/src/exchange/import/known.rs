//! What the database knows of the records of one batch, asked in a handful of statements and kept up while it is written.

use std::collections::{HashMap, HashSet};

use db::{Result, Tx};

use super::batch::stored_hash;
use super::record::{Arranger, Content, Draft, Subject};
use super::run::Run;
use super::store::tray::{self, Owned, Row, Table};
use super::store::{self, Told};
use crate::exchange::corrections::{self, model::Correction};
use crate::text;

/// See the module.
#[derive(Default)]
pub(super) struct Known {
    told: HashMap<(Subject, String), Told>,
    rows: HashMap<(Subject, String), Row>,
    taken: HashSet<(Subject, String)>,
    /// Ids that must be unique over all activities, with the activity that has each.
    owners: HashMap<String, String>,
    organizations: HashSet<String>,
    places: HashSet<String>,
    /// Places where something of another source happens.
    of_others: HashSet<String>,
    /// What was put right here, by activity.
    corrections: HashMap<String, Vec<Correction>>,
    terms: HashSet<String>,
    /// Organizations by the words rows name them with: reference of this source, address, names with their sources.
    by_reference: HashMap<String, String>,
    by_slug: HashMap<String, String>,
    by_name: HashMap<String, Vec<(String, Option<String>)>>,
}

/// What the drafts of a batch speak of.
#[derive(Default)]
struct Wanted<'a> {
    references: [Vec<&'a str>; 2],
    ids: [Vec<&'a str>; 2],
    slugs: [Vec<String>; 2],
    schedules: Vec<&'a str>,
    links: Vec<&'a str>,
    attributes: Vec<&'a str>,
    organizations: Vec<&'a str>,
    places: Vec<&'a str>,
    /// Places that may yet be written.
    unmet_places: Vec<&'a str>,
    terms: Vec<&'a str>,
    names: Vec<&'a str>,
}

const SUBJECTS: [Subject; 2] = [Subject::Organization, Subject::Activity];

impl Known {
    /// Asks for everything the drafts speak of.
    pub(super) async fn load(run: &Run, tx: &mut Tx, drafts: &[Draft]) -> Result<Known> {
        let mut wanted = Wanted::default();
        for draft in drafts {
            wanted.add(draft, run);
        }
        wanted.once_each();
        let mut known = Known::default();
        for (at, subject) in SUBJECTS.into_iter().enumerate() {
            for told in if_any(&wanted.references[at]) {
                for told in store::told(tx, &run.source_id, subject, told).await? {
                    known.told.insert((subject, told.reference.clone()), told);
                }
            }
            for ids in if_any(&wanted.ids[at]) {
                for row in tray::rows(tx, subject, ids).await? {
                    known.rows.insert((subject, row.id.clone()), row);
                }
            }
            for slugs in if_any(&wanted.slugs[at]) {
                known.taken.extend(tray::taken(tx, subject, slugs).await?.into_iter().map(|slug| (subject, slug)));
            }
        }
        for (owned, ids) in
            [(Owned::Schedule, &wanted.schedules), (Owned::Link, &wanted.links), (Owned::Attribute, &wanted.attributes)]
        {
            for ids in if_any(ids) {
                known.owners.extend(tray::owners(tx, owned, ids).await?);
            }
        }
        for (table, ids, into) in [
            (Table::Organizations, &wanted.organizations, &mut known.organizations),
            (Table::Places, &wanted.places, &mut known.places),
            (Table::Terms, &wanted.terms, &mut known.terms),
        ] {
            for ids in if_any(ids) {
                into.extend(tray::existing(tx, table, ids).await?);
            }
        }
        for ids in if_any(&wanted.unmet_places) {
            known.of_others.extend(tray::places_of_others(tx, &run.source_id, ids).await?);
        }
        for ids in if_any(&wanted.ids[1]) {
            known.corrections.extend(corrections::store::list(tx, ids).await?);
        }
        known.load_names(run, tx, &wanted.names).await?;
        Ok(known)
    }

    async fn load_names(&mut self, run: &Run, tx: &mut Tx, names: &[&str]) -> Result<()> {
        if names.is_empty() {
            return Ok(());
        }
        for told in store::told(tx, &run.source_id, Subject::Organization, names).await? {
            self.by_reference.insert(told.reference, told.subject_id);
        }
        // Only what is written as an address can be one: a name that happens to make the same one is a name.
        let slugs: Vec<String> =
            names.iter().filter(|name| text::slug(name) == **name).map(|name| (*name).to_owned()).collect();
        for slugs in if_any(&slugs) {
            self.by_slug.extend(tray::organizations_at(tx, slugs).await?);
        }
        for (name, id, source) in tray::organizations_named(tx, names).await? {
            self.by_name.entry(name).or_default().push((id, source));
        }
        Ok(())
    }

    pub(super) fn told(&self, subject: Subject, reference: &str) -> Option<&Told> {
        self.told.get(&(subject, reference.to_owned()))
    }

    pub(super) fn row(&self, subject: Subject, id: &str) -> Option<&Row> {
        self.rows.get(&(subject, id.to_owned()))
    }

    pub(super) fn corrections(&self, activity_id: &str) -> &[Correction] {
        self.corrections.get(activity_id).map_or(&[], Vec::as_slice)
    }

    pub(super) fn has_organization(&self, id: &str) -> bool {
        self.organizations.contains(id)
    }

    pub(super) fn has_place(&self, id: &str) -> bool {
        self.places.contains(id)
    }

    pub(super) fn is_of_others(&self, place_id: &str) -> bool {
        self.of_others.contains(place_id)
    }

    pub(super) fn has_term(&self, id: &str) -> bool {
        self.terms.contains(id)
    }

    pub(super) fn saw_term(&mut self, id: &str) {
        self.terms.insert(id.to_owned());
    }

    /// The organization a table names: by the source's own reference, by address, by name. `Err` when several of other
    /// sources have the name.
    pub(super) fn organization_named(&self, name: &str, source_id: &str) -> std::result::Result<Option<String>, ()> {
        if let Some(id) = self.by_reference.get(name).or_else(|| self.by_slug.get(name)) {
            return Ok(Some(id.clone()));
        }
        let Some(found) = self.by_name.get(name) else { return Ok(None) };
        let ours = found.iter().filter(|(_, source)| source.as_deref() == Some(source_id));
        match (ours.collect::<Vec<_>>().as_slice(), found.as_slice()) {
            ([(id, _)], _) | ([], [(id, _)]) => Ok(Some(id.clone())),
            _ => Err(()),
        }
    }

    /// The address of a record: the one it has, the one it would like when that is free, or that with a part of its id.
    pub(super) fn slug(&mut self, subject: Subject, id: &str, wanted: &str) -> String {
        if let Some(row) = self.row(subject, id) {
            return row.slug.clone();
        }
        let fallback = match subject {
            Subject::Activity => "toiminta",
            Subject::Organization => "jarjestaja",
        };
        let slug = if wanted.is_empty() { fallback } else { wanted };
        let free = !wanted.is_empty() && !self.taken.contains(&(subject, slug.to_owned()));
        let slug = if free {
            slug.to_owned()
        } else {
            format!("{slug}-{}", id.get(id.len().saturating_sub(8)..).unwrap_or(id))
        };
        self.taken.insert((subject, slug.clone()));
        slug
    }

    /// An id that must be unique over all activities: the one it has, unless another activity has it.
    pub(super) fn unique(&mut self, id: &str, activity_id: &str, otherwise: impl FnOnce() -> String) -> String {
        match self.owners.get(id) {
            Some(owner) if owner != activity_id => otherwise(),
            _ => {
                self.owners.insert(id.to_owned(), activity_id.to_owned());
                id.to_owned()
            }
        }
    }

    /// Notes that a record was written, so that the next draft about it sees it.
    pub(super) fn saved(&mut self, subject: Subject, id: &str, slug: &str, run: &Run, draft: &Draft) {
        let made_at = self.row(subject, id).map_or(run.now, |row| row.made_at);
        let row = Row { id: id.to_owned(), slug: slug.to_owned(), source_id: Some(run.source_id.clone()), made_at };
        self.rows.insert((subject, id.to_owned()), row);
        let told = Told {
            reference: draft.reference.clone(),
            subject_id: id.to_owned(),
            hash: stored_hash(draft),
            gone: false,
        };
        self.told.insert((subject, draft.reference.clone()), told);
    }

    /// Asks for one record more.
    pub(super) async fn look_for_row(
        &mut self,
        tx: &mut Tx,
        subject: Subject,
        source_id: &str,
        id: &str,
        reference: &str,
    ) -> Result<()> {
        for told in store::told(tx, source_id, subject, &[reference]).await? {
            self.told.insert((subject, told.reference.clone()), told);
        }
        for row in tray::rows(tx, subject, &[id]).await? {
            self.rows.insert((subject, row.id.clone()), row);
        }
        Ok(())
    }

    /// Asks whether one address more of an organization is taken.
    pub(super) async fn look_for_slug(&mut self, tx: &mut Tx, slug: &str) -> Result<()> {
        for slug in tray::taken(tx, Subject::Organization, &[slug.to_owned()]).await? {
            self.taken.insert((Subject::Organization, slug));
        }
        Ok(())
    }
}

impl<'a> Wanted<'a> {
    fn add(&mut self, draft: &'a Draft, run: &Run) {
        match &draft.content {
            Content::Organization(content) => {
                self.references[0].push(&draft.reference);
                self.ids[0].push(&content.organization.id);
                self.slugs[0].push(content.slug.clone());
                content.places.iter().for_each(|place| self.place(&place.id, run));
            }
            Content::Activity(content) => {
                self.references[1].push(&draft.reference);
                self.ids[1].push(&content.activity.id);
                self.slugs[1].push(content.slug.clone());
                self.schedules.extend(content.activity.schedules.iter().map(|schedule| schedule.id.as_str()));
                self.places
                    .extend(content.activity.schedules.iter().filter_map(|schedule| schedule.place_id.as_deref()));
                for at in &content.activity.places {
                    self.links.push(&at.link_id);
                    self.place(&at.place.id, run);
                    self.organizations.extend(at.place.organization_id.as_deref());
                }
                for attribute in content.attributes.iter().flatten() {
                    self.attributes.push(&attribute.id);
                    self.terms.push(&attribute.term_id);
                }
                if let Some(organization) = &content.organization {
                    self.add(organization, run);
                }
                match &content.arranger {
                    Arranger::Source => {}
                    Arranger::Id(id) => self.organizations.push(id),
                    Arranger::Named(name) if run.arrangers.contains_key(&name.to_lowercase()) => {}
                    Arranger::Named(name) => self.names.push(name),
                }
            }
            Content::Place(place) => {
                self.places.push(&place.id);
                self.unmet_places.push(&place.id);
                self.organizations.extend(place.organization_id.as_deref());
            }
            Content::At(_) | Content::Taxonomy(_) | Content::Term(_) | Content::Setting { .. } => {}
        }
    }

    /// A place inside another record is written when it is met first.
    fn place(&mut self, id: &'a str, run: &Run) {
        self.places.push(id);
        if !run.places.contains_key(id) {
            self.unmet_places.push(id);
        }
    }

    /// What many records of a batch share is asked for once.
    fn once_each(&mut self) {
        for ids in [&mut self.organizations, &mut self.places, &mut self.unmet_places, &mut self.terms] {
            ids.sort_unstable();
            ids.dedup();
        }
    }
}

/// Lists short enough for one statement; nothing to ask for an empty one.
fn if_any<T>(list: &[T]) -> std::slice::Chunks<'_, T> {
    list.chunks(4_000)
}
