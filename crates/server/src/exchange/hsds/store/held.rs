//! When published activities are held.

use chrono::{NaiveDate, NaiveTime};
use db::{Result, Tx, sql};

/// A time of an activity: whose it is, its first day and its rule.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub(in super::super) struct Held {
    pub(in super::super) activity_id: String,
    pub(in super::super) first_day: String,
    pub(in super::super) rule: String,
}

/// The times of published activities that begin and end within these hours and are not over.
pub(in super::super) async fn held(
    tx: &mut Tx,
    from: Option<NaiveTime>,
    to: Option<NaiveTime>,
    today: NaiveDate,
) -> Result<Vec<Held>> {
    let clock = |time: NaiveTime| time.format("%H:%M").to_string();
    tx.all(
        sql("SELECT schedules.activity_id, schedules.first_day, schedules.rule FROM schedules JOIN activities ON activities.id = schedules.activity_id")
            .filter("activities.state = ?", Some("published"))
            .filter("schedules.opens >= ?", from.map(clock))
            .filter("schedules.closes <= ?", to.map(clock))
            .filter("COALESCE(schedules.last_day, '9999') >= ?", Some(today.to_string()))
            .filter("(schedules.rule <> '' OR schedules.first_day >= ?)", Some(today.to_string())),
    )
    .await
}
