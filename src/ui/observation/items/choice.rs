//! A question with one answer of a few.

use super::asked::{Asked, choices, other, read};
use crate::domain::forms::Titled;
use crate::domain::observation::{Observation, Words};
use crate::ui::kit::prelude::*;

/// Up to this many options stand side by side as segments.
const SEGMENTS: usize = 5;

pub fn choice(form: Form<Observation>, asked: Asked, options: Vec<Titled>, or: bool) -> El {
    let app = use_app();
    let few = options.len() <= SEGMENTS;
    let (mine, chosen) = (asked.id.clone(), asked.id.clone());
    let value = read(form, move |observation| {
        Some(observation.words(Words::Choice, &mine)).filter(|chosen| !chosen.is_empty())
    });
    let choose = move |option: Option<String>| {
        let option = option.unwrap_or_default();
        form.edit(|observation| observation.set_words(Words::Choice, &chosen, &option));
    };
    let or = or.then(|| other(form, &asked.id));
    let (field, choices) = (asked.field(), choices(options));
    let answers = if few {
        field.segments(choices, value, choose)
    } else {
        field.radios(choices, value, choose)
    };
    el("div").class("question").child(answers.clear(say!(app, item.clear))).child(or)
}
