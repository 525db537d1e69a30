//! A QR code of any page of ours, as a picture and as a page to print.
//!
//! Only of our own addresses: a code that carries this site's look must not lead to another's.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use percent_encoding::{AsciiSet, CONTROLS, utf8_percent_encode};

use super::asked::{Asked, file};
use crate::app::App;
use crate::error::{Error, Result};
use crate::exchange::open::answer::Tag;
use crate::page::{self, Head, Ui, form};

/// How wide the picture is with its quiet zone.
const MILLIMETRES: f64 = 40.0;
/// The same on the page to print.
const LARGE: f64 = 110.0;
/// Longer addresses make codes that phones read badly.
const LONGEST: usize = 600;

/// What may not stand in an address as it is (RFC 3986); a `%` is taken for the beginning of an encoded sign.
const NOT_IN_ADDRESS: &AsciiSet =
    &CONTROLS.add(b' ').add(b'"').add(b'<').add(b'>').add(b'\\').add(b'^').add(b'`').add(b'{').add(b'|').add(b'}');

/// The code of the page at `?osoite=` as SVG.
pub(super) async fn code(asked: Asked) -> Result<Response> {
    let address = own_address(&asked.ui)?;
    let version = Tag::of(&[address.as_bytes(), asked.ui.language.code().as_bytes()]);
    if let Some(known) = asked.has(&version) {
        return Ok(known);
    }
    let picture = drawn(&address, MILLIMETRES, &asked.ui)?;
    Ok(file(picture, "image/svg+xml", "", &version))
}

#[derive(Template)]
#[template(path = "exchange/export/qr/sheet.html")]
struct SheetPage {
    ui: Ui,
    head: Head,
    code: String,
    /// The address as people type it.
    short: String,
    /// The page itself, and the picture alone; both as they are.
    back: String,
    picture: String,
}

/// A page with a large code and the address beside it.
pub(super) async fn sheet(ui: Ui, State(_): State<App>) -> Result<Response> {
    let address = own_address(&ui)?;
    let code = drawn(&address, LARGE, &ui)?;
    let back = address[ui.origin.len()..].to_owned();
    let query: String = form_urlencoded::Serializer::new(String::new()).append_pair("osoite", &back).finish();
    let page = SheetPage {
        head: Head { title: ui.t("qr-title").into_owned(), hidden: true, ..Head::default() },
        code,
        short: short(&address),
        picture: ui.link(format!("/qr?{query}")),
        back,
        ui,
    };
    page::show(&page)
}

fn drawn(address: &str, millimetres: f64, ui: &Ui) -> Result<String> {
    documents::qr::svg(address, millimetres, &ui.with("qr-of", "address", short(address)))
        .map_err(|_| Error::BadRequest("qr-too-long"))
}

/// The address as people type it: without what a browser adds.
fn short(address: &str) -> String {
    let bare = address.split_once("://").map_or(address, |(_, rest)| rest);
    let bare = bare.trim_end_matches('/');
    percent_encoding::percent_decode_str(bare).decode_utf8().map_or_else(|_| bare.to_owned(), |text| text.into_owned())
}

/// The whole address that is asked for.
fn own_address(ui: &Ui) -> Result<String> {
    let asked = form::value_in(&ui.query, "osoite").unwrap_or_default();
    let path = own_path(&asked, &ui.origin)?;
    Ok(format!("{}{path}", ui.origin))
}

/// The path of an address on this site. `//host`, `/\host` and everything that a browser may read as another host is
/// refused, and so is what is no address at all.
fn own_path(asked: &str, origin: &str) -> Result<String> {
    let asked = asked.trim();
    let path = match asked.strip_prefix(origin) {
        Some(rest) if rest.is_empty() || rest.starts_with(['/', '?', '#']) => rest,
        _ => asked,
    };
    let path = if path.is_empty() && !asked.is_empty() { "/" } else { path };
    let path = if path.starts_with(['?', '#']) { format!("/{path}") } else { path.to_owned() };
    let foreign = !path.starts_with('/')
        || path[1..].starts_with(['/', '\\'])
        || path.contains('\\')
        || path.chars().any(char::is_control);
    if foreign {
        return Err(Error::BadRequest("qr-foreign"));
    }
    if path.len() > LONGEST {
        return Err(Error::BadRequest("qr-too-long"));
    }
    let path = utf8_percent_encode(&path, NOT_IN_ADDRESS).to_string();
    // What the web library cannot read no phone should be sent to.
    path.parse::<axum::http::Uri>().map_err(|_| Error::BadRequest("qr-foreign"))?;
    Ok(path)
}

#[cfg(test)]
mod tests {
    use super::*;

    const ORIGIN: &str = "https://tarjotin.example";

    #[test]
    fn only_our_own_addresses_get_a_code() {
        for (asked, path) in [
            ("/toiminta/kahvit", "/toiminta/kahvit"),
            ("/sv/haku?q=kahvila&kunta=398", "/sv/haku?q=kahvila&kunta=398"),
            ("/haku?q=kahvila tänään", "/haku?q=kahvila%20t%C3%A4n%C3%A4%C3%A4n"),
            ("https://tarjotin.example/jarjestajat", "/jarjestajat"),
            ("https://tarjotin.example", "/"),
            ("/haku?osoite=https://toinen.example", "/haku?osoite=https://toinen.example"),
        ] {
            assert_eq!(own_path(asked, ORIGIN).ok().as_deref(), Some(path), "{asked}");
        }
        for asked in [
            "",
            "toiminta/kahvit",
            "https://toinen.example/",
            "https://tarjotin.example.toinen.example/",
            "https://tarjotin.example@toinen.example/",
            "//toinen.example/",
            "/\\toinen.example",
            "/a\\..\\b",
            "javascript:alert(1)",
            "/\tx",
            "/a\nb",
        ] {
            assert_eq!(own_path(asked, ORIGIN).err(), Some(Error::BadRequest("qr-foreign")), "{asked}");
        }
        let long = format!("/haku?q={}", "a".repeat(LONGEST));
        assert_eq!(own_path(&long, ORIGIN).err(), Some(Error::BadRequest("qr-too-long")));
    }

    #[test]
    fn a_short_address_is_what_people_type() {
        assert_eq!(short("https://tarjotin.example/"), "tarjotin.example");
        assert_eq!(short("https://tarjotin.example/haku?q=t%C3%A4n%C3%A4%C3%A4n"), "tarjotin.example/haku?q=tänään");
    }
}
