//! Counts for the keeper's monitoring, in Prometheus' text format. Never words, names or addresses of people.

use std::sync::LazyLock;

use metrics_exporter_prometheus::{Matcher, PrometheusBuilder, PrometheusHandle};

static RECORDER: LazyLock<Option<PrometheusHandle>> = LazyLock::new(|| {
    PrometheusBuilder::new()
        .set_buckets_for_metric(
            Matcher::Full("http_request_seconds".to_owned()),
            &[0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 0.5, 1.0, 5.0],
        )
        .ok()?
        .install_recorder()
        .ok()
});

/// The recorder's handle; `None` when another recorder was installed before.
pub fn handle() -> Option<PrometheusHandle> {
    RECORDER.clone()
}
