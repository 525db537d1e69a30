//! Stories of activities that two sources tell about.

use axum::http::StatusCode;

use crate::exchange::import::{self, Format, ImportFile, ImportRequest};
use crate::tests::{Keeping, Page, Town, activity, organization};

const ADDRESS: &str = "/yllapito/kaksoset";

/// Reads a table with one activity from a source.
async fn reads(town: &Town, source: &str, name: &str, organizer: &str, phone: &str) {
    let table = format!(
        "tunnus;nimi;järjestäjä;laji;kunta;katuosoite;postinumero;ajat;puhelin\nk1;{name};{organizer};ryhmä;Lahti;Kulmakuja 3;15110;ti 10–12;{phone}\n"
    );
    let files = vec![ImportFile::sent("toiminta.csv", table.as_bytes())];
    let request = ImportRequest::new(Format::Table, source, files, town.app.now());
    import::run(&town.app.db, request).await.expect("the database answers");
    town.settles().await;
}

/// The same group from an association and from the town, under slightly different names.
async fn two_sources(town: &Town) {
    reads(town, "Lahden yhdistykset", "Tiistaikudonta", "Kudontapiiri ry", "03 000 0001").await;
    reads(town, "Kaupungin kalenteri", "Tiistaikudonta aikuisille", "Kudontapiiri", "03 000 0002").await;
}

/// The values of the hidden fields and buttons of a name, in the order of the page.
fn values(page: &Page, name: &str) -> Vec<String> {
    let mark = format!("name=\"{name}\" value=\"");
    page.text.split(&mark).skip(1).map(|rest| rest.split('"').next().unwrap_or_default().to_owned()).collect()
}

/// Presses the button of the first pair: the side (0 or 1) that stays, or 2 when they are different.
async fn presses(keeper: &Keeping<'_>, page: &Page, button: usize) {
    let first = |name: &str| values(page, name).remove(0);
    let fields = [
        ("key", first("key")),
        ("one", first("one")),
        ("other", first("other")),
        ("keep", values(page, "keep").remove(button)),
    ];
    let fields = fields.each_ref().map(|(name, value)| (*name, value.as_str()));
    let sent = keeper.sends(ADDRESS, &fields).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.words());
    let again = keeper.sends(ADDRESS, &fields).await;
    assert_eq!(again.location(), sent.location(), "sent twice is one decision");
}

/// Takes the latest decision back.
async fn takes_back(keeper: &Keeping<'_>, page: &Page) {
    let fields = ["key", "one", "other"].map(|name| (name, values(page, name).remove(0)));
    let fields = fields.each_ref().map(|(name, value)| (*name, value.as_str()));
    let sent = keeper.sends("/yllapito/kaksoset/peruutus", &fields).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.words());
}

/// Which button of the first pair keeps the activity of this name.
async fn side_named(town: &Town, page: &Page, name: &str) -> usize {
    let mut tx = town.app.db.read().await.expect("a connection");
    let one = crate::activities::store::find(&mut tx, &values(page, "one")[0]).await.expect("read").expect("is there");
    usize::from(one.name(crate::i18n::Language::Finnish).text != name)
}

#[tokio::test]
async fn what_the_keeper_hides_as_a_twin_stays_hidden_until_the_decision_is_taken_back() {
    for town in Town::on_every_engine().await {
        let keeper = town.keeper().await;
        two_sources(&town).await;
        keeper.opens("/yllapito").await.says("1 pari odottaa päätöstä.");
        let page = keeper.opens(ADDRESS).await;
        for words in ["Sama järjestäjä", "Sama paikka", "Samankaltainen nimi", "Samat ajat"] {
            page.says(words);
        }
        for words in ["Lahden yhdistykset", "Kaupungin kalenteri", "tiistaisin klo 10–12", "Kudontapiiri ry"] {
            page.says(words);
        }
        let mut both = town.looks_for("tiistaikudonta").await.cards();
        both.sort_unstable();
        assert_eq!(both, ["Tiistaikudonta", "Tiistaikudonta aikuisille"]);

        let kept = side_named(&town, &page, "Tiistaikudonta").await;
        presses(&keeper, &page, kept).await;
        town.settles().await;
        town.looks_for("tiistaikudonta").await.lists(&["Tiistaikudonta"]);
        let decided = keeper.opens(ADDRESS).await;
        decided.says("Mikään pari ei odota päätöstä.");
        decided.says("Sama toiminta. Näkyviin jäi Tiistaikudonta");

        reads(&town, "Kaupungin kalenteri", "Tiistaikudonta aikuisille", "Kudontapiiri", "03 000 0003").await;
        town.looks_for("tiistaikudonta").await.lists(&["Tiistaikudonta"]);

        takes_back(&keeper, &decided).await;
        town.settles().await;
        assert_eq!(town.looks_for("tiistaikudonta").await.cards().len(), 2);
        keeper.opens(ADDRESS).await.says("Samankaltainen nimi");

        reads(&town, "Kaupungin kalenteri", "Tiistaikudonta aikuisille", "Kudontapiiri", "03 000 0004").await;
        assert_eq!(town.looks_for("tiistaikudonta").await.cards().len(), 2, "nothing hides it any more");
    }
}

