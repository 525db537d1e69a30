//! Every day: who is asked, and what rests.

use std::collections::HashMap;

use chrono::{DateTime, TimeDelta, Utc};
use db::Tx;

use super::model::{self, Due};
use super::store::{self, Candidate};
use crate::activities::model::FRESH_DAYS;
use crate::app::App;
use crate::i18n::Language;
use crate::letters::model::{Kind, Letter};
use crate::{accounts, activities, clock, events, letters, organizations};

/// Activities that are looked at in one transaction.
const AT_ONCE: i64 = 200;
/// So many activities of one organization are asked about on a day: a long list of letters is answered by nobody.
const A_DAY_EACH: usize = 3;
/// So many are asked about on a day in all: a tray that comes in whole does not go out as a thousand letters.
const A_DAY: usize = 500;

/// Writes the letters that are due and lets rest what is to rest.
pub async fn perform(app: &App) -> Result<(), db::Error> {
    let now = app.now();
    let today = clock::today(now);
    let before = today - TimeDelta::days(FRESH_DAYS) + model::REMIND_AFTER + TimeDelta::days(1);
    let mut after = String::new();
    let mut asked: HashMap<String, usize> = HashMap::new();
    let mut in_all = 0;
    loop {
        let mut tx = app.db.write().await?;
        let candidates = store::candidates(&mut tx, before, &after, AT_ONCE).await?;
        let Some(last) = candidates.last() else { break };
        after.clone_from(&last.activity_id);
        for candidate in &candidates {
            match model::due(&candidate.asked, now, today) {
                Due::Nothing => {}
                Due::Rest => store::rest(&mut tx, &candidate.activity_id, now).await?,
                Due::Letter => {
                    let own = asked.entry(candidate.organization_id.clone()).or_default();
                    // The others tomorrow.
                    if *own < A_DAY_EACH && in_all < A_DAY {
                        *own += 1;
                        in_all += 1;
                        write(&mut tx, candidate, now).await?;
                    }
                }
            }
        }
        let number = events::newest(&mut tx).await?;
        tx.commit().await?;
        app.wrote(number).await;
        app.works.notify_one();
    }
    Ok(())
}

/// A letter to those who keep the organization's pages, else to the shared box of the activity or the organization. Where
/// there is none, nobody can answer: the round counts all the same, and at last the coordinator sees it among those that
/// rest.
async fn write(tx: &mut Tx, candidate: &Candidate, now: DateTime<Utc>) -> Result<(), db::Error> {
    let Some(activity) = activities::store::find(tx, &candidate.activity_id).await? else { return Ok(()) };
    let mut readers: Vec<(String, Language)> = accounts::store::of_organization(tx, &candidate.organization_id)
        .await?
        .into_iter()
        .filter_map(|account| Some((account.email?, Language::named(&account.language).unwrap_or_default())))
        .collect();
    if readers.is_empty() {
        let organization = organizations::store::find(tx, &candidate.organization_id).await?;
        let shared = [activity.email.clone(), organization.map(|one| one.email).unwrap_or_default()];
        readers.extend(shared.into_iter().find(|email| !email.is_empty()).map(|email| (email, Language::Finnish)));
    }
    for (recipient, language) in readers {
        let letter = Letter {
            kind: Kind::Confirm,
            recipient,
            language,
            subject_id: activity.id.clone(),
            note: activity.name(language).text.to_owned(),
        };
        letters::post(tx, &letter, now).await?;
    }
    store::asked(tx, &activity.id, now).await
}
