//! What leads to one person: such numbers and addresses are left out, because they change hands and were given for
//! another purpose. Shared mail boxes and switchboards stay.

/// Endings of titles that one person has, in Finnish and Swedish.
const TITLES: [&str; 22] = [
    "vastaava",
    "johtaja",
    "sihteeri",
    "rehtori",
    "koordinaattori",
    "päällikkö",
    "ohjaaja",
    "työntekijä",
    "asiantuntija",
    "suunnittelija",
    "neuvoja",
    "hoitaja",
    "lääkäri",
    "opettaja",
    "kuraattori",
    "psykologi",
    "esimies",
    "esihenkilö",
    "sekreterare",
    "chef",
    "ledare",
    "rektor",
];

/// Whether a note beside a number names one person, or a post that one person has.
pub(super) fn names_somebody(note: &str) -> bool {
    let words: Vec<String> = note
        .split(|c: char| !c.is_alphabetic() && c != '-')
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect();
    if words.iter().any(|word| TITLES.iter().any(|title| word.ends_with(title))) {
        return true;
    }
    let names = note.split_whitespace().filter(|word| is_capitalised(word)).count();
    names >= 2 && names == note.split_whitespace().count()
}

/// Whether a mail address is of the form people's addresses have at work: first name, dot, last name.
pub(super) fn is_somebodys(email: &str) -> bool {
    let Some((name, _)) = email.split_once('@') else { return false };
    let parts: Vec<&str> = name.split('.').collect();
    let is_name = |part: &&str| part.chars().count() >= 2 && part.chars().all(|c| c.is_alphabetic() || c == '-');
    parts.len() >= 2
        && parts.iter().all(|part| is_name(part) || part.chars().count() == 1)
        && !parts.iter().any(|part| is_shared(part))
}

/// Words of mail boxes that many read.
fn is_shared(part: &str) -> bool {
    const SHARED: [&str; 16] = [
        "info",
        "kirjaamo",
        "asiakaspalvelu",
        "toimisto",
        "neuvonta",
        "palvelu",
        "kirjasto",
        "koulu",
        "tyollisyys",
        "perhe",
        "sosiaali",
        "terveys",
        "asema",
        "keskus",
        "paivakoti",
        "registrator",
    ];
    let part = part.to_lowercase();
    SHARED.iter().any(|shared| part.contains(shared))
}

fn is_capitalised(word: &str) -> bool {
    let mut letters = word.chars();
    letters.next().is_some_and(char::is_uppercase) && letters.next().is_some_and(char::is_lowercase)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn persons_and_posts_are_seen() {
        for note in ["Opintoasiainvastaava", "Matti Meikäläinen", "Palveluohjaaja, ark. 9-11", "rektor"] {
            assert!(names_somebody(note), "{note}");
        }
        for note in ["", "Vaihde", "Asiakaspalvelu", "Arkisin klo 9-15", "Suomi"] {
            assert!(!names_somebody(note), "{note}");
        }
        for email in ["matti.meikalainen@kunta.example", "anna-liisa.x.korhonen@kunta.example"] {
            assert!(is_somebodys(email), "{email}");
        }
        for email in [
            "info@kunta.example",
            "liperin.koulu@kunta.example",
            "nettilukio@otavia.example",
            "kirjaamo.lahti@x.example",
        ] {
            assert!(!is_somebodys(email), "{email}");
        }
    }
}
