//! Writing and sending a letter that waits.

use fluent_bundle::FluentValue;

use super::model::{Kind, Letter, Opens};
use super::sending::{PostError, Written};
use super::store;
use crate::accounts;
use crate::accounts::model::{INVITATION_WAITS, LINK_WAITS, Secret};
use crate::app::App;
use crate::page::ui::link;

/// Why a letter did not go out.
#[derive(Debug, thiserror::Error)]
pub enum LetterError {
    /// The database.
    #[error(transparent)]
    Database(#[from] db::Error),
    /// The post.
    #[error(transparent)]
    Post(#[from] PostError),
    /// The machine has no randomness.
    #[error("no randomness: {0}")]
    Randomness(#[from] getrandom::Error),
}

/// Writes a letter and sends it; what was sent or refused for good is forgotten. A letter may go out twice when the
/// program is stopped in between: both links open.
///
/// # Errors
/// When it should be tried again.
pub async fn perform(app: &App, id: &str) -> Result<(), LetterError> {
    let Some(letter) = store::find(&mut app.db.read().await?, id).await? else { return Ok(()) };
    if let Some(written) = write(app, &letter).await? {
        match app.post.send(id, &written).await {
            Ok(()) => {}
            Err(PostError::Refused) => tracing::warn!(kind = letter.kind.code(), "a letter was refused for good"),
            Err(error) => return Err(error.into()),
        }
    }
    let mut tx = app.db.write().await?;
    store::remove(&mut tx, id).await?;
    Ok(tx.commit().await?)
}

/// The words of a letter with its link; `None` when there is nobody to write to any more.
async fn write(app: &App, letter: &Letter) -> Result<Option<Written>, LetterError> {
    let now = app.now();
    let secret = Secret::new()?;
    let mut tx = app.db.write().await?;
    let path = match letter.kind {
        Kind::SignIn | Kind::Invitation => {
            let account = accounts::store::find_by_email(&mut tx, &letter.recipient).await?;
            let Some(account) = account else { return Ok(None) };
            let waits = if letter.kind == Kind::SignIn { LINK_WAITS } else { INVITATION_WAITS };
            accounts::store::add_link(&mut tx, &secret, &account.id, waits, now).await?;
            "/sisaan"
        }
        Kind::Received | Kind::Asked | Kind::Published | Kind::Declined => {
            store::add_key(&mut tx, &secret, Opens::Proposal, &letter.subject_id, now).await?;
            "/ilmoita"
        }
        Kind::Confirm => {
            store::add_key(&mut tx, &secret, Opens::Activity, &letter.subject_id, now).await?;
            "/vahvista"
        }
    };
    tx.commit().await?;
    let language = letter.language;
    let origin = app.public_url.as_ref().or(app.listens_at.get()).map_or("http://127.0.0.1:8080", String::as_str);
    let address = format!("{origin}{}/{}", link(language, path), secret.text());
    let region = app.region();
    let values = [
        ("link", FluentValue::from(address)),
        ("note", FluentValue::from(letter.note.as_str())),
        ("brand", FluentValue::from(region.or_shipped("brand", language))),
        ("phone", FluentValue::from(region.get("phone", language).to_owned())),
    ];
    let key = letter.kind.code();
    let subject = language.with(&format!("letter-{key}-subject"), &values);
    let body = language.with(&format!("letter-{key}-body"), &values);
    let mut sign = language.with("letter-sign", &values);
    if !region.get("phone", language).is_empty() {
        sign.push('\n');
        sign.push_str(&language.with("letter-sign-phone", &values));
    }
    Ok(Some(Written {
        to: letter.recipient.clone(),
        // Nothing that somebody typed begins a header of its own.
        subject: subject.replace(['\r', '\n'], " "),
        body: format!("{body}\n\n-- \n{sign}"),
    }))
}
