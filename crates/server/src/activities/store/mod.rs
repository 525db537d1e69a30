//! Activities in the database.

mod schedules;

use std::collections::HashMap;

use chrono::{DateTime, NaiveDate, Utc};
use db::{Result, Sql, Tx, sql};

use super::model::{Activity, ActivityPlace, ActivityText, LinkMeaning, Listed, Price};

use crate::i18n::Language;
use crate::organizations::model::State;
use crate::vocabulary::{packed, unpacked};
use crate::{events, organizations, places, text};

#[derive(sqlx::FromRow)]
struct Row {
    id: String,
    slug: String,
    organization_id: String,
    kind: String,
    step: Option<i64>,
    thresholds: String,
    interests: String,
    situations: String,
    target_groups: String,
    languages: String,
    price: String,
    price_min_cents: Option<i64>,
    price_max_cents: Option<i64>,
    age_min: Option<i64>,
    age_max: Option<i64>,
    group_size: Option<i64>,
    hours_min: Option<i64>,
    hours_max: Option<i64>,
    support_form: String,
    phone: String,
    email: String,
    website: String,
    sign_up: String,
    state: String,
    verified_on: Option<String>,
    hsds: Option<String>,
    source_id: Option<String>,
    made_at: DateTime<Utc>,
    changed_at: DateTime<Utc>,
}

impl From<Row> for Activity {
    fn from(row: Row) -> Self {
        Activity {
            id: row.id,
            slug: row.slug,
            organization_id: row.organization_id,
            kind: row.kind,
            step: row.step.and_then(|step| u8::try_from(step).ok()),
            thresholds: unpacked(&row.thresholds),
            interests: unpacked(&row.interests),
            situations: unpacked(&row.situations),
            target_groups: unpacked(&row.target_groups),
            languages: unpacked(&row.languages),
            price: Price::from_code(&row.price, row.price_min_cents.zip(row.price_max_cents)),
            age_min: row.age_min,
            age_max: row.age_max,
            group_size: row.group_size,
            hours: row.hours_min.zip(row.hours_max),
            support_form: row.support_form,
            phone: row.phone,
            email: row.email,
            website: row.website,
            sign_up: row.sign_up,
            state: State::from_code(&row.state),
            verified_on: row.verified_on.and_then(|day| day.parse::<NaiveDate>().ok()),
            hsds: row.hsds,
            source_id: row.source_id,
            made_at: row.made_at,
            changed_at: row.changed_at,
            texts: text::Texts::new(),
            places: Vec::new(),
            schedules: Vec::new(),
        }
    }
}

#[derive(sqlx::FromRow)]
struct TextRow {
    activity_id: String,
    language: String,
    name: String,
    summary: String,
    description: String,
    atmosphere: String,
    how_to_join: String,
    welcome: String,
    price_note: String,
    length: String,
    keywords: String,
}

const SELECT: &str = "SELECT id, slug, organization_id, kind, step, thresholds, interests, situations, target_groups, languages, price, price_min_cents, price_max_cents, age_min, age_max, group_size, hours_min, hours_max, support_form, phone, email, website, sign_up, state, verified_on, hsds, source_id, made_at, changed_at FROM activities";

/// Which activities a list holds, beside those the search index finds.
#[derive(Debug, Clone, Default)]
pub struct ActivityFilter {
    /// Only of this organization.
    pub organization_id: Option<String>,
    /// Only changed at or after this moment.
    pub changed_since: Option<DateTime<Utc>>,
    /// Only described with this term of an imported taxonomy.
    pub term_id: Option<String>,
}

impl ActivityFilter {
    fn over(&self, statement: Sql) -> Sql {
        statement
            .filter("state = ?", Some("published"))
            .filter("organization_id = ?", self.organization_id.as_deref())
            .filter("changed_at >= ?", self.changed_since)
            .filter("id IN (SELECT activity_id FROM attributes WHERE term_id = ?)", self.term_id.as_deref())
    }
}

