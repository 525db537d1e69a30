//! The rules of ARCHITECTURE.md about what may use what, read from the source files.
//!
//! A fault names the file, what it uses and the rule. When a rule is in the way of something good, change the rule
//! here and in ARCHITECTURE.md, in the same commit.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// What knows no feature and everybody may use.
const GROUND: [&str; 8] = ["clock", "contacts", "error", "i18n", "reference", "text", "times", "vocabulary"];

/// The features: one folder each.
const FEATURES: [&str; 21] = [
    "accounts",
    "activities",
    "choosing",
    "curation",
    "desk",
    "exchange",
    "finding",
    "freshness",
    "gaps",
    "info",
    "letters",
    "looks",
    "map",
    "needs",
    "negotiations",
    "offline",
    "organizations",
    "places",
    "proposals",
    "providers",
    "steps",
];

/// File and folder names any feature may have.
const NAMES: [&str; 10] = ["mod", "model", "store", "pages", "api", "command", "feed", "index", "jobs", "tests"];

/// Names that one feature has beyond those, because they say what is in it.
const OWN_NAMES: [(&str, &[&str]); 9] = [
    // Who may do what is one table, and the gate that asks it stands before every handler.
    ("accounts", &["permissions", "gate"]),
    // The way out of the house.
    ("letters", &["sending"]),
    // From answers onto the tray; and how a proposal is begun, also by other features.
    ("proposals", &["publishing", "opening"]),
    // A card in a list, what to offer after an activity, what was shown lately, and reports of faults: a feature of its own inside.
    ("activities", &["card", "onward", "shelf", "faults"]),
    // Search is many steps from words to a page, each in its file.
    (
        "finding",
        &[
            "concepts",
            "document",
            "facets",
            "follower",
            "found",
            "pager",
            "query",
            "suggestions",
            "understanding",
            "areas",
            "moments",
        ],
    ),
    // The map is a drawing, and so is the table of gaps.
    ("map", &["picture"]),
    ("gaps", &["picture"]),
    // A folder or file for each format, for how things come over the network, and for where they come from.
    (
        "exchange",
        &[
            "corrections",
            "export",
            "fetch",
            "hsds",
            "import",
            "linked_events",
            "open",
            "questions",
            "receiving",
            "remembering",
            "remote",
            "robots",
            "runs",
            "schema_org",
            "sources",
            "twins",
        ],
    ),
    ("steps", &[]),
];

/// Below these, files are named freely: each holds one format with parts of its own.
const FREE_BELOW: [&str; 8] = [
    "exchange/api",
    "exchange/export",
    "exchange/fetch",
    "exchange/hsds",
    "exchange/import",
    "exchange/linked_events",
    "exchange/open",
    "exchange/remote",
];

/// In folders of this name, a service is HSDS's own word for an activity.
const SERVICES: &str = "hsds/";

/// Where HTTP is spoken, beside `pages`, `api` and `feed`, and why.
const HTTP: [(&str, &str); 14] = [
    ("accounts/gate.rs", "who may open what, before any handler"),
    ("page/", "what all pages share"),
    ("router.rs", "every address"),
    ("security.rs", "headers and cross-site requests"),
    ("health.rs", "answers for monitoring"),
    ("error.rs", "the status of an error"),
    ("shell/serve.rs", "the server itself"),
    ("finding/suggestions.rs", "words that go on: a page, and a part of one"),
    ("exchange/hsds/", "an interface for programs, in files of its own"),
    ("exchange/export/", "files and parts of pages for other programs and sites"),
    ("exchange/linked_events/", "an interface for programs, in files of its own"),
    ("exchange/open/", "what is round the answers to programs"),
    ("exchange/sources/receiving.rs", "files that come with a form, piece by piece"),
    ("exchange/robots.rs", "addresses that only programs ask for"),
];

/// Names that say nothing about what is inside.
const EMPTY_NAMES: [&str; 9] =
    ["common", "helper", "helpers", "manager", "misc", "service", "services", "util", "utils"];

/// What each crate of the workspace may use of the others.
const CRATES: [(&str, &[&str]); 5] = [
    ("db", &[]),
    ("documents", &[]),
    ("voikko", &[]),
    ("search", &["voikko"]),
    ("server", &["db", "documents", "search", "voikko"]),
];

