//! The front page and the search page.

use askama::Template;
use axum::extract::{RawQuery, State};
use axum::response::Response;
use chrono::{DateTime, Utc};
use fluent_bundle::FluentValue;

use super::facets::{self, Group};
use super::found::{self, Answer, Found};
use super::pager::Pager;
use super::query::{CODE_FILTERS, Order, SearchForm, When};
use super::understanding::{self, Fact, Understood};
use crate::app::App;
use crate::error::Result;
use crate::exchange::export::MOST_ROWS;
use crate::exchange::schema_org;
use crate::i18n::Language;
use crate::page::{self, Head, Ui};
use crate::{clock, needs, reference};

/// What the front page leads to: six topics people come with, each a search.
const TOPICS: [(&str, &str); 6] = [
    ("topic-company", "/haku?kiinnostus=company&kynnys=no_sign_up"),
    (
        "topic-doing",
        "/haku?askel=1&kiinnostus=crafts&kiinnostus=cooking&kiinnostus=gardening&kiinnostus=repair&kiinnostus=animals",
    ),
    ("topic-work", "/tyopaikat"),
    ("topic-money", "/haku?tilanne=debt&tilanne=low_income"),
    ("topic-language", "/haku?kiinnostus=languages"),
    ("topic-talk", "/haku?tilanne=mental_health&tilanne=grief&tilanne=lonely&laji=support&laji=peer_support"),
];

/// How many of today's activities the front page shows.
const TODAY: usize = 6;

#[derive(Template)]
#[template(path = "finding/home.html")]
struct HomePage {
    ui: Ui,
    head: Head,
    today: Vec<Found>,
    total_today: usize,
    topics: [(&'static str, &'static str); 6],
}

/// The front page: search, six topics, what happens today.
pub async fn home(ui: Ui, State(app): State<App>) -> Result<Response> {
    let form = SearchForm { when: Some(When::Today), order: Order::Soonest, page: 1, ..SearchForm::default() };
    let mut query = form.query(&[], ui.language, ui.now);
    query.limit = TODAY;
    query.count_facets = false;
    let answer = found::find(&app, &query).await?;
    let head = Head {
        title: ui.t("home-title").into_owned(),
        description: ui.t("home-description").into_owned(),
        json_ld: crate::exchange::schema_org::site(&ui),
        ..Head::default()
    };
    page::show(&HomePage { ui, head, today: answer.found, total_today: answer.total, topics: TOPICS })
}

#[derive(Template)]
#[template(path = "finding/search.html")]
struct SearchPage {
    ui: Ui,
    head: Head,
    /// `/haku` or `/tyopaikat`.
    path: &'static str,
    form: SearchForm,
    /// What the words seem to ask for.
    meant: Vec<Chip>,
    answer: Answer,
    groups: Vec<Group>,
    chips: Vec<Chip>,
    onward: Vec<(String, String)>,
    /// Where a wish can be left for what was looked for.
    wish: String,
    pager: Pager,
    /// The search as files and other sites get it: from the first hit on.
    along: SearchForm,
    orders: [Order; 4],
    whens: [When; 5],
    distances: [u32; 5],
}

impl SearchPage {
    /// How much of a long list one table holds.
    fn cut(&self) -> String {
        let values =
            [("total", FluentValue::from(self.answer.total as i64)), ("count", FluentValue::from(MOST_ROWS as i64))];
        self.ui.language.with("export-cut", &values)
    }
}

/// A chosen thing that can be taken off.
struct Chip {
    label: String,
    without: String,
}

impl Chip {
    fn ignoring(fact: &Fact, form: &SearchForm, ui: &Ui, path: &str) -> Chip {
        Chip { label: fact.label(ui), without: form.ignoring(&fact.key()).address(path) }
    }
}

/// The search page.
pub async fn search(ui: Ui, State(app): State<App>, RawQuery(query): RawQuery) -> Result<Response> {
    let form = SearchForm::read(query.as_deref().unwrap_or_default());
    list(ui, app, form, "/haku").await
}

/// Places to work: the search page with only work trials, wage-subsidy and part-time jobs (P6).
pub async fn positions(ui: Ui, State(app): State<App>, RawQuery(query): RawQuery) -> Result<Response> {
    let form = SearchForm::read(query.as_deref().unwrap_or_default());
    list(ui, app, form, "/tyopaikat").await
}

async fn list(ui: Ui, app: App, form: SearchForm, path: &'static str) -> Result<Response> {
    let understood = understanding::understand(&app, &form, ui.language, ui.now)?;
    let asked = if path == "/tyopaikat" { form.clone().among_positions() } else { form.clone() };
    let steps = asked.step_values();
    let mut query = asked.query(&steps, ui.language, ui.now);
    understood.weigh(&mut query);
    let answer = found::find(&app, &query).await?;
    if answer.total == 0 && form.page == 1 {
        // Whoever searches gets an answer also when the disk is full.
        if let Err(error) = count_miss(&app, &form, &understood, ui.language, ui.now).await {
            tracing::warn!(%error, "a search that found nothing could not be counted");
        }
    }
    let onward = if answer.total == 0 { ways_onward(&ui, &app, &asked, &form, path).await? } else { Vec::new() };

    let chips = chips(&ui, &form, &app, path).await?;
    let meant = understood.facts.iter().map(|fact| Chip::ignoring(fact, &form, &ui, path)).collect();
    let title_key = if path == "/tyopaikat" { "positions-title" } else { "search-title" };
    let head = Head {
        title: title(&ui.t(title_key), &form, &chips),
        description: ui
            .t(if path == "/tyopaikat" { "positions-description" } else { "search-description" })
            .into_owned(),
        hidden: !form.is_empty(),
        json_ld: if form.is_empty() {
            schema_org::search_list(answer.found.iter().map(|hit| &*hit.listed), 1, answer.total, &ui)
        } else {
            String::new()
        },
    };
    let wish = wish_address(&form);
    let page = SearchPage {
        groups: facets::groups(&ui, &form, &answer, path),
        chips,
        pager: Pager::new(&form, answer.total, path),
        along: SearchForm { page: 1, ..asked },
        orders: Order::ALL,
        whens: When::ALL,
        distances: [2, 5, 10, 20, 50],
        ui,
        head,
        path,
        form,
        meant,
        answer,
        onward,
        wish,
    };
    page::show(&page)
}

