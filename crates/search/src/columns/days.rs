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

    /// The documents with a session that ends within one of the windows (from included, to excluded, in minutes).
    pub(crate) fn within(&self, windows: &[(i64, i64)], documents: u32) -> Bits {
        let mut found = Bits::none(documents);
        for (from, to) in windows.iter().copied().filter(|(from, to)| from < to) {
            let last = to - 1;
            let (first_day, last_day) = (Self::day(from), Self::day(last));
            let first_whole = if from.rem_euclid(MINUTES) == 0 { first_day } else { first_day + 1 };
            let last_whole = if to.rem_euclid(MINUTES) == 0 { last_day } else { last_day - 1 };
            self.on_days(first_whole, last_whole, &mut found);
            if first_day < first_whole {
                self.on_part_of_day(first_day, (from, to), &mut found);
            }
            if last_day > last_whole && (last_day > first_day || first_day == first_whole) {
                self.on_part_of_day(last_day, (from, to), &mut found);
            }
        }
        found
    }

    fn on_part_of_day(&self, day: i32, (from, to): (i64, i64), found: &mut Bits) {
        let Some(on_day) = self.days.get(&day) else { return };
        let midnight = i64::from(day) * MINUTES;
        let (from_minute, to_minute) = ((from - midnight).max(0), (to - midnight).min(MINUTES));
        let (mut touched, mut covered) = (0u32, 0u32);
        for hour in 0..24 {
            let (begins, ends) = (hour * 60, hour * 60 + 60);
            if begins < to_minute && ends > from_minute {
                touched |= 1 << hour;
            }
            if begins >= from_minute && ends <= to_minute {
                covered |= 1 << hour;
            }
        }
        on_day.each(|document| {
            let hours = self.hours[document as usize];
            if hours & touched != 0
                && (hours & !covered == 0 || self.ends_between(document, midnight + from_minute, midnight + to_minute))
            {
                found.add(document);
            }
        });
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

    fn each(&self, take: impl FnMut(u32)) {
        match self {
            OnDay::Few(few) => few.iter().copied().for_each(take),
            OnDay::Many(many) => many.iter().for_each(take),
        }
    }
}