#[test]
fn the_server_keeps_the_rules() {
    let src = folder("src");
    let files = sources(&src);
    let shown = shown_by_features(&files);
    let mut faults = Vec::new();
    for (file, text) in &files {
        faults.extend(misnamed(file));
        let is_test = module_of(file).iter().any(|part| part == "tests");
        if file.ends_with(".rs") && !is_test {
            faults.extend(misused(file, text, &shown));
        }
    }
    assert!(files.len() > 20, "{} holds only {} files", src.display(), files.len());
    assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults.join("\n"));
}

#[test]
fn every_folder_is_known_here() {
    let unknown: Vec<String> = fs::read_dir(folder("src"))
        .expect("the sources are readable")
        .map(|entry| entry.expect("the sources are readable"))
        .filter(|entry| entry.path().is_dir())
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .filter(|name| !FEATURES.contains(&name.as_str()) && !GROUND.contains(&name.as_str()))
        .filter(|name| !["page", "shell", "tests"].contains(&name.as_str()))
        .collect();
    assert!(unknown.is_empty(), "add to FEATURES (or GROUND): {unknown:?}");
}

#[test]
fn the_crates_know_no_feature() {
    let mut faults = Vec::new();
    for (name, may_use) in CRATES {
        let manifest = folder("..").join(name).join("Cargo.toml");
        let text = fs::read_to_string(&manifest).expect("the manifest is readable");
        faults.extend(uses_crates(name, may_use, &text));
        if name == "server" {
            continue;
        }
        for (file, text) in sources(&folder("..").join(name).join("src")) {
            faults.extend(misnamed_anywhere(&file).map(|fault| format!("{name}/{fault}")));
            let sqlx = paths(&text, &[]).into_iter().any(|path| path[0] == "sqlx");
            if sqlx && name != "db" {
                faults.push(format!("{name}/{file} uses sqlx; only db does"));
            }
        }
    }
    assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults.join("\n"));
}

/// What is wrong with what a file uses.
fn misused(file: &str, text: &str, shown: &BTreeMap<String, BTreeSet<String>>) -> Vec<String> {
    let module = module_of(file);
    let feature = module.first().filter(|first| FEATURES.contains(&first.as_str())).cloned();
    let layer = layer_of(&module);
    let mut faults = BTreeSet::new();
    for path in paths(text, &module) {
        let first = path[0].as_str();
        let used = path.join("::");
        if first != "crate" {
            faults.extend(misused_from_outside(file, layer, &path, &used));
            continue;
        }
        let Some(to) = path.get(1).map(String::as_str) else { continue };
        let inner = path.get(2).map(String::as_str);
        let is_feature = FEATURES.contains(&to);
        let own = feature.as_deref() == Some(to);
        // The name of a feature alone is only an abbreviation; what is used of it is judged where it is used.
        let named_only = is_feature && inner.is_none();

        let lawful = match layer {
            _ if named_only => true,
            Layer::Ground => GROUND.contains(&to) && to != "error",
            Layer::Model => GROUND.contains(&to) || is_feature && layer_of(&path[1..]) == Layer::Model,
            Layer::Store => {
                GROUND.contains(&to)
                    || to == "events"
                    || is_feature && matches!(layer_of(&path[1..]), Layer::Model | Layer::Store | Layer::Record)
                    || is_feature && !own && inner.is_some_and(|inner| !is_file_name(inner))
            }
            Layer::Record => !["app", "events", "page", "router", "shell"].contains(&to),
            Layer::Other => true,
        };
        if !lawful {
            let rule = match layer {
                Layer::Ground => "the ground knows no feature and nothing of the web",
                Layer::Model => "a model uses other models and the ground",
                Layer::Record => "a record is made of models",
                _ => "a store uses models, stores, the event log and the ground",
            };
            faults.insert(format!("{file} uses {used}: {rule}"));
        }
        if let (true, false, Some(inner)) = (is_feature, own, inner) {
            let web = ["pages", "api", "feed"].contains(&inner);
            if web && file != "router.rs" && !file.starts_with("shell/") {
                faults.insert(format!(
                    "{file} uses {used}: pages belong to their own feature, only the router knows them"
                ));
            }
            if shown.get(to).is_some_and(|shown| !shown.contains(inner)) {
                faults.insert(format!("{file} uses {used}: {to}/mod.rs does not show `{inner}`"));
            }
        }
    }
    faults.into_iter().collect()
}

