//! Words drawn from the dictionary itself.

use crate::dictionary::Dictionary;
use crate::symbols::EPSILON;
use crate::transducer::{Arc, FINAL};

/// The most arcs one draw may follow before it is given up.
const STEPS: usize = 400;

impl Dictionary {
    /// One word form that the dictionary knows, in lower case, drawn at random: a path through the transducer whose
    /// every turn `draw` chooses. `draw(n)` gives a number below `n`. Nothing when the path leads nowhere, which is
    /// common: draw again. For tests and measurements that need words of every kind.
    ///
    /// ```no_run
    /// # let dictionary = voikko::Dictionary::open(std::path::Path::new("mor.vfst"))?;
    /// let mut seed = 1_u64;
    /// let mut draw = |below: usize| {
    ///     seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
    ///     (seed >> 33) as usize % below
    /// };
    /// let form = std::iter::repeat_with(|| dictionary.draw_form(&mut draw)).flatten().next();
    /// # Ok::<(), voikko::Error>(())
    /// ```
    pub fn draw_form(&self, draw: &mut impl FnMut(usize) -> usize) -> Option<String> {
        let transducer = self.transducer();
        let symbols = &transducer.symbols;
        let mut features = vec![0; symbols.features()];
        let mut form = String::new();
        let mut state = 0;
        for _ in 0..STEPS {
            let arcs = transducer.arcs(transducer.state(state));
            let open = |arc: &&Arc| match symbols.flag(arc.input) {
                Some(flag) if arc.input != FINAL => {
                    features.get(usize::from(flag.feature)).is_some_and(|value| flag.operation.apply(*value).is_some())
                }
                _ => true,
            };
            let count = arcs.iter().filter(open).count();
            if count == 0 {
                return None;
            }
            let arc = *arcs.iter().filter(open).nth(draw(count))?;
            if arc.input == FINAL {
                return (!form.is_empty()).then_some(form);
            }
            match symbols.flag(arc.input) {
                Some(flag) => {
                    let value = features.get_mut(usize::from(flag.feature))?;
                    *value = flag.operation.apply(*value)?;
                }
                None if arc.input != EPSILON => form.push_str(symbols.text(arc.input)),
                None => {}
            }
            state = arc.target();
        }
        None
    }
}
