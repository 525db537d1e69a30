//! What a service costs, from its cost options.

use chrono::NaiveDate;

use super::super::checks;
use super::super::json::fields::{Object, number, objects, text};
use crate::activities::model::Price;

/// More than anything costs, in euros.
const MOST: f64 = 100_000.0;

/// The price of what is offered today. A sum without a currency, or in another than euros, says only that it costs.
pub(super) fn read(record: &Object, today: NaiveDate) -> Price {
    let in_force = |part: &Object| {
        let day = |name: &str| checks::iso_day(text(part, name));
        day("valid_to").is_none_or(|last| today <= last) && day("valid_from").is_none_or(|first| first <= today)
    };
    let options: Vec<(f64, bool)> = objects(record, "cost_options")
        .map(|(_, part)| part)
        .filter(|part| in_force(part))
        .filter_map(|part| Some((number(part, "amount")?, text(part, "currency").eq_ignore_ascii_case("eur"))))
        .filter(|(amount, _)| (0.0..=MOST).contains(amount))
        .collect();
    let least = options.iter().map(|(amount, _)| *amount).fold(f64::INFINITY, f64::min);
    let most = options.iter().map(|(amount, _)| *amount).fold(0.0, f64::max);
    let cents = |amount: f64| (amount * 100.0).round() as i64;
    match options.as_slice() {
        [] => Price::Unknown,
        _ if most == 0.0 => Price::Free,
        all if all.iter().all(|(_, euros)| *euros) => Price::Paid(Some((cents(least), cents(most)))),
        _ => Price::Paid(None),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn read_of(options: serde_json::Value) -> Price {
        let record = json!({"cost_options": options});
        read(record.as_object().expect("an object"), "2026-11-22".parse().expect("a day"))
    }

    #[test]
    fn a_sum_is_a_price_only_in_euros() {
        assert_eq!(read_of(json!([])), Price::Unknown);
        assert_eq!(read_of(json!([{"amount": 0}])), Price::Free);
        assert_eq!(
            read_of(json!([{"amount": 2.5, "currency": "EUR"}, {"amount": 5, "currency": "eur"}])),
            Price::Paid(Some((250, 500)))
        );
        assert_eq!(read_of(json!([{"amount": 35, "currency": "gbp"}])), Price::Paid(None));
        assert_eq!(read_of(json!([{"amount": 35, "currency": "eur", "valid_to": "2022-12-31"}])), Price::Unknown);
    }
}
