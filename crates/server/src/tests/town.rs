//! A town for stories: a database of its own on each engine, a clock that stands still, people who look at pages.

use axum::body::Body;
use axum::http::{Method, Request, StatusCode, header};
use chrono::{DateTime, NaiveDate, Utc};
use db::Address;
use http_body_util::BodyExt;
use tempfile::TempDir;

use crate::accounts::model::Role;
use crate::activities::model::{Activity, ActivityPlace, ActivityText, Price};
use crate::app::{App, Opening};
use crate::clock::Clock;
use crate::finding::follower;
use crate::i18n::Language;
use crate::organizations::model::{Organization, OrganizationText};
use crate::places::model::{Confidentiality, Place};
use crate::{accounts, activities, events, jobs, organizations, places, region, router, text, times};

/// Tuesday 24 November 2026, ten in the morning in Finland.
pub(crate) const NOW: &str = "2026-11-24T08:00:00Z";

/// A town with its own database and index.
pub(crate) struct Town {
    pub(crate) app: App,
    pub(crate) folder: TempDir,
    following: tokio::task::JoinHandle<()>,
}

impl Drop for Town {
    fn drop(&mut self) {
        self.following.abort();
    }
}

impl Town {
    /// One town on SQLite, and one on PostgreSQL when a server for tests is named.
    pub(crate) async fn on_every_engine() -> Vec<Town> {
        let mut towns = vec![Town::founded(None).await];
        if let Some(address) = db::testing::fresh_postgres().await.expect("the server for tests answers") {
            towns.push(Town::founded(Some(address)).await);
        }
        towns
    }

    async fn founded(address: Option<Address>) -> Town {
        let folder = TempDir::new().expect("a folder");
        let opening = Opening {
            address: address.unwrap_or_else(|| Address::in_folder(folder.path())),
            folder: folder.path().to_owned(),
            dictionary: voikko::Dictionary::find(None),
            clock: Clock::standing_at(NOW.parse().expect("a time")),
            public_url: Some("https://tarjotin.example".to_owned()),
            open_hosts: Vec::new(),
            post: None,
            behind_proxy: false,
        };
        let app = App::open(opening).await.expect("the town opens");
        let following = tokio::spawn(follower::run(app.clone()));
        Town { app, folder, following }
    }

    /// Whether the dictionary of Finnish is there; stories that need it say so when they skip.
    pub(crate) fn knows_finnish(&self) -> bool {
        let knows = self.app.index.analyser().has_dictionary();
        if !knows {
            eprintln!("skipped: Voikko's dictionary is not installed");
        }
        knows
    }

    /// Puts an organization on the tray.
    pub(crate) async fn has_organization(&self, organization: Organization) -> Organization {
        let mut tx = self.app.db.write().await.expect("a transaction");
        organizations::store::save(&mut tx, &organization, self.app.now()).await.expect("saved");
        tx.commit().await.expect("committed");
        organization
    }

    /// Puts an activity on the tray and waits until it can be found. Its organization is made when it is not there.
    pub(crate) async fn has(&self, activity: Activity) -> Activity {
        let now = self.app.now();
        let mut tx = self.app.db.write().await.expect("a transaction");
        if organizations::store::find(&mut tx, &activity.organization_id).await.expect("read").is_none() {
            let mut arranger = organization("Asukastalo Aalto");
            arranger.id.clone_from(&activity.organization_id);
            arranger.slug = format!("{}-{}", arranger.slug, &arranger.id[arranger.id.len() - 6..]);
            organizations::store::save(&mut tx, &arranger, now).await.expect("saved");
        }
        for at in &activity.places {
            places::store::save(&mut tx, &at.place, now).await.expect("saved");
        }
        activities::store::save(&mut tx, &activity, now).await.expect("saved");
        tx.commit().await.expect("committed");
        self.settles().await;
        activity
    }

    /// Decides something for the region, for readers of every language.
    pub(crate) async fn decides(&self, name: &str, value: &str) {
        let mut tx = self.app.db.write().await.expect("a transaction");
        region::set(&mut tx, name, "fi", value).await.expect("set");
        tx.commit().await.expect("committed");
        self.app.reload_region().await.expect("read again");
    }

    /// Waits until the index has read everything.
    pub(crate) async fn settles(&self) {
        let newest = events::newest(&mut self.app.db.read().await.expect("a connection")).await.expect("read");
        self.app.signal.wrote();
        assert!(self.app.signal.passed(newest, std::time::Duration::from_secs(20)).await, "the index follows the log");
    }

    /// Asks for a page.
    pub(crate) async fn opens(&self, address: &str) -> Page {
        self.asks(Request::get(address).body(Body::empty()).expect("a request")).await
    }

    /// Types words into the search.
    pub(crate) async fn looks_for(&self, words: &str) -> Page {
        let words = percent_encoding::utf8_percent_encode(words, percent_encoding::NON_ALPHANUMERIC);
        self.opens(&format!("/haku?q={words}")).await
    }

