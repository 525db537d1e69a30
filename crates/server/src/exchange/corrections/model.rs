//! What of an activity can be put right, and how a correction meets what the source says.

use crate::activities::model::{Activity, ActivityText};
use crate::organizations::model::State;
use crate::vocabulary::KINDS;

/// Something that can be put right.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Field {
    /// Its name in one language.
    Name,
    /// In one sentence.
    Summary,
    /// In full.
    Description,
    /// How to join, a step a line.
    HowToJoin,
    /// The number to call.
    Phone,
    /// The shared mail box.
    Email,
    /// A page elsewhere.
    Website,
    /// The code of its kind.
    Kind,
    /// Its step, 1–5; '' none.
    Step,
    /// `published` or `draft`: whether people see it.
    State,
}

impl Field {
    /// Those that differ by language.
    pub const TEXTS: [Field; 4] = [Field::Name, Field::Summary, Field::Description, Field::HowToJoin];
    /// The others, as the form has them.
    pub const PLAIN: [Field; 6] = [Field::Phone, Field::Email, Field::Website, Field::Kind, Field::Step, Field::State];

    /// Those of [`Field::PLAIN`] that can be put right of an activity: what is gone at its source comes back from there only.
    pub fn plain(activity: &Activity) -> impl Iterator<Item = Field> {
        let is_open = matches!(activity.state, State::Published | State::Draft);
        Field::PLAIN.into_iter().filter(move |field| is_open || *field != Field::State)
    }

    /// As the database and forms say it.
    pub fn code(&self) -> &'static str {
        match self {
            Field::Name => "name",
            Field::Summary => "summary",
            Field::Description => "description",
            Field::HowToJoin => "how_to_join",
            Field::Phone => "phone",
            Field::Email => "email",
            Field::Website => "website",
            Field::Kind => "kind",
            Field::Step => "step",
            Field::State => "state",
        }
    }

    /// The field of a code.
    pub fn of(code: &str) -> Option<Field> {
        Field::TEXTS.into_iter().chain(Field::PLAIN).find(|field| field.code() == code)
    }

    /// What an activity says.
    pub fn read(&self, activity: &Activity, language: &str) -> String {
        let said = |of: fn(&ActivityText) -> &String| activity.texts.get(language).map(of).cloned().unwrap_or_default();
        match self {
            Field::Name => said(|text| &text.name),
            Field::Summary => said(|text| &text.summary),
            Field::Description => said(|text| &text.description),
            Field::HowToJoin => said(|text| &text.how_to_join),
            Field::Phone => activity.phone.clone(),
            Field::Email => activity.email.clone(),
            Field::Website => activity.website.clone(),
            Field::Kind => activity.kind.clone(),
            Field::Step => activity.step.map(|step| step.to_string()).unwrap_or_default(),
            Field::State => activity.state.as_str().to_owned(),
        }
    }

    /// Lets an activity say something else; what makes no sense is left as it is.
    pub fn write(&self, activity: &mut Activity, language: &str, value: &str) {
        let text = |activity: &mut Activity, of: fn(&mut ActivityText) -> &mut String| {
            // No language is begun by an empty text.
            if !value.is_empty() || activity.texts.contains_key(language) {
                *of(activity.texts.entry(language.to_owned()).or_default()) = value.to_owned();
            }
        };
        match self {
            Field::Name => text(activity, |text| &mut text.name),
            Field::Summary => text(activity, |text| &mut text.summary),
            Field::Description => text(activity, |text| &mut text.description),
            Field::HowToJoin => text(activity, |text| &mut text.how_to_join),
            Field::Phone => activity.phone = value.to_owned(),
            Field::Email => activity.email = value.to_owned(),
            Field::Website => activity.website = value.to_owned(),
            Field::Kind => {
                if let Some(kind) = KINDS.code(value) {
                    activity.kind = kind.to_owned();
                }
            }
            Field::Step => activity.step = value.parse().ok().filter(|step| (1..=5).contains(step)),
            Field::State => activity.state = State::from_code(value),
        }
    }
}

/// A value that was put right.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Correction {
    /// Of what.
    pub field: Field,
    /// In which language; '' where there is none.
    pub language: String,
    /// What is right.
    pub value: String,
    /// What the source says.
    pub source_value: String,
}

/// Puts corrections over what a source says now, and gives those whose source says something new.
pub fn apply(corrections: &[Correction], activity: &mut Activity) -> Vec<Correction> {
    let mut renewed = Vec::new();
    for correction in corrections {
        let said = correction.field.read(activity, &correction.language);
        if said != correction.source_value {
            renewed.push(Correction { source_value: said, ..correction.clone() });
        }
        correction.field.write(activity, &correction.language, &correction.value);
    }
    renewed
}

#[cfg(test)]
mod tests {
    use super::*;

    fn choir() -> Activity {
        let text = ActivityText { name: "Kuoro".to_owned(), ..ActivityText::default() };
        Activity {
            kind: "group".to_owned(),
            phone: "03 000 0001".to_owned(),
            texts: [("fi".to_owned(), text)].into(),
            ..Activity::default()
        }
    }

    #[test]
    fn what_was_put_right_wins_and_the_source_is_remembered() {
        let correction = Correction {
            field: Field::Phone,
            language: String::new(),
            value: "03 000 0002".to_owned(),
            source_value: "03 000 0000".to_owned(),
        };
        let mut activity = choir();
        let renewed = apply(std::slice::from_ref(&correction), &mut activity);
        assert_eq!(activity.phone, "03 000 0002");
        assert_eq!(renewed, [Correction { source_value: "03 000 0001".to_owned(), ..correction.clone() }]);
        assert!(apply(&renewed, &mut choir()).is_empty());
    }

    #[test]
    fn every_field_says_what_was_written() {
        for field in Field::TEXTS.into_iter().chain(Field::PLAIN) {
            let value = match field {
                Field::Kind => "course",
                Field::Step => "3",
                Field::State => "draft",
                _ => "muuta",
            };
            let mut activity = choir();
            field.write(&mut activity, "fi", value);
            assert_eq!(field.read(&activity, "fi"), value, "{}", field.code());
            assert_eq!(Field::of(field.code()), Some(field));
        }
    }

    #[test]
    fn nonsense_changes_nothing() {
        let mut activity = choir();
        Field::Kind.write(&mut activity, "", "nonsense");
        Field::Step.write(&mut activity, "", "9");
        Field::Summary.write(&mut activity, "sv", "");
        assert_eq!(activity, choir());
    }
}
