//! One town's open data is another town's source: nothing is lost on the way through the running interface.

use std::net::SocketAddr;

use axum::ServiceExt;
use tokio::net::TcpListener;
use tokio::task::JoinHandle;

use super::*;
use crate::exchange::fetch::{Fetcher, OpenHost};
use crate::exchange::hsds::export_ndjson;
use crate::exchange::import::{self, ImportRequest};
use crate::router;
use crate::tests::Town;

/// Opens a town's pages and data on a port of this machine.
async fn open_to_all(town: &Town) -> (SocketAddr, JoinHandle<()>) {
    let listener = TcpListener::bind(("127.0.0.1", 0)).await.expect("a port");
    let address = listener.local_addr().expect("an address");
    let service = ServiceExt::<axum::extract::Request>::into_make_service(router::service(town.app.clone()));
    let serving = tokio::spawn(async move { axum::serve(listener, service).await.expect("served") });
    (address, serving)
}

/// Everything public as lines, by id, without the times it was written and changed at and the source it came from here.
async fn public(town: &Town) -> Vec<Value> {
    let mut lines = Vec::new();
    export_ndjson(&town.app.db, &mut lines, |_| {}).await.expect("exported");
    let text = String::from_utf8(lines).expect("UTF-8");
    let mut records: Vec<Value> = text.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
    records.iter_mut().for_each(without_history);
    records.sort_by_key(|record| record["id"].as_str().unwrap_or_default().to_owned());
    records
}

fn without_history(value: &mut Value) {
    match value {
        Value::Object(object) => {
            for name in ["last_modified", "source", "updated_by"] {
                object.remove(name);
            }
            object.values_mut().for_each(without_history);
        }
        Value::Array(parts) => parts.iter_mut().for_each(without_history),
        _ => {}
    }
}

/// The demo region's tables, those that are named come first.
fn demo_region() -> Vec<ImportFile> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../demo-region");
    let entries = std::fs::read_dir(folder).expect("the demo region is a part of the repository");
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.expect("an entry").path()).collect();
    paths.retain(|path| path.extension().is_some_and(|ending| ending == "csv"));
    paths.sort();
    paths.into_iter().map(ImportFile::at).collect()
}

#[tokio::test]
async fn what_one_town_shows_another_gathers_whole() {
    for (from, to) in Town::on_every_engine().await.into_iter().zip(Town::on_every_engine().await) {
        let filled = ImportRequest::new(Format::Table, "demo", demo_region(), from.app.now());
        let report = import::run(&from.app.db, filled).await.expect("imported");
        assert!(report.problems.is_empty(), "{}", report.tell(Language::Finnish));
        from.app.reload_region().await.expect("read again");
        let (address, serving) = open_to_all(&from).await;
        let open: OpenHost = address.to_string().parse().expect("a host");
        let fetcher = Fetcher::new(vec![open], None, patient());
        let asked = RemoteRequest::new(format!("http://{address}/hsds"), Format::Hsds, to.app.now());
        let folder = to.app.spool.join("naapuri");

        let gathered = gather(&fetcher, &asked, &folder, &|_| {}).await.expect("gathered");
        let request = ImportRequest {
            partial: gathered.partial,
            ..ImportRequest::new(Format::Hsds, "naapuri", gathered.files.clone(), to.app.now())
        };
        let report = import::run(&to.app.db, request.clone()).await.expect("imported");

        assert!(report.problems.is_empty(), "{}", report.tell(Language::Finnish));
        let (ours, theirs) = (public(&from).await, public(&to).await);
        assert!(ours.len() > 50, "{} activities", ours.len());
        assert_eq!(ours.len(), theirs.len());
        for (ours, theirs) in ours.iter().zip(&theirs) {
            assert_eq!(ours, theirs);
        }
        // Lists with a page beyond the first were read, and nothing was asked for twice.
        assert!(gathered.pages > 2 && gathered.records > ours.len() as u64, "{gathered:?}");
        let again = import::run(&to.app.db, request).await.expect("imported").total();
        assert_eq!((again.added, again.changed, again.gone), (0, 0, 0));
        forget(&folder).expect("forgotten");
        assert!(!folder.exists());
        serving.abort();
    }
}
