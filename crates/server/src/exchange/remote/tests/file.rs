//! Sources that are one file.

use super::*;
use crate::exchange::fetch::Validators;

const CALENDAR: &str = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:koe\r\nEND:VCALENDAR\r\n";

fn content(gathered: &Gathered) -> Vec<u8> {
    let Content::Path(path) = &gathered.files[0].content else { panic!("on the disk") };
    std::fs::read(path).expect("a file")
}

#[tokio::test]
async fn a_file_keeps_its_name_or_gets_one_from_its_type() {
    let server = Server::answering(|request: &Request| match request.path() {
        "/a/toiminta.csv" => good("text/plain", b"nimi;laji\r\nK\xe4sity\xf6;x"),
        "/lataa" => good("text/csv; charset=utf-8", "nimi"),
        "/paketti" => good("application/zip", b"PK\x03\x04"),
        "/kalenteri" => good("text/calendar", CALENDAR),
        "/uusi" => answer(301, &[("location", "/a/Sysm%C3%A4%20%2F..%2Fx.ics")], ""),
        "/a/Sysm%C3%A4%20%2F..%2Fx.ics" => good("text/calendar", CALENDAR),
        _ => good("application/json", "{}"),
    })
    .await;
    for (path, format, name) in [
        ("/a/toiminta.csv", Format::Table, "toiminta.csv"),
        ("/lataa", Format::Table, "lataa.csv"),
        ("/kalenteri", Format::ICal, "kalenteri.ics"),
        ("/uusi", Format::ICal, "Sysmä ..x.ics"),
        ("/lahella?x=y", Format::Lahella, "lahella"),
        ("/a/kaikki.json", Format::Hsds, "kaikki.json"),
        ("/", Format::Lahella, "127.0.0.1"),
    ] {
        let gatherer = Gatherer::of(&server);
        let gathered = gatherer.gathers(&of(&server, path, format)).await.expect(path);
        assert_eq!(gathered.files[0].name, name);
        assert!(!gathered.partial && !gathered.not_modified);
        gatherer.has_no_halves();
        forget(&gatherer.folder()).expect("forgotten");
        gatherer.reader.left_nothing();
    }
    let asked = RemoteRequest { way: Some(Way::File), ..of(&server, "/paketti", Format::Hsds) };
    let gatherer = Gatherer::of(&server);
    assert_eq!(gatherer.gathers(&asked).await.expect("gathered").files[0].name, "paketti.zip");
    let asked = of(&server, "/kalenteri", Format::ICal);
    let asked = RemoteRequest { address: asked.address.replace("http://", "webcal://"), ..asked };
    let error = Gatherer::of(&server).fails(&asked).await;
    assert_eq!(error.key(), "remote-fetch", "a calendar's own scheme means https: {error}");
    assert!(error.tell(Language::English).contains("no safe connection"), "{}", error.tell(Language::English));
}

#[tokio::test]
async fn a_version_that_is_known_is_not_fetched_and_leaves_nothing() {
    let server = Server::answering(|request: &Request| match request.header("if-none-match") {
        "\"7\"" => answer(304, &[], ""),
        _ => answer(200, &[("etag", "\"7\""), ("content-type", "text/calendar")], CALENDAR),
    })
    .await;
    let gatherer = Gatherer::of(&server);
    let asked = of(&server, "/k.ics", Format::ICal);
    let first = gatherer.gathers(&asked).await.expect("gathered");
    assert_eq!(first.validators, Validators { etag: "\"7\"".to_owned(), ..Validators::default() });
    assert_eq!((content(&first), first.bytes), (CALENDAR.as_bytes().to_vec(), CALENDAR.len() as u64));
    forget(&gatherer.folder()).expect("forgotten");

    let again = RemoteRequest { validators: first.validators.clone(), ..asked };
    let same = gatherer.gathers(&again).await.expect("gathered");
    assert!(same.not_modified && same.files.is_empty());
    assert_eq!(same.validators, first.validators, "known the next time too");
    gatherer.reader.left_nothing();
}

#[tokio::test]
async fn letters_are_read_as_they_were_declared_and_tables_are_left_alone() {
    let western: &[u8] = b"BEGIN:VCALENDAR\r\nX-WR-CALNAME:Sysm\xe4\r\nEND:VCALENDAR\r\n";
    let server = Server::answering(move |request: &Request| match request.path() {
        "/told.ics" => good("text/calendar; charset=windows-1252", western),
        "/table.csv" => good("text/csv", western),
        "/people.ics" => good("text/html", "<html>Kirjaudu</html>"),
        "/people.json" => good("text/html", "  <html>Kirjaudu</html>"),
        _ => good("text/calendar", western),
    })
    .await;
    let told = Gatherer::of(&server);
    let told = told.gathers(&of(&server, "/told.ics", Format::ICal)).await.map(|gathered| content(&gathered));
    assert!(String::from_utf8(told.expect("gathered")).expect("UTF-8").contains("Sysmä"));
    let table = Gatherer::of(&server);
    let table = table.gathers(&of(&server, "/table.csv", Format::Table)).await.map(|gathered| content(&gathered));
    assert_eq!(table.expect("gathered"), western);
    for (path, format, key) in [
        ("/untold.ics", Format::ICal, "remote-charset"),
        ("/people.ics", Format::ICal, "remote-web-page"),
        ("/people.json", Format::Ptv, "remote-web-page"),
    ] {
        assert_eq!(Gatherer::of(&server).fails(&of(&server, path, format)).await.key(), key, "{path}");
    }
}

#[tokio::test]
async fn what_may_not_be_fetched_is_refused_before_a_folder_is_made() {
    let server = Server::answering(|_| good("text/csv", "")).await;
    for address in ["http://127.0.0.1/", "http://169.254.169.254/latest", "file:///etc/passwd", "ei osoite"] {
        let error = Gatherer::of(&server).fails(&RemoteRequest::new(address, Format::Table, now())).await;
        assert!(matches!(error, RemoteError::Fetch { .. }), "{address}: {error}");
    }
    assert!(server.asked().is_empty());
    let secret = RemoteRequest::new("https://anna:salasana@esimerkki.fi/a?avain=salasana", Format::ICal, now());
    let told = Gatherer::of(&server).fails(&secret).await.tell(Language::Finnish);
    assert!(told.starts_with("https://esimerkki.fi/a: "), "{told}");
}
