//! What a search finds, for lists that are longer than a page.

use db::Tx;

use super::asked::Asked;
use crate::activities;
use crate::activities::model::Listed;
use crate::error::Result;
use crate::finding::query::{CODE_FILTERS, Order, SearchForm};
use crate::finding::understanding;
use crate::page::Ui;
use crate::{organizations, reference};

/// Activities that are read from the database at a time.
const BATCH: usize = 500;

/// What was found of a search.
pub(super) struct Hits {
    /// Ids in the order of the list.
    pub(super) ids: Vec<String>,
    /// How many there are in all.
    pub(super) total: usize,
}

/// Asks the index for the hits after the first `from`, at most `most`. Words weigh as they do on the page of the search.
pub(super) fn hits(asked: &Asked, form: &SearchForm, from: usize, most: usize) -> Result<Hits> {
    let Asked { app, ui, .. } = asked;
    let understood = understanding::understand(app, form, ui.language, ui.now)?;
    let steps = form.step_values();
    let first = SearchForm { page: 1, ..form.clone() };
    let mut query = first.query(&steps, ui.language, ui.now);
    understood.weigh(&mut query);
    query.offset = from;
    query.limit = most;
    query.count_facets = false;
    let found = app.index.search(&query)?;
    Ok(Hits { ids: found.hits.into_iter().map(|hit| hit.id).collect(), total: found.total })
}

/// The published ones of these activities, in their order. Not from the shelf: a long list would push everything off it.
pub(super) async fn listed(tx: &mut Tx, ids: &[String]) -> Result<Vec<Listed>> {
    let mut all = Vec::with_capacity(ids.len());
    for part in ids.chunks(BATCH) {
        let activities = activities::store::list(tx, part).await?;
        all.extend(activities::store::with_organizations(tx, activities).await?);
    }
    Ok(all)
}

/// A search in an order that suits lists which are cut: what comes next first, unless words or the reader ask for
/// another.
pub(super) fn soonest(form: SearchForm) -> SearchForm {
    let order = if form.order == Order::Best && form.words.is_empty() { Order::Soonest } else { form.order };
    SearchForm { order, ..form }
}

/// What a search is called: its words and what was chosen, '' for everything.
pub(super) async fn title(tx: &mut Tx, form: &SearchForm, ui: &Ui) -> Result<String> {
    let mut parts: Vec<String> = Vec::new();
    for (name, value) in form.pairs() {
        parts.push(match name {
            "q" => value,
            "askel" => form
                .steps
                .iter()
                .find(|step| step.to_string() == value)
                .map_or(value, |step| format!("{step} {}", ui.step(step))),
            "kunta" => reference::municipality(&value).map_or(value, |found| found.name(ui.language).to_owned()),
            "milloin" => ui.t(&format!("when-{value}")).into_owned(),
            "lahella" => ui.with("chip-near", "place", &value),
            "km" => ui.with("chip-within", "km", &value),
            "jarjestaja" => match organizations::store::find(tx, &value).await? {
                Some(found) => found.name(ui.language).text.to_owned(),
                None => continue,
            },
            _ => match CODE_FILTERS.iter().find(|filter| filter.name == name) {
                Some(filter) => ui.name(&filter.list, &value),
                None => continue,
            },
        });
    }
    parts.truncate(6);
    Ok(parts.join(", "))
}
