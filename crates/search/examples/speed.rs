//! Measures building and asking an index of made-up documents that look like a Finnish region's: words by Zipf's law, compounds, inflection,
//! places, weekly sessions and facets. The same seed makes the same documents everywhere.
//!
//! ```text
//! cargo run --release -p search --example speed -- [DOCUMENTS=100000] [FOLDER] [PART OF A KIND'S NAME]
//! cargo run -p search --example speed -- ask FOLDER ROUNDS
//! ```
//!
//! A folder that is named is kept, and what is in it is asked again the next time.
//!
//! `ask` makes an index of 4,000 documents in the folder when it is not there, and asks every kind of question so many
//! times, always the same ones: `bench/search/instructions.py` counts what that takes.

use rustix::time::{ClockId, clock_gettime};
use search::{
    Analyser, Change, Document, Field, Filter, Index, Morphology, Near, Query, Settings, Sort, Text, along_curve,
};
use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Instant;

const DIMENSIONS: [&str; 10] = [
    "municipality",
    "organization",
    "kind",
    "step",
    "interest",
    "language",
    "fact",
    "accessibility",
    "age",
    "situation",
];
/// Distinct values of each dimension, and how many a document has.
const VALUES: [(u32, u32); 10] =
    [(300, 1), (3000, 1), (20, 1), (5, 1), (60, 3), (8, 2), (10, 3), (8, 2), (6, 2), (30, 1)];
const TODAY: i32 = 9_800;
const DAY: i64 = 24 * 60;

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1).peekable();
    if arguments.next_if(|first| first == "ask").is_some() {
        let folder: PathBuf = arguments.next().ok_or("which folder?")?.into();
        return ask(&folder, arguments.next().ok_or("how many rounds?")?.parse()?);
    }
    let count: usize = arguments.next().map_or(Ok(100_000), |count| count.parse())?;
    let named: Option<PathBuf> = arguments.next().map(PathBuf::from);
    let folder =
        named.clone().unwrap_or_else(|| std::env::temp_dir().join(format!("search-speed-{}", std::process::id())));
    let dictionary = voikko::Dictionary::find(None).map(|path| voikko::Dictionary::open(&path)).transpose()?;
    println!("documents: {count}, dictionary: {}", if dictionary.is_some() { "yes" } else { "no" });
    let analyser = Analyser::new(dictionary.map(|dictionary| Arc::new(dictionary) as Arc<dyn Morphology>));
    let index = Index::open(Settings::new(&folder, DIMENSIONS), Arc::new(analyser))?.index;

    let vocabulary = Vocabulary::new(count);
    if index.count() != count {
        build(&index, count, &vocabulary)?;
    }
    let mut random = Random(4242);
    println!("index: {:.1} MB on disk, resident memory {:.0} MB", size(&folder)? as f64 / 1e6, memory_megabytes());

    println!("{:34} {:>8} {:>8} {:>8} {:>10}", "query (processor milliseconds)", "p50", "p99", "most", "found");
    let rounds = 300;
    let only = arguments.next();
    for kind in KINDS.iter().filter(|kind| only.as_ref().is_none_or(|only| kind.name.contains(only))) {
        let mut times = Vec::with_capacity(rounds);
        let mut found = 0;
        for _ in 0..rounds {
            let words = (kind.words)(&vocabulary, &mut random);
            let query = (kind.query)(&words, &mut random);
            let (time, hits) = milliseconds(|| Ok(index.search(&query)?.total))?;
            found += hits;
            times.push(time);
        }
        report(kind.name, times, found / rounds);
    }
    let mut times = Vec::with_capacity(rounds);
    let mut found = 0;
    for _ in 0..rounds {
        let word = vocabulary.word(&mut random);
        let typed: String = word.chars().take(2 + random.below(5) as usize).collect();
        let (time, hits) = milliseconds(|| Ok(index.suggest(&typed, "fi", 8)?.len()))?;
        found += hits;
        times.push(time);
    }
    report("suggestions", times, found / rounds);
    let mut times = Vec::new();
    for nth in 0..30 {
        let begun = cpu_seconds(ClockId::ProcessCPUTime);
        index.apply(vec![Change::Put(document(nth * 7, &vocabulary, &mut random))], 2 + nth as u64)?;
        times.push((cpu_seconds(ClockId::ProcessCPUTime) - begun) * 1e3);
    }
    report("one change, visible", times, 1);
    println!("resident memory {:.0} MB", memory_megabytes());
    drop(index);
    if named.is_some() {
        return Ok(());
    }
    // Segments may still be merging in the background: what is left then is for the next cleaning of the folder.
    if let Err(error) = fs::remove_dir_all(&folder) {
        eprintln!("{} is not gone: {error}", folder.display());
    }
    Ok(())
}

