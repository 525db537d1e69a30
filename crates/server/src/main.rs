//! The command line.

use std::process::ExitCode;

use clap::{CommandFactory, FromArgMatches};
use tarjotin::settings::CommandLine;
use tarjotin::shell;

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

#[tokio::main]
async fn main() -> ExitCode {
    let language = shell::help::asked_language(std::env::args().skip(1));
    let matches = shell::help::in_language(CommandLine::command(), language).get_matches();
    match CommandLine::from_arg_matches(&matches) {
        Ok(line) => shell::run(line).await,
        Err(error) => error.exit(),
    }
}
