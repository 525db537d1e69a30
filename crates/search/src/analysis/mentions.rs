//! Which concepts a text mentions: by word forms, the longest phrase first.

use super::language::{Language, is_function_word, turns_meaning};
use super::text::{Word, words};
use super::{Analyser, as_written};
use crate::concepts::{Concept, Concepts};
use std::collections::HashMap;

/// The labels of all concepts, ready to be found.
#[derive(Default)]
pub(crate) struct Mentions {
    labels: Vec<Label>,
    // The labels that contain a word with this key.
    by_key: HashMap<String, Vec<u32>>,
    // Labels of one word with their concepts, in alphabetical order: for words that are still being typed.
    single: Vec<(String, u32)>,
    // Concepts by number: their ids, and the numbers of what they point to.
    ids: Vec<String>,
    broader: Vec<Vec<u32>>,
    related: Vec<Vec<u32>>,
    helped_by: Vec<Vec<u32>>,
    // The concepts linked to a code, by list and code.
    linked: HashMap<String, HashMap<String, Vec<u32>>>,
}

/// What a concept is called, each word by its keys.
struct Label {
    concept: u32,
    words: Vec<Vec<String>>,
    /// Words to look past that must stand near by all the same: without them "haluan kuolla" would be "kuolla".
    beside: Vec<Vec<String>>,
}

/// A word of a text as labels are compared with it.
#[derive(Debug, Clone, Default)]
pub(crate) struct Heard {
    /// What identifies it across its forms.
    pub(crate) keys: Vec<String>,
    /// Whether it only holds the sentence together.
    pub(crate) passed: bool,
}

impl Heard {
    /// A word of a text in a language.
    pub(crate) fn new(word: &Word, language: Language, analyser: &Analyser) -> Heard {
        Heard { keys: analyser.keys(word, language), passed: is_function_word(&word.raw) && !turns_meaning(&word.raw) }
    }
}

/// A concept and the words that name it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Mention {
    pub(crate) concept: u32,
    /// Positions of the words in the text, ascending.
    pub(crate) words: Vec<usize>,
}

impl Mentions {
    pub(crate) fn new(concepts: &Concepts, analyser: &Analyser) -> Mentions {
        let mut mentions = Mentions::default();
        let numbers: HashMap<&str, u32> =
            (0..).zip(concepts.list()).map(|(number, concept)| (concept.id.as_str(), number)).collect();
        let numbered = |ids: &[String]| ids.iter().filter_map(|id| numbers.get(id.as_str()).copied()).collect();
        for (number, concept) in (0..).zip(concepts.list()) {
            mentions.ids.push(concept.id.clone());
            mentions.broader.push(numbered(&concept.broader));
            mentions.related.push(numbered(&concept.related));
            mentions.helped_by.push(numbered(&concept.helped_by));
            for (list, codes) in &concept.links {
                let list = mentions.linked.entry(list.clone()).or_default();
                for code in codes {
                    list.entry(code.clone()).or_default().push(number);
                }
            }
            for (label, language) in labels(concept) {
                mentions.add(number, label, language, analyser);
            }
        }
        mentions.single.sort_unstable();
        mentions.single.dedup();
        mentions
    }

    fn add(&mut self, concept: u32, label: &str, language: Language, analyser: &Analyser) {
        let all = words(label);
        let telling: Vec<&Word> =
            all.iter().filter(|word| !is_function_word(&word.raw) || turns_meaning(&word.raw)).collect();
        let telling = if telling.is_empty() { all.iter().collect() } else { telling };
        let words: Vec<Vec<String>> = match all.as_slice() {
            // "Yksikseen" is no "yksi", and "kalalla" no "kala".
            [only] if language == Language::Finnish && analyser.is_inflected(only) => vec![vec![as_written(&only.raw)]],
            _ => telling.iter().map(|word| analyser.label_keys(word, language)).collect(),
        };
        let is_beside = |word: &&Word| telling.len() == 1 && !telling.contains(word);
        let beside = all.iter().filter(is_beside).map(|word| analyser.keys(word, language)).collect();
        if words.is_empty() {
            return;
        }
        if let [only] = all.as_slice() {
            self.single.push((only.raw.clone(), concept));
        }
        let number = self.labels.len() as u32;
        for key in words.iter().flatten() {
            let labels = self.by_key.entry(key.clone()).or_default();
            if labels.last() != Some(&number) {
                labels.push(number);
            }
        }
        self.labels.push(Label { concept, words, beside });
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.labels.is_empty()
    }

