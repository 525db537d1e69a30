//! The command line and its settings. Each flag may also stand in the environment as `TARJOTIN_…`.
//!
//! What `--help` says stands in `text/*/terminal.ftl`; the comments here are for those who read the program.

use std::net::SocketAddr;
use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};

use crate::exchange::fetch::OpenHost;
use crate::i18n::Language;

/// One tray of everything meaningful an area offers, and help into it one step at a time.
#[derive(Debug, Parser)]
#[command(name = "tarjotin", version, about, max_term_width = 100)]
pub struct CommandLine {
    /// The language of messages: fi, sv, en or selko.
    #[arg(long, env = "TARJOTIN_LANGUAGE", default_value = "fi", global = true, value_name = "LANGUAGE")]
    pub language: String,
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

impl CommandLine {
    /// The language of messages; Finnish when it is not one of ours.
    pub fn language(&self) -> Language {
        Language::named(&self.language).unwrap_or_default()
    }
}

/// What `tarjotin` can do.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Run the service: pages for people, open data for programs.
    Serve {
        /// Where the data is.
        #[command(flatten)]
        store: Store,
        /// Where it is reached.
        #[command(flatten)]
        network: Network,
        /// What it may fetch.
        #[command(flatten)]
        fetching: Fetching,
        /// How letters go out.
        #[command(flatten)]
        mail: Mail,
    },
    /// Fill an empty folder with the invented region "Lahden seutu" and run the service on it.
    Demo {
        /// Where the demo is kept. It is made when it is missing; what is there stays.
        #[arg(long, env = "TARJOTIN_DATA", default_value = "var/demo", value_name = "DIR")]
        data: PathBuf,
        /// The folder with the demo region's files.
        #[arg(long, default_value = "demo-region", value_name = "DIR")]
        files: PathBuf,
        /// Only fill the folder, do not serve.
        #[arg(long)]
        fill_only: bool,
        /// Where it is reached.
        #[command(flatten)]
        network: Network,
        /// What it may fetch.
        #[command(flatten)]
        fetching: Fetching,
        /// How letters go out.
        #[command(flatten)]
        mail: Mail,
    },
    /// Make the database, or bring an older one up to date.
    Migrate {
        /// Where the data is.
        #[command(flatten)]
        store: Store,
    },
    /// Bring organizations and activities in from a file or from the network.
    Import {
        /// What to bring in, and how.
        #[command(flatten)]
        asked: Import,
        /// What it may fetch.
        #[command(flatten)]
        fetching: Fetching,
        /// Where the data is.
        #[command(flatten)]
        store: Store,
    },
    /// Show the faults that readers have reported, or mark them handled.
    Faults {
        /// The reports that are handled now, by their ids. How to answer the reader is forgotten at once.
        #[arg(long, value_name = "ID", num_args = 1..)]
        handled: Vec<String>,
        /// Where the data is.
        #[command(flatten)]
        store: Store,
    },
    /// Show what people looked for and did not find, and what they wished for.
    Needs {
        /// How many days back.
        #[arg(long, value_name = "DAYS", default_value_t = 90, value_parser = clap::value_parser!(u32).range(1..=730))]
        days: u32,
        /// Where the data is.
        #[command(flatten)]
        store: Store,
    },
    /// Show who asked for a call, or mark them called.
    Calls {
        /// Those who were called now, by their ids. Name and number are deleted at once.
        #[arg(long, value_name = "ID", num_args = 1..)]
        called: Vec<String>,
        /// Where the data is.
        #[command(flatten)]
        store: Store,
    },
    /// Print a link that signs a keeper in once.
    SignIn {
        /// Whose account it is; made when it is not there.
        #[arg(value_name = "NAME", default_value = "Ylläpito")]
        name: String,
        /// The address people see, for the link.
        #[arg(long, env = "TARJOTIN_PUBLIC_URL", default_value = "http://127.0.0.1:8080", value_name = "URL")]
        public_url: String,
        /// Where the data is.
        #[command(flatten)]
        store: Store,
    },
    /// Check that nobody has changed the log of who did what.
    Audit {
        /// Where the data is.
        #[command(flatten)]
        store: Store,
    },
    /// Build the search index anew from the database. The service must not be running.
    Reindex {
        /// Where the data is.
        #[command(flatten)]
        store: Store,
    },
    /// Write everything public into a file others can read: HSDS 3.1 as JSON lines or as a data package, or a table.
    Export {
        /// The file to write; its ending tells the format: .ndjson, .csv, .xlsx or .zip.
        #[arg(value_name = "FILE")]
        file: PathBuf,
        /// Where the data is.
        #[command(flatten)]
        store: Store,
    },
}

