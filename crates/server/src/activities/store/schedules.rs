//! The times of activities in the database.

use std::collections::HashMap;

use chrono::{NaiveDate, NaiveTime};
use chrono_tz::Tz;
use db::{Result, Tx, sql};

use crate::times::{Change, Exception, Schedule, ScheduleKind};

#[derive(sqlx::FromRow)]
struct Row {
    id: String,
    activity_id: String,
    kind: String,
    first_day: String,
    opens: String,
    closes: String,
    zone: String,
    rule: String,
    last_day: Option<String>,
    place_id: Option<String>,
    note: String,
}

#[derive(sqlx::FromRow)]
struct ExceptionRow {
    schedule_id: String,
    day: String,
    kind: String,
    new_day: Option<String>,
    new_opens: Option<String>,
    new_closes: Option<String>,
    note: String,
}

/// The times of these activities, each with its activity's id, in the order they were given.
pub(super) async fn list(tx: &mut Tx, activity_ids: &[String]) -> Result<Vec<(String, Schedule)>> {
    let rows: Vec<Row> = tx
        .all(
            sql("SELECT id, activity_id, kind, first_day, opens, closes, zone, rule, last_day, place_id, note FROM schedules")
                .filter_in("activity_id", activity_ids)
                .and_then("ORDER BY position, id"),
        )
        .await?;
    if rows.is_empty() {
        return Ok(Vec::new());
    }
    let ids: Vec<&str> = rows.iter().map(|row| row.id.as_str()).collect();
    let exceptions: Vec<ExceptionRow> = tx
        .all(
            sql("SELECT schedule_id, day, kind, new_day, new_opens, new_closes, note FROM schedule_exceptions")
                .filter_in("schedule_id", &ids)
                .and_then("ORDER BY day"),
        )
        .await?;
    let mut by_schedule: HashMap<String, Vec<Exception>> = HashMap::new();
    for row in exceptions {
        let schedule_id = row.schedule_id.clone();
        if let Some(exception) = exception(row) {
            by_schedule.entry(schedule_id).or_default().push(exception);
        }
    }
    Ok(rows.into_iter().filter_map(|row| schedule(row, &mut by_schedule)).collect())
}

/// A row that does not read as a time is left out: the tray shows the rest, and the importer checked before writing.
fn schedule(row: Row, exceptions: &mut HashMap<String, Vec<Exception>>) -> Option<(String, Schedule)> {
    Some((
        row.activity_id,
        Schedule {
            exceptions: exceptions.remove(&row.id).unwrap_or_default(),
            id: row.id,
            kind: if row.kind == "hours" { ScheduleKind::Hours } else { ScheduleKind::Session },
            first_day: day(&row.first_day)?,
            opens: time(&row.opens)?,
            closes: time(&row.closes)?,
            zone: row.zone.parse::<Tz>().ok()?,
            rule: row.rule,
            last_day: row.last_day.as_deref().and_then(day),
            place_id: row.place_id,
            note: row.note,
        },
    ))
}

fn exception(row: ExceptionRow) -> Option<Exception> {
    let what = match row.kind.as_str() {
        "moved" => Change::Moved {
            day: day(row.new_day.as_deref()?)?,
            opens: time(row.new_opens.as_deref()?)?,
            closes: time(row.new_closes.as_deref()?)?,
        },
        "closed" => Change::Closed,
        _ => Change::Cancelled,
    };
    Some(Exception { day: day(&row.day)?, what, note: row.note })
}

/// Replaces the times of an activity.
pub(super) async fn save(tx: &mut Tx, activity_id: &str, schedules: &[Schedule]) -> Result<()> {
    tx.execute(
        sql("DELETE FROM schedule_exceptions WHERE schedule_id IN (SELECT id FROM schedules WHERE activity_id = ?)")
            .bind(activity_id),
    )
    .await?;
    tx.execute(sql("DELETE FROM schedules").filter("activity_id = ?", Some(activity_id))).await?;
    for (position, schedule) in schedules.iter().enumerate() {
        tx.execute(
            sql("INSERT INTO schedules (id, activity_id, position, kind, first_day, opens, closes, zone, rule, last_day, place_id, note) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .bind(&schedule.id)
                .bind(activity_id)
                .bind(position as i64)
                .bind(match schedule.kind {
                    ScheduleKind::Hours => "hours",
                    ScheduleKind::Session => "session",
                })
                .bind(schedule.first_day.to_string())
                .bind(clock(schedule.opens))
                .bind(clock(schedule.closes))
                .bind(schedule.zone.name())
                .bind(&schedule.rule)
                .bind(schedule.last_day.map(|day| day.to_string()))
                .bind(schedule.place_id.clone())
                .bind(&schedule.note),
        )
        .await?;
        for exception in &schedule.exceptions {
            save_exception(tx, &schedule.id, exception).await?;
        }
    }
    Ok(())
}

async fn save_exception(tx: &mut Tx, schedule_id: &str, exception: &Exception) -> Result<()> {
    let (kind, moved) = match &exception.what {
        Change::Cancelled => ("cancelled", None),
        Change::Closed => ("closed", None),
        Change::Moved { day, opens, closes } => ("moved", Some((day.to_string(), clock(*opens), clock(*closes)))),
    };
    let (new_day, new_opens, new_closes) = match moved {
        Some((day, opens, closes)) => (Some(day), Some(opens), Some(closes)),
        None => (None, None, None),
    };
    tx.execute(
        sql("INSERT INTO schedule_exceptions (schedule_id, day, kind, new_day, new_opens, new_closes, note) VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (schedule_id, day) DO NOTHING")
            .bind(schedule_id)
            .bind(exception.day.to_string())
            .bind(kind)
            .bind(new_day)
            .bind(new_opens)
            .bind(new_closes)
            .bind(&exception.note),
    )
    .await?;
    Ok(())
}

fn day(text: &str) -> Option<NaiveDate> {
    text.parse().ok()
}

fn time(text: &str) -> Option<NaiveTime> {
    NaiveTime::parse_from_str(text, "%H:%M").ok()
}

fn clock(time: NaiveTime) -> String {
    time.format("%H:%M").to_string()
}
