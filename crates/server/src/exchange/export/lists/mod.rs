//! Lists as tables: CSV and XLSX of what a search finds and of who arranges.
//!
//! For readers of Finnish they are the tables that the import reads, so that a list can be changed in a spreadsheet and
//! brought back. For others headings and words are in their language. Cells that a spreadsheet would run are guarded by
//! `documents`.

mod told;

use axum::http::{HeaderName, HeaderValue, header};
use axum::response::Response;
use documents::table::{Delimiter, Table, write_csv, write_xlsx};
use tokio::sync::Semaphore;

use super::asked::{Asked, file};
use super::searched;
use crate::error::{Error, Result};
use crate::exchange::hsds::export;
use crate::exchange::open::answer::Tag;
use crate::finding::query::SearchForm;
use crate::i18n::Language;
use crate::vocabulary::ORGANIZATION_TYPES;

/// The most rows of one file. What is beyond is in the next: `&sivu=2`.
pub const MOST: usize = 5_000;
/// Tables that are made at the same time: each takes some tens of megabytes.
const AT_ONCE: usize = 2;

static PLACES: Semaphore = Semaphore::const_new(AT_ONCE);

/// Whether tables for this reader are those that the import reads.
fn is_for_import(language: Language) -> bool {
    matches!(language, Language::Finnish | Language::EasyFinnish)
}

/// A kind of file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Form {
    Csv,
    Xlsx,
}

/// A table before it is a file, and which part of the whole it is.
struct Part {
    table: Table,
    /// What the file is called, without its ending.
    name: &'static str,
    /// The number of the part, from 1.
    number: usize,
    /// How many rows there are in all.
    total: usize,
    /// The address of the next part without the language; `None` when this is the last.
    next: Option<String>,
}

pub(super) async fn activities_csv(asked: Asked) -> Result<Response> {
    of_activities(asked, Form::Csv).await
}

pub(super) async fn activities_xlsx(asked: Asked) -> Result<Response> {
    of_activities(asked, Form::Xlsx).await
}

pub(super) async fn organizations_csv(asked: Asked) -> Result<Response> {
    of_organizations(asked, Form::Csv).await
}

pub(super) async fn organizations_xlsx(asked: Asked) -> Result<Response> {
    of_organizations(asked, Form::Xlsx).await
}

async fn of_activities(asked: Asked, form: Form) -> Result<Response> {
    let version = asked.version().await?;
    if let Some(known) = asked.has(&version) {
        return Ok(known);
    }
    let _place = PLACES.acquire().await.map_err(Error::internal)?;
    let search = SearchForm::read(&asked.ui.query);
    let from = (search.page - 1) * MOST;
    let hits = searched::hits(&asked, &search, from, MOST)?;
    let mut tx = asked.app.db.read().await?;
    let listed = searched::listed(&mut tx, &hits.ids).await?;
    let table = match is_for_import(asked.ui.language) {
        true => export::table_of(&mut tx, &listed).await?,
        false => told::activities(&listed, &asked.ui),
    };
    drop(tx);
    let next = SearchForm { page: search.page + 1, ..search.clone() };
    let part = Part {
        table,
        name: "toiminta",
        number: search.page,
        total: hits.total,
        next: (from + MOST < hits.total).then(|| next.address(&asked.ui.path)),
    };
    sent(&asked, part, form, &version).await
}

async fn of_organizations(asked: Asked, form: Form) -> Result<Response> {
    use crate::organizations::store::{self, OrganizationFilter};
    let version = asked.version().await?;
    if let Some(known) = asked.has(&version) {
        return Ok(known);
    }
    let _place = PLACES.acquire().await.map_err(Error::internal)?;
    let value = |name| crate::page::form::value_in(&asked.ui.query, name);
    let kind = value("tyyppi").and_then(|kind| ORGANIZATION_TYPES.code(&kind));
    let number = value("sivu").and_then(|page| page.parse::<usize>().ok()).unwrap_or(1).clamp(1, 1_000);
    let from = (number - 1) * MOST;
    let filter = OrganizationFilter { kind: kind.map(str::to_owned) };
    let mut tx = asked.app.db.read().await?;
    let total = usize::try_from(store::count(&mut tx, &filter).await?).unwrap_or_default();
    let organizations = store::page(&mut tx, &filter, MOST as i64, from as i64).await?;
    drop(tx);
    let kind = kind.map(|kind| format!("tyyppi={kind}&")).unwrap_or_default();
    let part = Part {
        table: match is_for_import(asked.ui.language) {
            true => export::table_of_organizations(&organizations),
            false => told::organizations(&organizations, &asked.ui),
        },
        name: "jarjestajat",
        number,
        total,
        next: (from + MOST < total).then(|| format!("{}?{kind}sivu={}", asked.ui.path, number + 1)),
    };
    sent(&asked, part, form, &version).await
}

/// The file. A table that is only a part says so in its name and in its headers: a row about it would be read as one
/// more activity by whatever reads the table next.
async fn sent(asked: &Asked, part: Part, form: Form, version: &Tag) -> Result<Response> {
    let (rows, ending) = (part.table.rows.len(), if form == Form::Csv { "csv" } else { "xlsx" });
    if rows == 0 && part.number > 1 {
        return Err(Error::NotFound);
    }
    let first = (part.number - 1) * MOST;
    let name = match part.total > rows {
        true => format!("{}-{}-{}_{}.{ending}", part.name, first + 1, first + rows, part.total),
        false => format!("{}.{ending}", part.name),
    };
    let delimiter = match asked.ui.language {
        Language::English => Delimiter::Comma,
        _ => Delimiter::Semicolon,
    };
    let table = part.table;
    // Packing a workbook of thousands of rows takes a second or two.
    let written = tokio::task::spawn_blocking(move || match form {
        Form::Csv => Ok(write_csv(&table, delimiter)),
        Form::Xlsx => write_xlsx(&[table]),
    });
    let body = written.await.map_err(Error::internal)?.map_err(Error::internal)?;
    let kind = match form {
        Form::Csv => "text/csv; charset=utf-8",
        Form::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    };
    let mut response = file(body, kind, &name, version);
    let headers = response.headers_mut();
    headers.insert(HeaderName::from_static("x-total-count"), HeaderValue::from(part.total as u64));
    if let Some(next) = part.next
        && let Ok(next) = HeaderValue::from_str(&format!("<{}>; rel=\"next\"", asked.ui.link(next)))
    {
        headers.insert(header::LINK, next);
    }
    Ok(response)
}
