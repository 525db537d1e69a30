//! Our records as HSDS 3.1 tells them. No database and no HTTP in here.

mod build;
mod location;
mod organization;
mod parts;
mod schedule;
mod service;
mod terms;

use crate::i18n::Language;
use crate::steps::store::Steps;

pub(crate) use build::{Depth, Record};
pub(crate) use location::location;
pub(crate) use organization::organization;
pub(crate) use schedule::schedule;
pub(crate) use service::{Beside, ImportedAttribute, Source, service, service_at_location};
pub(crate) use terms::{ImportedTaxonomy, ImportedTerm};

/// Who a record is told to.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Reader<'a> {
    /// The language of the plain fields; the others stand under `translations`.
    pub(crate) language: Language,
    /// What the region calls the steps.
    pub(crate) steps: &'a Steps,
    /// The address people see; '' when nobody knows, in a file.
    pub(crate) origin: &'a str,
}

#[cfg(test)]
mod tests;
