//! How others' servers are treated: one request at a time for each host, a pause after it, and waiting when told to.

use std::collections::HashMap;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use chrono::{DateTime, Utc};
use hyper::HeaderMap;
use hyper::header::{self, AsHeaderName};
use tokio::sync::{Mutex as Queue, OwnedMutexGuard};
use tokio::time::{Instant, sleep_until};

/// Hosts that are remembered.
const MOST_HOSTS: usize = 1_000;

/// When a host was last left alone.
type Since = Option<Instant>;

/// Who is asked at present.
#[derive(Default)]
pub(super) struct Manners(Mutex<HashMap<String, Arc<Queue<Since>>>>);

/// Leave to ask a host; nobody else asks it meanwhile.
pub(super) struct Turn(OwnedMutexGuard<Since>);

impl Drop for Turn {
    fn drop(&mut self) {
        *self.0 = Some(Instant::now());
    }
}

impl Manners {
    /// Waits for leave to ask a host.
    pub(super) async fn turn(&self, host: &str, pause: Duration) -> Turn {
        let turn = self.queue(host).lock_owned().await;
        if let Some(since) = *turn {
            sleep_until(since + pause).await;
        }
        Turn(turn)
    }

    fn queue(&self, host: &str) -> Arc<Queue<Since>> {
        let mut hosts = self.0.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        if hosts.len() >= MOST_HOSTS {
            // Those nobody waits for; at worst one is asked again without a pause.
            hosts.retain(|_, queue| Arc::strong_count(queue) > 1);
        }
        hosts.entry(host.to_owned()).or_default().clone()
    }
}

/// How long a server asks us to wait (RFC 9110, Retry-After): seconds, or a moment by its own clock.
pub(super) fn asked_to_wait(headers: &HeaderMap) -> Option<Duration> {
    let told = text(headers, header::RETRY_AFTER)?;
    if let Ok(seconds) = told.parse() {
        return Some(Duration::from_secs(seconds));
    }
    let moment = |text: &str| DateTime::parse_from_rfc2822(text).ok().map(|at| at.with_timezone(&Utc));
    let until = moment(told)?;
    let its_now = moment(text(headers, header::DATE)?)?;
    Some((until - its_now).to_std().unwrap_or_default())
}

/// A header as text.
pub(super) fn text(headers: &HeaderMap, name: impl AsHeaderName) -> Option<&str> {
    headers.get(name).and_then(|value| value.to_str().ok()).map(str::trim).filter(|text| !text.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn headers(pairs: &[(&'static str, &'static str)]) -> HeaderMap {
        pairs
            .iter()
            .map(|(name, value)| (header::HeaderName::from_static(name), header::HeaderValue::from_static(value)))
            .collect()
    }

    #[test]
    fn a_server_tells_seconds_or_a_moment_of_its_own_clock() {
        assert_eq!(asked_to_wait(&headers(&[("retry-after", "7")])), Some(Duration::from_secs(7)));
        let moment = ("retry-after", "Wed, 21 Oct 2015 07:28:30 GMT");
        let date = ("date", "Wed, 21 Oct 2015 07:28:00 GMT");
        assert_eq!(asked_to_wait(&headers(&[moment, date])), Some(Duration::from_secs(30)));
        assert_eq!(asked_to_wait(&headers(&[moment])), None, "nobody's clock");
        assert_eq!(asked_to_wait(&headers(&[("retry-after", "soon")])), None);
        assert_eq!(asked_to_wait(&headers(&[])), None);
    }

    #[tokio::test(start_paused = true)]
    async fn a_host_is_asked_once_at_a_time_and_then_left_alone_for_a_while() {
        let manners = Manners::default();
        let began = Instant::now();
        let pause = Duration::from_secs(1);
        let first = manners.turn("a.example", pause).await;
        let second = manners.turn("a.example", pause);
        tokio::pin!(second);
        assert!(tokio::time::timeout(Duration::from_secs(5), &mut second).await.is_err(), "the first is not done");
        drop(manners.turn("b.example", pause).await);
        assert_eq!(began.elapsed(), Duration::from_secs(5), "another host is free");
        drop(first);
        drop(second.await);
        assert_eq!(began.elapsed(), Duration::from_secs(6));
    }
}