/// The id of the activity at an address, whatever its state.
pub async fn id_at(tx: &mut Tx, slug: &str) -> Result<Option<String>> {
    let row: Option<(String,)> = tx.optional(sql("SELECT id FROM activities").filter("slug = ?", Some(slug))).await?;
    Ok(row.map(|(id,)| id))
}

/// The activity with an id, whatever its state.
pub async fn find(tx: &mut Tx, id: &str) -> Result<Option<Activity>> {
    let row: Option<Row> = tx.optional(sql(SELECT).filter("id = ?", Some(id))).await?;
    let Some(row) = row else { return Ok(None) };
    Ok(whole(tx, vec![row]).await?.pop())
}

/// The published activities with these ids, in the order of the ids; those that are not published are left out.
pub async fn list(tx: &mut Tx, ids: &[String]) -> Result<Vec<Activity>> {
    let mut rows: Vec<Row> = tx.all(sql(SELECT).filter_in("id", ids)).await?;
    // Not a condition in the SQL: SQLite would walk everything published instead of looking up the ids.
    rows.retain(|row| row.state == State::Published.as_str());
    let mut activities = whole(tx, rows).await?;
    let order: HashMap<&str, usize> = ids.iter().enumerate().map(|(at, id)| (id.as_str(), at)).collect();
    activities.sort_by_key(|activity| order.get(activity.id.as_str()).copied().unwrap_or(usize::MAX));
    Ok(activities)
}

/// Published activities in the order of their names.
pub async fn page(tx: &mut Tx, filter: &ActivityFilter, limit: i64, offset: i64) -> Result<Vec<Activity>> {
    let rows: Vec<Row> = tx
        .all(filter.over(sql(SELECT)).and_then("ORDER BY sort_key, id LIMIT ? OFFSET ?").bind(limit).bind(offset))
        .await?;
    whole(tx, rows).await
}

/// Published activities in the order of their ids, after one: for walking through everything.
pub async fn walk(tx: &mut Tx, after: &str, limit: i64) -> Result<Vec<Activity>> {
    let rows: Vec<Row> = tx
        .all(
            sql(SELECT)
                .filter("state = ?", Some("published"))
                .filter("id > ?", Some(after))
                .and_then("ORDER BY id LIMIT ?")
                .bind(limit),
        )
        .await?;
    whole(tx, rows).await
}

/// The ids of everything published, each with its first public place (latitude and longitude), in the order of the ids.
pub async fn ids_with_places(tx: &mut Tx) -> Result<Vec<(String, Option<(f64, f64)>)>> {
    let rows: Vec<(String, Option<f64>, Option<f64>)> = tx
        .all(
            sql("SELECT activities.id, places.latitude, places.longitude FROM activities LEFT JOIN activity_places ON activity_places.activity_id = activities.id AND activity_places.position = 0 LEFT JOIN places ON places.id = activity_places.place_id AND places.confidentiality = 'public'")
                .filter("state = ?", Some("published"))
                .and_then("ORDER BY activities.id"),
        )
        .await?;
    let mut placed: Vec<(String, Option<(f64, f64)>)> =
        rows.into_iter().map(|(id, latitude, longitude)| (id, latitude.zip(longitude))).collect();
    placed.dedup_by(|(one, _), (other, _)| one == other);
    Ok(placed)
}

/// How many activities a filter lets through.
pub async fn count(tx: &mut Tx, filter: &ActivityFilter) -> Result<i64> {
    let (count,): (i64,) = tx.one(filter.over(sql("SELECT count(*) FROM activities"))).await?;
    Ok(count)
}

/// The ids of everything an organization has published.
pub async fn ids_of(tx: &mut Tx, organization_id: &str) -> Result<Vec<String>> {
    let rows: Vec<(String,)> = tx
        .all(
            sql("SELECT id FROM activities")
                .filter("organization_id = ?", Some(organization_id))
                .filter("state = ?", Some("published")),
        )
        .await?;
    Ok(rows.into_iter().map(|(id,)| id).collect())
}

