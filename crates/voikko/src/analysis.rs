//! What the dictionary says of a word.

/// One way to understand a word.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Analysis {
    /// The base form: *kielikahvila* for *kielikahvilassa*, *Helsinki* for *helsingissä*. Never empty.
    pub base: String,
    /// The base forms of the parts of a compound, in order: *kieli*, *kahvila* for *kielikahvilassa*; *lapsi*,
    /// *tarha* for *lastentarha*. For a word that is no compound only its base form. Without the hyphens between
    /// the parts. Never empty.
    pub parts: Vec<String>,
    /// The words that the parts are made from, nearest to the root first, without those already in `parts`:
    /// *opettaa* for *opettaja*; *työ*, *työtön* for *työttömyys*; *maa*, *muuttaja* for *maahanmuuttaja*, which
    /// the dictionary holds as one word. Often empty.
    pub roots: Vec<String>,
    /// The class of the whole word.
    pub class: WordClass,
    /// The case of an inflected noun, adjective, pronoun or numeral.
    pub case: Option<Case>,
    /// The number of an inflected noun, adjective, pronoun or numeral.
    pub number: Option<Number>,
    /// How many boundaries there are between the parts: one less than there are parts. The fewer, the likelier the
    /// analysis.
    pub boundaries: usize,
}

/// The class of a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum WordClass {
    /// *nimisana*
    Noun,
    /// *laatusana*
    Adjective,
    /// *nimisana_laatusana*: used as either (*suomalainen*).
    NounOrAdjective,
    /// *teonsana*
    Verb,
    /// *seikkasana*
    Adverb,
    /// *asemosana*
    Pronoun,
    /// *lukusana*, in words, digits or Roman
    Numeral,
    /// *sidesana*
    Conjunction,
    /// *suhdesana*
    Adposition,
    /// *huudahdussana*
    Interjection,
    /// *kieltosana*: the verb *ei*
    Negation,
    /// *etuliite*: the beginning of a compound, also one cut at its hyphen (*asiakaspalvelu-*)
    Prefix,
    /// *lyhenne*
    Abbreviation,
    /// *etunimi*
    FirstName,
    /// *sukunimi*
    Surname,
    /// *paikannimi*
    PlaceName,
    /// *nimi*: of a company, an institution, a brand
    OtherName,
    /// The dictionary does not say.
    Unknown,
}

impl WordClass {
    /// Whether the word is a name: its base form is capitalised.
    pub fn is_name(self) -> bool {
        matches!(self, WordClass::FirstName | WordClass::Surname | WordClass::PlaceName | WordClass::OtherName)
    }
}

/// The case of a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Case {
    /// *talo*
    Nominative,
    /// *talon*
    Genitive,
    /// *taloa*
    Partitive,
    /// *minut*
    Accusative,
    /// *talona*
    Essive,
    /// *taloksi*
    Translative,
    /// *talossa*
    Inessive,
    /// *talosta*
    Elative,
    /// *taloon*
    Illative,
    /// *talolla*
    Adessive,
    /// *talolta*
    Ablative,
    /// *talolle*
    Allative,
    /// *talotta*
    Abessive,
    /// *taloineen*
    Comitative,
    /// *taloin*
    Instructive,
    /// *nopeasti*: the adverb of an adjective
    Adverbial,
}

/// One or many.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Number {
    /// *talo*
    Singular,
    /// *talot*
    Plural,
}
