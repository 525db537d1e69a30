//! Out as HSDS and in again elsewhere: nothing of what is public is lost, and nothing is made up on the way.

use std::collections::BTreeMap;
use std::io::Cursor;

use documents::package::{names_in_zip, unpack_from_zip};

use super::*;
use crate::activities::model::LinkMeaning;
use crate::exchange::hsds::{export, export_ndjson};
use crate::i18n::Language;
use crate::places::model::Confidentiality;

const ORGANIZATIONS: &str = "tunnus;nimi;tyyppi;lyhyesti;kuvaus;verkkosivu;sähköposti;puhelin;tarkistettu;nimi (sv);lyhyesti (selko)\n\
    aalto;Asukastalo Aalto;Yhdistys;Avoin talo.;Ovi on auki kaikille.;https://aalto.example;info@aalto.example;03 000 0001;1.11.2026;Invånarhuset;Talo on auki.\n\
    loimi;Kutomo Loimi;Osuuskunta;;;;;;;;\n";

const ACTIVITIES: &str = "tunnus;järjestäjä;nimi;laji;askel;lyhyesti;kuvaus;millaista siellä on;näin pääset mukaan;vastaanotto;kynnys;kiinnostukset;elämäntilanteet;kohderyhmät;kielet;hinta;ikä alkaen;ikä enintään;ryhmän koko;tunteja viikossa;kesto;tukimuoto;paikka;katuosoite;postinumero;kunta;kylä tai kaupunginosa;leveysaste;pituusaste;sijainnin julkisuus;ajat;poikkeukset;puhelin;sähköposti;verkkosivu;ilmoittautuminen;mitä tämän jälkeen;vaihtoehdot;hakusanat;tarkistettu;nimi (sv);nimi (ar)\n\
    kahvit;aalto;Tiistain kahvit;Avoin toiminta;1;Kahvia.;Kahvi on valmiina.;Hiljaista.;Tule sisään.;Ohjaaja tulee ovelle.;Ei ilmoittautumista, Tulkki voidaan järjestää, Pääsee pyörätuolilla;Seura ja jutustelu;Työtön, Ei autoa, bussi kulkee harvoin;KR1.1;suomi, selkosuomi, somali;maksuton, kahvi 1 €;18;99;12;;;;Aalto;Kuja 1;15110;Lahti;Keskusta;60.983;25.656;;auki ma–pe 9–15 / joka toinen to 17–19 alkaen 8.10.2026;ei 24.12.2026;03 000 0002;kahvit@aalto.example;https://aalto.example/kahvit;;talkoot;työ;kahvila, juttuseura;1.11.2026;Tisdagskaffe;قهوة\n\
    talkoot;loimi;Kutomotalkoot;Ryhmä;2;;;;;;;;;;;2–5 €, sisältää langat;;;;;;;;;15800;Lahti;;;;;vuosittain 6.12. 12–14 / kuukauden viimeinen su 14–16;;;;;Soita ensin.;;;;;;\n\
    työ;loimi;Kutojan apulainen;Työkokeilupaikka;4;;;;;;;;;;;;;;;10–20;3 kuukautta;Työkokeilu;;;;Sysmä;;;;vain alue;24.11.2026 17–19;;;;;https://loimi.example/haku;;;;;;\n";

/// Brings what one tray exports into another.
async fn passed_on(from: &Tray, to: &Tray, source: &str) -> Report {
    let mut lines = Vec::new();
    export_ndjson(&from.db, &mut lines, |_| {}).await.expect("exported");
    let files = vec![ImportFile::sent("kaikki.ndjson", lines)];
    to.imports(ImportRequest::new(Format::Hsds, source, files, now())).await
}

/// An activity as the public knows it: without where it came from.
fn public(mut one: Activity) -> Activity {
    one.source_id = None;
    one.changed_at = now();
    one.made_at = now();
    one.places.retain(|at| at.place.confidentiality != Confidentiality::Hidden);
    // Of an area that is all there is to know, the open data tells the municipality only.
    for at in one.places.iter_mut().filter(|at| at.place.confidentiality == Confidentiality::AreaOnly) {
        at.place.neighbourhood.clear();
    }
    one
}

