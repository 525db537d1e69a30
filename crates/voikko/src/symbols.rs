//! The symbol table: what each number in a transition stands for.

use crate::error::Error;
use crate::tags::Tag;

/// The number of the empty symbol.
pub(crate) const EPSILON: u16 = 0;

/// The longest letter or tag, in bytes; the longest of Voikko's has seven. It bounds what a reading can grow to.
const LONGEST: usize = 24;
/// The most features, and the most values, that flags may speak of; Voikko's speak of some forty. It keeps the search
/// among them harmless.
const NAMES: u16 = 512;

/// A constraint on the walk (a flag diacritic of the Xerox calculus). Values are numbered from 1 within the whole
/// table; 0 means "not set" in a walk's memory.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Flag {
    pub(crate) operation: Operation,
    pub(crate) feature: u16,
}

/// What a flag demands of its feature, or does to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Operation {
    /// `P`: the feature becomes this.
    Set(u16),
    /// `C`: the feature becomes not set.
    Clear,
    /// `U`: the feature must be this, or is not set and becomes this.
    Unify(u16),
    /// `R` with a value: the feature must be this.
    Require(u16),
    /// `R` without a value: the feature must be set.
    RequireAny,
    /// `D` with a value: the feature must not be this.
    Disallow(u16),
    /// `D` without a value: the feature must not be set.
    DisallowAny,
}

impl Operation {
    /// The feature's value after the operation, or nothing when the walk may not go on.
    #[inline]
    pub(crate) fn apply(self, value: u16) -> Option<u16> {
        match self {
            Operation::Set(new) => Some(new),
            Operation::Clear => Some(0),
            Operation::Unify(new) => (value == 0 || value == new).then_some(new),
            Operation::Require(wanted) => (value == wanted).then_some(value),
            Operation::RequireAny => (value != 0).then_some(value),
            Operation::Disallow(unwanted) => (value != unwanted).then_some(value),
            Operation::DisallowAny => (value == 0).then_some(value),
        }
    }
}

/// All symbols of a transducer: the empty one, then the flags, then letters and tags.
#[derive(Debug)]
pub(crate) struct Symbols {
    texts: Vec<String>,
    tags: Vec<Tag>,
    flags: Vec<Flag>,
    features: usize,
    /// Letter to symbol for the letters below U+0250, which are nearly all letters of Finnish text; 0 = none.
    near: Vec<u16>,
    /// The other letters, sorted.
    far: Vec<(char, u16)>,
}

impl Symbols {
    /// Reads `count` NUL-terminated symbols. Gives the table and the number of bytes it took.
    pub(crate) fn read(bytes: &[u8], count: u16) -> Result<(Symbols, usize), Error> {
        let mut texts = Vec::with_capacity(usize::from(count));
        let mut at = 0;
        for _ in 0..count {
            let rest = bytes.get(at..).ok_or(Error::Broken("the symbols are cut short"))?;
            let length = rest.iter().position(|byte| *byte == 0).ok_or(Error::Broken("the symbols are cut short"))?;
            let text = std::str::from_utf8(&rest[..length]).map_err(|_| Error::Broken("a symbol is not UTF-8"))?;
            texts.push(text.to_owned());
            at += length + 1;
        }
        Ok((Symbols::new(texts)?, at))
    }

    fn new(texts: Vec<String>) -> Result<Symbols, Error> {
        if texts.first().is_none_or(|text| !text.is_empty()) {
            return Err(Error::Broken("the first symbol is not the empty one"));
        }
        let mut symbols = Symbols {
            tags: texts.iter().map(|text| Tag::of(text)).collect(),
            flags: Vec::new(),
            features: 0,
            near: vec![EPSILON; 0x250],
            far: Vec::new(),
            texts: Vec::new(),
        };
        let mut names = Names::default();
        for (number, text) in (0..=u16::MAX).zip(&texts).skip(1) {
            if is_flag(text) {
                if usize::from(number) != symbols.flags.len() + 1 {
                    return Err(Error::Broken("a flag diacritic comes after a letter"));
                }
                symbols.flags.push(names.flag(text)?);
                continue;
            }
            if text.len() > LONGEST {
                return Err(Error::Broken("a letter or tag is too long"));
            }
            let mut letters = text.chars();
            if let (Some(letter), None) = (letters.next(), letters.next()) {
                match symbols.near.get_mut(letter as usize) {
                    Some(place) => *place = number,
                    None => symbols.far.push((letter, number)),
                }
            }
        }
        symbols.far.sort_unstable();
        symbols.features = names.features.len();
        symbols.texts = texts;
        Ok(symbols)
    }

    pub(crate) fn count(&self) -> usize {
        self.texts.len()
    }

    /// How many features the flags speak of.
    pub(crate) fn features(&self) -> usize {
        self.features
    }

    /// The first symbol that consumes a letter: below it are the empty symbol and the flags.
    pub(crate) fn first_letter(&self) -> u16 {
        u16::try_from(self.flags.len() + 1).unwrap_or(u16::MAX)
    }

    #[inline]
    pub(crate) fn flag(&self, symbol: u16) -> Option<Flag> {
        self.flags.get(usize::from(symbol).checked_sub(1)?).copied()
    }

