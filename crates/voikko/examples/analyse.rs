//! Reads words, one a line, and writes for each a line of tab-separated fields: the word, then its base forms.
//!
//! `--raw` writes what the transducer writes instead, `--parts` every analysis in full, `--time` only the speed.
//! `--dictionary PATH` names the dictionary.

use std::error::Error;
use std::io::{BufWriter, Read, Write};
use std::path::Path;
use std::time::Instant;

use voikko::Dictionary;

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let has = |name: &str| arguments.iter().any(|argument| argument == name);
    let setting = arguments.iter().position(|argument| argument == "--dictionary").and_then(|at| arguments.get(at + 1));
    let path = Dictionary::find(setting.map(Path::new)).ok_or("no dictionary: install voikko-fi")?;
    let dictionary = Dictionary::open(&path)?;

    let mut text = String::new();
    std::io::stdin().read_to_string(&mut text)?;
    if has("--time") {
        return time(&dictionary, &text);
    }

    let mut out = BufWriter::new(std::io::stdout().lock());
    for word in text.lines() {
        write!(out, "{word}")?;
        if has("--raw") {
            for reading in dictionary.readings(word) {
                write!(out, "\t{reading}")?;
            }
        } else {
            for analysis in dictionary.analyse(word) {
                if has("--parts") {
                    write!(out, "\t{analysis:?}")?;
                } else {
                    write!(out, "\t{}", analysis.base)?;
                }
            }
        }
        writeln!(out)?;
    }
    Ok(out.flush()?)
}

/// The words of the input analysed again and again for at least two seconds, on this one thread.
fn time(dictionary: &Dictionary, text: &str) -> Result<(), Box<dyn Error>> {
    let words: Vec<&str> = text.lines().collect();
    if words.is_empty() {
        return Err("no words to analyse".into());
    }
    let mut known = 0;
    let mut rounds = 0;
    let started = Instant::now();
    while rounds == 0 || started.elapsed().as_secs() < 2 {
        known = words.iter().filter(|word| !dictionary.analyse(word).is_empty()).count();
        rounds += 1;
    }
    let seconds = started.elapsed().as_secs_f64();
    println!("{} words, {known} known, {:.0} words/s", words.len(), (words.len() * rounds) as f64 / seconds);
    Ok(())
}
