//! What may be kept of a need, and for how long.

use std::collections::HashSet;
use std::sync::{Mutex, PoisonError};

use chrono::NaiveDate;

/// The longest wish, in characters.
pub const LONGEST_WISH: usize = 500;
/// The longest name a caller may leave, in characters.
pub const LONGEST_NAME: usize = 100;
/// When somebody may be called; named in `text/*/needs.ftl` as `call-when-…`.
pub const SUITS: [&str; 4] = ["any", "morning", "afternoon", "evening"];
/// The longest number in the world has 15 digits (ITU-T E.164); the shortest that answers here has 5.
const DIGITS: std::ops::RangeInclusive<usize> = 5..=15;

/// Whether this can be a phone number, in whatever way it is written.
pub fn is_phone(typed: &str) -> bool {
    let digits = typed.chars().filter(char::is_ascii_digit).count();
    let rest = typed.trim().strip_prefix('+').unwrap_or(typed.trim());
    DIGITS.contains(&digits)
        && typed.chars().count() <= 40
        && rest.chars().all(|letter| letter.is_ascii_digit() || " -()/.\u{a0}".contains(letter))
}

/// The digits of a number, by which the same one is recognised.
pub fn digits(phone: &str) -> String {
    phone.chars().filter(|letter| letter.is_ascii_digit() || *letter == '+').collect()
}

/// What was counted today, so that a search that finds nothing writes at most once a day, and a robot that types
/// nonsense fills no table.
#[derive(Debug, Default)]
pub struct Counted {
    today: Mutex<(NaiveDate, HashSet<(String, String)>)>,
}

impl Counted {
    /// So many different searches are counted on a day.
    const MOST: usize = 1_000;

    /// Whether these words are to be counted: the first time today.
    pub fn is_first(&self, day: NaiveDate, words: &str, municipality: &str) -> bool {
        let mut today = self.today.lock().unwrap_or_else(PoisonError::into_inner);
        if today.0 != day {
            *today = (day, HashSet::new());
        }
        today.1.len() < Self::MOST && today.1.insert((words.to_owned(), municipality.to_owned()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_in_any_way_they_are_written() {
        for good in ["040 123 4567", "+358 (0)40-1234567", "03.000.0000", "112 12", "040/1234567"] {
            assert!(is_phone(good), "{good}");
        }
        for bad in
            ["", "soita", "040 123 4567 Matti", "1234", "0123456789012345", "++358 40 1234567", "040-１２３４５６７"]
        {
            assert!(!is_phone(bad), "{bad}");
        }
        assert_eq!(digits("+358 (0)40-12"), "+35804012");
    }

    #[test]
    fn the_same_words_are_counted_once_a_day() {
        let counted = Counted::default();
        let day = |day| NaiveDate::from_ymd_opt(2026, 11, day).expect("a day");
        assert!(counted.is_first(day(22), "padel", ""));
        assert!(!counted.is_first(day(22), "padel", ""));
        assert!(counted.is_first(day(22), "padel", "lahti"));
        assert!(counted.is_first(day(23), "padel", ""));
    }

    #[test]
    fn nonsense_without_end_is_not_counted_without_end() {
        let counted = Counted::default();
        let day = NaiveDate::from_ymd_opt(2026, 11, 22).expect("a day");
        let kept = (0..5_000).filter(|number| counted.is_first(day, &number.to_string(), "")).count();
        assert_eq!(kept, Counted::MOST);
    }
}
