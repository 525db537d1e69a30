//! When a segment's documents have sessions.
//!
//! Many things happen every week for a year. One bit per document and day says that in a quarter of the memory that the times would take; the time
//! of day is settled by the hours that a document's sessions end in, and only where those leave a doubt by the times on disk.

use super::bits::Bits;
use std::collections::BTreeMap;
use tantivy::columnar::Column;

/// Days with a session ending, and the hours of the day that they end in.
pub(crate) struct Days {
    days: BTreeMap<i32, OnDay>,
    /// For each document, a bit per hour of the day.
    hours: Vec<u32>,
    ends: Option<Column<i64>>,
}

/// A part of a day, in minutes from midnight, with the hours of the day that it touches and those that it covers.
#[derive(Clone, Copy, PartialEq)]
struct Hours {
    from: i64,
    to: i64,
    touched: u32,
    covered: u32,
}

/// The documents with a session that ends in some hours of any day.
struct Ending {
    /// Those with no session that ends in other hours.
    surely: Bits,
    /// Those with both: on a day of theirs it may be either.
    perhaps: Bits,
}

impl Hours {
    /// What a window (in minutes) has of a day.
    fn of(day: i32, from: i64, to: i64) -> Hours {
        let midnight = i64::from(day) * MINUTES;
        let (from, to) = ((from - midnight).max(0), (to - midnight).min(MINUTES));
        let (mut touched, mut covered) = (0, 0);
        for hour in 0..24 {
            let (begins, ends) = (hour * 60, hour * 60 + 60);
            touched |= u32::from(begins < to && ends > from) << hour;
            covered |= u32::from(begins >= from && ends <= to) << hour;
        }
        Hours { from, to, touched, covered }
    }

    /// Whether any of a document's hours are touched, and whether all of them are covered.
    fn has(self, hours: u32) -> (bool, bool) {
        (hours & self.touched != 0, hours & !self.covered == 0)
    }
}

/// The documents of a day.
pub(crate) enum OnDay {
    Few(Vec<u32>),
    Many(Bits),
}

const MINUTES: i64 = 24 * 60;

impl Days {
    pub(crate) fn new(documents: u32, ends: Option<Column<i64>>) -> Days {
        let mut days: BTreeMap<i32, OnDay> = BTreeMap::new();
        let mut hours = vec![0; documents as usize];
        for document in 0..documents {
            let mut last_day = None;
            for end in ends.iter().flat_map(|column| column.values_for_doc(document)) {
                let day = Self::day(end);
                hours[document as usize] |= 1 << (end.rem_euclid(MINUTES) / 60);
                if last_day != Some(day) {
                    days.entry(day).or_insert(OnDay::Few(Vec::new())).add(document, documents);
                    last_day = Some(day);
                }
            }
        }
        for on_day in days.values_mut() {
            if let OnDay::Few(few) = on_day {
                few.shrink_to_fit();
            }
        }
        Days { days, hours, ends }
    }

    /// The documents with a session that ends on one of the days, both included.
    pub(crate) fn on_days(&self, from: i32, to: i32, found: &mut Bits) {
        if from <= to {
            for (_, on_day) in self.days.range(from..=to) {
                on_day.join_to(found);
            }
        }
    }

    /// The documents with a session that ends within one of the windows (from included, to excluded, in minutes). Of
    /// documents that are not among the others nothing is said.
    pub(crate) fn within(&self, windows: &[(i64, i64)], among: &Bits) -> Bits {
        let mut found = Bits::none(self.hours.len() as u32);
        let mut parts: Vec<(i32, Hours)> = Vec::new();
        for (from, to) in windows.iter().copied().filter(|(from, to)| from < to) {
            let last = to - 1;
            let (first_day, last_day) = (Self::day(from), Self::day(last));
            let first_whole = if from.rem_euclid(MINUTES) == 0 { first_day } else { first_day + 1 };
            let last_whole = if to.rem_euclid(MINUTES) == 0 { last_day } else { last_day - 1 };
            self.on_days(first_whole, last_whole, &mut found);
            let begins = (first_day < first_whole).then_some(first_day);
            let ends = last_day > last_whole && (last_day > first_day || first_day == first_whole);
            // Days without sessions may be so far away that no minutes reach them.
            let days = [begins, ends.then_some(last_day)].into_iter().flatten();
            parts.extend(days.filter(|day| self.days.contains_key(day)).map(|day| (day, Hours::of(day, from, to))));
        }
        // "In the evenings" asks for the same hours of many days.
        parts.sort_unstable_by_key(|(day, part)| (part.from, part.to, *day));
        for same in parts.chunk_by(|(_, one), (_, other)| one == other) {
            let ending = (same.len() > 2).then(|| self.ending(same[0].1));
            for (day, part) in same {
                self.on_part_of_day(*day, *part, ending.as_ref(), among, &mut found);
            }
        }
        found
    }