    /// Sends a form from a page of this site.
    pub(crate) async fn sends(&self, address: &str, fields: &[(&str, &str)]) -> Page {
        let body = form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
        let request = Request::builder()
            .method(Method::POST)
            .uri(address)
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .header("sec-fetch-site", "same-origin")
            .body(Body::from(body))
            .expect("a request");
        self.asks(request).await
    }

    /// Sends any request.
    pub(crate) async fn asks(&self, request: Request<Body>) -> Page {
        let answer = router::answer(&self.app, request).await;
        let (parts, body) = answer.into_parts();
        let bytes = body.collect().await.expect("a body").to_bytes();
        Page { status: parts.status, headers: parts.headers, text: String::from_utf8_lossy(&bytes).into_owned() }
    }
}

impl Town {
    /// A link that signs the keeper in once.
    pub(crate) async fn sign_in_link(&self) -> String {
        let secret = accounts::model::Secret::new().expect("randomness");
        let mut tx = self.app.db.write().await.expect("a transaction");
        let account = accounts::store::keeper(&mut tx, "Ylläpito", self.app.now()).await.expect("an account");
        accounts::store::add_link(&mut tx, &secret, &account.id, accounts::model::LINK_WAITS, self.app.now())
            .await
            .expect("a link");
        tx.commit().await.expect("committed");
        format!("/sisaan/{}", secret.text())
    }

    /// The keeper, signed in.
    pub(crate) async fn keeper(&self) -> Keeping<'_> {
        let link = self.sign_in_link().await;
        self.follows(&link).await
    }

    /// Somebody with a role in an organization (or none: ''), signed in.
    pub(crate) async fn signed_in_as(&self, role: Role, organization_id: &str, areas: &[&str]) -> Keeping<'_> {
        let secret = accounts::model::Secret::new().expect("randomness");
        let now = self.app.now();
        let name = format!("{role:?} {organization_id}");
        let account = accounts::store::Account { id: db::new_id(), name, email: None, language: "fi".to_owned() };
        let areas = areas.iter().map(|area| (*area).to_owned()).collect();
        let standing = accounts::model::Standing { role, organization_id: organization_id.to_owned(), areas };
        let mut tx = self.app.db.write().await.expect("a transaction");
        accounts::store::add(&mut tx, &account, now).await.expect("an account");
        accounts::store::give(&mut tx, &account.id, &standing, now).await.expect("a role");
        accounts::store::add_link(&mut tx, &secret, &account.id, accounts::model::LINK_WAITS, now)
            .await
            .expect("a link");
        tx.commit().await.expect("committed");
        self.follows(&format!("/sisaan/{}", secret.text())).await
    }

    /// The letters to a mail address that lie in the folder, the newest last.
    pub(crate) async fn letters_to(&self, email: &str) -> Vec<String> {
        self.works().await;
        let folder = self.folder.path().join("letters");
        let mut files: Vec<_> = std::fs::read_dir(folder)
            .map(|files| files.map(|file| file.expect("a file").path()).collect())
            .unwrap_or_default();
        files.sort();
        let letters = files.iter().map(|file| std::fs::read_to_string(file).expect("a letter"));
        letters.filter(|letter| letter.starts_with(&format!("To: {email}\n"))).collect()
    }

    /// The link in the newest letter to a mail address, without the host.
    pub(crate) async fn link_to(&self, email: &str) -> String {
        let letters = self.letters_to(email).await;
        let letter = letters.last().unwrap_or_else(|| panic!("no letter to {email}"));
        let link = letter.split("https://tarjotin.example").nth(1).expect("a link");
        link.split_whitespace().next().expect("an address").to_owned()
    }

    /// Signs in with a link.
    pub(crate) async fn follows(&self, link: &str) -> Keeping<'_> {
        let signed_in = self.sends(link, &[]).await;
        let cookie = signed_in.headers[header::SET_COOKIE].to_str().expect("a header");
        let cookie = cookie.split(';').next().expect("a value").to_owned();
        Keeping { town: self, cookie }
    }

    /// Does every job that is due.
    pub(crate) async fn works(&self) {
        while jobs::work(&self.app).await.expect("the job list answers") {}
    }
}

/// The keeper at work.
pub(crate) struct Keeping<'a> {
    town: &'a Town,
    cookie: String,
}

impl Keeping<'_> {
    /// What the browser sends along.
    pub(crate) fn cookie(&self) -> &str {
        &self.cookie
    }

    pub(crate) async fn opens(&self, address: &str) -> Page {
        self.asks(Request::get(address), Body::empty()).await
    }

    pub(crate) async fn sends(&self, address: &str, fields: &[(&str, &str)]) -> Page {
        let body = form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
        let request = Request::post(address).header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        self.asks(request, Body::from(body)).await
    }

    /// Sends a form with files.
    pub(crate) async fn sends_files(&self, address: &str, fields: &[(&str, &str)], files: &[(&str, &str)]) -> Page {
        let mut body = String::new();
        for (name, value) in fields {
            body += &format!("--RAJA\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n");
        }
        for (name, text) in files {
            body += &format!(
                "--RAJA\r\nContent-Disposition: form-data; name=\"files\"; filename=\"{name}\"\r\n\r\n{text}\r\n"
            );
        }
        body += "--RAJA--\r\n";
        let request = Request::post(address).header(header::CONTENT_TYPE, "multipart/form-data; boundary=RAJA");
        self.asks(request, Body::from(body)).await
    }

    async fn asks(&self, request: axum::http::request::Builder, body: Body) -> Page {
        let request = request.header(header::COOKIE, &self.cookie).header("sec-fetch-site", "same-origin");
        self.town.asks(request.body(body).expect("a request")).await
    }
}

