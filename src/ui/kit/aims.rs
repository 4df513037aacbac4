//! What the team aims at, where something belongs to it: one of the initiative's goals and expectations is
//! chosen, or it is said in other words.

use std::rc::Rc;

use leptos::prelude::*;

use super::choice::Choice;
use super::field::Field;
use crate::ui::dom::{Content as _, View, Words, el, memo, show};
use crate::ui::shell::{App, say};

const OWN: &str = "own";

/// Asks which of the aims something belongs to. What is chosen is kept as words, so that it can be read
/// when the aim has been changed or removed; without any aims words are all there is.
pub fn aim_or_words(
    app: App,
    label: Words,
    aims: Signal<Vec<String>>,
    value: Signal<String>,
    write: Rc<dyn Fn(String)>,
) -> View {
    let own = RwSignal::new(false);
    let position = move || aims.with(|aims| aims.iter().position(|aim| *aim == value.get().trim()));
    let chosen = memo(move || match position() {
        _ if own.get() => Some(OWN.to_owned()),
        Some(place) => Some(place.to_string()),
        None => value.with(|it| !it.trim().is_empty()).then(|| OWN.to_owned()),
    });
    let choices = Signal::derive(move || {
        let aims = aims.get();
        if aims.is_empty() {
            return Vec::new();
        }
        let own = Choice::new(OWN, say!(app, aims.own_words));
        let aims = aims.into_iter().enumerate();
        aims.map(|(place, aim)| Choice::new(place.to_string(), Words::from(aim)))
            .chain([own])
            .collect()
    });
    let set = Rc::clone(&write);
    let choose = move |id: Option<String>| {
        own.set(id.as_deref() == Some(OWN));
        let place = id.as_deref().and_then(|id| id.parse::<usize>().ok());
        match place.and_then(|place| aims.with_untracked(|aims| aims.get(place).cloned())) {
            Some(aim) => set(aim),
            None if id.is_none() => set(String::new()),
            None => {}
        }
    };
    let has_aims = memo(move || !aims.with(Vec::is_empty));
    let radios = move || {
        Field::new(label)
            .optional(say!(app, form.optional))
            .radios(choices, chosen, choose.clone())
            .clear(say!(app, item.clear))
    };
    let field = move || {
        let label = if has_aims.get_untracked() { say!(app, aims.own_words) } else { label };
        let write = Rc::clone(&write);
        Field::new(label)
            .optional(say!(app, form.optional))
            .area(value, move |text| write(text))
            .max_length(500)
            .short()
    };
    let is_own = move || !has_aims.get() || chosen.get().as_deref() == Some(OWN);
    el("div")
        .class("stack")
        .child(show(move || has_aims.get(), radios))
        .child(show(is_own, field))
        .view()
}
