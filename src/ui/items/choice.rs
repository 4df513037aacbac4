//! A question with one answer of a few.

use super::{Asked, choices, read};
use crate::domain::{Observation, Titled};
use crate::ui::dom::{El, el};
use crate::ui::form::Form;
use crate::ui::state::use_app;
use crate::ui::texts::say;

/// Up to this many options stand side by side as segments.
const SEGMENTS: usize = 5;

pub(super) fn choice(form: Form<Observation>, asked: Asked, options: Vec<Titled>) -> El {
    let app = use_app();
    let few = options.len() <= SEGMENTS;
    let (mine, chosen) = (asked.id.clone(), asked.id.clone());
    let value = read(form, move |observation| observation.choices.get(&mine).cloned());
    let choose = move |option: Option<String>| {
        form.edit(|observation| {
            match option {
                Some(option) => observation.choices.insert(chosen.clone(), option),
                None => observation.choices.remove(&chosen),
            };
        });
    };
    let (field, choices) = (asked.field(), choices(options));
    let answers = if few {
        field.segments(choices, value, choose)
    } else {
        field.radios(choices, value, choose)
    };
    el("div").class("question").child(answers.clear(say!(app, item.clear)))
}
