//! Help me choose: four short questions, one a page, each may be skipped, and then what fits the answers and why.
//!
//! The answers stand in the address under the names the search page uses, in no log and no profile. They lean the list
//! and hide nothing, so there is always something to suggest (guidance plan, "Finding").

use askama::Template;
use axum::Router;
use axum::extract::{RawQuery, State};
use axum::response::Response;
use axum::routing::get;
use search::{Soft, SoftTime};

use crate::activities::card::{self, Card};
use crate::app::App;
use crate::error::Result;
use crate::finding::found::{self, Found};
use crate::finding::query::{CODE_FILTERS, SearchForm, When};
use crate::page::{self, Head, Ui, form};
use crate::vocabulary::POSITION_KINDS;

/// The address of this feature.
pub fn routes() -> Router<App> {
    Router::new().route("/auta", get(choose))
}

/// One question: the keys of its words, and the names its answers have in addresses.
struct Question {
    title: &'static str,
    hint: &'static str,
    names: &'static [&'static str],
}

const QUESTIONS: [Question; 4] = [
    Question { title: "choose-likes", hint: "choose-likes-hint", names: &["kiinnostus"] },
    Question { title: "choose-life", hint: "choose-life-hint", names: &["tilanne"] },
    Question { title: "choose-where", hint: "choose-where-hint", names: &["lahella", "km", "milloin"] },
    Question { title: "choose-ease", hint: "choose-ease-hint", names: &["kynnys", GENTLY] },
];

/// What would make coming easier, in the order it is asked.
const EASE: [&str; 12] = [
    "met_at_door",
    "companion",
    "no_sign_up",
    "anonymous",
    "quiet",
    "small_group",
    "free",
    "easy_finnish",
    "children",
    "transport",
    "online",
    "wheelchair",
];

/// The wish to begin with something very small, in addresses.
const GENTLY: &str = "alku";
/// Which question is shown, in addresses.
const QUESTION: &str = "kysymys";
/// What stands there when all are answered.
const DONE: &str = "tulos";

/// How much an answer lifts what has it.
const LIFT_OF_LIKING: f32 = 1.5;
const LIFT_OF_LIFE: f32 = 1.5;
const LIFT_OF_EASE: f32 = 1.3;
const LIFT_OF_TIME: f32 = 1.4;
/// Places to work when nobody asked for work.
const LIFT_OF_WORK: f32 = 0.6;
/// How many are suggested: more are not read.
const SUGGESTED: usize = 8;
/// How many fit into a text message.
const IN_A_MESSAGE: usize = 3;
/// How many are looked at to choose from.
const LOOKED_AT: usize = 60;

/// The answers so far.
struct Answers {
    form: SearchForm,
    gently: bool,
    /// 1–4, or 5 when all are asked.
    question: usize,
}

impl Answers {
    fn read(query: &str) -> Self {
        let question = match form::value_in(query, QUESTION).as_deref() {
            Some(DONE) => QUESTIONS.len() + 1,
            Some(number) => number.parse().unwrap_or(1).clamp(1, QUESTIONS.len()),
            None => 1,
        };
        Answers {
            form: SearchForm::read(query),
            gently: form::value_in(query, GENTLY).is_some_and(|value| !value.is_empty()),
            question,
        }
    }

    /// Names and values of all answers.
    fn pairs(&self) -> Vec<(&'static str, String)> {
        let asked = |name: &str| QUESTIONS.iter().any(|question| question.names.contains(&name));
        let mut pairs: Vec<_> = self.form.pairs().into_iter().filter(|(name, _)| asked(name)).collect();
        if self.gently {
            pairs.push((GENTLY, "1".to_owned()));
        }
        pairs
    }

    /// The answers to other questions than one.
    fn beside(&self, question: usize) -> Vec<(&'static str, String)> {
        self.pairs().into_iter().filter(|(name, _)| !QUESTIONS[question - 1].names.contains(name)).collect()
    }

    fn chosen(&self, name: &str) -> &[&'static str] {
        CODE_FILTERS.iter().position(|filter| filter.name == name).map_or(&[], |at| self.form.codes[at].as_slice())
    }
}

