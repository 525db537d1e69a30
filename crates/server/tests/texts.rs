//! The words people read: the same keys and variables in every language, no key that nothing uses, none that is missing.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use fluent_bundle::FluentResource;

const LANGUAGES: [&str; 4] = ["fi", "fi-x-selko", "sv", "en"];

/// Keys that the program puts together: what they look like (`*` stands for what is put in), and the words in the
/// code that do it. A line whose words are gone from the code is a fault too.
const MADE: [(&str, &str); 38] = [
    // The form of proposals: its parts, fields and how far one is.
    ("propose-part-*", "propose-part-{}"),
    ("propose-stage-*", "propose-stage-{}"),
    ("field-*", "\"field-{}\""),
    ("field-*-hint", "\"field-{}-hint\""),
    // Roles of people with accounts, and letters.
    ("role-*", "role-{}"),
    ("role-*-hint", "role-{}-hint"),
    ("letter-*-subject", "\"letter-{key}-subject\""),
    ("letter-*-body", "\"letter-{key}-body\""),
    // What sources and corrections are called by their codes.
    ("source-format-*", "source-format-{}"),
    ("source-reach-*", "source-reach-{}"),
    ("gone-*", "gone-{}"),
    ("corrections-*", "corrections-{}"),
    ("corrections-state-*", "corrections-state-{state}"),
    // The names of codes (`crate::vocabulary`).
    ("kind-*", "set: \"kind\""),
    ("threshold-*", "set: \"threshold\""),
    ("interest-*", "set: \"interest\""),
    ("situation-*", "set: \"situation\""),
    ("organization_type-*", "set: \"organization_type\""),
    ("support_form-*", "set: \"support_form\""),
    ("price-*", "set: \"price\""),
    ("confidentiality-*", "set: \"confidentiality\""),
    ("language-*", "set: \"language\""),
    // What a region may set and the product has words for.
    ("region-*", "\"region-{}\""),
    // Search: the fields of the form, times, orders, and the topics of the front page.
    ("filter-*", "\"filter-{}\""),
    ("when-*", "\"when-{}\""),
    ("order-*", "\"order-{}\""),
    ("topic-*-hint", "\"{}-hint\""),
    // Steps that the product ships.
    ("step-*", "\"step-{number}\""),
    ("step-*-description", "\"step-{number}-description\""),
    // What a report of a fault may be about.
    ("fault-about-*", "\"fault-about-{about}\""),
    // How far a negotiation with a provider is.
    ("negotiations-stage-*", "negotiations-stage-{}"),
    // When somebody may be called.
    ("call-when-*", "\"call-when-{code}\""),
    // Sentences about times of writing that were not understood.
    ("times-problem-*", "\"times-problem-"),
    // What `--help` says of commands and their options.
    ("help-*", "\"help-{}\""),
    ("help-any-*", "\"help-any-{}\""),
    // What the template for imports says of its columns.
    ("import-guide-*", "\"import-guide-{}\""),
    // What the open API says of its addresses and parameters.
    ("api-endpoint-*", "\"api-endpoint-{}\""),
    ("api-parameter-*", "\"api-parameter-{}\""),
];

/// Keys whose languages take different ones of the variables they are given: a date has a number or a name for its month.
const MAY_DIFFER: [&str; 2] = ["times-date", "times-date-short"];

/// One message: the variables in it, and the other messages it names.
#[derive(Debug, Default, PartialEq, Eq)]
struct Message {
    variables: BTreeSet<String>,
    names: BTreeSet<String>,
}

