//! The gate before every handler: who may open this address or send to it.

use axum::extract::{FromRequestParts, MatchedPath, Request, State};
use axum::http::request::Parts;
use axum::http::{HeaderValue, Method, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

use super::model::{Actor, Secret};
use super::permissions::{self, Action, Record, Who};
use super::store;
use crate::app::App;
use crate::error::{Error, Result};
use crate::page::{self, Ui};

/// Asks the table of [`permissions`]; puts the [`Actor`] beside a request that is not for everyone.
pub async fn gate(State(app): State<App>, request: Request, next: Next) -> Response {
    let (mut parts, body) = request.into_parts();
    // What no route matches is a page that does not exist.
    if let Some(path) = parts.extensions.get::<MatchedPath>().cloned() {
        let sends = !matches!(parts.method, Method::GET | Method::HEAD | Method::OPTIONS);
        match permissions::who(path.as_str(), sends) {
            // Nobody: the router answers that this method does not exist here.
            Some(Who::Everyone | Who::Nobody) => {}
            Some(who) => match signed_in(&parts, &app).await {
                Ok((actor, _)) if !actor.passes(who) => return Error::Forbidden.into_response(),
                Ok((actor, session)) => {
                    parts.extensions.insert(actor);
                    parts.extensions.insert(session);
                    let mut response = next.run(Request::from_parts(parts, body)).await;
                    // What is for somebody is kept by nobody in between.
                    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
                    return response;
                }
                Err(error) => return error.into_response(),
            },
            None => {
                return Error::internal(format_args!("nobody has decided who may open {}", path.as_str()))
                    .into_response();
            }
        }
    }
    next.run(Request::from_parts(parts, body)).await
}

/// The session a request came with.
#[derive(Debug, Clone)]
pub struct Session(pub(super) Secret);

async fn signed_in(parts: &Parts, app: &App) -> Result<(Actor, Session)> {
    let ui = Ui::of(parts, app);
    let secret = page::ui::cookie(parts, &cookie_name(&ui.origin)).and_then(|one| Secret::read(&one));
    let secret = secret.ok_or(Error::SignIn)?;
    let found = store::session(&mut app.db.read().await?, &secret, ui.now).await?.ok_or(Error::SignIn)?;
    if found.is_due {
        let mut tx = app.db.write().await?;
        store::seen(&mut tx, &secret, ui.now).await?;
        tx.commit().await?;
    }
    Ok((found.actor, Session(secret)))
}

/// Over https nobody but this host can set the cookie (RFC 6265bis, 4.1.3.2).
pub(super) fn cookie_name(origin: &str) -> String {
    if origin.starts_with("https://") { "__Host-istunto" } else { "istunto" }.to_owned()
}

impl<S: Sync> FromRequestParts<S> for Actor {
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self> {
        parts.extensions.get::<Actor>().cloned().ok_or(Error::SignIn)
    }
}

/// Who asks, where everyone may: somebody signed in, or nobody in particular.
#[derive(Debug, Clone)]
pub struct Visitor(pub Option<Actor>);

impl FromRequestParts<App> for Visitor {
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self> {
        match signed_in(parts, app).await {
            Ok((actor, _)) => Ok(Visitor(Some(actor))),
            Err(Error::SignIn) => Ok(Visitor(None)),
            Err(error) => Err(error),
        }
    }
}

impl Visitor {
    /// The account; '' for nobody in particular.
    pub fn id(&self) -> &str {
        self.0.as_ref().map_or("", |actor| actor.id.as_str())
    }

    /// Whether they may do this with this record.
    pub fn may(&self, action: Action, record: Record<'_>) -> bool {
        self.0.as_ref().is_some_and(|actor| actor.may(action, record))
    }
}

impl<S: Sync> FromRequestParts<S> for Session {
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self> {
        parts.extensions.get::<Session>().cloned().ok_or(Error::SignIn)
    }
}
