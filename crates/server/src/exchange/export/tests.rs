//! Stories of what is taken along: by a calendar, a reader of feeds, a spreadsheet, another site, a phone, another catalogue.

use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use chrono::{DateTime, TimeDelta, Utc};
use db::Db;
use documents::table;
use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::{Config, TestRunner};
use serde_json::Value;

use crate::activities::model::{Activity, ActivityText, Price};
use crate::exchange::import::{self, Format, ImportFile, ImportRequest, Report, Weight};
use crate::i18n::Language;
use crate::organizations::model::OrganizationText;
use crate::places::model::Confidentiality;
use crate::reference::{Point, distance_km};
use crate::tests::{Page, Town, activity, organization};
use crate::times::{self, Change, ScheduleKind};
use crate::{activities, clock};

/// A weekly group with a day off, a cancelled and a moved time.
fn choir() -> Activity {
    let mut choir = activity("Olohuonekuoro").described_as("Laulamme nuoteitta.").in_language("fi", |text| {
        text.summary = "Laula mukana, \"nuoteitta\"; kaikki käy.".to_owned();
    });
    let today = clock::today(crate::tests::town_now());
    let differing = "ei 22.12.2026 / peruttu 1.12.2026 / 8.12.2026 siirtyy 9.12.2026 17–19";
    choir.schedules = times::words::parse("ti 17–19 alkaen 8.9.2026", differing, today).expect("times");
    choir.schedules[0].id = db::new_id();
    choir
}

/// The lines of a calendar, unfolded.
fn unfolded(page: &Page) -> Vec<String> {
    assert_eq!(page.status, StatusCode::OK);
    assert!(page.text.split("\r\n").all(|line| line.len() <= 75 && !line.contains(['\r', '\n'])), "{}", page.text);
    page.text.replace("\r\n ", "").split("\r\n").map(str::to_owned).collect()
}

fn named<'a>(lines: &'a [String], name: &str) -> Vec<&'a str> {
    lines.iter().filter_map(|line| line.strip_prefix(name)?.strip_prefix(':')).collect()
}

#[tokio::test]
async fn a_time_has_one_name_in_every_calendar() {
    for town in Town::on_every_engine().await {
        let mut arranger = organization("Laulajat, \"me\"; ja muut");
        arranger
            .texts
            .insert("sv".to_owned(), OrganizationText { name: "Sångarna".to_owned(), ..OrganizationText::default() });
        let arranger = town.has_organization(arranger).await;
        let choir = Activity { organization_id: arranger.id.clone(), ..choir() };
        let choir = town.has(choir).await;
        town.has(activity("Muualla").at("Talo", "049", 60.2, 24.66).happening("ke 12–14")).await;
        let uid = format!("{}@tarjotin.example", choir.schedules[0].id);

        for (address, name) in [
            (format!("{}/kalenteri.ics", choir.address()), "Olohuonekuoro"),
            (format!("{}/kalenteri.ics", arranger.address()), "Laulajat\\, \"me\"\\; ja muut – Tarjotin"),
            (format!("/sv{}/kalenteri.ics", arranger.address()), "Sångarna – Tarjotin"),
            ("/haku.ics?kunta=398".to_owned(), "Lahti – Tarjotin"),
            ("/en/haku.ics?q=olohuonekuoro".to_owned(), "olohuonekuoro – Tarjotin"),
            (format!("/haku.ics?jarjestaja={}", arranger.id), "Laulajat\\, \"me\"\\; ja muut – Tarjotin"),
        ] {
            let page = town.opens(&address).await;
            assert_eq!(page.headers[header::CONTENT_TYPE], "text/calendar; charset=utf-8", "{address}");
            assert_eq!(page.headers[header::ACCESS_CONTROL_ALLOW_ORIGIN], "*", "{address}");
            let lines = unfolded(&page);
            assert_eq!(named(&lines, "X-WR-CALNAME"), [name], "{address}");
            // The rule, the cancelled time and the moved one.
            assert_eq!(named(&lines, "UID"), [uid.as_str(); 3], "{address}");
            assert_eq!(named(&lines, "EXDATE;TZID=Europe/Helsinki"), ["20261222T170000"], "{address}");
            assert_eq!(
                named(&lines, "RECURRENCE-ID;TZID=Europe/Helsinki"),
                ["20261201T170000", "20261208T170000"],
                "{address}"
            );
            assert_eq!(named(&lines, "STATUS"), ["CANCELLED"], "{address}");
            assert_eq!(lines.iter().filter(|line| *line == "BEGIN:VTIMEZONE").count(), 1, "{address}");
        }
    }
}