/// What is wrong with the use of another crate.
fn misused_from_outside(file: &str, layer: Layer, path: &[String], used: &str) -> Option<String> {
    match path[0].as_str() {
        "sqlx" if path.get(1).is_none_or(|name| name != "FromRow") => {
            Some(format!("{file} uses {used}: SQL goes through db; of sqlx only the FromRow derive is used"))
        }
        "axum" | "axum_extra" | "tower_http" if !speaks_http(file) => Some(format!(
            "{file} uses {used}: HTTP belongs to pages, api and feed, or add the file to HTTP with a reason"
        )),
        "db" | "search" | "askama" | "tokio" if matches!(layer, Layer::Model | Layer::Record) => {
            Some(format!("{file} uses {used}: a model or record knows no database, search or page"))
        }
        "search" | "askama" if layer == Layer::Store => {
            Some(format!("{file} uses {used}: a store knows only the database"))
        }
        _ => None,
    }
}

fn speaks_http(file: &str) -> bool {
    let module = module_of(file);
    let web = |name: &String| ["pages", "api", "feed"].contains(&name.as_str());
    module.iter().skip(1).any(web)
        || HTTP.iter().any(|(place, _)| if place.ends_with('/') { file.starts_with(place) } else { file == *place })
}

/// What a file is in its feature.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Layer {
    Ground,
    Model,
    Store,
    /// What a format of others holds: shapes made from models, without a database.
    Record,
    Other,
}

fn layer_of(module: &[String]) -> Layer {
    let Some(first) = module.first() else { return Layer::Other };
    if GROUND.contains(&first.as_str()) && first != "error" {
        return Layer::Ground;
    }
    if !FEATURES.contains(&first.as_str()) {
        return Layer::Other;
    }
    for name in &module[1..] {
        match name.as_str() {
            "model" => return Layer::Model,
            "record" => return Layer::Record,
            "store" => return Layer::Store,
            _ => {}
        }
    }
    Layer::Other
}

/// Whether a name is that of a file of a feature, and not of something a `mod.rs` shows.
fn is_file_name(name: &str) -> bool {
    NAMES.contains(&name) || OWN_NAMES.iter().any(|(_, names)| names.contains(&name))
}

/// What is wrong with the name of a file.
fn misnamed(file: &str) -> Vec<String> {
    let mut faults: Vec<String> = misnamed_anywhere(file).collect();
    let Some((feature, rest)) = file.split_once('/') else { return faults };
    if !FEATURES.contains(&feature) || !file.ends_with(".rs") {
        return faults;
    }
    if FREE_BELOW.iter().any(|place| file.strip_prefix(place).is_some_and(|below| below.starts_with('/'))) {
        return faults;
    }
    let own: Vec<&str> =
        OWN_NAMES.iter().filter(|(of, _)| *of == feature).flat_map(|(_, names)| *names).copied().collect();
    let parts: Vec<&str> = rest.trim_end_matches(".rs").split('/').collect();
    for (depth, part) in parts.iter().enumerate() {
        // A model, a store or a set of pages that became too long is a folder, with the names of what each part is about.
        let within = depth > 0 && ["model", "store", "pages", "tests"].contains(&parts[depth - 1]);
        if !within && !NAMES.contains(part) && !own.contains(part) {
            faults
                .push(format!("{file}: `{part}` is none of {NAMES:?}; if it says what is in it, add it to OWN_NAMES"));
        }
    }
    faults
}

fn misnamed_anywhere(file: &str) -> impl Iterator<Item = String> {
    let path = Path::new(file);
    let foreign = |word: &str| file.contains(SERVICES) && word.starts_with("service");
    path.iter()
        .flat_map(|part| part.to_string_lossy().split(['.', '_', '-']).map(str::to_owned).collect::<Vec<_>>())
        .filter(|word| EMPTY_NAMES.contains(&word.as_str()) && !foreign(word))
        .map(move |word| format!("{file}: `{word}` says nothing about what is inside"))
        .collect::<Vec<_>>()
        .into_iter()
}

