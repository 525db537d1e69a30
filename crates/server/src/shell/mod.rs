//! What each command does, and what the person at the terminal is told.

mod demo;
pub mod help;
mod serve;
mod told;

use std::path::Path;
use std::process::ExitCode;
use std::time::Duration;

use indicatif::{ProgressBar, ProgressStyle};

use crate::accounts;
use crate::activities::faults;
use crate::app::{self, App, Opening};
use crate::audit::{self, Checked};
use crate::exchange;
use crate::finding::follower;
use crate::i18n::Language;
use crate::letters::Post;
use crate::needs;
use crate::settings::{Command, CommandLine, Fetching, Mail, Network, Store};

pub use told::Failure;

/// Everything went well.
pub const WELL: u8 = 0;
/// Nothing was done.
pub const NOTHING: u8 = 1;
/// Some records were rejected.
pub const SOME_REJECTED: u8 = 2;

/// The exit status when some of the named records were handled.
pub fn status_of(done: usize, named: usize) -> u8 {
    match done {
        0 => NOTHING,
        _ if done < named => SOME_REJECTED,
        _ => WELL,
    }
}

/// Runs a command and gives the exit status: 0 all is well, 2 some records were rejected, 1 nothing was done.
pub async fn run(line: CommandLine) -> ExitCode {
    log();
    let language = line.language();
    let done = match line.command {
        Command::Serve { store, network, fetching, mail } => {
            let reach = Reach { network, fetching, mail };
            match open(&store, &reach).await {
                Ok(app) => serve::serve(app, &reach.network, language).await,
                Err(failure) => Err(failure),
            }
        }
        Command::Demo { data, files, fill_only, network, fetching, mail } => {
            demo::run(&data, &files, fill_only, &Reach { network, fetching, mail }, language).await
        }
        Command::Migrate { store } => migrate(&store, language).await,
        Command::Import { store, .. } if !is_usable(&store) => Err(Failure::Folder(store.data)),
        Command::Import { asked, store, fetching } => {
            exchange::import::command::run(&store, asked, &fetching, language).await
        }
        Command::Faults { handled, store } => faults::command::run(&store, &handled, language).await,
        Command::Needs { days, store } => needs::command::needs(&store, days, language).await,
        Command::Calls { called, store } => needs::command::calls(&store, &called, language).await,
        Command::SignIn { name, public_url, store } => {
            accounts::command::run(&store, &name, &public_url, language).await
        }
        Command::Audit { store } => audit(&store, language).await,
        Command::Reindex { store } => reindex(&store, language).await,
        Command::Export { file, store } => export(&file, &store, language).await,
    };
    match done {
        Ok(status) => ExitCode::from(status),
        Err(failure) => {
            eprintln!("{}", failure.tell(language));
            ExitCode::from(NOTHING)
        }
    }
}

/// What a running service reaches, and what reaches it.
struct Reach {
    network: Network,
    fetching: Fetching,
    mail: Mail,
}

/// Opens the service on a store, or says what is wrong.
async fn open(store: &Store, reach: &Reach) -> Result<App, Failure> {
    if let Some(wanted) = &store.dictionary
        && voikko::Dictionary::open(wanted).is_err()
    {
        return Err(Failure::Dictionary(wanted.clone()));
    }
    let post = match (&reach.mail.smtp, &reach.mail.mail_from) {
        (Some(server), Some(sender)) => Some(Post::over(server, sender).map_err(Failure::Post)?),
        _ => None,
    };
    let opening = Opening {
        open_hosts: reach.fetching.allow_fetch_from.clone(),
        post,
        behind_proxy: reach.network.behind_proxy,
        ..Opening::from_settings(store, reach.network.public_url.clone())?
    };
    Ok(App::open(opening).await?)
}

/// Whether the data folder exists or can be made.
fn is_usable(store: &Store) -> bool {
    std::fs::create_dir_all(&store.data).is_ok()
}

async fn migrate(store: &Store, language: Language) -> Result<u8, Failure> {
    let opening = Opening::from_settings(store, None)?;
    let db = app::open_database(&opening.folder, &opening.address).await?;
    db.close().await;
    println!("{}", language.with("terminal-migrated", &[("database", opening.address.to_string().into())]));
    Ok(WELL)
}