#[tokio::test]
async fn what_is_known_is_not_sent_again_until_something_changes() {
    for town in Town::on_every_engine().await {
        let choir = town.has(choir()).await;
        for path in ["/haku.ics?q=kuoro", "/uutta.atom", "/haku.csv", "/jarjestajat.xlsx", "/upote?kunta=398"] {
            let first = town.opens(path).await;
            assert_eq!(first.status, StatusCode::OK, "{path}");
            let tag = first.headers[header::ETAG].clone();
            let ask = || {
                Request::get(path).header(header::IF_NONE_MATCH, tag.clone()).body(Body::empty()).expect("a request")
            };
            let again = town.asks(ask()).await;
            assert_eq!((again.status, again.text.as_str()), (StatusCode::NOT_MODIFIED, ""), "{path}");
            town.has(choir.clone()).await;
            assert_eq!(town.asks(ask()).await.status, StatusCode::OK, "{path}");
        }
    }
}

#[tokio::test]
async fn a_calendar_leaves_out_what_ended_long_ago() {
    for town in Town::on_every_engine().await {
        town.has(activity("Kesäkerho").happening("ti 10–12 alkaen 2.6.2026 asti 30.6.2026")).await;
        town.has(activity("Syyskerho").happening("ti 10–12 alkaen 1.9.2026 asti 17.11.2026")).await;
        let lines = unfolded(&town.opens("/haku.ics").await);
        assert_eq!(named(&lines, "SUMMARY"), ["Syyskerho"]);
    }
}

#[tokio::test]
async fn news_come_newest_first_and_keep_their_names() {
    for town in Town::on_every_engine().await {
        let now: DateTime<Utc> = crate::tests::town_now();
        let old = Activity { made_at: now - TimeDelta::days(9), ..activity("Vanha & <tuttu>") };
        let new =
            Activity { made_at: now - TimeDelta::days(1), ..activity("Uusi kutomo").at("Talo", "049", 60.2, 24.7) };
        let (old, new) = (town.has(old).await, town.has(new).await);

        let feed = town.opens("/uutta.atom").await;
        assert_eq!(feed.headers[header::CONTENT_TYPE], "application/atom+xml; charset=utf-8");
        let titles = |page: &Page| -> Vec<String> {
            let entries = page.text.split("<entry>").skip(1);
            entries
                .map(|one| one.split_once("<title>").expect("a title").1.split('<').next().expect("text").to_owned())
                .collect()
        };
        assert_eq!(titles(&feed), ["Uusi kutomo", "Vanha &amp; &lt;tuttu&gt;"]);
        for one in [&old, &new] {
            assert!(feed.text.contains(&format!("<id>urn:uuid:{}</id>", one.id)), "{}", feed.text);
        }
        assert!(feed.text.contains("<published>2026-11-23T08:00:00Z</published>"), "{}", feed.text);
        assert_eq!(titles(&town.opens("/haku.atom?kunta=398").await), ["Vanha &amp; &lt;tuttu&gt;"]);
        assert_eq!(titles(&town.opens("/haku.atom?kunta=398&q=kutomo").await), Vec::<String>::new());
        let ids = |page: &Page| page.text.split("<id>").nth(1).map(str::to_owned);
        assert_ne!(ids(&feed), ids(&town.opens("/sv/uutta.atom").await), "another feed has another name");

        // Renamed, it is the same entry.
        let renamed = old.clone().in_language("fi", |text| text.name = "Uudella nimellä".to_owned());
        town.has(renamed).await;
        let again = town.opens("/uutta.atom").await;
        assert!(again.text.contains(&format!("<id>urn:uuid:{}</id>\n<title>Uudella nimellä</title>", old.id)));

        let told = |page: Page| page.text.contains("<link rel=\"alternate\" type=\"application/atom+xml\"");
        for address in ["/", "/haku?kunta=398", "/sv/tyopaikat"] {
            assert!(told(town.opens(address).await), "{address}");
        }
    }
}