/// The address of a question with answers.
fn address(question: usize, pairs: &[(&'static str, String)]) -> String {
    let number = if question > QUESTIONS.len() { DONE.to_owned() } else { question.to_string() };
    let mut query = form_urlencoded::Serializer::new(String::new());
    query.extend_pairs(pairs).append_pair(QUESTION, &number);
    format!("/auta?{}", query.finish())
}

#[derive(Template)]
#[template(path = "choosing/question.html")]
struct QuestionPage {
    ui: Ui,
    head: Head,
    number: usize,
    hint: String,
    /// Answers to other questions, sent along.
    kept: Vec<(&'static str, String)>,
    /// The name of the choices in the address, with value, label and whether it is chosen.
    name: &'static str,
    choices: Vec<(&'static str, String, bool)>,
    form: SearchForm,
    gently: bool,
    whens: [When; 5],
    distances: [u32; 5],
    next: String,
    skip: String,
    back: Option<String>,
}

#[derive(Template)]
#[template(path = "choosing/suggested.html")]
struct SuggestedPage {
    ui: Ui,
    head: Head,
    suggested: Vec<Suggested>,
    again: String,
    wider: String,
    /// The first few as a message to send, '' when there are none.
    sms: String,
}

/// Something that fits the answers.
struct Suggested {
    found: Found,
    /// Why, '' when it fits none that name a code.
    why: String,
}

impl Suggested {
    fn card<'a>(&'a self, ui: &Ui) -> Card<'a> {
        self.found.listed.card(ui, self.found.hit.distance_km, &self.why)
    }

    fn step(&self) -> Option<u8> {
        self.found.listed.activity.step
    }
}

async fn choose(ui: Ui, State(app): State<App>, RawQuery(query): RawQuery) -> Result<Response> {
    let mut answers = Answers::read(query.as_deref().unwrap_or_default());
    // A place nobody knows is asked again: the other answers are chosen from lists.
    if answers.question > 3 && answers.form.misread.iter().any(|(key, _)| *key == "search-misread-place") {
        answers.question = 3;
    }
    if answers.question > QUESTIONS.len() { suggest(ui, &app, answers).await } else { ask(ui, answers) }
}

fn ask(ui: Ui, answers: Answers) -> Result<Response> {
    let number = answers.question;
    let question = &QUESTIONS[number - 1];
    let name = question.names[0];
    let choices = CODE_FILTERS
        .iter()
        .filter(|filter| filter.name == name)
        .flat_map(|filter| {
            let codes: &[&'static str] = if name == "kynnys" { &EASE } else { filter.list.codes };
            codes.iter().map(|code| (*code, ui.name(&filter.list, code), answers.form.has(name, code)))
        })
        .collect();
    let kept = answers.beside(number);
    let page = QuestionPage {
        head: Head {
            title: ui.t(question.title).into_owned(),
            description: ui.t("choose-description").into_owned(),
            hidden: number > 1 || !kept.is_empty(),
            ..Head::default()
        },
        number,
        hint: ui.t(question.hint).into_owned(),
        name,
        choices,
        gently: answers.gently,
        whens: When::ALL,
        distances: [2, 5, 10, 20, 50],
        next: if number == QUESTIONS.len() { DONE.to_owned() } else { (number + 1).to_string() },
        skip: address(number + 1, &kept),
        back: (number > 1).then(|| address(number - 1, &answers.pairs())),
        kept,
        form: answers.form,
        ui,
    };
    page::show(&page)
}

async fn suggest(ui: Ui, app: &App, answers: Answers) -> Result<Response> {
    let likes = answers.chosen("kiinnostus");
    let place = SearchForm {
        from: answers.form.from.clone(),
        within_km: answers.form.within_km,
        page: 1,
        ..SearchForm::default()
    };
    let mut query = place.query(&[], ui.language, ui.now);
    (query.limit, query.count_facets) = (LOOKED_AT, false);
    let lean = |name: &str, dimension: &'static str, weight: f32| {
        answers.chosen(name).iter().map(move |value| Soft { dimension, value, weight }).collect::<Vec<_>>()
    };
    query.soft.extend(lean("kiinnostus", "interest", LIFT_OF_LIKING));
    query.soft.extend(lean("tilanne", "situation", LIFT_OF_LIFE));
    query.soft.extend(lean("kynnys", "threshold", LIFT_OF_EASE));
    if !likes.contains(&"work") {
        let kinds = POSITION_KINDS.iter();
        query.soft.extend(kinds.map(|value| Soft { dimension: "kind", value, weight: LIFT_OF_WORK }));
    }
    query.soft_time = answers.form.when.map(|when| SoftTime { windows: when.windows(ui.now), weight: LIFT_OF_TIME });
    let found = found::find(app, &query).await?.found;
    let asked = ["kiinnostus", "tilanne", "kynnys"].iter().any(|name| !answers.chosen(name).is_empty());
    let fitting = found
        .into_iter()
        .map(|found| Suggested { why: because(&found, &answers, &ui), found })
        .filter(|one| !asked || !one.why.is_empty())
        .collect();
    let suggested = on_several_steps(fitting, answers.gently);
    let head = Head { title: ui.t("choose-result").into_owned(), hidden: true, ..Head::default() };
    let wider = SearchForm { page: 1, ..answers.form.clone() };
    let page = SuggestedPage {
        sms: sms(&suggested, &ui),
        head,
        suggested,
        again: address(1, &answers.pairs()),
        wider: wider.address("/haku"),
        ui,
    };
    page::show(&page)
}

/// The first few in a message somebody can send to themselves or a friend.
fn sms(suggested: &[Suggested], ui: &Ui) -> String {
    let messages: Vec<String> =
        suggested.iter().take(IN_A_MESSAGE).map(|one| card::message(&one.found.listed, ui)).collect();
    messages.join("\n")
}

/// Why something is suggested: the answers it fits, '' when it fits none of those that name a code.
fn because(found: &Found, answers: &Answers, ui: &Ui) -> String {
    let activity = &found.listed.activity;
    let mut fits = Vec::new();
    for (name, has) in
        [("kiinnostus", &activity.interests), ("tilanne", &activity.situations), ("kynnys", &activity.thresholds)]
    {
        let Some(filter) = CODE_FILTERS.iter().find(|filter| filter.name == name) else { continue };
        let both = answers.chosen(name).iter().filter(|code| has.iter().any(|own| own == *code));
        fits.extend(both.map(|code| ui.name(&filter.list, code)));
    }
    if fits.is_empty() { String::new() } else { ui.with("choose-because", "things", fits.join(", ")) }
}

/// The best few, from at least two steps where that is possible; with the wish to begin gently, the lowest step first.
fn on_several_steps(mut fitting: Vec<Suggested>, gently: bool) -> Vec<Suggested> {
    if let Some(first) = fitting.first().map(Suggested::step)
        && fitting.iter().take(SUGGESTED).all(|one| one.step() == first)
        && let Some(other) = fitting.iter().position(|one| one.step() != first)
    {
        fitting[SUGGESTED - 1..=other].rotate_right(1);
    }
    fitting.truncate(SUGGESTED);
    if gently {
        fitting.sort_by_key(|one| one.step().unwrap_or(u8::MAX));
    }
    fitting
}
