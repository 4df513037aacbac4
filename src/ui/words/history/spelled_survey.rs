//! The places of a survey of pupils or of the staff in the words people have for them. What was answered is never among
//! them.

use crate::domain::voices::survey_content;
use crate::ui::shell::{App, now};

/// What people call a place of a survey; `None` for a place that is none of its.
pub fn field_name(app: App, path: &str) -> Option<String> {
    let parts: Vec<&str> = path.split('/').collect();
    let question = |id: &str| {
        let known = survey_content().question(id);
        known.map_or_else(|| now!(app, survey.questions), |it| it.text.get(app.lang()).to_owned())
    };
    Some(match *parts.as_slice() {
        ["survey"] => now!(app, survey.whom),
        ["about"] => now!(app, survey.about),
        ["left", item] => now!(app, survey.left_out, question = question(item)),
        ["bank", item] => question(item),
        ["own", ..] => now!(app, survey.own_question),
        ["rounds", _, "day"] => now!(app, survey.round_day),
        ["rounds", _, "asked"] => now!(app, survey.questions),
        ["rounds", _, "closed"] => now!(app, survey.round_closed),
        ["rounds", _, "told"] => now!(app, survey.told_what),
        ["rounds", _, "toldOn"] => now!(app, survey.told),
        ["answers" | "sheets" | "closings", ..] => now!(app, measure.answers),
        _ => return None,
    })
}

/// Places that say nothing to people, or that nobody is to read one by one.
pub fn is_silent(path: &str) -> bool {
    let place = path.split('/').next().unwrap_or_default();
    let last = path.rsplit('/').next().unwrap_or_default();
    ["answers", "sheets", "closings"].contains(&place)
        || ["asked", "asks", "expects"].contains(&last)
}
