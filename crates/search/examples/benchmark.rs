//! Measures how well words are found: nDCG@10, recall@10 and queries with nothing found, per kind and in all.
//!
//! ```text
//! cargo run --release -p search --example benchmark -- DOCS.jsonl QUERIES.jsonl [--dictionary PATH | --no-dictionary] [--concepts FOLDER] [--each]
//! ```

use search::{Analyser, Concepts, Document, Field, Index, Morphology, Query, Settings, Text};
use serde::Deserialize;
use std::collections::{BTreeMap, HashMap};
use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

#[derive(Deserialize)]
struct Doc {
    id: String,
    lang: String,
    title: String,
    body: String,
}

#[derive(Deserialize)]
struct Asked {
    id: String,
    kind: String,
    q: String,
    rel: HashMap<String, u32>,
}

#[derive(Default)]
struct Figures {
    queries: usize,
    ndcg: f64,
    recall: f64,
    nothing: usize,
}

struct Arguments {
    files: Vec<PathBuf>,
    dictionary: Option<PathBuf>,
    no_dictionary: bool,
    concepts: Option<PathBuf>,
    each: bool,
}

fn main() -> Result<(), Box<dyn Error>> {
    let arguments = arguments()?;
    let [docs, queries] = arguments.files.as_slice() else { return Err("give the documents and the queries".into()) };
    let analyser = analyser(&arguments)?;
    let folder = std::env::temp_dir().join(format!("search-benchmark-{}", std::process::id()));
    let index = Index::open(Settings::new(&folder, []), Arc::new(analyser))?.index;
    let docs: Vec<Doc> = lines(docs)?;
    index.rebuild(docs.into_iter().map(document), || Some(1), |_| {})?;

    let mut kinds: BTreeMap<String, Figures> = BTreeMap::new();
    for asked in lines::<Asked>(queries)? {
        // The reader's language as a site would know it from the address.
        let language = match asked.kind.as_str() {
            kind @ ("sv" | "en" | "ru" | "uk" | "ar" | "so") => kind,
            _ => "fi",
        };
        let query = Query { words: &asked.q, language, limit: 10, ..Query::default() };
        let results = index.search(&query)?;
        let grades: Vec<u32> =
            results.hits.iter().map(|hit| asked.rel.get(&hit.id).copied().unwrap_or_default()).collect();
        let mut ideal: Vec<u32> = asked.rel.values().copied().collect();
        ideal.sort_unstable_by(|one, other| other.cmp(one));
        let ndcg = gain(&grades) / gain(&ideal[..ideal.len().min(10)]).max(f64::MIN_POSITIVE);
        let relevant = ideal.iter().filter(|grade| **grade > 0).count();
        let found = grades.iter().filter(|grade| **grade > 0).count();
        for kind in [asked.kind.as_str(), "all"] {
            let figures = kinds.entry(kind.to_owned()).or_default();
            figures.queries += 1;
            figures.ndcg += ndcg;
            figures.recall += found as f64 / relevant.clamp(1, 10) as f64;
            figures.nothing += usize::from(found == 0);
        }
        if arguments.each {
            println!("{} {:8} {:.3} {:5} {:?}", asked.id, asked.kind, ndcg, results.total, asked.q);
            for (hit, grade) in results.hits.iter().zip(&grades) {
                let why: Vec<String> = hit
                    .reason
                    .matched
                    .iter()
                    .map(|word| format!("{}:{:?}:{:?}:{}", word.word, word.how, word.field, word.found))
                    .collect();
                println!("      {} {:.3} {} {}", grade, hit.score, hit.id, why.join(" "));
            }
            let mut missing: Vec<_> =
                asked.rel.iter().filter(|(id, _)| results.hits.iter().all(|hit| hit.id != **id)).collect();
            missing.sort();
            println!("      missing {missing:?} {}", results.did_you_mean.unwrap_or_default());
        }
    }
    println!("{:10} {:>7} {:>7} {:>9} {:>8}", "kind", "queries", "nDCG@10", "recall@10", "nothing");
    for (kind, figures) in &kinds {
        let queries = figures.queries as f64;
        println!(
            "{kind:10} {:7} {:7.3} {:9.3} {:8}",
            figures.queries,
            figures.ndcg / queries,
            figures.recall / queries,
            figures.nothing
        );
    }
    fs::remove_dir_all(folder)?;
    Ok(())
}

fn gain(grades: &[u32]) -> f64 {
    (0..).zip(grades).map(|(place, grade)| (2f64.powi(*grade as i32) - 1.0) / f64::from(place + 2).log2()).sum()
}

fn document(doc: Doc) -> Document {
    Document {
        texts: vec![
            Text::new(doc.lang.as_str(), Field::Title, doc.title),
            Text::new(doc.lang.as_str(), Field::Body, doc.body),
        ],
        id: doc.id,
        ..Document::default()
    }
}

fn analyser(arguments: &Arguments) -> Result<Analyser, Box<dyn Error>> {
    let dictionary =
        if arguments.no_dictionary { None } else { voikko::Dictionary::find(arguments.dictionary.as_deref()) };
    let dictionary = dictionary.map(|path| voikko::Dictionary::open(&path)).transpose()?;
    println!("dictionary: {}", if dictionary.is_some() { "yes" } else { "no" });
    let mut analyser = Analyser::new(dictionary.map(|dictionary| Arc::new(dictionary) as Arc<dyn Morphology>));
    if let Some(folder) = &arguments.concepts {
        let concepts = Concepts::default().joined_by(folder)?;
        println!("concepts: {}", concepts.list().len());
        analyser = analyser.with_concepts(concepts);
    }
    Ok(analyser)
}

fn lines<T: for<'a> Deserialize<'a>>(path: &Path) -> Result<Vec<T>, Box<dyn Error>> {
    Ok(fs::read_to_string(path)?.lines().map(serde_json::from_str).collect::<Result<_, _>>()?)
}

fn arguments() -> Result<Arguments, Box<dyn Error>> {
    let mut arguments =
        Arguments { files: Vec::new(), dictionary: None, no_dictionary: false, concepts: None, each: false };
    let mut given = std::env::args().skip(1);
    while let Some(argument) = given.next() {
        match argument.as_str() {
            "--dictionary" => arguments.dictionary = Some(given.next().ok_or("--dictionary needs a path")?.into()),
            "--no-dictionary" => arguments.no_dictionary = true,
            "--concepts" => arguments.concepts = Some(given.next().ok_or("--concepts needs a folder")?.into()),
            "--each" => arguments.each = true,
            file => arguments.files.push(file.into()),
        }
    }
    Ok(arguments)
}