async fn is_the_same(one: &Tray, other: &Tray) {
    let (ours, theirs) = (one.activities().await, other.activities().await);
    assert_eq!(ours.len(), theirs.len());
    for (ours, theirs) in ours.into_iter().zip(theirs) {
        assert_eq!(public(ours), public(theirs));
    }
    for (mut ours, theirs) in one.organizations().await.into_iter().zip(other.organizations().await) {
        ours.source_id.clone_from(&theirs.source_id);
        ours.changed_at = theirs.changed_at;
        assert_eq!(ours, theirs);
    }
}

#[tokio::test]
async fn what_is_passed_on_comes_out_the_same() {
    for (from, to) in Tray::on_every_engine().await.into_iter().zip(Tray::on_every_engine().await) {
        let report = from.imports(of_tables(&[("jarjestajat.csv", ORGANIZATIONS), ("toiminta.csv", ACTIVITIES)])).await;
        assert!(report.problems.is_empty(), "{}", report.tell(Language::Finnish));

        let report = passed_on(&from, &to, "naapuri").await;

        assert!(report.problems.is_empty(), "{}", report.tell(Language::Finnish));
        assert_eq!((report.activities, report.organizations), (counted(3, 0, 0, 0), counted(2, 0, 0, 0)));
        assert_eq!(report.dropped_contacts, 0, "a shared number under the organization's name is no person");
        is_the_same(&from, &to).await;
        let coffee = to.activity("Tiistain kahvit").await.id;
        let mut tx = to.db.read().await.expect("a connection");
        for meaning in [LinkMeaning::Next, LinkMeaning::Alternative] {
            assert_eq!(activities::store::linked(&mut tx, &coffee, meaning).await.expect("read").len(), 1);
        }
        drop(tx);
        let again = passed_on(&from, &to, "naapuri").await.total();
        assert_eq!((again.added, again.changed, again.gone), (0, 0, 0));
    }
}

/// The data package of a tray: the text of each file in it, by name.
async fn package(of: &Tray, at: DateTime<Utc>) -> (Vec<u8>, BTreeMap<String, String>) {
    let folder = TempDir::new().expect("a folder");
    let file = folder.path().join("region.zip");
    export::write(&of.db, &file, "zip", at, |_| {}).await.expect("packed");
    assert_eq!(std::fs::read_dir(folder.path()).expect("a folder").count(), 1, "nothing is left beside the package");
    let bytes = std::fs::read(&file).expect("a file");
    let mut texts = BTreeMap::new();
    for name in names_in_zip(Cursor::new(&bytes), "").expect("a zip") {
        let mut text = Vec::new();
        unpack_from_zip(Cursor::new(&bytes), &name, 100_000_000, &mut text).expect("a file");
        texts.insert(name, String::from_utf8(text).expect("UTF-8"));
    }
    (bytes, texts)
}

/// Brings the data package of one tray into another.
async fn packed_on(from: &Tray, to: &Tray) -> Report {
    let (bytes, _) = package(from, now()).await;
    let files = vec![ImportFile::sent("region.zip", bytes)];
    // The same source as what is inside came from, so that who told it stays the same too.
    to.imports(ImportRequest::new(Format::Hsds, "koe", files, now())).await
}

/// Two packages are the same but for when they were made.
#[track_caller]
fn are_the_same(one: &BTreeMap<String, String>, other: &BTreeMap<String, String>) {
    let without_time = |text: &str| -> Vec<String> {
        // The order of rows says nothing: a stranger tells a thing in several places, and any may come first.
        let mut lines: Vec<String> =
            text.lines().filter(|line| !line.contains("\"created\":")).map(str::to_owned).collect();
        lines.sort_unstable();
        lines
    };
    assert_eq!(one.keys().collect::<Vec<_>>(), other.keys().collect::<Vec<_>>());
    for (name, text) in one {
        let (ours, theirs) = (without_time(text), without_time(&other[name]));
        for (ours, theirs) in ours.iter().zip(&theirs) {
            assert_eq!(ours, theirs, "{name}");
        }
        assert_eq!(ours.len(), theirs.len(), "{name}");
    }
}

