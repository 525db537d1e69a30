//! Serving until the process is told to stop.

use std::time::Duration;

use axum::ServiceExt;
use axum::extract::Request;
use fluent_bundle::FluentValue;
use std::net::SocketAddr;
use tokio::net::TcpListener;

use super::{Failure, WELL};
use crate::app::App;
use crate::finding::follower;
use crate::i18n::Language;
use crate::settings::Network;
use crate::{events, jobs, router};

/// How long the first reader may wait for the search index.
const FIRST_INDEX: Duration = Duration::from_secs(3);

/// Serves the pages and the open data, keeps the index behind the log and does the jobs.
pub(super) async fn serve(app: App, network: &Network, language: Language) -> Result<u8, Failure> {
    let listener =
        TcpListener::bind(network.listen).await.map_err(|error| Failure::Listen(network.listen, error.kind()))?;
    let address = listener.local_addr().map_or(network.listen, |address| address);
    let _ = app.listens_at.set(format!("http://{address}"));
    tracing::info!(%address, dictionary = app.index.analyser().has_dictionary(), "serving");
    println!("{}", language.with("terminal-serving", &[("address", FluentValue::from(format!("http://{address}")))]));
    if !app.index.analyser().has_dictionary() {
        println!("{}", language.t("terminal-no-dictionary"));
    }
    let following = tokio::spawn(follower::run(app.clone()));
    // A small tray is in the index before anyone asks; a large one is built while people already read its pages.
    let newest = events::newest(&mut app.db.read().await?).await?;
    app.signal.passed(newest, FIRST_INDEX).await;
    let working = tokio::spawn(jobs::run(app.clone()));
    let service =
        ServiceExt::<Request>::into_make_service_with_connect_info::<SocketAddr>(router::service(app.clone()));
    let served = axum::serve(listener, service).with_graceful_shutdown(stop()).await;
    following.abort();
    working.abort();
    app.db.close().await;
    served.map_err(|error| Failure::Listen(network.listen, error.kind()))?;
    Ok(WELL)
}

/// Waits for the keeper's or the machine's wish to stop. A request on its way is answered first, but not for ever.
async fn stop() {
    let mut terminate = match tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate()) {
        Ok(signal) => signal,
        Err(_) => return std::future::pending().await,
    };
    tokio::select! {
        _ = tokio::signal::ctrl_c() => {}
        _ = terminate.recv() => {}
    }
    tokio::spawn(async {
        tokio::time::sleep(Duration::from_secs(10)).await;
        std::process::exit(0);
    });
}
