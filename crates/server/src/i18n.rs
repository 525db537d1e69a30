//! The words people read: Fluent files under `text/`, one folder a language, the same keys in each.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::LazyLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use rust_embed::RustEmbed;
use unic_langid::LanguageIdentifier;

#[derive(RustEmbed)]
#[folder = "$CARGO_MANIFEST_DIR/../../text"]
#[include = "*.ftl"]
struct Files;

/// A language the pages speak. Content may be in more (see [`crate::vocabulary::LANGUAGES`]).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub enum Language {
    /// suomi
    #[default]
    Finnish,
    /// svenska
    Swedish,
    /// English
    English,
    /// selkosuomi, easy Finnish
    EasyFinnish,
}

impl Language {
    /// Every language of the pages, in the order they are offered.
    pub const ALL: [Language; 4] = [Language::Finnish, Language::EasyFinnish, Language::Swedish, Language::English];

    /// Its tag in data and files (BCP 47): `fi`, `sv`, `en`, `fi-x-selko`.
    pub fn code(self) -> &'static str {
        match self {
            Language::Finnish => "fi",
            Language::Swedish => "sv",
            Language::English => "en",
            Language::EasyFinnish => "fi-x-selko",
        }
    }

    /// What the `lang` attribute says; a screen reader reads easy Finnish as Finnish.
    pub fn html(self) -> &'static str {
        match self {
            Language::EasyFinnish => "fi",
            other => other.code(),
        }
    }

    /// What addresses begin with: nothing for Finnish.
    pub fn prefix(self) -> &'static str {
        match self {
            Language::Finnish => "",
            Language::Swedish => "/sv",
            Language::English => "/en",
            Language::EasyFinnish => "/selko",
        }
    }

    /// The language behind `fi`, `sv`, `en`, `selko` or a tag.
    pub fn named(name: &str) -> Option<Language> {
        Language::ALL.into_iter().find(|language| {
            language.code() == name || (!name.is_empty() && language.prefix().trim_start_matches('/') == name)
        })
    }

    /// Its own name for itself.
    pub fn own_name(self) -> &'static str {
        match self {
            Language::Finnish => "Suomi",
            Language::Swedish => "Svenska",
            Language::English => "English",
            Language::EasyFinnish => "Selkosuomi",
        }
    }

    /// The languages a text is looked for in, best first. Easy Finnish falls back to Finnish before anything else.
    pub fn fallbacks(self) -> &'static [&'static str] {
        match self {
            Language::Finnish => &["fi", "fi-x-selko", "sv", "en"],
            Language::EasyFinnish => &["fi-x-selko", "fi", "sv", "en"],
            Language::Swedish => &["sv", "fi", "fi-x-selko", "en"],
            Language::English => &["en", "fi", "fi-x-selko", "sv"],
        }
    }

    /// The words of a key.
    pub fn t(self, key: &str) -> Cow<'static, str> {
        format(self, key, None)
    }

    /// The words of a key with values in them: `language.with("search-count", &[("count", 12.into())])`.
    pub fn with(self, key: &str, values: &[(&'static str, FluentValue<'_>)]) -> String {
        let mut arguments = FluentArgs::with_capacity(values.len());
        for (name, value) in values {
            arguments.set(*name, value.clone());
        }
        format(self, key, Some(&arguments)).into_owned()
    }

    /// Whether a key has words in this language.
    pub fn has(self, key: &str) -> bool {
        BUNDLES.get(&self).is_some_and(|bundle| bundle.has_message(key))
    }
}

static BUNDLES: LazyLock<BTreeMap<Language, FluentBundle<FluentResource>>> =
    LazyLock::new(|| Language::ALL.into_iter().map(|language| (language, bundle(language))).collect());

fn bundle(language: Language) -> FluentBundle<FluentResource> {
    let tag: LanguageIdentifier = language.html().parse().unwrap_or_default();
    let mut bundle = FluentBundle::new_concurrent(vec![tag]);
    // The marks round inserted values are for mixed directions; none of these four languages needs them.
    bundle.set_use_isolating(false);
    for (_, text) in files(language) {
        // A fault in a file is found by a test; a page then misses a sentence rather than the server its start.
        let resource = FluentResource::try_new(text).unwrap_or_else(|(resource, _)| resource);
        bundle.add_resource_overriding(resource);
    }
    bundle
}

/// The Fluent files of a language: name and text.
pub fn files(language: Language) -> Vec<(String, String)> {
    let folder = format!("{}/", language.code());
    Files::iter()
        .filter(|name| name.starts_with(&folder))
        .filter_map(|name| {
            let file = Files::get(&name)?;
            Some((name.to_string(), String::from_utf8_lossy(&file.data).into_owned()))
        })
        .collect()
}

fn format(language: Language, key: &str, arguments: Option<&FluentArgs<'_>>) -> Cow<'static, str> {
    let found = BUNDLES.get(&language).and_then(|bundle| {
        let pattern = bundle.get_message(key)?.value()?;
        let mut faults = Vec::new();
        Some(bundle.format_pattern(pattern, arguments, &mut faults))
    });
    match found {
        Some(text) => text.into_owned().into(),
        None if language != Language::Finnish => format(Language::Finnish, key, arguments),
        None => {
            tracing::error!(key, "no words for this key");
            key.to_owned().into()
        }
    }
}
