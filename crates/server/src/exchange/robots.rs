//! What robots are told: where they need not go, and the site map with every public page in every language.

use axum::Router;
use axum::extract::{Path, State};
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use chrono::{DateTime, Utc};

use super::hsds::lines;
use crate::app::App;
use crate::error::{Error, Result};
use crate::i18n::Language;
use crate::page::Ui;
use crate::page::ui::link;
use crate::{activities, organizations};

/// The addresses for robots.
pub fn routes() -> Router<App> {
    Router::new()
        .route("/robots.txt", get(robots))
        .route("/sitemap.xml", get(site_map))
        .route("/sitemaps/{part}", get(part))
}

/// The pages that are always there.
const PAGES: [&str; 10] = [
    "/",
    "/haku",
    "/tyopaikat",
    "/askeleet",
    "/jarjestajat",
    "/kartta",
    "/tietoa",
    "/rajapinta",
    "/tietosuoja",
    "/saavutettavuus",
];

/// The most addresses one site map may have (sitemaps.org).
const MOST_ADDRESSES: usize = 50_000;
/// Pages in one part: each has an address in every language, and all of them together stay below the 50 megabytes that
/// sitemaps.org allows.
const PAGES_IN_PART: usize = 10_000;
/// Pages written at a time.
const PIECE: usize = 500;

/// Where robots need not go: searches (there is no end to them), forms, tables. Calendars and feeds are left open: the
/// programs of large services that subscribe to them ask here first.
async fn robots(ui: Ui) -> Response {
    let mut text = String::from("User-agent: *\n");
    for language in Language::ALL {
        for path in [
            "/haku?",
            "/tyopaikat?",
            "/kartta?",
            "/jarjestajat?",
            "/toiminta/*/virhe",
            "/toiminta/*/juliste",
            "/toiminta/*/lahella",
            "/haku.csv",
            "/haku.xlsx",
            "/jarjestajat.csv",
            "/jarjestajat.xlsx",
            "/upotus?",
            "/qr",
            "/asetukset",
        ] {
            text.push_str(&format!("Disallow: {}\n", link(language, path)));
        }
    }
    text.push_str("Allow: /\n\n");
    text.push_str(&format!("Sitemap: {}/sitemap.xml\n", ui.origin));
    answer("text/plain; charset=utf-8", text.into_response())
}

/// A page of the site map.
#[derive(Debug, Clone)]
struct Page {
    path: String,
    changed: Option<DateTime<Utc>>,
}

/// The site map; above 50,000 addresses a list of its parts.
async fn site_map(ui: Ui, State(app): State<App>) -> Result<Response> {
    let pages = pages(&app).await?;
    if pages.len() * Language::ALL.len() <= MOST_ADDRESSES {
        return Ok(map_of(pages, ui.origin));
    }
    let mut text = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n",
    );
    for (at, part) in pages.chunks(PAGES_IN_PART).enumerate() {
        let newest = part.iter().filter_map(|page| page.changed).max();
        let address = escaped(&format!("{}/sitemaps/{}.xml", ui.origin, at + 1));
        text.push_str(&format!("<sitemap><loc>{address}</loc>{}</sitemap>\n", changed(newest)));
    }
    text.push_str("</sitemapindex>\n");
    Ok(answer(XML, text.into_response()))
}

/// A part of the site map: `/sitemaps/3.xml`.
async fn part(ui: Ui, State(app): State<App>, Path(name): Path<String>) -> Result<Response> {
    let number: usize = name.strip_suffix(".xml").and_then(|number| number.parse().ok()).ok_or(Error::NotFound)?;
    let from = number.checked_sub(1).and_then(|at| at.checked_mul(PAGES_IN_PART)).ok_or(Error::NotFound)?;
    let pages: Vec<Page> = pages(&app).await?.into_iter().skip(from).take(PAGES_IN_PART).collect();
    if pages.is_empty() { Err(Error::NotFound) } else { Ok(map_of(pages, ui.origin)) }
}

