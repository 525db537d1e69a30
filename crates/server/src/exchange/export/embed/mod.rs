//! A list for the pages of others: a plain page that any site may show in a frame, and the page that helps to make one.
//!
//! The frame needs no script and no cookie. Its links open beside it, so that nobody is caught inside a frame.

use askama::Template;
use axum::extract::State;
use axum::http::{HeaderName, HeaderValue, header};
use axum::response::{IntoResponse, Response};

use super::asked::Asked;
use super::searched;
use crate::activities::model::Listed;
use crate::app::App;
use crate::error::Result;
use crate::exchange::open::answer::kept;
use crate::finding::query::{Order, SearchForm};
use crate::i18n::Language;
use crate::page::{self, Head, Ui, form};
use crate::reference;
use crate::vocabulary::INTERESTS;

/// Activities a frame shows when nobody says how many, and at most.
const USUAL: usize = 10;
const MOST: usize = 30;

/// What the page in the frame may do: be in any frame, and have its own style. Nothing else.
const POLICY: &str = "default-src 'none'; style-src 'self'; form-action 'none'; frame-ancestors *; base-uri 'none'";
/// As on every page, but the preview is a frame of our own.
const CHOOSING_POLICY: &str = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; connect-src 'self'; manifest-src 'self'; worker-src 'self'; frame-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

#[derive(Template)]
#[template(path = "exchange/export/embed/list.html")]
struct ListPage {
    ui: Ui,
    title: String,
    listed: Vec<Listed>,
    total: usize,
    /// The search with all of them.
    all: String,
}

impl ListPage {
    /// An address of ours as another site's page can follow it.
    fn whole(&self, path: impl AsRef<str>) -> String {
        format!("{}{}", self.ui.origin, self.ui.link(path))
    }
}

/// The list in the frame.
pub(super) async fn list(asked: Asked) -> Result<Response> {
    let version = asked.version().await?;
    if let Some(known) = asked.has(&version) {
        return Ok(known);
    }
    let form = searched::soonest(SearchForm::read(&asked.ui.query));
    let hits = searched::hits(&asked, &form, 0, how_many(&asked.ui.query))?;
    let mut tx = asked.app.db.read().await?;
    let listed = searched::listed(&mut tx, &hits.ids).await?;
    let plain = SearchForm { order: Order::Best, page: 1, ..form };
    let title = searched::title(&mut tx, &plain, &asked.ui).await?;
    drop(tx);
    let all = plain.address("/haku");
    let page = ListPage { ui: asked.ui, title, listed, total: hits.total, all };
    let mut response = kept(page.render()?.into_response(), &version, None);
    let headers = response.headers_mut();
    for (name, value) in [
        (header::CONTENT_TYPE, "text/html; charset=utf-8"),
        (header::CACHE_CONTROL, "public, max-age=300"),
        (header::CONTENT_SECURITY_POLICY, POLICY),
        (HeaderName::from_static("x-robots-tag"), "noindex"),
        (HeaderName::from_static("cross-origin-resource-policy"), "cross-origin"),
    ] {
        headers.insert(name, HeaderValue::from_static(value));
    }
    Ok(response)
}

/// How many the address asks for.
fn how_many(query: &str) -> usize {
    form::value_in(query, "maara")
        .and_then(|typed| typed.trim().parse().ok())
        .map_or(USUAL, |n: usize| n.clamp(1, MOST))
}