/// Brings a table into another town.
async fn imports(db: &Db, format: Format, name: &str, bytes: Vec<u8>) -> Report {
    let files = vec![ImportFile::sent(name, bytes)];
    import::run(db, ImportRequest::new(format, "naapuri", files, crate::tests::town_now())).await.expect("imported")
}

/// Everything published in a town, by name.
async fn everything(town: &Town) -> Vec<Activity> {
    let mut tx = town.app.db.read().await.expect("a connection");
    let mut all = activities::store::walk(&mut tx, "", 500).await.expect("read");
    all.sort_by_key(|one| one.name(Language::Finnish).text.to_owned());
    all
}

#[tokio::test]
async fn a_list_goes_out_as_a_table_and_comes_in_elsewhere() {
    for (town, other) in Town::on_every_engine().await.into_iter().zip(Town::on_every_engine().await) {
        let mut dangerous = choir().promising(&["no_sign_up", "children"]).in_language("sv", |text| {
            text.name = "@SUM(1+1)".to_owned();
        });
        dangerous.texts.insert(
            "fi".to_owned(),
            ActivityText {
                name: "=HYPERLINK(\"https://paha.example\")".to_owned(),
                summary: "-1+1".to_owned(),
                description: "+cmd|' /C calc'!A0\nrivi; toinen".to_owned(),
                price_note: "kahvi 1 €".to_owned(),
                ..ActivityText::default()
            },
        );
        dangerous.phone = "+358 40 123 4567".to_owned();
        town.has(dangerous).await;
        let mut position = activity("Kutojan apulainen").of_kind("work_trial", 4);
        position.hours = Some((10, 20));
        position.support_form = "work_trial".to_owned();
        position.price = Price::Unknown;
        position.places[0].place.confidentiality = Confidentiality::AreaOnly;
        town.has(position).await;
        town.has(activity("Kyläkahvila").happening("auki ma–pe 9–15 / su 12–14")).await;

        let page = town.opens("/haku.csv").await;
        assert_eq!(page.headers["x-total-count"], "3");
        assert_eq!(page.headers[header::CONTENT_DISPOSITION], "attachment; filename=\"toiminta.csv\"");
        for cell in ["'=HYPERLINK", "'@SUM", "'-1+1", "'+cmd"] {
            assert!(page.text.contains(cell), "{cell} is guarded: {}", page.text);
        }
        assert_eq!(town.opens("/haku.csv?sivu=2").await.status, StatusCode::NOT_FOUND, "there is only one part");
        let report = imports(&other.app.db, Format::Table, "toiminta.csv", page.text.into_bytes()).await;

        let told: Vec<_> = report.problems.iter().filter(|one| one.weight != Weight::Note).collect();
        assert!(told.is_empty(), "{told:?}");
        assert_eq!((report.activities.added, report.rejected), (3, 0));
        for (ours, theirs) in everything(&town).await.into_iter().zip(everything(&other).await) {
            assert_eq!((ours.texts, ours.price), (theirs.texts, theirs.price));
            assert_eq!((ours.thresholds, ours.hours, ours.phone), (theirs.thresholds, theirs.hours, theirs.phone));
            assert_eq!(ours.kind, theirs.kind);
            let times = |one: &[times::Schedule]| -> Vec<(String, usize)> {
                one.iter().map(|one| (times::words::to_words(one), one.exceptions.len())).collect()
            };
            assert_eq!(times(&ours.schedules), times(&theirs.schedules));
            assert_eq!(ours.places[0].place.municipality, theirs.places[0].place.municipality);
        }
    }
}

#[tokio::test]
async fn a_workbook_holds_texts_and_speaks_the_readers_language() {
    let town = Town::on_every_engine().await.remove(0);
    town.has(choir().in_language("sv", |text| text.name = "=1+1".to_owned())).await;
    for (address, heading, name) in [
        ("/haku.xlsx", "järjestäjä", "Olohuonekuoro"),
        ("/sv/haku.xlsx", "Arrangör", "=1+1"),
        ("/en/haku.xlsx?q=laulu", "Organizer", "Olohuonekuoro"),
        ("/sv/jarjestajat.xlsx?tyyppi=association", "FO-nummer", "Asukastalo Aalto"),
    ] {
        let answer =
            crate::router::answer(&town.app, Request::get(address).body(Body::empty()).expect("a request")).await;
        let bytes = http_body_util::BodyExt::collect(answer.into_body()).await.expect("a body").to_bytes();
        let tables = table::read(&bytes, "x.xlsx").expect("a workbook");
        assert!(tables[0].headings.iter().any(|known| known == heading), "{address}: {:?}", tables[0].headings);
        assert_eq!(tables[0].rows.len(), 1, "{address}");
        assert!(tables[0].rows[0].cells.iter().any(|cell| cell == name), "{address}: {:?}", tables[0].rows[0].cells);
    }
    let told = town.opens("/sv/haku.csv").await;
    assert!(told.text.contains("inställt") || told.text.contains("Inställt"), "{}", told.text);
}

