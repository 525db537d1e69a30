//! The Finnish cases of names of municipalities: formed by rule, with tables for what no rule gives.
//!
//! Rules: *Iso suomen kielioppi* on consonant gradation and on the cases of nouns. Whether a name takes the inner cases
//! (*Lahdessa*) or the outer ones (*Padasjoella*) is what people there say, and so a table; it follows the advice of
//! the Institute for the Languages of Finland.

/// The forms of one name.
#[derive(Debug, Clone)]
pub(super) struct Inflected {
    /// *Lahden*
    pub(super) genitive: String,
    /// *Lahdessa*
    pub(super) in_it: String,
    /// *Lahdesta*
    pub(super) from_it: String,
    /// *Lahteen*
    pub(super) to_it: String,
    /// Every form to recognise, in small letters: both kinds of local cases, and some that are heard though no
    /// grammar has them (*Espoohon*).
    pub(super) all: Vec<String>,
}

/// The last parts of compound names: as it is, weak stem, strong stem, whether its vowels are front ones, whether
/// municipalities called so take the outer cases as a rule.
const LAST_PARTS: [(&str, &str, &str, bool, bool); 14] = [
    ("harju", "harju", "harju", false, true),
    ("joki", "joe", "joke", false, true),
    ("järvi", "järve", "järve", true, true),
    ("koski", "koske", "koske", false, true),
    ("lahti", "lahde", "lahte", false, true),
    ("lampi", "lammi", "lampe", false, true),
    ("mäki", "mäe", "mäke", true, true),
    ("niemi", "nieme", "nieme", true, true),
    ("nummi", "numme", "numme", false, true),
    ("saari", "saare", "saare", false, false),
    ("salmi", "salme", "salme", false, true),
    ("selkä", "selä", "selkä", true, false),
    ("vesi", "vede", "vete", true, true),
    ("virta", "virra", "virta", false, true),
];

/// Names with stems of their own: weak and strong.
const STEMS: [(&str, &str, &str); 18] = [
    ("alavus", "alavude", "alavute"),
    ("geta", "geta", "geta"),
    ("juuka", "juua", "juuka"),
    ("kannus", "kannukse", "kannukse"),
    ("kaustinen", "kaustise", "kaustise"),
    ("kumlinge", "kumlinge", "kumlinge"),
    ("loppi", "lope", "loppe"),
    ("muhos", "muhokse", "muhokse"),
    ("muurame", "muurame", "muurame"),
    ("nurmes", "nurmekse", "nurmekse"),
    ("pedersöre", "pedersöre", "pedersöre"),
    ("pihtipudas", "pihtiputaa", "pihtiputaa"),
    ("punkalaidun", "punkalaitume", "punkalaitume"),
    ("raahe", "raahe", "raahe"),
    ("turku", "turu", "turku"),
    ("tuulos", "tuulokse", "tuulokse"),
    ("varkaus", "varkaude", "varkaute"),
    ("virrat", "virroi", "virtoi"),
];

/// Names that take the outer cases though their last part does not say so.
const OUTER: [&str; 58] = [
    "alavus",
    "enontekiö",
    "halsua",
    "hyvinkää",
    "imatra",
    "jokioinen",
    "juva",
    "kaavi",
    "kangasala",
    "kauhava",
    "kaustinen",
    "keitele",
    "kerava",
    "keuruu",
    "kitee",
    "koski tl",
    "kuortane",
    "laihia",
    "lapua",
    "lemi",
    "lohja",
    "loimaa",
    "loppi",
    "merikarvia",
    "muhos",
    "multia",
    "nokia",
    "parainen",
    "pihtipudas",
    "posio",
    "punkalaidun",
    "puolanka",
    "pyhtää",
    "pyhäntä",
    "pälkäne",
    "pöytyä",
    "ranua",
    "rauma",
    "rautavaara",
    "rusko",
    "savitaipale",
    "siikalatva",
    "somero",
    "sulkava",
    "taipalsaari",
    "tampere",
    "teuva",
    "tyrnävä",
    "uurainen",
    "vantaa",
    "vehmaa",
    "vesanto",
    "vieremä",
    "viitasaari",
    "virrat",
    "vöyri",
    "ylitornio",
    "ypäjä",
];

/// Names that take the inner cases though their last part says otherwise.
const INNER: [&str; 4] = ["iisalmi", "lahti", "maalahti", "mynämäki"];

/// What stands before the name itself and is inflected with it: genitive, then in, from, to, at, off, onto.
const ADJECTIVES: [(&str, [&str; 7]); 2] = [
    ("uusi", ["uuden", "uudessa", "uudesta", "uuteen", "uudella", "uudelta", "uudelle"]),
    ("iso", ["ison", "isossa", "isosta", "isoon", "isolla", "isolta", "isolle"]),
];

