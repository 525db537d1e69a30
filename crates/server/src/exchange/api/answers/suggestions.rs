//! `/api/v1/suggestions`: how what is being typed could go on.

use axum::response::Response;
use serde_json::{Value, json};

use super::reader;
use crate::exchange::api::endpoints;
use crate::exchange::open::Asked;
use crate::exchange::open::problem::Result;
use crate::finding::suggestions::{self, Way};

/// The suggestions; none when nothing was typed.
pub(in crate::exchange::api) async fn list(asked: Asked) -> Result<Response> {
    let given = asked.given(&endpoints::OF_SUGGESTIONS)?;
    let reader = reader(&asked, &given)?;
    let (typed, limit) = (given.words("q")?.unwrap_or_default(), given.size("limit")?);
    let language = given.language("language")?.unwrap_or_default();
    let (tx, stamp) = asked.begin().await?;
    drop(tx);
    let made = async {
        let ways = suggestions::ways(&asked.app, typed, language, limit).await?;
        let told = |way: &Way| match &way.listed {
            None => json!({"text": way.text, "kind": "words"}),
            Some(listed) => json!({
                "text": way.text,
                "kind": "activity",
                "activity": listed.activity.id,
                "page": reader.page(&listed.activity.address()),
            }),
        };
        let data: Vec<Value> = ways.iter().map(told).collect();
        Ok(json!({"data": data}))
    };
    asked.unless_known(asked.tag_of_now(stamp), stamp, made).await
}
