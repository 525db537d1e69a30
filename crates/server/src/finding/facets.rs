//! The filters of the search page with how many each would leave.

use super::found::Answer;
use super::query::{CODE_FILTERS, SearchForm};
use crate::page::Ui;
use crate::reference;
use crate::vocabulary::POSITION_KINDS;

/// A group of filters.
#[derive(Debug, Clone)]
pub(super) struct Group {
    /// Its heading.
    pub title: String,
    /// The name of its fields.
    pub name: &'static str,
    /// What can be chosen.
    pub choices: Vec<Choice>,
    /// Whether something in it is chosen: such a group is open.
    pub open: bool,
}

/// One thing that can be chosen.
#[derive(Debug, Clone)]
pub(super) struct Choice {
    /// What the form sends.
    pub value: String,
    /// What people read.
    pub label: String,
    /// How many hits it would leave or add.
    pub count: usize,
    /// Whether it is chosen.
    pub chosen: bool,
}

/// The groups for what was found. Choices that lead nowhere are left out unless they are chosen.
pub(super) fn groups(ui: &Ui, form: &SearchForm, answer: &Answer, path: &str) -> Vec<Group> {
    let mut groups = Vec::new();
    for filter in &CODE_FILTERS {
        let positions_only = filter.name == "tuki";
        if positions_only != (path == "/tyopaikat") && (positions_only || filter.name == "laji" && path == "/tyopaikat")
        {
            continue;
        }
        let mut choices: Vec<Choice> = filter
            .list
            .codes
            .iter()
            .filter(|code| filter.name != "laji" || path != "/tyopaikat" || POSITION_KINDS.contains(code))
            .map(|code| Choice {
                value: (*code).to_owned(),
                label: ui.name(&filter.list, code),
                count: answer.count(filter.dimension, code),
                chosen: form.has(filter.name, code),
            })
            .collect();
        choices.retain(|choice| choice.count > 0 || choice.chosen);
        groups.push(group(ui.t(&format!("filter-{}", filter.name)).into_owned(), filter.name, choices));
    }
    groups.insert(1, steps(ui, form, answer));
    groups.push(areas(ui, form, answer));
    groups.retain(|group| !group.choices.is_empty());
    groups
}

fn group(title: String, name: &'static str, choices: Vec<Choice>) -> Group {
    let open = choices.iter().any(|choice| choice.chosen);
    Group { title, name, choices, open }
}

fn steps(ui: &Ui, form: &SearchForm, answer: &Answer) -> Group {
    let choices = (1..=crate::steps::store::COUNT)
        .map(|step| Choice {
            value: step.to_string(),
            label: format!("{step} {}", ui.step(&step)),
            count: answer.count("step", &step.to_string()),
            chosen: form.steps.contains(&step),
        })
        .filter(|choice| choice.count > 0 || choice.chosen)
        .collect();
    group(ui.t("filter-askel").into_owned(), "askel", choices)
}

fn areas(ui: &Ui, form: &SearchForm, answer: &Answer) -> Group {
    let mut choices: Vec<Choice> = answer
        .values("municipality")
        .iter()
        .filter_map(|(code, count)| {
            let municipality = reference::municipality(code)?;
            Some(Choice {
                value: code.clone(),
                label: municipality.name(ui.language).to_owned(),
                count: *count,
                chosen: form.municipalities.contains(code),
            })
        })
        .take(40)
        .collect();
    for code in &form.municipalities {
        if !choices.iter().any(|choice| choice.value == *code)
            && let Some(municipality) = reference::municipality(code)
        {
            let label = municipality.name(ui.language).to_owned();
            choices.push(Choice { value: code.clone(), label, count: 0, chosen: true });
        }
    }
    choices.sort_by_key(|choice| crate::text::sort_key(&choice.label));
    group(ui.t("filter-kunta").into_owned(), "kunta", choices)
}
