//! Gathers what counts as one word of the query.

use super::{Alternative, QueryWord};
use crate::analysis::{
    Analyser, BACKWARDS, FinnishWord, HEAD, Language, Level, MODIFIER, ROOT, SHORTEST_END, WEAK, backwards, folded,
    marked, stem,
};
use crate::finding::vocabulary::Vocabulary;
use crate::finding::weights;
use crate::{How, Result};

/// Fewer letters than this begin names of too many things.
const LEAST_OF_NAME: usize = 5;
/// Letters that begin the names of more things than this say little.
const MOST_NAMES: usize = 4;
/// Words that begin with what was typed are worth looking for up to so many.
const MOST_BEGINNINGS: usize = 32;

/// What counts as one word of the query, as far as it is gathered.
pub(super) struct Alternatives<'a> {
    vocabulary: Vocabulary<'a>,
    analyser: &'a Analyser,
    whole: Vec<Alternative>,
    parts: Vec<Vec<Alternative>>,
}

impl<'a> Alternatives<'a> {
    pub(super) fn new(vocabulary: Vocabulary<'a>, analyser: &'a Analyser) -> Alternatives<'a> {
        Alternatives { vocabulary, analyser, whole: Vec::new(), parts: Vec::new() }
    }

    /// The word itself in all its forms, as far as they are in the index. In a phrase that means something of its own
    /// only the word as such counts, and less: "loppu" in "rahat loppu" is no "viikonloppu".
    pub(super) fn word(&mut self, word: &QueryWord, reader: Language, in_phrase: bool) -> Result<()> {
        if in_phrase {
            self.forms(&word.word.raw, &word.finnish, &word.languages, reader, weights::IN_PHRASE, None)?;
            self.whole.retain(|alternative| alternative.level != Level::Part);
            return Ok(());
        }
        self.forms(&word.word.raw, &word.finnish, &word.languages, reader, 1.0, None)?;
        let raw = &word.word.raw;
        let letters = raw.chars().count();
        if word.unfinished && letters >= 2 {
            self.beginnings(raw, weights::TYPED_PREFIX)?;
        } else if letters >= 4 && !word.function {
            self.beginnings(
                raw,
                if self.is_known() || word.finnish.known { weights::PREFIX_OF_KNOWN } else { weights::PREFIX },
            )?;
        }
        if !word.unfinished && word.languages.contains(&Language::Finnish) {
            self.endings(&word.finnish.stem)?;
        }
        let pieces: Vec<&str> = word.word.pieces.iter().map(String::as_str).collect();
        self.compound(&word.finnish, &pieces)
    }

    /// The forms of a word, each counting `factor` times what it is worth; `how` when they are all the same way related to what was typed.
    pub(super) fn forms(
        &mut self,
        raw: &str,
        finnish: &FinnishWord,
        languages: &[Language],
        reader: Language,
        factor: f32,
        how: Option<How>,
    ) -> Result<()> {
        let how = |own: How| how.unwrap_or(own);
        self.add(Level::Raw, raw.into(), factor * weights::EXACT, how(How::Exact))?;
        for base in &finnish.bases {
            self.add(Level::Base, base.clone(), factor * weights::BASE, how(How::Base))?;
            self.add(Level::Part, marked(HEAD, base), factor * weights::HEAD, how(How::CompoundPart))?;
            self.add(Level::Part, marked(MODIFIER, base), factor * weights::MODIFIER, how(How::CompoundPart))?;
            self.add(Level::Part, marked(ROOT, base), factor * weights::ROOT, how(How::CompoundPart))?;
        }
        for root in &finnish.roots {
            self.add(Level::Base, root.clone(), factor * weights::ROOT, how(How::CompoundPart))?;
            self.add(Level::Part, marked(ROOT, root), factor * weights::SAME_ROOT, how(How::CompoundPart))?;
        }
        let has_bases = self.whole.iter().any(|alternative| alternative.level == Level::Base);
        for language in languages {
            let (stem, worth) = match language {
                // The base forms say it better, and a stem is in as many documents.
                Language::Finnish if finnish.known && has_bases => continue,
                Language::Finnish if finnish.known => (finnish.stem.clone(), weights::STEM_OF_KNOWN),
                Language::Finnish => (finnish.stem.clone(), weights::STEM),
                _ => (stem(raw, *language), if *language == reader { weights::STEM } else { weights::OTHER_STEM }),
            };
            if stem.chars().count() >= 2 {
                self.add(Level::Stem, marked(language.mark(), &stem), factor * worth, how(How::Stem))?;
            }
        }
        let plain = folded(raw);
        if raw.chars().count() >= 4 || plain.is_some() {
            let plain_word = plain.clone().unwrap_or_else(|| raw.to_owned());
            if plain.is_some() {
                self.add(Level::Raw, plain_word.clone(), factor * weights::FOLDED, how(How::Folded))?;
            }
            self.add(Level::Fold, plain_word, factor * weights::FOLDED, how(How::Folded))?;
        }
        Ok(())
    }

    /// Two words of the query as one: "ruoka kurssi" → "ruokakurssi".
    pub(super) fn joined(&mut self, one: &QueryWord, other: &QueryWord) -> Result<()> {
        if one.function || other.function {
            return Ok(());
        }
        let together = format!("{}{}", one.word.raw, other.word.raw);
        let finnish = self.analyser.finnish_word(&together);
        self.add(Level::Raw, together, weights::JOINED, How::CompoundPart)?;
        for base in &finnish.bases {
            self.add(Level::Base, base.clone(), weights::JOINED, How::CompoundPart)?;
        }
        if !finnish.known {
            self.add(
                Level::Stem,
                marked(Language::Finnish.mark(), &finnish.stem),
                weights::JOINED * weights::STEM,
                How::CompoundPart,
            )?;
        }
        Ok(())
    }

    /// What is called by names that begin so, where they leave little doubt what is meant.
    pub(super) fn begun(&mut self, word: &QueryWord, reader: Language) -> Result<()> {
        let letters = &word.word.raw;
        let complete = !word.unfinished && (word.finnish.known || self.is_known());
        if complete || word.function || letters.chars().count() < LEAST_OF_NAME {
            return Ok(());
        }
        let begun = self.analyser.mentions().begun(letters);
        if begun.len() <= MOST_NAMES {
            for (concept, share) in begun {
                self.concept(concept, reader, weights::TYPED_PREFIX * (0.6 + 0.4 * share))?;
            }
        }
        Ok(())
    }

    /// What else is called so, what is wider and what is near; what the reader can read first. Each counts `factor` times
    /// what it is worth.
    pub(super) fn concept(&mut self, concept: u32, reader: Language, factor: f32) -> Result<()> {
        let mentions = self.analyser.mentions();
        let id = mentions.id(concept);
        for (language, worth) in [(reader, weights::CONCEPT), (Language::Finnish, weights::CONCEPT_IN_FINNISH)] {
            let token = marked(language.mark().to_ascii_uppercase(), id);
            self.add(Level::Concept, token, factor * worth, How::Concept)?;
        }
        self.add(Level::Concept, id.to_owned(), factor * weights::CONCEPT_IN_OTHERS, How::Concept)?;
        self.add(Level::Concept, marked(WEAK, id), factor * weights::WEAK_CONCEPT, How::Concept)?;
        for broader in mentions.broader(concept) {
            self.add(Level::Concept, mentions.id(*broader).to_owned(), factor * weights::BROADER, How::Concept)?;
        }
        for related in mentions.related(concept) {
            self.add(Level::Concept, mentions.id(*related).to_owned(), factor * weights::RELATED, How::Concept)?;
        }
        Ok(())
    }

    /// What helps in a situation, so that who tells it need not know what to ask for; what helps most is named first.
    pub(super) fn help(&mut self, situation: u32, worth: f32) -> Result<()> {
        let mentions = self.analyser.mentions();
        let mut worth = worth;
        for help in mentions.helped_by(situation) {
            self.add(Level::Concept, mentions.id(*help).to_owned(), worth, How::Concept)?;
            worth *= weights::NEXT_HELP;
        }
        Ok(())
    }

    /// The word in titles and keywords only.
    pub(super) fn in_titles(&mut self, word: &QueryWord) -> Result<()> {
        self.add(Level::Title, word.word.raw.clone(), weights::EXACT, How::Exact)?;
        for base in &word.finnish.bases {
            self.add(Level::Title, base.clone(), weights::BASE, How::Base)?;
        }
        if word.unfinished {
            for (beginning, _) in self.vocabulary.beginning_with(Level::Title, &word.word.raw, MOST_BEGINNINGS)? {
                self.add(Level::Title, beginning, weights::TYPED_PREFIX, How::Prefix)?;
            }
        }
        Ok(())
    }

    /// Compounds that no dictionary took apart and that end so.
    fn endings(&mut self, stem: &str) -> Result<()> {
        if stem.chars().count() < SHORTEST_END {
            return Ok(());
        }
        let letters = marked(BACKWARDS, &backwards(stem));
        for (word, _) in self.vocabulary.beginning_with(Level::Part, &letters, MOST_BEGINNINGS)? {
            self.add(Level::Part, word, weights::ENDING, How::CompoundPart)?;
        }
        Ok(())
    }

    /// Words that begin so; the more of them was typed, the more they count.
    fn beginnings(&mut self, letters: &str, worth: f32) -> Result<()> {
        let typed = letters.chars().count() as f32;
        for level in [Level::Raw, Level::Base] {
            for (word, _) in self.vocabulary.beginning_with(level, letters, MOST_BEGINNINGS)? {
                let share = typed / word.chars().count() as f32;
                self.add(level, word, worth * (0.6 + 0.4 * share), How::Prefix)?;
            }
        }
        Ok(())
    }

    /// What counts as the parts of a compound that the index may only have apart.
    fn compound(&mut self, finnish: &FinnishWord, pieces: &[&str]) -> Result<()> {
        // Of "tieto", "kone" and "tietokone" the longest say the most.
        let head = finnish.heads.iter().max_by_key(|head| head.len());
        let modifier = finnish.modifiers.iter().max_by_key(|modifier| modifier.len());
        let parts: Vec<&str> = match (head, modifier) {
            (Some(head), Some(modifier)) if head.len() > modifier.len() => {
                vec![modifier, finnish.heads.first().unwrap_or(head)]
            }
            (Some(_), Some(modifier)) => {
                finnish.heads.first().into_iter().chain([modifier]).map(String::as_str).collect()
            }
            _ => pieces.to_vec(),
        };
        for part in parts {
            self.part(part)?;
        }
        Ok(())
    }

    fn part(&mut self, part: &str) -> Result<()> {
        let finnish = self.analyser.finnish_word(part);
        let mut inner = Alternatives::new(self.vocabulary, self.analyser);
        inner.forms(part, &finnish, &[Language::Finnish], Language::Finnish, 1.0, Some(How::CompoundPart))?;
        self.parts.push(inner.whole);
        Ok(())
    }

    /// Without a dictionary a compound is taken apart where both sides are words of the index.
    pub(super) fn vocabulary_parts(&mut self, word: &QueryWord) -> Result<()> {
        let raw = &word.word.raw;
        if word.finnish.known || !self.parts.is_empty() || !word.languages.contains(&Language::Finnish) {
            return Ok(());
        }
        let mut best: Option<(u32, usize)> = None;
        for (at, _) in raw.char_indices().filter(|(at, _)| *at >= 3 && raw.len() - at >= 3) {
            let (one, other) = raw.split_at(at);
            if one.chars().count() < 3 || other.chars().count() < 3 {
                continue;
            }
            let (Some(one), Some(other)) = (self.documents_with(one)?, self.documents_with(other)?) else { continue };
            best = best.max(Some((one.min(other), at)));
        }
        if let Some((_, at)) = best {
            let (one, other) = raw.split_at(at);
            self.part(one)?;
            self.part(other)?;
        }
        Ok(())
    }

    fn documents_with(&self, word: &str) -> Result<Option<u32>> {
        if let Some(found) = self.vocabulary.find(Level::Raw, word)? {
            return Ok(Some(found.documents));
        }
        let stem = marked(Language::Finnish.mark(), &stem(word, Language::Finnish));
        Ok(self.vocabulary.find(Level::Stem, &stem)?.map(|found| found.documents))
    }

    fn add(&mut self, level: Level, token: String, weight: f32, how: How) -> Result<()> {
        if let Some(known) = self.whole.iter_mut().find(|known| known.level == level && known.token == token) {
            if weight > known.weight {
                (known.weight, known.how) = (weight, how);
            }
            return Ok(());
        }
        if let Some(found) = self.vocabulary.find(level, &token)? {
            self.whole.push(Alternative { level, token, weight, how, found });
        }
        Ok(())
    }

    /// Whether the index has the word, or one that it is a form or a part of.
    pub(super) fn is_known(&self) -> bool {
        self.whole.iter().any(|alternative| {
            matches!(alternative.how, How::Exact | How::Base | How::CompoundPart | How::Concept)
                || alternative.how == How::Stem && alternative.weight > weights::STEM_OF_KNOWN
        })
    }

    /// Whether the index has anything for the word.
    pub(super) fn is_found(&self) -> bool {
        !self.whole.is_empty()
    }

    pub(super) fn has_parts(&self) -> bool {
        self.parts.iter().any(|part| !part.is_empty())
    }

    /// In how many documents the most frequent of the good alternatives is.
    pub(super) fn common(&self) -> u32 {
        let documents = |alternative: &&Alternative| alternative.weight >= 0.5;
        self.whole.iter().filter(documents).map(|alternative| alternative.found.documents).max().unwrap_or_default()
    }

    /// All of it; rare parts have the greater share of a compound.
    pub(super) fn done(self, documents: usize) -> (Vec<Alternative>, Vec<(f32, Vec<Alternative>)>) {
        if self.parts.iter().all(Vec::is_empty) {
            return (self.whole, Vec::new());
        }
        let rarity = |part: &Vec<Alternative>| {
            weights::rarity(
                part.iter().map(|alternative| alternative.found.documents).max().unwrap_or_default(),
                documents,
            )
        };
        let sum: f32 = self.parts.iter().map(rarity).sum();
        let parts = self
            .parts
            .into_iter()
            .map(|part| (rarity(&part) / sum, part))
            .filter(|(_, part)| !part.is_empty())
            .collect();
        (self.whole, parts)
    }
}
