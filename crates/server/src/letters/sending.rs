//! How letters go out: over SMTP, or into a folder.

use std::path::PathBuf;

use lettre::message::Mailbox;
use lettre::{AsyncSmtpTransport, AsyncTransport, Message, Tokio1Executor};

/// A letter as it goes out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Written {
    /// A mail address.
    pub to: String,
    /// One line.
    pub subject: String,
    /// Plain text.
    pub body: String,
}

/// The way out.
#[derive(Debug, Clone)]
pub enum Post {
    /// A mail server, and who letters are from.
    Smtp(Box<AsyncSmtpTransport<Tokio1Executor>>, Box<Mailbox>),
    /// A folder, for trying and for machines without mail.
    Folder(PathBuf),
}

/// Why letters cannot go out.
#[derive(Debug, thiserror::Error)]
pub enum PostError {
    /// The address of the mail server was not understood.
    #[error("the address of the mail server cannot be used: {0}")]
    Server(lettre::transport::smtp::Error),
    /// The sender is no mail address.
    #[error("{0} is no mail address")]
    Sender(String),
    /// This letter will never go out: the server says so, or its address is none.
    #[error("the letter was refused for good")]
    Refused,
    /// Perhaps later.
    #[error("the mail server does not take letters now: {0}")]
    Later(String),
    /// The folder cannot be written.
    #[error("the folder for letters cannot be written: {0}")]
    Folder(#[from] std::io::Error),
}

impl Post {
    /// Over a mail server: `smtps://user:password@host`, `smtp://host:587?tls=required`, `smtp://127.0.0.1:25`.
    ///
    /// # Errors
    /// When the address or the sender cannot be understood.
    pub fn over(server: &str, sender: &str) -> Result<Post, PostError> {
        let transport = AsyncSmtpTransport::<Tokio1Executor>::from_url(server).map_err(PostError::Server)?;
        let sender: Mailbox = sender.parse().map_err(|_| PostError::Sender(sender.to_owned()))?;
        Ok(Post::Smtp(Box::new(transport.build()), Box::new(sender)))
    }

    /// Whether letters really go out.
    pub fn is_mail(&self) -> bool {
        matches!(self, Post::Smtp(..))
    }

    /// Sends a letter. Errors never name the reader: they are logged.
    ///
    /// # Errors
    /// [`PostError::Refused`] for good, others may be tried again.
    pub(super) async fn send(&self, id: &str, letter: &Written) -> Result<(), PostError> {
        match self {
            Post::Smtp(transport, sender) => {
                let to: Mailbox = letter.to.parse().map_err(|_| PostError::Refused)?;
                let message = Message::builder()
                    .from((**sender).clone())
                    .to(to)
                    .subject(&letter.subject)
                    // No program answers a letter of a program (RFC 3834).
                    .header(AutoSubmitted)
                    .header(lettre::message::header::ContentType::TEXT_PLAIN)
                    .body(letter.body.clone())
                    .map_err(|_| PostError::Refused)?;
                match transport.send(message).await {
                    Ok(_) => Ok(()),
                    Err(error) if error.is_permanent() => Err(PostError::Refused),
                    // What the server said may hold the address: only its status is told on.
                    Err(error) => {
                        Err(PostError::Later(error.status().map_or("no answer".to_owned(), |code| code.to_string())))
                    }
                }
            }
            Post::Folder(folder) => {
                let (folder, id, letter) = (folder.clone(), id.to_owned(), letter.clone());
                tokio::task::spawn_blocking(move || write_into(&folder, &id, &letter))
                    .await
                    .map_err(|error| PostError::Later(error.to_string()))?
            }
        }
    }
}

/// Only the service's own user may read letters: they hold links.
fn write_into(folder: &std::path::Path, id: &str, letter: &Written) -> Result<(), PostError> {
    use std::io::Write;
    use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt};

    std::fs::DirBuilder::new().recursive(true).mode(0o700).create(folder)?;
    let mut file = std::fs::OpenOptions::new()
        .write(true)
        .create(true)
        .truncate(true)
        .mode(0o600)
        .open(folder.join(format!("{id}.txt")))?;
    writeln!(file, "To: {}\nSubject: {}\n\n{}", letter.to, letter.subject, letter.body)?;
    file.sync_all()?;
    Ok(())
}

/// `Auto-Submitted: auto-generated`.
#[derive(Debug, Clone)]
struct AutoSubmitted;

impl lettre::message::header::Header for AutoSubmitted {
    fn name() -> lettre::message::header::HeaderName {
        lettre::message::header::HeaderName::new_from_ascii_str("Auto-Submitted")
    }

    fn parse(_: &str) -> Result<Self, Box<dyn std::error::Error + Send + Sync>> {
        Ok(AutoSubmitted)
    }

    fn display(&self) -> lettre::message::header::HeaderValue {
        lettre::message::header::HeaderValue::new(Self::name(), "auto-generated".to_owned())
    }
}
