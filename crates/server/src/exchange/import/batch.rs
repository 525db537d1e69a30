//! One batch of drafts in one transaction: compared with what is there, and written when it differs.

use std::collections::{HashMap, HashSet};

use db::{Result, Tx};

use super::difference;
use super::known::Known;
use super::reason::{Reason, Weight};
use super::record::{ActivityDraft, Arranger, Attachment, Content, Draft, Link, OrganizationDraft, Subject};
use super::report::{Counts, Difference, Fate, Problem};
use super::run::{Met, Run};
use super::store::fresh::Fresh;
use super::{activities, ids, store};
use crate::exchange::corrections;
use crate::organizations;
use crate::organizations::model::{Organization, OrganizationText, State};
use crate::places::model::Place;

/// What a batch did; taken into the run once it is committed.
#[derive(Default)]
pub(super) struct Outcome {
    pub(super) activities: Counts,
    pub(super) organizations_counted: Counts,
    pub(super) places_counted: Counts,
    pub(super) terms_counted: Counts,
    pub(super) settings: Counts,
    pub(super) repeats: u64,
    pub(super) rejected: u64,
    pub(super) problems: Vec<Problem>,
    pub(super) differences: Vec<Difference>,
    pub(super) met: HashMap<(Subject, String), Met>,
    pub(super) references: HashSet<(Subject, String)>,
    pub(super) arrangers: HashMap<String, String>,
    pub(super) organizations: HashSet<String>,
    pub(super) places: HashMap<String, Met>,
    pub(super) terms: HashSet<String>,
    /// Which drafts of the batch wait for their organization.
    pub(super) waiting: Vec<usize>,
    pub(super) links: Vec<(String, Problem, Vec<Link>)>,
    pub(super) attachments: Vec<(Problem, Attachment)>,
}

/// What to do with a record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Plan {
    Add,
    Change,
    Leave,
    /// A part of it was counted in this run already; the whole is written.
    Complete,
    /// It was met in this run; nothing is counted.
    Pass,
}

/// The batch while it is written.
pub(super) struct Writing<'a> {
    pub(super) run: &'a Run,
    pub(super) tx: &'a mut Tx,
    pub(super) known: Known,
    pub(super) out: Outcome,
    /// Records met and unchanged, to be marked as met in this run.
    unchanged: Vec<(Subject, String)>,
    /// Organizations, written together; none is among them twice.
    pub(super) organizations: Vec<Organization>,
    /// Places, written together.
    pub(super) places: Vec<Place>,
    /// New activities, written together.
    pub(super) fresh: Vec<Fresh>,
    /// What is to be noted of records that were written.
    notes: HashMap<(Subject, String), store::Told>,
}

/// Writes drafts in their order. In a dry run only compares.
pub(super) async fn write(run: &Run, tx: &mut Tx, drafts: &[Draft], last_chance: bool) -> Result<Outcome> {
    let known = Known::load(run, tx, drafts).await?;
    let mut writing = Writing {
        run,
        tx,
        known,
        out: Outcome::default(),
        unchanged: Vec::new(),
        organizations: Vec::new(),
        places: Vec::new(),
        fresh: Vec::new(),
        notes: HashMap::new(),
    };
    for (at, draft) in drafts.iter().enumerate() {
        match &draft.content {
            Content::Organization(content) => writing.organization(draft, content).await?,
            Content::Activity(content) => {
                if !writing.activity(draft, content, last_chance).await? {
                    writing.out.waiting.push(at);
                }
            }
            Content::Place(place) => writing.place_alone(draft, place).await?,
            Content::At(attachment) => writing.out.attachments.push((draft.at.clone(), attachment.clone())),
            Content::Taxonomy(taxonomy) => writing.taxonomy(draft, taxonomy).await?,
            Content::Term(term) => writing.term(draft, term).await?,
            Content::Setting { name, language, value } => writing.setting(name, language, value).await?,
        }
    }
    writing.flush().await?;
    writing.mark_unchanged().await?;
    Ok(writing.out)
}

