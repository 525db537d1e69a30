//! Saving one activity of a batch with everything that hangs on it.

use std::collections::HashSet;

use db::Result;

use super::batch::Writing;
use super::ids;
use super::record::{ActivityDraft, Attribute};
use super::store::fresh::Fresh;
use super::store::{self, tray};
use crate::activities;
use crate::activities::model::{Activity, ActivityPlace};
use crate::places::model::Place;

/// Saves the activity, its places, times and terms; gives back the ids of terms that are nowhere.
pub(super) async fn save(
    writing: &mut Writing<'_>,
    mut activity: Activity,
    draft: &ActivityDraft,
    is_new: bool,
) -> Result<Vec<String>> {
    let id = activity.id.clone();
    let before: Vec<(String, String)> = if is_new { Vec::new() } else { tray::places_of(writing.tx, &id).await? };
    for at in &activity.places {
        writing.save_place(&at.place, Some(&activity.organization_id)).await?;
    }
    if draft.keeps_places {
        activity.places = before
            .iter()
            .map(|(place_id, link_id)| ActivityPlace {
                link_id: link_id.clone(),
                place: Place { id: place_id.clone(), ..Place::default() },
            })
            .collect();
    }
    for schedule in &mut activity.schedules {
        // A place that is nowhere yet: the time is kept, and where it is told by the activity.
        schedule.place_id = schedule.place_id.take().filter(|id| writing.has_place(id));
    }
    one_id_each(writing, &mut activity);
    let (attributes, unknown) = match &draft.attributes {
        Some(attributes) => attributes_of(writing, &id, attributes).await?,
        None => (Vec::new(), Vec::new()),
    };
    if is_new {
        writing.fresh.push(Fresh { activity, attributes });
        return Ok(unknown);
    }
    writing.settle().await?;
    activities::store::save(writing.tx, &activity, writing.run.now).await?;
    if draft.own_places {
        let now: HashSet<&str> = activity.places.iter().map(|at| at.place.id.as_str()).collect();
        let left: Vec<&str> =
            before.iter().map(|(place_id, _)| place_id.as_str()).filter(|place_id| !now.contains(place_id)).collect();
        if !left.is_empty() {
            tray::remove_unused_places(writing.tx, &left).await?;
        }
    }
    if draft.attributes.is_some() {
        store::terms::set_attributes(writing.tx, &id, &attributes).await?;
    }
    Ok(unknown)
}

/// Ids of times and of places' links must be one activity's own; files of others use one for many.
fn one_id_each(writing: &mut Writing<'_>, activity: &mut Activity) {
    let id = activity.id.clone();
    let mut used = HashSet::new();
    for (position, schedule) in activity.schedules.iter_mut().enumerate() {
        let otherwise = |given: &str| ids::derived(&id, "schedule", &format!("{given}:{position}"));
        let given = schedule.id.clone();
        let own = writing.known.unique(&given, &id, || otherwise(&given));
        schedule.id = if used.insert(own.clone()) { own } else { otherwise(&given) };
        used.insert(schedule.id.clone());
    }
    let mut places = HashSet::new();
    activity.places.retain(|at| places.insert(at.place.id.clone()));
    let mut used = HashSet::new();
    for at in &mut activity.places {
        let otherwise = |given: &str, place: &str| ids::derived(&id, "activity-at", &format!("{given}:{place}"));
        let given = at.link_id.clone();
        let own = writing.known.unique(&given, &id, || otherwise(&given, &at.place.id));
        at.link_id = if used.insert(own.clone()) { own } else { otherwise(&given, &at.place.id) };
    }
}

/// The terms that are there, each with an id of its own, and the ids of those that are nowhere.
async fn attributes_of(
    writing: &mut Writing<'_>,
    id: &str,
    attributes: &[Attribute],
) -> Result<(Vec<Attribute>, Vec<String>)> {
    let mut unknown = Vec::new();
    let mut kept = Vec::with_capacity(attributes.len());
    let mut used = HashSet::new();
    for attribute in attributes {
        if let Some(term) = &attribute.term
            && !writing.known.has_term(&term.id)
        {
            store::terms::name_term(writing.tx, term).await?;
            writing.known.saw_term(&term.id);
        }
        if !writing.known.has_term(&attribute.term_id) {
            unknown.push(attribute.term_id.clone());
            continue;
        }
        let otherwise = || ids::derived(id, "attribute", &format!("{}:{}", attribute.term_id, attribute.link_type));
        let own = writing.known.unique(&attribute.id, id, otherwise);
        let own = if used.insert(own.clone()) { own } else { otherwise() };
        kept.push(Attribute { id: own, ..attribute.clone() });
    }
    Ok((kept, unknown))
}
