//! What programs meet at `/v1`, on both engines; and our own words read by our own importer.

use axum::http::StatusCode;
use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use serde_json::Value;

use super::calendar::HORIZON;
use crate::activities;
use crate::activities::model::{Activity, Price};
use crate::exchange::import::{self, Format, ImportFile, ImportRequest};
use crate::places::model::Confidentiality;
use crate::tests::{Page, Town, activity};
use crate::times::{self, Change, Exception, SessionState};

/// The answer as JSON.
#[track_caller]
fn data(page: &Page) -> Value {
    assert_eq!(page.status, StatusCode::OK, "{}", page.text);
    serde_json::from_str(&page.text).expect("JSON")
}

async fn told(town: &Town, address: &str) -> Value {
    data(&town.opens(address).await)
}

#[track_caller]
fn names(told: &Value) -> Vec<&str> {
    told["data"].as_array().expect("a page").iter().map(|one| one["name"]["fi"].as_str().unwrap_or_default()).collect()
}

/// A group on Tuesdays whose second time is called off and whose third is on Wednesday.
fn choir() -> Activity {
    let mut choir = activity("Olohuonekuoro")
        .described_as("Laulamme & kahvittelemme.\nNuotteja <ei> tarvita.")
        .in_language("sv", |text| text.name = "Vardagsrumskören".to_owned())
        .of_kind("group", 2)
        .happening("ti 17–19");
    choir.interests = vec!["music".to_owned()];
    choir.situations = vec!["lonely".to_owned()];
    choir.languages = vec!["fi".to_owned(), "fi-x-selko".to_owned()];
    let day = |day| NaiveDate::from_ymd_opt(2026, 12, day).expect("a day");
    let clock = |hour| chrono::NaiveTime::from_hms_opt(hour, 0, 0).expect("a time");
    choir.schedules[0].exceptions = vec![
        Exception { day: day(1), what: Change::Cancelled, note: "Ohjaaja on sairas.".to_owned() },
        Exception {
            day: day(8),
            what: Change::Moved { day: day(9), opens: clock(16), closes: clock(18) },
            note: String::new(),
        },
        Exception { day: day(29), what: Change::Closed, note: String::new() },
    ];
    choir
}

#[tokio::test]
async fn what_repeats_is_an_event_with_its_times_below_it() {
    for town in Town::on_every_engine().await {
        let choir = town.has(choir()).await;
        let address = format!("/v1/event/tarjotin:{}", choir.id);
        let series = told(&town, &format!("{address}/?include=location,keywords")).await;

        assert_eq!((&series["super_event_type"], &series["super_event"]), (&"recurring".into(), &Value::Null));
        assert_eq!(series["@id"], format!("https://tarjotin.example{address}/"));
        assert_eq!((&series["@type"], &series["@context"]), (&"Event/LinkedEvent".into(), &"http://schema.org".into()));
        assert_eq!(
            (&series["name"]["fi"], &series["name"]["sv"]),
            (&"Olohuonekuoro".into(), &"Vardagsrumskören".into())
        );
        assert_eq!(
            series["description"]["fi"],
            "<p>Laulamme &amp; kahvittelemme.</p><p>Nuotteja &lt;ei&gt; tarvita.</p>"
        );
        assert_eq!(series["start_time"], "2026-11-24T15:00:00Z");
        assert_eq!(series["offers"][0]["is_free"], true);
        assert_eq!(series["location"]["name"]["fi"], "Kulmatalo");
        assert_eq!(series["location"]["position"]["coordinates"][0], 25.656);
        assert_eq!(series["keywords"][1]["name"]["sv"], "Musik och sång");
        assert_eq!(series["in_language"].as_array().map(Vec::len), Some(1));
        assert_eq!(
            series,
            told(&town, &format!("{address}?include=location&include=keywords")).await,
            "with a slash and without"
        );

        let below =
            told(&town, &format!("/v1/event/?super_event=tarjotin:{}&sort=start_time&page_size=4", choir.id)).await;
        let of = |at: usize, name: &str| below["data"][at][name].as_str().unwrap_or_default().to_owned();
        let statuses: Vec<String> = (0..4).map(|at| of(at, "event_status")).collect();
        assert_eq!(statuses, ["EventScheduled", "EventCancelled", "EventRescheduled", "EventScheduled"]);
        assert_eq!(of(2, "start_time"), "2026-12-09T14:00:00Z");
        assert_eq!(of(2, "id"), format!("tarjotin:{}-20261208", choir.schedules[0].id), "named by the day of the rule");
        assert_eq!(below["data"][1]["location_extra_info"]["fi"], "Ohjaaja on sairas.");
        assert_eq!(below["data"][0]["super_event"]["@id"], series["@id"]);
        let one = told(&town, &format!("/v1/event/{}/", of(2, "id"))).await;
        assert_eq!(one, below["data"][2]);
        let count = series["sub_events"].as_array().expect("times").len();
        assert_eq!(below["meta"]["count"], count);
    }
}

