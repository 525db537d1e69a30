//! What is new on the tray as an Atom feed (RFC 4287), of everything or of any search.
//!
//! Only Atom: every reader of feeds knows it, its times and languages are exact, and a second format would say the same.

use axum::response::Response;
use chrono::{DateTime, NaiveTime, SecondsFormat, Utc};
use uuid::Uuid;

use super::asked::{Asked, file};
use super::searched;
use crate::activities;
use crate::activities::card;
use crate::activities::model::Listed;
use crate::error::Result;
use crate::finding::query::SearchForm;
use crate::page::Ui;
use crate::text::Said;

/// Entries of a feed: the news of some weeks.
const MOST: i64 = 50;
/// Hits among which the newest are looked for.
const MOST_HITS: usize = 5_000;

const KIND: &str = "application/atom+xml; charset=utf-8";

/// The newest of everything.
pub(super) async fn news(asked: Asked) -> Result<Response> {
    feed(asked, None).await
}

/// The newest of what a search finds.
pub(super) async fn of_search(asked: Asked) -> Result<Response> {
    let form = SearchForm::read(&asked.ui.query);
    feed(asked, Some(form)).await
}

async fn feed(asked: Asked, form: Option<SearchForm>) -> Result<Response> {
    let version = asked.version().await?;
    if let Some(known) = asked.has(&version) {
        return Ok(known);
    }
    let ui = &asked.ui;
    let among = match &form {
        Some(form) if !form.is_empty() => Some(searched::hits(&asked, form, 0, MOST_HITS)?.ids),
        _ => None,
    };
    let mut tx = asked.app.db.read().await?;
    let ids = match among.as_deref() {
        Some([]) => Vec::new(),
        among => activities::store::newest(&mut tx, among, MOST).await?,
    };
    let listed = searched::listed(&mut tx, &ids).await?;
    let form = form.unwrap_or_default();
    let title = searched::title(&mut tx, &form, ui).await?;
    drop(tx);
    let page = ui.link(form.address("/haku"));
    Ok(file(written(&title, &page, &listed, ui), KIND, "", &version))
}

fn written(title: &str, page: &str, listed: &[Listed], ui: &Ui) -> String {
    let new = ui.with("export-news-title", "brand", ui.brand());
    let name = if title.is_empty() { new } else { format!("{title} – {new}") };
    let here = ui.here_in(ui.language);
    let updated = listed.iter().map(|one| one.activity.changed_at.max(one.activity.made_at)).max();
    // Of a feed without entries the day is as exact as it can be without changing at every request.
    let updated = updated.unwrap_or_else(|| ui.now.date_naive().and_time(NaiveTime::MIN).and_utc());
    let mut xml = Xml::default();
    xml.0.push_str("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\"");
    xml.attribute("xml:lang", ui.language.html());
    xml.0.push_str(">\n");
    xml.text("id", &feed_id(&here, ui));
    xml.text("title", &name);
    xml.text("updated", &written_time(updated));
    xml.link("self", "application/atom+xml", &format!("{}{here}", ui.origin));
    xml.link("alternate", "text/html", &format!("{}{page}", ui.origin));
    xml.0.push_str("<author>");
    xml.text("name", &ui.brand());
    xml.0.push_str("</author>\n");
    xml.text("icon", &format!("{}{}", ui.origin, ui.asset("favicon.png")));
    for one in listed {
        entry(&mut xml, one, ui);
    }
    xml.0.push_str("</feed>\n");
    xml.0
}

fn entry(xml: &mut Xml, listed: &Listed, ui: &Ui) {
    let activity = &listed.activity;
    xml.0.push_str("<entry>\n");
    xml.text("id", &entry_id(&activity.id, ui));
    xml.said("title", Some(activity.name(ui.language)));
    xml.text("published", &written_time(activity.made_at));
    xml.text("updated", &written_time(activity.changed_at.max(activity.made_at)));
    xml.link("alternate", "text/html", &format!("{}{}", ui.origin, ui.link(activity.address())));
    xml.0.push_str("<author>");
    xml.text("name", listed.organization.name(ui.language).text);
    xml.0.push_str("</author>\n");
    xml.said("summary", activity.summary(ui.language).or_else(|| activity.description(ui.language)));
    let card = listed.card(ui, None, "");
    let place = activity.main_place().map(|place| card::where_in_words(place, ui.language)).unwrap_or_default();
    let facts: Vec<&str> =
        [card.when.as_str(), &place, &card.price].into_iter().filter(|fact| !fact.is_empty()).collect();
    if !facts.is_empty() {
        xml.text("content", &facts.join(" · "));
    }
    for code in &activity.interests {
        xml.0.push_str("<category");
        xml.attribute("term", code);
        xml.attribute("label", &ui.name(&crate::vocabulary::INTERESTS, code));
        xml.0.push_str("/>\n");
    }
    xml.0.push_str("</entry>\n");
}

/// What names an activity for ever, whatever its address and the host become.
fn entry_id(id: &str, ui: &Ui) -> String {
    let uuid = Uuid::parse_str(id).unwrap_or_else(|_| Uuid::new_v5(&instance(ui), id.as_bytes()));
    format!("urn:uuid:{uuid}")
}

/// What names a feed: this tray, and what was asked of it.
fn feed_id(here: &str, ui: &Ui) -> String {
    format!("urn:uuid:{}", Uuid::new_v5(&instance(ui), here.as_bytes()))
}

fn instance(ui: &Ui) -> Uuid {
    Uuid::parse_str(&ui.region.instance).unwrap_or(Uuid::NAMESPACE_URL)
}

fn written_time(at: DateTime<Utc>) -> String {
    at.to_rfc3339_opts(SecondsFormat::Secs, true)
}

/// XML while it is written: what stands in it is escaped, and signs that XML has no way to say are left out.
#[derive(Default)]
struct Xml(String);

impl Xml {
    fn text(&mut self, name: &str, text: &str) {
        self.0.push_str(&format!("<{name}>{}</{name}>\n", escaped(text)));
    }

    fn said(&mut self, name: &str, said: Option<Said<'_>>) {
        let Some(said) = said else { return };
        self.0.push_str(&format!("<{name}"));
        if said.fallback {
            self.attribute("xml:lang", said.html_language());
        }
        self.0.push_str(&format!(">{}</{name}>\n", escaped(said.text)));
    }

    fn attribute(&mut self, name: &str, value: &str) {
        self.0.push_str(&format!(" {name}=\"{}\"", escaped(value)));
    }

    fn link(&mut self, relation: &str, kind: &str, address: &str) {
        self.0.push_str("<link");
        self.attribute("rel", relation);
        self.attribute("type", kind);
        self.attribute("href", address);
        self.0.push_str("/>\n");
    }
}

fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 16);
    for letter in text.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\n' | '\t' => out.push(letter),
            '\u{fffe}' | '\u{ffff}' => {}
            letter if letter.is_control() => {}
            letter => out.push(letter),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_ends_the_element_it_stands_in() {
        assert_eq!(escaped("A & B <\"]]>\u{0}\u{b}\u{ffff}"), "A &amp; B &lt;&quot;]]&gt;");
    }
}