#[tokio::test]
async fn a_list_fits_into_the_page_of_another_site() {
    for town in Town::on_every_engine().await {
        town.has(choir()).await;
        town.has(activity("Kutomo").kept_secret(Confidentiality::Hidden)).await;
        let page = town.opens("/en/upote?kunta=398&maara=5").await;
        assert_eq!(page.status, StatusCode::OK);
        let policy = page.headers[header::CONTENT_SECURITY_POLICY].to_str().expect("text").to_owned();
        assert!(policy.contains("frame-ancestors *") && !policy.contains("script"), "{policy}");
        assert!(!page.headers.contains_key("x-frame-options") && !page.headers.contains_key(header::SET_COOKIE));
        assert!(!page.text.contains("<script") && page.text.len() < 4_000, "{} bytes", page.text.len());
        page.says("Olohuonekuoro");
        let links: Vec<&str> = page.text.split("<a ").skip(1).filter_map(|link| link.split('>').next()).collect();
        assert_eq!(links.len(), 2, "{links:?}");
        for link in links {
            assert!(link.contains("href=\"https://tarjotin.example/en/"), "{link}");
            assert!(link.contains("target=\"_blank\" rel=\"noopener\""), "{link}");
        }

        let page = town.opens("/en/upotus?q=choir&kunta=398&kiinnostus=music&sivukieli=sv&maara=20").await;
        let code = "&lt;iframe src=&quot;https://tarjotin.example/sv/upote?q=choir&amp;amp;kiinnostus=music&amp;amp;kunta=398&amp;amp;maara=20&quot;";
        let plain = page.text.replace("&#34;", "&quot;").replace("&#60;", "&lt;").replace("&#38;", "&amp;");
        assert!(plain.contains(code), "{plain}");
        assert!(page.headers[header::CONTENT_SECURITY_POLICY].to_str().expect("text").contains("frame-src 'self'"));
        let page = town.opens("/upotus?jarjestaja=abc&kynnys=free").await;
        assert!(page.text.contains("<input type=\"hidden\" name=\"jarjestaja\" value=\"abc\">"), "{}", page.text);
        for other in ["/haku", "/upotus", "/qr/tulosta?osoite=/"] {
            let policy = town.opens(other).await.headers[header::CONTENT_SECURITY_POLICY].clone();
            assert!(policy.to_str().expect("text").contains("frame-ancestors 'none'"), "{other}");
        }
    }
}

#[tokio::test]
async fn a_code_leads_to_our_own_pages_only() {
    for town in Town::on_every_engine().await {
        let page = town.opens("/qr?osoite=/toiminta/kahvit").await;
        assert_eq!(page.headers[header::CONTENT_TYPE], "image/svg+xml");
        assert!(page.text.starts_with("<svg") && page.text.contains("QR-koodi: tarjotin.example/toiminta/kahvit"));

        for foreign in ["https://paha.example/", "//paha.example", "javascript:alert(1)", ""] {
            let foreign: String = form_urlencoded::byte_serialize(foreign.as_bytes()).collect();
            for path in ["/qr", "/qr/tulosta", "/sv/qr"] {
                let page = town.opens(&format!("{path}?osoite={foreign}")).await;
                assert_eq!(page.status, StatusCode::BAD_REQUEST, "{path} {foreign}");
                assert!(!page.text.contains("<svg") && !page.text.contains("href=\"//"), "{}", page.text);
                assert!(!page.text.contains("href=\"https://paha"), "{}", page.text);
            }
        }
        town.opens("/qr?osoite=//paha.example").await.says("Teemme QR-koodin vain tämän sivuston osoitteista.");

        let page = town.opens("/sv/haku?q=kaf%C3%A9&kunta=398").await;
        let link = page.text.split("href=\"/sv/qr/tulosta").nth(1).and_then(|rest| rest.split('"').next());
        let link = format!("/sv/qr/tulosta{}", link.expect("a link in the footer").replace("&#38;", "&"));
        let sheet = town.opens(&link).await;
        sheet.says("tarjotin.example/sv/haku?q=kafé&#38;kunta=398");
        // A code of the page of a code leads nowhere new.
        sheet.does_not_say("QR-kod till den här sidan");
    }
}

