//! What stands beside organizations and activities in a batch: places, terms and the region's settings.

use db::Result;

use super::batch::Writing;
use super::record::{Draft, Taxonomy, Term};
use super::run::Met;
use super::store::{self, tray::Table};
use crate::places::model::Place;
use crate::{events, organizations, places, region};

impl Writing<'_> {
    /// Whether a place is in the database.
    pub(super) fn has_place(&self, id: &str) -> bool {
        self.known.has_place(id) || (self.place_met(id).is_some() && !self.run.dry)
    }

    /// How a place was met before in this run.
    fn place_met(&self, id: &str) -> Option<Met> {
        self.out.places.get(id).or_else(|| self.run.places.get(id)).copied()
    }

    /// Saves a place that came inside a record, once in a run. One that tells less than what is there, or that others
    /// use too, stays as it is.
    pub(super) async fn save_place(&mut self, place: &Place, organization_id: Option<&str>) -> Result<()> {
        if self.place_met(&place.id).is_some() {
            return Ok(());
        }
        self.out.places.insert(place.id.clone(), Met::Part);
        let bare = place.street.is_empty() && place.postal_code.is_empty() && place.point.is_none();
        let stays = (bare && self.known.has_place(&place.id)) || self.known.is_of_others(&place.id);
        if stays || self.run.dry {
            return Ok(());
        }
        let place = self.with_owner(place, organization_id);
        self.places.push(place);
        Ok(())
    }

    /// Writes the organizations and places that were gathered to be written together: what comes next names them.
    pub(super) async fn settle(&mut self) -> Result<()> {
        let organizations = std::mem::take(&mut self.organizations);
        organizations::store::save_all(self.tx, &organizations, self.run.now).await?;
        let places = std::mem::take(&mut self.places);
        places::store::save_all(self.tx, &places, self.run.now).await
    }

    /// The place with the organization it belongs to, when that is there.
    fn with_owner(&self, place: &Place, organization_id: Option<&str>) -> Place {
        let owner = place.organization_id.clone().filter(|id| {
            organization_id == Some(id)
                || self.run.organizations.contains(id)
                || self.out.organizations.contains(id)
                || self.known.has_organization(id)
        });
        Place { organization_id: owner, ..place.clone() }
    }

    /// A place that came on its own: activities there are told that it changed.
    pub(super) async fn place_alone(&mut self, draft: &Draft, place: &Place) -> Result<()> {
        let met = self.place_met(&place.id);
        if met == Some(Met::Whole) || (met.is_some() && draft.part) {
            self.out.repeats += u64::from(!draft.part);
            return Ok(());
        }
        self.settle().await?;
        let before = places::store::find_whole(self.tx, &place.id).await?;
        if before.is_some() && (draft.part || self.known.is_of_others(&place.id)) {
            self.out.places_counted.unchanged += u64::from(!draft.part);
            return Ok(());
        }
        let place = self.with_owner(place, None);
        match &before {
            _ if met.is_some() => {}
            None => self.out.places_counted.added += 1,
            Some(before) if *before == place => self.out.places_counted.unchanged += 1,
            Some(_) => self.out.places_counted.changed += 1,
        }
        self.out.places.insert(place.id.clone(), if draft.part { Met::Part } else { Met::Whole });
        if self.run.dry || before.as_ref() == Some(&place) {
            return Ok(());
        }
        places::store::save(self.tx, &place, self.run.now).await?;
        for activity_id in store::tray::activities_in(self.tx, &place.id).await? {
            events::record(self.tx, "activity.changed", &activity_id, self.run.now).await?;
        }
        Ok(())
    }

    pub(super) async fn taxonomy(&mut self, draft: &Draft, taxonomy: &Taxonomy) -> Result<()> {
        if !self.is_first(draft, &taxonomy.id) {
            return Ok(());
        }
        let there = store::tray::exists(self.tx, Table::Taxonomies, &taxonomy.id).await?;
        let changed = !self.run.dry && store::terms::save_taxonomy(self.tx, taxonomy).await?;
        self.count_term(there, changed);
        Ok(())
    }

    pub(super) async fn term(&mut self, draft: &Draft, term: &Term) -> Result<()> {
        if !self.is_first(draft, &term.id) {
            return Ok(());
        }
        let there = store::tray::exists(self.tx, Table::Terms, &term.id).await?;
        let changed = !self.run.dry && store::terms::save_term(self.tx, term).await?;
        self.count_term(there, changed);
        Ok(())
    }

    /// Whether a taxonomy or term is met for the first time in this run.
    fn is_first(&mut self, draft: &Draft, id: &str) -> bool {
        let first = !self.run.terms.contains(id) && self.out.terms.insert(id.to_owned());
        self.out.repeats += u64::from(!first && !draft.part);
        first
    }

    pub(super) async fn setting(&mut self, name: &str, language: &str, value: &str) -> Result<()> {
        let before = store::setting(self.tx, name, language).await?;
        match &before {
            None => self.out.settings.added += 1,
            Some(before) if before == value => self.out.settings.unchanged += 1,
            Some(_) => self.out.settings.changed += 1,
        }
        if !self.run.dry && before.as_deref() != Some(value) {
            region::set(self.tx, name, language, value).await?;
            events::record(self.tx, "region.changed", name, self.run.now).await?;
        }
        Ok(())
    }

    fn count_term(&mut self, there: bool, changed: bool) {
        match (there, changed) {
            (false, _) => self.out.terms_counted.added += 1,
            (true, true) => self.out.terms_counted.changed += 1,
            (true, false) => self.out.terms_counted.unchanged += 1,
        }
    }
}