    #[inline]
    pub(crate) fn letter(&self, letter: char) -> Option<u16> {
        let symbol = match self.near.get(letter as usize) {
            Some(symbol) => *symbol,
            None => self.far.binary_search_by_key(&letter, |(far, _)| *far).map_or(EPSILON, |at| self.far[at].1),
        };
        (symbol != EPSILON).then_some(symbol)
    }

    #[inline]
    pub(crate) fn text(&self, symbol: u16) -> &str {
        self.texts.get(usize::from(symbol)).map_or("", String::as_str)
    }

    #[inline]
    pub(crate) fn tag(&self, symbol: u16) -> Tag {
        self.tags.get(usize::from(symbol)).copied().unwrap_or(Tag::Other)
    }
}

/// Whether a symbol is a flag diacritic, as `@P.F.V@` is. A lone `@` is a letter.
fn is_flag(text: &str) -> bool {
    text.len() > 1 && text.starts_with('@') && text.ends_with('@')
}

/// Numbers for the names of features and values.
#[derive(Default)]
struct Names<'t> {
    features: Vec<&'t str>,
    values: Vec<&'t str>,
}

impl<'t> Names<'t> {
    fn flag(&mut self, text: &'t str) -> Result<Flag, Error> {
        let mut fields = text[1..text.len() - 1].splitn(3, '.');
        let operation = fields.next().unwrap_or_default();
        let feature = fields.next().filter(|name| !name.is_empty()).ok_or(Error::Broken("a flag names no feature"))?;
        let value = fields.next().filter(|name| !name.is_empty());
        let feature = number(&mut self.features, feature)?;
        let value = value.map(|name| number(&mut self.values, name)).transpose()?.map(|number| number + 1);
        let operation = match (operation, value) {
            ("P", Some(value)) => Operation::Set(value),
            ("C", _) => Operation::Clear,
            ("U", Some(value)) => Operation::Unify(value),
            ("R", Some(value)) => Operation::Require(value),
            ("R", None) => Operation::RequireAny,
            ("D", Some(value)) => Operation::Disallow(value),
            ("D", None) => Operation::DisallowAny,
            ("P" | "U", None) => return Err(Error::Broken("a flag lacks its value")),
            _ => return Err(Error::Unsupported("a flag diacritic other than P, C, U, R and D")),
        };
        Ok(Flag { operation, feature })
    }
}

fn number<'t>(names: &mut Vec<&'t str>, name: &'t str) -> Result<u16, Error> {
    let at = names.iter().position(|known| *known == name).unwrap_or_else(|| {
        names.push(name);
        names.len() - 1
    });
    u16::try_from(at).ok().filter(|at| *at < NAMES).ok_or(Error::Broken("too many names in flags"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table(texts: &[&str]) -> Result<Symbols, Error> {
        Symbols::new(texts.iter().map(|text| (*text).to_owned()).collect())
    }

    #[test]
    fn flags_are_numbered_and_parsed() {
        let symbols = table(&["", "@P.F.ON@", "@D.F@", "@R.F.ON@", "@U.G.X@", "@C.G@", "a", "[Ln]"]).unwrap();

        assert_eq!(symbols.features(), 2);
        assert_eq!(symbols.first_letter(), 6);
        assert_eq!(symbols.flag(1), Some(Flag { operation: Operation::Set(1), feature: 0 }));
        assert_eq!(symbols.flag(2), Some(Flag { operation: Operation::DisallowAny, feature: 0 }));
        assert_eq!(symbols.flag(4), Some(Flag { operation: Operation::Unify(2), feature: 1 }));
        assert_eq!(symbols.flag(6), None);
        assert_eq!(symbols.letter('a'), Some(6));
        assert_eq!(symbols.letter('€'), None);
    }

    #[test]
    fn operations_follow_the_xerox_calculus() {
        assert_eq!(Operation::Set(2).apply(1), Some(2));
        assert_eq!(Operation::Clear.apply(1), Some(0));
        assert_eq!(Operation::Unify(1).apply(0), Some(1));
        assert_eq!(Operation::Unify(1).apply(1), Some(1));
        assert_eq!(Operation::Unify(1).apply(2), None);
        assert_eq!(Operation::Require(1).apply(0), None);
        assert_eq!(Operation::RequireAny.apply(2), Some(2));
        assert_eq!(Operation::RequireAny.apply(0), None);
        assert_eq!(Operation::Disallow(1).apply(0), Some(0));
        assert_eq!(Operation::Disallow(1).apply(1), None);
        assert_eq!(Operation::DisallowAny.apply(1), None);
    }

    #[test]
    fn a_broken_table_is_an_error() {
        assert!(table(&["a"]).is_err());
        assert!(table(&["", "a", "@P.F.ON@"]).is_err());
        assert!(table(&["", "@P.F@"]).is_err());
        assert!(table(&["", "@N.F.ON@"]).is_err());
        assert!(table(&["", "@P@"]).is_err());
        assert!(table(&["", "@@"]).is_err());
        assert!(Symbols::read(b"\0a", 2).is_err());
        assert!(Symbols::read(b"\0\xff\0", 2).is_err());
    }
}