/// Every public page, in an order that stays.
async fn pages(app: &App) -> Result<Vec<Page>> {
    let mut tx = app.db.read().await?;
    let organizations = organizations::store::addresses(&mut tx).await?;
    let activities = activities::store::addresses(&mut tx).await?;
    let fixed = PAGES.into_iter().map(|path| Page { path: path.to_owned(), changed: None });
    let organizations = organizations
        .into_iter()
        .map(|(slug, changed)| Page { path: format!("/jarjestaja/{slug}"), changed: Some(changed) });
    let activities = activities
        .into_iter()
        .map(|(slug, changed)| Page { path: format!("/toiminta/{slug}"), changed: Some(changed) });
    Ok(fixed.chain(organizations).chain(activities).collect())
}

const XML: &str = "application/xml; charset=utf-8";

const BEGINNING: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n";

/// A site map, written while it is sent.
fn map_of(pages: Vec<Page>, origin: String) -> Response {
    let body = lines::body(move |position| {
        let piece = piece(&pages, position, &origin);
        async move { Ok(piece) }
    });
    answer(XML, Response::new(body))
}

/// The beginning, then some pages at a time, then the end.
fn piece(pages: &[Page], position: usize, origin: &str) -> Option<String> {
    let pieces = pages.len().div_ceil(PIECE);
    match position.checked_sub(1) {
        None => Some(BEGINNING.to_owned()),
        Some(at) if at < pieces => {
            Some(pages[at * PIECE..].iter().take(PIECE).map(|page| addresses(page, origin)).collect())
        }
        Some(at) if at == pieces => Some("</urlset>\n".to_owned()),
        Some(_) => None,
    }
}

/// A page's addresses in every language; each names all of them.
fn addresses(page: &Page, origin: &str) -> String {
    let address = |language: Language| escaped(&format!("{origin}{}", link(language, &page.path)));
    let mut others = String::new();
    for language in Language::ALL {
        let tag = language.code();
        others.push_str(&format!("<xhtml:link rel=\"alternate\" hreflang=\"{tag}\" href=\"{}\"/>", address(language)));
    }
    let changed = changed(page.changed);
    Language::ALL.map(|language| format!("<url><loc>{}</loc>{changed}{others}</url>\n", address(language))).concat()
}

fn changed(at: Option<DateTime<Utc>>) -> String {
    at.map(|at| format!("<lastmod>{}</lastmod>", at.format("%Y-%m-%dT%H:%M:%SZ"))).unwrap_or_default()
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;")
}

fn answer(kind: &'static str, mut response: Response) -> Response {
    response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static(kind));
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("public, max-age=3600"));
    response
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_site_map_begins_has_every_page_once_in_each_language_and_ends() {
        let pages: Vec<Page> =
            (0..PIECE + 1).map(|at| Page { path: format!("/toiminta/a-{at}"), changed: None }).collect();
        let text: String = (0..).map_while(|position| piece(&pages, position, "https://a.example")).collect();
        assert!(text.starts_with("<?xml"));
        assert!(text.ends_with("</urlset>\n"));
        assert_eq!(text.matches("<url>").count(), pages.len() * Language::ALL.len());
        assert_eq!(text.matches("<loc>https://a.example/sv/toiminta/a-500</loc>").count(), 1);
    }

    #[test]
    fn the_last_part_stays_below_the_limits() {
        let longest = Page { path: format!("/toiminta/{}", "a".repeat(64)), changed: Some(DateTime::<Utc>::MIN_UTC) };
        let bytes = addresses(&longest, &format!("https://{}.example", "a".repeat(30))).len();
        assert!(bytes * PAGES_IN_PART < 50_000_000, "{bytes}");
        assert!(PAGES_IN_PART * Language::ALL.len() <= MOST_ADDRESSES);
    }
}
