//! Finnish words, understood: a reader of [Voikko](https://voikko.puimula.org)'s Finnish dictionary (`mor.vfst`) in
//! safe Rust.
//!
//! ```no_run
//! use voikko::Dictionary;
//!
//! let path = Dictionary::find(None).ok_or("install the package voikko-fi")?;
//! let dictionary = Dictionary::open(&path)?;
//!
//! let analyses = dictionary.analyse("kielikahvilassa");
//! assert_eq!(analyses[0].base, "kielikahvila");
//! assert_eq!(analyses[0].parts, ["kieli", "kahvila"]);
//!
//! let analyses = dictionary.analyse("Helsingissä");
//! assert_eq!(analyses[0].base, "Helsinki");
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! The dictionary is a file of its own under its own licence (GPL 2 or later) and no part of this crate: it is
//! read when the program runs. Debian's package is `voikko-fi`.
//!
//! A file is checked when it is opened. A broken or hostile one is an [`Error`], or at worst a dictionary of wrong
//! answers: no file and no word makes this crate panic, work without end, or reach outside memory.

mod analysis;
mod dictionary;
mod error;
mod forms;
mod reading;
mod symbols;
mod tags;
mod transducer;
mod walk;

pub use analysis::{Analysis, Case, Number, WordClass};
pub use dictionary::{Dictionary, LONGEST_WORD};
pub use error::Error;