#[tokio::test]
async fn events_are_filtered_paged_and_put_in_order() {
    for town in Town::on_every_engine().await {
        let choir = town.has(choir()).await;
        if let crate::clock::Clock::Set(_) = &town.app.clock {
            town.app.clock.pass(TimeDelta::hours(1));
        }
        let mut party =
            activity("Pihajuhla").of_kind("event", 1).at("Kylätalo", "781", 61.52, 25.66).happening("28.11.2026 12–15");
        party.price = Price::Paid(Some((200, 500)));
        let party = town.has(party).await;
        town.has(activity("Tietopaketti").of_kind("information", 1)).await;

        let whole = told(&town, "/v1/event/?super_event=none").await;
        assert_eq!(
            names(&whole),
            ["Pihajuhla", "Olohuonekuoro"],
            "the last changed first; what has no times is no event"
        );
        let single = &whole["data"][0];
        assert_eq!(
            (&single["super_event_type"], &single["id"]),
            (&Value::Null, &format!("tarjotin:{}", party.id).into())
        );
        assert_eq!(single["offers"][0]["price"]["fi"], "2–5\u{a0}€");
        for (query, expected) in [
            ("super_event_type=recurring", vec!["Olohuonekuoro"]),
            ("end=2026-11-28&sort=start_time", vec!["Olohuonekuoro", "Olohuonekuoro", "Pihajuhla"]),
            ("start=2026-11-28&end=2026-11-28", vec!["Pihajuhla", "Olohuonekuoro"]),
            ("start=2026-11-28&end=2026-11-28&super_event_type=none", vec!["Pihajuhla"]),
            ("end=today&super_event=none", vec!["Olohuonekuoro"]),
            ("keyword=tarjotin:interest-music,yso:p1808&super_event=none", vec!["Olohuonekuoro"]),
            ("keyword=yso:p1808", vec![]),
            ("division=kunta:sysma", vec!["Pihajuhla"]),
            ("language=fi&super_event=none", vec!["Olohuonekuoro"]),
            ("last_modified_since=2026-11-24T08:30:00Z", vec!["Pihajuhla"]),
            ("text=pihajuhla", vec!["Pihajuhla"]),
            ("super_event=none&sort=-name", vec!["Pihajuhla", "Olohuonekuoro"]),
        ] {
            assert_eq!(names(&told(&town, &format!("/v1/event/?{query}")).await), expected, "{query}");
        }
        let at = told(&town, &format!("/v1/event/?location=tarjotin:{}", party.places[0].place.id)).await;
        assert_eq!(names(&at), ["Pihajuhla"]);
        let by =
            told(&town, &format!("/v1/event/?publisher=tarjotin:{}&super_event=none", choir.organization_id)).await;
        assert_eq!(names(&by), ["Olohuonekuoro"]);

        let (mut address, mut ids) = ("/v1/event/?page_size=5&sort=start_time".to_owned(), Vec::new());
        loop {
            let page = told(&town, &address).await;
            ids.extend(
                page["data"].as_array().expect("a page").iter().map(|one| one["id"].as_str().map(str::to_owned)),
            );
            assert!(ids.len() <= page["meta"]["count"].as_u64().expect("a count") as usize);
            let Some(next) = page["meta"]["next"].as_str() else { break };
            address = next.trim_start_matches("https://tarjotin.example").to_owned();
        }
        let count = told(&town, "/v1/event/").await["meta"]["count"].as_u64();
        assert_eq!(Some(ids.len() as u64), count);
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(Some(ids.len() as u64), count, "no event twice");
    }
}

