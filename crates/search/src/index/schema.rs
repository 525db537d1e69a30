//! How documents lie in the engine: which fields there are, and how words get in with their impact.

use crate::analysis::Level;
use crate::{Error, Result, Settings};
use tantivy::schema::{
    BytesOptions, Field, IndexRecordOption, NumericOptions, STORED, STRING, TextFieldIndexing, TextOptions,
};
use tantivy::tokenizer::{Token, TokenStream, Tokenizer};

/// Changes when the fields below do: it is part of the index's identity.
pub(crate) const VERSION: u32 = 1;

/// The fields of the index.
#[derive(Debug, Clone)]
pub(crate) struct Schema {
    pub(crate) engine: tantivy::schema::Schema,
    pub(crate) id: Field,
    pub(crate) titles: Field,
    pub(crate) point: Field,
    pub(crate) end: Field,
    pub(crate) checked: Field,
    pub(crate) provider: Field,
    pub(crate) sort_key: Field,
    pub(crate) tie: Field,
    levels: [Field; Level::ALL.len()],
    pub(crate) facets: Vec<Field>,
    facet_columns: Vec<String>,
}

impl Schema {
    pub(crate) const ID: &'static str = "id";
    pub(crate) const POINT: &'static str = "point";
    pub(crate) const END: &'static str = "end";
    pub(crate) const CHECKED: &'static str = "checked";
    pub(crate) const PROVIDER: &'static str = "provider";
    pub(crate) const SORT_KEY: &'static str = "sort_key";
    pub(crate) const TIE: &'static str = "tie";

    pub(crate) fn new(settings: &Settings) -> Result<Schema> {
        if settings.dimensions.len() > 32 {
            return Err(Error::Settings("a search index has at most 32 facet dimensions".into()));
        }
        let mut builder = tantivy::schema::Schema::builder();
        let words = TextOptions::default().set_indexing_options(
            TextFieldIndexing::default()
                .set_tokenizer(IMPACTS)
                // The impact says what lengths of fields would.
                .set_fieldnorms(false)
                .set_index_option(IndexRecordOption::WithFreqs),
        );
        let value = TextOptions::default().set_fast("raw");
        let number = NumericOptions::default().set_fast();
        let facet_columns: Vec<String> =
            settings.dimensions.iter().map(|dimension| format!("facet_{dimension}")).collect();
        Ok(Schema {
            id: builder.add_text_field(Self::ID, STRING | TextOptions::default().set_fast("raw")),
            titles: builder.add_text_field("titles", STORED),
            point: builder.add_u64_field(Self::POINT, number.clone()),
            end: builder.add_i64_field(Self::END, number.clone()),
            checked: builder.add_i64_field(Self::CHECKED, number.clone()),
            provider: builder.add_u64_field(Self::PROVIDER, number.clone()),
            sort_key: builder.add_bytes_field(Self::SORT_KEY, BytesOptions::default().set_fast()),
            tie: builder.add_u64_field(Self::TIE, number),
            levels: Level::ALL.map(|level| builder.add_text_field(&format!("{level:?}").to_lowercase(), words.clone())),
            facets: facet_columns.iter().map(|name| builder.add_text_field(name, value.clone())).collect(),
            facet_columns,
            engine: builder.build(),
        })
    }

    pub(crate) fn level(&self, level: Level) -> Field {
        self.levels[level as usize]
    }

    /// Names of the facet columns in the order of the dimensions.
    pub(crate) fn facet_columns(&self) -> impl Iterator<Item = &str> {
        self.facet_columns.iter().map(String::as_str)
    }
}

/// The name of the tokenizer of words with impacts.
pub(crate) const IMPACTS: &str = "impacts";

/// Reads the lines of [`crate::analysis::Entry::lines`] and gives each word as often as its impact is high.
#[derive(Debug, Clone, Default)]
pub(crate) struct Impacts {
    token: Token,
}

pub(crate) struct ImpactsStream<'a> {
    rest: &'a str,
    left: u8,
    token: &'a mut Token,
}

impl Tokenizer for Impacts {
    type TokenStream<'a> = ImpactsStream<'a>;

    fn token_stream<'a>(&'a mut self, text: &'a str) -> ImpactsStream<'a> {
        self.token = Token { position: 0, ..Token::default() };
        ImpactsStream { rest: text, left: 0, token: &mut self.token }
    }
}

impl TokenStream for ImpactsStream<'_> {
    fn advance(&mut self) -> bool {
        if self.left == 0 {
            let Some((line, rest)) = self.rest.split_once('\n') else { return false };
            let Some(impact) = line.as_bytes().first() else { return false };
            self.rest = rest;
            self.left = impact.saturating_sub(b'a') + 1;
            self.token.text.clear();
            self.token.text.push_str(&line[1..]);
        }
        self.left -= 1;
        true
    }

    fn token(&self) -> &Token {
        self.token
    }

    fn token_mut(&mut self) -> &mut Token {
        self.token
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_comes_as_often_as_its_impact_says() {
        let mut tokenizer = Impacts::default();
        let mut stream = tokenizer.token_stream("cchoir\nakahvila\n");
        let mut words = Vec::new();
        while stream.advance() {
            words.push(stream.token().text.clone());
        }
        assert_eq!(words, ["choir", "choir", "choir", "kahvila"]);
    }
}
