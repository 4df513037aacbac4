//! Several answers to one question.

use std::rc::Rc;

use leptos::prelude::*;

use super::choice::Choice;
use super::choice_frame::{Face, Group, answer, choice_frame};
use super::field::Field;
use super::ids::fresh_id;
use crate::ui::dom::{Content, El, View, Words, checked_of, each, el, memo};

type Toggled = Rc<dyn Fn(String, bool)>;

/// Any number of answers, or at most some: then the rest cannot be chosen until one is taken back,
/// and a line says so.
pub struct Checks {
    field: Field,
    choices: Signal<Vec<Choice>>,
    value: Signal<Vec<String>>,
    on_toggle: Toggled,
    most: Option<(usize, Words)>,
}

impl Field {
    /// Asks for several. The value is the ids of the chosen ones; who listens is told an answer's
    /// id and whether it is now chosen.
    pub fn checks(
        self,
        choices: impl Into<Signal<Vec<Choice>>>,
        value: impl Into<Signal<Vec<String>>>,
        on_toggle: impl Fn(String, bool) + 'static,
    ) -> Checks {
        Checks {
            field: self,
            choices: choices.into(),
            value: value.into(),
            on_toggle: Rc::new(on_toggle),
            most: None,
        }
    }
}

impl Checks {
    /// At most this many, and what is said when they are chosen: "Du har valgt tre. Fjern et for at
    /// vælge et andet."
    #[must_use]
    pub fn at_most(mut self, most: usize, label: impl Into<Words>) -> Self {
        self.most = Some((most, label.into()));
        self
    }
}

impl Content for Checks {
    fn view(self) -> View {
        let Self { field, choices, value, on_toggle, most } = self;
        let ids = field.ids();
        let full_id = format!("{}-full", ids.control);
        let full = memo(move || most.is_some_and(|(most, _)| value.with(Vec::len) >= most));
        let status = el("p")
            .class("field-hint choice-full")
            .id(full_id.clone())
            .attr("role", "status")
            .child(move || match most {
                Some((_, label)) if full.get() => label.get(),
                _ => String::new(),
            });
        let row = move |choice| row(choice, value, Rc::clone(&on_toggle), full, full_id.clone());
        let rows = each(move || choices.get(), |choice: &Choice| choice.id.clone(), row);
        let answers = (el("div").class("choice-list").child(rows), status);
        choice_frame(&field, &ids, Group::Several, answers)
    }
}

fn row(
    choice: Choice,
    value: Signal<Vec<String>>,
    on_toggle: Toggled,
    full: Signal<bool>,
    full_id: String,
) -> El {
    let id = fresh_id("answer");
    let (mine, toggled) = (choice.id.clone(), choice.id.clone());
    let face = Face::of(choice);
    let meaning_id = face.meaning_id(&id);
    let checked = memo(move || value.with(|value| value.contains(&mine)));
    let resting = move || full.get() && !checked.get();
    let described_by = move || match (meaning_id.clone(), resting()) {
        (Some(meaning), true) => Some(format!("{meaning} {full_id}")),
        (None, true) => Some(full_id.clone()),
        (meaning, false) => meaning,
    };
    let input = el("input")
        .attr("type", "checkbox")
        .flag("checked", move || checked.get())
        .attr("disabled", resting)
        .attr("aria-describedby", described_by)
        .on("change", move |event| on_toggle(toggled.clone(), checked_of(&event)));
    answer(id, "choice choice-row choice-check", input, face)
}
