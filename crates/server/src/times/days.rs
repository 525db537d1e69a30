//! The days a rule names, in order, from any day on.
//!
//! Weekly and daily rules are what almost every activity has, and a list page asks for dozens of them at once, so they
//! are stepped here, day by day, starting near the day asked for. Everything else goes to the `rrule` crate, with days
//! as midnights of UTC so that no zone moves them; a property test holds both to the same answers.

use chrono::{Datelike, Days as Span, NaiveDate, TimeZone, Utc, Weekday};
use rrule::{Frequency, NWeekday, RRule, RRuleSet, RRuleSetIter, Tz};

use super::model::{FIRST_YEAR, LAST_YEAR, Schedule};
use super::rule::{Every, Rule};

/// The days of a schedule, ascending, exceptions not looked at. Ends at the latest with the year 2200.
pub(super) struct Days {
    steps: Steps,
    from: NaiveDate,
    last: NaiveDate,
}

enum Steps {
    Once(Option<NaiveDate>),
    Plain(Plain),
    Crate(Box<RRuleSetIter>),
}

impl Days {
    /// The days of `schedule` that are not before `from`. A rule that [`Schedule::check`] refuses names none.
    pub(super) fn of(schedule: &Schedule, from: NaiveDate) -> Days {
        let nothing = Days { steps: Steps::Once(None), from, last: from };
        let first = schedule.first_day;
        if !(FIRST_YEAR..=LAST_YEAR).contains(&first.year()) {
            return nothing;
        }
        let mut last = NaiveDate::from_ymd_opt(LAST_YEAR, 12, 31).unwrap_or(NaiveDate::MAX);
        last = schedule.last_day.map_or(last, |day| day.min(last));
        if schedule.rule.is_empty() {
            return Days { steps: Steps::Once(Some(first)), from, last };
        }
        let Ok(rule) = Rule::parse(&schedule.rule) else { return nothing };
        if let Some(until) = rule.until {
            last = last.min(until.last_day(schedule.opens, schedule.zone));
        }
        let from = from.max(first);
        if from > last {
            return nothing;
        }
        let steps = if Plain::fits(&rule) {
            Steps::Plain(Plain::of(&rule, first, from))
        } else if let Some(days) = through_crate(&rule, first, from) {
            Steps::Crate(Box::new(days))
        } else {
            Steps::Once(None)
        };
        Days { steps, from, last }
    }
}

impl Iterator for Days {
    type Item = NaiveDate;

    fn next(&mut self) -> Option<NaiveDate> {
        loop {
            let day = match &mut self.steps {
                Steps::Once(day) => day.take()?,
                Steps::Plain(plain) => plain.next(self.last)?,
                Steps::Crate(days) => days.next()?.date_naive(),
            };
            if day > self.last {
                self.steps = Steps::Once(None);
                return None;
            }
            if day >= self.from {
                return Some(day);
            }
        }
    }
}

/// Days that are known by looking at one day alone: its weekday, its month, its ISO week, and its distance from the
/// first day in whole days or weeks.
struct Plain {
    /// Days from the common era: the next day to look at.
    at: i32,
    /// The first day, or the first day of its week.
    anchor: i32,
    /// How many days a turn is: the interval, in days.
    turn: i32,
    /// How many days at the beginning of a turn count: 1 or a week.
    width: i32,
    /// Bit 0 is Monday.
    weekdays: u8,
    /// Bit n is month n; 0 is any.
    months: u16,
    /// Bit n is ISO week n; 0 is any.
    weeks: u64,
    /// How many are still to come.
    left: Option<u32>,
}

impl Plain {
    fn fits(rule: &Rule) -> bool {
        rule.positions.is_empty() && (matches!(rule.every, Every::Day | Every::Week) || !rule.weeks.is_empty())
    }

    fn of(rule: &Rule, first: NaiveDate, from: NaiveDate) -> Plain {
        let start = first.num_days_from_ce();
        let interval = i32::from(rule.interval);
        let (anchor, turn, width) = match rule.every {
            Every::Day => (start, interval, 1),
            _ => (start - first.weekday().days_since(rule.week_start) as i32, interval * 7, 7),
        };
        let mut weekdays = rule.weekdays.iter().fold(0, |mask, (_, day)| mask | bit(*day));
        if weekdays == 0 {
            weekdays = if rule.every == Every::Week { bit(first.weekday()) } else { 0b111_1111 };
        }
        Plain {
            // A counted rule has to see every one of its days; the others begin where they are asked from.
            at: if rule.count.is_some() { start } else { from.num_days_from_ce() },
            anchor,
            turn,
            width,
            weekdays,
            months: rule.months.iter().fold(0, |mask, month| mask | 1 << month),
            weeks: rule.weeks.iter().fold(0, |mask, week| mask | 1 << week),
            left: rule.count,
        }
    }