/// Addresses and times of change of everything published: for the site map.
pub async fn addresses(tx: &mut Tx) -> Result<Vec<(String, DateTime<Utc>)>> {
    tx.all(
        sql("SELECT slug, changed_at FROM activities").filter("state = ?", Some("published")).and_then("ORDER BY slug"),
    )
    .await
}

/// Whether an address is taken by another record.
pub async fn slug_is_taken(tx: &mut Tx, slug: &str, except: &str) -> Result<bool> {
    let row: Option<(String,)> = tx
        .optional(sql("SELECT id FROM activities").filter("slug = ?", Some(slug)).filter("id <> ?", Some(except)))
        .await?;
    Ok(row.is_some())
}

/// The ids of the activities linked from one, in the order they were chosen.
pub async fn linked(tx: &mut Tx, from_id: &str, meaning: LinkMeaning) -> Result<Vec<String>> {
    let ids: Vec<(String,)> = tx
        .all(
            sql("SELECT to_id FROM activity_links")
                .filter("from_id = ?", Some(from_id))
                .filter("meaning = ?", Some(meaning.as_str()))
                .and_then("ORDER BY position, to_id"),
        )
        .await?;
    Ok(ids.into_iter().map(|(id,)| id).collect())
}

/// The newest published activities by when they were made, newest first: their ids. With `among`, of these only.
pub async fn newest(tx: &mut Tx, among: Option<&[String]>, limit: i64) -> Result<Vec<String>> {
    let statement = match among {
        Some(ids) => sql("SELECT id, state FROM activities").filter_in("id", ids),
        None => sql("SELECT id, state FROM activities").filter("state = ?", Some(State::Published.as_str())),
    };
    let rows: Vec<(String, String)> =
        tx.all(statement.and_then("ORDER BY made_at DESC, id LIMIT ?").bind(limit)).await?;
    Ok(rows.into_iter().filter(|(_, state)| state == State::Published.as_str()).map(|(id, _)| id).collect())
}

/// The imported taxonomy terms that describe these activities: pairs of activity and term.
pub async fn terms(tx: &mut Tx, activity_ids: &[String]) -> Result<Vec<(String, String)>> {
    tx.all(sql("SELECT activity_id, term_id FROM attributes").filter_in("activity_id", activity_ids)).await
}

/// Sets what is linked from an activity in one meaning.
pub async fn set_links(tx: &mut Tx, from_id: &str, meaning: LinkMeaning, to_ids: &[String]) -> Result<()> {
    tx.execute(
        sql("DELETE FROM activity_links")
            .filter("from_id = ?", Some(from_id))
            .filter("meaning = ?", Some(meaning.as_str())),
    )
    .await?;
    for (position, to_id) in to_ids.iter().enumerate() {
        tx.execute(
            sql("INSERT INTO activity_links (from_id, to_id, meaning, position) VALUES (?, ?, ?, ?) ON CONFLICT (from_id, to_id, meaning) DO NOTHING")
                .bind(from_id)
                .bind(to_id)
                .bind(meaning.as_str())
                .bind(position as i64),
        )
        .await?;
    }
    Ok(())
}

/// Puts the organizations beside their activities. An activity whose organization is missing is left out.
pub async fn with_organizations(tx: &mut Tx, activities: Vec<Activity>) -> Result<Vec<Listed>> {
    let mut ids: Vec<String> = activities.iter().map(|activity| activity.organization_id.clone()).collect();
    ids.sort_unstable();
    ids.dedup();
    let by_id: HashMap<String, _> =
        organizations::store::list(tx, &ids).await?.into_iter().map(|found| (found.id.clone(), found)).collect();
    Ok(activities
        .into_iter()
        .filter_map(|activity| {
            let organization = by_id.get(&activity.organization_id)?.clone();
            Some(Listed { activity, organization })
        })
        .collect())
}

