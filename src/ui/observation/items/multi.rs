//! A question with several answers.

use super::asked::{Asked, choices, other, read};
use crate::domain::forms::Titled;
use crate::domain::observation::Observation;
use crate::ui::kit::prelude::*;

pub fn multi(
    form: Form<Observation>,
    asked: Asked,
    options: Vec<Titled>,
    max: Option<usize>,
    or: bool,
) -> El {
    let app = use_app();
    let (mine, picked) = (asked.id.clone(), asked.id.clone());
    let value = read(form, move |observation| observation.picks(&mine));
    let toggle = move |option: String, on: bool| {
        form.edit(|observation| observation.pick(&picked, &option, on));
    };
    let or = or.then(|| other(form, &asked.id));
    let answers = asked.field().checks(choices(options), value, toggle);
    let answers = match max {
        Some(most) => answers.at_most(most, say!(app, item.full, most = most)),
        None => answers,
    };
    el("div").class("question").child(answers).child(or)
}
