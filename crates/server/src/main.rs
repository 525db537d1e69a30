//! The command line.

use std::process::ExitCode;

use clap::Parser;
use tarjotin::settings::CommandLine;
use tarjotin::shell;

#[tokio::main]
async fn main() -> ExitCode {
    shell::run(CommandLine::parse()).await
}
