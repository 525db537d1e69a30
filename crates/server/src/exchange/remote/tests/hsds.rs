//! Interfaces of Open Referral.

use serde_json::json as value;

use super::*;
use crate::exchange::fetch::FetchError;

/// A service as a list of the standard tells it: the plain fields.
fn thin(number: u64) -> Value {
    value!({"id": id(number), "name": format!("Kerho {number}"), "status": "active"})
}

/// The same in full.
fn full(number: u64) -> Value {
    let mut record = thin(number);
    record["phones"] = value!([]);
    record
}

/// A page of a list.
fn page(number: u64, pages: u64, contents: Vec<Value>) -> Plan {
    json(&value!({
        "total_items": pages, "total_pages": pages, "page_number": number, "size": contents.len(),
        "first_page": number == 1, "last_page": number >= pages, "empty": contents.is_empty(), "contents": contents,
    }))
}

fn number(request: &Request) -> u64 {
    request.parameter("page").and_then(|page| page.parse().ok()).expect("a page is asked for")
}

/// An interface of three pages with two services each, and no list of organizations.
fn three_pages(request: &Request) -> Plan {
    match request.path() {
        "/api/services" => {
            let page_number = number(request);
            page(page_number, 3, vec![full(page_number * 2), full(page_number * 2 + 1)])
        }
        _ => answer(404, &[], ""),
    }
}

#[tokio::test]
async fn pages_are_read_to_the_last_and_what_is_told_in_short_is_asked_for_in_full() {
    let server = Server::answering(|request: &Request| match request.path() {
        "/api/services" if number(request) == 2 => page(2, 2, vec![thin(3)]),
        "/api/services" => page(1, 2, vec![full(1), thin(2), thin(9)]),
        "/api/organizations" => page(1, 1, vec![value!({"id": id(7), "name": "Järjestö", "locations": []})]),
        path => match path.rsplit('/').next().expect("an id") {
            found if found == id(2) => json(&full(2)),
            found if found == id(3) => json(&full(3)),
            _ => answer(404, &[], ""),
        },
    })
    .await;
    // With and without a stroke, and the address of the list itself, are the same.
    for path in ["/api", "/api/", "/api/services"] {
        let gatherer = Gatherer::of(&server);
        let gathered = gatherer.gathers(&of(&server, path, Format::Hsds)).await.expect("gathered");
        assert_eq!(names(&gathered, "services.ndjson"), ["Kerho 1", "Kerho 2", "Kerho 3"]);
        assert!(records(&gathered, "services.ndjson").iter().all(|record| record["phones"].is_array()));
        assert_eq!(names(&gathered, "organizations.ndjson"), ["Järjestö"]);
        assert!(!gathered.partial && !gathered.not_modified);
        assert_eq!((gathered.pages, gathered.records), (6, 4), "what is gone meanwhile is gone");
        let last = *gatherer.told.lock().expect("no panic").last().expect("told");
        assert_eq!((last.pages, last.of_pages, last.records), (6, Some(1), 4));
        gatherer.has_no_halves();
        forget(&gatherer.folder()).expect("forgotten");
        gatherer.reader.left_nothing();
    }
    assert_eq!(server.targets()[0], "/api/services?page=1&per_page=100&full=true");
}

#[tokio::test]
async fn only_what_changed_is_asked_for_where_that_is_understood() {
    let server = Server::answering(|request: &Request| match request.path() {
        "/old/services" if request.parameter("full").is_some() => answer(400, &[], "unknown parameter"),
        "/old/services" | "/new/services" => page(1, 1, vec![full(1)]),
        _ => answer(404, &[], ""),
    })
    .await;
    for (path, partial) in [("/new", true), ("/old", false)] {
        let gatherer = Gatherer::of(&server);
        let since = Some("2026-11-20T06:00:00Z".parse().expect("a time"));
        let asked = RemoteRequest { modified_after: since, ..of(&server, path, Format::Hsds) };
        let gathered = gatherer.gathers(&asked).await.expect("gathered");
        assert_eq!(gathered.partial, partial, "{path}");
        assert_eq!(gathered.records, 1);
    }
    let targets = server.targets();
    assert_eq!(targets[0], "/new/services?page=1&per_page=100&full=true&modified_after=2026-11-20T06%3A00%3A00Z");
    assert!(targets.contains(&"/old/services?page=1&per_page=100".to_owned()));
    assert!(!targets.iter().any(|target| target.contains("organizations") && target.contains("modified_after")));
}

