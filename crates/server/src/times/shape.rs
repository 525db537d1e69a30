//! The shapes of repetition that people have words for.

use chrono::Weekday;

use super::model::Schedule;
use super::rule::{Every, Rule};

/// A set of weekdays; bit 0 is Monday.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Weekdays(pub(super) u8);

/// A repetition that can be said in a few words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Shape {
    Once,
    /// Every so many days.
    Daily {
        interval: u16,
    },
    /// These weekdays of every so many weeks.
    Weekly {
        days: Weekdays,
        interval: u16,
    },
    /// These weekdays of the even or the odd ISO weeks.
    ///
    /// Not the same as every other week: a year of 53 weeks (2026, 2032) puts two odd weeks one after the other, and a
    /// group "of the even weeks" then rests for two. So the rule names the weeks by their numbers.
    Weeks {
        even: bool,
        days: Weekdays,
    },
    /// The first, the second … (-1 the last) of these weekdays in every month.
    MonthlyWeekday {
        which: Vec<i8>,
        days: Weekdays,
    },
    /// This day (-1 the last) of every month.
    MonthlyDay {
        day: i8,
    },
    /// The date of the first day, every year.
    Yearly,
}

impl Shape {
    /// The shape of a schedule and how many times it is held in all; nothing when the rule is not one of these.
    pub(super) fn of(schedule: &Schedule) -> Option<(Shape, Option<u32>)> {
        if schedule.rule.is_empty() {
            return Some((Shape::Once, None));
        }
        let rule = Rule::parse(&schedule.rule).ok()?;
        let plain = Weekdays::of(rule.weekdays.iter().map(|(_, day)| *day));
        let without = |used: &[bool]| used.iter().all(|used| !used);
        let shape = match rule.every {
            _ if rule.until.is_some() || !rule.positions.is_empty() || !rule.months.is_empty() => return None,
            Every::Day if plain.is_empty() => Shape::Daily { interval: rule.interval },
            Every::Week if rule.interval == 1 || rule.week_start == Weekday::Mon => {
                let days = if plain.is_empty() {
                    Weekdays::one(chrono::Datelike::weekday(&schedule.first_day))
                } else {
                    plain
                };
                Shape::Weekly { days, interval: rule.interval }
            }
            Every::Month if rule.interval == 1 && rule.month_days.is_empty() && !plain.is_empty() => {
                Shape::MonthlyWeekday { which: which(&rule, plain)?, days: plain }
            }
            Every::Month if rule.interval == 1 && plain.is_empty() => match rule.month_days.as_slice() {
                [day] if *day >= -1 => Shape::MonthlyDay { day: *day },
                _ => return None,
            },
            Every::Year if !rule.weeks.is_empty() => {
                let even = rule.weeks[0] % 2 == 0;
                (sorted(&rule.weeks) == weeks(even)).then_some(Shape::Weeks { even, days: plain })?
            }
            Every::Year if rule.interval == 1 && without(&[!plain.is_empty(), !rule.month_days.is_empty()]) => {
                Shape::Yearly
            }
            _ => return None,
        };
        Some((shape, rule.count))
    }

    /// The rule in the one way this product writes it.
    pub(super) fn rule(&self, count: Option<u32>) -> String {
        let interval = |n: u16| if n == 1 { String::new() } else { format!(";INTERVAL={n}") };
        let mut rule = match self {
            Shape::Once => return String::new(),
            Shape::Daily { interval: n } => format!("FREQ=DAILY{}", interval(*n)),
            Shape::Weekly { days, interval: n } => format!("FREQ=WEEKLY{};BYDAY={}", interval(*n), days.codes("")),
            Shape::Weeks { even, days } => {
                let weeks: Vec<String> = weeks(*even).iter().map(u8::to_string).collect();
                format!("FREQ=YEARLY;BYWEEKNO={};BYDAY={}", weeks.join(","), days.codes(""))
            }
            Shape::MonthlyWeekday { which, days } => {
                let days: Vec<String> = which.iter().map(|n| days.codes(&n.to_string())).collect();
                format!("FREQ=MONTHLY;BYDAY={}", days.join(","))
            }
            Shape::MonthlyDay { day } => format!("FREQ=MONTHLY;BYMONTHDAY={day}"),
            Shape::Yearly => "FREQ=YEARLY".to_owned(),
        };
        if let Some(count) = count {
            rule.push_str(&format!(";COUNT={count}"));
        }
        rule
    }