    pub(crate) fn id(&self, concept: u32) -> &str {
        &self.ids[concept as usize]
    }

    pub(crate) fn broader(&self, concept: u32) -> &[u32] {
        &self.broader[concept as usize]
    }

    pub(crate) fn related(&self, concept: u32) -> &[u32] {
        &self.related[concept as usize]
    }

    /// What helps in a situation, the most helpful first.
    pub(crate) fn helped_by(&self, concept: u32) -> &[u32] {
        &self.helped_by[concept as usize]
    }

    /// The concepts whose names of one word begin with some letters and go on, each with the share of its shortest such name
    /// that was typed.
    pub(crate) fn begun(&self, letters: &str) -> Vec<(u32, f32)> {
        let first = self.single.partition_point(|(label, _)| label.as_str() <= letters);
        let typed = letters.chars().count() as f32;
        let mut begun: Vec<(u32, f32)> = Vec::new();
        for (label, concept) in self.single[first..].iter().take_while(|(label, _)| label.starts_with(letters)) {
            let share = typed / label.chars().count() as f32;
            match begun.iter_mut().find(|(known, _)| known == concept) {
                Some((_, most)) => *most = most.max(share),
                None => begun.push((*concept, share)),
            }
        }
        begun
    }

    /// The concepts that a code of a list stands for.
    pub(crate) fn linked(&self, list: &str, code: &str) -> &[u32] {
        self.linked.get(list).and_then(|codes| codes.get(code)).map_or(&[], Vec::as_slice)
    }

    /// The concepts that some words mention. The words of a label may stand in any order
    /// with one other word between ("kuoli vaimoni", "vaimo yllättäen kuoli"). A word that belongs to a longer label does not also stand for a shorter one: "vaimo kuoli"
    /// is not about wives.
    pub(crate) fn find(&self, heard: &[Heard]) -> Vec<Mention> {
        if self.labels.is_empty() {
            return Vec::new();
        }
        let mut found: Vec<(usize, Mention)> = Vec::new();
        let telling: Vec<usize> = (0..heard.len()).filter(|at| !heard[*at].passed).collect();
        for (nth, at) in telling.iter().enumerate() {
            for key in &heard[*at].keys {
                for number in self.by_key.get(key).into_iter().flatten() {
                    let label = &self.labels[*number as usize];
                    let reach =
                        &telling[nth..telling.len().min(nth + label.words.len() + usize::from(label.words.len() > 1))];
                    if let Some(words) = match_label(label, reach, heard) {
                        let mention = (label.words.len(), Mention { concept: label.concept, words });
                        if !found.contains(&mention) {
                            found.push(mention);
                        }
                    }
                }
            }
        }
        let longer: Vec<Mention> = found.iter().map(|(_, mention)| mention.clone()).collect();
        found.retain(|(length, mention)| {
            !longer
                .iter()
                .any(|other| other.words.len() > *length && mention.words.iter().all(|word| other.words.contains(word)))
        });
        let mut mentions: Vec<Mention> = found.into_iter().map(|(_, mention)| mention).collect();
        mentions.sort_by(|one, other| {
            (other.words.len(), &one.words, one.concept).cmp(&(one.words.len(), &other.words, other.concept))
        });
        mentions.dedup();
        mentions
    }
}

/// How far from a label's own word the words beside it may be.
const BESIDE: usize = 2;

/// Whether every word of the label is among the words in reach, the first of them included (otherwise a later start finds it).
fn match_label(label: &Label, reach: &[usize], heard: &[Heard]) -> Option<Vec<usize>> {
    let mut taken: Vec<usize> = Vec::with_capacity(label.words.len());
    for wanted in &label.words {
        let at =
            reach.iter().find(|at| !taken.contains(at) && heard[**at].keys.iter().any(|key| wanted.contains(key)))?;
        taken.push(*at);
    }
    taken.sort_unstable();
    let (first, last) = (*taken.first()?, *taken.last()?);
    let near = &heard[first.saturating_sub(BESIDE)..heard.len().min(last + BESIDE + 1)];
    for wanted in &label.beside {
        near.iter().find(|word| word.keys.iter().any(|key| wanted.contains(key)))?;
    }
    (taken.first() == reach.first()).then_some(taken)
}

