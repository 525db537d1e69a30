//! `--help` in the reader's language: the words of `text/*/terminal.ftl` put over the program's own.

use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Arg, Command};

use crate::i18n::Language;

/// The command line with its help in a language.
pub fn in_language(command: Command, language: Language) -> Command {
    let template =
        format!("{{about-with-newline}}\n{}: {{usage}}\n\n{{all-args}}{{after-help}}", language.t("help-usage"),);
    let after = language.t("help-after").into_owned();
    let command = spoken(command.help_template(template.clone()).after_help(after), language, "help");
    command.mut_subcommands(move |sub| {
        let key = format!("help-{}", sub.get_name());
        spoken(sub.help_template(template.clone()), language, &key)
    })
}

/// Gives a command and its arguments their words; `key` is the command's own.
fn spoken(command: Command, language: Language, key: &str) -> Command {
    let about = language.t(key).into_owned();
    let options = language.t("help-options").into_owned();
    let arguments = language.t("help-arguments").into_owned();
    let prefix = key.to_owned();
    command
        .about(about)
        .long_about(None)
        .subcommand_help_heading(language.t("help-commands").into_owned())
        .disable_help_subcommand(true)
        .disable_help_flag(true)
        .arg(Arg::new("help").short('h').long("help").action(clap::ArgAction::Help).global(false))
        .mut_args(move |argument| {
            let own = format!("{prefix}-{}", argument.get_id());
            let shared = format!("help-any-{}", argument.get_id());
            let words = if language.has(&own) { language.t(&own) } else { language.t(&shared) };
            let argument = argument.help(words.into_owned()).long_help(None);
            let heading = if argument.is_positional() { &arguments } else { &options };
            argument.help_heading(heading.clone())
        })
}

/// What is wrong with a command as it was typed, and where the help is.
pub fn misuse(error: &clap::Error, language: Language) -> String {
    let said = |kind| match error.get(kind) {
        Some(ContextValue::String(one)) => one.clone(),
        Some(ContextValue::Strings(all)) => all.join(", "),
        _ => String::new(),
    };
    let name = said(ContextKind::InvalidArg);
    let (key, value) = match error.kind() {
        ErrorKind::InvalidSubcommand => ("terminal-usage-command", said(ContextKind::InvalidSubcommand)),
        ErrorKind::MissingRequiredArgument => ("terminal-usage-missing", name.clone()),
        ErrorKind::MissingSubcommand | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            ("terminal-usage-missing", "COMMAND".to_owned())
        }
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            ("terminal-usage-value", said(ContextKind::InvalidValue))
        }
        _ => ("terminal-usage-option", name.clone()),
    };
    let what = language.with(key, &[("value", value.into()), ("name", name.into())]);
    let what = language.with("terminal-usage", &[("what", what.into())]);
    let help = language.with("terminal-usage-help", &[("command", "tarjotin --help".into())]);
    format!("{what}\n{help}")
}

/// The language asked for on the command line or in the environment, before the rest is read.
pub fn asked_language(arguments: impl Iterator<Item = String>) -> Language {
    let arguments: Vec<String> = arguments.collect();
    let flag = arguments.iter().enumerate().find_map(|(at, word)| match word.strip_prefix("--language") {
        Some("") => arguments.get(at + 1).cloned(),
        Some(rest) => rest.strip_prefix('=').map(str::to_owned),
        None => None,
    });
    let asked = flag.or_else(|| std::env::var("TARJOTIN_LANGUAGE").ok()).unwrap_or_default();
    Language::named(&asked).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::*;
    use crate::settings::CommandLine;

    #[test]
    fn every_command_and_option_is_explained_in_every_language() {
        for language in Language::ALL {
            let mut command = in_language(CommandLine::command(), language);
            command.build();
            let mut all = vec![command.clone()];
            all.extend(command.get_subcommands().cloned());
            for command in all {
                for argument in command.get_arguments() {
                    let words = argument.get_help().map(ToString::to_string).unwrap_or_default();
                    assert!(
                        !words.is_empty() && !words.starts_with("help-"),
                        "{} {} has no words in {}",
                        command.get_name(),
                        argument.get_id(),
                        language.code()
                    );
                }
                let about = command.get_about().map(ToString::to_string).unwrap_or_default();
                assert!(
                    !about.is_empty() && !about.starts_with("help-"),
                    "{} in {}",
                    command.get_name(),
                    language.code()
                );
            }
        }
    }

    #[test]
    fn the_language_is_read_before_the_rest() {
        let words = |line: &str| line.split(' ').map(str::to_owned).collect::<Vec<_>>().into_iter();
        assert_eq!(asked_language(words("tarjotin serve --language sv")), Language::Swedish);
        assert_eq!(asked_language(words("tarjotin --language=selko --help")), Language::EasyFinnish);
    }
}
