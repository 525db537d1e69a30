//! What of a run's report is remembered: all counts, and as many words as somebody reads.

use super::model::{Told, ToldDifference, ToldProblem};
use crate::exchange::import::{Counts, Difference, Fate, Report, Weight};

/// Problems of one weight.
const MOST_PROBLEMS: usize = 200;
/// Differences.
const MOST_DIFFERENCES: usize = 300;

/// The weights in the order in which they are told.
const WEIGHTS: [Weight; 4] = [Weight::File, Weight::Rejected, Weight::Question, Weight::Note];

/// What a report is remembered by.
pub(super) fn told(report: &Report) -> Told {
    let kinds = [
        ("import-kind-activities", report.activities),
        ("import-kind-organizations", report.organizations),
        ("import-kind-places", report.places),
        ("import-kind-terms", report.terms),
        ("import-kind-settings", report.settings),
    ];
    let numbers = |counts: Counts| [counts.added, counts.changed, counts.unchanged, counts.gone];
    let mut problems = Vec::new();
    for (at, weight) in WEIGHTS.into_iter().enumerate() {
        let own = report.problems.iter().filter(|problem| problem.weight == weight).take(MOST_PROBLEMS);
        problems.extend(own.map(|problem| ToldProblem {
            weight: at,
            address: problem.address(),
            key: problem.reason.key().to_owned(),
            value: problem.value.clone(),
        }));
    }
    Told {
        read: report.read,
        repeats: report.repeats,
        rejected: report.rejected,
        dropped_contacts: report.dropped_contacts,
        counts: kinds
            .into_iter()
            .filter(|(_, counts)| !counts.is_empty())
            .map(|(key, counts)| (key.to_owned(), numbers(counts)))
            .collect(),
        held_back: report
            .held_back_because
            .filter(|_| report.held_back > 0)
            .map(|because| (because.key().to_owned(), report.held_back)),
        problems,
        weights: WEIGHTS.map(|weight| report.count(weight) as u64),
        differences: report.differences.iter().take(MOST_DIFFERENCES).map(difference).collect(),
        all_differences: {
            let total = report.total();
            total.added + total.changed + total.gone
        },
        ..Told::default()
    }
}

/// A difference with values short enough to be compared by eye.
fn difference(difference: &Difference) -> ToldDifference {
    let key = match difference.fate {
        Fate::Added => "import-difference-added",
        Fate::Changed => "import-difference-changed",
        Fate::Gone => "import-difference-gone",
    };
    let fields = difference.fields.iter();
    ToldDifference {
        key: key.to_owned(),
        name: difference.name.clone(),
        fields: fields.map(|(field, before, after)| ((*field).to_owned(), cut(before), cut(after))).collect(),
    }
}

/// A value of a difference, short enough to be compared by eye.
fn cut(value: &str) -> String {
    const MOST: usize = 400;
    match value.char_indices().nth(MOST) {
        Some((at, _)) => format!("{}…", &value[..at]),
        None => value.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_report_is_remembered_within_bounds() {
        let mut report = Report { read: 3_000, ..Report::default() };
        report.activities.added = 3_000;
        for at in 0..3_000 {
            report.differences.push(Difference { fate: Fate::Added, name: format!("Kerho {at}"), fields: Vec::new() });
        }
        let told = told(&report);
        assert_eq!((told.differences.len(), told.all_differences), (MOST_DIFFERENCES, 3_000));
        assert_eq!(told.total(), [3_000, 0, 0, 0]);
        let again: Told = serde_json::from_str(&serde_json::to_string(&told).expect("JSON")).expect("JSON");
        assert_eq!(again, told);
    }
}
