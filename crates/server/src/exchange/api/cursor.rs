//! Marks that lead on to the next page. What is in one is our own business: which list it belongs to, and a place in it.

use sha2::{Digest, Sha256};

use crate::exchange::open::parameters::Given;
use crate::exchange::open::problem::{Problem, Result};

/// Hexadecimal letters that name the list.
const LIST: usize = 16;

/// The mark of a place in the list at an address.
pub(super) fn mark(path: &str, place: &str) -> String {
    let mut mark = list(path);
    mark.extend(place.bytes().map(|byte| format!("{byte:02x}")));
    mark
}

/// The place that the mark in a question names; none when it is the first page that is asked for.
///
/// # Errors
/// A mark of another list, or none of ours.
pub(super) fn place(path: &str, given: &Given) -> Result<Option<String>> {
    let Some(mark) = given.mark("cursor")? else { return Ok(None) };
    let (asked, place) = mark.split_at(LIST);
    if asked != list(path) || place.is_empty() || !place.len().is_multiple_of(2) {
        return Err(refused());
    }
    let bytes: Option<Vec<u8>> =
        (0..place.len()).step_by(2).map(|at| u8::from_str_radix(place.get(at..at + 2)?, 16).ok()).collect();
    bytes.and_then(|bytes| String::from_utf8(bytes).ok()).map(Some).ok_or_else(refused)
}

/// The same for lists that are counted from their beginning.
pub(super) fn offset(path: &str, given: &Given) -> Result<usize> {
    let place = place(path, given)?;
    place.map_or(Ok(0), |place| place.parse().map_err(|_| refused()))
}

/// What is said of a mark that leads nowhere.
pub(super) fn refused() -> Problem {
    Problem::Parameter { name: "cursor", wants: "`next` of the answer before this one".to_owned() }
}

fn list(path: &str) -> String {
    Sha256::digest(path).iter().take(LIST / 2).map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exchange::open::parameters::{Kind, Parameter};

    const KNOWN: [Parameter; 1] = [Parameter { name: "cursor", kind: Kind::Mark }];

    #[test]
    fn a_mark_leads_on_in_its_own_list_only() {
        let with = |mark: &str| Given::read(&format!("cursor={mark}"), &KNOWN).expect("read");
        let mark = mark("/a", "40");
        assert_eq!(offset("/a", &with(&mark)).expect("a place"), 40);
        assert!(offset("/b", &with(&mark)).is_err());
        for other in ["0123456789abcdef", &mark[..17], &super::mark("/a", "-1"), &super::mark("/a", "x")] {
            assert!(offset("/a", &with(other)).is_err(), "{other}");
        }
        assert_eq!(offset("/a", &Given::read("", &KNOWN).expect("read")).expect("a place"), 0);
    }
}