/// What one town says of an activity at an address, brought into another.
async fn passed_on(town: &Town, other: &Town, address: &str, format: Format) -> Activity {
    let page = town.opens(address).await;
    assert_eq!(page.status, StatusCode::OK, "{address}");
    serde_json::from_str::<Value>(&page.text).expect("JSON");
    let report = imports(&other.app.db, format, "yksi.json", page.text.into_bytes()).await;
    assert!(report.problems.is_empty(), "{:?}", report.problems);
    assert_eq!(report.activities.added, 1);
    everything(other).await.remove(0)
}

fn metres_apart(ours: &Activity, theirs: &Activity) -> f64 {
    let of = |one: &Activity| one.places[0].place.point.map(|(lat, lon)| Point { lat, lon }).expect("a point");
    distance_km(of(ours), of(theirs)) * 1_000.0
}

#[tokio::test]
async fn the_service_catalogue_can_take_an_activity_over() {
    for (town, other) in Town::on_every_engine().await.into_iter().zip(Town::on_every_engine().await) {
        let mut choir = choir().in_language("sv", |text| text.name = "Vardagsrumskören".to_owned());
        choir.phone = "03 000 0000".to_owned();
        choir.target_groups = vec!["KR1.1".to_owned()];
        choir.languages = vec!["fi".to_owned(), "fi-x-selko".to_owned(), "sv".to_owned()];
        let choir = town.has(choir).await;

        let theirs = passed_on(&town, &other, &format!("{}/ptv.json", choir.address()), Format::Ptv).await;

        assert_eq!(theirs.id, choir.id);
        let of = |one: &Activity, tag: &str| (one.texts[tag].name.clone(), one.texts[tag].summary.clone());
        assert_eq!(of(&theirs, "fi"), of(&choir, "fi"));
        assert_eq!(of(&theirs, "sv").0, "Vardagsrumskören");
        assert_eq!(theirs.texts["fi"].description, choir.texts["fi"].description);
        assert_eq!((theirs.price, theirs.phone.as_str()), (Price::Free, "+358 30000000"));
        assert_eq!(
            (theirs.target_groups, theirs.languages),
            (choir.target_groups.clone(), vec!["fi".to_owned(), "sv".to_owned()])
        );
        assert!(metres_apart(&choir, &everything(&other).await[0]) < 1.0);
        let place = &everything(&other).await[0].places[0].place;
        assert_eq!((place.street.as_str(), place.postal_code.as_str()), ("Kulmakuja 3", "15110"));
        let [weekly, moved] = theirs.schedules.as_slice() else { panic!("{:?}", theirs.schedules) };
        assert_eq!((weekly.rule.as_str(), weekly.first_day), ("FREQ=WEEKLY;BYDAY=TU", choir.schedules[0].first_day));
        assert_eq!((weekly.opens, weekly.closes), (choir.schedules[0].opens, choir.schedules[0].closes));
        let closed: Vec<String> = weekly
            .exceptions
            .iter()
            .filter(|one| one.what == Change::Closed && one.day.to_string() != "2026-12-09")
            .map(|one| one.day.to_string())
            .collect();
        assert_eq!(closed, ["2026-12-01", "2026-12-08", "2026-12-22"]);
        assert_eq!((moved.first_day.to_string(), moved.rule.as_str()), ("2026-12-09".to_owned(), ""));
    }
}

/// Every field of a value, with those of what is in it.
fn fields(value: &Value, into: &mut std::collections::BTreeSet<String>) {
    match value {
        Value::Object(object) => object.iter().for_each(|(name, part)| {
            into.insert(name.clone());
            fields(part, into);
        }),
        Value::Array(parts) => parts.iter().for_each(|part| fields(part, into)),
        _ => {}
    }
}