#[tokio::test]
async fn a_run_that_was_stopped_goes_on_where_it_was() {
    let server = Server::answering(|request: &Request| match request.path() {
        // The network is down when the third page is asked for the first time.
        "/api/services" if number(request) == 3 && request.before == 2 => answer(500, &[], ""),
        _ => three_pages(request),
    })
    .await;
    let gatherer = Gatherer::of(&server);
    let asked = of(&server, "/api", Format::Hsds);

    let error = gatherer.fails(&asked).await;
    assert!(error.may_pass(), "{error}");
    // Killed in the middle of writing: half a record, and half a page.
    let lines = gatherer.folder().join("services.ndjson");
    let mut text = std::fs::read_to_string(&lines).expect("lines");
    assert_eq!(text.lines().count(), 4);
    text.push_str("{\"id\": \"half");
    std::fs::write(&lines, text).expect("written");
    std::fs::write(gatherer.folder().join("x.part"), "half").expect("written");

    let gathered = gatherer.gathers(&asked).await.expect("gathered");

    assert_eq!(names(&gathered, "services.ndjson"), (2..8).map(|at| format!("Kerho {at}")).collect::<Vec<_>>());
    let pages: Vec<u64> = server.asked().iter().filter(|one| one.path() == "/api/services").map(number).collect();
    assert_eq!(pages, [1, 2, 3, 3], "what was there is not fetched again");
    gatherer.has_no_halves();
}

#[tokio::test]
async fn another_question_or_another_day_begins_anew() {
    let server = Server::answering(|request: &Request| match request.path() {
        "/api/services" if number(request) == 2 && request.before < 6 => answer(500, &[], ""),
        _ => three_pages(request),
    })
    .await;
    let gatherer = Gatherer::of(&server);
    let asked = of(&server, "/api", Format::Hsds);
    gatherer.fails(&asked).await;
    let tomorrow = RemoteRequest { now: now() + chrono::TimeDelta::hours(25), ..asked.clone() };
    gatherer.fails(&tomorrow).await;
    gatherer.fails(&RemoteRequest { modified_after: Some(now()), ..asked.clone() }).await;
    let pages: Vec<u64> = server.asked().iter().map(number).collect();
    assert_eq!(pages, [1, 2, 1, 2, 1, 2]);
    // What is left of a ledger after a full disk is no ledger.
    std::fs::write(gatherer.folder().join("ledger.json"), "{").expect("written");
    assert_eq!(gatherer.gathers(&asked).await.expect("gathered").records, 6);
}