/// What is wrong with what a crate's manifest asks for.
fn uses_crates(name: &str, may_use: &[&str], manifest: &str) -> Vec<String> {
    let ours: Vec<&str> = CRATES.iter().map(|(name, _)| *name).chain(["tarjotin"]).collect();
    manifest
        .lines()
        .map(|line| line.split(['.', ' ', '=']).next().unwrap_or_default())
        .filter(|word| ours.contains(word) && !may_use.contains(word))
        .map(|word| format!("{name} uses the crate {word}"))
        .collect()
}

/// What each feature's `mod.rs` shows to others.
fn shown_by_features(files: &BTreeMap<String, String>) -> BTreeMap<String, BTreeSet<String>> {
    FEATURES
        .iter()
        .filter_map(|feature| Some(((*feature).to_owned(), shown_by(files.get(&format!("{feature}/mod.rs"))?))))
        .collect()
}

/// The names after `pub mod`, `pub fn` …, and those that a `pub use` brings.
fn shown_by(text: &str) -> BTreeSet<String> {
    let tokens = product_tokens(text);
    let mut shown = BTreeSet::new();
    let mut at = 0;
    while at < tokens.len() {
        let is_public =
            matches!(&tokens[at], Token::Word(word) if word == "pub") && tokens.get(at + 1) != Some(&Token::Mark('('));
        if !is_public {
            at += 1;
            continue;
        }
        match &tokens.get(at + 1) {
            Some(Token::Word(word)) if word == "use" => {
                let (leaves, next) = tree(&tokens, at + 2);
                shown.extend(leaves.into_iter().filter_map(|leaf| leaf.name));
                at = next;
            }
            _ => {
                let kinds = ["mod", "fn", "struct", "enum", "const", "static", "type", "trait", "async"];
                let mut next = at + 1;
                while matches!(tokens.get(next), Some(Token::Word(word)) if kinds.contains(&word.as_str())) {
                    next += 1;
                }
                if let Some(Token::Word(name)) = tokens.get(next) {
                    shown.insert(name.clone());
                }
                at = next;
            }
        }
    }
    shown
}

/// Where a file stands: `activities/store/mod.rs` is `[activities, store]`.
fn module_of(file: &str) -> Vec<String> {
    let mut module: Vec<String> = file.trim_end_matches(".rs").split('/').map(str::to_owned).collect();
    if module.last().is_some_and(|last| ["mod", "lib", "main"].contains(&last.as_str())) {
        module.pop();
    }
    module
}

/// Every path a file uses, from `crate` or from the name of another crate; without what is only for its tests.
fn paths(text: &str, module: &[String]) -> Vec<Vec<String>> {
    let tokens = product_tokens(text);
    let mut names: BTreeMap<String, Vec<String>> = BTreeMap::new();
    let mut found = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let Token::Word(word) = &tokens[at] else {
            at += 1;
            continue;
        };
        // `pub(in super::super)` says who may see, not what is used.
        if word == "pub" && tokens.get(at + 1) == Some(&Token::Mark('(')) {
            at += 1 + tokens[at..].iter().take_while(|token| **token != Token::Mark(')')).count();
            continue;
        }
        let is_use = word == "use";
        let start = at + usize::from(is_use);
        let is_path = is_use || tokens.get(at + 1) == Some(&Token::PathMark);
        if !is_path {
            at += 1;
            continue;
        }
        let (leaves, next) = tree(&tokens, start);
        for leaf in leaves {
            let path = from_the_root(leaf.path, module);
            if let (true, Some(name)) = (is_use, leaf.name) {
                names.insert(name, path.clone());
            }
            found.push((path, is_use));
        }
        at = next.max(at + 1);
    }
    found
        .into_iter()
        .map(|(path, is_use)| match names.get(&path[0]) {
            Some(start) if !is_use => [start.as_slice(), &path[1..]].concat(),
            _ => path,
        })
        .collect()
}

