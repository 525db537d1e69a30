//! The shipped thesaurus: everyday words, official words and other languages for the same thing.

use rust_embed::RustEmbed;
use search::Concepts;

#[derive(RustEmbed)]
#[folder = "$CARGO_MANIFEST_DIR/../../text/concepts"]
#[include = "*.toml"]
struct Files;

/// The concepts in `text/concepts`, one list over all files.
///
/// # Errors
/// A sentence about what cannot be understood; a test keeps that from being shipped.
pub fn shipped() -> Result<Concepts, String> {
    let mut names: Vec<_> = Files::iter().collect();
    names.sort();
    let text: Vec<String> =
        names.iter().filter_map(|name| Some(String::from_utf8_lossy(&Files::get(name)?.data).into_owned())).collect();
    Concepts::parse(&text.join("\n"))
}
