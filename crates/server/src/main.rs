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
    let read = shell::help::in_language(CommandLine::command(), language).try_get_matches();
    match read.and_then(|matches| CommandLine::from_arg_matches(&matches)) {
        Ok(line) => shell::run(line).await,
        // Help and the version are asked for, and go to standard output.
        Err(error) if !error.use_stderr() => error.exit(),
        Err(error) => {
            eprintln!("{}", shell::help::misuse(&error, language));
            ExitCode::from(shell::NOTHING)
        }
    }
}