#[tokio::test]
async fn what_is_sent_to_the_service_catalogue_has_only_its_fields() {
    let sample = "../../../shared/samples/ptv/posts/ServiceLocationV11Put.json";
    let sample = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(sample);
    let Ok(sample) = std::fs::read_to_string(&sample) else {
        eprintln!("skipped: no sample at {}", sample.display());
        return;
    };
    let sample: Value = serde_json::from_str(sample.trim_start_matches('\u{feff}')).expect("JSON");
    let town = Town::on_every_engine().await.remove(0);
    let choir = town.has(Activity { phone: "03 000 0000".to_owned(), ..choir() }).await;
    let page = town.opens(&format!("{}/ptv.json?muoto=post", choir.address())).await;
    let posts: Value = serde_json::from_str(&page.text).expect("JSON");
    assert_eq!(posts.as_array().map(Vec::len), Some(1));
    assert_eq!(posts[0]["addresses"][0]["streetAddress"]["municipality"], "398");
    let (mut known, mut ours) = Default::default();
    fields(&sample, &mut known);
    fields(&posts, &mut ours);
    assert_eq!(ours.difference(&known).collect::<Vec<_>>(), Vec::<&String>::new());
}

#[tokio::test]
async fn hours_past_midnight_and_odd_rules_reach_the_service_catalogue() {
    let (town, other) = (Town::on_every_engine().await.remove(0), Town::on_every_engine().await.remove(0));
    let night = activity("Yökahvila").happening("auki pe–la 22–2 / kuukauden 1. ke 17–19");
    let night = town.has(night).await;

    let theirs = passed_on(&town, &other, &format!("{}/ptv.json", night.address()), Format::Ptv).await;

    let now = crate::tests::town_now();
    let held = |one: &Activity| -> Vec<DateTime<Utc>> {
        times::sessions(&one.schedules, now, now + TimeDelta::days(100), 200).iter().map(|one| one.starts).collect()
    };
    assert_eq!(held(&theirs), held(&night));
}

#[tokio::test]
async fn lahella_can_take_an_activity_over() {
    for (town, other) in Town::on_every_engine().await.into_iter().zip(Town::on_every_engine().await) {
        let mut choir = Activity { kind: "group".to_owned(), age_min: Some(18), ..choir() };
        choir.interests = vec!["exercise".to_owned(), "music".to_owned()];
        choir.languages = vec!["fi".to_owned(), "sv".to_owned()];
        choir.website = "https://kuoro.example".to_owned();
        let choir = town.has(choir).await;

        let theirs = passed_on(&town, &other, &format!("{}/lahella.json", choir.address()), Format::Lahella).await;

        assert_eq!((theirs.id.as_str(), theirs.kind.as_str()), (choir.id.as_str(), "group"));
        assert_eq!(theirs.texts["fi"].name, choir.texts["fi"].name);
        assert_eq!(theirs.texts["fi"].summary, choir.texts["fi"].summary);
        assert_eq!((theirs.price, theirs.age_min, theirs.age_max), (Price::Free, Some(18), None));
        assert_eq!(
            (theirs.interests.clone(), theirs.languages.clone()),
            (vec!["exercise".to_owned()], choir.languages.clone())
        );
        assert_eq!(theirs.website, "https://kuoro.example");
        assert!(metres_apart(&choir, &theirs) < 1.0);
        let now = crate::tests::town_now();
        let held = |one: &Activity| -> Vec<(DateTime<Utc>, DateTime<Utc>)> {
            times::sessions(&one.schedules, now, now + TimeDelta::days(100), 200)
                .iter()
                .filter(|one| one.state != times::SessionState::Cancelled)
                .map(|one| (one.starts, one.ends))
                .collect()
        };
        assert_eq!(held(&theirs), held(&choir));
        assert!(theirs.schedules.iter().all(|one| one.kind == ScheduleKind::Session));

        let sheet = town.opens(&format!("/sv{}/lahella", choir.address())).await;
        sheet.says("Kopiera till Lähellä.fi");
        assert!(sheet.text.contains("readonly") && sheet.text.contains("https://kuoro.example"));
    }
}

