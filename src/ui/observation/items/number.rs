//! A question that is answered with a number.

use super::asked::{Asked, read};
use crate::domain::observation::{Observation, Words};
use crate::ui::kit::prelude::*;

pub fn number(form: Form<Observation>, asked: Asked, min: Option<i64>, max: Option<i64>) -> El {
    let app = use_app();
    let (mine, written) = (asked.id.clone(), asked.id.clone());
    let value = read(form, move |observation| observation.words(Words::Number, &mine));
    // What was typed is kept as it stands, right or wrong: the field says what is wrong with it.
    let write = move |text: String| {
        form.edit(|observation| observation.set_words(Words::Number, &written, &text));
    };
    let error = Signal::derive(move || {
        let typed = value.get();
        if typed.is_empty() {
            return None;
        }
        let number = typed.parse::<i64>();
        match number {
            Err(_) => Some(text!(app, item.not_a_number)),
            Ok(number) if min.is_some_and(|min| number < min) => {
                Some(text!(app, item.too_small, least = min.unwrap_or_default()))
            }
            Ok(number) if max.is_some_and(|max| number > max) => {
                Some(text!(app, item.too_large, most = max.unwrap_or_default()))
            }
            Ok(_) => None,
        }
    });
    el("div").class("question").child(asked.field().error(error).number(false, value, write))
}
