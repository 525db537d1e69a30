//! When an activity is asked about, and when it rests.

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};

use crate::activities::model::FRESH_DAYS;

/// Between the question and a reminder, and between two reminders.
pub const REMIND_AFTER: TimeDelta = TimeDelta::days(14);
/// So often it is asked before it is let be.
pub const MOST_ROUNDS: i64 = 3;
/// Days after the last confirmation when it rests, once it has been asked in vain; half of them it stood with a warning.
pub const REST_DAYS: i64 = FRESH_DAYS * 2;

/// What is known of when an activity was asked about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Asked {
    /// The day somebody last said that it is true; none: never.
    pub verified_on: Option<NaiveDate>,
    /// The day it came onto the tray.
    pub made_on: NaiveDate,
    /// When it was last asked since it was confirmed.
    pub asked_at: Option<DateTime<Utc>>,
    /// How often.
    pub rounds: i64,
}

/// What is due.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Due {
    /// Nothing.
    Nothing,
    /// One more round of letters with the button.
    Letter,
    /// It rests.
    Rest,
}

/// What is due for an activity on a day.
pub fn due(asked: &Asked, now: DateTime<Utc>, today: NaiveDate) -> Due {
    let age = (today - asked.verified_on.unwrap_or(asked.made_on)).num_days();
    // A little before it would be called old: an answer in time keeps it where it is.
    let early = FRESH_DAYS - REMIND_AFTER.num_days();
    match asked.asked_at {
        _ if age < early => Due::Nothing,
        Some(at) if now - at < REMIND_AFTER => Due::Nothing,
        _ if asked.rounds < MOST_ROUNDS => Due::Letter,
        // Nothing rests that was not asked about first, however old it was when it came.
        _ if age > REST_DAYS => Due::Rest,
        _ => Due::Nothing,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a day")
    }

    #[test]
    fn three_letters_and_then_silence_and_then_rest() {
        let verified = day("2026-01-01");
        let mut asked = Asked { verified_on: Some(verified), made_on: verified, asked_at: None, rounds: 0 };
        let mut letters = Vec::new();
        let mut rest = None;
        for age in 0..400 {
            let today = verified + TimeDelta::days(age);
            let now = today.and_hms_opt(3, 0, 0).expect("an hour").and_utc();
            match due(&asked, now, today) {
                Due::Letter => {
                    letters.push(age);
                    asked = Asked { asked_at: Some(now), rounds: asked.rounds + 1, ..asked };
                }
                Due::Rest => {
                    rest = Some(age);
                    break;
                }
                Due::Nothing => {}
            }
        }
        assert_eq!(letters, [166, 180, 194]);
        assert_eq!(rest, Some(361));
    }

    #[test]
    fn what_is_old_when_it_comes_is_asked_before_it_rests() {
        let (verified, come) = (day("2020-01-01"), day("2026-01-01"));
        let mut asked = Asked { verified_on: Some(verified), made_on: come, asked_at: None, rounds: 0 };
        let mut days = Vec::new();
        for after in 0..60 {
            let today = come + TimeDelta::days(after);
            let now = today.and_hms_opt(3, 0, 0).expect("an hour").and_utc();
            match due(&asked, now, today) {
                Due::Letter => {
                    days.push(after);
                    asked = Asked { asked_at: Some(now), rounds: asked.rounds + 1, ..asked };
                }
                Due::Rest => return assert_eq!((days, after), (vec![0, 14, 28], 42)),
                Due::Nothing => {}
            }
        }
        panic!("it never rests");
    }

    proptest! {
        /// What was confirmed lately is left in peace.
        #[test]
        fn nobody_is_asked_soon_after_an_answer(age in 0i64..166, rounds in 0i64..5) {
            let today = day("2026-11-24");
            let verified = today - TimeDelta::days(age);
            let asked = Asked { verified_on: Some(verified), made_on: verified, asked_at: None, rounds };
            let now = today.and_hms_opt(3, 0, 0).expect("an hour").and_utc();
            prop_assert_eq!(due(&asked, now, today), Due::Nothing);
        }
    }
}