#[tokio::test]
async fn what_changes_is_told_at_once() {
    for town in Town::on_every_engine().await {
        let mut choir = town.has(choir()).await;
        assert_eq!(names(&told(&town, "/v1/event/?super_event=none").await), ["Olohuonekuoro"]);
        choir.schedules[0].exceptions.clear();
        town.has(choir.clone()).await;
        town.has(activity("Bändipaja").happening("ke 17–19")).await;
        let below = told(&town, &format!("/v1/event/?super_event=tarjotin:{}", choir.id)).await;
        assert!(below["data"].as_array().expect("a page").iter().all(|one| one["event_status"] == "EventScheduled"));
        assert_eq!(told(&town, "/v1/event/?super_event=none").await["meta"]["count"], 2);

        let mut tx = town.app.db.write().await.expect("a transaction");
        let paused = crate::organizations::model::State::Paused;
        activities::store::set_state(&mut tx, &choir.id, paused, town.app.now()).await.expect("saved");
        tx.commit().await.expect("committed");
        assert_eq!(names(&told(&town, "/v1/event/?super_event=none").await), ["Bändipaja"]);
        town.app.clock.pass(TimeDelta::days(30));
        let first = told(&town, "/v1/event/?sort=start_time&super_event_type=none&page_size=1").await;
        assert_eq!(first["data"][0]["start_time"], "2026-12-30T15:00:00Z");
    }
}

#[tokio::test]
async fn places_keywords_and_languages_are_there() {
    for town in Town::on_every_engine().await {
        let choir = town.has(choir()).await;
        let hidden = town
            .has(
                activity("Turvaryhmä")
                    .happening("to 12–13")
                    .at("Turvatalo", "398", 60.9, 25.6)
                    .kept_secret(Confidentiality::Hidden),
            )
            .await;
        let area = town
            .has(
                activity("Piiri")
                    .happening("to 12–13")
                    .at("Salatupa", "398", 60.9, 25.6)
                    .kept_secret(Confidentiality::AreaOnly),
            )
            .await;

        let root = told(&town, "/v1/").await;
        assert_eq!(root["event"], "https://tarjotin.example/v1/event/");
        let places = told(&town, "/v1/place/").await;
        assert_eq!((names(&places), &places["data"][0]["n_events"]), (vec!["Kulmatalo"], &1.into()));
        assert_eq!(names(&told(&town, "/v1/place/?text=kulmakuja").await), ["Kulmatalo"]);
        let place = told(&town, &format!("/v1/place/tarjotin:{}/", choir.places[0].place.id)).await;
        assert_eq!((&place["postal_code"], &place["divisions"][0]["name"]["sv"]), (&"15110".into(), &"Lahtis".into()));
        let place = told(&town, &format!("/v1/place/tarjotin:{}/", area.places[0].place.id)).await;
        assert_eq!(
            (&place["name"]["fi"], &place["street_address"], &place["position"]),
            (&"Lahti".into(), &Value::Null, &Value::Null)
        );
        let secret = town.opens(&format!("/v1/place/tarjotin:{}/", hidden.places[0].place.id)).await;
        assert_eq!(secret.status, StatusCode::NOT_FOUND);
        for address in ["/v1/event/?include=location&page_size=100", "/v1/place/"] {
            let page = town.opens(address).await;
            for word in ["Turvatalo", "Salatupa", "60.9,"] {
                page.does_not_say(word);
            }
            page.does_not_say(&hidden.places[0].place.id);
        }

        let keyword = told(&town, "/v1/keyword/tarjotin:interest-music/").await;
        assert_eq!(
            (&keyword["name"]["fi"], &keyword["n_events"], &keyword["@type"]),
            (&"Musiikki ja laulu".into(), &1.into(), &"Keyword".into())
        );
        let all = told(&town, "/v1/keyword/?page_size=100").await;
        assert_eq!(all["data"].as_array().map(Vec::len).map(|count| count as u64), all["meta"]["count"].as_u64());
        assert_eq!(names(&told(&town, "/v1/keyword/?text=musik").await), ["Musiikki ja laulu"]);
        assert_eq!(told(&town, "/v1/language/so").await["name"]["en"], "Somali");
    }
}

#[tokio::test]
async fn what_cannot_be_is_refused_by_name() {
    for town in Town::on_every_engine().await {
        let choir = town.has(choir()).await;
        for (address, parameter) in [
            ("event/?page=0", "page"),
            ("event/?page=-1", "page"),
            ("event/?page_size=101", "page_size"),
            ("event/?start=soon", "start"),
            ("event/?include=secrets", "include"),
            ("event/?sort=price", "sort"),
            ("event/?bbox=1,2,3,4", "bbox"),
            ("event/?text=%00", "text"),
            ("event/?super_event_type=weekly", "super_event_type"),
            ("place/?text=%00", "text"),
            ("keyword/?page=x", "page"),
            ("language/fi/?include=x", "include"),
        ] {
            let page = town.opens(&format!("/v1/{address}")).await;
            assert_eq!(page.status, StatusCode::BAD_REQUEST, "{address}");
            let problem: Value = serde_json::from_str(&page.text).expect("JSON");
            assert_eq!(problem["parameter"], parameter, "{address}");
        }
        let long = format!("/v1/event/?text={}", "a".repeat(10_000));
        assert_eq!(town.opens(&long).await.status, StatusCode::BAD_REQUEST);
        let (id, other) = (&choir.id, db::new_id());
        for address in [
            format!("event/{id}/"),
            format!("event/tarjotin:{other}/"),
            format!("event/tarjotin:{}-20261202/", choir.schedules[0].id),
            "event/?page=1000".to_owned(),
            "place/helsinki:1/".to_owned(),
            "keyword/tarjotin:interest-nothing/".to_owned(),
            "language/tlh/".to_owned(),
            "nothing/".to_owned(),
        ] {
            let page = town.opens(&format!("/v1/{address}")).await;
            assert_eq!(page.status, StatusCode::NOT_FOUND, "{address}");
            assert_eq!(page.headers["content-type"], "application/problem+json", "{address}");
            assert_eq!(page.headers["access-control-allow-origin"], "*", "{address}");
        }
    }
}

