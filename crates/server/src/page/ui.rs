//! The reader of a page: language, looks, where they are, and what every page needs to speak to them.

use std::borrow::{Borrow, Cow};
use std::convert::Infallible;
use std::sync::Arc;

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::http::{HeaderMap, header};
use chrono::{DateTime, NaiveDate, Utc};
use fluent_bundle::FluentValue;

use super::language::Chosen;
use crate::app::App;
use crate::clock;
use crate::i18n::Language;
use crate::region::Region;
use crate::times;
use crate::vocabulary::Vocabulary;

/// The cookie that keeps light or dark and the size of text. It names nobody.
pub const LOOKS_COOKIE: &str = "nakyma";

/// Characters of a window's title.
const LONGEST_TITLE: usize = 70;

/// Light or dark.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Theme {
    /// As the device says.
    #[default]
    Device,
    /// Always light.
    Light,
    /// Always dark.
    Dark,
}

/// How a reader wants pages to look.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Looks {
    /// Light or dark.
    pub theme: Theme,
    /// 0 as designed, 1 larger, 2 largest.
    pub size: u8,
}

impl Looks {
    /// Reads the cookie's value, `vaalea-1`; what is not understood is as designed.
    pub fn from_cookie(value: &str) -> Self {
        let (theme, size) = value.split_once('-').unwrap_or((value, "0"));
        Looks {
            theme: match theme {
                "vaalea" => Theme::Light,
                "tumma" => Theme::Dark,
                _ => Theme::Device,
            },
            size: size.parse().ok().filter(|size| *size <= 2).unwrap_or(0),
        }
    }

    /// The cookie's value.
    pub fn to_cookie(self) -> String {
        let theme = match self.theme {
            Theme::Device => "laite",
            Theme::Light => "vaalea",
            Theme::Dark => "tumma",
        };
        format!("{theme}-{}", self.size)
    }
}

/// What a page says about itself to the frame round it.
#[derive(Debug, Clone, Default)]
pub struct Head {
    /// What the title says before the brand.
    pub title: String,
    /// One sentence for search engines; '' for none.
    pub description: String,
    /// schema.org data as JSON, safe inside a script element; '' for none.
    pub json_ld: String,
    /// Keep search engines away.
    pub hidden: bool,
}

impl Head {
    /// Only a title.
    pub fn titled(title: impl Into<String>) -> Self {
        Head { title: title.into(), ..Head::default() }
    }
}

/// The reader of a page.
#[derive(Clone)]
pub struct Ui {
    /// Their language.
    pub language: Language,
    /// The page's address without the language: `/haku`.
    pub path: String,
    /// What stood after the question mark.
    pub query: String,
    /// How they want it to look.
    pub looks: Looks,
    /// What the region has decided.
    pub region: Arc<Region>,
    /// The time of the request.
    pub now: DateTime<Utc>,
    /// The address people see, `https://tarjotin.example`.
    pub origin: String,
    app: App,
}