impl Writing<'_> {
    /// Whether a record is new, changed or the same; repeats and records of others are told.
    fn plan(&mut self, subject: Subject, id: &str, draft: &Draft) -> Plan {
        let key = (subject, id.to_owned());
        self.out.references.insert((subject, draft.reference.clone()));
        let met = self.out.met.get(&key).or_else(|| self.run.met.get(&key)).copied();
        match (met, draft.part) {
            (Some(_), true) => return Plan::Pass,
            (Some(Met::Whole), false) => {
                self.out.repeats += 1;
                self.problem(draft, Reason::Repeat, &draft.reference, Weight::Note);
                return Plan::Pass;
            }
            (Some(Met::Part), false) | (None, _) => {}
        }
        let stored = self.known.told(subject, &draft.reference).filter(|told| !told.gone);
        if draft.part && stored.is_some_and(|told| told.hash.starts_with(WHOLE)) {
            // What was told whole once is not replaced by a part; the whole may still come in this run.
            self.unchanged.push((subject, draft.reference.clone()));
            return Plan::Pass;
        }
        self.out.met.insert(key, if draft.part { Met::Part } else { Met::Whole });
        let row = self.known.row(subject, id);
        if row.is_some_and(|row| row.source_id.as_deref() != Some(&self.run.source_id)) {
            if !draft.part {
                self.problem(draft, Reason::OfAnotherSource, &draft.reference, Weight::Question);
            }
            return if draft.part { Plan::Pass } else { Plan::Leave };
        }
        let stored = self.known.told(subject, &draft.reference).filter(|told| !told.gone);
        match stored {
            Some(told) if row.is_some() && told.hash == stored_hash(draft) => {
                self.unchanged.push((subject, draft.reference.clone()));
                if met.is_some() { Plan::Pass } else { Plan::Leave }
            }
            _ if met.is_some() => Plan::Complete,
            _ if row.is_some() => Plan::Change,
            _ => Plan::Add,
        }
    }

    /// Whether a record was met in this run in such a way that nothing more is to be done with it.
    fn was_met(&self, subject: Subject, id: &str, draft: &Draft) -> bool {
        let key = (subject, id.to_owned());
        let met = self.out.met.get(&key).or_else(|| self.run.met.get(&key));
        matches!((met, draft.part), (Some(_), true) | (Some(Met::Whole), false))
    }

    async fn organization(&mut self, draft: &Draft, content: &OrganizationDraft) -> Result<()> {
        let id = content.organization.id.clone();
        let plan = self.plan(Subject::Organization, &id, draft);
        self.learn(draft, &content.organization);
        count(&mut self.out.organizations_counted, plan);
        if matches!(plan, Plan::Leave | Plan::Pass) {
            return Ok(());
        }
        self.differs_organization(plan, &content.organization).await?;
        let slug = self.known.slug(Subject::Organization, &id, &content.slug);
        let organization = Organization { slug, ..content.organization.clone() };
        self.save_organization(organization, draft).await?;
        for place in &content.places {
            self.save_place(place, Some(&id)).await?;
        }
        if content.places.is_empty() && plan != Plan::Add && !self.run.dry {
            let own = ids::derived(&self.run.source_id, "organization-place", &draft.reference);
            store::tray::remove_unused_places(self.tx, &[&own]).await?;
        }
        Ok(())
    }

    async fn save_organization(&mut self, organization: Organization, draft: &Draft) -> Result<()> {
        self.known.saved(Subject::Organization, &organization.id, &organization.slug, self.run, draft);
        if self.run.dry {
            return Ok(());
        }
        self.note(Subject::Organization, &organization.id, draft);
        if self.organizations.iter().any(|one| one.id == organization.id) {
            self.settle().await?;
        }
        self.organizations.push(organization);
        Ok(())
    }

    /// Remembers under which words an organization can be named.
    fn learn(&mut self, draft: &Draft, organization: &Organization) {
        let names = organization.texts.values().map(|text| text.name.to_lowercase());
        for name in names {
            self.out.arrangers.entry(name).or_insert_with(|| organization.id.clone());
        }
        self.out.arrangers.insert(draft.reference.to_lowercase(), organization.id.clone());
        self.out.organizations.insert(organization.id.clone());
    }

    /// Writes an activity; false when its organization may still come.
    async fn activity(&mut self, draft: &Draft, content: &ActivityDraft, last_chance: bool) -> Result<bool> {
        let id = content.activity.id.clone();
        if self.was_met(Subject::Activity, &id, draft) {
            self.plan(Subject::Activity, &id, draft);
            return Ok(true);
        }
        if let Some(nested) = &content.organization
            && let Content::Organization(organization) = &nested.content
        {
            self.organization(nested, organization).await?;
        }
        let Some(organization_id) = self.arranger(draft, content, last_chance).await? else {
            if matches!(content.arranger, Arranger::Named(_)) {
                self.out.references.insert((Subject::Activity, draft.reference.clone()));
                return Ok(true);
            }
            return Ok(false);
        };
        let plan = self.plan(Subject::Activity, &id, draft);
        count(&mut self.out.activities, plan);
        let ours = self
            .known
            .row(Subject::Activity, &id)
            .is_none_or(|row| row.source_id.as_deref() == Some(&self.run.source_id));
        if plan != Plan::Pass && ours {
            if let Some(links) = &content.links {
                self.out.links.push((id.clone(), draft.at.clone(), links.clone()));
            }
            self.out.attachments.extend(content.attachments.iter().map(|at| (draft.at.clone(), at.clone())));
        }
        if matches!(plan, Plan::Leave | Plan::Pass) {
            return Ok(true);
        }
        let mut activity = content.activity.clone();
        activity.organization_id = organization_id;
        activity.slug = self.known.slug(Subject::Activity, &id, &content.slug);
        activity.made_at = self.known.row(Subject::Activity, &id).map_or(self.run.now, |row| row.made_at);
        let renewed = corrections::model::apply(self.known.corrections(&id), &mut activity);
        if self.run.dry {
            let fate = if plan == Plan::Add { Fate::Added } else { Fate::Changed };
            let before = crate::activities::store::find(self.tx, &id).await?;
            self.out.differences.push(difference::of_activity(fate, before.as_ref(), &activity));
        }
        let slug = activity.slug.clone();
        if !self.run.dry {
            let is_new = plan == Plan::Add;
            if !is_new {
                self.flush().await?;
            }
            for correction in renewed {
                corrections::store::set(self.tx, &id, &correction, self.run.now).await?;
            }
            for term_id in activities::save(self, activity, content, is_new).await? {
                self.problem(draft, Reason::UnknownTerm, &term_id, Weight::Question);
            }
            self.note(Subject::Activity, &id, draft);
        }
        self.known.saved(Subject::Activity, &id, &slug, self.run, draft);
        Ok(true)
    }

    /// The organization of an activity; made when a table names one that is nowhere. None: not known yet, or refused.
    async fn arranger(&mut self, draft: &Draft, content: &ActivityDraft, last_chance: bool) -> Result<Option<String>> {
        match &content.arranger {
            Arranger::Source => self.source_itself(draft).await.map(Some),
            Arranger::Id(id) => {
                let here = self.run.organizations.contains(id)
                    || self.out.organizations.contains(id)
                    || self.known.has_organization(id);
                if here {
                    return Ok(Some(id.clone()));
                }
                if !last_chance {
                    return Ok(None);
                }
                self.problem(draft, Reason::UnknownOrganization, id, Weight::Question);
                self.source_itself(draft).await.map(Some)
            }
            Arranger::Named(name) => {
                let word = name.to_lowercase();
                let met = self.out.arrangers.get(&word).or_else(|| self.run.arrangers.get(&word));
                if let Some(id) = met {
                    return Ok(Some(id.clone()));
                }
                match self.known.organization_named(name, &self.run.source_id) {
                    Ok(Some(id)) => Ok(Some(id)),
                    Ok(None) => self.make_organization(draft, name, Reason::OrganizationMade).await.map(Some),
                    Err(()) => {
                        self.problem(draft, Reason::AmbiguousOrganization, name, Weight::Rejected);
                        self.out.rejected += 1;
                        Ok(None)
                    }
                }
            }
        }
    }

    /// The organization that stands for the source, for activities nobody is named for.
    async fn source_itself(&mut self, draft: &Draft) -> Result<String> {
        let name = self.run.source.clone();
        let id = ids::derived(&self.run.source_id, Subject::Organization.as_str(), "");
        if !self.out.organizations.contains(&id) && !self.run.organizations.contains(&id) {
            return self.make(draft, &id, "", &name).await;
        }
        Ok(id)
    }

    async fn make_organization(&mut self, draft: &Draft, name: &str, reason: Reason) -> Result<String> {
        self.problem(draft, reason, name, Weight::Note);
        let id = ids::derived(&self.run.source_id, Subject::Organization.as_str(), name);
        self.make(draft, &id, name, name).await
    }

    /// Makes an organization of which nothing but the name is known.
    async fn make(&mut self, activity: &Draft, id: &str, reference: &str, name: &str) -> Result<String> {
        let text = OrganizationText { name: name.to_owned(), ..OrganizationText::default() };
        let organization = Organization {
            id: id.to_owned(),
            kind: "other".to_owned(),
            state: State::Published,
            source_id: Some(self.run.source_id.clone()),
            texts: [("fi".to_owned(), text)].into(),
            ..Organization::default()
        };
        self.known.look_for_row(self.tx, Subject::Organization, &self.run.source_id, id, reference).await?;
        self.known.look_for_slug(self.tx, &crate::text::slug(name)).await?;
        let mut hasher = ids::Hasher::new();
        hasher.add(name);
        let content = OrganizationDraft { organization, slug: crate::text::slug(name), places: Vec::new() };
        let draft = Draft {
            at: activity.at.clone(),
            reference: reference.to_owned(),
            hash: hasher.done(),
            part: true,
            content: Content::Organization(Box::new(content.clone())),
        };
        self.organization(&draft, &content).await?;
        Ok(id.to_owned())
    }

    async fn differs_organization(&mut self, plan: Plan, organization: &Organization) -> Result<()> {
        if self.run.dry {
            let fate = if plan == Plan::Add { Fate::Added } else { Fate::Changed };
            let before = organizations::store::find(self.tx, &organization.id).await?;
            self.out.differences.push(difference::of_organization(fate, before.as_ref(), organization));
        }
        Ok(())
    }

    fn note(&mut self, subject: Subject, id: &str, draft: &Draft) {
        let told = store::Told {
            reference: draft.reference.clone(),
            subject_id: id.to_owned(),
            hash: stored_hash(draft),
            gone: false,
        };
        self.notes.insert((subject, draft.reference.clone()), told);
    }

    /// Writes what was gathered to be written together.
    async fn flush(&mut self) -> Result<()> {
        self.settle().await?;
        let fresh = std::mem::take(&mut self.fresh);
        store::fresh::add_all(self.tx, &fresh, self.run.now).await?;
        let mut notes: Vec<_> = self.notes.drain().map(|((subject, _), told)| (subject, told)).collect();
        // In one order everywhere, so that two runs side by side wait for each other instead of locking each other out.
        notes.sort_unstable_by(|one, other| (one.0, &one.1.reference).cmp(&(other.0, &other.1.reference)));
        store::fresh::note_all(self.tx, &self.run.source_id, &notes, &self.run.id).await
    }

    async fn mark_unchanged(&mut self) -> Result<()> {
        if self.run.dry {
            return Ok(());
        }
        for subject in [Subject::Organization, Subject::Activity] {
            let references: Vec<&str> = self
                .unchanged
                .iter()
                .filter(|(of, _)| *of == subject)
                .map(|(_, reference)| reference.as_str())
                .collect();
            store::met(self.tx, &self.run.source_id, subject, &references, &self.run.id).await?;
        }
        Ok(())
    }

    pub(super) fn problem(&mut self, draft: &Draft, reason: Reason, value: &str, weight: Weight) {
        self.out.problems.push(Problem { reason, value: value.to_owned(), weight, ..draft.at.clone() });
    }
}

/// What the stored hash of a record that was told whole begins with.
pub(super) const WHOLE: &str = "whole:";

/// The hash as it is kept: with whether the record was told whole.
pub(super) fn stored_hash(draft: &Draft) -> String {
    format!("{}{}", if draft.part { "part:" } else { WHOLE }, draft.hash)
}

fn count(counts: &mut Counts, plan: Plan) {
    match plan {
        Plan::Add => counts.added += 1,
        Plan::Change => counts.changed += 1,
        Plan::Leave => counts.unchanged += 1,
        Plan::Complete | Plan::Pass => {}
    }
}
