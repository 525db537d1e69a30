//! What every request shares, and how it is opened.

use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock, RwLock};
use std::time::Duration;

use chrono::{DateTime, Utc};
use db::{Address, Db, Engine, Migration};
use rust_embed::RustEmbed;
use search::Index;
use tokio::sync::Notify;

use crate::activities::shelf::Shelf;
use crate::clock::Clock;
use crate::events::{self, Signal};
use crate::exchange::fetch::{self, Fetcher, OpenHost};
use crate::finding::follower;
use crate::finding::understanding::areas;
use crate::letters::Post;
use crate::limits::Limits;
use crate::needs::model::Counted;
use crate::page::assets::Assets;
use crate::region::{self, Region};
use crate::settings::Store;

#[derive(RustEmbed)]
#[folder = "$CARGO_MANIFEST_DIR/../../migrations"]
struct MigrationFiles;

/// How long a writer waits for the search index to show the own change.
const OWN_WRITES: Duration = Duration::from_millis(200);

/// What every request shares. Cheap to clone.
#[derive(Clone)]
pub struct App(Arc<Inner>);

/// The parts of an [`App`].
pub struct Inner {
    /// The database.
    pub db: Db,
    /// Wakes the worker of the job list.
    pub works: Notify,
    /// The search index of this instance.
    pub index: Arc<Index>,
    /// Between writers and followers of the event log.
    pub signal: Signal,
    /// The parts of town and villages that words may name.
    pub areas: areas::Known,
    /// Activities that were shown lately.
    pub shelf: Shelf,
    /// Which searches that found nothing were counted today.
    pub counted: Counted,
    /// How letters go out.
    pub post: Post,
    /// How often somebody tried something lately.
    pub limits: Limits,
    /// Whether requests come through a proxy that says where they are from.
    pub behind_proxy: bool,
    /// What time it is.
    pub clock: Clock,
    /// Style sheet, script and icons, with the hashes in their addresses.
    pub assets: Assets,
    /// The address people see, when it was set.
    pub public_url: Option<String>,
    /// Where this instance listens, once it does.
    pub listens_at: OnceLock<String>,
    /// Fetches from the open network.
    pub fetcher: Fetcher,
    /// Where things that are fetched are kept until they are imported; each source has a folder of its own in it.
    pub spool: PathBuf,
    /// The data folder of this instance.
    pub folder: PathBuf,
    /// What `/metrics` shows.
    pub metrics: Option<metrics_exporter_prometheus::PrometheusHandle>,
    region: RwLock<Arc<Region>>,
}

impl std::ops::Deref for App {
    type Target = Inner;

    fn deref(&self) -> &Inner {
        &self.0
    }
}

/// How an [`App`] is opened.
#[derive(Debug, Clone)]
pub struct Opening {
    /// The data folder: database file (unless elsewhere) and index.
    pub folder: PathBuf,
    /// The database.
    pub address: Address,
    /// Where Voikko's dictionary was looked for and found; `None`: search without it.
    pub dictionary: Option<PathBuf>,
    /// What time it is.
    pub clock: Clock,
    /// The address people see.
    pub public_url: Option<String>,
    /// Hosts that may be fetched from even inside the own network.
    pub open_hosts: Vec<OpenHost>,
    /// How letters go out; none: into a folder beside the data.
    pub post: Option<Post>,
    /// Whether requests come through a proxy that says where they are from.
    pub behind_proxy: bool,
}

impl Opening {
    /// From the command line.
    ///
    /// # Errors
    /// When the database address cannot be understood.
    pub fn from_settings(store: &Store, public_url: Option<String>) -> Result<Self, db::Error> {
        let address = match &store.database {
            Some(url) => url.parse()?,
            None => Address::in_folder(&store.data),
        };
        let dictionary = if store.no_dictionary { None } else { voikko::Dictionary::find(store.dictionary.as_deref()) };
        let (folder, open_hosts) = (store.data.clone(), Vec::new());
        let (clock, post, behind_proxy) = (Clock::System, None, false);
        Ok(Opening { folder, address, dictionary, clock, public_url, open_hosts, post, behind_proxy })
    }
}

