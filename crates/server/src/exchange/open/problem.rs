//! What a program is told when it cannot have what it asked for: problem details (RFC 9457).

use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde_json::{Value, json};

use super::answer;
use crate::error::Error;

/// The result of a handler of the open data.
pub(in crate::exchange) type Result<T, E = Problem> = std::result::Result<T, E>;

/// Why there is no answer.
#[derive(Debug)]
pub(in crate::exchange) enum Problem {
    /// A parameter has a value it cannot have.
    Parameter { name: &'static str, wants: String },
    /// A parameter that this address does not have.
    Unknown { name: String, known: String },
    /// There is no such record, or it is not for everyone.
    NotFound,
    /// It is being made; ask again after so many seconds.
    NotYet { seconds: i64 },
    /// Anything else a reader can meet.
    Fault(Error),
}

impl<E: Into<Error>> From<E> for Problem {
    fn from(error: E) -> Self {
        match error.into() {
            Error::NotFound => Problem::NotFound,
            error => Problem::Fault(error),
        }
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        match self {
            Problem::Parameter { name, wants } => {
                respond(StatusCode::BAD_REQUEST, &format!("{name}: {wants}"), Some(name))
            }
            Problem::NotYet { seconds } => {
                let mut response = respond(StatusCode::SERVICE_UNAVAILABLE, NOT_YET, None);
                response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(seconds));
                response
            }
            Problem::Unknown { name, known } => {
                // What was sent comes back cut: it may be anything.
                let name: String = name.chars().take(60).collect();
                respond(
                    StatusCode::BAD_REQUEST,
                    &format!("{name}: no such parameter here; there are {known}"),
                    Some(&name),
                )
            }
            Problem::NotFound => respond(StatusCode::NOT_FOUND, NOT_FOUND, None),
            Problem::Fault(error) => respond(error.status(), sentence(error), None),
        }
    }
}

const NOT_YET: &str = "The data package is being made for the first time. Please ask again in a few minutes.";
const NOT_FOUND: &str = "There is nothing public with this address or id.";

/// Whether an address is for programs: their errors are told as problems and not as pages.
pub fn is_for_programs(path: &str) -> bool {
    let below = |root: &str| path.strip_prefix(root).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'));
    ["/hsds", "/api", "/v1"].into_iter().any(below)
}

/// An error that was made elsewhere: no such address, a wrong method, a fault of ours.
pub fn problem(status: StatusCode, error: Error) -> Response {
    let told = match status {
        StatusCode::METHOD_NOT_ALLOWED => "The open data can be read only: GET, HEAD and OPTIONS.",
        _ => sentence(error),
    };
    respond(status, told, None)
}

fn sentence(error: Error) -> &'static str {
    match error {
        Error::NotFound => NOT_FOUND,
        Error::BadRequest(_) => "The request cannot be understood.",
        Error::SignIn | Error::Forbidden => "This is for keepers who have signed in.",
        Error::TooLarge => "The request is larger than may be sent.",
        Error::Busy | Error::Conflict => "The service is busy. Please try again in a moment.",
        Error::Internal => "Something went wrong here. The fault has been logged.",
    }
}

fn respond(status: StatusCode, detail: &str, parameter: Option<&str>) -> Response {
    let mut told = json!({
        "type": "about:blank",
        "title": status.canonical_reason().unwrap_or("Error"),
        "status": status.as_u16(),
        "detail": detail,
    });
    if let (Some(parameter), Value::Object(told)) = (parameter, &mut told) {
        told.insert("parameter".to_owned(), parameter.into());
    }
    let mut response = (status, told.to_string()).into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/problem+json"));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    answer::open(headers);
    response
}
