//! The names of the steps in the database.

use std::collections::BTreeMap;

use db::{Result, Tx, sql};

use crate::i18n::Language;

/// A step as a reader sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// 1–5.
    pub number: u8,
    /// Its name.
    pub name: String,
    /// What it is, in a sentence or two.
    pub description: String,
}

/// How many steps the model has (T3).
pub const COUNT: u8 = 5;

/// The steps of the region in every language.
#[derive(Debug, Clone, Default)]
pub struct Steps(BTreeMap<(Language, u8), Step>);

#[derive(sqlx::FromRow)]
struct Row {
    number: i64,
    language: String,
    name: String,
    description: String,
}

impl Steps {
    /// The five steps for a reader.
    pub fn of(&self, language: Language) -> impl Iterator<Item = &Step> {
        (1..=COUNT).filter_map(move |number| self.get(number, language))
    }

    /// One step for a reader.
    pub fn get(&self, number: u8, language: Language) -> Option<&Step> {
        self.0.get(&(language, number))
    }

    /// The name of a step, '' when there is no such step.
    pub fn name(&self, number: u8, language: Language) -> &str {
        self.get(number, language).map_or("", |step| step.name.as_str())
    }
}

/// Reads the steps: what the region has written over what the product ships.
pub async fn load(tx: &mut Tx) -> Result<Steps> {
    let mut steps = BTreeMap::new();
    for language in Language::ALL {
        for number in 1..=COUNT {
            let name = language.t(&format!("step-{number}")).into_owned();
            let description = language.t(&format!("step-{number}-description")).into_owned();
            steps.insert((language, number), Step { number, name, description });
        }
    }
    let rows: Vec<Row> = tx.all(sql("SELECT number, language, name, description FROM steps ORDER BY number")).await?;
    for row in rows {
        let language = Language::ALL.into_iter().find(|language| language.code() == row.language);
        if let (Some(language), Ok(number)) = (language, u8::try_from(row.number)) {
            steps.insert((language, number), Step { number, name: row.name, description: row.description });
        }
    }
    Ok(Steps(steps))
}

/// Names a step for this region.
pub async fn rename(tx: &mut Tx, number: u8, language: Language, name: &str, description: &str) -> Result<()> {
    tx.execute(
        sql("INSERT INTO steps (number, language, name, description) VALUES (?, ?, ?, ?) ON CONFLICT (number, language) DO UPDATE SET name = excluded.name, description = excluded.description")
            .bind(i64::from(number))
            .bind(language.code())
            .bind(name)
            .bind(description),
    )
    .await?;
    Ok(())
}