fn from_the_root(path: Vec<String>, module: &[String]) -> Vec<String> {
    let mut base = module.to_vec();
    let mut rest = path.as_slice();
    match rest.first().map(String::as_str) {
        Some("self") => rest = &rest[1..],
        Some("super") => {
            while rest.first().is_some_and(|first| first == "super") {
                base.pop();
                rest = &rest[1..];
            }
        }
        _ => return path,
    }
    std::iter::once("crate".to_owned()).chain(base).chain(rest.iter().cloned()).collect()
}

/// The end of one branch of a path with braces: the whole path, and the name it has here.
struct Leaf {
    path: Vec<String>,
    name: Option<String>,
}

/// Reads `a::{b::c, d as e}` from a token on; gives its leaves and where it ends.
fn tree(tokens: &[Token], at: usize) -> (Vec<Leaf>, usize) {
    let mut path = Vec::new();
    let mut at = at;
    loop {
        match tokens.get(at) {
            Some(Token::Word(word)) => {
                path.push(word.clone());
                at += 1;
            }
            Some(Token::Mark('{')) => {
                let mut leaves = Vec::new();
                at += 1;
                while let Some(token) = tokens.get(at) {
                    match token {
                        Token::Mark('}') => return (leaves, at + 1),
                        Token::Mark(',') => at += 1,
                        _ => {
                            let (below, next) = tree(tokens, at);
                            leaves.extend(below.into_iter().map(|leaf| {
                                let own = leaf.path == ["self"];
                                let name = if own { path.last().cloned() } else { leaf.name };
                                let rest = if own { Vec::new() } else { leaf.path };
                                Leaf { path: path.iter().cloned().chain(rest).collect(), name }
                            }));
                            at = next.max(at + 1);
                        }
                    }
                }
                return (leaves, at);
            }
            _ => at += usize::from(!path.is_empty() && matches!(tokens.get(at), Some(Token::Mark('*')))),
        }
        if tokens.get(at) == Some(&Token::PathMark) && !matches!(tokens.get(at + 1), Some(Token::Mark('<'))) {
            at += 1;
            continue;
        }
        let mut name = path.last().cloned();
        if matches!(tokens.get(at), Some(Token::Word(word)) if word == "as") {
            if let Some(Token::Word(other)) = tokens.get(at + 1) {
                name = Some(other.clone());
            }
            at += 2;
        }
        if path.is_empty() {
            return (Vec::new(), at);
        }
        return (vec![Leaf { path, name }], at);
    }
}

/// A piece of Rust text, as far as paths are concerned.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Token {
    Word(String),
    PathMark,
    Mark(char),
}

/// The tokens of a file without what stands behind `#[cfg(test)]`.
fn product_tokens(text: &str) -> Vec<Token> {
    let tokens = tokens(text);
    let word = |word: &str| Token::Word(word.to_owned());
    let mark = Token::Mark;
    let for_tests = [mark('#'), mark('['), word("cfg"), mark('('), word("test"), mark(')'), mark(']')];
    let mut kept = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        if !tokens[at..].starts_with(&for_tests) {
            kept.push(tokens[at].clone());
            at += 1;
            continue;
        }
        let mut depth = 0;
        while let Some(token) = tokens.get(at) {
            at += 1;
            match token {
                Token::Mark('{') => depth += 1,
                Token::Mark('}') if depth == 1 => break,
                Token::Mark('}') => depth -= 1,
                Token::Mark(';') if depth == 0 => break,
                _ => {}
            }
        }
    }
    kept
}

