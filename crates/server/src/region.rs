//! What a region decides for itself: its name, the phone number on every page, who answers for accessibility.

use std::collections::BTreeMap;

use db::{Result, Tx, sql};

use crate::i18n::Language;
use crate::reference;
use crate::steps::store::Steps;

/// The names under which a region's settings are kept, and what each is for.
pub const SETTINGS: [&str; 11] = [
    // The name of the service on this site: "Lahden seudun tarjotin".
    "brand",
    // The name of the area: "Lahden seutu", and where: "Lahden seudulla".
    "area",
    "area_in",
    // The number a resident may call, and when somebody answers.
    "phone",
    "phone_hours",
    // The shared mail box.
    "email",
    // Who keeps the service.
    "keeper",
    // The supervisor named in the accessibility statement.
    "supervisor",
    // The day the accessibility statement was last reviewed, and by whom.
    "accessibility_reviewed",
    // Codes of the region's municipalities, blanks between: the map and the list of areas.
    "municipalities",
    // A sentence shown on the front page under the name.
    "greeting",
];

/// A region's settings and steps, read once and again when they change.
#[derive(Debug, Clone, Default)]
pub struct Region {
    values: BTreeMap<(String, String), String>,
    /// The step model in every language.
    pub steps: Steps,
    /// Made once for each database; tells one from another.
    pub instance: String,
}

#[derive(sqlx::FromRow)]
struct Row {
    name: String,
    language: String,
    value: String,
}

impl Region {
    /// A setting for a reader: in their language, else in Finnish, else ''.
    pub fn get(&self, name: &str, language: Language) -> &str {
        language
            .fallbacks()
            .iter()
            .find_map(|tag| self.values.get(&(name.to_owned(), (*tag).to_owned())))
            .map_or("", String::as_str)
    }

    /// A setting, or the words the product ships for it (`region-…`).
    pub fn or_shipped(&self, name: &str, language: Language) -> String {
        match self.get(name, language) {
            "" => language.t(&format!("region-{}", name.replace('_', "-"))).into_owned(),
            value => value.to_owned(),
        }
    }

    /// The codes of the region's municipalities; all of the country when none were chosen.
    pub fn municipalities(&self) -> Vec<&str> {
        self.get("municipalities", Language::Finnish).split_whitespace().collect()
    }

    /// Whether a municipality is one of the region's.
    pub fn has_municipality(&self, code: &str) -> bool {
        let chosen = self.municipalities();
        if chosen.is_empty() { reference::municipality(code).is_some() } else { chosen.contains(&code) }
    }
}

/// Reads the region's settings, and makes the instance's name the first time.
pub async fn load(tx: &mut Tx) -> Result<Region> {
    let rows: Vec<Row> = tx.all(sql("SELECT name, language, value FROM region_settings")).await?;
    let values: BTreeMap<_, _> = rows.into_iter().map(|row| ((row.name, row.language), row.value)).collect();
    let instance = values.get(&("instance".to_owned(), String::new())).cloned().unwrap_or_default();
    Ok(Region { values, steps: crate::steps::store::load(tx).await?, instance })
}

/// Names the database once, so that a search index made from another one is not taken for its own.
pub async fn name_instance(tx: &mut Tx) -> Result<()> {
    tx.execute(
        sql("INSERT INTO region_settings (name, language, value) VALUES ('instance', '', ?) ON CONFLICT (name, language) DO NOTHING")
            .bind(db::new_id()),
    )
    .await?;
    Ok(())
}

/// Sets one setting in one language.
pub async fn set(tx: &mut Tx, name: &str, language: &str, value: &str) -> Result<()> {
    tx.execute(
        sql("INSERT INTO region_settings (name, language, value) VALUES (?, ?, ?) ON CONFLICT (name, language) DO UPDATE SET value = excluded.value")
            .bind(name)
            .bind(language)
            .bind(value),
    )
    .await?;
    Ok(())
}
