//! Signing in with a link, and out.

use askama::Template;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::Response;
use axum::routing::{get, post};
use axum::{Form, Router};
use serde::Deserialize;

use crate::accounts::gate::{Session, cookie_name};
use crate::accounts::model::{Actor, SESSION_LASTS, Secret, device, email_key};
use crate::accounts::permissions::Who;
use crate::accounts::store;
use crate::app::App;
use crate::audit;
use crate::error::{Error, Result};
use crate::letters;
use crate::letters::model::{Kind, Letter};
use crate::limits::What;
use crate::page::form::{self, Problems};
use crate::page::{self, Head, Ui};
use crate::security::Peer;

pub(super) fn routes() -> Router<App> {
    Router::new()
        .route("/sisaan", get(ask).post(ask_for_letter))
        .route("/sisaan/{secret}", get(offer).post(sign_in))
        .route("/ulos", post(sign_out))
}

/// What the address says when a letter was asked for.
const SENT: &str = "lahetetty";

fn cookie(origin: &str, value: &str, seconds: i64) -> Result<HeaderValue> {
    let secure = if origin.starts_with("https://") { "; Secure" } else { "" };
    let name = cookie_name(origin);
    let cookie = format!("{name}={value}; Path=/; Max-Age={seconds}; HttpOnly; SameSite=Lax{secure}");
    let mut value = HeaderValue::from_str(&cookie).map_err(Error::internal)?;
    value.set_sensitive(true);
    Ok(value)
}

#[derive(Debug, Clone, Default, Deserialize)]
struct AskForm {
    #[serde(default)]
    email: String,
}

#[derive(Template)]
#[template(path = "accounts/ask.html")]
struct AskPage {
    ui: Ui,
    head: Head,
    typed: AskForm,
    problems: Problems,
    sent: bool,
    /// Whether letters really go out.
    by_mail: bool,
}

impl AskPage {
    fn new(ui: Ui, app: &App, typed: AskForm, problems: Problems) -> Self {
        let sent = ui.query == SENT;
        let title = ui.t(if sent { "sign-in-sent-title" } else { "sign-in-title" }).into_owned();
        let head = Head { title, hidden: true, ..Head::default() };
        AskPage { ui, head, typed, problems, sent, by_mail: app.post.is_mail() }
    }
}

/// Where one asks for a link.
async fn ask(ui: Ui, State(app): State<App>) -> Result<Response> {
    page::show_privately(&AskPage::new(ui, &app, AskForm::default(), Problems::default()))
}

/// Puts a letter into the post. The answer says the same whether there is an account or not, and takes as long: whether
/// there is one is only asked when the letter is written.
async fn ask_for_letter(ui: Ui, peer: Peer, State(app): State<App>, Form(typed): Form<AskForm>) -> Result<Response> {
    let mut problems = Problems::default();
    let Some(email) = email_key(&typed.email) else {
        problems.add("email", ui.t("sign-in-problem-email"));
        return page::unprocessable(&AskPage::new(ui, &app, typed, problems));
    };
    if !app.limits.allows(What::LettersFrom, &peer.0, ui.now) {
        problems.add("email", ui.t("problem-too-often"));
        let page = AskPage::new(ui, &app, typed, problems);
        return page::answer(&page, StatusCode::TOO_MANY_REQUESTS, "no-store");
    }
    // Too many letters to one box: no more are sent, and nobody is told, because that would tell of the account.
    let asks = format!("{email} {}", peer.0);
    if app.limits.allows(What::LettersToFrom, &asks, ui.now) && app.limits.allows(What::LettersTo, &email, ui.now) {
        let letter = Letter {
            kind: Kind::SignIn,
            recipient: email,
            language: ui.language,
            subject_id: String::new(),
            note: String::new(),
        };
        let mut tx = app.db.write().await?;
        letters::post(&mut tx, &letter, ui.now).await?;
        tx.commit().await?;
        app.works.notify_one();
    }
    Ok(form::see_other(&ui.link(format!("/sisaan?{SENT}"))))
}

#[derive(Template)]
#[template(path = "accounts/sign_in.html")]
struct SignInPage {
    ui: Ui,
    head: Head,
    /// Whose link it is; `None`: it opens nothing.
    offered: Option<String>,
}

impl SignInPage {
    fn new(ui: Ui, offered: Option<String>) -> Self {
        let head = Head { title: ui.t("sign-in-title").into_owned(), hidden: true, ..Head::default() };
        SignInPage { ui, head, offered }
    }
}

/// What a link leads to: a button, because programs that look into letters open links too.
async fn offer(ui: Ui, State(app): State<App>, Path(secret): Path<String>) -> Result<Response> {
    let account = match Secret::read(&secret) {
        Some(secret) => store::of_link(&mut app.db.read().await?, &secret, ui.now).await?,
        None => None,
    };
    page::show_privately(&SignInPage::new(ui, account.map(|account| account.name)))
}

async fn sign_in(ui: Ui, headers: HeaderMap, State(app): State<App>, Path(link): Path<String>) -> Result<Response> {
    let session = Secret::new().map_err(Error::internal)?;
    let agent = headers.get(header::USER_AGENT).and_then(|agent| agent.to_str().ok()).unwrap_or_default();
    let Some(link) = Secret::read(&link) else {
        return page::answer(&SignInPage::new(ui, None), StatusCode::FORBIDDEN, "no-store");
    };
    let mut tx = app.db.write().await?;
    // Who signs in anew leaves the session before.
    if let Some(before) = page::ui::cookie_of(&headers, &cookie_name(&ui.origin)).and_then(|one| Secret::read(&one)) {
        store::sign_out(&mut tx, &before).await?;
    }
    let Some(account) = store::sign_in(&mut tx, &link, &session, &device(agent), ui.now).await? else {
        return page::answer(&SignInPage::new(ui, None), StatusCode::FORBIDDEN, "no-store");
    };
    audit::record(&mut tx, &account.id, "signed.in", &account.id, ui.now).await?;
    let standings = store::standings(&mut tx, &[&account.id]).await?.remove(&account.id).unwrap_or_default();
    tx.commit().await?;
    let actor = Actor { id: account.id, name: account.name, standings };
    let landing = if actor.passes(Who::Coordinator) { "/yllapito" } else { "/oma" };
    let mut response = form::see_other(&ui.link(landing));
    let cookie = cookie(&ui.origin, &session.text(), SESSION_LASTS.num_seconds())?;
    response.headers_mut().insert(header::SET_COOKIE, cookie);
    Ok(response)
}

#[derive(Deserialize)]
struct SignOutForm {
    #[serde(default)]
    everywhere: String,
}

async fn sign_out(
    ui: Ui,
    State(app): State<App>,
    actor: Actor,
    session: Session,
    Form(typed): Form<SignOutForm>,
) -> Result<Response> {
    let mut tx = app.db.write().await?;
    if typed.everywhere.is_empty() {
        store::sign_out(&mut tx, &session.0).await?;
    } else {
        store::sign_out_everywhere(&mut tx, &actor.id).await?;
    }
    audit::record(&mut tx, &actor.id, "signed.out", &actor.id, ui.now).await?;
    tx.commit().await?;
    let mut response = form::see_other(&ui.link("/"));
    response.headers_mut().insert(header::SET_COOKIE, cookie(&ui.origin, "", 0)?);
    Ok(response)
}
