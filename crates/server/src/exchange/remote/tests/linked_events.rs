//! Interfaces of Linked Events.

use serde_json::json as value;

use super::*;

fn event(number: u64) -> Value {
    value!({"id": format!("koe:{number}"), "@type": "Event/LinkedEvent", "name": {"fi": format!("Tapahtuma {number}")}})
}

fn page(next: Option<String>, count: u64, data: Vec<Value>) -> Plan {
    json(&value!({"meta": {"count": count, "next": next, "previous": null}, "data": data}))
}

fn events(gathered: &Gathered) -> Vec<String> {
    records(gathered, "events.ndjson").iter().map(|one| one["id"].as_str().unwrap_or_default().to_owned()).collect()
}

#[tokio::test]
async fn each_page_names_the_next() {
    let server = Server::answering(|request: &Request| {
        let host = request.header("host");
        match (request.path(), request.parameter("page")) {
            ("/v1/event/", None) => {
                page(Some(format!("http://{host}/v1/event/?page=2&x=y")), 3, vec![event(1), event(2)])
            }
            ("/v1/event/", Some(_)) => page(None, 3, vec![event(3)]),
            _ => answer(404, &[], ""),
        }
    })
    .await;
    for path in ["/v1", "/v1/", "/v1/event/", "/v1/event/?division=sysma"] {
        let gatherer = Gatherer::of(&server);
        let gathered = gatherer.gathers(&of(&server, path, Format::LinkedEvents)).await.expect("gathered");
        assert_eq!(events(&gathered), ["koe:1", "koe:2", "koe:3"], "{path}");
        assert_eq!(gatherer.told.lock().expect("no panic")[0].of_pages, Some(2));
        gatherer.has_no_halves();
    }
    let asked = server.targets();
    assert_eq!(asked[0], "/v1/event/?start=today&include=location%2Ckeywords&page_size=100");
    assert_eq!(asked[1], "/v1/event/?page=2&x=y", "as it was named");
    assert!(
        asked.contains(&"/v1/event/?division=sysma&start=today&include=location%2Ckeywords&page_size=100".to_owned())
    );
}

#[tokio::test]
async fn a_next_page_elsewhere_is_not_followed_and_a_circle_ends() {
    let other = Server::answering(|_| page(None, 1, vec![event(9)])).await;
    let elsewhere = other.at("/v1/event/?page=2");
    let server = Server::answering(move |request: &Request| match request.path() {
        "/away/event/" => page(Some(elsewhere.clone()), 9, vec![event(1)]),
        "/circle/event/" => page(Some("?page=2".to_owned()), 9, vec![event(1)]),
        "/file/event/" => page(Some("file:///etc/passwd".to_owned()), 9, vec![event(1)]),
        _ => answer(404, &[], ""),
    })
    .await;
    for (path, key) in [("/away", "remote-elsewhere"), ("/file", "remote-elsewhere"), ("/circle", "remote-endless")] {
        let error = Gatherer::of(&server).fails(&of(&server, path, Format::LinkedEvents)).await;
        assert_eq!(error.key(), key, "{path}: {error}");
    }
    assert!(other.asked().is_empty());
}

#[tokio::test]
async fn a_stop_between_two_pages_loses_none() {
    let server = Server::answering(|request: &Request| match (request.parameter("page"), request.before) {
        (None, _) => page(Some("?page=2".to_owned()), 2, vec![event(1)]),
        (Some(_), 1) => answer(503, &[("retry-after", "9999")], ""),
        (Some(_), _) => page(None, 2, vec![event(2)]),
    })
    .await;
    let gatherer = Gatherer::of(&server);
    let asked = of(&server, "/v1", Format::LinkedEvents);
    assert!(gatherer.fails(&asked).await.may_pass());
    assert_eq!(events(&gatherer.gathers(&asked).await.expect("gathered")), ["koe:1", "koe:2"]);
    // Asked again when all is there: nothing is fetched.
    let before = server.asked().len();
    assert_eq!(events(&gatherer.gathers(&asked).await.expect("gathered")), ["koe:1", "koe:2"]);
    assert_eq!(server.asked().len(), before);
}
