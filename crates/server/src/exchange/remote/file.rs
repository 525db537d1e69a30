//! A source that is one file: a table, a data package, a calendar, JSON.

use std::fs::File;
use std::io::Read;
use std::path::Path;

use percent_encoding::percent_decode_str;
use url::Url;

use super::error::RemoteError;
use super::ledger::FETCHED;
use super::pages::not_json;
use super::run::Run;
use super::{Gathered, Way};
use crate::exchange::fetch::Fetched;
use crate::exchange::import::{Content, Format, ImportFile};

/// Endings that tell what a file is.
const ENDINGS: [&str; 9] = ["csv", "xlsx", "ods", "zip", "json", "ndjson", "jsonl", "ics", "txt"];

/// The address of the web that is meant: calendars are often given with a scheme of their own.
pub(super) fn of_web(address: &str) -> String {
    let address = address.trim();
    match address.split_once("://") {
        Some((scheme, rest)) if scheme.eq_ignore_ascii_case("webcal") => format!("https://{rest}"),
        _ => address.to_owned(),
    }
}

/// What an address most likely is.
pub(super) fn way(url: &Url, format: Format) -> Way {
    match format {
        Format::Hsds | Format::Ptv | Format::LinkedEvents if ending(&last_segment(url)).is_none() => Way::Api,
        _ => Way::File,
    }
}

pub(super) async fn gather(run: &mut Run<'_>) -> Result<Gathered, RemoteError> {
    let url = run.url.clone();
    let known = &run.asked.validators;
    let known = (!known.etag.is_empty() || !known.last_modified.is_empty()).then_some(known);
    let fetched = run.fetch(&url, accepted(run.asked.format), known, run.asked.bounds.bytes).await?;
    run.ledger.state.of_pages = Some(1);
    run.tell();
    let mut gathered = Gathered {
        not_modified: fetched.not_modified,
        validators: fetched.validators.clone(),
        bytes: fetched.bytes,
        ..run.gathered()
    };
    if fetched.not_modified {
        // A server need not tell again what we told it.
        gathered.validators = run.asked.validators.clone();
        super::forget(run.ledger.folder())?;
        return Ok(gathered);
    }
    let name = name(&fetched);
    let is_package = matches!(ending(&name), Some("csv" | "zip"));
    if run.asked.format != Format::Table && !is_package {
        run.is_text(fetched.file.path(), &fetched.charset, &url).await?;
        let first = first_letter(fetched.file.path())?;
        if first == Some(b'<') {
            return Err(not_json(fetched.file.path(), &super::run::shown(&url)));
        }
    }
    let kept = run.ledger.folder().join(FETCHED);
    fetched.file.keep_as(&kept)?;
    gathered.files = vec![ImportFile { name, content: Content::Path(kept) }];
    Ok(gathered)
}

fn accepted(format: Format) -> &'static str {
    match format {
        Format::Table => "text/csv, application/vnd.openxmlformats-officedocument.spreadsheetml.sheet, */*;q=0.5",
        Format::ICal => "text/calendar, */*;q=0.5",
        Format::Hsds => "application/json, application/zip, application/x-ndjson, */*;q=0.5",
        Format::Ptv | Format::LinkedEvents | Format::Lahella => "application/json, */*;q=0.5",
    }
}

/// What a file is called in reports. Importers know some files by the ending, so one without gets it from its type.
fn name(fetched: &Fetched) -> String {
    let mut name = last_segment(&fetched.final_url);
    if name.is_empty() {
        name = fetched.final_url.host_str().unwrap_or_default().to_owned();
    }
    if ending(&name).is_some() {
        return name;
    }
    let by_type = match fetched.content_type.as_str() {
        "text/csv" => "csv",
        "application/zip" | "application/x-zip-compressed" => "zip",
        "application/x-ndjson" | "application/jsonl" | "application/x-jsonlines" => "ndjson",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" => "xlsx",
        "application/vnd.oasis.opendocument.spreadsheet" => "ods",
        "text/calendar" => "ics",
        _ => return name,
    };
    format!("{name}.{by_type}")
}

/// The last part of an address as people read it.
fn last_segment(url: &Url) -> String {
    let last = url.path_segments().and_then(|mut path| path.rfind(|segment| !segment.is_empty())).unwrap_or_default();
    let last = percent_decode_str(last).decode_utf8_lossy();
    last.chars().filter(|letter| !letter.is_control() && !matches!(letter, '/' | '\\')).take(100).collect()
}

fn ending(name: &str) -> Option<&'static str> {
    let (_, last) = name.rsplit_once('.')?;
    ENDINGS.into_iter().find(|known| last.eq_ignore_ascii_case(known))
}

fn first_letter(path: &Path) -> std::io::Result<Option<u8>> {
    let mut beginning = Vec::new();
    File::open(path)?.take(256).read_to_end(&mut beginning)?;
    let text = beginning.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&beginning);
    Ok(text.trim_ascii_start().first().copied())
}
