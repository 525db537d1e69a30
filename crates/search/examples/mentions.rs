//! Which concepts words mention: a line of words in, the concepts of `text/concepts` out. For whoever writes labels.
//!
//! ```text
//! echo "rahat loppu" | cargo run -p search --example mentions
//! ```

use search::{Analyser, Concepts, Index, Morphology, Settings};
use std::error::Error;
use std::path::Path;
use std::sync::Arc;

fn main() -> Result<(), Box<dyn Error>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../text/concepts");
    let dictionary = voikko::Dictionary::find(None).map(|path| voikko::Dictionary::open(&path)).transpose()?;
    let analyser = Analyser::new(dictionary.map(|found| Arc::new(found) as Arc<dyn Morphology>))
        .with_concepts(Concepts::default().joined_by(&folder)?);
    let place = std::env::temp_dir().join(format!("mentions-{}", std::process::id()));
    let index = Index::open(Settings::new(&place, []), Arc::new(analyser))?.index;
    for line in std::io::stdin().lines() {
        let line = line?;
        println!("{line}");
        for one in index.mentioned(&line, "fi") {
            let links: Vec<String> = one.links.iter().map(|(list, code)| format!("{list} {code}")).collect();
            println!("  {} ({}) {}", one.concept, one.words.join(" "), links.join(", "));
        }
    }
    drop(index);
    std::fs::remove_dir_all(place)?;
    Ok(())
}