/// Adds the activity or replaces the one with its id, with texts, places and times, and says so in the event log.
/// Its places must have been saved before.
pub async fn save(tx: &mut Tx, activity: &Activity, now: DateTime<Utc>) -> Result<()> {
    let cents = if let Price::Paid(cents) = activity.price { cents } else { None };
    tx.execute(
        sql("INSERT INTO activities (id, slug, organization_id, kind, step, thresholds, interests, situations, target_groups, languages, price, price_min_cents, price_max_cents, age_min, age_max, group_size, hours_min, hours_max, support_form, phone, email, website, sign_up, sort_key, state, verified_on, hsds, source_id, made_at, changed_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET slug = excluded.slug, organization_id = excluded.organization_id, kind = excluded.kind, step = excluded.step, thresholds = excluded.thresholds, interests = excluded.interests, situations = excluded.situations, target_groups = excluded.target_groups, languages = excluded.languages, price = excluded.price, price_min_cents = excluded.price_min_cents, price_max_cents = excluded.price_max_cents, age_min = excluded.age_min, age_max = excluded.age_max, group_size = excluded.group_size, hours_min = excluded.hours_min, hours_max = excluded.hours_max, support_form = excluded.support_form, phone = excluded.phone, email = excluded.email, website = excluded.website, sign_up = excluded.sign_up, sort_key = excluded.sort_key, state = excluded.state, verified_on = excluded.verified_on, hsds = excluded.hsds, source_id = excluded.source_id, changed_at = excluded.changed_at")
            .bind(&activity.id)
            .bind(&activity.slug)
            .bind(&activity.organization_id)
            .bind(&activity.kind)
            .bind(activity.step.map(i64::from))
            .bind(packed(&activity.thresholds))
            .bind(packed(&activity.interests))
            .bind(packed(&activity.situations))
            .bind(packed(&activity.target_groups))
            .bind(packed(&activity.languages))
            .bind(activity.price.code())
            .bind(cents.map(|(from, _)| from))
            .bind(cents.map(|(_, to)| to))
            .bind(activity.age_min)
            .bind(activity.age_max)
            .bind(activity.group_size)
            .bind(activity.hours.map(|(from, _)| from))
            .bind(activity.hours.map(|(_, to)| to))
            .bind(&activity.support_form)
            .bind(&activity.phone)
            .bind(&activity.email)
            .bind(&activity.website)
            .bind(&activity.sign_up)
            .bind(text::sort_key(activity.name(Language::Finnish).text))
            .bind(activity.state.as_str())
            .bind(activity.verified_on.map(|day| day.to_string()))
            .bind(activity.hsds.clone())
            .bind(activity.source_id.clone())
            .bind(activity.made_at)
            .bind(now),
    )
    .await?;
    save_texts(tx, activity).await?;
    save_places(tx, activity).await?;
    schedules::save(tx, &activity.id, &activity.schedules).await?;
    events::record(tx, "activity.changed", &activity.id, now).await?;
    Ok(())
}

/// All activities of an organization, whatever their state but gone, in the order of their names.
pub async fn all_of(tx: &mut Tx, organization_id: &str, limit: i64) -> Result<Vec<Activity>> {
    let rows: Vec<Row> = tx
        .all(
            sql(SELECT)
                .filter("organization_id = ?", Some(organization_id))
                .filter("state <> ?", Some("gone"))
                .and_then("ORDER BY sort_key, id LIMIT ?")
                .bind(limit),
        )
        .await?;
    whole(tx, rows).await
}

