//! The municipalities of Finland and the areas they belong to, in 2026.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::inflection::{self, Inflected};
use super::{Names, Point, comparable, rows};
use crate::i18n::Language;

/// A region, a welfare county or an employment area.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Area {
    /// Its code at Statistics Finland, two digits.
    pub code: &'static str,
    /// What it is called.
    pub names: Names,
}

impl Area {
    /// What it is called on a page.
    pub fn name(&self, language: Language) -> &'static str {
        self.names.name(language)
    }
}

/// A municipality of today.
#[derive(Debug)]
pub struct Municipality {
    /// Its code at Statistics Finland, three digits: `398`.
    pub code: &'static str,
    /// What it is called.
    pub names: Names,
    /// The region (*maakunta*).
    pub region: &'static Area,
    /// The welfare county (*hyvinvointialue*); Helsinki and Åland, which are none, have codes of their own.
    pub welfare_county: &'static Area,
    /// The employment area (*työllisyysalue*).
    pub employment_area: &'static Area,
    /// Latitude of its central locality, WGS 84 degrees.
    pub lat: f64,
    /// Longitude of its central locality, WGS 84 degrees.
    pub lon: f64,
    forms: Inflected,
}

impl Municipality {
    /// What it is called on a page.
    pub fn name(&self, language: Language) -> &'static str {
        self.names.name(language)
    }

    /// Its central locality.
    pub fn point(&self) -> Point {
        Point { lat: self.lat, lon: self.lon }
    }

    /// Of it, in Finnish: *Lahden*.
    pub fn genitive(&self) -> &str {
        &self.forms.genitive
    }

    /// In it, in Finnish, in the case people there use: *Lahdessa*, *Padasjoella*.
    pub fn inessive(&self) -> &str {
        &self.forms.in_it
    }

    /// From it, in Finnish: *Lahdesta*, *Padasjoelta*.
    pub fn elative(&self) -> &str {
        &self.forms.from_it
    }

    /// To it, in Finnish: *Lahteen*, *Padasjoelle*.
    pub fn illative(&self) -> &str {
        &self.forms.to_it
    }

    /// In it, as a page says it: *Lahdessa*, *i Lahtis*, *in Lahti*.
    pub fn in_it(&self, language: Language) -> String {
        match language {
            Language::Finnish | Language::EasyFinnish => self.forms.in_it.clone(),
            Language::Swedish if ON_IN_SWEDISH.contains(&self.names.sv) => format!("på {}", self.names.sv),
            Language::Swedish => format!("i {}", self.names.sv),
            Language::English => format!("in {}", self.names.en),
        }
    }
}

/// Islands, which Swedish is *på* and not *i*.
const ON_IN_SWEDISH: [&str; 6] = ["Karlö", "Kimitoön", "Kökar", "Föglö", "Kumlinge", "Sottunga"];

/// A municipality that has become a part of another one since 2001.
#[derive(Debug)]
pub struct FormerMunicipality {
    /// The code it had, three digits; codes are not used again.
    pub code: &'static str,
    /// What it was called; there never were English names.
    pub names: Names,
    /// What it is a part of now.
    pub now: &'static Municipality,
    /// The year from whose beginning it was gone.
    pub year: u16,
}

static REGIONS: LazyLock<Vec<Area>> = LazyLock::new(|| areas(include_str!("../../../../reference/regions.csv")));
static WELFARE_COUNTIES: LazyLock<Vec<Area>> =
    LazyLock::new(|| areas(include_str!("../../../../reference/welfare-counties.csv")));
static EMPLOYMENT_AREAS: LazyLock<Vec<Area>> =
    LazyLock::new(|| areas(include_str!("../../../../reference/employment-areas.csv")));

fn areas(text: &'static str) -> Vec<Area> {
    rows(text).map(|[code, fi, sv, en]| Area { code, names: Names { fi, sv, en } }).collect()
}

/// Sorted by code, as the file is.
static MUNICIPALITIES: LazyLock<Vec<Municipality>> = LazyLock::new(|| {
    rows(include_str!("../../../../reference/municipalities.csv"))
        .filter_map(|[code, fi, sv, en, in_region, in_county, in_employment_area, lat, lon]| {
            Some(Municipality {
                code,
                names: Names { fi, sv, en },
                region: region(in_region)?,
                welfare_county: welfare_county(in_county)?,
                employment_area: employment_area(in_employment_area)?,
                lat: lat.parse().ok()?,
                lon: lon.parse().ok()?,
                forms: inflection::of(fi),
            })
        })
        .collect()
});

/// Sorted by code, as the file is.
static FORMER: LazyLock<Vec<FormerMunicipality>> = LazyLock::new(|| {
    rows(include_str!("../../../../reference/former-municipalities.csv"))
        .filter_map(|[code, fi, sv, into, year]| {
            let (now, year) = (municipality(into)?, year.parse().ok()?);
            Some(FormerMunicipality { code, names: Names { fi, sv, en: fi }, now, year })
        })
        .collect()
});

