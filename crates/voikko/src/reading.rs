//! From the transducer's output to an [`Analysis`].
//!
//! The output is the word's own letters with tags between them:
//! `[Ln][Xp]kieli[X]kiel[Sn][Ny]i[Bh][Bc][Ln][Xp]kahvila[X]kahvila[Sine][Ny]ssa`.

use crate::analysis::{Analysis, Case, Number, WordClass};
use crate::symbols::Symbols;
use crate::tags::Tag;

/// The most base forms of one part, each derived from the one before; words have three or four.
const BASES: usize = 16;

/// What one output says.
pub(crate) struct Reading {
    pub(crate) analysis: Analysis,
    /// Whether hyphens stand between the parts where, and only where, they belong: *suoja-aika* and not *suojaaika*,
    /// *kissatalo* and not *kissa-talo*.
    pub(crate) regular: bool,
    /// Base forms that the dictionary holds whole though they have parts (*maahan=muuttaja*), cut into these. Many
    /// are cut only for hyphenation (*bud=dhalainen*).
    pub(crate) inner: Vec<Vec<String>>,
}

/// Understands one output, or nothing when it names no word at all.
pub(crate) fn understand(symbols: &Symbols, written: &[u16]) -> Option<Reading> {
    let mut reader = Reader::default();
    for symbol in written {
        match symbols.tag(*symbol) {
            Tag::Letters => reader.letters(symbols.text(*symbol)),
            tag => reader.tag(tag),
        }
    }
    reader.finish()
}

/// Where letters go.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
enum Mode {
    /// To the word as written.
    #[default]
    Surface,
    /// To a base form.
    Base,
    /// To the description of how the part is written.
    Shape,
}

/// What is known of the part being read.
#[derive(Default)]
struct Part {
    /// Where the part begins in the surface.
    start: usize,
    /// Where its inflection begins: its base form ends there when no other is given (*3:n*).
    stem: Option<usize>,
    /// Its base forms, each derived from the one before.
    bases: Vec<String>,
    /// Its first base form, cut at `=`.
    inner: Vec<String>,
    shape: String,
    class: Option<WordClass>,
    hyphen: bool,
    foreign: bool,
    last: bool,
    inhabitant: bool,
    direction: bool,
}

#[derive(Default)]
struct Reader {
    mode: Mode,
    /// The word as written, finished parts with the capitals that their classes give them.
    surface: String,
    /// The base form being read.
    buffer: String,
    part: Part,
    base: String,
    /// The base form if the word is a numeral, in which every part is inflected.
    numeral: Option<String>,
    parts: Vec<String>,
    roots: Vec<String>,
    inner: Vec<Vec<String>>,
    class: Option<WordClass>,
    case: Option<Case>,
    number: Option<Number>,
    /// What stands before the boundary just passed, when it says where a hyphen belongs.
    joint: Option<Joint>,
    /// Whether the part before is a name, joined without a hyphen.
    after_name: bool,
    /// Whether the part before allows none after it.
    ended: bool,
    irregular: bool,
    direction: Option<Direction>,
}

/// A part that belongs to the place name that may follow: it is capitalised then, and inflected with it
/// (*Uuteen-Seelantiin*).
struct Direction {
    start: usize,
    /// Its base form with the hyphen, when it is inflected.
    base: Option<String>,
}

/// The end of a part: its last letter and whether a hyphen follows it.
struct Joint {
    last: char,
    hyphen: bool,
    /// Whether the hyphen may be there anyway: after a foreign word, and after *nais-*, *suomalais-* and the like.
    free: bool,
}

impl Joint {
    fn of(part: &str, foreign: bool) -> Option<Joint> {
        let bare = part.strip_suffix('-');
        let written = bare.unwrap_or(part);
        let last = written.chars().next_back()?;
        Some(Joint { last, hyphen: bare.is_some(), free: foreign || written.ends_with("is") })
    }

    /// Whether the hyphen is there or not as it should be before this letter.
    fn fits(&self, next: char, foreign: bool) -> bool {
        let wanted = self.last.is_numeric() || (self.last == next && "aeiouyåäö".contains(next));
        wanted == self.hyphen || (self.hyphen && (self.free || foreign))
    }
}

impl Reader {
    fn letters(&mut self, text: &str) {
        match self.mode {
            Mode::Surface => {
                self.irregular |= self.ended;
                if let Some(joint) = self.joint.take()
                    && let Some(next) = text.chars().next()
                {
                    self.irregular |= !joint.fits(next, self.part.foreign);
                }
                self.surface.push_str(text);
            }
            Mode::Shape => self.part.shape.push_str(text),
            Mode::Base if text == "=" => {
                if self.part.bases.is_empty() {
                    let cut: usize = self.part.inner.iter().map(String::len).sum();
                    self.part.inner.extend(self.buffer.get(cut..).map(str::to_owned));
                }
            }
            Mode::Base => self.buffer.push_str(text),
        }
    }

