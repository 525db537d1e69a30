//! Which step of the step model (T3) an activity belongs on, from what else was answered, and why.

use super::Answers;

/// A suggestion.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Suggested {
    /// 1–5; none for what stands beside the steps.
    pub step: Option<u8>,
    /// The key of the sentence that says why.
    pub why: &'static str,
}

/// The step that fits the kind and what makes coming easy; `None` before a kind was chosen.
pub fn suggested(answers: &Answers) -> Option<Suggested> {
    let kind = answers.get("kind").map_or("", String::as_str);
    let promises =
        |code: &str| answers.get("thresholds").is_some_and(|codes| codes.split_whitespace().any(|one| one == code));
    let (step, why) = match kind {
        "" => return None,
        "information" => (None, "propose-step-why-information"),
        "work_trial" | "wage_subsidy" => (Some(4), "propose-step-why-measure"),
        "part_time" => (Some(5), "propose-step-why-work"),
        "course" => (Some(3), "propose-step-why-course"),
        "open_activity" | "event" | "support" | "space" => (Some(1), "propose-step-why-open"),
        _ if promises("drop_in") || promises("no_sign_up") && promises("no_commitment") => {
            (Some(1), "propose-step-why-drop-in")
        }
        _ => (Some(2), "propose-step-why-group"),
    };
    Some(Suggested { step, why })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_group_one_may_drop_into_is_the_first_step() {
        let step = |kind: &str, thresholds: &str| {
            let answers = [("kind", kind), ("thresholds", thresholds)].map(|(a, b)| (a.to_owned(), b.to_owned()));
            suggested(&answers.into()).and_then(|suggested| suggested.step)
        };
        assert_eq!(step("group", ""), Some(2));
        assert_eq!(step("group", "free drop_in"), Some(1));
        assert_eq!(step("work_trial", "drop_in"), Some(4));
        assert_eq!(step("information", ""), None);
        assert_eq!(step("", ""), None);
    }
}
