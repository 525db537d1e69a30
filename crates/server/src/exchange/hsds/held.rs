//! On which days of the week something is held, as Open Referral UK asks for it.

use chrono::{Datelike, NaiveDate, Weekday};

/// Whether a time may be on a day of the week: by the days its rule names, else by its first day. A rule that goes by the
/// days of the month comes on every day of the week some time.
pub(super) fn is_on(rule: &str, first_day: &str, day: Weekday) -> bool {
    let part = |name: &str| {
        rule.split(';')
            .filter_map(|part| part.split_once('='))
            .find(|(known, _)| *known == name)
            .map(|(_, value)| value)
    };
    if let Some(days) = part("BYDAY") {
        // A number before the day tells which of the month it is: 1MO, -1SU.
        return days.split(',').any(|named| named.ends_with(code(day)));
    }
    let on_first_day = || first_day.parse::<NaiveDate>().is_ok_and(|first| first.weekday() == day);
    match part("FREQ") {
        None | Some("WEEKLY") => on_first_day(),
        Some("DAILY" | "MONTHLY" | "YEARLY") => true,
        Some(_) => on_first_day(),
    }
}

/// A day as RFC 5545 writes it.
fn code(day: Weekday) -> &'static str {
    match day {
        Weekday::Mon => "MO",
        Weekday::Tue => "TU",
        Weekday::Wed => "WE",
        Weekday::Thu => "TH",
        Weekday::Fri => "FR",
        Weekday::Sat => "SA",
        Weekday::Sun => "SU",
    }
}

/// The day of a code or an English name in any letters.
pub(super) fn weekday(text: &str) -> Option<Weekday> {
    const DAYS: [Weekday; 7] =
        [Weekday::Mon, Weekday::Tue, Weekday::Wed, Weekday::Thu, Weekday::Fri, Weekday::Sat, Weekday::Sun];
    DAYS.into_iter().find(|day| code(*day).eq_ignore_ascii_case(text)).or_else(|| text.parse().ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_those_of_the_rule_or_of_the_first_day() {
        let on = |rule: &str, day: &str| is_on(rule, "2026-11-24", weekday(day).expect("a day"));
        assert!(on("FREQ=WEEKLY;BYDAY=MO,TH;WKST=TU", "th") && !on("FREQ=WEEKLY;BYDAY=MO,TH;WKST=TU", "TU"));
        assert!(on("FREQ=MONTHLY;BYDAY=-1SU", "Sunday") && !on("FREQ=MONTHLY;BYDAY=-1SU", "MO"));
        assert!(on("", "tue") && !on("", "WE"));
        assert!(on("FREQ=WEEKLY", "TU") && !on("FREQ=WEEKLY", "FR"));
        assert!(on("FREQ=DAILY", "SA") && on("FREQ=MONTHLY;BYMONTHDAY=1", "SA"));
        assert_eq!(weekday("maanantai"), None);
    }
}
