//! `tarjotin faults`: what readers have reported, for the person who keeps the tray.

use crate::app::{Opening, open_database};
use crate::clock;
use crate::i18n::Language;
use crate::settings::Store;
use crate::shell::{Failure, WELL, status_of};

/// How many reports are shown at once.
const SHOWN: i64 = 200;

/// Lists the waiting reports, or marks the named ones handled. Exit status: 0 all is well, 2 some of the named reports
/// do not wait, 1 none of them does.
///
/// # Errors
/// When the data folder or the database cannot be used.
pub async fn run(store: &Store, handled: &[String], language: Language) -> Result<u8, Failure> {
    let opening = Opening::from_settings(store, None)?;
    let db = open_database(&opening.folder, &opening.address).await?;
    let now = opening.clock.now();
    let status = if handled.is_empty() {
        let mut tx = db.read().await.map_err(Failure::Database)?;
        let waiting = super::waiting(&mut tx, SHOWN).await.map_err(Failure::Database)?;
        for one in &waiting {
            println!("{}", tell(one, language));
        }
        println!("{}", language.with("faults-waiting", &[("count", waiting.len().into())]));
        WELL
    } else {
        let mut tx = db.write().await.map_err(Failure::Database)?;
        let mut done = 0;
        for id in handled {
            if super::mark_handled(&mut tx, id, now).await.map_err(Failure::Database)? {
                done += 1;
            } else {
                eprintln!("{}", language.with("faults-unknown", &[("id", id.as_str().into())]));
            }
        }
        tx.commit().await.map_err(Failure::Database)?;
        println!("{}", language.with("faults-handled", &[("count", done.into())]));
        status_of(done, handled.len())
    };
    db.close().await;
    Ok(status)
}

/// A report as a few lines.
fn tell(one: &super::Waiting, language: Language) -> String {
    let day = clock::today(one.made_at).format("%-d.%-m.%Y");
    let about = language.t(&format!("fault-about-{}", one.report.about));
    let mut lines = format!("{}\n  {day}  {about}: /toiminta/{}\n", one.id, one.slug);
    for said in [&one.report.message, &one.report.contact] {
        if !said.is_empty() {
            lines.push_str(&format!("  {}\n", said.replace('\n', "\n  ")));
        }
    }
    lines
}
