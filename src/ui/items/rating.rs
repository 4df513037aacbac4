//! A question with described levels; "not seen" is an answer of its own and not the lowest level.

use leptos::prelude::*;

use super::{Asked, localized, read};
use crate::domain::{Level, Localized, Observation, Rated, Words};
use crate::ui::components::{Field, Rating, RatingLevel};
use crate::ui::dom::{El, View, el, show};
use crate::ui::form::Form;
use crate::ui::state::use_app;
use crate::ui::texts::say;

pub(super) fn rating(
    form: Form<Observation>,
    asked: Asked,
    levels: Vec<Level>,
    not_seen: Option<Localized>,
    comment: bool,
) -> El {
    let app = use_app();
    let of = levels.len();
    let steps = levels.into_iter().enumerate().map(|(index, level)| RatingLevel {
        step: say!(app, item.step, number = index + 1, of = of),
        label: localized(level.label),
        description: Some(localized(level.description)),
    });
    let (mine, rated) = (asked.id.clone(), asked.id.clone());
    let value = read(form, move |observation| {
        observation.rating(&mine).map(|rated| match rated {
            Rated::Level(level) => Rating::Level(level),
            Rated::NotSeen => Rating::NotSeen,
        })
    });
    let rate = move |rating: Option<Rating>| {
        let rating = rating.map(|rating| match rating {
            Rating::Level(level) => Rated::Level(level),
            Rating::NotSeen => Rated::NotSeen,
        });
        form.edit(|observation| observation.rate(&rated, rating));
    };
    let evidence = comment.then(|| evidence(form, asked.id.clone()));
    let not_seen = localized(not_seen.unwrap_or_default());
    let scale = asked.field().scale(steps.collect(), not_seen, value, rate);
    el("div").class("question stack").child(scale.clear(say!(app, item.clear))).child(evidence)
}

/// What was seen that speaks for the level. Shown once there is a level to speak for.
fn evidence(form: Form<Observation>, item: String) -> View {
    let app = use_app();
    let (rated, mine, written) = (item.clone(), item.clone(), item);
    let is_rated = read(form, move |observation| {
        observation.rating(&rated).is_some()
            || !observation.words(Words::Comment, &rated).is_empty()
    });
    let value = read(form, move |observation| observation.words(Words::Comment, &mine));
    let write = move |text: String| {
        form.edit(|observation| observation.set_words(Words::Comment, &written, &text));
    };
    show(
        move || is_rated.get(),
        move || {
            Field::new(say!(app, item.evidence))
                .optional(say!(app, form.optional))
                .area(value, write.clone())
                .max_length(1000)
                .short()
        },
    )
}