async fn reindex(store: &Store, language: Language) -> Result<u8, Failure> {
    let app = App::open(Opening::from_settings(store, None)?).await?;
    let total = {
        let mut tx = app.db.read().await?;
        crate::activities::store::count(&mut tx, &crate::activities::store::ActivityFilter::default()).await?
    };
    let bar = progress_bar(total.unsigned_abs(), &language.t("terminal-reindexing"));
    let shown = bar.clone();
    follower::rebuild(&app, move |count| shown.set_position(count)).await?;
    bar.finish_and_clear();
    println!("{}", language.with("terminal-reindexed", &[("count", app.index.count().into())]));
    if !app.index.analyser().has_dictionary() {
        println!("{}", language.t("terminal-no-dictionary"));
    }
    app.db.close().await;
    Ok(WELL)
}

/// Checks the chain of the audit log. Exit status: 0 it is whole, 1 it is broken.
async fn audit(store: &Store, language: Language) -> Result<u8, Failure> {
    let opening = Opening::from_settings(store, None)?;
    let db = app::open_database(&opening.folder, &opening.address).await?;
    let checked = audit::check(&mut db.read().await?).await?;
    db.close().await;
    Ok(match checked {
        Checked::Whole(rows) => {
            println!("{}", language.with("audit-whole", &[("count", rows.into())]));
            WELL
        }
        Checked::Broken(number) => {
            println!("{}", language.with("audit-broken", &[("number", number.to_string().into())]));
            NOTHING
        }
    })
}

async fn export(file: &Path, store: &Store, language: Language) -> Result<u8, Failure> {
    let opening = Opening::from_settings(store, None)?;
    let db = app::open_database(&opening.folder, &opening.address).await?;
    let ending = file.extension().and_then(|ending| ending.to_str()).unwrap_or_default().to_lowercase();
    if !matches!(ending.as_str(), "ndjson" | "csv" | "xlsx" | "zip") {
        return Err(Failure::Ending(file.to_owned()));
    }
    // Written beside and renamed: a half file never stands under the wanted name.
    let partial = file.with_extension(format!("{ending}.partial"));
    let bar = progress_bar(0, &language.t("terminal-exporting"));
    let shown = bar.clone();
    let now = opening.clock.now();
    let count = exchange::hsds::export::write(&db, &partial, &ending, now, move |count| shown.set_position(count))
        .await
        .map_err(|error| Failure::Export(file.to_owned(), error.to_string()))?;
    std::fs::rename(&partial, file).map_err(|error| Failure::Export(file.to_owned(), error.to_string()))?;
    bar.finish_and_clear();
    db.close().await;
    println!(
        "{}",
        language.with("terminal-exported", &[("count", count.into()), ("file", file.display().to_string().into())])
    );
    Ok(WELL)
}

/// A bar on long work; nothing where nobody looks.
pub(crate) fn progress_bar(total: u64, what: &str) -> ProgressBar {
    let style = ProgressStyle::with_template("{msg} [{bar:30}] {pos}/{len} {eta}")
        .unwrap_or_else(|_| ProgressStyle::default_bar());
    let bar = ProgressBar::new(total).with_style(style).with_message(what.to_owned());
    bar.enable_steady_tick(Duration::from_millis(200));
    bar
}

/// Where messages for the keeper go: to standard error, one line each. `TARJOTIN_LOG` says how much; what logs addresses
/// people ask for stays silent, unless somebody names its very module.
fn log() {
    let mut filter = tracing_subscriber::EnvFilter::try_from_env("TARJOTIN_LOG")
        .unwrap_or_else(|_| tracing_subscriber::EnvFilter::new("warn,tarjotin=info,sqlx=error,tantivy=warn"));
    for silent in ["tower_http=warn", "hyper=warn", "hyper_util=warn", "axum=warn"] {
        if let Ok(directive) = silent.parse() {
            filter = filter.add_directive(directive);
        }
    }
    let _ =
        tracing_subscriber::fmt().with_env_filter(filter).with_target(false).with_writer(std::io::stderr).try_init();
}
