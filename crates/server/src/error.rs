//! What a reader can meet when something does not go as asked.
//!
//! | meets | status | when |
//! | --- | --- | --- |
//! | `NotFound` | 404 | no such page or record, or one not for everyone |
//! | `BadRequest` | 400 | an address or body that cannot be understood; carries the key of a sentence |
//! | `SignIn` | 403 | a page for those with an account, and nobody is signed in |
//! | `Forbidden` | 403 | signed in, but this is not theirs |
//! | `Problems` | 422 | a form with problems; made by the form's own page |
//! | `TooLarge` | 413 | more than may be sent |
//! | `Busy` | 503 | the database is busy, away or full; nothing was saved |
//! | `Internal` | 500 | everything else: logged once in full, told in one plain sentence |
//!
//! A handler returns `Result<Response>`; the page around the sentence is made in [`crate::page::errors`], where the
//! reader's language is known.

use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};

/// The result of a handler.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// What a reader can meet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Error {
    /// No such thing here.
    NotFound,
    /// The request cannot be understood; the key names the sentence that says why.
    BadRequest(&'static str),
    /// Only for who is signed in.
    SignIn,
    /// Signed in, but this is not for them.
    Forbidden,
    /// More than may be sent.
    TooLarge,
    /// The database cannot answer or write now.
    Busy,
    /// Two writers met; the same request may be tried again.
    Conflict,
    /// A fault of ours.
    Internal,
}

impl Error {
    /// The HTTP status.
    pub fn status(self) -> StatusCode {
        match self {
            Error::NotFound => StatusCode::NOT_FOUND,
            Error::BadRequest(_) => StatusCode::BAD_REQUEST,
            Error::SignIn | Error::Forbidden => StatusCode::FORBIDDEN,
            Error::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Error::Busy | Error::Conflict => StatusCode::SERVICE_UNAVAILABLE,
            Error::Internal => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    /// Logs a fault of ours in full and says only that there was one.
    pub fn internal(error: impl std::fmt::Display) -> Self {
        tracing::error!(%error, "a request failed");
        Error::Internal
    }
}

impl From<db::Error> for Error {
    fn from(error: db::Error) -> Self {
        match &error {
            db::Error::Conflict(_) => Error::Conflict,
            db::Error::Unavailable(_) | db::Error::NotWritable(_) => {
                tracing::error!(%error, "the database cannot serve");
                Error::Busy
            }
            _ => Error::internal(error),
        }
    }
}

impl From<search::Error> for Error {
    fn from(error: search::Error) -> Self {
        Error::internal(error)
    }
}

impl From<askama::Error> for Error {
    fn from(error: askama::Error) -> Self {
        Error::internal(error)
    }
}

impl IntoResponse for Error {
    fn into_response(self) -> Response {
        let mut response = self.status().into_response();
        response.extensions_mut().insert(self);
        response
    }
}
