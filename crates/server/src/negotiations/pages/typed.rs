//! What is typed of an entry, and what is wrong with it.

use chrono::{DateTime, NaiveDate, SecondsFormat, Utc};
use db::Tx;
use serde::Deserialize;

use crate::activities::store::ActivityFilter;
use crate::contacts::is_email;
use crate::error::Result;
use crate::i18n::Language;
use crate::needs::model::is_phone;
use crate::negotiations::model::{self, Contact, LONGEST_LINE, LONGEST_REASON, Negotiation, Stage};
use crate::negotiations::store;
use crate::organizations::model::Organization;
use crate::organizations::store::OrganizationFilter;
use crate::page::Ui;
use crate::page::form::{self, Problems};
use crate::{activities, organizations, text};

/// Organizations a form offers while the name is typed; others are found by their whole name or address.
const OFFERED: i64 = 500;

/// What was typed of an entry, in whichever of its forms.
#[derive(Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct Typed {
    pub(super) name: String,
    pub(super) organization: String,
    pub(super) contact_name: String,
    pub(super) contact_phone: String,
    pub(super) contact_email: String,
    pub(super) reason: String,
    pub(super) keeper: String,
    pub(super) stage: String,
    pub(super) next_step: String,
    pub(super) next_day: String,
    pub(super) note: String,
    pub(super) day: String,
    /// When the entry was last changed before the form was shown.
    pub(super) changed_at: String,
    pub(super) key: String,
}

/// When an entry was last changed, as a form carries it.
pub(super) fn stamp(changed_at: DateTime<Utc>) -> String {
    changed_at.to_rfc3339_opts(SecondsFormat::Micros, true)
}

/// The name by which a form means an organization.
pub(super) fn called(organization: &Organization) -> String {
    organization.name(Language::Finnish).text.to_owned()
}

impl Typed {
    pub(super) fn of(entry: &Negotiation, organization: Option<&Organization>, today: NaiveDate) -> Self {
        Typed {
            name: entry.name.clone(),
            organization: organization.map(called).unwrap_or_default(),
            contact_name: entry.contact.name.clone(),
            contact_phone: entry.contact.phone.clone(),
            contact_email: entry.contact.email.clone(),
            reason: entry.reason.clone(),
            keeper: entry.keeper_name.clone(),
            stage: entry.stage.code().to_owned(),
            next_step: entry.next_step.clone(),
            next_day: entry.next_day.map(|day| day.to_string()).unwrap_or_default(),
            note: String::new(),
            day: today.to_string(),
            changed_at: stamp(entry.changed_at),
            key: form::new_key(),
        }
    }
}

/// Reads what was typed, field by field, and gathers what is wrong with it.
pub(super) struct Reader<'a> {
    ui: &'a Ui,
    pub(super) problems: Problems,
}

impl<'a> Reader<'a> {
    pub(super) fn new(ui: &'a Ui) -> Self {
        Reader { ui, problems: Problems::default() }
    }

    /// A text of at most so many characters.
    pub(super) fn text(&mut self, field: &'static str, typed: &str, longest: usize) -> String {
        let value = text::without_controls(&typed.replace('\r', ""));
        if value.chars().count() > longest {
            self.problems.add(field, self.ui.count("negotiations-problem-long", longest));
        }
        if text::holds_identity_code(&value) {
            self.problems.add(field, self.ui.t("problem-identity-code"));
        }
        value
    }

    /// A text in one line.
    fn line(&mut self, field: &'static str, typed: &str) -> String {
        self.text(field, &typed.replace('\n', " "), LONGEST_LINE)
    }

    pub(super) fn day(&mut self, field: &'static str, typed: &str) -> Option<NaiveDate> {
        let found = model::day(typed);
        if found.is_none() && !typed.trim().is_empty() {
            self.problems.add(field, self.ui.t("negotiations-problem-day"));
        }
        found
    }

    /// What an entry's form says of the provider.
    pub(super) async fn provider(&mut self, tx: &mut Tx, typed: &Typed, known: &Negotiation) -> Result<Negotiation> {
        let name = self.line("name", &typed.name);
        if name.is_empty() {
            self.problems.add("name", self.ui.t("negotiations-problem-name"));
        }
        let organization_id = self.organization(tx, &typed.organization, known).await?;
        let contact_name = self.line("contact_name", &typed.contact_name);
        let phone = self.line("contact_phone", &typed.contact_phone);
        if !phone.is_empty() && !is_phone(&phone) {
            self.problems.add("contact_phone", self.ui.t("call-problem-phone"));
        }
        let email = self.line("contact_email", &typed.contact_email);
        if !email.is_empty() && !is_email(&email) {
            self.problems.add("contact_email", self.ui.t("negotiations-problem-email"));
        }
        Ok(Negotiation {
            name,
            organization_id,
            contact: Contact { name: contact_name, phone, email },
            reason: self.text("reason", &typed.reason, LONGEST_REASON),
            keeper_name: self.line("keeper", &typed.keeper),
            ..known.clone()
        })
    }

    async fn organization(&mut self, tx: &mut Tx, typed: &str, known: &Negotiation) -> Result<Option<String>> {
        let typed = self.line("organization", typed);
        if typed.is_empty() {
            return Ok(None);
        }
        let found = store::organizations_called(tx, &typed).await?;
        // Of two with one name the one that was chosen before is meant again.
        if let Some(same) = known.organization_id.as_ref().filter(|id| found.contains(id)) {
            return Ok(Some(same.clone()));
        }
        match found.as_slice() {
            [one] => return Ok(Some(one.clone())),
            [] => self.problems.add("organization", self.ui.t("negotiations-problem-organization")),
            _ => self.problems.add("organization", self.ui.t("negotiations-problem-two")),
        }
        Ok(None)
    }

    /// How far it is and what happens next.
    pub(super) async fn onward(&mut self, tx: &mut Tx, typed: &Typed, known: Negotiation) -> Result<Negotiation> {
        let stage = Stage::of(&typed.stage);
        match stage {
            None => self.problems.add("stage", self.ui.t("negotiations-problem-stage")),
            Some(Stage::OnTray) if known.stage != Stage::OnTray && !is_on_tray(tx, &known).await? => {
                self.problems.add("stage", self.ui.t("negotiations-problem-on-tray"));
            }
            Some(_) => {}
        }
        Ok(Negotiation {
            stage: stage.unwrap_or_default(),
            next_step: self.line("next_step", &typed.next_step),
            next_day: self.day("next_day", &typed.next_day),
            ..known
        })
    }
}

/// Whether something of the provider can be found on the tray.
pub(super) async fn is_on_tray(tx: &mut Tx, entry: &Negotiation) -> Result<bool> {
    let Some(id) = &entry.organization_id else { return Ok(false) };
    let filter = ActivityFilter { organization_id: Some(id.clone()), ..ActivityFilter::default() };
    Ok(activities::store::count(tx, &filter).await? > 0)
}

/// The names of organizations that a form offers.
pub(super) async fn offered(tx: &mut Tx) -> Result<Vec<String>> {
    let page = organizations::store::page(tx, &OrganizationFilter::default(), OFFERED, 0).await?;
    Ok(page.iter().map(called).collect())
}