/// Names whose first part is such an adjective; *Isojoki* leaves it as it is.
const WITH_ADJECTIVE: [&str; 3] = ["uusikaarlepyy", "uusikaupunki", "isokyrö"];

/// The seven forms a page or a search uses.
struct Forms {
    genitive: String,
    inner: [String; 3],
    outer: [String; 3],
    others: Vec<String>,
}

/// Every form of a name to recognise, in small letters: of villages and parts of town as of municipalities.
pub fn inflected(name: &str) -> Vec<String> {
    of(name).all
}

/// The forms of a name, given as it is written.
pub(super) fn of(name: &str) -> Inflected {
    let lower = name.to_lowercase();
    let (bare, after) = match lower.as_str() {
        "pedersören kunta" => ("pedersöre", ""),
        // The letters tell apart namesakes in old provinces and stay as they are: *Kosken Tl kunta*.
        _ => lower.strip_suffix(" tl").map_or((lower.as_str(), ""), |bare| (bare, " Tl")),
    };
    let forms = forms(bare);
    let outer = OUTER.contains(&lower.as_str()) || (by_last_part(bare) && !INNER.contains(&bare));
    let [in_it, from_it, to_it] = if outer { &forms.outer } else { &forms.inner };
    let written = |form: &String| format!("{}{after}", capitalised(form));

    let mut all = vec![bare.to_owned(), forms.genitive.clone()];
    all.extend(forms.inner.iter().chain(&forms.outer).chain(&forms.others).cloned());
    if !after.is_empty() {
        let whole: Vec<String> = all.iter().map(|form| format!("{form}{}", after.to_lowercase())).collect();
        all.extend(whole);
    }
    Inflected {
        genitive: written(&forms.genitive),
        in_it: written(in_it),
        from_it: written(from_it),
        to_it: written(to_it),
        all,
    }
}

fn by_last_part(name: &str) -> bool {
    LAST_PARTS.iter().any(|(part, .., outer)| *outer && name.ends_with(part))
}

fn forms(name: &str) -> Forms {
    let with_adjective = || {
        let (adjective, cases) = ADJECTIVES.iter().find(|(adjective, _)| name.starts_with(adjective))?;
        let rest = WITH_ADJECTIVE.contains(&name).then(|| name.strip_prefix(adjective))??;
        Some(joined(cases, forms(rest), plain(name)))
    };
    with_adjective().unwrap_or_else(|| plain(name))
}

/// Both parts inflected; the forms that leave the first part alone are heard too and only recognised.
fn joined(first: &[&str; 7], rest: Forms, unchanged: Forms) -> Forms {
    let [genitive, cases @ ..] = first;
    let mut forms = rest.inner.into_iter().chain(rest.outer).zip(cases).map(|(form, case)| format!("{case}{form}"));
    let mut next = || forms.next().unwrap_or_default();
    let (inner, outer) = ([next(), next(), next()], [next(), next(), next()]);
    let mut others = unchanged.others;
    others.push(unchanged.genitive);
    others.extend(unchanged.inner.into_iter().chain(unchanged.outer));
    Forms { genitive: format!("{genitive}{}", rest.genitive), inner, outer, others }
}

fn plain(name: &str) -> Forms {
    let (weak, strong) = stems(name);
    let front = is_front(name);
    let a = if front { 'ä' } else { 'a' };
    let local = |stem: &str| {
        (
            [format!("{stem}ss{a}"), format!("{stem}st{a}"), into(name, &strong)],
            [format!("{stem}ll{a}"), format!("{stem}lt{a}"), format!("{stem}lle")],
        )
    };
    let (inner, mut outer) = local(&weak);
    if name == "kangasala" {
        // *ala* alone: *Kangasalla*, as in *alla*.
        outer = ["kangasalla", "kangasalta", "kangasalle"].map(str::to_owned);
    }
    let mut others = vec![format!("{weak}ksi"), format!("{strong}h{}n", strong.chars().last().unwrap_or(a))];
    others.extend(partitives(name, &strong, a));
    if ends_long(name) {
        others.push(format!("{strong}seen"));
    }

    let genitive = match name.strip_suffix("nen") {
        Some(start) if is_plural(name) => {
            let stem = format!("{start}se");
            let (inner, outer) = local(&stem);
            others.extend(inner.into_iter().chain(outer));
            others.push(format!("{stem}n"));
            format!("{start}sten")
        }
        _ if name == "virrat" => {
            others.push("virtojen".to_owned());
            "virtain".to_owned()
        }
        _ => format!("{weak}n"),
    };
    Forms { genitive, inner, outer, others }
}

