//! Every time written in the demo region is understood.

use std::path::Path;

use super::*;
use crate::times::words::{exceptions_to_words, to_words};

/// The records of a `;` separated file (RFC 4180 quoting).
fn records(text: &str) -> Vec<Vec<String>> {
    let mut records = vec![vec![String::new()]];
    let mut quoted = false;
    let mut letters = text.trim_start_matches('\u{feff}').chars().peekable();
    while let Some(c) = letters.next() {
        let record = records.last_mut().unwrap();
        match c {
            '"' if quoted && letters.peek() == Some(&'"') => record.last_mut().unwrap().push(letters.next().unwrap()),
            '"' => quoted = !quoted,
            ';' if !quoted => record.push(String::new()),
            '\n' if !quoted => records.push(vec![String::new()]),
            '\r' if !quoted => {}
            c => record.last_mut().unwrap().push(c),
        }
    }
    records
}

#[test]
fn every_time_of_the_demo_region_is_understood() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../demo-region");
    let files = std::fs::read_dir(folder).expect("the demo region");
    let mut understood = 0;
    let mut problems = Vec::new();
    for file in files.map(|file| file.unwrap().path()).filter(|path| path.extension().is_some_and(|end| end == "csv")) {
        let records = records(&std::fs::read_to_string(&file).unwrap());
        let column = |name: &str| records[0].iter().position(|heading| heading.trim() == name);
        let (Some(times), exceptions) = (column("ajat"), column("poikkeukset")) else { continue };
        for record in &records[1..] {
            let cell = |at: Option<usize>| at.and_then(|at| record.get(at)).map_or("", String::as_str);
            match parse(cell(Some(times)), cell(exceptions), today()) {
                Ok(schedules) => {
                    understood += schedules.len();
                    for schedule in schedules {
                        let again = parse(&to_words(&schedule), &exceptions_to_words(&schedule), today());
                        assert_eq!(again, Ok(vec![schedule]));
                    }
                }
                Err(problem) => problems.push(format!("{} {}: {problem}", file.display(), cell(Some(0)))),
            }
        }
    }
    assert!(problems.is_empty(), "{}", problems.join("\n"));
    assert!(understood > 100, "only {understood} times were found");
}