    fn next(&mut self, last: NaiveDate) -> Option<NaiveDate> {
        if self.left == Some(0) {
            return None;
        }
        let last = last.num_days_from_ce();
        while self.at <= last {
            let at = self.at;
            let into_turn = (at - self.anchor).rem_euclid(self.turn);
            if into_turn >= self.width {
                self.at += self.turn - into_turn;
                continue;
            }
            self.at += 1;
            // Day 1 of the common era was a Monday.
            if self.weekdays & (1 << (at - 1).rem_euclid(7)) == 0 {
                continue;
            }
            let day = NaiveDate::from_num_days_from_ce_opt(at)?;
            if (self.months == 0 || self.months & (1 << day.month()) != 0)
                && (self.weeks == 0 || self.weeks & (1 << day.iso_week().week()) != 0)
            {
                self.left = self.left.map(|left| left - 1);
                return Some(day);
            }
        }
        None
    }
}

fn bit(day: Weekday) -> u8 {
    1 << day.num_days_from_monday()
}

/// The days through the `rrule` crate. Rules without a count start at the last turn before `from`: a group of twenty
/// years costs no more than a new one.
pub(super) fn through_crate(rule: &Rule, first: NaiveDate, from: NaiveDate) -> Option<RRuleSetIter> {
    let mut month_days = rule.month_days.clone();
    let mut months = rule.months.clone();
    let mut weekdays = rule.weekdays.clone();
    // What the rule takes from its first day is written out, because the start it is given here may be another day.
    if weekdays.is_empty() && month_days.is_empty() && rule.weeks.is_empty() {
        match rule.every {
            Every::Day => {}
            Every::Week => weekdays.push((0, first.weekday())),
            Every::Month => month_days.push(i8::try_from(first.day()).ok()?),
            Every::Year => {
                if months.is_empty() {
                    months.push(u8::try_from(first.month()).ok()?);
                }
                month_days.push(i8::try_from(first.day()).ok()?);
            }
        }
    }
    let start = if rule.count.is_some() { first } else { turn_before(rule, first, from)? };
    let frequency = match rule.every {
        Every::Day => Frequency::Daily,
        Every::Week => Frequency::Weekly,
        Every::Month => Frequency::Monthly,
        Every::Year => Frequency::Yearly,
    };
    let months: Vec<chrono::Month> = months.iter().filter_map(|n| chrono::Month::try_from(*n).ok()).collect();
    let mut built = RRule::new(frequency)
        .interval(rule.interval)
        .week_start(rule.week_start)
        .by_weekday(weekdays.iter().map(|(n, day)| NWeekday::new((*n != 0).then_some(i16::from(*n)), *day)).collect())
        .by_month(&months)
        .by_month_day(month_days)
        .by_week_no(rule.weeks.iter().filter_map(|week| i8::try_from(*week).ok()).collect())
        .by_set_pos(rule.positions.iter().map(|n| i32::from(*n)).collect());
    if let Some(count) = rule.count {
        built = built.count(count);
    }
    let midnight = Utc.from_utc_datetime(&start.and_time(chrono::NaiveTime::MIN)).with_timezone(&Tz::UTC);
    let rule = built.validate(midnight).ok()?;
    Some((&RRuleSet::new(midnight).limit().rrule(rule)).into_iter())
}

/// The beginning of the last turn of the rule that is not after `from`: the same weeks, months or years stay in it.
fn turn_before(rule: &Rule, first: NaiveDate, from: NaiveDate) -> Option<NaiveDate> {
    if from <= first {
        return Some(first);
    }
    let interval = u64::from(rule.interval);
    match rule.every {
        Every::Day => {
            let gone = u64::try_from((from - first).num_days()).ok()?;
            first.checked_add_days(Span::new(gone - gone % interval))
        }
        Every::Week => {
            let first = first - Span::new(u64::from(first.weekday().days_since(rule.week_start)));
            let gone = u64::try_from((from - first).num_days()).ok()?;
            first.checked_add_days(Span::new(gone - gone % (interval * 7)))
        }
        Every::Month => {
            let month = |day: NaiveDate| day.year() * 12 + day.month0() as i32;
            let gone = month(from) - month(first);
            let at = month(first) + gone - gone % i32::from(rule.interval);
            NaiveDate::from_ymd_opt(at.div_euclid(12), at.rem_euclid(12) as u32 + 1, 1)
        }
        Every::Year => {
            let gone = from.year() - first.year();
            NaiveDate::from_ymd_opt(first.year() + gone - gone % i32::from(rule.interval), 1, 1)
        }
    }
}
