//! `/datapackage.zip`: everything public as tables, made beforehand.

use axum::body::Bytes;
use axum::http::{HeaderValue, header};
use axum::response::Response;
use tokio::io::AsyncReadExt;

use super::Asked;
use crate::error::Error;
use crate::exchange::hsds::answer::{self, Tag};
use crate::exchange::hsds::lines;
use crate::exchange::hsds::package::kept;
use crate::exchange::hsds::problem::{Problem, Result};

/// Bytes that are sent at a time.
const PIECE: usize = 128 * 1024;

/// The newest package; before there is one, when to ask again.
pub(super) async fn package(asked: Asked) -> Result<Response> {
    let not_yet = || Problem::NotYet { seconds: kept::ASK_AGAIN.num_seconds() };
    let newest = kept::newest(&asked.app).ok_or_else(not_yet)?;
    let tag = Tag::of(&[
        asked.ui.region.instance.as_bytes(),
        &newest.event.to_le_bytes(),
        &newest.made_at.timestamp().to_le_bytes(),
    ]);
    if tag.is_known(&asked.headers) {
        return Ok(answer::unchanged(&tag, Some(newest.made_at)));
    }
    // A newer one may have taken its place just now.
    let file = tokio::fs::File::open(&newest.path).await.map_err(|_| not_yet())?;
    let length = file.metadata().await.map_err(|_| not_yet())?.len();
    let file = std::sync::Arc::new(tokio::sync::Mutex::new(file));
    let body = lines::body(move |_| {
        let file = file.clone();
        async move {
            let mut piece = Vec::with_capacity(PIECE);
            let mut file = file.lock().await;
            match (&mut *file).take(PIECE as u64).read_to_end(&mut piece).await {
                Ok(0) => Ok(None),
                Ok(_) => Ok(Some(Bytes::from(piece))),
                Err(_) => Err(Error::Internal),
            }
        }
    });
    let mut response = Response::new(body);
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/zip"));
    headers.insert(header::CONTENT_LENGTH, HeaderValue::from(length));
    let name = format!("attachment; filename=\"hsds-{}.zip\"", newest.made_at.format("%Y-%m-%d"));
    if let Ok(name) = HeaderValue::from_str(&name) {
        headers.insert(header::CONTENT_DISPOSITION, name);
    }
    Ok(answer::kept(response, &tag, Some(newest.made_at)))
}