/// The stem before *-ssa*, *-lla* and *-n*, and the one before the illative.
fn stems(name: &str) -> (String, String) {
    if let Some((_, weak, strong)) = STEMS.iter().find(|(own, ..)| *own == name) {
        return ((*weak).to_owned(), (*strong).to_owned());
    }
    for (part, weak, strong, ..) in LAST_PARTS {
        if let Some(start) = name.strip_suffix(part) {
            return (format!("{start}{weak}"), format!("{start}{strong}"));
        }
    }
    if let Some(start) = name.strip_suffix("nen") {
        let stem = format!("{start}si");
        return (stem.clone(), stem);
    }
    if ends_long(name) {
        return (name.to_owned(), name.to_owned());
    }
    match name.chars().last() {
        Some('e') => (format!("{name}e"), format!("{name}e")),
        Some(last) if is_vowel(last) => (weakened(name), name.to_owned()),
        // Swedish names: *Finströmissä*.
        _ => (format!("{name}i"), format!("{name}i")),
    }
}

/// Consonant gradation before the last vowel: *Helsinki* – *Helsingi-*, *Lieto* – *Liedo-*.
fn weakened(name: &str) -> String {
    const GRADES: [(&str, &str); 9] = [
        ("kk", "k"),
        ("pp", "p"),
        ("tt", "t"),
        ("nk", "ng"),
        ("mp", "mm"),
        ("nt", "nn"),
        ("lt", "ll"),
        ("rt", "rr"),
        ("ht", "hd"),
    ];
    let Some((at, last)) = name.char_indices().next_back() else { return String::new() };
    let start = &name[..at];
    for (strong, weak) in GRADES {
        if let Some(start) = start.strip_suffix(strong) {
            return format!("{start}{weak}{last}");
        }
    }
    match start.strip_suffix('t') {
        Some(start) if start.ends_with(is_vowel) => format!("{start}d{last}"),
        _ => name.to_owned(),
    }
}

/// The illative: *Lahteen*, *Espooseen*, *Järvenpäähän*, *Iihin*, *Ikaalisiin*, *Virtoihin*.
fn into(name: &str, strong: &str) -> String {
    let Some(last) = strong.chars().last() else { return String::new() };
    if name == "virrat" {
        return format!("{strong}hin");
    }
    if !ends_long(strong) {
        // Swedish *ö*, an island, is a word of its own: *Föglöhön*, but *Närpiöön* and *Isoonkyröön*.
        let island = name.strip_suffix('ö').is_some_and(|start| !start.ends_with(is_vowel) && !start.ends_with("kyr"));
        return if island { format!("{strong}h{last}n") } else { format!("{strong}{last}n") };
    }
    let short = ["pää", "suu", "nmaa", "pyy"].iter().any(|part| name.ends_with(part)) || name == "ii";
    if short { format!("{strong}h{last}n") } else { format!("{strong}seen") }
}

fn partitives(name: &str, strong: &str, a: char) -> Vec<String> {
    let special =
        [("vesi", "vettä"), ("saari", "saarta"), ("virrat", "virtoja"), ("nen", if a == 'ä' { "stä" } else { "sta" })];
    let mut forms = vec![format!("{strong}{a}"), format!("{name}{a}"), format!("{name}t{a}")];
    if name.ends_with('e') {
        forms.push(format!("{name}tt{a}"));
    }
    for (part, partitive) in special {
        forms.extend(name.strip_suffix(part).map(|start| format!("{start}{partitive}")));
    }
    forms
}

fn is_plural(name: &str) -> bool {
    name.ends_with("nen") && name != "kaustinen"
}

/// Whether the endings have *ä*: the last part of the name decides, and *e* and *i* go with either.
fn is_front(name: &str) -> bool {
    for (part, _, _, front, _) in LAST_PARTS {
        if name.ends_with(part) {
            return front;
        }
    }
    !matches!(name.chars().rev().find(|letter| "aouåäöy".contains(*letter)), Some('a' | 'o' | 'u' | 'å'))
}

fn is_vowel(letter: char) -> bool {
    "aeiouyåäö".contains(letter)
}

fn ends_long(name: &str) -> bool {
    let mut letters = name.chars().rev();
    matches!((letters.next(), letters.next()), (Some(last), Some(before)) if last == before && is_vowel(last))
}

/// With capitals as the name has them: at the beginning and after a hyphen.
fn capitalised(form: &str) -> String {
    let mut capital = true;
    let mut result = String::with_capacity(form.len());
    for letter in form.chars() {
        if capital {
            result.extend(letter.to_uppercase());
        } else {
            result.push(letter);
        }
        capital = letter == '-';
    }
    result
}
