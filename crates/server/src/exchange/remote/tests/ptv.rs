//! The Finnish Service Catalogue.

use serde_json::json as value;

use super::*;
use crate::exchange::remote::ptv::{of_municipality, of_organization};

fn named(kind: &str, number: u64) -> Value {
    value!({"id": id(number), (kind): [{"language": "fi", "value": format!("Nimi {number}"), "type": "Name"}]})
}

/// A service with channels, organizations and a general description.
fn service(number: u64, channels: &[u64], organization: u64, general: Option<u64>) -> Value {
    let mut record = named("serviceNames", number);
    let part = |number: &u64| value!({"serviceChannel": {"id": id(*number)}});
    record["serviceChannels"] = channels.iter().map(part).collect();
    record["organizations"] = value!([{"organization": {"id": id(organization)}, "roleType": "Responsible"}]);
    record["generalDescriptionId"] = general.map_or(Value::Null, |number| id(number).into());
    record
}

/// A page as the catalogue frames it.
fn page(number: u64, pages: u64, items: Value) -> Plan {
    json(&value!({"pageNumber": number, "pageSize": 2, "pageCount": pages, "itemList": items}))
}

fn guids(request: &Request) -> Vec<u64> {
    let ids = request.parameter("guids").expect("ids are asked for").split("%2C");
    ids.map(|id| id.rsplit('-').next().and_then(|last| last.parse().ok()).expect("an id")).collect()
}

/// A catalogue of three services on two pages.
fn catalogue(request: &Request) -> Plan {
    let services =
        || [service(1, &[11, 12], 21, Some(31)), service(2, &[12, 13], 21, None), service(3, &[], 22, Some(31))];
    let number = request.parameter("page").and_then(|page| page.parse().ok()).unwrap_or(0);
    match request.path() {
        "/api/v11/Service/list/area/Municipality/code/398" | "/api/v11/Service/list/organization" => match number {
            1 => page(1, 2, services()[..2].into()),
            2 => page(2, 2, services()[2..].into()),
            _ => page(number, 2, Value::Null),
        },
        "/api/v11/Service/area/Municipality/code/398" => {
            let short = services().map(|record| value!({"id": record["id"], "name": "Lyhyesti"}));
            page(number, 1, short.as_slice().into())
        }
        "/api/v11/Service/list" => {
            let asked = guids(request);
            let found = services().into_iter().enumerate().filter(|(at, _)| asked.contains(&(*at as u64 + 1)));
            json(&found.map(|(_, record)| record).collect())
        }
        "/api/v11/ServiceChannel/list" => {
            let channel = |number: &u64| {
                let mut record = named("serviceChannelNames", *number);
                record["organizationId"] = id(23).into();
                record
            };
            json(&guids(request).iter().filter(|number| **number != 13).map(channel).collect())
        }
        "/api/v11/Organization/list" => {
            json(&guids(request).iter().map(|number| named("organizationNames", *number)).collect())
        }
        "/api/v11/GeneralDescription/list" => answer(404, &[], ""),
        "/api/v11/Service/list/area/Municipality/code/000" => page(number, 0, Value::Null),
        _ => answer(404, &[], ""),
    }
}

fn ids(gathered: &Gathered, file: &str) -> Vec<u64> {
    let number = |record: &Value| record["id"].as_str()?.rsplit('-').next()?.parse().ok();
    records(gathered, file).iter().map(|record| number(record).expect("an id")).collect()
}

#[tokio::test]
async fn a_municipality_s_services_come_with_all_they_name() {
    let server = Server::answering(catalogue).await;
    let base = server.at("/api/v11");
    for address in [
        of_municipality(&base, "398"),
        of_organization(&base, &id(21)),
        server.at("/api/v11/Service/area/Municipality/code/398"),
    ] {
        let gatherer = Gatherer::of(&server);
        let asked = RemoteRequest::new(&address, Format::Ptv, now());
        let gathered = gatherer.gathers(&asked).await.expect(&address);
        assert_eq!(ids(&gathered, "services.ndjson"), [1, 2, 3], "{address}");
        assert_eq!(ids(&gathered, "channels.ndjson"), [11, 12], "one of them is not published any more");
        assert_eq!(ids(&gathered, "organizations.ndjson"), [21, 22, 23], "that of the channels too");
        assert!(!gathered.partial);
        gatherer.has_no_halves();
    }
    let asked = server.targets();
    assert!(
        asked.contains(&format!("/api/v11/Service/list/organization?organizationId={}&page=2", id(21))),
        "{asked:?}"
    );
}

#[tokio::test]
async fn an_empty_municipality_is_no_fault_and_the_whole_country_is_one() {
    let server = Server::answering(catalogue).await;
    let asked = of(&server, "/api/v11/Service/list/area/Municipality/code/000", Format::Ptv);
    assert_eq!(Gatherer::of(&server).gathers(&asked).await.expect("gathered").records, 0);
    for path in ["/api/v11", "/api/v11/Service", "/"] {
        let error = Gatherer::of(&server).fails(&of(&server, path, Format::Ptv)).await;
        assert!(matches!(error, RemoteError::WholeCountry(_)), "{path}: {error}");
    }
}

#[tokio::test]
async fn many_channels_are_asked_for_some_at_a_time_and_a_stop_loses_none() {
    let server = Server::answering(|request: &Request| match request.path() {
        "/Service/list/organization" => page(1, 1, value!([service(1, &(100..230).collect::<Vec<_>>(), 21, None)])),
        // The catalogue does not manage in its own time, once.
        "/ServiceChannel/list" if request.before == 2 => answer(504, &[], ""),
        "/ServiceChannel/list" => {
            json(&guids(request).iter().map(|number| named("serviceChannelNames", *number)).collect())
        }
        _ => answer(404, &[], ""),
    })
    .await;
    let gatherer = Gatherer::of(&server);
    let asked = of(&server, "/Service/list/organization?organizationId=x", Format::Ptv);
    assert!(gatherer.fails(&asked).await.may_pass());
    let gathered = gatherer.gathers(&asked).await.expect("gathered");
    assert_eq!(ids(&gathered, "channels.ndjson"), (100..230).collect::<Vec<_>>());
    let lists = server.asked().iter().filter(|one| one.path() == "/Service/list/organization").count();
    assert_eq!(lists, 1, "what was there is not fetched again");
}

#[tokio::test]
async fn the_same_page_for_ever_is_told() {
    let server = Server::answering(|request: &Request| match request.path() {
        "/Service/list/organization" => page(1, 9, value!([service(1, &[], 21, None)])),
        _ => answer(404, &[], ""),
    })
    .await;
    let error =
        Gatherer::of(&server).fails(&of(&server, "/Service/list/organization?organizationId=x", Format::Ptv)).await;
    assert!(matches!(error, RemoteError::Endless(_)), "{error}");
}