fn build(index: &Index, count: usize, vocabulary: &Vocabulary) -> search::Result<()> {
    let (begun, cpu) = (Instant::now(), cpu_seconds(ClockId::ProcessCPUTime));
    index.rebuild(documents(count, vocabulary), || Some(1), |_| {})?;
    let cpu = cpu_seconds(ClockId::ProcessCPUTime) - cpu;
    println!("build: {:.1} s, {cpu:.1} s of processors", begun.elapsed().as_secs_f64());
    Ok(())
}

/// Asks the same questions as every time before.
fn ask(folder: &Path, rounds: usize) -> Result<(), Box<dyn Error>> {
    const DOCUMENTS: usize = 4_000;
    let vocabulary = Vocabulary::new(DOCUMENTS);
    let opened = Index::open(Settings::new(folder, DIMENSIONS), Arc::new(Analyser::new(None)))?;
    if opened.fresh {
        opened.index.rebuild(documents(DOCUMENTS, &vocabulary), || Some(1), |_| {})?;
    }
    let mut random = Random(7);
    let mut found = 0;
    for _ in 0..rounds {
        for kind in KINDS {
            let words = (kind.words)(&vocabulary, &mut random);
            found += opened.index.search(&(kind.query)(&words, &mut random))?.total;
        }
    }
    println!("{} documents, {} questions, {found} hits", opened.index.count(), rounds * KINDS.len());
    Ok(())
}

/// A kind of question that is asked again and again with other words.
struct Kind {
    name: &'static str,
    words: fn(&Vocabulary, &mut Random) -> String,
    query: for<'a> fn(&'a str, &mut Random) -> Query<'a>,
}

fn plain<'a>(words: &'a str, _: &mut Random) -> Query<'a> {
    Query { words, today: TODAY, now: i64::from(TODAY) * DAY + 700, count_facets: true, ..Query::default() }
}

const KINDS: &[Kind] = &[
    Kind { name: "one word", words: |vocabulary, random| vocabulary.word(random), query: plain },
    Kind {
        name: "three words",
        words: |vocabulary, random| {
            format!("{} {} {}", vocabulary.word(random), vocabulary.word(random), vocabulary.word(random))
        },
        query: plain,
    },
    Kind {
        name: "typed prefix",
        words: |vocabulary, random| vocabulary.word(random).chars().take(4).collect(),
        query: |words, random| Query { last_word_is_prefix: true, ..plain(words, random) },
    },
    Kind {
        name: "misspelled word",
        words: |vocabulary, random| {
            let mut letters: Vec<char> = vocabulary.word(random).chars().collect();
            let at = random.below(letters.len() as u32 - 1) as usize;
            letters.swap(at, at + 1);
            letters.into_iter().collect()
        },
        query: plain,
    },
    Kind {
        name: "word, filters, near, this week",
        words: |vocabulary, random| vocabulary.word(random),
        query: |words, random| Query {
            filters: vec![Filter::any("step", ["step 1", "step 2"]), Filter::any("language", ["language 1"])],
            near: Some(Near { lat: 60.98, lon: 25.66, max_km: Some(50.0) }),
            windows: vec![(i64::from(TODAY) * DAY + 700, i64::from(TODAY + 7) * DAY)],
            ..plain(words, random)
        },
    },
    Kind { name: "everything", words: |_, _| String::new(), query: plain },
    Kind {
        name: "everything of a municipality",
        words: |_, random| format!("municipality {}", random.below(50)),
        query: |words, random| Query { filters: vec![Filter::any("municipality", [words])], ..plain("", random) },
    },
    Kind {
        name: "everything, three filters",
        words: |_, _| String::new(),
        query: |words, random| Query {
            filters: vec![
                Filter::any("step", ["step 1", "step 2"]),
                Filter::any("language", ["language 0"]),
                Filter::all("fact", ["fact 0", "fact 1"]),
            ],
            ..plain(words, random)
        },
    },
    Kind {
        name: "everything near, nearest first",
        words: |_, _| String::new(),
        query: |words, random| Query {
            near: Some(Near { lat: 60.98, lon: 25.66, max_km: Some(30.0) }),
            sort: Sort::Nearest,
            ..plain(words, random)
        },
    },
    Kind {
        name: "everything, soonest first",
        words: |_, _| String::new(),
        query: |words, random| Query { sort: Sort::Soonest, ..plain(words, random) },
    },
    Kind {
        name: "everything in coming evenings",
        words: |_, _| String::new(),
        query: |words, random| Query {
            windows: (0..14)
                .map(|day| {
                    let midnight = i64::from(TODAY + day) * DAY;
                    (midnight + 17 * 60, midnight + 22 * 60)
                })
                .collect(),
            ..plain(words, random)
        },
    },
];

