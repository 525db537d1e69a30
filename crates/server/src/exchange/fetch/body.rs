//! A body on its way into a file: unpacked, counted and timed.

use std::io::{self, Write};
use std::path::Path;

use flate2::write::MultiGzDecoder;
use http_body_util::BodyExt;
use hyper::body::Incoming;
use tokio::fs::File;
use tokio::io::AsyncWriteExt;
use tokio::time::{Instant, timeout_at};

use super::Limits;
use super::error::FetchError;

/// Bytes unpacked at a time; each becomes a thousand at most, so this bounds what is in memory.
const PIECE: usize = 8 * 1024;
/// Below this many unpacked bytes nobody asks how well they were packed.
const SMALL: u64 = 8_000_000;
/// How many bytes one byte may become. Lists of records become ten to forty.
const MOST_TIMES: u64 = 150;

/// What was received.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Received {
    /// On the way.
    pub(super) bytes: u64,
    /// In the file.
    pub(super) unpacked: u64,
}

/// Writes a body into a new file.
pub(super) async fn save(
    mut body: Incoming,
    packed: bool,
    path: &Path,
    host: &str,
    limits: &Limits,
    until: Instant,
) -> Result<Received, FetchError> {
    let mut file = File::create(path).await?;
    let mut unpacking = packed.then(|| MultiGzDecoder::new(Vec::new()));
    let mut received = Received::default();
    loop {
        let wait = until.min(Instant::now() + limits.between_bytes);
        let frame = timeout_at(wait, body.frame()).await.map_err(|_| FetchError::Slow(host.to_owned()))?;
        let Some(frame) = frame else { break };
        let Ok(data) = frame.map_err(|_| FetchError::Broken(host.to_owned()))?.into_data() else { continue };
        received.bytes += data.len() as u64;
        if received.bytes > limits.bytes {
            return Err(FetchError::TooLarge(limits.bytes));
        }
        let Some(unpacking) = &mut unpacking else {
            received.unpacked = received.bytes;
            file.write_all(&data).await?;
            continue;
        };
        for piece in data.chunks(PIECE) {
            unpacking.write_all(piece).map_err(|_| FetchError::Broken(host.to_owned()))?;
            take(unpacking, &mut file, &mut received, limits).await?;
        }
    }
    if let Some(mut unpacking) = unpacking {
        // What ends before its check sum was cut off.
        unpacking.try_finish().map_err(|_: io::Error| FetchError::Broken(host.to_owned()))?;
        take(&mut unpacking, &mut file, &mut received, limits).await?;
    }
    file.flush().await?;
    Ok(received)
}

/// Moves what was unpacked into the file, unless it is too much.
async fn take(
    unpacking: &mut MultiGzDecoder<Vec<u8>>,
    file: &mut File,
    received: &mut Received,
    limits: &Limits,
) -> Result<(), FetchError> {
    let unpacked = std::mem::take(unpacking.get_mut());
    received.unpacked += unpacked.len() as u64;
    if received.unpacked > SMALL && received.unpacked / received.bytes.max(1) > MOST_TIMES {
        return Err(FetchError::Bomb);
    }
    if received.unpacked > limits.bytes {
        return Err(FetchError::TooLarge(limits.bytes));
    }
    file.write_all(&unpacked).await?;
    Ok(())
}
