//! The files people fill in: our own table with one example row, and a guide beside it.

use documents::table::{Delimiter, Table, WriteError, write_csv, write_xlsx};

use super::columns::{ACTIVITY, Column, ORGANIZATION, folded};
use crate::i18n::Language;
use crate::vocabulary::{
    CONFIDENTIALITIES, INTERESTS, KINDS, LANGUAGES, ORGANIZATION_TYPES, SITUATIONS, SUPPORT_FORMS, THRESHOLDS,
    Vocabulary,
};

/// What the example says, by heading. The table is in Finnish whatever language the guide is in.
const EXAMPLE: [(&str, &str); 28] = [
    ("tunnus", "tiistain-kahvit"),
    ("järjestäjä", "esimerkkiyhdistys"),
    ("nimi", "Tiistain kahvit"),
    ("laji", "Avoin toiminta"),
    ("askel", "1"),
    ("lyhyesti", "Juo kahvit ja juttele, tai istu hiljaa ja lue lehteä."),
    ("kuvaus", "Kahvi on valmiina. Kukaan ei kysy, miksi tulit. Saat lähteä, kun haluat."),
    ("millaista siellä on", "Paikalla on kymmenkunta ihmistä. Nurkassa on rauhallinen pöytä."),
    ("näin pääset mukaan", "Tule sisään pihan puolelta.\nOta kuppi ja istu."),
    ("vastaanotto", "Ohjaaja tulee ovelle vastaan."),
    ("kynnys", "Ei ilmoittautumista, Maksuton, Joku ottaa sinut vastaan"),
    ("kiinnostukset", "Seura ja jutustelu"),
    ("elämäntilanteet", "Työtön, Yksinäinen"),
    ("kielet", "suomi, selkosuomi"),
    ("hinta", "maksuton"),
    ("ryhmän koko", "20"),
    ("paikka", "Esimerkkitalo"),
    ("katuosoite", "Esimerkkikuja 1"),
    ("postinumero", "15110"),
    ("kunta", "Lahti"),
    ("ajat", "ti 10–13"),
    ("puhelin", "03 000 0000"),
    ("sähköposti", "info@esimerkki.example"),
    ("verkkosivu", "https://esimerkki.example"),
    ("hakusanat", "kahvila, juttuseura"),
    ("tarkistettu", "tänään"),
    ("tyyppi", "Yhdistys"),
    ("sijainnin julkisuus", "julkinen"),
];

/// The languages the template has columns for beside Finnish; more may be added by whoever fills it in.
const OTHERS: [(&str, &str); 3] = [("sv", "sv"), ("en", "en"), ("fi-x-selko", "selko")];

/// The table of activities with its headings and an example, as CSV that a Finnish spreadsheet opens right.
pub fn template_csv() -> Vec<u8> {
    write_csv(&activities(Language::Finnish), Delimiter::Semicolon)
}

/// The tables of activities and organizations with an example each, and a guide that lists the labels, as a workbook.
///
/// # Errors
/// When the workbook cannot be made; a fault of ours.
pub fn template_xlsx(language: Language) -> Result<Vec<u8>, WriteError> {
    write_xlsx(&[activities(language), organizations(language), guide(language)])
}

fn activities(language: Language) -> Table {
    table(&language.t("import-template-activities"), &ACTIVITY, &["nimi", "lyhyesti", "kuvaus"], &[])
}

fn organizations(language: Language) -> Table {
    let example = [
        ("tunnus", "esimerkkiyhdistys"),
        ("nimi", "Esimerkkiyhdistys"),
        ("lyhyesti", "Yhdistys, joka keittää kahvia kaikille."),
        ("kuvaus", "Yhdistyksen tupa on auki kaikille. Jäseneksi ei tarvitse liittyä."),
    ];
    table(&language.t("import-template-organizations"), &ORGANIZATION, &["nimi", "lyhyesti"], &example)
}

/// A table with an example row; `translated` are the texts that get columns in other languages.
fn table(name: &str, columns: &[Column], translated: &[&str], example: &[(&str, &str)]) -> Table {
    let plain = columns.iter().map(|column| column.heading.to_owned());
    let others = OTHERS.iter().flat_map(|(_, shown)| translated.iter().map(move |text| format!("{text} ({shown})")));
    let headings: Vec<String> = plain.chain(others).collect();
    let said = |heading: &str| {
        let found = example.iter().chain(&EXAMPLE).find(|(known, _)| *known == heading);
        found.map_or("", |(_, said)| *said)
    };
    let row: Vec<&str> = headings.iter().map(|heading| said(heading)).collect();
    let mut table = Table::new(name, headings.clone());
    table.push(row);
    table
}

/// What to write in each column, and the labels that are known.
fn guide(language: Language) -> Table {
    let headings = ["import-template-column", "import-template-what", "import-template-labels"];
    let mut table = Table::new(language.t("import-template-guide"), headings.map(|key| language.t(key).into_owned()));
    let only_organizations =
        ORGANIZATION.iter().filter(|column| !ACTIVITY.iter().any(|one| one.heading == column.heading));
    for column in ACTIVITY.iter().chain(only_organizations) {
        let key = format!("import-guide-{}", folded(column.heading).replace(' ', "-"));
        let what = if language.has(&key) { language.t(&key).into_owned() } else { String::new() };
        let labels = labels(column.heading).map_or_else(String::new, |list| {
            list.codes.iter().map(|code| list.name(code, language)).collect::<Vec<_>>().join("\n")
        });
        if !what.is_empty() || !labels.is_empty() {
            table.push([column.heading.to_owned(), what, labels]);
        }
    }
    table
}

fn labels(heading: &str) -> Option<Vocabulary> {
    Some(match heading {
        "laji" => KINDS,
        "kynnys" => THRESHOLDS,
        "kiinnostukset" => INTERESTS,
        "elämäntilanteet" => SITUATIONS,
        "kielet" => LANGUAGES,
        "tukimuoto" => SUPPORT_FORMS,
        "sijainnin julkisuus" => CONFIDENTIALITIES,
        "tyyppi" => ORGANIZATION_TYPES,
        _ => return None,
    })
}