#[tokio::test]
async fn what_is_different_is_not_asked_about_again() {
    for town in Town::on_every_engine().await {
        let keeper = town.keeper().await;
        two_sources(&town).await;
        let page = keeper.opens(ADDRESS).await;
        presses(&keeper, &page, 2).await;
        reads(&town, "Kaupungin kalenteri", "Tiistaikudonta aikuisille", "Kudontapiiri", "03 000 0003").await;
        keeper.opens("/yllapito").await.says("Mikään pari ei odota päätöstä.");
        let decided = keeper.opens(ADDRESS).await;
        decided.says("Mikään pari ei odota päätöstä.");
        decided.says("Eri toiminta");
        assert_eq!(town.looks_for("tiistaikudonta").await.cards().len(), 2, "both are still there");
    }
}

#[tokio::test]
async fn what_was_made_here_may_be_the_one_that_stays_or_the_one_that_is_hidden() {
    for town in Town::on_every_engine().await {
        let keeper = town.keeper().await;
        let arranger = town.has_organization(organization("Kudontapiiri ry")).await;
        let mut own = activity("Tiistaikudonta").happening("ti 10–12");
        own.organization_id.clone_from(&arranger.id);
        let own = town.has(own).await;
        reads(&town, "Kaupungin kalenteri", "Tiistaikudonta aikuisille", "Kudontapiiri", "").await;

        let page = keeper.opens(ADDRESS).await;
        page.says("Tehty täällä");
        let kept = side_named(&town, &page, "Tiistaikudonta").await;
        presses(&keeper, &page, kept).await;
        town.looks_for("tiistaikudonta").await.lists(&["Tiistaikudonta"]);
        let hidden = [("name", "Tiistaikudonta"), ("state", "draft")];
        keeper.sends(&format!("/yllapito/toiminta/{}", own.id), &hidden).await;
        let decided = keeper.opens(ADDRESS).await;
        decided.says("Näkyviin jätetty toiminta ei enää näy.");
        takes_back(&keeper, &decided).await;
        town.looks_for("tiistaikudonta").await.lists(&["Tiistaikudonta aikuisille"]);

        let shown = [("name", "Tiistaikudonta"), ("state", "published")];
        keeper.sends(&format!("/yllapito/toiminta/{}", own.id), &shown).await;
        let page = keeper.opens(ADDRESS).await;
        let kept = side_named(&town, &page, "Tiistaikudonta aikuisille").await;
        presses(&keeper, &page, kept).await;
        town.looks_for("tiistaikudonta").await.lists(&["Tiistaikudonta aikuisille"]);
        takes_back(&keeper, &keeper.opens(ADDRESS).await).await;
        assert_eq!(town.looks_for("tiistaikudonta").await.cards().len(), 2);
    }
}

#[tokio::test]
async fn what_only_resembles_is_not_proposed_and_only_the_keeper_decides() {
    for town in Town::on_every_engine().await {
        let keeper = town.keeper().await;
        reads(&town, "Lahden yhdistykset", "Tiistaikudonta", "Kudontapiiri ry", "").await;
        reads(&town, "Kaupungin kalenteri", "Tiistaikudonta", "Asukastalo", "").await;
        reads(&town, "Kalenteri", "Shakkikerho", "Kudontapiiri", "").await;
        keeper.opens(ADDRESS).await.says("Mikään pari ei odota päätöstä.");
        let stranger = town.opens(ADDRESS).await;
        assert_ne!(stranger.status, StatusCode::OK);
        let sent = town.sends(ADDRESS, &[("one", "a"), ("other", "b")]).await;
        assert_eq!(sent.status, StatusCode::FORBIDDEN, "{}", sent.words());
    }
}
