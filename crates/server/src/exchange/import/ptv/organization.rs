//! An organization of PTV.

use super::super::checks;
use super::super::ids::{self, Hasher};
use super::super::json::fields::{Object, objects, text};
use super::super::json::telling::Telling;
use super::super::record::{Content, Draft, OrganizationDraft, Subject};
use super::channel::{email, phone};
use super::said::{self, LONGEST_NAME, LONGEST_TEXT, Said};
use crate::organizations::model::{Organization, OrganizationText, State};
use crate::text::{Texts, slug};

/// The id an organization has here.
pub(super) fn id_of(telling: &Telling<'_>, reference: &str) -> String {
    ids::own_or_derived(telling.source_id, Subject::Organization.as_str(), reference)
}

/// Reads an organization that stands on its own.
pub(super) fn read(telling: &mut Telling<'_>, record: &Object) {
    let names = said::of_type(telling, record, "organizationNames", "Name", LONGEST_NAME);
    let summaries = said::of_type(telling, record, "organizationDescriptions", "Summary", LONGEST_TEXT);
    let descriptions = said::of_type(telling, record, "organizationDescriptions", "Description", LONGEST_TEXT);
    let website = objects(record, "webPages").find_map(|(_, page)| checks::web_address(text(page, "url")));
    let organization = Organization {
        kind: kind(text(record, "organizationType")).to_owned(),
        business_id: text(record, "businessCode").to_owned(),
        website: website.unwrap_or_default(),
        email: email(telling, record),
        phone: phone(telling, record),
        texts: texts(&names, &summaries, &descriptions),
        ..Organization::default()
    };
    let organization = Organization {
        business_id: if checks::is_business_id(&organization.business_id) {
            organization.business_id
        } else {
            String::new()
        },
        ..organization
    };
    let mut hasher = Hasher::new();
    hasher.add(if telling.keep_contacts { "contacts" } else { "" });
    hasher.add_object(record);
    let draft = draft(telling, text(record, "id"), said::best(&names), organization, hasher, false);
    telling.reading.drafts.push(draft);
}

/// What a record tells of the organization it belongs to: an id and perhaps a name.
pub(super) fn named(telling: &Telling<'_>, reference: &str, name: &str) -> Draft {
    let name = checks::within(checks::clean(name), LONGEST_NAME).0;
    let names = Said::from([("fi".to_owned(), name.clone())]);
    let organization = Organization {
        kind: "other".to_owned(),
        texts: texts(&names, &Said::new(), &Said::new()),
        ..Organization::default()
    };
    let mut hasher = Hasher::new();
    hasher.add(&name);
    draft(telling, reference, &name, organization, hasher, true)
}

fn draft(
    telling: &Telling<'_>,
    reference: &str,
    name: &str,
    organization: Organization,
    hasher: Hasher,
    part: bool,
) -> Draft {
    let organization = Organization {
        id: id_of(telling, reference),
        state: State::Published,
        source_id: Some(telling.source_id.to_owned()),
        ..organization
    };
    let content = OrganizationDraft { organization, slug: slug(name), places: Vec::new() };
    Draft {
        at: telling.spot(""),
        reference: reference.to_owned(),
        hash: hasher.done(),
        part,
        content: Content::Organization(Box::new(content)),
    }
}

fn texts(names: &Said, summaries: &Said, descriptions: &Said) -> Texts<OrganizationText> {
    let mut texts = Texts::new();
    for language in names.keys().chain(summaries.keys()).chain(descriptions.keys()) {
        let of = |said: &Said| said.get(language).cloned().unwrap_or_default();
        let text = OrganizationText { name: of(names), summary: of(summaries), description: of(descriptions) };
        texts.insert(language.clone(), text);
    }
    texts
}

/// The code of our list for PTV's type.
fn kind(of_ptv: &str) -> &'static str {
    match of_ptv {
        "Municipality" => "municipality",
        "State" => "state",
        "Company" | "SotePrivate" => "company",
        "SotePublic" => "wellbeing_county",
        "Organization" => "association",
        _ => "other",
    }
}