/// What somebody sees.
pub(crate) struct Page {
    pub(crate) status: StatusCode,
    pub(crate) headers: axum::http::HeaderMap,
    pub(crate) text: String,
}

impl Page {
    /// Where an answer sends the reader on to.
    pub(crate) fn location(&self) -> String {
        self.headers[header::LOCATION].to_str().expect("a header").to_owned()
    }

    /// The words of the page without its tags, white space folded.
    pub(crate) fn words(&self) -> String {
        let mut words = String::new();
        let mut inside = false;
        for character in self.text.chars() {
            match character {
                '<' => inside = true,
                '>' => {
                    inside = false;
                    words.push(' ');
                }
                other if !inside => words.push(other),
                _ => {}
            }
        }
        words.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// The names on the cards, in order.
    pub(crate) fn cards(&self) -> Vec<String> {
        self.text
            .split("<li class=\"card\">")
            .skip(1)
            .filter_map(|card| {
                let link = card.split_once("<a href=")?.1;
                let (_, rest) = link.split_once('>')?;
                Some(rest.split_once("</a>")?.0.to_owned())
            })
            .collect()
    }

    #[track_caller]
    pub(crate) fn lists(&self, names: &[&str]) {
        assert_eq!(self.cards(), names);
    }

    #[track_caller]
    pub(crate) fn says(&self, words: &str) {
        assert!(self.words().contains(words), "does not say {words:?}: {}", self.words());
    }

    #[track_caller]
    pub(crate) fn does_not_say(&self, words: &str) {
        assert!(!self.text.contains(words), "says {words:?}");
    }
}

/// An organization of this name.
pub(crate) fn organization(name: &str) -> Organization {
    Organization {
        id: db::new_id(),
        slug: text::slug(name),
        kind: "association".to_owned(),
        phone: "03 000 0000".to_owned(),
        texts: [("fi".to_owned(), OrganizationText { name: name.to_owned(), ..OrganizationText::default() })].into(),
        ..Organization::default()
    }
}

/// An open activity of this name, checked today, in the middle of Lahti.
pub(crate) fn activity(name: &str) -> Activity {
    let now: DateTime<Utc> = NOW.parse().expect("a time");
    Activity {
        id: db::new_id(),
        slug: text::slug(name),
        organization_id: db::new_id(),
        kind: "open_activity".to_owned(),
        step: Some(1),
        price: Price::Free,
        verified_on: NaiveDate::from_ymd_opt(2026, 11, 20),
        made_at: now,
        changed_at: now,
        texts: [("fi".to_owned(), ActivityText { name: name.to_owned(), ..ActivityText::default() })].into(),
        places: vec![ActivityPlace { link_id: db::new_id(), place: place("Kulmatalo", "398", 60.983, 25.656) }],
        ..Activity::default()
    }
}

fn place(name: &str, municipality: &str, lat: f64, lon: f64) -> Place {
    Place {
        id: db::new_id(),
        name: name.to_owned(),
        street: "Kulmakuja 3".to_owned(),
        postal_code: "15110".to_owned(),
        city: "Lahti".to_owned(),
        municipality: municipality.to_owned(),
        point: Some((lat, lon)),
        ..Place::default()
    }
}

/// How stories change an activity before it is put on the tray.
impl Activity {
    pub(crate) fn described_as(self, description: &str) -> Self {
        self.in_language("fi", |text| text.description = description.to_owned())
    }

    pub(crate) fn in_language(mut self, language: &str, write: impl FnOnce(&mut ActivityText)) -> Self {
        write(self.texts.entry(language.to_owned()).or_default());
        self
    }

    pub(crate) fn of_kind(mut self, kind: &str, step: u8) -> Self {
        self.kind = kind.to_owned();
        self.step = Some(step);
        self
    }

    pub(crate) fn promising(mut self, thresholds: &[&str]) -> Self {
        self.thresholds = thresholds.iter().map(|code| (*code).to_owned()).collect();
        self
    }

    pub(crate) fn happening(mut self, words: &str) -> Self {
        let today = crate::clock::today(NOW.parse().expect("a time"));
        self.schedules = times::words::parse(words, "", today).expect("times");
        for schedule in &mut self.schedules {
            schedule.id = db::new_id();
        }
        self
    }

    pub(crate) fn at(mut self, name: &str, municipality: &str, lat: f64, lon: f64) -> Self {
        self.places[0].place = place(name, municipality, lat, lon);
        self
    }

    pub(crate) fn kept_secret(mut self, confidentiality: Confidentiality) -> Self {
        self.places[0].place.confidentiality = confidentiality;
        self
    }
}

/// An address in a language.
pub(crate) fn in_language(language: Language, path: &str) -> String {
    crate::page::ui::link(language, path)
}