/// Why the service cannot start; each is told to the person at the terminal in [`crate::told`].
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// The data folder cannot be made or written.
    #[error("the folder {0} cannot be used: {1}")]
    Folder(PathBuf, std::io::Error),
    /// The database.
    #[error(transparent)]
    Database(#[from] db::Error),
    /// The search index.
    #[error("the search index cannot be opened: {0}")]
    Index(#[from] search::Error),
    /// A dictionary that was named but cannot be read.
    #[error("the dictionary {0} cannot be read: {1}")]
    Dictionary(PathBuf, voikko::Error),
}

/// The migrations the program ships.
pub fn migrations() -> Vec<Migration> {
    let mut found: Vec<Migration> = MigrationFiles::iter()
        .filter_map(|file| {
            let stem = file.strip_suffix(".sql")?;
            let (stem, engine) = match stem.rsplit_once('.') {
                Some((stem, "sqlite")) => (stem, Some(Engine::Sqlite)),
                Some((stem, "postgres")) => (stem, Some(Engine::Postgres)),
                _ => (stem, None),
            };
            let (number, name) = stem.split_once('_')?;
            let text = MigrationFiles::get(&file)?;
            Some(Migration {
                number: number.parse().ok()?,
                name: name.to_owned(),
                engine,
                text: String::from_utf8_lossy(&text.data).into_owned(),
            })
        })
        .collect();
    found.sort_by_key(|migration| migration.number);
    found
}

/// Makes the data folder when it is not there, for the service's own user only.
fn make_folder(folder: &Path) -> std::io::Result<()> {
    use std::os::unix::fs::DirBuilderExt;
    std::fs::DirBuilder::new().recursive(true).mode(0o700).create(folder)
}

/// Opens the database of a data folder and brings it up to date.
pub async fn open_database(folder: &Path, address: &Address) -> Result<Db, OpenError> {
    make_folder(folder).map_err(|error| OpenError::Folder(folder.to_owned(), error))?;
    let db = Db::open(address).await?;
    db.migrate(&migrations()).await?;
    let mut tx = db.write().await?;
    region::name_instance(&mut tx).await?;
    tx.commit().await?;
    Ok(db)
}

impl App {
    /// Opens everything a request needs. The index may be empty or behind: [`follower::run`] fills it.
    ///
    /// # Errors
    /// See [`OpenError`]; nothing is half open then.
    pub async fn open(opening: Opening) -> Result<App, OpenError> {
        let db = open_database(&opening.folder, &opening.address).await?;
        let region = region::load(&mut db.read().await?).await?;
        let index = follower::open_index(&opening, &region.instance)?;
        let fetcher = Fetcher::new(opening.open_hosts, opening.public_url.as_deref(), fetch::Limits::default());
        let app = App(Arc::new(Inner {
            db,
            works: Notify::new(),
            index: Arc::new(index),
            signal: Signal::default(),
            areas: areas::Known::default(),
            shelf: Shelf::default(),
            counted: Counted::default(),
            post: opening.post.unwrap_or_else(|| Post::Folder(opening.folder.join("letters"))),
            limits: Limits::default(),
            behind_proxy: opening.behind_proxy,
            clock: opening.clock,
            assets: Assets::load(),
            listens_at: OnceLock::new(),
            public_url: opening.public_url.map(|url| url.trim_end_matches('/').to_owned()),
            fetcher,
            spool: opening.folder.join("spool"),
            folder: opening.folder,
            metrics: crate::metrics::handle(),
            region: RwLock::new(Arc::new(region)),
        }));
        app.signal.has_followed(app.index.position().unwrap_or(0) as i64);
        Ok(app)
    }

    /// The time, as this instance's clock tells it.
    pub fn now(&self) -> DateTime<Utc> {
        self.clock.now()
    }

    /// What the region has decided.
    pub fn region(&self) -> Arc<Region> {
        self.region.read().map_or_else(|poisoned| poisoned.into_inner().clone(), |region| region.clone())
    }

    /// Reads the region's settings again.
    pub async fn reload_region(&self) -> Result<(), db::Error> {
        let fresh = region::load(&mut self.db.read().await?).await?;
        if let Ok(mut region) = self.region.write() {
            *region = Arc::new(fresh);
        }
        Ok(())
    }

    /// Tells followers about a commit and waits a moment for the index, so that the author sees the own change.
    pub async fn wrote(&self, number: i64) {
        self.signal.wrote();
        self.signal.passed(number, OWN_WRITES).await;
    }

    /// How many events the index has still to read.
    pub async fn lag(&self) -> Result<i64, db::Error> {
        events::lag(&self.db, &self.signal).await
    }
}