#[tokio::test]
async fn a_package_of_a_package_is_the_same() {
    for (from, to) in Tray::on_every_engine().await.into_iter().zip(Tray::on_every_engine().await) {
        from.imports(of_tables(&[("jarjestajat.csv", ORGANIZATIONS), ("toiminta.csv", ACTIVITIES)])).await;

        let report = packed_on(&from, &to).await;

        assert!(report.problems.is_empty(), "{}", report.tell(Language::Finnish));
        assert_eq!((report.activities, report.organizations), (counted(3, 0, 0, 0), counted(2, 0, 0, 0)));
        is_the_same(&from, &to).await;
        let (_, ours) = package(&from, now()).await;
        let (_, theirs) = package(&to, now() + chrono::TimeDelta::days(1)).await;
        assert_ne!(ours["datapackage.json"], theirs["datapackage.json"], "each tells when it was made");
        are_the_same(&ours, &theirs);
        let again = packed_on(&from, &to).await.total();
        assert_eq!((again.added, again.changed, again.gone), (0, 0, 0));
    }
}

#[tokio::test]
async fn the_demo_region_comes_out_the_same() {
    let Some(files) = demo_region() else { return };
    for ((from, by_lines), by_package) in
        Tray::on_every_engine().await.into_iter().zip(Tray::on_every_engine().await).zip(Tray::on_every_engine().await)
    {
        from.imports(ImportRequest::new(Format::Table, "koe", files.clone(), now())).await;
        let (_, ours) = package(&from, now()).await;
        for (to, report) in
            [(&by_lines, passed_on(&from, &by_lines, "koe").await), (&by_package, packed_on(&from, &by_package).await)]
        {
            assert!(report.problems.is_empty(), "{}", report.tell(Language::Finnish));
            assert_eq!(report.dropped_contacts, 0);
            is_the_same(&from, to).await;
        }
        are_the_same(&ours, &package(&by_package, now()).await.1);
        // Lines tell places with their activities only: what stands nowhere is in the package alone.
        let (_, by_lines) = package(&by_lines, now()).await;
        for name in ["services.csv", "tarjotin_services.csv", "tarjotin_translations.csv", "schedules.csv"] {
            assert_eq!(ours[name], by_lines[name], "{name}");
        }
    }
}

/// What strangers say beyond our fields goes into a package and comes out of it.
#[tokio::test]
async fn what_a_stranger_said_is_packed() {
    let Some(folder) = samples("hsds31") else { return };
    for (from, to) in Tray::on_every_engine().await.into_iter().zip(Tray::on_every_engine().await) {
        for name in ["service_full.json", "organization_full.json"] {
            let files = vec![ImportFile::at(folder.join(name))];
            let request = ImportRequest::new(Format::Hsds, "koe", files, now());
            from.imports(ImportRequest { partial: true, ..request }).await;
        }
        packed_on(&from, &to).await;
        let (ours, theirs) = (package(&from, now()).await.1, package(&to, now()).await.1);
        are_the_same(&ours, &theirs);
        for table in ["programs.csv", "funding.csv", "required_documents.csv", "accessibility.csv"] {
            assert!(ours[table].lines().count() > 1, "{table} is empty");
        }
    }
}

#[tokio::test]
async fn what_a_stranger_said_is_passed_on() {
    let Some(folder) = samples("hsds31") else { return };
    let (from, to) = (Tray::on(None).await, Tray::on(None).await);
    let files = vec![ImportFile::at(folder.join("service_full.json"))];
    from.imports(ImportRequest::new(Format::Hsds, "vieras", files, now())).await;

    passed_on(&from, &to, "naapuri").await;

    let (ours, theirs) = (from.activities().await.remove(0), to.activities().await.remove(0));
    assert_eq!(ours.texts, theirs.texts);
    let read =
        |text: Option<String>| -> serde_json::Value { serde_json::from_str(&text.expect("kept")).expect("JSON") };
    let (ours, theirs) = (read(ours.hsds), read(theirs.hsds));
    for name in [
        "alternate_name",
        "licenses",
        "alert",
        "wait_time",
        "accreditations",
        "funding",
        "program",
        "required_documents",
    ] {
        assert_eq!(ours[name], theirs[name], "{name}");
    }
}