/// Everything a program would read, page by page, as files.
async fn files(town: &Town) -> Vec<ImportFile> {
    let mut files = Vec::new();
    for what in ["event", "place", "keyword"] {
        for page in 1.. {
            let text = town.opens(&format!("/v1/{what}/?page_size=100&page={page}")).await.text;
            let more = serde_json::from_str::<Value>(&text).expect("JSON")["meta"]["next"].is_string();
            files.push(ImportFile::sent(format!("{what}-{page}.json"), text.into_bytes()));
            if !more {
                break;
            }
        }
    }
    files
}

/// The times to come of everything on a tray: name, beginning, end, whether it is called off.
async fn coming(town: &Town, now: DateTime<Utc>) -> Vec<(String, String, String, bool)> {
    let mut tx = town.app.db.read().await.expect("a connection");
    let all = activities::store::walk(&mut tx, "", 1_000).await.expect("read");
    let mut coming = Vec::new();
    for activity in &all {
        for session in times::sessions(&activity.schedules, now, now + HORIZON, 1_000) {
            let is_cancelled = session.state == SessionState::Cancelled;
            let name = activity.texts["fi"].name.clone();
            coming.push((name, session.starts.to_rfc3339(), session.ends.to_rfc3339(), is_cancelled));
        }
    }
    coming.sort();
    coming
}

#[tokio::test]
async fn our_own_words_read_by_our_importer_are_the_same_times() {
    for (from, to) in Town::on_every_engine().await.into_iter().zip(Town::on_every_engine().await) {
        let choir = from.has(choir()).await;
        from.has(activity("Pihajuhla").of_kind("event", 1).happening("28.11.2026 12–15")).await;
        from.has(activity("Avoin talo").happening("auki ma–pe 9–15 / la 10–13")).await;
        from.has(activity("Yökahvila").happening("pe 22–2")).await;
        from.has(activity("Sunnuntailounas").happening("kuukauden viimeinen su 14–16")).await;
        from.has(activity("Vertaisryhmä").happening("joka toinen to 17–19 alkaen 8.10.2026")).await;
        let mut once = activity("Peruttu retki").of_kind("event", 1).happening("5.12.2026 9–17");
        let day = once.schedules[0].first_day;
        once.schedules[0].exceptions = vec![Exception { day, what: Change::Cancelled, note: String::new() }];
        from.has(once).await;
        let now = from.app.now();

        let request = ImportRequest::new(Format::LinkedEvents, "naapuri", files(&from).await, now);
        let report = import::run(&to.app.db, request).await.expect("the database answers");

        assert_eq!((report.rejected, report.activities.added), (0, 7), "{:?}", report.problems);
        let (ours, theirs) = (coming(&from, now).await, coming(&to, now).await);
        assert!(ours.iter().any(|one| one.3) && ours.len() > 150, "{}", ours.len());
        assert_eq!(ours, theirs);

        let mut tx = to.app.db.read().await.expect("a connection");
        let all = activities::store::walk(&mut tx, "", 100).await.expect("read");
        let theirs = all.iter().find(|one| one.texts["fi"].name == "Olohuonekuoro").expect("the choir");
        assert_eq!((&theirs.kind, &theirs.interests, theirs.price), (&choir.kind, &choir.interests, choir.price));
        assert_eq!(theirs.texts["fi"].description, "Laulamme & kahvittelemme.\n\nNuotteja <ei> tarvita.");
        assert_eq!(theirs.texts["sv"].name, "Vardagsrumskören");
        let place = &theirs.places[0].place;
        assert_eq!(
            (place.name.as_str(), place.street.as_str(), place.point),
            ("Kulmatalo", "Kulmakuja 3", Some((60.983, 25.656)))
        );
    }
}