    /// The documents that ever end in some hours of a day.
    fn ending(&self, part: Hours) -> Ending {
        let documents = self.hours.len() as u32;
        let mut ending = Ending { surely: Bits::none(documents), perhaps: Bits::none(documents) };
        for (index, hours) in self.hours.chunks(64).enumerate() {
            let (mut surely, mut perhaps) = (0, 0);
            for (bit, hours) in hours.iter().enumerate() {
                let (touches, only) = part.has(*hours);
                surely |= u64::from(touches & only) << bit;
                perhaps |= u64::from(touches & !only) << bit;
            }
            ending.surely.set_word(index, surely);
            ending.perhaps.set_word(index, perhaps);
        }
        ending
    }

    fn on_part_of_day(&self, day: i32, part: Hours, ending: Option<&Ending>, among: &Bits, found: &mut Bits) {
        let Some(on_day) = self.days.get(&day) else { return };
        let midnight = i64::from(day) * MINUTES;
        let ends = |document: u32| self.ends_between(document, midnight + part.from, midnight + part.to);
        let Some(ending) = ending else {
            let mut asked = among.clone();
            on_day.keep_in(&mut asked);
            return asked.iter().for_each(|document| {
                let (touches, only) = part.has(self.hours[document as usize]);
                if touches && (only || ends(document)) {
                    found.add(document);
                }
            });
        };
        let mut surely = ending.surely.clone();
        let mut perhaps = ending.perhaps.clone();
        perhaps.keep(among);
        on_day.keep_in(&mut surely);
        on_day.keep_in(&mut perhaps);
        found.join(&surely);
        perhaps.iter().filter(|document| ends(*document)).for_each(|document| found.add(document));
    }

    fn ends_between(&self, document: u32, from: i64, to: i64) -> bool {
        self.next_end(document, from).is_some_and(|end| end < to)
    }

    /// When the first session that is not over ends.
    pub(crate) fn next_end(&self, document: u32, now: i64) -> Option<i64> {
        let column = self.ends.as_ref()?;
        let rows = column.index.value_row_ids(document);
        let (mut low, mut high) = (rows.start, rows.end);
        while low < high {
            let middle = low + (high - low) / 2;
            if column.values.get_val(middle) < now {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        (low < rows.end).then(|| column.values.get_val(low))
    }

    /// The days from a day on that have sessions.
    pub(crate) fn days_since(&self, day: i32) -> impl Iterator<Item = (i32, &OnDay)> {
        self.days.range(day..).map(|(day, on_day)| (*day, on_day))
    }

    /// The day of a minute.
    pub(crate) fn day(minute: i64) -> i32 {
        minute.div_euclid(MINUTES).clamp(i64::from(i32::MIN), i64::from(i32::MAX)) as i32
    }
}

impl OnDay {
    fn add(&mut self, document: u32, documents: u32) {
        match self {
            OnDay::Few(few) => {
                few.push(document);
                if few.len() > documents as usize / 32 {
                    let mut many = Bits::none(documents);
                    few.iter().for_each(|document| many.add(*document));
                    *self = OnDay::Many(many);
                }
            }
            OnDay::Many(many) => many.add(document),
        }
    }

    fn join_to(&self, found: &mut Bits) {
        match self {
            OnDay::Few(few) => few.iter().for_each(|document| found.add(*document)),
            OnDay::Many(many) => found.join(many),
        }
    }

    /// Those of the day's documents that are among others.
    pub(crate) fn among(&self, others: &Bits) -> Vec<u32> {
        match self {
            OnDay::Few(few) => few.iter().copied().filter(|document| others.has(*document)).collect(),
            OnDay::Many(many) => {
                let mut common = many.clone();
                common.keep(others);
                common.iter().collect()
            }
        }
    }

    /// Keeps those of others that are among the day's.
    fn keep_in(&self, others: &mut Bits) {
        match self {
            OnDay::Few(_) => {
                let kept = self.among(others);
                others.clear();
                kept.into_iter().for_each(|document| others.add(document));
            }
            OnDay::Many(many) => others.keep(many),
        }
    }
}