/// Counts words that nothing was found for, once a day: a gap of the tray (P21, C6). With filters beside the place it is
/// the filters that found nothing. Nothing is kept of who asked or when, and only words that everybody has.
async fn count_miss(
    app: &App,
    form: &SearchForm,
    understood: &Understood,
    language: Language,
    now: DateTime<Utc>,
) -> db::Result<()> {
    let beside = form.pairs().into_iter().any(|(name, _)| !matches!(name, "q" | "kunta" | "ohita"));
    let words = app.index.ordinary_words(&form.words, language.code()).join(" ");
    if beside || words.is_empty() {
        return Ok(());
    }
    let municipality = match form.municipalities.as_slice() {
        [only] => only.as_str(),
        [] => understood.municipality().unwrap_or_default(),
        _ => "",
    };
    let day = clock::today(now);
    if app.counted.is_first(day, &words, municipality) {
        let mut tx = app.db.write().await?;
        needs::store::count_miss(&mut tx, day, &words, municipality).await?;
        tx.commit().await?;
    }
    Ok(())
}

/// What tells one search from another among the tabs and bookmarks of a browser.
fn title(name: &str, form: &SearchForm, chips: &[Chip]) -> String {
    let mut parts: Vec<&str> = Vec::new();
    if !form.words.is_empty() {
        parts.push(&form.words);
    }
    parts.extend(chips.iter().take(4).map(|chip| chip.label.as_str()));
    if parts.is_empty() { name.to_owned() } else { format!("{} – {name}", parts.join(", ")) }
}

/// Where a wish can be left, with the words that found nothing.
fn wish_address(form: &SearchForm) -> String {
    let mut query = form_urlencoded::Serializer::new(String::new());
    if !form.words.is_empty() {
        query.append_pair("q", &form.words);
    }
    if let [only] = form.municipalities.as_slice() {
        query.append_pair("kunta", only);
    }
    format!("/toive?{}", query.finish()).trim_end_matches('?').to_owned()
}

/// The chosen things as chips, each with the address without it.
async fn chips(ui: &Ui, form: &SearchForm, app: &App, path: &str) -> Result<Vec<Chip>> {
    let mut chips = Vec::new();
    for (name, value) in form.pairs() {
        let label = match name {
            "ohita" => None,
            "askel" => value.parse::<u8>().ok().map(|step| format!("{step} {}", ui.step(&step))),
            "kunta" => reference::municipality(&value).map(|found| found.name(ui.language).to_owned()),
            "milloin" => Some(ui.t(&format!("when-{value}")).into_owned()),
            "lahella" => Some(ui.with("chip-near", "place", &value)),
            "km" => Some(ui.with("chip-within", "km", &value)),
            "jarjestaja" => {
                let mut tx = app.db.read().await?;
                let found = crate::organizations::store::find(&mut tx, &value).await?;
                Some(found.map_or(value.clone(), |organization| organization.name(ui.language).text.to_owned()))
            }
            _ => CODE_FILTERS.iter().find(|filter| filter.name == name).map(|filter| ui.name(&filter.list, &value)),
        };
        if let Some(label) = label {
            chips.push(Chip { label, without: form.without(name, &value).address(path) });
        }
    }
    Ok(chips)
}

/// When nothing was found: the same search without one thing, where that finds something, with how many it finds.
async fn ways_onward(
    ui: &Ui,
    app: &App,
    asked: &SearchForm,
    form: &SearchForm,
    path: &str,
) -> Result<Vec<(String, String)>> {
    let mut onward = Vec::new();
    let understood = understanding::understand(app, form, ui.language, ui.now)?;
    for (name, value) in form.pairs() {
        if matches!(name, "jarjesta" | "sivu" | "ohita") || (name == "q" && !form.has_filters()) {
            continue;
        }
        let wider = asked.without(name, &value);
        let steps = wider.step_values();
        let mut query = wider.query(&steps, ui.language, ui.now);
        understood.weigh(&mut query);
        if name == "q" {
            query.words = "";
        }
        query.limit = 1;
        query.count_facets = false;
        let total = app.index.search(&query)?.total;
        if total > 0 {
            let label = match name {
                "q" => ui.with("onward-without-words", "words", &value),
                "lahella" | "km" => ui.t("onward-farther").into_owned(),
                "milloin" => ui.t("onward-any-time").into_owned(),
                _ => ui.with("onward-without", "filter", label_of(ui, name, &value)),
            };
            onward.push((form.without(name, &value).address(path), format!("{label} ({total})")));
        }
    }
    Ok(onward)
}

fn label_of(ui: &Ui, name: &str, value: &str) -> String {
    match name {
        "askel" => value.parse::<u8>().map(|step| ui.step(&step).to_owned()).unwrap_or_default(),
        "kunta" => reference::municipality(value).map_or_else(String::new, |found| found.name(ui.language).to_owned()),
        _ => CODE_FILTERS
            .iter()
            .find(|filter| filter.name == name)
            .map_or_else(|| value.to_owned(), |filter| ui.name(&filter.list, value)),
    }
}