#[test]
fn every_file_can_be_read() {
    let mut faults = Vec::new();
    for language in LANGUAGES {
        for (file, text) in files(language) {
            faults.extend(unreadable(&file, &text));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn every_language_says_the_same_things() {
    let mut faults = Vec::new();
    let per_language: Vec<_> = LANGUAGES.iter().map(|language| (*language, messages(language, &mut faults))).collect();
    let every: BTreeSet<&String> = per_language.iter().flat_map(|(_, messages)| messages.keys()).collect();
    assert!(every.len() > 100, "only {} keys were found", every.len());
    for key in every {
        let mut variables: BTreeMap<&BTreeSet<String>, Vec<&str>> = BTreeMap::new();
        for (language, messages) in &per_language {
            match messages.get(key) {
                Some(message) => variables.entry(&message.variables).or_default().push(language),
                None => faults.push(format!("{language} lacks {key}")),
            }
        }
        if variables.len() > 1 && !MAY_DIFFER.contains(&key.as_str()) {
            faults.push(format!("{key} has other variables in other languages: {variables:?}"));
        }
    }
    assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults.join("\n"));
}

#[test]
fn every_key_is_used_and_every_used_key_is_there() {
    let mut faults = Vec::new();
    let messages = messages("fi", &mut faults);
    let code = code();
    let named: BTreeSet<&String> = messages.values().flat_map(|message| &message.names).collect();
    for key in messages.keys() {
        let literal = code.contains(&format!("\"{key}\""));
        let made = MADE.iter().any(|(pattern, _)| is_made_like(key, pattern));
        if !literal && !made && !named.contains(key) {
            faults.push(format!("nothing uses {key}"));
        }
    }
    for (pattern, words) in MADE {
        if !code.contains(words) {
            faults.push(format!("no code makes {pattern} any more: there is no {words}"));
        }
        if !messages.keys().any(|key| is_made_like(key, pattern)) {
            faults.push(format!("no key looks like {pattern}"));
        }
    }
    faults.extend(
        asked_for(&code).into_iter().filter(|key| !messages.contains_key(key)).map(|key| format!("there is no {key}")),
    );
    assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults.join("\n"));
}

/// What is wrong with how a file is written.
fn unreadable(file: &str, text: &str) -> Vec<String> {
    match FluentResource::try_new(text.to_owned()) {
        Ok(_) => Vec::new(),
        Err((_, errors)) => errors.iter().map(|error| format!("{file}: {error}")).collect(),
    }
}

/// The messages of a language; a key that stands twice is a fault.
fn messages(language: &str, faults: &mut Vec<String>) -> BTreeMap<String, Message> {
    let mut all = BTreeMap::new();
    for (file, text) in files(language) {
        for (key, message) in messages_in(&text) {
            if all.insert(key.clone(), message).is_some() {
                faults.push(format!("{file} says {key} a second time"));
            }
        }
    }
    all
}

/// The messages of a Fluent text. A message begins at the left edge and goes on in lines that are set in.
fn messages_in(text: &str) -> Vec<(String, Message)> {
    let mut found: Vec<(String, Message)> = Vec::new();
    for line in text.lines().filter(|line| !line.starts_with('#')) {
        let begins = line.starts_with(|first: char| first.is_ascii_alphabetic() || first == '-');
        let (head, words) = line.split_once('=').unwrap_or(("", line));
        if begins && !head.is_empty() {
            found.push((head.trim().to_owned(), Message::default()));
            read_into(&mut found, words);
        } else {
            read_into(&mut found, line);
        }
    }
    found
}

fn read_into(found: &mut [(String, Message)], words: &str) {
    let Some((_, message)) = found.last_mut() else { return };
    for piece in words.split('{').skip(1) {
        let piece = piece.split('}').next().unwrap_or_default().trim();
        message.variables.extend(
            piece.match_indices('$').map(|(at, _)| piece[at + 1..].chars().take_while(|c| is_key_char(*c)).collect()),
        );
        if piece.starts_with(|first: char| first.is_ascii_alphabetic() || first == '-') {
            message.names.insert(piece.chars().take_while(|c| is_key_char(*c)).collect());
        }
    }
}

fn is_key_char(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == '-' || c == '_'
}

fn is_made_like(key: &str, pattern: &str) -> bool {
    let (before, after) = pattern.split_once('*').expect("a pattern has a star");
    key.len() > before.len() + after.len() && key.starts_with(before) && key.ends_with(after)
}

/// The keys that code and templates ask for in so many words.
fn asked_for(code: &str) -> BTreeSet<String> {
    ["t", "count", "with", "has"]
        .iter()
        .flat_map(|verb| code.split(&format!(".{verb}(\"")).skip(1).collect::<Vec<_>>())
        .chain(code.split("BadRequest(\"").skip(1))
        .filter_map(|rest| rest.split_once('"'))
        .map(|(key, _)| key.to_owned())
        .filter(|key| key.contains('-') && key.chars().all(is_key_char))
        .collect()
}

/// The sources and templates of the server, without their tests.
fn code() -> String {
    let mut code = String::new();
    let mut folders = vec![root().join("crates/server/src")];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).expect("the sources are readable") {
            let path = entry.expect("the sources are readable").path();
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            if path.is_dir() && name != "tests" && name != "assets" {
                folders.push(path);
            } else if name != "tests.rs" && (name.ends_with(".rs") || name.ends_with(".html")) {
                code += &fs::read_to_string(&path).expect("the sources are text");
            }
        }
    }
    code
}

/// The Fluent files of a language, by name.
fn files(language: &str) -> Vec<(String, String)> {
    let folder = root().join("text").join(language);
    let mut files: Vec<_> = fs::read_dir(&folder)
        .unwrap_or_else(|error| panic!("text/{language}: {error}"))
        .map(|entry| entry.expect("a readable folder").path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "ftl"))
        .map(|path| {
            let name = format!("text/{language}/{}", path.file_name().unwrap_or_default().to_string_lossy());
            (name, fs::read_to_string(&path).expect("the file is text"))
        })
        .collect();
    files.sort();
    assert!(!files.is_empty(), "text/{language} is empty");
    files
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// The checks see what they are for.
mod planted {
    use super::*;

    const TEXT: &str = "### About\n\nplain = Words = words\nnumbered = { $count ->\n    [one] { $count } hit for { $who }\n   *[other] many\n}\n-brand = Tray\nnamed =\n    { -brand } and { plain } { NUMBER($n) }\n";

    #[test]
    fn messages_with_their_variables() {
        let found = messages_in(TEXT);
        let keys: Vec<&str> = found.iter().map(|(key, _)| key.as_str()).collect();
        assert_eq!(keys, ["plain", "numbered", "-brand", "named"]);
        assert_eq!(found[0].1, Message::default());
        assert_eq!(found[1].1.variables, BTreeSet::from(["count".to_owned(), "who".to_owned()]));
        assert_eq!(found[3].1.variables, BTreeSet::from(["n".to_owned()]));
        assert!(found[3].1.names.contains("-brand") && found[3].1.names.contains("plain"));
    }

    #[test]
    fn a_broken_file() {
        assert_eq!(unreadable("x", TEXT), Vec::<String>::new());
        assert!(!unreadable("x", "broken = { $count\nnext = fine\n").is_empty());
    }

    #[test]
    fn keys_in_code() {
        let code = r#"ui.t("nav-main") ui.count("search-count", 3) language.with("a-b", &[]) Error::BadRequest("error-x") map.t("1 - 2")"#;
        assert_eq!(asked_for(code).into_iter().collect::<Vec<_>>(), ["a-b", "error-x", "nav-main", "search-count"]);
        assert!(is_made_like("topic-work-hint", "topic-*-hint") && is_made_like("when-tanaan", "when-*"));
        assert!(!is_made_like("topic-hint", "topic-*-hint") && !is_made_like("when-", "when-*"));
    }
}
