//! Writes word forms that the dictionary knows, one a line, all different: `forms COUNT [SEED]`. The same seed and
//! dictionary give the same forms.

use std::collections::HashSet;
use std::error::Error;
use std::io::{BufWriter, Write};

use voikko::Dictionary;

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let count: usize = arguments.next().ok_or("forms COUNT [SEED]")?.parse()?;
    let seed: u64 = arguments.next().map_or(Ok(1), |seed| seed.parse())?;
    let path = Dictionary::find(None).ok_or("no dictionary: install voikko-fi")?;
    let dictionary = Dictionary::open(&path)?;

    let mut random = SplitMix(seed);
    let mut draw = |below: usize| usize::try_from(random.next() % below.max(1) as u64).unwrap_or(0);
    let mut seen = HashSet::new();
    let mut out = BufWriter::new(std::io::stdout().lock());
    // A dictionary of a few words must not keep this looking for more for ever.
    let mut draws_left = count.saturating_mul(1_000);
    while seen.len() < count && draws_left > 0 {
        draws_left -= 1;
        if let Some(form) = dictionary.draw_form(&mut draw)
            && form.chars().count() <= voikko::LONGEST_WORD
            && !seen.contains(&form)
        {
            writeln!(out, "{form}")?;
            seen.insert(form);
        }
    }
    Ok(out.flush()?)
}

/// The generator splitmix64.
struct SplitMix(u64);

impl SplitMix {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }
}
