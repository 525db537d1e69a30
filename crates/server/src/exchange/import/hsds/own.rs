//! What our own export says beyond HSDS, read back; and terms of our lists that others may use too.

use serde_json::Value;

use super::super::checks;
use super::super::json::fields::{Object, has, object, objects, text, texts, whole};
use super::super::json::telling::{LONGEST_TEXT, Telling};
use super::super::reason::Reason;
use super::{service, terms};
use crate::activities::model::Price;
use crate::reference;
use crate::vocabulary::{INTERESTS, KINDS, LANGUAGES, SITUATIONS, SUPPORT_FORMS, THRESHOLDS, Vocabulary};

/// What is told in our own words.
#[derive(Debug, Default)]
pub(super) struct Own {
    pub(super) slug: String,
    pub(super) kind: Option<&'static str>,
    pub(super) step: Option<u8>,
    pub(super) thresholds: Vec<String>,
    pub(super) interests: Vec<String>,
    pub(super) situations: Vec<String>,
    pub(super) target_groups: Vec<String>,
    pub(super) languages: Vec<String>,
    pub(super) price: Option<Price>,
    pub(super) group_size: Option<i64>,
    pub(super) hours: Option<(i64, i64)>,
    pub(super) support_form: String,
    pub(super) sign_up: String,
}

/// Reads our extension, or when there is none, terms of our lists.
pub(super) fn read(telling: &mut Telling<'_>, record: &Object, pointer: &str) -> Own {
    let Some(own) = object(record, "tarjotin") else { return from_terms(record) };
    let pointer = format!("{pointer}/tarjotin");
    let mut codes = |name: &str, list: Vocabulary| -> Vec<String> {
        let mut codes: Vec<String> = Vec::new();
        for word in texts(own, name) {
            let meant = telling.meant(&Reason::UnknownLabel, word);
            match list.code(word).or_else(|| list.code_named(meant)) {
                Some(code) if codes.iter().any(|known| known == code) => {}
                Some(code) => codes.push(code.to_owned()),
                None => telling.ask(&format!("{pointer}/{name}"), Reason::UnknownLabel, word),
            }
        }
        codes
    };
    let (thresholds, interests) = (codes("thresholds", THRESHOLDS), codes("interests", INTERESTS));
    let situations = codes("situations", SITUATIONS);
    let languages = texts(own, "languages")
        .filter_map(|code| LANGUAGES.code(code).or_else(|| reference::language(code).map(|language| language.code)))
        .map(str::to_owned)
        .collect();
    let target_groups =
        texts(own, "target_groups").filter_map(reference::target_group).map(|group| group.code.to_owned()).collect();
    if !text(own, "kind").is_empty() && KINDS.code(text(own, "kind")).is_none() {
        telling.ask(&format!("{pointer}/kind"), Reason::UnknownLabel, text(own, "kind"));
    }
    Own {
        slug: text(own, "slug").to_owned(),
        kind: KINDS.code(text(own, "kind")),
        step: whole(own, "step").and_then(|step| u8::try_from(step).ok()).filter(|step| (1..=5).contains(step)),
        thresholds,
        interests,
        situations,
        target_groups,
        languages,
        price: object(own, "price").map(price),
        group_size: service::group_size(own),
        hours: service::hours(own),
        support_form: SUPPORT_FORMS.code(text(own, "support_form")).unwrap_or("").to_owned(),
        sign_up: telling.clean(&format!("{pointer}/sign_up"), text(own, "sign_up"), LONGEST_TEXT),
    }
}

fn price(price: &Object) -> Price {
    let cents = whole(price, "min_cents").zip(whole(price, "max_cents"));
    Price::from_code(text(price, "kind"), cents.filter(|(from, to)| 0 <= *from && from <= to))
}

/// A source without our extension may still use the terms of our lists, and of the national one.
fn from_terms(record: &Object) -> Own {
    let mut own = Own::default();
    for (_, part) in objects(record, "attributes") {
        let Some((set, code)) = terms::of_our_lists(part) else { continue };
        let mut add = |list: fn(&mut Own) -> &mut Vec<String>| {
            if !list(&mut own).contains(&code) {
                list(&mut own).push(code.clone());
            }
        };
        match set {
            "kind" => own.kind = KINDS.code(&code),
            "step" => own.step = code.parse().ok(),
            "threshold" => add(|own| &mut own.thresholds),
            "interest" => add(|own| &mut own.interests),
            "situation" => add(|own| &mut own.situations),
            "target_group" => add(|own| &mut own.target_groups),
            "support_form" => own.support_form = code,
            _ => {}
        }
    }
    own
}

impl Own {
    /// Whether our export makes a plain field out of what stands in the extension: it is then no word of the source.
    pub(super) fn says_itself(&self, field: &str) -> bool {
        match field {
            "eligibility_description" => !self.target_groups.is_empty() || !self.situations.is_empty(),
            "interpretation_services" => self.thresholds.iter().any(|code| code == "interpreter"),
            _ => false,
        }
    }
}

/// The language of a tag, or a question.
pub(super) fn language(telling: &mut Telling<'_>, record: &Object, name: &str, pointer: &str) -> Option<String> {
    let tag = text(record, name);
    let found = LANGUAGES.code(&tag.to_lowercase()).or_else(|| reference::language(tag).map(|language| language.code));
    if found.is_none() && has(record, name) {
        let told = record.get(name).and_then(Value::as_str).map(checks::clean).unwrap_or_default();
        telling.ask(&format!("{pointer}/{name}"), Reason::UnknownLanguage, &told);
    }
    found.map(str::to_owned)
}