/// So many documents, neighbours one after the other as the service sends them.
fn documents(count: usize, vocabulary: &Vocabulary) -> impl Iterator<Item = Document> {
    let mut numbers: Vec<usize> = (0..count).collect();
    numbers.sort_by_key(|number| along_curve(Some(place(*number))));
    let mut random = Random(42);
    numbers.into_iter().map(move |number| document(number, vocabulary, &mut random))
}

fn document(number: usize, vocabulary: &Vocabulary, random: &mut Random) -> Document {
    let words = |count: u32, random: &mut Random| -> String {
        (0..count).map(|_| vocabulary.word(random)).collect::<Vec<_>>().join(" ")
    };
    let title_words = 2 + random.below(3);
    let body_words = 25 + random.below(40);
    let first_day = i64::from(TODAY) + i64::from(random.below(30));
    let end_of_day = 60 * (10 + i64::from(random.below(11)));
    let weeks = if random.below(4) == 0 { 0 } else { i64::from(random.below(40)) };
    let mut facets = Vec::new();
    for (dimension, (distinct, own)) in DIMENSIONS.into_iter().zip(VALUES) {
        for _ in 0..own {
            facets.push((dimension, format!("{dimension} {}", random.skewed(distinct))));
        }
    }
    Document {
        id: format!("{:08x}-{:04x}", number as u32 ^ 0x5bd1_e995, number % 65_521),
        texts: vec![
            Text::new("fi", Field::Title, words(title_words, random)),
            Text::new("fi", Field::Body, words(body_words, random)),
            Text::new("fi", Field::Keywords, words(3, random)),
        ],
        facets,
        points: vec![place(number)],
        ends: (0..weeks).map(|week| (first_day + week * 7) * DAY + end_of_day).collect(),
        checked_day: Some(TODAY - random.below(600) as i32),
        provider: format!("provider {}", random.skewed(3000)),
        sort_key: format!("{number:08}").into_bytes(),
    }
}

/// Where a document is: anywhere in the south of Finland.
fn place(number: usize) -> (f64, f64) {
    let mut random = Random((number as u64 + 1).wrapping_mul(0x9e37_79b9_7f4a_7c15));
    random.below(1);
    (60.2 + f64::from(random.below(2_000_000)) / 1e6, 23.5 + f64::from(random.below(3_000_000)) / 1e6)
}

/// Finnish-like words by how common they are: true words of services, then compounds of them with every ending.
struct Vocabulary {
    words: Vec<String>,
}

const ROOTS: [&str; 64] = [
    "kahvila",
    "kurssi",
    "ryhmä",
    "kerho",
    "neuvonta",
    "apu",
    "kuoro",
    "jumppa",
    "uinti",
    "peli",
    "työ",
    "paja",
    "koulutus",
    "ruoka",
    "kieli",
    "suomi",
    "laulu",
    "käsityö",
    "liikunta",
    "kävely",
    "retki",
    "luonto",
    "musiikki",
    "tanssi",
    "elokuva",
    "kirja",
    "lukupiiri",
    "tietokone",
    "puhelin",
    "opastus",
    "vertaistuki",
    "keskustelu",
    "perhe",
    "lapsi",
    "nuori",
    "vanhus",
    "eläkeläinen",
    "työtön",
    "maahanmuuttaja",
    "vapaaehtoinen",
    "ystävä",
    "talous",
    "velka",
    "asunto",
    "terveys",
    "mieli",
    "päihde",
    "suru",
    "ero",
    "läksy",
    "koulu",
    "päiväkoti",
    "puutarha",
    "metsä",
    "kalastus",
    "keilailu",
    "shakki",
    "teatteri",
    "valokuva",
    "maalaus",
    "savi",
    "kotipalvelu",
    "kuljetus",
    "kirppis",
];
const ENDINGS: [&str; 10] = ["", "n", "ssa", "sta", "lla", "lle", "t", "lta", "na", "ksi"];

