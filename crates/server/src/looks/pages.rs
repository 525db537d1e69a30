//! The page where a reader sets how pages look.

use askama::Template;
use axum::http::{HeaderValue, header};
use axum::response::Response;
use axum::routing::get;
use axum::{Form, Router};
use serde::Deserialize;

use crate::app::App;
use crate::error::{Error, Result};
use crate::page::form;
use crate::page::ui::{LOOKS_COOKIE, Looks, Theme};
use crate::page::{self, Head, Ui};

/// How long a choice is kept: a year, in seconds.
const YEAR: u32 = 365 * 24 * 60 * 60;

/// The addresses of this feature.
pub fn routes() -> Router<App> {
    Router::new().route("/asetukset", get(show).post(change))
}

/// The names of the themes, as the cookie says them, with the keys of their words.
const THEMES: [(&str, &str); 3] =
    [("laite", "looks-theme-device"), ("vaalea", "looks-theme-light"), ("tumma", "looks-theme-dark")];
const SIZES: [(u8, &str); 3] = [(0, "looks-size-0"), (1, "looks-size-1"), (2, "looks-size-2")];

#[derive(Template)]
#[template(path = "looks/settings.html")]
struct SettingsPage {
    ui: Ui,
    head: Head,
    /// The chosen theme, as the cookie says it.
    theme: &'static str,
    themes: [(&'static str, &'static str); 3],
    sizes: [(u8, &'static str); 3],
    saved: bool,
}

/// What was chosen.
#[derive(Debug, Default, Deserialize)]
struct Chosen {
    #[serde(default)]
    ulkoasu: String,
    #[serde(default)]
    koko: String,
}

/// The settings; with `?tallennettu` the confirmation.
async fn show(ui: Ui) -> Result<Response> {
    let theme = match ui.looks.theme {
        Theme::Device => "laite",
        Theme::Light => "vaalea",
        Theme::Dark => "tumma",
    };
    let saved = ui.query == "tallennettu";
    let title = ui.t(if saved { "looks-saved-title" } else { "looks-h1" }).into_owned();
    let head = Head { title, hidden: true, ..Head::default() };
    page::show(&SettingsPage { ui, head, theme, themes: THEMES, sizes: SIZES, saved })
}

/// Keeps the choice in the cookie, or forgets the cookie when pages are to look as designed.
async fn change(ui: Ui, Form(chosen): Form<Chosen>) -> Result<Response> {
    let looks = Looks::from_cookie(&format!("{}-{}", chosen.ulkoasu, chosen.koko));
    let mut response = form::see_other(&ui.link("/asetukset?tallennettu"));
    let cookie = cookie(looks, ui.origin.starts_with("https://"));
    response.headers_mut().insert(header::SET_COOKIE, HeaderValue::from_str(&cookie).map_err(Error::internal)?);
    Ok(response)
}

/// The cookie as a header says it. It is for this site only and no script reads it.
fn cookie(looks: Looks, secure: bool) -> String {
    let secure = if secure { "; Secure" } else { "" };
    let (value, age) = if looks == Looks::default() { (String::new(), 0) } else { (looks.to_cookie(), YEAR) };
    format!("{LOOKS_COOKIE}={value}; Path=/; Max-Age={age}; HttpOnly; SameSite=Lax{secure}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_choice_is_kept_for_a_year() {
        let looks = Looks { theme: Theme::Dark, size: 2 };
        assert_eq!(cookie(looks, true), "nakyma=tumma-2; Path=/; Max-Age=31536000; HttpOnly; SameSite=Lax; Secure");
    }

    #[test]
    fn as_designed_forgets_the_cookie() {
        assert_eq!(cookie(Looks::default(), false), "nakyma=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax");
    }
}