    /// The same without the interval: what names the first day.
    pub(super) fn every_turn(&self) -> Shape {
        match self {
            Shape::Daily { .. } => Shape::Daily { interval: 1 },
            Shape::Weekly { days, .. } => Shape::Weekly { days: *days, interval: 1 },
            other => other.clone(),
        }
    }
}

impl Weekdays {
    pub(super) const WORKING: Weekdays = Weekdays(0b001_1111);
    pub(super) const WEEKEND: Weekdays = Weekdays(0b110_0000);
    const EVERY: [Weekday; 7] =
        [Weekday::Mon, Weekday::Tue, Weekday::Wed, Weekday::Thu, Weekday::Fri, Weekday::Sat, Weekday::Sun];

    pub(super) fn one(day: Weekday) -> Weekdays {
        Weekdays(1 << day.num_days_from_monday())
    }

    pub(super) fn of(days: impl Iterator<Item = Weekday>) -> Weekdays {
        Weekdays(days.fold(0, |mask, day| mask | Weekdays::one(day).0))
    }

    /// From one weekday to another, over Sunday when need be.
    pub(super) fn range(from: Weekday, to: Weekday) -> Weekdays {
        let (from, days) = (from.num_days_from_monday(), to.days_since(from));
        Weekdays((0..=days).fold(0, |mask, n| mask | 1 << ((from + n) % 7)))
    }

    pub(super) fn is_empty(self) -> bool {
        self.0 == 0
    }

    pub(super) fn contains(self, day: Weekday) -> bool {
        self.0 & Weekdays::one(day).0 != 0
    }

    pub(super) fn with(self, other: Weekdays) -> Weekdays {
        Weekdays(self.0 | other.0)
    }

    pub(super) fn iter(self) -> impl Iterator<Item = Weekday> {
        Self::EVERY.into_iter().filter(move |day| self.contains(*day))
    }

    pub(super) fn len(self) -> u32 {
        self.0.count_ones()
    }

    /// The first and the last when the days follow each other without a gap inside one week.
    pub(super) fn unbroken(self) -> Option<(Weekday, Weekday)> {
        let (first, last) = (self.iter().next()?, self.iter().last()?);
        (Weekdays::range(first, last) == self).then_some((first, last))
    }

    fn codes(self, number: &str) -> String {
        const CODES: [&str; 7] = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];
        let codes: Vec<String> =
            self.iter().map(|day| format!("{number}{}", CODES[day.num_days_from_monday() as usize])).collect();
        codes.join(",")
    }
}

/// The numbers of the even or the odd ISO weeks; week 53 is there in the years that have it.
fn weeks(even: bool) -> Vec<u8> {
    (1..=53).filter(|week| (week % 2 == 0) == even).collect()
}

/// Which ones of the month, when every weekday has the same ones: 1TU,3TU yes, 1TU,3TH no.
fn which(rule: &Rule, days: Weekdays) -> Option<Vec<i8>> {
    let mut which: Vec<i8> = rule.weekdays.iter().map(|(n, _)| *n).collect();
    which = sorted_by(&which, |n| if *n < 0 { 100 } else { i32::from(*n) });
    let all = which.iter().all(|n| *n >= -1 && *n != 0)
        && days.iter().all(|day| which.iter().all(|n| rule.weekdays.contains(&(*n, day))));
    all.then_some(which)
}

fn sorted(numbers: &[u8]) -> Vec<u8> {
    sorted_by(numbers, |n| i32::from(*n))
}

fn sorted_by<T: Copy + PartialEq>(numbers: &[T], key: impl Fn(&T) -> i32) -> Vec<T> {
    let mut numbers = numbers.to_vec();
    numbers.sort_by_key(&key);
    numbers.dedup();
    numbers
}
