//! placeholder
use super::record::Reading;
use super::request::ImportRequest;
pub(super) fn read(_request: &ImportRequest, _source_id: &str, _take: &mut dyn FnMut(Reading) -> bool) {}