    fn tag(&mut self, tag: Tag) {
        match tag {
            Tag::Base | Tag::Derivation => {
                self.mode = Mode::Base;
                self.buffer.clear();
            }
            Tag::Shape => self.mode = Mode::Shape,
            Tag::End => {
                if self.mode == Mode::Base && self.part.bases.len() < BASES {
                    if !self.part.inner.is_empty() && self.part.bases.is_empty() {
                        let cut: usize = self.part.inner.iter().map(String::len).sum();
                        self.part.inner.extend(self.buffer.get(cut..).map(str::to_owned));
                    }
                    self.part.bases.push([self.part_surface(), &self.buffer].concat());
                }
                self.mode = Mode::Surface;
            }
            Tag::Boundary => {
                self.joint = if self.part.hyphen { Joint::of(self.part_surface(), self.part.foreign) } else { None };
                self.ended |= self.part.last && self.after_name;
                self.after_name = self.part.class.is_some_and(WordClass::is_name) && !self.surface.ends_with('-');
                self.end_part();
            }
            Tag::Hyphen => self.part.hyphen = true,
            Tag::Last => self.part.last = true,
            Tag::Foreign => self.part.foreign = true,
            Tag::Direction => self.part.direction = true,
            Tag::Inhabitant => self.part.inhabitant = true,
            Tag::Class(class) => {
                self.class = Some(class);
                self.part.class = Some(class);
            }
            Tag::Case(case) => {
                self.case = Some(case);
                self.part.stem.get_or_insert(self.surface.len());
            }
            Tag::Number(number) => self.number = Some(number),
            Tag::Letters | Tag::Other => {}
        }
    }

    fn part_surface(&self) -> &str {
        &self.surface[self.part.start..]
    }

    fn end_part(&mut self) {
        let mut part = std::mem::take(&mut self.part);
        self.part.start = self.surface.len();
        let mut bases = part.bases;
        if bases.is_empty() {
            // Some words have their inflection first: they are their own base form.
            let end = part.stem.filter(|end| *end > part.start).unwrap_or(self.surface.len());
            bases.push(self.surface[part.start..end].to_owned());
        }
        let Some(mut base) = bases.pop() else { return };
        if part.shape.contains(['i', 'j']) {
            base = in_shape(&base, &part.shape);
        }

        let numeral = matches!(part.class, Some(WordClass::Numeral) | None);
        match &mut self.numeral {
            Some(numerals) if numeral => numerals.push_str(&base),
            None if part.start == 0 && numeral => self.numeral = Some(base.clone()),
            _ => self.numeral = None,
        }
        let name = part.class.is_some_and(WordClass::is_name) && !part.inhabitant;
        if let Some(direction) = self.direction.take()
            && part.class == Some(WordClass::PlaceName)
        {
            let length = self.surface.len();
            if let Some(base) = direction.base {
                self.surface.replace_range(direction.start..part.start, &base);
            }
            // A capital may be longer than its letter (ŉ); what is capitalised must stand before the part.
            if direction.start < part.start {
                capitalise(&mut self.surface, direction.start);
            }
            part.start = (part.start + self.surface.len()).saturating_sub(length);
        }
        self.direction = part.direction.then(|| Direction {
            start: part.start,
            base: (part.stem.is_some() && bases.is_empty() && self.surface.ends_with('-'))
                .then(|| [&base, "-"].concat()),
        });
        self.base.clear();
        self.base.push_str(&self.surface[..part.start]);
        self.base.push_str(&base);

        if part.shape.contains(['i', 'j']) {
            let shaped = in_shape(&self.surface[part.start..], &part.shape);
            self.surface.truncate(part.start);
            self.surface.push_str(&shaped);
        } else if name && starts_with_capital(bases.first().unwrap_or(&base)) {
            capitalise(&mut self.surface, part.start);
        }
        self.part.start = self.surface.len();
        if !part.inner.is_empty() && !name {
            self.inner.push(part.inner);
        }
        self.collect(&base, bases);
    }

    /// Adds a finished part to the parts, and what it is derived from to the roots.
    fn collect(&mut self, base: &str, roots: Vec<String>) {
        for root in roots {
            if !root.is_empty() && !self.roots.contains(&root) {
                self.roots.push(root);
            }
        }
        let bare = base.trim_matches('-');
        if !bare.is_empty() {
            self.parts.push(bare.to_owned());
        }
    }

    fn finish(mut self) -> Option<Reading> {
        let cut = self.part_surface().is_empty() && self.part.bases.is_empty() && self.part.start > 0;
        if cut {
            self.base = self.surface;
            self.class = Some(WordClass::Prefix);
        } else {
            self.end_part();
        }
        let class = self.class.unwrap_or(WordClass::Unknown);
        if class == WordClass::Numeral
            && let Some(numeral) = self.numeral
        {
            self.base = numeral;
        }
        if self.base.is_empty() {
            return None;
        }
        if self.parts.is_empty() {
            self.parts.push(self.base.clone());
        }
        let Reader { parts, mut roots, .. } = self;
        roots.retain(|root| !parts.contains(root));
        let analysis = Analysis {
            boundaries: parts.len() - 1,
            base: self.base,
            parts,
            roots,
            class,
            case: self.case,
            number: self.number,
        };
        Some(Reading { analysis, regular: !self.irregular, inner: self.inner })
    }
}

fn starts_with_capital(text: &str) -> bool {
    text.chars().next().is_some_and(char::is_uppercase)
}

/// Puts the letter at `start` in upper case.
fn capitalise(text: &mut String, start: usize) {
    if let Some(letter) = text[start..].chars().next() {
        let capital: String = letter.to_uppercase().collect();
        text.replace_range(start..start + letter.len_utf8(), &capital);
    }
}

/// The letters of `text`, in upper case where `shape` has an `i` or a `j`. An `=` in the shape stands for no letter.
fn in_shape(text: &str, shape: &str) -> String {
    let mut result = String::with_capacity(text.len());
    let mut shape = shape.chars().filter(|mark| *mark != '=');
    for letter in text.chars() {
        if matches!(shape.next(), Some('i' | 'j')) {
            result.extend(letter.to_uppercase());
        } else {
            result.push(letter);
        }
    }
    result
}