/// Names of municipalities of today and, where these leave room, of former ones.
static BY_NAME: LazyLock<HashMap<String, &'static Municipality>> = LazyLock::new(|| {
    let mut names = HashMap::new();
    for language in [Language::Finnish, Language::Swedish, Language::English] {
        for municipality in municipalities() {
            names.entry(comparable(municipality.name(language))).or_insert(municipality);
        }
    }
    for former in former_municipalities() {
        for name in former.names.all() {
            names.entry(comparable(name)).or_insert(former.now);
        }
    }
    names
});

/// Finnish inflected forms of names.
static BY_FORM: LazyLock<HashMap<String, &'static Municipality>> = LazyLock::new(|| {
    let mut forms = HashMap::new();
    for municipality in municipalities() {
        for form in &municipality.forms.all {
            forms.entry(form.clone()).or_insert(municipality);
        }
    }
    for former in former_municipalities().iter().filter(|former| !COMMON_WORDS.contains(&former.names.fi)) {
        for form in inflection::of(former.names.fi).all {
            forms.entry(form).or_insert(former.now);
        }
    }
    forms
});

/// Former municipalities whose forms are everyday words: *pohjan*, *saarella*, *enon*.
const COMMON_WORDS: [&str; 7] = ["Eno", "Kisko", "Kuru", "Lappi Tl", "Pohja", "Ruukki", "Saari"];

/// What offices put after and before the name of a municipality.
const AFTER_A_NAME: [&str; 8] =
    [" kunta", " kaupunki", " kommun", " stad", " municipality", " town", " city", " kommune"];
const BEFORE_A_NAME: [&str; 6] =
    ["municipality of ", "city of ", "town of ", "the city of ", "the municipality of ", "the town of "];

/// Every municipality of today, by code.
pub fn municipalities() -> &'static [Municipality] {
    &MUNICIPALITIES
}

/// Municipalities that are parts of others now, by code.
pub fn former_municipalities() -> &'static [FormerMunicipality] {
    &FORMER
}

/// The municipality of today with a code of three digits.
pub fn municipality(code: &str) -> Option<&'static Municipality> {
    let at = MUNICIPALITIES.binary_search_by(|municipality| municipality.code.cmp(code)).ok()?;
    MUNICIPALITIES.get(at)
}

/// The former municipality with a code of three digits.
pub fn former_municipality(code: &str) -> Option<&'static FormerMunicipality> {
    let at = FORMER.binary_search_by(|former| former.code.cmp(code)).ok()?;
    FORMER.get(at)
}

/// The municipality of today behind a code of any year since 2000, also without its leading zeroes: `532` was
/// Nastola and is Lahti.
pub fn municipality_now(code: &str) -> Option<&'static Municipality> {
    let code = format!("{:0>3}", code.trim());
    municipality(&code).or_else(|| former_municipality(&code).map(|former| former.now))
}

/// The municipality with a name as people and offices write it: in Finnish, Swedish or English, in any case,
/// inflected in Finnish, with *kunta*, *stad* or *City of*; the name of a former municipality gives the present one.
pub fn municipality_named(name: &str) -> Option<&'static Municipality> {
    let name = comparable(name);
    let known = |name: &str| BY_NAME.get(name).or_else(|| BY_FORM.get(name)).copied();
    known(&name).or_else(|| {
        let bare = AFTER_A_NAME.iter().find_map(|after| name.strip_suffix(after));
        let bare = bare.or_else(|| BEFORE_A_NAME.iter().find_map(|before| name.strip_prefix(before)));
        known(bare?)
    })
}

/// The municipality behind one word of a search, as it is or inflected in Finnish: *Lahti*, *lahdessa*, *Nastolaan*.
/// Some names are also everyday words (*kotka*, *salossa*, *perhon*); whether the place is meant is for the caller.
pub fn municipality_inflected(word: &str) -> Option<&'static Municipality> {
    let word = comparable(word);
    BY_NAME.get(&word).or_else(|| BY_FORM.get(&word)).copied()
}

/// Every region.
pub fn regions() -> &'static [Area] {
    &REGIONS
}

/// The region with a code; `7` is also taken for `07`.
pub fn region(code: &str) -> Option<&'static Area> {
    find(&REGIONS, code)
}

/// Every welfare county, and Helsinki and Åland in their places.
pub fn welfare_counties() -> &'static [Area] {
    &WELFARE_COUNTIES
}

/// The welfare county with a code; `9` is also taken for `09`.
pub fn welfare_county(code: &str) -> Option<&'static Area> {
    find(&WELFARE_COUNTIES, code)
}

/// Every employment area.
pub fn employment_areas() -> &'static [Area] {
    &EMPLOYMENT_AREAS
}

/// The employment area with a code; `1` is also taken for `01`.
pub fn employment_area(code: &str) -> Option<&'static Area> {
    find(&EMPLOYMENT_AREAS, code)
}

fn find(areas: &'static [Area], code: &str) -> Option<&'static Area> {
    let code = format!("{:0>2}", code.trim());
    areas.iter().find(|area| area.code == code)
}
