//! Marks that lead on to the next page. What is in one is our own business; it belongs to one question only.

use sha2::{Digest, Sha256};

use crate::exchange::open::parameters::Given;
use crate::exchange::open::problem::{Problem, Result};

/// Hexadecimal letters that name the question.
const QUESTION: usize = 16;

/// The mark of a place in the answer to a question at an address.
pub(super) fn mark(path: &str, given: &Given, place: &str) -> String {
    let mut mark = question(path, given);
    mark.extend(place.bytes().map(|byte| format!("{byte:02x}")));
    mark
}

/// The place that the mark in a question names; none when it is the first page that is asked for.
///
/// # Errors
/// A mark of another question.
pub(super) fn place(path: &str, given: &Given) -> Result<Option<String>> {
    let Some(mark) = given.mark("cursor")? else { return Ok(None) };
    let refused = || Problem::Parameter {
        name: "cursor",
        wants: "`next` of the answer before this one, with everything else as it was then".to_owned(),
    };
    let (asked, place) = mark.split_at(QUESTION);
    if asked != question(path, given) || !place.len().is_multiple_of(2) {
        return Err(refused());
    }
    let bytes: Option<Vec<u8>> =
        (0..place.len()).step_by(2).map(|at| u8::from_str_radix(place.get(at..at + 2)?, 16).ok()).collect();
    bytes.and_then(|bytes| String::from_utf8(bytes).ok()).map(Some).ok_or_else(refused)
}

/// The same for lists that are counted from their beginning.
pub(super) fn offset(path: &str, given: &Given) -> Result<usize> {
    let place = place(path, given)?;
    let number = place.map_or(Some(0), |place| place.parse().ok());
    number.ok_or(Problem::Parameter { name: "cursor", wants: "`next` of the answer before this one".to_owned() })
}

fn question(path: &str, given: &Given) -> String {
    let asked = format!("{path}?{}", given.without(&["cursor", "limit"]));
    Sha256::digest(asked).iter().take(QUESTION / 2).map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exchange::open::parameters::{Kind, Parameter};

    const KNOWN: [Parameter; 3] = [
        Parameter { name: "q", kind: Kind::Words },
        Parameter { name: "limit", kind: Kind::Whole(1, 100, Some(20)) },
        Parameter { name: "cursor", kind: Kind::Mark },
    ];

    #[test]
    fn a_mark_leads_on_in_its_own_question_only() {
        let read = |query: &str| Given::read(query, &KNOWN).expect("read");
        let mark = mark("/a", &read("q=kahvila"), "40");
        let with = |words: &str| read(&format!("q={words}&limit=5&cursor={mark}"));
        assert_eq!(offset("/a", &with("kahvila")).expect("a place"), 40);
        assert!(offset("/a", &with("kuoro")).is_err());
        assert!(offset("/b", &with("kahvila")).is_err());
        assert!(offset("/a", &read("q=kahvila&cursor=0123456789abcdef")).is_err());
        assert_eq!(offset("/a", &read("q=kahvila")).expect("a place"), 0);
    }
}