#[derive(Template)]
#[template(path = "exchange/export/embed/choose.html")]
struct ChoosePage {
    ui: Ui,
    head: Head,
    form: SearchForm,
    /// What else the search holds and the form does not ask for.
    kept: Vec<(&'static str, String)>,
    count: usize,
    counts: [usize; 4],
    areas: Vec<(String, &'static str)>,
    interests: Vec<(&'static str, String)>,
    language: Language,
    /// The address of the list, without and with the host.
    preview: String,
    code: String,
}

impl ChoosePage {
    fn is_count(&self, count: &usize) -> bool {
        self.count == *count
    }

    fn is_area(&self, code: &str) -> bool {
        self.form.municipalities.iter().any(|chosen| chosen == code)
    }
}

/// The page where somebody who keeps a site chooses what the list shows, and copies the HTML for it.
pub(super) async fn choose(ui: Ui, State(app): State<App>) -> Result<Response> {
    let form = SearchForm { page: 1, ..SearchForm::read(&ui.query) };
    let count = how_many(&ui.query);
    let language =
        form::value_in(&ui.query, "sivukieli").and_then(|name| Language::named(&name)).unwrap_or(ui.language);
    let title = searched::title(&mut app.db.read().await?, &form, &ui).await?;
    let preview = page::ui::link(language, &address(&form, count));
    let name = if title.is_empty() { ui.brand() } else { format!("{title} – {}", ui.brand()) };
    let mut areas: Vec<(String, &'static str)> = reference::municipalities()
        .iter()
        .filter(|one| ui.region.has_municipality(one.code))
        .map(|one| (one.code.to_owned(), one.name(ui.language)))
        .collect();
    areas.sort_by_cached_key(|(_, name)| crate::text::sort_key(name));
    let page = ChoosePage {
        head: Head {
            title: ui.t("embed-title").into_owned(),
            description: ui.t("embed-description").into_owned(),
            hidden: !ui.query.is_empty(),
            ..Head::default()
        },
        interests: INTERESTS.codes.iter().map(|code| (*code, ui.name(&INTERESTS, code))).collect(),
        code: code(&format!("{}{preview}", ui.origin), &name),
        counts: [5, USUAL, 20, MOST],
        kept: kept_beside(&form),
        areas,
        form,
        count,
        language,
        preview,
        ui,
    };
    let mut response = page::show(&page)?;
    let policy = HeaderValue::from_static(CHOOSING_POLICY);
    response.headers_mut().insert(header::CONTENT_SECURITY_POLICY, policy);
    Ok(response)
}

/// What a search holds beside what the form asks for: it came from a list somebody had already made.
fn kept_beside(form: &SearchForm) -> Vec<(&'static str, String)> {
    let mut pairs = form.pairs();
    pairs.retain(|(name, _)| !matches!(*name, "q" | "kunta" | "kiinnostus"));
    pairs
}

/// The address of a list, without the language.
fn address(form: &SearchForm, count: usize) -> String {
    let address = form.address("/upote");
    if count == USUAL {
        return address;
    }
    let sign = if address.contains('?') { '&' } else { '?' };
    format!("{address}{sign}maara={count}")
}

/// The HTML to put into another page.
fn code(address: &str, title: &str) -> String {
    let escaped = |text: &str| text.replace('&', "&amp;").replace('"', "&quot;").replace('<', "&lt;");
    format!(
        "<iframe src=\"{}\" title=\"{}\" width=\"100%\" height=\"600\" loading=\"lazy\" style=\"border:0\"></iframe>",
        escaped(address),
        escaped(title)
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_code_is_one_element_whatever_the_words() {
        let written = code("https://a.example/upote?q=a&b=\"", "A \"B\" <c>");
        assert_eq!(written.matches('<').count(), 2, "{written}");
        assert!(written.contains("q=a&amp;b=&quot;\" title=\"A &quot;B&quot; &lt;c>\""), "{written}");
    }

    #[test]
    fn a_frame_shows_as_many_as_somebody_asks_for_within_reason() {
        assert_eq!([how_many(""), how_many("maara=5"), how_many("maara=999"), how_many("maara=x")], [10, 5, 30, 10]);
        assert_eq!(address(&SearchForm::read("q=kahvila"), 5), "/upote?q=kahvila&maara=5");
        assert_eq!(address(&SearchForm::default(), 10), "/upote");
    }
}
