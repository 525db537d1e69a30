//! The languages that the analyser treats specially, and their words that say little.

/// A language that words are stemmed by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Language {
    Finnish,
    Swedish,
    English,
    Russian,
    Ukrainian,
    Arabic,
    Somali,
    Other,
}

impl Language {
    /// From a BCP 47 tag; easy Finnish is Finnish.
    pub(crate) fn of(tag: &str) -> Language {
        match tag.split(['-', '_']).next().unwrap_or_default().to_ascii_lowercase().as_str() {
            "fi" => Language::Finnish,
            "sv" => Language::Swedish,
            "en" => Language::English,
            "ru" => Language::Russian,
            "uk" => Language::Ukrainian,
            "ar" => Language::Arabic,
            "so" => Language::Somali,
            _ => Language::Other,
        }
    }

    /// The languages that a word of a query may be in: those of its script, the reader's first.
    pub(crate) fn of_query(word: &str, reader: Language) -> Vec<Language> {
        let mut languages = match Script::of(word) {
            Script::Latin => vec![Language::Finnish, Language::Swedish, Language::English, Language::Somali],
            Script::Cyrillic => vec![Language::Russian, Language::Ukrainian],
            Script::Arabic => vec![Language::Arabic],
            Script::Other => Vec::new(),
        };
        // Somali endings look like the ends of other words, so only its readers are offered them.
        languages.retain(|language| *language != Language::Somali || reader == Language::Somali);
        languages.sort_by_key(|language| *language != reader);
        languages
    }

    /// Begins the language's stems in the index, so that stems of different languages do not meet.
    pub(crate) fn mark(self) -> char {
        match self {
            Language::Finnish => 'f',
            Language::Swedish => 's',
            Language::English => 'e',
            Language::Russian => 'r',
            Language::Ukrainian => 'u',
            Language::Arabic => 'a',
            Language::Somali => 'o',
            Language::Other => 'x',
        }
    }
}

/// The script of a word, by its first letter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Script {
    Latin,
    Cyrillic,
    Arabic,
    Other,
}

impl Script {
    fn of(word: &str) -> Script {
        match word.chars().find(|letter| letter.is_alphabetic()) {
            Some('\u{400}'..='\u{52F}') => Script::Cyrillic,
            Some('\u{600}'..='\u{6FF}' | '\u{750}'..='\u{77F}' | '\u{8A0}'..='\u{8FF}') => Script::Arabic,
            Some('a'..='z' | '\u{C0}'..='\u{24F}' | '\u{1E00}'..='\u{1EFF}') => Script::Latin,
            // Digits are the same in every language.
            None => Script::Latin,
            Some(_) => Script::Other,
        }
    }
}

/// Whether a word is one of the words that hold a sentence together. They weigh little in a query, but are never dropped: "yö" and "on" may
/// be somebody's only words. Lower case, surface forms, because they are needed without a dictionary as well.
pub(crate) fn is_function_word(word: &str) -> bool {
    FUNCTION_WORDS.binary_search(&word).is_ok()
}

/// Whether a Finnish base form says little: what people tell their situation with, whatever it is. A rare word in a small
/// tray may still be one of these.
pub(crate) fn is_light(base: &str) -> bool {
    LIGHT_WORDS.binary_search(&base).is_ok()
}

/// Base forms, sorted by code point (a test sees to it).
#[rustfmt::skip]
const LIGHT_WORDS: &[&str] = &[
    "aika", "aikoa", "alkaa", "antaa", "asia", "auttaa", "ehtiä", "eilen", "elää", "enää", "ihan", "ihminen", "juttu",
    "jäädä", "kerta", "kertoa", "kiva", "kokea", "kuu", "kuukausi", "kuulua", "käydä", "käyttää", "lopettaa", "loppua",
    "lähteä", "löytää", "mennä", "moni", "muu", "nähdä", "oikein", "osa", "osata", "ottaa", "paikka", "paljon",
    "pikku", "porukka", "puoli", "päivä", "pärjätä", "päästä", "saada", "sanoa", "tapa", "tapahtua", "tehdä", "tietää",
    "todella", "toinen", "tosi", "tulla", "tuntea", "tuntua", "tänne", "uusi", "viikko", "viime", "vuosi", "vähän",
    "väli", "yhdessä", "yksi", "yrittää",
];

/// Whether a Finnish base form only says how something is arranged: of a "kudontapiiri" the "kudonta" tells what is done.
pub(crate) fn is_arrangement(base: &str) -> bool {
    ARRANGEMENTS.binary_search(&base).is_ok()
}

/// Base forms, sorted by code point (a test sees to it).
#[rustfmt::skip]
const ARRANGEMENTS: &[&str] = &[
    "aamu", "harrastus", "hetki", "ilta", "iltapäivä", "kerho", "kokoontuminen", "kurssi", "leiri", "neuvonta", "opastus",
    "paja", "palvelu", "palvelut", "piiri", "porukka", "päivä", "ryhmä", "tapaaminen", "toiminta", "tunti", "tuokio",
    "työpaja", "vuoro",
];

