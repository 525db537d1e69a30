//! The page round an error: what happened in one sentence, and ways onward.

use askama::Template;
use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::{StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use tower_http::catch_panic::ResponseForPanic;

use super::ui::{Head, Ui};
use crate::app::App;
use crate::error::Error;
use crate::exchange::open;

#[derive(Template)]
#[template(path = "page/error.html")]
struct ErrorPage {
    ui: Ui,
    head: Head,
    status: u16,
    sentence: String,
    asks_to_sign_in: bool,
}

/// Gives every error answer for people its page. Programs (`/hsds`, `/api/v1`, `/v1`) get their own form.
pub async fn pages(State(app): State<App>, request: Request, next: Next) -> Response {
    let (parts, body) = request.into_parts();
    let ui = Ui::of(&parts, &app);
    let head_only = parts.method == axum::http::Method::HEAD;
    let response = next.run(Request::from_parts(parts, body)).await;
    let status = response.status();
    let known = response.extensions().get::<Error>().copied();
    if !(status.is_client_error() || status.is_server_error()) || has_page(&response) {
        return response;
    }
    let error = known.unwrap_or(match status {
        StatusCode::NOT_FOUND => Error::NotFound,
        StatusCode::METHOD_NOT_ALLOWED => Error::BadRequest("error-method"),
        StatusCode::PAYLOAD_TOO_LARGE => Error::TooLarge,
        StatusCode::FORBIDDEN => Error::BadRequest("error-cross-site"),
        status if status.is_server_error() => Error::Internal,
        _ => Error::BadRequest("error-bad-request"),
    });
    let is_for_programs = open::is_for_programs(&ui.path);
    let mut answer = if is_for_programs { open::problem(status, error) } else { page(ui, error) };
    if known.is_none() {
        *answer.status_mut() = status;
    }
    if let Some(allow) = response.headers().get(header::ALLOW) {
        answer.headers_mut().insert(header::ALLOW, allow.clone());
    }
    if head_only {
        *answer.body_mut() = Body::empty();
    }
    answer
}

fn has_page(response: &Response) -> bool {
    response.headers().get(header::CONTENT_TYPE).is_some_and(|kind| {
        kind.as_bytes().starts_with(b"text/html")
            || kind.as_bytes().starts_with(b"application/json")
            || kind.as_bytes().starts_with(b"application/problem+json")
    })
}

/// The page of an error.
pub fn page(ui: Ui, error: Error) -> Response {
    let key = match error {
        Error::NotFound => "error-not-found",
        Error::BadRequest(key) => key,
        Error::SignIn => "error-sign-in",
        Error::Forbidden => "error-forbidden",
        Error::TooLarge => "error-too-large",
        Error::Busy | Error::Conflict => "error-busy",
        Error::Internal => "error-internal",
    };
    let sentence = ui.t(key).into_owned();
    let title_key = match error {
        Error::NotFound => "error-title-not-found",
        Error::SignIn => "error-title-sign-in",
        Error::Forbidden => "error-title-forbidden",
        Error::BadRequest(_) | Error::TooLarge => "error-title-bad-request",
        _ => "error-title-internal",
    };
    let head = Head { title: ui.t(title_key).into_owned(), hidden: true, ..Head::default() };
    let status = error.status();
    let page = ErrorPage { ui, head, status: status.as_u16(), sentence, asks_to_sign_in: error == Error::SignIn };
    super::answer(&page, status, "no-store").unwrap_or_else(|_| status.into_response())
}

/// What a panic is answered with; the page is made by [`pages`].
#[derive(Debug, Clone, Copy)]
pub struct OnPanic;

impl ResponseForPanic for OnPanic {
    type ResponseBody = Body;

    fn response_for_panic(&mut self, panic: Box<dyn std::any::Any + Send>) -> Response {
        let what = panic
            .downcast_ref::<String>()
            .map(String::as_str)
            .or_else(|| panic.downcast_ref::<&str>().copied())
            .unwrap_or("unknown");
        Error::internal(format_args!("panic: {what}")).into_response()
    }
}