impl Vocabulary {
    fn new(documents: usize) -> Vocabulary {
        let mut random = Random(7);
        let mut words: Vec<String> = ROOTS.map(str::to_owned).to_vec();
        // Heaps' law: the vocabulary grows with about the square root of the text.
        let distinct = (40.0 * (documents as f64 * 50.0).sqrt()) as usize;
        while words.len() < distinct.max(500) {
            let mut word = String::new();
            for _ in 0..1 + random.below(3) {
                word.push_str(ROOTS[random.skewed(ROOTS.len() as u32) as usize]);
            }
            if random.below(4) == 0 {
                // Names and loans that no dictionary knows.
                for _ in 0..2 + random.below(2) {
                    word.push("kptsvlmnrhj".as_bytes()[random.below(11) as usize] as char);
                    word.push("aeiou".as_bytes()[random.below(5) as usize] as char);
                }
            }
            word.push_str(ENDINGS[random.below(10) as usize]);
            words.push(word);
        }
        Vocabulary { words }
    }

    fn word(&self, random: &mut Random) -> String {
        // Zipf's law as Mandelbrot saw it: the first words are common, but not in every text.
        const FLAT: f64 = 50.0;
        let most = (self.words.len() as f64 + FLAT) / FLAT;
        let even = f64::from(random.below(1 << 24)) / f64::from(1 << 24);
        self.words[((most.powf(even) - 1.0) * FLAT) as usize].clone()
    }
}

/// A small generator (xorshift*), so that the documents stay the same whatever libraries do.
struct Random(u64);

impl Random {
    fn below(&mut self, most: u32) -> u32 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        ((self.0.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 32) % u64::from(most)) as u32
    }

    /// The first ones often and the last ones seldom: evenly over the logarithm.
    fn skewed(&mut self, most: u32) -> u32 {
        let even = f64::from(self.below(1 << 24)) / f64::from(1 << 24);
        ((f64::from(most) + 1.0).powf(even) - 1.0) as u32
    }
}

fn report(name: &str, mut times: Vec<f64>, found: usize) {
    times.sort_by(f64::total_cmp);
    let at = |share: f64| times[((times.len() - 1) as f64 * share) as usize];
    println!("{name:34} {:8.2} {:8.2} {:8.2} {found:10}", at(0.5), at(0.99), at(1.0));
}

/// Seconds of processor time that this thread, or the whole program, has used.
fn cpu_seconds(clock: ClockId) -> f64 {
    let time = clock_gettime(clock);
    time.tv_sec as f64 + time.tv_nsec as f64 / 1e9
}

/// Processor milliseconds of the faster of two runs: a search runs on one processor, and what it waits for is somebody else's work.
fn milliseconds(mut run: impl FnMut() -> search::Result<usize>) -> search::Result<(f64, usize)> {
    let (mut fastest, mut found) = (f64::MAX, 0);
    for _ in 0..2 {
        let begun = cpu_seconds(ClockId::ThreadCPUTime);
        found = run()?;
        fastest = fastest.min((cpu_seconds(ClockId::ThreadCPUTime) - begun) * 1e3);
    }
    Ok((fastest, found))
}

fn memory_megabytes() -> f64 {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
    line.and_then(|line| line.split_whitespace().next()?.parse::<f64>().ok()).unwrap_or_default() / 1024.0
}

fn size(folder: &Path) -> std::io::Result<u64> {
    let mut bytes = 0;
    for entry in fs::read_dir(folder)? {
        bytes += entry?.metadata()?.len();
    }
    Ok(bytes)
}