/// Words that turn the meaning of others round: "ei ole töitä" is not about work as "töitä" is. They hold a sentence
/// together, but the labels of concepts are not without them.
pub(crate) fn turns_meaning(word: &str) -> bool {
    const TURNING: [&str; 19] = [
        "ei", "eikä", "eivät", "emme", "en", "et", "ette", "ilman", "ingen", "inte", "kesken", "no", "not", "utan",
        "without", "без", "не", "нет", "لا",
    ];
    TURNING.contains(&word)
}

/// Sorted by code point (a test sees to it).
#[rustfmt::skip]
const FUNCTION_WORDS: &[&str] = &[
    "a", "aan", "about", "aikana", "aina", "all", "alla", "am", "an", "and", "any", "are", "as", "asti", "at", "att",
    "av", "ay", "ayaa", "baan", "be", "can", "de", "dem", "den", "det", "do", "does", "du", "där", "efter", "ei",
    "eikä", "eivät", "eli", "ell", "eller", "emme", "en", "ennen", "eri", "et", "etsin", "ett", "ette", "etten", "että",
    "find", "for", "från", "för", "get", "hade", "halkee", "haluaisin", "haluan", "han", "har", "have", "he", "heidän",
    "hitta", "hon", "how", "hur", "hyvin", "hän", "i", "i'm", "if", "igu", "ii", "ilman", "in", "ingen", "inte", "is",
    "it", "itse", "iyo", "ja", "jag", "jo", "johonkin", "joiden", "joita", "joitain", "joka", "jokin", "joku", "jonka",
    "jos", "joskus", "jossa", "jossain", "jostain", "jotain", "joten", "jotka", "jotta", "jälkeen", "ka", "kaikille",
    "kaikki", "kan", "kanssa", "kautta", "kesken", "kohti", "koko", "koska", "ku", "kuin", "kuinka", "kuma", "kun",
    "kuten", "la", "leh", "lisäksi", "looking", "luokse", "luona", "luota", "löydän", "löytyy", "löytyykö", "ma", "man",
    "maxaa", "me", "med", "meille", "mig", "mihin", "miksi", "mikä", "mikään", "millainen", "min", "minne", "minua",
    "minulla", "minulle", "minun", "minä", "missä", "mistä", "miten", "mitkä", "mitä", "mitään", "mua", "mukaan",
    "mulla", "mulle", "mun", "mutta", "my", "myös", "myötä", "mä", "nala", "ne", "need", "niin", "niitä", "no", "not",
    "nyt", "när", "och", "of", "ole", "olen", "oli", "olisi", "olisiko", "olla", "om", "oma", "omaa", "oman", "on",
    "onko", "oo", "or", "ovat", "parissa", "pitäisi", "pitää", "puolesta", "på", "rabaa", "saa", "saakka", "saako",
    "saisi", "saisin", "se", "sekä", "sen", "si", "sidee", "siellä", "siihen", "siitä", "sillä", "sinun", "sinä",
    "sisällä", "sitä", "som", "sä", "så", "söker", "tai", "takia", "tarvitaan", "tarvitsee", "tarvitsen", "te",
    "teille", "that", "the", "there", "this", "till", "to", "tähän", "tämä", "tässä", "tästä", "u", "uga", "ugu",
    "ulkopuolella", "under", "utan", "uu", "vad", "vai", "vaikka", "vain", "var", "varten", "vi", "via", "vid", "vielä",
    "vill", "voi", "voiko", "voisi", "voisin", "vuoksi", "välillä", "waa", "want", "waxa", "waxaa", "waxaan", "we",
    "what", "when", "where", "which", "who", "will", "with", "without", "xagee", "you", "your", "är", "а", "або", "без",
    "бы", "в", "во", "від", "где", "для", "до", "з", "за", "и", "из", "или", "ищу", "к", "как", "на", "не", "о", "от",
    "по", "при", "про", "с", "со", "та", "то", "у", "хочу", "що", "я", "як", "є", "і", "أو", "أين", "إلى", "الى", "على",
    "عن", "في", "ما", "مع", "من", "هل", "و",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn function_words_are_sorted_so_that_they_are_found() {
        let mut sorted = FUNCTION_WORDS.to_vec();
        sorted.sort_unstable();
        sorted.dedup();
        assert_eq!(FUNCTION_WORDS, sorted);
        assert!(ARRANGEMENTS.is_sorted(), "{:?}", ARRANGEMENTS.windows(2).find(|pair| pair[0] >= pair[1]));
        assert!(LIGHT_WORDS.is_sorted(), "{:?}", LIGHT_WORDS.windows(2).find(|pair| pair[0] >= pair[1]));
    }

    #[test]
    fn help_and_free_say_something() {
        for word in ["apua", "ilmainen", "yö", "hjälp", "help", "помощь"] {
            assert!(!is_function_word(word), "{word}");
        }
        assert!(is_function_word("mistä") && is_function_word("kanssa"));
    }

    #[test]
    fn a_query_is_read_in_the_readers_language_first() {
        assert_eq!(
            Language::of_query("hjälp", Language::Swedish),
            [Language::Swedish, Language::Finnish, Language::English]
        );
        assert_eq!(Language::of_query("допомога", Language::Ukrainian), [Language::Ukrainian, Language::Russian]);
        assert_eq!(Language::of_query("تعلم", Language::Finnish), [Language::Arabic]);
    }
}