#[tokio::test]
async fn a_place_that_is_not_for_everyone_leaves_by_no_way() {
    for town in Town::on_every_engine().await {
        for (name, how) in [("Turvaryhmä", Confidentiality::Hidden), ("Alueryhmä", Confidentiality::AreaOnly)] {
            let secret = choir().in_language("fi", |text| text.name = name.to_owned());
            let mut secret = secret.at("Hiisiholvi", "398", 60.98765, 25.61).kept_secret(how);
            secret.slug = crate::text::slug(name);
            let secret = town.has(secret).await;
            for path in ["ptv.json", "lahella.json", "lahella", "kalenteri.ics"] {
                tells_nothing(&town, &format!("{}/{path}", secret.address())).await;
            }
        }
        for address in ["/haku.ics", "/haku.atom", "/uutta.atom", "/haku.csv", "/en/haku.csv", "/upote"] {
            let page = tells_nothing(&town, address).await;
            assert!(page.text.contains("Turvaryhmä"), "{address}");
        }
    }
}

async fn tells_nothing(town: &Town, address: &str) -> Page {
    let page = town.opens(address).await;
    assert_eq!(page.status, StatusCode::OK, "{address}");
    for told in ["Hiisiholvi", "Kulmakuja", "15110", "98765", "67654"] {
        assert!(!page.text.contains(told), "{address} says {told}: {}", page.text);
    }
    page
}

#[tokio::test]
async fn strange_addresses_get_an_answer() {
    let town = Town::on_every_engine().await.remove(0);
    town.has(choir()).await;
    let long = "%C3%A4".repeat(2_000);
    for path in ["/haku.ics", "/haku.atom", "/haku.csv", "/haku.xlsx", "/upote", "/upotus", "/jarjestajat.csv"] {
        for query in
            ["q=%00%01%FF", "sivu=99999999999", "maara=-1&kunta=Atlantis", "q=%3C%2Fscript%3E", &format!("q={long}")]
        {
            let page = town.opens(&format!("{path}?{query}")).await;
            assert_eq!(page.status, StatusCode::OK, "{path}?{}", &query[..query.len().min(40)]);
            assert!(!page.text.contains("</script><"), "{path}");
        }
    }
    for path in ["/toiminta/ei-ole/ptv.json", "/toiminta/ei-ole/lahella", "/jarjestaja/ei-ole/kalenteri.ics"] {
        assert_eq!(town.opens(path).await.status, StatusCode::NOT_FOUND, "{path}");
    }
}

/// Whatever a name holds, a feed stays well-formed and a calendar stays lines.
#[tokio::test]
async fn no_name_breaks_a_file() {
    let names = "[\\PC\\n\\r<>&\"';,\\\\]{1,80}".prop_filter("a name", |name: &String| !name.trim().is_empty());
    let mut runner = TestRunner::new(Config::default());
    let town = Town::on_every_engine().await.remove(0);
    let choir = choir();
    for _ in 0..60 {
        let name = names.new_tree(&mut runner).expect("a name").current();
        let strange = choir.clone().in_language("fi", |text| {
            text.name.clone_from(&name);
            text.summary.clone_from(&name);
        });
        town.has(strange).await;
        let calendar = unfolded(&town.opens(&format!("{}/kalenteri.ics", choir.address())).await);
        assert_eq!(named(&calendar, "X-WR-CALNAME").len(), 1, "{name:?}");
        assert_eq!(calendar.iter().filter(|line| line.starts_with("BEGIN:")).count(), 7, "{name:?}: {calendar:?}");
        let feed = town.opens("/uutta.atom").await;
        assert_eq!(depth(&feed.text), 0, "{name:?}: {}", feed.text);
        let told = feed.text.split_once("<entry>").and_then(|(_, entry)| entry.split_once("<title>"));
        let told = told.and_then(|(_, title)| title.split_once("</title>")).expect("a title").0;
        let read = told.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&");
        assert_eq!(read, name.replace('\r', ""), "nothing of it is lost");
    }
}

/// How many elements are open at the end.
fn depth(xml: &str) -> i32 {
    let tags = xml.split('<').skip(2).map(|rest| rest.split('>').next().unwrap_or_default());
    tags.map(|tag| match tag {
        tag if tag.starts_with('/') => -1,
        tag if tag.ends_with('/') => 0,
        _ => 1,
    })
    .sum()
}
