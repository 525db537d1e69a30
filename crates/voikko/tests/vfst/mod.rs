//! Writes small VFST files.
#![allow(dead_code, reason = "each test uses the part it needs")]

use std::collections::BTreeMap;

pub(crate) const FINAL: u16 = u16::MAX;

/// A transducer being put together. State 0 is the start.
pub(crate) struct Vfst {
    pub(crate) symbols: Vec<String>,
    states: BTreeMap<usize, Vec<(u16, u16, usize)>>,
}

impl Vfst {
    pub(crate) fn new(flags: &[&str], letters: &str, tags: &[&str]) -> Vfst {
        let symbols = std::iter::once(String::new())
            .chain(flags.iter().map(|flag| (*flag).to_owned()))
            .chain(letters.chars().map(String::from))
            .chain(tags.iter().map(|tag| (*tag).to_owned()))
            .collect();
        Vfst { symbols, states: BTreeMap::from([(0, Vec::new())]) }
    }

    pub(crate) fn symbol(&self, text: &str) -> u16 {
        let at = self.symbols.iter().position(|symbol| symbol == text);
        u16::try_from(at.unwrap_or_else(|| panic!("no symbol {text:?}"))).unwrap()
    }

    pub(crate) fn state(&mut self) -> usize {
        let number = self.states.len();
        self.states.insert(number, Vec::new());
        number
    }

    pub(crate) fn arc(&mut self, from: usize, to: usize, input: &str, output: &str) {
        let arc = (self.symbol(input), self.symbol(output), to);
        self.states.get_mut(&from).unwrap().push(arc);
    }

    pub(crate) fn raw_arc(&mut self, from: usize, to: usize, input: u16, output: u16) {
        self.states.get_mut(&from).unwrap().push((input, output, to));
    }

    pub(crate) fn end(&mut self, state: usize) {
        self.raw_arc(state, 0, FINAL, 0);
    }

    /// A chain of arcs. A step is `in>out`; otherwise a letter stands for both, and a tag is only written.
    pub(crate) fn path(&mut self, from: usize, to: usize, steps: &str) {
        let steps: Vec<&str> = steps.split_whitespace().collect();
        let mut at = from;
        for (number, step) in steps.iter().enumerate() {
            let next = if number + 1 == steps.len() { to } else { self.state() };
            let (input, output) = match step.split_once('>') {
                Some(both) => both,
                None if step.starts_with('[') => ("", *step),
                None if step.starts_with('@') => (*step, ""),
                None => (*step, *step),
            };
            self.arc(at, next, input, output);
            at = next;
        }
    }

    /// `[class][Xp]base[X]` written, then the letters of the form read.
    pub(crate) fn word(&mut self, from: usize, to: usize, class: &str, base: &str, form: &str, tags: &str) {
        let base: Vec<String> = base.chars().map(|letter| format!(">{letter}")).collect();
        let form: Vec<String> = form.chars().map(String::from).collect();
        self.path(from, to, &format!("{class} [Xp] {} [X] {} {tags}", base.join(" "), form.join(" ")));
    }

    pub(crate) fn bytes(&self) -> Vec<u8> {
        let mut starts = BTreeMap::new();
        let mut count = 0;
        for (state, arcs) in &self.states {
            starts.insert(*state, count);
            count += arcs.len().max(1) + usize::from(arcs.len() > 255);
        }
        let mut bytes = 0x0001_3A6E_u32.to_le_bytes().to_vec();
        bytes.extend(0x0003_51FA_u32.to_le_bytes());
        bytes.extend([0; 8]);
        bytes.extend(u16::try_from(self.symbols.len()).unwrap().to_le_bytes());
        for symbol in &self.symbols {
            bytes.extend(symbol.as_bytes());
            bytes.push(0);
        }
        bytes.resize(bytes.len().next_multiple_of(8), 0);
        for arcs in self.states.values() {
            // A state without arcs: one that can read nothing.
            let blocked = [(u16::try_from(self.symbols.len() - 1).unwrap(), 0, 0)];
            let arcs = if arcs.is_empty() { &blocked[..] } else { arcs };
            for (number, (input, output, to)) in arcs.iter().enumerate() {
                let more = if number == 0 { u8::try_from(arcs.len() - 1).unwrap_or(255) } else { 0 };
                bytes.extend(input.to_le_bytes());
                bytes.extend(output.to_le_bytes());
                bytes.extend(&u32::try_from(starts[to]).unwrap().to_le_bytes()[..3]);
                bytes.push(more);
                if more == 255 {
                    bytes.extend(u32::try_from(arcs.len() - 1).unwrap().to_le_bytes());
                    bytes.extend([0; 4]);
                }
            }
        }
        bytes
    }
}

const TAGS: [&str; 14] =
    ["[Bc]", "[Bh]", "[De]", "[Icu]", "[Isf]", "[Lep]", "[Ln]", "[Lu]", "[Ny]", "[Sg]", "[Sn]", "[X]", "[Xj]", "[Xp]"];

/// A language of a few words: *talo*, *aika*, *opas*, *opettaja*, *ajantalo*, *Turku*, compounds of them,
/// *Etelä-Turku*, and numbers.
pub(crate) fn small() -> Vfst {
    let flags = ["@C.Whole@", "@D.Whole@", "@P.Whole.on@", "@R.Whole.on@"];
    let mut file = Vfst::new(&flags, "-=0123456789:TUaefghijklnoprstuäå€", &TAGS);
    let end = file.state();
    file.end(end);
    let parts = file.state();
    file.path(0, parts, "@P.Whole.on@");
    for start in [0, parts] {
        file.word(start, end, "[Ln]", "talo", "talo", "[Sn] [Ny]");
        file.word(start, end, "[Ln]", "talo", "talo", "[Sg] [Ny] n");
        file.word(start, end, "[Ln]", "aika", "aika", "[Sn] [Ny]");
        file.word(start, end, "[Ln]", "aika", "aja", "[Sg] [Ny] n");
        file.word(start, end, "[Ln]", "opas", "opa", "[Sn] [Ny] s");
        file.word(start, end, "[Ln]", "opettaa", "opetta", "[Xj] >j >a [X] j a [Sn] [Ny]");
        file.word(start, end, "[Ln]", "ajan=talo", "ajantalo", "[Sn] [Ny]");
        file.word(start, end, "[Lep]", "Turku", "turku", "[Sn] [Ny]");
        file.word(start, end, "[Lep]", "Turku", "turu", "[Sg] [Ny] n");
    }
    // Between parts, with a hyphen or without: only from words that began as a part of a compound.
    let (joint, hyphened) = (file.state(), file.state());
    file.path(end, joint, "@R.Whole.on@");
    file.path(joint, hyphened, "-");
    file.path(joint, parts, "[Bh] [Bc]");
    file.path(hyphened, parts, "[Bh] [Bc]");
    let south = file.state();
    file.word(0, south, "[Ln]", "etelä", "etel", "[De] [Sn] [Ny] ä - [Bc]");
    file.word(south, end, "[Lep]", "Turku", "turku", "[Sn] [Ny]");
    let (number, numbers) = (file.state(), file.state());
    file.path(0, number, "[Lu]");
    for digit in "0123456789".chars() {
        file.path(number, numbers, &digit.to_string());
        file.path(numbers, numbers, &digit.to_string());
    }
    file.end(numbers);
    file.path(numbers, end, "[Sg] [Ny] : n");
    let after = file.state();
    file.path(numbers, after, "- [Bc]");
    file.word(after, end, "[Ln]", "talo", "talo", "[Sn] [Ny]");
    file
}
