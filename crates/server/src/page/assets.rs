//! The style sheet, the script and the icons: inside the binary, each under an address that changes with its content.

use std::collections::BTreeMap;

use axum::extract::Path;
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};
use rust_embed::RustEmbed;
use sha2::{Digest, Sha256};

use crate::error::{Error, Result};

#[derive(RustEmbed)]
#[folder = "$CARGO_MANIFEST_DIR/src/page/assets"]
struct Files;

/// The addresses of the assets, made once.
#[derive(Debug, Clone, Default)]
pub struct Assets(BTreeMap<String, String>);

impl Assets {
    /// Hashes every file.
    pub fn load() -> Self {
        Assets(
            Files::iter()
                .filter_map(|name| {
                    let file = Files::get(&name)?;
                    let hash: String =
                        Sha256::digest(&file.data).iter().take(5).map(|byte| format!("{byte:02x}")).collect();
                    Some((name.to_string(), format!("/assets/{hash}/{name}")))
                })
                .collect(),
        )
    }

    /// Where a file is.
    pub fn address(&self, name: &str) -> String {
        self.0.get(name).cloned().unwrap_or_else(|| format!("/assets/0/{name}"))
    }

    /// Every address, for the offline page.
    pub fn all(&self) -> impl Iterator<Item = &str> {
        self.0.values().map(String::as_str)
    }
}

/// Serves a file; it may be kept for ever, because another content has another address.
pub async fn serve(Path((_, name)): Path<(String, String)>) -> Result<Response> {
    file(&name, "public, max-age=31536000, immutable")
}

/// A file of the assets with its type.
pub fn file(name: &str, cache: &'static str) -> Result<Response> {
    let file = Files::get(name).ok_or(Error::NotFound)?;
    let kind = match name.rsplit('.').next() {
        Some("css") => "text/css; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("ico") => "image/x-icon",
        _ => "application/octet-stream",
    };
    let mut response = file.data.into_owned().into_response();
    response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static(kind));
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static(cache));
    Ok(response)
}
