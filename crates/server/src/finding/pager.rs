//! Earlier and later pages of a list.

use fluent_bundle::FluentValue;

use super::query::{PAGE, SearchForm};
use crate::page::Ui;

/// Where in a list the reader is.
#[derive(Debug, Clone)]
pub struct Pager {
    form: SearchForm,
    path: &'static str,
    /// The page shown, from 1.
    pub page: usize,
    /// The last page.
    pub last: usize,
}

impl Pager {
    /// The pager of a search that found this many.
    pub fn new(form: &SearchForm, total: usize, path: &'static str) -> Self {
        Pager { page: form.page, last: total.div_ceil(PAGE).max(1), form: form.clone(), path }
    }

    /// The address of the page before.
    pub fn earlier(&self) -> Option<String> {
        (self.page > 1).then(|| self.to(self.page - 1))
    }

    /// The address of the page after.
    pub fn later(&self) -> Option<String> {
        (self.page < self.last).then(|| self.to(self.page + 1))
    }

    fn to(&self, page: usize) -> String {
        SearchForm { page: page.min(self.last), ..self.form.clone() }.address(self.path)
    }

    /// "Sivu 2 / 7"
    pub fn here(&self, ui: &Ui) -> String {
        ui.language.with(
            "pager-here",
            &[("page", FluentValue::from(self.page.to_string())), ("last", FluentValue::from(self.last.to_string()))],
        )
    }
}
