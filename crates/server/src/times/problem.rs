//! What can be wrong in a time someone wrote, with the piece it is about.

use crate::i18n::Language;

macro_rules! problems {
    ($($(#[$doc:meta])* $name:ident = $key:literal,)*) => {
        /// What is wrong, and the offending piece as it was written.
        #[derive(Debug, Clone, PartialEq, Eq)]
        pub enum TimesProblem {
            $($(#[$doc])* $name {
                /// The offending piece, cut to what fits in a sentence.
                piece: String,
            },)*
        }

        impl TimesProblem {
            /// The Fluent key of the sentence; it takes `$piece`.
            pub fn key(&self) -> &'static str {
                match self {
                    $(TimesProblem::$name { .. } => $key,)*
                }
            }

            /// The offending piece as it was written.
            pub fn piece(&self) -> &str {
                match self {
                    $(TimesProblem::$name { piece } => piece,)*
                }
            }

            /// The keys of every problem.
            pub const KEYS: &'static [&'static str] = &[$($key,)*];
        }
    };
}

problems! {
    /// A word that is not a day, an hour or anything else of the grammar.
    UnknownWord = "times-problem-unknown-word",
    /// An hour that is not on the clock: `25.00`, `10.75`.
    Hour = "times-problem-hour",
    /// A date that is not in the calendar: `31.2.2026`.
    Date = "times-problem-date",
    /// A year before 1900 or after 2200.
    Year = "times-problem-year",
    /// A day without hours.
    NoHours = "times-problem-no-hours",
    /// Hours without a day.
    NoDay = "times-problem-no-day",
    /// Something every other week (or rarer) that does not say from which day, so the weeks cannot be told apart.
    NoStart = "times-problem-no-start",
    /// Words that are understood, but not together.
    Unclear = "times-problem-unclear",
    /// A date with a weekday it does not fall on.
    OtherWeekday = "times-problem-other-weekday",
    /// The last day is before the first.
    EndsBeforeItStarts = "times-problem-ends-before-it-starts",
    /// Nothing would ever happen.
    NeverHappens = "times-problem-never-happens",
    /// An exception for a day when nothing is held.
    NotHeldThen = "times-problem-not-held-then",
    /// A recurrence rule that is not understood or not allowed.
    Rule = "times-problem-rule",
    /// A note in parentheses that is longer than a remark.
    LongNote = "times-problem-long-note",
    /// More times or exceptions than one activity may have.
    TooMany = "times-problem-too-many",
}

impl TimesProblem {
    /// The problem as a sentence for the one who wrote it.
    pub fn tell(&self, language: Language) -> String {
        language.with(self.key(), &[("piece", self.piece().into())])
    }
}

impl std::fmt::Display for TimesProblem {
    fn fmt(&self, to: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(to, "{}: {}", self.key(), self.piece())
    }
}

impl std::error::Error for TimesProblem {}

/// A piece short enough for a sentence; what people paste can be pages long.
pub(super) fn piece(text: &str) -> String {
    const MOST: usize = 60;
    let text = text.trim();
    match text.char_indices().nth(MOST) {
        Some((at, _)) => format!("{}…", text[..at].trim_end()),
        None => text.to_owned(),
    }
}