/// Words and marks, without comments, texts in quotes and numbers' parts.
fn tokens(text: &str) -> Vec<Token> {
    let chars: Vec<char> = text.chars().collect();
    let here = |at: usize| chars.get(at).copied().unwrap_or('\0');
    let mut tokens = Vec::new();
    let mut at = 0;
    while at < chars.len() {
        match here(at) {
            '/' if here(at + 1) == '/' => at = end_of(&chars, at, "\n"),
            '/' if here(at + 1) == '*' => at = end_of(&chars, at + 2, "*/"),
            '"' => at = end_of_quoted(&chars, at + 1, '"'),
            '\'' if here(at + 1) == '\\' || here(at + 2) == '\'' => at = end_of_quoted(&chars, at + 1, '\''),
            '\'' => at += 1,
            ':' if here(at + 1) == ':' => {
                tokens.push(Token::PathMark);
                at += 2;
            }
            first if first.is_alphanumeric() || first == '_' => {
                let start = at;
                while here(at).is_alphanumeric() || here(at) == '_' {
                    at += 1;
                }
                let word: String = chars[start..at].iter().collect();
                let hashes = (at..).take_while(|&at| here(at) == '#').count();
                if ["r", "br", "cr"].contains(&word.as_str()) && here(at + hashes) == '"' {
                    let end = format!("\"{}", "#".repeat(hashes));
                    at = end_of(&chars, at + hashes + 1, &end);
                } else {
                    tokens.push(Token::Word(word));
                }
            }
            mark => {
                if !mark.is_whitespace() {
                    tokens.push(Token::Mark(mark));
                }
                at += 1;
            }
        }
    }
    tokens
}

/// The place behind the next occurrence of an end.
fn end_of(chars: &[char], from: usize, end: &str) -> usize {
    let end: Vec<char> = end.chars().collect();
    (from..chars.len()).find(|&at| chars[at..].starts_with(&end)).map_or(chars.len(), |at| at + end.len())
}

fn end_of_quoted(chars: &[char], mut at: usize, quote: char) -> usize {
    while at < chars.len() && chars[at] != quote {
        at += if chars[at] == '\\' { 2 } else { 1 };
    }
    at + 1
}

fn folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(name)
}

/// Every file under a folder, by its path from there.
fn sources(root: &Path) -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
    let mut folders = vec![root.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display())) {
            let path = entry.expect("a readable folder").path();
            if path.is_dir() {
                folders.push(path);
            } else if let Ok(text) = fs::read_to_string(&path) {
                let name = path.strip_prefix(root).expect("inside").to_string_lossy().replace('\\', "/");
                found.insert(name, text);
            }
        }
    }
    found
}

/// The rules find what they are for: each planted fault is seen, and what is allowed is not.
mod planted {
    use super::*;

    fn faults(file: &str, text: &str) -> Vec<String> {
        let shown = BTreeMap::from([
            (
                "activities".to_owned(),
                shown_by(
                    "pub mod model;\npub mod store;\npub mod pages;\nmod onward;\npub use card::{Card, coming as Coming};",
                ),
            ),
            ("places".to_owned(), shown_by("pub mod model;\npub mod store;\npub(crate) mod hidden;")),
        ]);
        misused(file, text, &shown)
    }

    fn seen(file: &str, text: &str, word: &str) {
        let faults = faults(file, text);
        assert!(faults.len() == 1 && faults[0].contains(word), "{file}: {text}\n{faults:?}");
    }

    fn fine(file: &str, text: &str) {
        assert_eq!(faults(file, text), Vec::<String>::new(), "{file}: {text}");
    }

    #[test]
    fn a_model_that_asks_the_database() {
        seen("activities/model.rs", "use super::store;", "a model uses other models");
        seen("activities/model.rs", "use db::Tx;", "knows no database");
        seen("activities/model.rs", "fn f() { crate::places::store::find(1) }", "a model uses other models");
        seen("activities/model.rs", "use crate::{text::Texts, places::{model::Place, store}};", "places::store");
        seen("activities/model.rs", "use crate::page::Ui;", "a model uses other models");
        fine(
            "activities/model.rs",
            "use crate::places::model::Place; use crate::{text, times::Schedule}; use chrono::Utc;",
        );
        fine(
            "activities/model.rs",
            "/* use db::Tx; */ // use db::Tx;\nconst A: &str = \"use db::Tx;\"; const B: &str = r#\"use \"db::Tx\"#;",
        );
        fine("activities/model.rs", "#[cfg(test)]\nmod tests { use super::super::store; fn f() { db::open() } }");
        seen("activities/model.rs", "#[cfg(test)]\nmod tests;\nuse super::store;", "a model uses other models");
    }