/// Every label of a concept with its language.
fn labels(concept: &Concept) -> impl Iterator<Item = (&str, Language)> {
    [
        (&concept.fi, Language::Finnish),
        (&concept.colloquial, Language::Finnish),
        (&concept.phrases, Language::Finnish),
        (&concept.selko, Language::Finnish),
        (&concept.sv, Language::Swedish),
        (&concept.en, Language::English),
        (&concept.ru, Language::Russian),
        (&concept.uk, Language::Ukrainian),
        (&concept.ar, Language::Arabic),
        (&concept.so, Language::Somali),
    ]
    .into_iter()
    .flat_map(|(labels, language)| labels.iter().map(move |label| (label.as_str(), language)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn analyser() -> Analyser {
        Analyser::new(None).with_concepts(Concepts::new(vec![
            Concept { id: "widowed".into(), phrases: vec!["vaimo kuoli".into()], ..Concept::default() },
            Concept { id: "wife".into(), fi: vec!["vaimo".into()], sv: vec!["fru".into()], ..Concept::default() },
            Concept {
                id: "bicycle".into(),
                colloquial: vec!["fillari".into()],
                en: vec!["bicycle".into()],
                ..Concept::default()
            },
        ]))
    }

    fn mentioned(text: &str, language: Language) -> Vec<String> {
        let analyser = analyser();
        let heard: Vec<Heard> = words(text).iter().map(|word| Heard::new(word, language, &analyser)).collect();
        let mentions = analyser.mentions();
        mentions.find(&heard).iter().map(|mention| mentions.id(mention.concept).to_owned()).collect()
    }

    #[test]
    fn a_name_that_is_being_typed() {
        let analyser = analyser();
        let mentions = analyser.mentions();
        let ids = |letters: &str| -> Vec<&str> {
            mentions.begun(letters).iter().map(|(concept, _)| mentions.id(*concept)).collect()
        };
        assert_eq!(ids("filla"), ["bicycle"]);
        assert_eq!(ids("vaim"), ["wife"]);
        assert!(ids("fillari").is_empty() && ids("zz").is_empty());
    }

    #[test]
    fn the_longest_label_wins() {
        assert_eq!(mentioned("vaimo kuoli", Language::Finnish), ["widowed"]);
        assert_eq!(mentioned("vaimo on kuoli", Language::Finnish), ["widowed"]);
        assert_eq!(mentioned("kuoli eilen vaimo", Language::Finnish), ["widowed"]);
        assert_eq!(mentioned("vaimo ja fillari", Language::Finnish), ["wife", "bicycle"]);
        assert_eq!(mentioned("vaimo meni töihin ja koira kuoli", Language::Finnish), ["wife"]);
    }

    #[test]
    fn words_that_turn_the_meaning_must_be_there() {
        let analyser = Analyser::new(None).with_concepts(Concepts::new(vec![
            Concept { id: "jobless".into(), phrases: vec!["ei ole työ".into()], ..Concept::default() },
            Concept { id: "suicide".into(), phrases: vec!["haluan kuolla".into()], ..Concept::default() },
        ]));
        let mentioned = |text: &str| {
            let heard: Vec<Heard> =
                words(text).iter().map(|word| Heard::new(word, Language::Finnish, &analyser)).collect();
            let mentions = analyser.mentions();
            mentions.find(&heard).iter().map(|one| mentions.id(one.concept).to_owned()).collect::<Vec<_>>()
        };
        assert_eq!(mentioned("minulla ei ole työ"), ["jobless"]);
        assert!(mentioned("hyvä työ").is_empty());
        assert_eq!(mentioned("haluan vain kuolla"), ["suicide"]);
        assert!(mentioned("voiko serkku kuolla").is_empty());
    }

    #[test]
    fn labels_are_found_in_other_forms_of_their_language() {
        assert_eq!(mentioned("bicycles", Language::English), ["bicycle"]);
        assert_eq!(mentioned("fillareita", Language::Finnish), ["bicycle"]);
        assert!(mentioned("frun", Language::English).is_empty());
    }
}
