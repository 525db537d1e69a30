//! Out as HSDS and in again elsewhere: nothing of what is public is lost, and nothing is made up on the way.

use super::*;
use crate::activities::model::LinkMeaning;
use crate::exchange::hsds::export_ndjson;
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
async fn passed_on(from: &Tray, to: &Tray) -> Report {
    let mut lines = Vec::new();
    export_ndjson(&from.db, &mut lines, |_| {}).await.expect("exported");
    let files = vec![ImportFile::sent("kaikki.ndjson", lines)];
    to.imports(ImportRequest::new(Format::Hsds, "naapuri", files, now())).await
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

        let report = passed_on(&from, &to).await;

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
        let again = passed_on(&from, &to).await.total();
        assert_eq!((again.added, again.changed, again.gone), (0, 0, 0));
    }
}

#[tokio::test]
async fn the_demo_region_comes_out_the_same() {
    let Some(files) = demo_region() else { return };
    let (from, to) = (Tray::on(None).await, Tray::on(None).await);
    from.imports(ImportRequest::new(Format::Table, "demo", files, now())).await;

    let report = passed_on(&from, &to).await;

    assert!(report.problems.is_empty(), "{}", report.tell(Language::Finnish));
    is_the_same(&from, &to).await;
}

#[tokio::test]
async fn what_a_stranger_said_is_passed_on() {
    let Some(folder) = samples("hsds31") else { return };
    let (from, to) = (Tray::on(None).await, Tray::on(None).await);
    let files = vec![ImportFile::at(folder.join("service_full.json"))];
    from.imports(ImportRequest::new(Format::Hsds, "vieras", files, now())).await;

    passed_on(&from, &to).await;

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
