//! `tarjotin needs` and `tarjotin calls`: what people did not find and wished for, and whom to call.

use chrono::TimeDelta;

use super::store;
use crate::app::{Opening, open_database};
use crate::clock;
use crate::i18n::Language;
use crate::reference;
use crate::settings::Store;
use crate::shell::{Failure, WELL, status_of};

/// How many of each are shown.
const SHOWN: i64 = 200;

/// Lists searches that found nothing and wishes of the last `days` days.
///
/// # Errors
/// When the data folder or the database cannot be used.
pub async fn needs(store: &Store, days: u32, language: Language) -> Result<u8, Failure> {
    let opening = Opening::from_settings(store, None)?;
    let db = open_database(&opening.folder, &opening.address).await?;
    let since = clock::today(opening.clock.now()) - TimeDelta::days(i64::from(days));
    let mut tx = db.read().await.map_err(Failure::Database)?;
    let missed = store::missed(&mut tx, since, SHOWN).await.map_err(Failure::Database)?;
    let wishes = store::wishes(&mut tx, since, SHOWN).await.map_err(Failure::Database)?;
    drop(tx);
    db.close().await;

    let area = |code: &str| reference::municipality(code).map_or("–", |found| found.name(language));
    println!("{}", language.with("needs-missed", &[("count", missed.len().into())]));
    for one in &missed {
        let times = language.with("needs-days", &[("count", one.days.into())]);
        println!("  {}  ({})  {times}", one.words, area(&one.municipality));
    }
    println!("{}", language.with("needs-wishes", &[("count", wishes.len().into())]));
    for one in &wishes {
        println!("  {}  ({})  {}", one.day, area(&one.municipality), one.wish.replace('\n', "\n    "));
    }
    Ok(WELL)
}

/// Lists who waits for a call, or marks the named ones called. Exit status: 0 all is well, 2 some of the named requests
/// do not wait, 1 none of them does.
///
/// # Errors
/// When the data folder or the database cannot be used.
pub async fn calls(store: &Store, called: &[String], language: Language) -> Result<u8, Failure> {
    let opening = Opening::from_settings(store, None)?;
    let db = open_database(&opening.folder, &opening.address).await?;
    let now = opening.clock.now();
    let status = if called.is_empty() {
        let mut tx = db.read().await.map_err(Failure::Database)?;
        let waiting = store::waiting_calls(&mut tx).await.map_err(Failure::Database)?;
        for one in &waiting {
            println!("{}", tell(one, language));
        }
        println!("{}", language.with("calls-waiting", &[("count", waiting.len().into())]));
        WELL
    } else {
        let mut tx = db.write().await.map_err(Failure::Database)?;
        let mut done = 0;
        for id in called {
            if store::mark_called(&mut tx, id, now).await.map_err(Failure::Database)? {
                done += 1;
            } else {
                eprintln!("{}", language.with("calls-unknown", &[("id", id.as_str().into())]));
            }
        }
        tx.commit().await.map_err(Failure::Database)?;
        println!("{}", language.with("calls-called", &[("count", done.into())]));
        status_of(done, called.len())
    };
    db.close().await;
    Ok(status)
}

/// A request as a few lines.
fn tell(one: &store::WaitingCall, language: Language) -> String {
    let day = clock::today(one.made_at).format("%-d.%-m.%Y");
    let suits = language.t(&format!("call-when-{}", one.request.suits));
    let spoken = Language::named(&one.request.language).unwrap_or_default().own_name();
    format!("{}\n  {day}  {}  {}  {suits}  {spoken}\n", one.id, one.request.phone, one.request.name)
}
