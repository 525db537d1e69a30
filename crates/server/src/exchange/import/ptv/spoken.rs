//! What a service says, with what its general description says.

use std::collections::BTreeSet;

use super::super::checks;
use super::super::json::fields::{Object, objects, text};
use super::super::json::telling::Telling;
use super::said::{self, LONGEST_NAME, LONGEST_TEXT, Said};
use crate::activities::model::ActivityText;
use crate::text::Texts;

const PARAGRAPH: &str = "\n\n";
const COMMA: &str = ", ";

/// The texts of a service or a general description.
#[derive(Debug, Default)]
pub(super) struct Spoken {
    pub(super) names: Said,
    pub(super) summaries: Said,
    pub(super) descriptions: Said,
    pub(super) instructions: Said,
    pub(super) charges: Said,
    pub(super) keywords: Said,
}

impl Spoken {
    pub(super) fn read(telling: &mut Telling<'_>, record: &Object, names: &str, descriptions: &str) -> Self {
        let mut of = |list: &str, kind: &str, most| said::of_type(telling, record, list, kind, most);
        let (found, others) = (of(names, "Name", LONGEST_NAME), of(names, "AlternativeName", LONGEST_NAME));
        let mut spoken = Spoken {
            names: found,
            summaries: of(descriptions, "Summary", LONGEST_TEXT),
            descriptions: of(descriptions, "Description", LONGEST_TEXT),
            instructions: of(descriptions, "UserInstruction", LONGEST_TEXT),
            charges: of(descriptions, "ChargeTypeAdditionalInfo", LONGEST_TEXT),
            ..Spoken::default()
        };
        for kind in ["DeadLine", "ProcessingTime", "ValidityTime"] {
            let said = said::of_type(telling, record, descriptions, kind, LONGEST_TEXT);
            said.iter().for_each(|(language, words)| said::add(&mut spoken.descriptions, language, words, PARAGRAPH));
        }
        // Who may come stands before how to come.
        let mut instructions = said::joined(telling, record, "requirements", PARAGRAPH);
        spoken
            .instructions
            .iter()
            .for_each(|(language, words)| said::add(&mut instructions, language, words, PARAGRAPH));
        spoken.instructions = instructions;
        spoken.keywords = said::joined(telling, record, "keywords", COMMA);
        others.iter().for_each(|(language, words)| said::add(&mut spoken.keywords, language, words, COMMA));
        // Subjects of the national ontology: words people may search with.
        for (_, term) in objects(record, "ontologyTerms") {
            for (_, name) in objects(term, "name") {
                if let Some(language) = said::code_of(text(name, "language")) {
                    said::add(&mut spoken.keywords, &language, text(name, "value"), COMMA);
                }
            }
        }
        spoken
    }

    /// With what a general description says: its words stand first, as on the pages of the catalogue.
    pub(super) fn with(mut self, general: &Spoken) -> Self {
        let before = |own: &mut Said, general: &Said| {
            for (language, words) in general {
                let said = own.remove(language).unwrap_or_default();
                said::add(own, language, words, PARAGRAPH);
                said::add(own, language, &said, PARAGRAPH);
            }
        };
        before(&mut self.descriptions, &general.descriptions);
        before(&mut self.instructions, &general.instructions);
        before(&mut self.charges, &general.charges);
        for (own, general) in [(&mut self.names, &general.names), (&mut self.summaries, &general.summaries)] {
            general.iter().filter(|(_, words)| !words.is_empty()).for_each(|(language, words)| {
                own.entry(language.clone()).or_insert_with(|| words.clone());
            });
        }
        for (language, words) in &general.keywords {
            words.split(COMMA).for_each(|word| said::add(&mut self.keywords, language, word, COMMA));
        }
        self
    }

    pub(super) fn texts(&self) -> Texts<ActivityText> {
        let all = [&self.names, &self.summaries, &self.descriptions, &self.instructions, &self.charges];
        let languages: BTreeSet<&String> = all.into_iter().flat_map(Said::keys).collect();
        let mut texts = Texts::new();
        for language in languages {
            let of = |said: &Said| said.get(language).cloned().unwrap_or_default();
            let text = ActivityText {
                name: of(&self.names),
                summary: of(&self.summaries),
                description: checks::within(of(&self.descriptions), LONGEST_TEXT).0,
                how_to_join: checks::within(of(&self.instructions), LONGEST_TEXT).0,
                price_note: checks::within(of(&self.charges), LONGEST_TEXT).0,
                keywords: checks::within(of(&self.keywords), LONGEST_TEXT).0,
                ..ActivityText::default()
            };
            texts.insert(language.clone(), text);
        }
        texts
    }
}