#[tokio::test]
async fn pages_without_end_come_to_an_end() {
    let server = Server::answering(|request: &Request| match request.path() {
        // The page that was asked for is not listened to.
        "/same/services" => page(1, 9, vec![full(1), full(2)]),
        // There is always one more.
        "/more/services" => page(number(request), number(request) + 1, vec![full(number(request))]),
        // Two in turn.
        "/turns/services" => page(number(request), 99, vec![full(number(request) % 2)]),
        // Beyond what the list says it has, and still not the last.
        "/beyond/services" => json(&value!({
            "total_pages": 2, "page_number": number(request) + 5, "last_page": false, "contents": [full(number(request))],
        })),
        // Nothing on any page.
        "/empty/services" => json(&value!({"total_pages": 99, "last_page": false, "contents": []})),
        // No frame at all, and the same list whatever is asked for.
        "/bare/services" => json(&(0..100).map(full).collect()),
        _ => answer(404, &[], ""),
    })
    .await;
    for path in ["/same", "/more", "/turns"] {
        let gatherer = Gatherer::of(&server);
        let bounds = Bounds { pages: 30, ..Bounds::default() };
        let error = gatherer.fails(&RemoteRequest { bounds, ..of(&server, path, Format::Hsds) }).await;
        assert!(matches!(error, RemoteError::Endless(_)), "{path}: {error}");
        assert!(error.tell(Language::Finnish).contains("/services"), "the page is named");
    }
    for (path, count) in [("/beyond", 2), ("/empty", 0), ("/bare", 100)] {
        let gatherer = Gatherer::of(&server);
        let gathered = gatherer.gathers(&of(&server, path, Format::Hsds)).await.expect(path);
        assert_eq!(gathered.records, count, "{path}");
        assert_eq!(names(&gathered, "services.ndjson").len() as u64, count, "{path}");
    }
}

#[tokio::test]
async fn too_much_is_told_before_the_disk_is_full() {
    let server = Server::answering(three_pages).await;
    let gatherer = Gatherer::of(&server);
    let bounds = Bounds { bytes: 700, ..Bounds::default() };
    let error = gatherer.fails(&RemoteRequest { bounds, ..of(&server, "/api", Format::Hsds) }).await;
    assert!(matches!(error, RemoteError::TooMuch(_)), "{error}");
    let bounds = Bounds { page_bytes: 100, ..Bounds::default() };
    let error = gatherer.fails(&RemoteRequest { bounds, ..of(&server, "/api", Format::Hsds) }).await;
    assert!(matches!(error, RemoteError::Fetch { error: FetchError::TooLarge(100), .. }), "{error}");
}

#[tokio::test]
async fn what_is_no_page_is_told_as_what_it_is() {
    let server = Server::answering(|request: &Request| {
        let western = b"{\"total_pages\": 1, \"contents\": [{\"id\": \"1\", \"name\": \"Sysm\xe4\", \"phones\": []}]}";
        match request.path() {
            "/wrong/services" => good("application/json", "{\"contents\": [{\"id\": }]}"),
            "/half/services" => good("application/json", "{\"contents\": [{\"id\": \"1\", \"name\": \"K"),
            "/nothing/services" => good("application/json", ""),
            "/people/services" => good("text/html", "\u{feff} <!doctype html><title>Kirjaudu</title>"),
            "/error/services" => json(&value!({"error": "the key is missing"})),
            "/text/services" => json(&value!("no")),
            "/deep/services" => good("application/json", "[".repeat(10_000)),
            "/none/services" => good("application/json", western),
            "/wrongly/services" => good("application/json; charset=utf-8", western),
            "/western/services" => good("application/json; charset=ISO-8859-1", western),
            "/away/services" => answer(302, &[("location", "http://169.254.169.254/")], ""),
            _ => answer(404, &[], ""),
        }
    })
    .await;
    for (path, key) in [
        ("/wrong", "remote-not-json"),
        ("/half", "remote-not-json"),
        ("/nothing", "remote-not-json"),
        ("/text", "remote-not-json"),
        ("/deep", "remote-not-json"),
        ("/people", "remote-web-page"),
        ("/error", "remote-no-list"),
        ("/none", "remote-charset"),
        ("/wrongly", "remote-charset"),
        ("/missing", "remote-fetch"),
        ("/away", "remote-fetch"),
    ] {
        let error = Gatherer::of(&server).fails(&of(&server, path, Format::Hsds)).await;
        assert_eq!(error.key(), key, "{path}: {error}");
        assert!(!error.may_pass());
    }
    let gatherer = Gatherer::of(&server);
    let gathered = gatherer.gathers(&of(&server, "/western", Format::Hsds)).await.expect("gathered");
    assert_eq!(names(&gathered, "services.ndjson"), ["Sysmä"]);
}
