//! Why each hit was found.

use super::matching::postings;
use super::ordering::Candidate;
use super::plan::{Alternative, Plan};
use super::weights;
use crate::analysis::{Impact, Level};
use crate::index::Snapshot;
use crate::{MatchedWord, Reason, Result};

/// The strongest match of every word of the query in every hit.
pub(super) fn reasons(plan: &Plan, snapshot: &Snapshot, page: &[Candidate]) -> Result<Vec<Reason>> {
    // Every alternative is gone through once, forwards.
    let mut order: Vec<usize> = (0..page.len()).collect();
    order.sort_by_key(|at| (page[*at].segment, page[*at].document));
    let mut reasons = vec![Reason::default(); page.len()];
    for word in &plan.words {
        let mut strongest: Vec<Option<(f32, &Alternative, Impact)>> = vec![None; page.len()];
        for alternative in word.whole.iter().chain(word.parts.iter().flat_map(|(_, part)| part)) {
            let mut reading: Option<(usize, _)> = None;
            for at in &order {
                let Candidate { segment, document, .. } = page[*at];
                if reading.as_ref().is_none_or(|(number, _)| *number != segment) {
                    reading = Some((segment, postings(alternative, segment, &snapshot.segments[segment])?));
                }
                let Some((_, Some(postings))) = &mut reading else { continue };
                let place = postings.seek(document);
                if postings.docs().get(place) != Some(&document) {
                    continue;
                }
                let impact = Impact(postings.freq(place).min(Impact::COUNT as u32 - 1) as u8);
                let worth = alternative.weight * weights::PLACES[usize::from(impact.0)];
                if strongest[*at].is_none_or(|(most, ..)| worth > most) {
                    strongest[*at] = Some((worth, alternative, impact));
                }
            }
        }
        for (reason, strongest) in reasons.iter_mut().zip(strongest) {
            if let Some((_, alternative, impact)) = strongest {
                reason.matched.push(MatchedWord {
                    word: word.typed.clone(),
                    field: impact.field(),
                    how: alternative.how,
                    found: without_mark(alternative).to_owned(),
                });
            }
        }
    }
    Ok(reasons)
}

fn without_mark(alternative: &Alternative) -> &str {
    let token = alternative.token.as_str();
    match alternative.level {
        Level::Part | Level::Stem => token.char_indices().nth(1).map_or("", |(at, _)| &token[at..]),
        Level::Concept => token.strip_prefix(crate::analysis::WEAK).unwrap_or(token),
        Level::Raw | Level::Base | Level::Fold | Level::Title => token,
    }
}
