//! The SQL text and its values, put together piece by piece.

use chrono::{DateTime, SubsecRound, Utc};

use crate::Engine;

/// A value bound to a `?`.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// Text, or none.
    Text(Option<String>),
    /// A whole number, or none.
    Int(Option<i64>),
    /// A truth value, or none.
    Bool(Option<bool>),
    /// A number, or none.
    Real(Option<f64>),
    /// A moment in UTC, kept to the microsecond as PostgreSQL keeps it, or none.
    Time(Option<DateTime<Utc>>),
}

macro_rules! values {
    ($($type:ty => $variant:ident, $make:expr;)*) => {$(
        impl From<$type> for Value {
            fn from(value: $type) -> Self {
                let make: fn($type) -> _ = $make;
                Value::$variant(Some(make(value)))
            }
        }
        impl From<Option<$type>> for Value {
            fn from(value: Option<$type>) -> Self {
                let make: fn($type) -> _ = $make;
                Value::$variant(value.map(make))
            }
        }
    )*};
}

values! {
    &str => Text, str::to_owned;
    String => Text, |text| text;
    &String => Text, String::clone;
    i64 => Int, |number| number;
    i32 => Int, i64::from;
    bool => Bool, |truth| truth;
    f64 => Real, |number| number;
    DateTime<Utc> => Time, |time| time.trunc_subsecs(6);
}

/// A statement under construction. Every fragment is a literal of the program; what people typed is only ever bound.
#[derive(Debug, Clone)]
pub struct Sql {
    text: String,
    values: Vec<Value>,
    filtered: bool,
}

/// Begins a statement.
///
/// ```
/// use db::sql;
/// let wanted: Option<&str> = Some("398");
/// let statement = sql("SELECT id, name FROM activities")
///     .filter("municipality = ?", wanted)
///     .filter_if(true, "free")
///     .and_then("ORDER BY sort_key, id LIMIT ?")
///     .bind(20);
/// assert_eq!(statement.text(), "SELECT id, name FROM activities WHERE municipality = ? AND free ORDER BY sort_key, id LIMIT ?");
/// ```
pub fn sql(text: &'static str) -> Sql {
    Sql { text: text.to_owned(), values: Vec::new(), filtered: false }
}

impl Sql {
    /// Gives the next `?` its value.
    pub fn bind(mut self, value: impl Into<Value>) -> Self {
        self.values.push(value.into());
        self
    }

    /// Adds a condition with one `?` when there is a value for it.
    pub fn filter<V: Into<Value>>(mut self, condition: &'static str, value: Option<V>) -> Self {
        if let Some(value) = value {
            self.push_condition(condition);
            self.values.push(value.into());
        }
        self
    }

    /// Adds a condition without a value when it is wanted.
    pub fn filter_if(mut self, wanted: bool, condition: &'static str) -> Self {
        if wanted {
            self.push_condition(condition);
        }
        self
    }

    /// Adds `column IN (…)`. No values: nothing matches.
    ///
    /// The list is padded to a power of two with its last value, so that an engine's cache of prepared statements
    /// sees a handful of texts and not one for each length.
    pub fn filter_in<V: Into<Value> + Clone>(mut self, column: &'static str, values: &[V]) -> Self {
        let Some(last) = values.last() else {
            self.push_condition("1 = 0");
            return self;
        };
        self.push_condition(column);
        self.text.push_str(" IN (?");
        let padded = values.len().next_power_of_two();
        self.text.push_str(&", ?".repeat(padded - 1));
        self.text.push(')');
        self.values
            .extend(values.iter().chain(std::iter::repeat_n(last, padded - values.len())).cloned().map(Into::into));
        self
    }

    /// Adds a row of values for each of these: `VALUES (?, ?), (?, ?)`, as many `?` as are bound.
    pub(crate) fn rows<T>(mut self, rows: &[T], bind: impl Fn(Sql, &T) -> Sql) -> Self {
        self.text.push_str(" VALUES");
        for (at, row) in rows.iter().enumerate() {
            let before = self.values.len();
            self = bind(self, row);
            self.text.push_str(if at == 0 { " (?" } else { ", (?" });
            self.text.push_str(&", ?".repeat(self.values.len().saturating_sub(before + 1)));
            self.text.push(')');
        }
        self
    }

    /// Continues the text.
    pub fn and_then(mut self, text: &'static str) -> Self {
        self.text.push(' ');
        self.text.push_str(text);
        self
    }

    /// The text so far, with `?` placeholders.
    pub fn text(&self) -> &str {
        &self.text
    }

    fn push_condition(&mut self, condition: &'static str) {
        self.text.push_str(if self.filtered { " AND " } else { " WHERE " });
        self.text.push_str(condition);
        self.filtered = true;
    }

    pub(crate) fn into_parts(self, engine: Engine) -> (String, Vec<Value>) {
        debug_assert_eq!(self.text.matches('?').count(), self.values.len(), "placeholders and values: {}", self.text);
        let text = match engine {
            Engine::Sqlite => self.text,
            Engine::Postgres => numbered(&self.text),
        };
        (text, self.values)
    }
}

/// `?` as `$1`, `$2` …
fn numbered(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 16);
    let mut number = 0;
    for character in text.chars() {
        if character == '?' {
            number += 1;
            out.push('$');
            out.push_str(&number.to_string());
        } else {
            out.push(character);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_are_padded_so_that_few_texts_exist() {
        let (text, values) = sql("SELECT a FROM b").filter_in("id", &["x", "y", "z"]).into_parts(Engine::Postgres);
        assert_eq!(text, "SELECT a FROM b WHERE id IN ($1, $2, $3, $4)");
        assert_eq!(values[3], Value::from("z"));
    }

    #[test]
    fn rows_have_a_place_for_each_value() {
        let (text, values) = sql("INSERT INTO a (b, c)")
            .rows(&[("x", 1), ("y", 2)], |statement, (b, c)| statement.bind(*b).bind(*c))
            .and_then("ON CONFLICT DO NOTHING")
            .into_parts(Engine::Sqlite);
        assert_eq!(text, "INSERT INTO a (b, c) VALUES (?, ?), (?, ?) ON CONFLICT DO NOTHING");
        assert_eq!(values.len(), 4);
    }

    #[test]
    fn an_empty_list_matches_nothing() {
        let (text, _) = sql("SELECT a FROM b").filter_in::<&str>("id", &[]).into_parts(Engine::Sqlite);
        assert_eq!(text, "SELECT a FROM b WHERE 1 = 0");
    }

    #[test]
    fn filters_without_a_value_leave_no_trace() {
        let (text, values) =
            sql("SELECT a FROM b").filter("c = ?", None::<&str>).filter_if(false, "d").into_parts(Engine::Sqlite);
        assert_eq!((text.as_str(), values.len()), ("SELECT a FROM b", 0));
    }
}