/// What to bring in, and how.
#[derive(Debug, Clone, Args)]
#[group(skip)]
pub struct Import {
    /// The files or web addresses, in order. A heading line tells what a table holds.
    #[arg(required = true, value_name = "FILE")]
    pub files: Vec<PathBuf>,
    /// How the files are written.
    #[arg(long, value_enum, hide_possible_values = true)]
    pub format: Format,
    /// The name of the source. Importing again under the same name updates what came before, and marks what is no
    /// longer there as gone. Without it, the name of the first file.
    #[arg(long, value_name = "NAME")]
    pub source: Option<String>,
    /// The licence the source gives its data under; what was told before stays when it is not told again.
    #[arg(long, value_name = "LICENCE", default_value = "", hide_default_value = true)]
    pub licence: String,
    /// Whom to name as the source; what was told before stays when it is not told again.
    #[arg(long, value_name = "NAME", default_value = "", hide_default_value = true)]
    pub attribution: String,
    /// Show what would happen and change nothing.
    #[arg(long)]
    pub dry_run: bool,
    /// Keep what the source no longer has as it is, instead of marking it gone. For files that hold only a part.
    #[arg(long)]
    pub partial: bool,
    /// Mark records gone also when more than half of the source would go.
    #[arg(long)]
    pub let_go: bool,
    /// Keep the names, phones and mail addresses of contact persons. Without this they are dropped and counted.
    #[arg(long)]
    pub keep_contacts: bool,
}

/// Where the data is.
#[derive(Debug, Clone, Args)]
pub struct Store {
    /// The folder with the database and the search index. It is made when it is missing.
    #[arg(long, env = "TARJOTIN_DATA", default_value = "var/data", value_name = "DIR")]
    pub data: PathBuf,
    /// A PostgreSQL database instead of the file in the data folder: postgres://user:password@host/name
    #[arg(long, env = "TARJOTIN_DATABASE", value_name = "URL", hide_env_values = true)]
    pub database: Option<String>,
    /// The folder with Voikko's dictionary of Finnish. Without it the usual places are tried.
    #[arg(long, env = "TARJOTIN_DICTIONARY", value_name = "DIR")]
    pub dictionary: Option<PathBuf>,
    /// Search without the dictionary even when there is one.
    #[arg(long, env = "TARJOTIN_NO_DICTIONARY")]
    pub no_dictionary: bool,
}

/// Where the service is reached.
#[derive(Debug, Clone, Args)]
pub struct Network {
    /// The address and port to listen on.
    #[arg(long, env = "TARJOTIN_LISTEN", default_value = "127.0.0.1:8080", value_name = "ADDRESS")]
    pub listen: SocketAddr,
    /// The address people see, for links in calendars, posters and data. Without it, what the request says.
    #[arg(long, env = "TARJOTIN_PUBLIC_URL", value_name = "URL")]
    pub public_url: Option<String>,
    /// Requests come through a proxy of yours: believe what it says about where they are from (X-Forwarded-For).
    #[arg(long, env = "TARJOTIN_BEHIND_PROXY")]
    pub behind_proxy: bool,
}

/// How letters go out.
#[derive(Debug, Clone, Default, Args)]
pub struct Mail {
    /// The mail server: smtps://user:password@host or smtp://host:587?tls=required. Without it letters lie in the data
    /// folder, in `letters`.
    #[arg(long, env = "TARJOTIN_SMTP", value_name = "URL", hide_env_values = true, requires = "mail_from")]
    pub smtp: Option<String>,
    /// Who letters are from: "Lahden seudun tarjotin <tarjotin@example.fi>".
    #[arg(long, env = "TARJOTIN_MAIL_FROM", value_name = "ADDRESS")]
    pub mail_from: Option<String>,
}

/// What may be fetched over the network.
#[derive(Debug, Clone, Default, Args)]
pub struct Fetching {
    /// Hosts that sources may be fetched from even inside the own network, and from any port. For tests and local use.
    #[arg(long, env = "TARJOTIN_ALLOW_FETCH_FROM", value_name = "HOST[:PORT]", value_delimiter = ',')]
    pub allow_fetch_from: Vec<OpenHost>,
}

/// How an import file is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// Our own table with Finnish headings, separated by ; or ,
    Csv,
    /// The same table as a spreadsheet
    Xlsx,
    /// Open Referral HSDS 3.0 or 3.1, also Open Referral UK: JSON or JSON lines
    Hsds,
    /// The Finnish Service Catalogue (PTV), Open API version 11: JSON, services with their channels
    Ptv,
    /// Linked Events version 1, as in Helsinki, Turku and Tampere: JSON
    LinkedEvents,
    /// Activities in the shape of Lähellä.fi's interface: JSON
    Lahella,
    /// A calendar (iCalendar, .ics)
    Ical,
}
