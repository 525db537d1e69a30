//! `tarjotin import` with addresses in the place of files.

use super::*;
use crate::exchange::import::command;
use crate::settings::{self, Fetching, Import, Store};
use crate::shell::{Failure, WELL};

const ORGANIZATIONS: &str = "tunnus;nimi;tyyppi\naalto;Asukastalo Aalto;Yhdistys\n";
const ACTIVITIES: &str = "tunnus;järjestäjä;nimi;laji\nkahvit;aalto;Tiistain kahvit;Avoin toiminta\n";

fn asked(files: &[String], format: settings::Format) -> Import {
    Import {
        files: files.iter().map(PathBuf::from).collect(),
        format,
        source: None,
        licence: String::new(),
        attribution: String::new(),
        dry_run: false,
        partial: false,
        let_go: false,
        keep_contacts: false,
    }
}

#[tokio::test]
async fn files_and_addresses_go_in_together_and_the_spool_is_empty_after() {
    let server = Server::answering(|request: &Request| match request.path() {
        "/toiminta.csv" => good("text/csv", ACTIVITIES),
        "/vika.csv" => answer(500, &[], ""),
        _ => answer(404, &[], ""),
    })
    .await;
    let folder = tempfile::tempdir().expect("a folder");
    let data = folder.path().join("data");
    let store = Store { data: data.clone(), database: None, dictionary: None, no_dictionary: true };
    let file = folder.path().join("jarjestajat.csv");
    std::fs::write(&file, ORGANIZATIONS).expect("written");
    let files = [file.display().to_string(), server.at("/toiminta.csv")];
    let opened = Fetching { allow_fetch_from: vec![server.address.to_string().parse().expect("a host")] };

    let refused =
        command::run(&store, asked(&files, settings::Format::Csv), &Fetching::default(), Language::English).await;
    assert!(matches!(refused, Err(Failure::Import(told)) if told.contains("--allow-fetch-from")));
    assert!(server.asked().is_empty(), "nothing inside is fetched from unless it was opened");

    let status = command::run(&store, asked(&files, settings::Format::Csv), &opened, Language::English).await;
    assert_eq!(status.expect("imported"), WELL);
    let again = command::run(&store, asked(&files, settings::Format::Csv), &opened, Language::English).await;
    assert_eq!(again.expect("imported"), WELL);
    let left = std::fs::read_dir(data.join("spool")).expect("a folder").count();
    assert_eq!(left, 0);

    let bad = asked(&[server.at("/vika.csv")], settings::Format::Csv);
    let failed = command::run(&store, bad, &opened, Language::Finnish).await;
    assert!(matches!(failed, Err(Failure::Import(told)) if told.contains("virheellä 500")));
}