/// Notes the day somebody said that an activity's facts are true, and says so in the event log.
pub async fn set_verified(tx: &mut Tx, id: &str, day: NaiveDate, now: DateTime<Utc>) -> Result<()> {
    tx.execute(
        sql("UPDATE activities SET verified_on = ?, changed_at = ?")
            .bind(day.to_string())
            .bind(now)
            .filter("id = ?", Some(id)),
    )
    .await?;
    events::record(tx, "activity.changed", id, now).await?;
    Ok(())
}

/// Changes whether people see an activity, and says so in the event log.
pub async fn set_state(tx: &mut Tx, id: &str, state: State, now: DateTime<Utc>) -> Result<()> {
    tx.execute(
        sql("UPDATE activities SET state = ?, changed_at = ?")
            .bind(state.as_str())
            .bind(now)
            .filter("id = ?", Some(id)),
    )
    .await?;
    events::record(tx, "activity.changed", id, now).await?;
    Ok(())
}

async fn save_texts(tx: &mut Tx, activity: &Activity) -> Result<()> {
    tx.execute(sql("DELETE FROM activity_texts").filter("activity_id = ?", Some(&activity.id))).await?;
    for (language, said) in &activity.texts {
        tx.execute(
            sql("INSERT INTO activity_texts (activity_id, language, name, summary, description, atmosphere, how_to_join, welcome, price_note, length, keywords) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .bind(&activity.id)
                .bind(language)
                .bind(&said.name)
                .bind(&said.summary)
                .bind(&said.description)
                .bind(&said.atmosphere)
                .bind(&said.how_to_join)
                .bind(&said.welcome)
                .bind(&said.price_note)
                .bind(&said.length)
                .bind(&said.keywords),
        )
        .await?;
    }
    Ok(())
}

async fn save_places(tx: &mut Tx, activity: &Activity) -> Result<()> {
    tx.execute(sql("DELETE FROM activity_places").filter("activity_id = ?", Some(&activity.id))).await?;
    for (position, at) in activity.places.iter().enumerate() {
        tx.execute(
            sql("INSERT INTO activity_places (activity_id, place_id, position, link_id) VALUES (?, ?, ?, ?) ON CONFLICT (activity_id, place_id) DO NOTHING")
                .bind(&activity.id)
                .bind(&at.place.id)
                .bind(position as i64)
                .bind(&at.link_id),
        )
        .await?;
    }
    Ok(())
}

/// Fills texts, places and times into rows.
async fn whole(tx: &mut Tx, rows: Vec<Row>) -> Result<Vec<Activity>> {
    let mut activities: Vec<Activity> = rows.into_iter().map(Activity::from).collect();
    if activities.is_empty() {
        return Ok(activities);
    }
    let ids: Vec<String> = activities.iter().map(|activity| activity.id.clone()).collect();
    let at: HashMap<&str, usize> = ids.iter().enumerate().map(|(at, id)| (id.as_str(), at)).collect();

    let texts: Vec<TextRow> = tx
        .all(
            sql("SELECT activity_id, language, name, summary, description, atmosphere, how_to_join, welcome, price_note, length, keywords FROM activity_texts")
                .filter_in("activity_id", &ids),
        )
        .await?;
    for row in texts {
        if let Some(at) = at.get(row.activity_id.as_str()) {
            activities[*at].texts.insert(
                row.language,
                ActivityText {
                    name: row.name,
                    summary: row.summary,
                    description: row.description,
                    atmosphere: row.atmosphere,
                    how_to_join: row.how_to_join,
                    welcome: row.welcome,
                    price_note: row.price_note,
                    length: row.length,
                    keywords: row.keywords,
                },
            );
        }
    }

    for (activity_id, link_id, place) in places::store::of_activities(tx, &ids).await? {
        if let Some(at) = at.get(activity_id.as_str()) {
            activities[*at].places.push(ActivityPlace { link_id, place });
        }
    }

    for (activity_id, schedule) in schedules::list(tx, &ids).await? {
        if let Some(at) = at.get(activity_id.as_str()) {
            activities[*at].schedules.push(schedule);
        }
    }
    Ok(activities)
}
