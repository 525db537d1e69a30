//! The language in the address: `/sv/haku` is the page `/haku` in Swedish.

use axum::extract::Request;
use axum::http::Uri;
use axum::http::uri::PathAndQuery;

use crate::i18n::Language;

/// The reader's language, put beside the request before the router sees it.
#[derive(Debug, Clone, Copy, Default)]
pub struct Chosen(pub Language);

/// Takes the language off the address.
pub fn take(mut request: Request) -> Request {
    let path = request.uri().path();
    let chosen = Language::ALL.into_iter().find(|language| {
        let prefix = language.prefix();
        !prefix.is_empty() && path.strip_prefix(prefix).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    });
    if let Some(language) = chosen {
        let rest = &path[language.prefix().len()..];
        let rest = if rest.is_empty() { "/" } else { rest };
        let target = match request.uri().query() {
            Some(query) => format!("{rest}?{query}"),
            None => rest.to_owned(),
        };
        if let Ok(target) = target.parse::<PathAndQuery>() {
            let mut parts = request.uri().clone().into_parts();
            parts.path_and_query = Some(target);
            if let Ok(uri) = Uri::from_parts(parts) {
                *request.uri_mut() = uri;
            }
        }
    }
    request.extensions_mut().insert(Chosen(chosen.unwrap_or_default()));
    request
}
