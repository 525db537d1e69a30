//! The values of a spreadsheet as text.

use calamine::{Data, ExcelDateTime, ExcelDateTimeType};

const DAY: i64 = 86_400;

/// The text of a cell.
pub(super) fn text(value: Data, is_1904: bool) -> String {
    match value {
        Data::Int(number) => number.to_string(),
        Data::Float(float) => number(float),
        Data::String(text) => text,
        Data::Bool(yes) => yes.to_string(),
        Data::DateTime(moment) => serial(moment, is_1904),
        Data::DateTimeIso(text) => iso_moment(&text),
        Data::DurationIso(text) => iso_duration(&text),
        Data::Error(error) => error.to_string(),
        Data::Empty => String::new(),
    }
}

/// A number with the fifteen digits that a spreadsheet shows, so that 0.1 + 0.2 is 0.3.
pub(super) fn number(float: f64) -> String {
    let rounded = format!("{float:.14e}").parse().unwrap_or(float);
    // Minus zero is zero to everyone but a computer.
    if rounded == 0.0 { "0".to_owned() } else { rounded.to_string() }
}

/// Days since the epoch of the workbook: a date, a time or both. Less than a day is a time.
fn serial(moment: ExcelDateTime, is_1904: bool) -> String {
    let value = moment.as_f64();
    // Up to the end of the year 9999, the last that a spreadsheet knows.
    if !(0.0..3_000_000.0).contains(&value) {
        return number(value);
    }
    let seconds = (value * DAY as f64).round() as i64;
    let (days, rest) = (seconds / DAY, seconds % DAY);
    if moment.is_duration() {
        return time(seconds);
    }
    if days == 0 {
        return time(rest);
    }
    let (year, month, day, ..) =
        ExcelDateTime::new(days as f64, ExcelDateTimeType::DateTime, is_1904).to_ymd_hms_milli();
    let date = format!("{year:04}-{month:02}-{day:02}");
    if rest == 0 { date } else { format!("{date} {}", time(rest)) }
}

/// `HH:MM`, with the seconds when there are any.
fn time(seconds: i64) -> String {
    let (hours, minutes, seconds) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    if seconds == 0 { format!("{hours:02}:{minutes:02}") } else { format!("{hours:02}:{minutes:02}:{seconds:02}") }
}

/// `2026-05-31T13:30:00.000` as `2026-05-31 13:30`; midnight is left out.
pub(super) fn iso_moment(text: &str) -> String {
    let Some((date, clock)) = text.split_once('T') else { return text.to_owned() };
    let clock = clock.trim_end_matches('Z').split('.').next().unwrap_or(clock);
    let clock = match clock.split(':').count() {
        3 => clock.strip_suffix(":00").unwrap_or(clock),
        _ => clock,
    };
    match (date, clock) {
        (date, "00:00" | "") => date.to_owned(),
        ("", clock) => clock.to_owned(),
        (date, clock) => format!("{date} {clock}"),
    }
}

/// `PT13H30M00S` as `13:30`.
pub(super) fn iso_duration(text: &str) -> String {
    let parsed = text.strip_prefix("PT").and_then(|rest| {
        let mut seconds = 0_i64;
        let mut rest = rest;
        while let Some(end) = rest.find(|c: char| c.is_ascii_alphabetic()) {
            let count: f64 = rest[..end].replace(',', ".").parse().ok()?;
            let unit = match rest.as_bytes().get(end)? {
                b'H' => 3600.0,
                b'M' => 60.0,
                b'S' => 1.0,
                _ => return None,
            };
            seconds = seconds.checked_add((count * unit).round() as i64)?;
            rest = &rest[end + 1..];
        }
        (rest.is_empty() && seconds >= 0).then_some(seconds)
    });
    parsed.map_or_else(|| text.to_owned(), time)
}
