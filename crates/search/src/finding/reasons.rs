//! Why each hit was found.

use super::matching::postings;
use super::ordering::Candidate;
use super::plan::{Alternative, Plan};
use super::weights;
use crate::analysis::{BACKWARDS, Impact, Level, WEAK, backwards};
use crate::index::Snapshot;
use crate::{MatchedWord, Reason, Result};

/// The strongest match of every word of the query in every hit, as far as it says something.
pub(super) fn reasons(plan: &Plan, snapshot: &Snapshot, page: &[Candidate]) -> Result<Vec<Reason>> {
    // Every alternative is gone through once, forwards.
    let mut order: Vec<usize> = (0..page.len()).collect();
    order.sort_by_key(|at| (page[*at].segment, page[*at].document));
    let mut reasons: Vec<Vec<(f32, MatchedWord)>> = vec![Vec::new(); page.len()];
    let only_function_words = plan.words.iter().all(|word| word.function);
    for word in plan.words.iter().filter(|word| only_function_words || !word.function) {
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
            if let Some((worth, alternative, impact)) = strongest {
                let matched = MatchedWord {
                    word: word.typed.clone(),
                    field: impact.field(),
                    how: alternative.how,
                    found: readable(alternative),
                };
                reason.push((worth, matched));
            }
        }
    }
    Ok(reasons.into_iter().map(telling).collect())
}

/// What says why: what is worth far less than the strongest match is left out.
fn telling(matched: Vec<(f32, MatchedWord)>) -> Reason {
    let most = matched.iter().map(|(worth, _)| *worth).fold(0.0, f32::max);
    let strong = matched.into_iter().filter(|(worth, _)| *worth >= most * weights::LEAST_REASON);
    Reason { matched: strong.map(|(_, word)| word).collect() }
}

/// The token without its mark and the right way round.
fn readable(alternative: &Alternative) -> String {
    let token = alternative.token.as_str();
    let rest = || token.chars().skip(1);
    match alternative.level {
        Level::Part if token.starts_with(BACKWARDS) => backwards(&rest().collect::<String>()),
        Level::Part | Level::Stem => rest().collect(),
        Level::Concept => {
            token.trim_start_matches(|letter: char| letter == WEAK || letter.is_ascii_uppercase()).to_owned()
        }
        Level::Raw | Level::Base | Level::Fold | Level::Title => token.to_owned(),
    }
}
