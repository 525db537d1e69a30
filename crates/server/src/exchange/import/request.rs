//! What is asked of an import, and why it may fail as a whole.

use std::collections::HashMap;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use chrono::{DateTime, Utc};

use super::model::Format;
use super::reason::Reason;

/// A file to bring in.
#[derive(Debug, Clone)]
pub struct ImportFile {
    /// What it is called in the report.
    pub name: String,
    /// What is in it.
    pub content: Content,
}

/// Where the bytes of a file are.
#[derive(Debug, Clone)]
pub enum Content {
    /// Here.
    Bytes(Arc<[u8]>),
    /// In a file of this machine.
    Path(PathBuf),
}

impl ImportFile {
    /// A file of this machine, named by its last part.
    pub fn at(path: impl Into<PathBuf>) -> Self {
        let path = path.into();
        let name =
            path.file_name().map_or_else(|| path.display().to_string(), |name| name.to_string_lossy().into_owned());
        ImportFile { name, content: Content::Path(path) }
    }

    /// A file someone sent.
    pub fn sent(name: impl Into<String>, bytes: impl Into<Arc<[u8]>>) -> Self {
        ImportFile { name: name.into(), content: Content::Bytes(bytes.into()) }
    }
}

/// How much is read before a file is refused.
#[derive(Debug, Clone, Copy)]
pub struct Limits {
    /// Bytes in one file.
    pub file_bytes: u64,
    /// Bytes in one record of JSON lines.
    pub record_bytes: usize,
    /// How long reading may take altogether.
    pub time: Duration,
}

impl Default for Limits {
    fn default() -> Self {
        Limits { file_bytes: 4_000_000_000, record_bytes: 8_000_000, time: Duration::from_secs(4 * 3600) }
    }
}

/// What people have decided about values that no reader understood: by the key of the reason and the value.
#[derive(Debug, Clone, Default)]
pub struct Answers(Arc<HashMap<(String, String), String>>);

impl Answers {
    /// From reason, value and answer.
    pub fn new(decided: impl IntoIterator<Item = (String, String, String)>) -> Answers {
        Answers(Arc::new(decided.into_iter().map(|(reason, value, answer)| ((reason, value), answer)).collect()))
    }

    /// What a value means in other words; `None` when nobody has said so.
    pub(super) fn meaning(&self, reason: &Reason, value: &str) -> Option<&str> {
        self.of(reason, value).filter(|answer| !answer.is_empty())
    }

    /// Whether somebody has decided that a value means nothing: it is not asked about again.
    pub(super) fn is_settled(&self, reason: &Reason, value: &str) -> bool {
        self.of(reason, value).is_some_and(str::is_empty)
    }

    fn of(&self, reason: &Reason, value: &str) -> Option<&str> {
        if self.0.is_empty() {
            return None;
        }
        self.0.get(&(reason.key().to_owned(), value.to_owned())).map(String::as_str)
    }
}

/// How far a run is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Progress {
    /// Records handled.
    pub records: u64,
    /// Bytes read of all files.
    pub bytes: u64,
    /// Bytes in all files.
    pub of_bytes: u64,
}

/// Told about progress, often.
pub type Watcher = Arc<dyn Fn(Progress) + Send + Sync>;

/// What is asked of an import.
#[derive(Clone)]
pub struct ImportRequest {
    /// The files, in order.
    pub files: Vec<ImportFile>,
    /// How they are written.
    pub format: Format,
    /// The name of the source: the same name again updates what came before.
    pub source: String,
    /// The licence of the source, '' when not told; what was told before then stays.
    pub licence: String,
    /// Whom to name, '' when not told; what was told before then stays.
    pub attribution: String,
    /// Only say what would happen.
    pub dry_run: bool,
    /// The files hold only a part: what they lack is left as it is.
    pub partial: bool,
    /// Mark records gone also when more than half of the source would go.
    pub let_go: bool,
    /// Keep contact persons.
    pub keep_contacts: bool,
    /// What people have decided about values that no reader understood.
    pub answers: Answers,
    /// The run that was asked for beforehand; without it one is made.
    pub run_id: Option<String>,
    /// The present moment.
    pub now: DateTime<Utc>,
    /// How much is read.
    pub limits: Limits,
    /// Told about progress.
    pub watcher: Watcher,
}

impl ImportRequest {
    /// A request with nothing special in it.
    pub fn new(format: Format, source: impl Into<String>, files: Vec<ImportFile>, now: DateTime<Utc>) -> Self {
        ImportRequest {
            files,
            format,
            source: source.into(),
            licence: String::new(),
            attribution: String::new(),
            dry_run: false,
            partial: false,
            let_go: false,
            keep_contacts: false,
            answers: Answers::default(),
            run_id: None,
            now,
            limits: Limits::default(),
            watcher: Arc::new(|_| {}),
        }
    }
}

/// Why nothing, or nothing more, could be done. What was committed before stays; running again goes on from there.
#[derive(Debug, thiserror::Error)]
pub enum ImportError {
    /// The database.
    #[error(transparent)]
    Database(#[from] db::Error),
    /// The thread that reads stopped: a fault of ours.
    #[error("the thread that reads files stopped: {0}")]
    Thread(#[from] tokio::task::JoinError),
}

/// Bytes in a file, as far as it can be told before reading.
pub(super) fn size(file: &ImportFile) -> u64 {
    match &file.content {
        Content::Bytes(bytes) => bytes.len() as u64,
        Content::Path(path) => std::fs::metadata(path).map_or(0, |about| about.len()),
    }
}