impl Ui {
    /// The words of a key.
    pub fn t(&self, key: &str) -> Cow<'static, str> {
        self.language.t(key)
    }

    /// The words of a key with a number in them, called `count`.
    pub fn count(&self, key: &str, count: impl Into<Count>) -> String {
        let Count(count) = count.into();
        self.language.with(key, &[("count", FluentValue::from(count))])
    }

    /// The words of a key with one named text in them.
    pub fn with(&self, key: &str, name: &'static str, value: impl AsRef<str>) -> String {
        self.language.with(key, &[(name, FluentValue::from(value.as_ref()))])
    }

    /// The reader's language; templates hand values of fields on as references, and of functions as they are.
    pub fn reader(&self) -> Language {
        self.language
    }

    /// The name of a code.
    pub fn name(&self, list: &Vocabulary, code: &str) -> String {
        list.name(code, self.language)
    }

    /// An address in the reader's language.
    pub fn link(&self, path: impl AsRef<str>) -> String {
        link(self.language, path.as_ref())
    }

    /// This page in another language.
    pub fn here_in(&self, language: impl Borrow<Language>) -> String {
        let path = link(*language.borrow(), &self.path);
        if self.query.is_empty() { path } else { format!("{path}?{}", self.query) }
    }

    /// This page as it is.
    pub fn here(&self) -> String {
        self.here_in(self.language)
    }

    /// An address that a calendar program keeps asking (`webcal:`), in the reader's language.
    pub fn calendar(&self, path: impl AsRef<str>) -> String {
        let host = self.origin.split_once("://").map_or(self.origin.as_str(), |(_, host)| host);
        format!("webcal://{host}{}", self.link(path))
    }

    /// Whether a part of the site is open: for the menu.
    pub fn is_in(&self, path: &str) -> bool {
        self.path == path
    }

    /// The languages in the order they are offered.
    pub fn languages(&self) -> [Language; 4] {
        Language::ALL
    }

    /// The name of the service on this site.
    pub fn brand(&self) -> String {
        self.region.or_shipped("brand", self.language)
    }

    /// The title of a browser's window: the page's, then the tray's name where both have room. Lists of results, tabs
    /// and bookmarks show about 70 characters. Easy Finnish says so: its titles are often those of the Finnish pages.
    pub fn window_title(&self, title: &str) -> String {
        let mark = match self.language {
            Language::EasyFinnish => format!(" – {}", self.language.own_name()),
            _ => String::new(),
        };
        let room = LONGEST_TITLE - mark.chars().count();
        let whole = format!("{title} – {}", self.brand());
        if whole.chars().count() <= room {
            return whole + &mark;
        }
        if title.chars().count() <= room {
            return title.to_owned() + &mark;
        }
        let cut: String = title.chars().take(room - 1).collect();
        let end = cut.rfind(' ').unwrap_or(cut.len());
        format!("{}…{mark}", cut[..end].trim_end_matches([' ', ',', '–']))
    }

    /// A setting of the region, '' when it has none.
    pub fn setting(&self, name: &str) -> &str {
        self.region.get(name, self.language)
    }

    /// A phone number as `tel:` wants it.
    pub fn tel(&self, number: impl AsRef<str>) -> String {
        tel(number.as_ref())
    }

    /// The region's number to call, '' when it has none; it does not break over lines.
    pub fn phone(&self) -> String {
        self.unbroken(self.setting("phone"))
    }

    /// A number that does not break over lines.
    pub fn unbroken(&self, number: impl AsRef<str>) -> String {
        number.as_ref().replace(' ', "\u{a0}")
    }

    /// The name of a step.
    pub fn step(&self, number: &u8) -> &str {
        self.region.steps.name(*number, self.language)
    }

    /// The day it is in Finland.
    pub fn today(&self) -> NaiveDate {
        clock::today(self.now)
    }

    /// A moment as people say it: "tänään klo 10.15".
    pub fn moment(&self, at: impl Borrow<DateTime<Utc>>) -> String {
        times::tell_moment(*at.borrow(), self.language, self.now)
    }

    /// The address of a style sheet, script or icon.
    pub fn asset(&self, name: &str) -> String {
        self.app.assets.address(name)
    }

    /// Whether Finnish is searched without its dictionary: worse, and the keeper should know.
    pub fn searches_without_dictionary(&self) -> bool {
        !self.app.index.analyser().has_dictionary()
    }
}

/// A number of things, of whatever type a page has it in.
#[derive(Debug, Clone, Copy)]
pub struct Count(i64);

macro_rules! counts {
    ($($number:ty),*) => {$(
        impl From<$number> for Count {
            fn from(number: $number) -> Self {
                Count(i64::try_from(number).unwrap_or(i64::MAX))
            }
        }
        impl From<&$number> for Count {
            fn from(number: &$number) -> Self {
                Count::from(*number)
            }
        }
    )*};
}

counts!(i64, u32, u64, usize, u8);

/// An address in a language.
pub fn link(language: Language, path: &str) -> String {
    match (language.prefix(), path) {
        ("", path) => path.to_owned(),
        (prefix, path) => format!("{prefix}{path}"),
    }
}

/// A phone number as `tel:` wants it: digits and a leading plus.
pub fn tel(number: &str) -> String {
    number.chars().enumerate().filter(|(at, c)| c.is_ascii_digit() || (*at == 0 && *c == '+')).map(|(_, c)| c).collect()
}

impl FromRequestParts<App> for Ui {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Self::Rejection> {
        Ok(Ui::of(parts, app))
    }
}

impl Ui {
    /// The reader behind a request.
    pub fn of(parts: &Parts, app: &App) -> Self {
        let language = parts.extensions.get::<Chosen>().copied().unwrap_or_default().0;
        let looks = cookie(parts, LOOKS_COOKIE).map_or_else(Looks::default, |kept| Looks::from_cookie(&kept));
        Ui {
            language,
            path: parts.uri.path().to_owned(),
            query: parts.uri.query().unwrap_or_default().to_owned(),
            looks,
            region: app.region(),
            now: app.now(),
            origin: origin(parts, app),
            app: app.clone(),
        }
    }
}

/// The value of a cookie that came with a request.
pub fn cookie(parts: &Parts, name: &str) -> Option<String> {
    cookie_of(&parts.headers, name)
}

/// The value of a cookie among headers.
pub fn cookie_of(headers: &HeaderMap, name: &str) -> Option<String> {
    let cookies = headers.get_all(header::COOKIE).iter().filter_map(|value| value.to_str().ok());
    cookies
        .flat_map(|value| value.split(';'))
        .find_map(|cookie| cookie.trim().strip_prefix(name)?.strip_prefix('='))
        .map(str::to_owned)
}

/// The address people see: what was set, else the host the request names. A host with strange letters is not repeated.
fn origin(parts: &Parts, app: &App) -> String {
    if let Some(url) = &app.public_url {
        return url.clone();
    }
    let host = parts.headers.get(header::HOST).and_then(|host| host.to_str().ok()).unwrap_or("127.0.0.1:8080");
    let safe =
        host.len() < 256 && host.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | ':' | '[' | ']'));
    format!("http://{}", if safe { host } else { "localhost" })
}
