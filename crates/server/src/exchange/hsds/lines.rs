//! Long answers, sent while they are being made: one record a line (NDJSON), or any text piece by piece.

use std::future::Future;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use axum::body::{Body, Bytes, HttpBody};
use serde_json::Value;
use tokio::sync::mpsc;

use crate::error::Error;

/// Records that are loaded at a time. Enough that the database is asked seldom, little enough for the memory of many.
pub(crate) const BATCH: usize = 200;

/// A body of pieces that someone else sends; waits for the reader when two pieces lie unread.
struct Pieces(mpsc::Receiver<Result<Bytes, axum::Error>>);

/// What a body gives next. Named through the future that gives it, because its own crate is not among ours.
type Next = <http_body_util::combinators::Frame<'static, Body> as Future>::Output;

impl HttpBody for Pieces {
    type Data = Bytes;
    type Error = axum::Error;

    fn poll_frame(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Next> {
        match ready!(self.0.poll_recv(context)) {
            None => Poll::Ready(None),
            Some(Ok(bytes)) => Pin::new(&mut Body::from(bytes)).poll_frame(context),
            Some(Err(error)) => Poll::Ready(Some(Err(error))),
        }
    }
}

/// A body made of what `next` gives for a position, beginning with 0, until it gives no piece. When it fails half way
/// the connection is broken off, so that nobody takes a half for the whole.
pub(crate) fn body<F, Fut, Piece>(mut next: F) -> Body
where
    F: FnMut(usize) -> Fut + Send + 'static,
    Fut: Future<Output = Result<Option<Piece>, Error>> + Send,
    Piece: Into<Bytes>,
{
    let (sender, receiver) = mpsc::channel(2);
    tokio::spawn(async move {
        for position in 0.. {
            let piece = match next(position).await {
                Ok(Some(piece)) => Ok(piece.into()),
                Ok(None) => break,
                Err(error) => Err(axum::Error::new(Broken(error))),
            };
            let is_last = piece.is_err();
            // Nobody reads any more: nothing more is made.
            if sender.send(piece).await.is_err() || is_last {
                break;
            }
        }
    });
    Body::new(Pieces(receiver))
}

/// Why a body was broken off.
#[derive(Debug, thiserror::Error)]
#[error("the rest could not be read: {0:?}")]
struct Broken(Error);

/// One record a line.
pub(crate) fn written(records: &[Value]) -> String {
    let mut text = String::new();
    for record in records {
        text.push_str(&record.to_string());
        text.push('\n');
    }
    text
}

#[cfg(test)]
mod tests {
    use http_body_util::BodyExt;

    use super::*;

    #[tokio::test]
    async fn pieces_arrive_in_order_and_a_fault_breaks_off() {
        let whole = body(|position| async move { Ok((position < 5).then(|| position.to_string())) });
        assert_eq!(whole.collect().await.expect("a body").to_bytes(), "01234");
        let broken =
            body(|position| async move { if position < 2 { Ok(Some("x".to_owned())) } else { Err(Error::Internal) } });
        assert!(broken.collect().await.is_err());
    }
}
