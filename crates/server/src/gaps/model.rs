//! Areas, and what counts as little in them.

use crate::i18n::Language;
use crate::reference;
use crate::text::sort_key;

/// So many activities or fewer are little: with two, one that ends leaves no choice.
pub const LITTLE: i64 = 2;
/// The steps of the model (T3).
pub const STEPS: [u8; 5] = [1, 2, 3, 4, 5];

/// How much there is in a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Amount {
    /// Nothing at all.
    Nothing,
    /// No more than [`LITTLE`].
    Little,
    /// More.
    Enough,
}

impl Amount {
    /// How much this many is.
    pub fn of(count: i64) -> Amount {
        match count {
            ..=0 => Amount::Nothing,
            1..=LITTLE => Amount::Little,
            _ => Amount::Enough,
        }
    }

    /// The class of the cell.
    pub fn class(self) -> &'static str {
        match self {
            Amount::Nothing => "nothing",
            Amount::Little => "little",
            Amount::Enough => "enough",
        }
    }
}

/// A row of the table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Area {
    /// A municipality, by its code.
    Municipality(String),
    /// A postal area of the region's only municipality, by its code.
    Postal(String),
    /// In the region's only municipality, where more is not told.
    Elsewhere,
    /// Online, without a place, or where the place is not shown to anybody.
    NoPlace,
}

impl Area {
    /// As addresses say it.
    pub fn code(&self) -> &str {
        match self {
            Area::Municipality(code) | Area::Postal(code) => code,
            Area::Elsewhere => "muualla",
            Area::NoPlace => "verkossa",
        }
    }

    /// Reads [`Area::code`].
    pub fn of(code: &str) -> Option<Area> {
        let is_number = code.bytes().all(|byte| byte.is_ascii_digit());
        match code {
            "muualla" => Some(Area::Elsewhere),
            "verkossa" => Some(Area::NoPlace),
            _ if is_number && code.len() == 3 => Some(Area::Municipality(code.to_owned())),
            _ if is_number && code.len() == 5 => Some(Area::Postal(code.to_owned())),
            _ => None,
        }
    }

    /// What it is called on a page.
    pub fn name(&self, language: Language) -> String {
        match self {
            Area::Municipality(code) => {
                reference::municipality(code).map_or(code.as_str(), |found| found.name(language)).to_owned()
            }
            Area::Postal(code) => match reference::postal_code(code) {
                Some(found) => format!("{code} {}", found.place),
                None => code.clone(),
            },
            Area::Elsewhere => language.t("gaps-elsewhere").into_owned(),
            Area::NoPlace => language.t("gaps-no-place").into_owned(),
        }
    }

    /// Whether nothing here means that something is missing: of what has no place nobody can say so.
    pub fn can_lack(&self) -> bool {
        matches!(self, Area::Municipality(_) | Area::Postal(_))
    }

    /// About how many people live there, of the figures of postal areas; `None` when those do not tell.
    pub fn population(&self) -> Option<u32> {
        match self {
            Area::Postal(code) => reference::postal_code(code)?.population.map(about),
            Area::Municipality(code) => {
                let known = reference::postal_codes().iter().filter(|postal| postal.municipality.code == code);
                Some(known.filter_map(|postal| postal.population).sum()).filter(|sum| *sum > 0).map(about)
            }
            Area::Elsewhere | Area::NoPlace => None,
        }
    }

    /// Where it stands among the rows: by name, the vague ones last.
    pub fn order(&self) -> (u8, String) {
        let rank = match self {
            Area::Municipality(_) | Area::Postal(_) => 0,
            Area::Elsewhere => 1,
            Area::NoPlace => 2,
        };
        (rank, sort_key(&self.name(Language::Finnish)))
    }
}

/// Postal areas do not follow borders to the house: hundreds, or tens where few live.
fn about(people: u32) -> u32 {
    let whole = if people < 1_000 { 10 } else { 100 };
    (people + whole / 2) / whole * whole
}

/// How many published activities there are, by step.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    /// On each of the [`STEPS`].
    pub steps: [i64; 5],
    /// On any step or none.
    pub all: i64,
}

impl Counts {
    /// Adds what was counted on a step.
    pub fn add(&mut self, step: Option<i64>, count: i64) {
        self.all += count;
        let at = step.and_then(|step| usize::try_from(step - 1).ok());
        if let Some(number) = at.and_then(|at| self.steps.get_mut(at)) {
            *number += count;
        }
    }

    /// On one step.
    pub fn on(&self, step: u8) -> i64 {
        self.steps.get(usize::from(step).wrapping_sub(1)).copied().unwrap_or(0)
    }
}

/// Areas by steps.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Overview {
    /// The region's only municipality: rows are its postal areas.
    pub town: Option<String>,
    /// The rows in their order. What happens in two areas counts in both.
    pub rows: Vec<(Area, Counts)>,
    /// Everything, each activity once.
    pub whole: Counts,
}

impl Overview {
    /// Cells where nothing is that something could be in.
    pub fn empty(&self) -> usize {
        let lacking = self.rows.iter().filter(|(area, _)| area.can_lack());
        lacking.map(|(_, counts)| counts.steps.iter().filter(|count| **count == 0).count()).sum()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_little() {
        let told: Vec<&str> = [0, 1, 2, 3, 400].map(|count| Amount::of(count).class()).into();
        assert_eq!(told, ["nothing", "little", "little", "enough", "enough"]);
    }

    #[test]
    fn an_area_is_read_as_it_was_written() {
        for area in [Area::Municipality("398".into()), Area::Postal("15110".into()), Area::Elsewhere, Area::NoPlace] {
            assert_eq!(Area::of(area.code()), Some(area));
        }
        for none in ["", "Lahti", "39", "1511", "15110'"] {
            assert_eq!(Area::of(none), None, "{none}");
        }
    }

    #[test]
    fn population_comes_from_the_reference_data_or_not_at_all() {
        assert_eq!(Area::Postal("15110".into()).population(), Some(5_500));
        let lahti = Area::Municipality("398".into()).population().expect("people live in Lahti");
        assert!((110_000..130_000).contains(&lahti), "{lahti}");
        assert_eq!(Area::Postal("15101".into()).population(), None, "a box");
        assert_eq!(Area::Municipality("999".into()).population(), None);
        assert_eq!(Area::NoPlace.population(), None);
    }

    #[test]
    fn what_is_on_no_step_counts_in_all() {
        let mut counts = Counts::default();
        for (step, count) in [(Some(1), 2), (Some(5), 1), (None, 4), (Some(9), 1)] {
            counts.add(step, count);
        }
        assert_eq!(counts, Counts { steps: [2, 0, 0, 0, 1], all: 8 });
        assert_eq!((counts.on(1), counts.on(2), counts.on(0), counts.on(6)), (2, 0, 0, 0));
    }
}