    #[test]
    fn a_store_that_makes_pages() {
        seen("activities/store/mod.rs", "use crate::page::Ui;", "a store uses models");
        seen("activities/store/mod.rs", "use super::card;", "a store uses models");
        seen("activities/store.rs", "use crate::{places}; fn f() { places::hidden::find() }", "does not show `hidden`");
        seen("activities/store.rs", "use search::Query;", "only the database");
        fine(
            "activities/store/mod.rs",
            "use super::model::Activity; use crate::{events, places, text}; fn f() { places::store::find(); schedules::add() }",
        );
        fine("exchange/import/store/rows.rs", "pub(in super::super) struct Row; use super::super::record::Term;");
        seen("exchange/import/record.rs", "use db::Tx;", "knows no database");
        seen("exchange/import/record.rs", "use crate::page::Ui;", "a record is made of models");
        fine("activities/store/schedules.rs", "use super::super::model::Activity; use super::find; use db::{Tx, sql};");
    }

    #[test]
    fn the_web_in_the_wrong_place() {
        seen("activities/card.rs", "use axum::Form;", "HTTP belongs to");
        seen("app.rs", "fn f() -> axum::Router { }", "HTTP belongs to");
        fine("activities/pages.rs", "use axum::Form;");
        fine("activities/pages/forms.rs", "use axum::Form;");
        fine("exchange/hsds/lists.rs", "use axum::Json;");
        fine("page/ui.rs", "use axum::Form;");
    }

    #[test]
    fn sql_in_the_wrong_place() {
        seen("activities/pages.rs", "use sqlx::query;", "SQL goes through db");
        seen("activities/store.rs", "use sqlx::{FromRow, PgPool};", "sqlx::PgPool");
        fine("jobs.rs", "#[derive(sqlx::FromRow)] struct Row;");
    }

    #[test]
    fn the_inside_of_another_feature() {
        seen("finding/found.rs", "use crate::activities::onward;", "does not show `onward`");
        seen(
            "finding/found.rs",
            "use crate::activities as tray; fn f() { tray::onward::after() }",
            "does not show `onward`",
        );
        seen("finding/pages.rs", "use crate::activities::pages::show;", "only the router knows them");
        seen("finding/found.rs", "use crate::places::hidden;", "does not show `hidden`");
        fine(
            "finding/found.rs",
            "use crate::activities::{self, Card, Coming, model::Activity}; fn f() { activities::store::find() }",
        );
        fine("router.rs", "use crate::activities; fn f() { activities::pages::routes() }");
        fine("activities/pages.rs", "use super::onward; use crate::activities::onward::next;");
    }

    #[test]
    fn the_ground_that_knows_a_feature() {
        seen("times/words.rs", "use crate::activities::model::Activity;", "the ground knows no feature");
        seen("text.rs", "use crate::page::Ui;", "the ground knows no feature");
        fine("times/words.rs", "use super::model::Schedule; use crate::i18n::Language; use crate::times::days;");
    }

    #[test]
    fn a_name_that_says_nothing() {
        for file in ["activities/utils.rs", "page/form_helpers.rs", "common/mod.rs", "times/manager.rs"] {
            assert_eq!(misnamed_anywhere(file).count(), 1, "{file}");
        }
        assert_eq!(misnamed("activities/stuff.rs").len(), 1);
        assert_eq!(misnamed("organizations/card.rs").len(), 1, "a name of another feature");
        for file in [
            "activities/faults/store.rs",
            "activities/store/schedules.rs",
            "exchange/import/row.rs",
            "times/ical.rs",
            "activities/show.html",
        ] {
            assert_eq!(misnamed(file), Vec::<String>::new());
        }
    }

    #[test]
    fn a_crate_that_looks_upward() {
        assert_eq!(uses_crates("db", &[], "[dependencies]\nsearch.workspace = true\n").len(), 1);
        assert_eq!(
            uses_crates(
                "search",
                &["voikko"],
                "name = \"search\"\nvoikko.workspace = true\ntarjotin = { path = \"../server\" }"
            )
            .len(),
            1
        );
        assert!(uses_crates("search", &["voikko"], "voikko.workspace = true\ndbus = \"1\"").is_empty());
    }
}
