//! A question with several answers.

use super::{Asked, choices, read};
use crate::domain::{Observation, Titled};
use crate::ui::dom::{El, el};
use crate::ui::form::Form;
use crate::ui::state::use_app;
use crate::ui::texts::say;

pub(super) fn multi(
    form: Form<Observation>,
    asked: Asked,
    options: Vec<Titled>,
    max: Option<usize>,
) -> El {
    let app = use_app();
    let (mine, picked) = (asked.id.clone(), asked.id.clone());
    let value = read(form, move |observation| {
        let picks = observation.picks.get(&mine).into_iter().flatten();
        picks.cloned().collect::<Vec<String>>()
    });
    let toggle = move |option: String, on: bool| {
        form.edit(|observation| {
            let picks = observation.picks.entry(picked.clone()).or_default();
            if on {
                picks.insert(option)
            } else {
                picks.remove(&option)
            };
        });
    };
    let answers = asked.field().checks(choices(options), value, toggle);
    let answers = match max {
        Some(most) => answers.at_most(most, say!(app, item.full, most = most)),
        None => answers,
    };
    el("div").class("question").child(answers)
}
