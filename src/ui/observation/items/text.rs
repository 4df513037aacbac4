//! A question that is answered in words.

use super::asked::{Asked, read};
use crate::domain::observation::{Observation, Words};
use crate::ui::kit::prelude::*;

pub fn text(form: Form<Observation>, asked: Asked, multiline: bool, max_length: usize) -> El {
    let (mine, written) = (asked.id.clone(), asked.id.clone());
    let value = read(form, move |observation| observation.words(Words::Text, &mine));
    let write = move |text: String| {
        form.edit(|observation| observation.set_words(Words::Text, &written, &text));
    };
    let longest = u32::try_from(max_length).unwrap_or(u32::MAX);
    let field = asked.field();
    el("div").class("question").child(if multiline {
        field.area(value, write).max_length(longest).view()
    } else {
        field.text(value, write).max_length(longest).view()
    })
}
