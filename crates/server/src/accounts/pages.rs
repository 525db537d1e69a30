//! Signing in and out, and who is signed in.

use askama::Template;
use axum::extract::{FromRequestParts, Path, State};
use axum::http::request::Parts;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::Response;
use axum::routing::{get, post};
use axum::{Form, Router};
use serde::Deserialize;

use super::model::{SESSION_LASTS, Secret};
use super::store::{self, Account};
use crate::app::App;
use crate::error::{Error, Result};
use crate::page::{self, Head, Ui, form};

/// The addresses of this feature.
pub fn routes() -> Router<App> {
    Router::new()
        .route("/sisaan", get(ask))
        .route("/sisaan/{secret}", get(offer).post(sign_in))
        .route("/ulos", post(sign_out))
}

/// Where a keeper lands.
const DESK: &str = "/yllapito";

/// The keeper who asks. A handler that takes one is for keepers only: others are shown how to sign in.
#[derive(Debug, Clone)]
pub struct Keeper {
    /// Whose session it is.
    pub account: Account,
    secret: Secret,
}

impl FromRequestParts<App> for Keeper {
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self> {
        let secret =
            page::ui::cookie(parts, &cookie_name(&Ui::of(parts, app).origin)).and_then(|one| Secret::read(&one));
        let secret = secret.ok_or(Error::SignIn)?;
        let now = app.now();
        let session = store::session(&mut app.db.read().await?, &secret, now).await?.ok_or(Error::SignIn)?;
        if session.is_due {
            let mut tx = app.db.write().await?;
            store::seen(&mut tx, &secret, now).await?;
            tx.commit().await?;
        }
        Ok(Keeper { account: session.account, secret })
    }
}

/// Over https nobody but this host can set the cookie (RFC 6265bis, 4.1.3.2).
fn cookie_name(origin: &str) -> String {
    if origin.starts_with("https://") { "__Host-istunto" } else { "istunto" }.to_owned()
}

fn cookie(origin: &str, value: &str, seconds: i64) -> Result<HeaderValue> {
    let secure = if origin.starts_with("https://") { "; Secure" } else { "" };
    let name = cookie_name(origin);
    let cookie = format!("{name}={value}; Path=/; Max-Age={seconds}; HttpOnly; SameSite=Lax{secure}");
    let mut value = HeaderValue::from_str(&cookie).map_err(Error::internal)?;
    value.set_sensitive(true);
    Ok(value)
}

#[derive(Template)]
#[template(path = "accounts/sign_in.html")]
struct SignInPage {
    ui: Ui,
    head: Head,
    /// Whose link it is; `None`: there is none, or it opens nothing.
    offered: Option<String>,
    /// There was a link, and it opens nothing.
    used_up: bool,
}

impl SignInPage {
    fn new(ui: Ui, offered: Option<String>, used_up: bool) -> Self {
        let head = Head { title: ui.t("sign-in-title").into_owned(), hidden: true, ..Head::default() };
        SignInPage { ui, head, offered, used_up }
    }
}

/// How a keeper signs in.
async fn ask(ui: Ui) -> Result<Response> {
    page::show_privately(&SignInPage::new(ui, None, false))
}

/// What a link leads to: a button, because programs that look into letters open links too.
async fn offer(ui: Ui, State(app): State<App>, Path(secret): Path<String>) -> Result<Response> {
    let account = match Secret::read(&secret) {
        Some(secret) => store::of_link(&mut app.db.read().await?, &secret, ui.now).await?,
        None => None,
    };
    let used_up = account.is_none();
    page::show_privately(&SignInPage::new(ui, account.map(|account| account.name), used_up))
}

async fn sign_in(ui: Ui, State(app): State<App>, Path(link): Path<String>) -> Result<Response> {
    let session = Secret::new().map_err(Error::internal)?;
    let account = match Secret::read(&link) {
        Some(link) => {
            let mut tx = app.db.write().await?;
            let account = store::sign_in(&mut tx, &link, &session, ui.now).await?;
            tx.commit().await?;
            account
        }
        None => None,
    };
    if account.is_none() {
        return page::answer(&SignInPage::new(ui, None, true), StatusCode::FORBIDDEN, "no-store");
    }
    let mut response = form::see_other(&ui.link(DESK));
    let cookie = cookie(&ui.origin, &session.text(), SESSION_LASTS.num_seconds())?;
    response.headers_mut().insert(header::SET_COOKIE, cookie);
    Ok(response)
}

#[derive(Deserialize)]
struct SignOutForm {
    #[serde(default)]
    everywhere: String,
}

async fn sign_out(ui: Ui, State(app): State<App>, keeper: Keeper, Form(typed): Form<SignOutForm>) -> Result<Response> {
    let mut tx = app.db.write().await?;
    if typed.everywhere.is_empty() {
        store::sign_out(&mut tx, &keeper.secret).await?;
    } else {
        store::sign_out_everywhere(&mut tx, &keeper.account.id).await?;
    }
    tx.commit().await?;
    let mut response = form::see_other(&ui.link("/"));
    response.headers_mut().insert(header::SET_COOKIE, cookie(&ui.origin, "", 0)?);
    Ok(response)
}
