//! One of a few answers, all in sight.

use std::rc::Rc;

use leptos::prelude::*;

use super::choice::Choice;
use super::choice_frame::{Clear, Face, Group, choice_frame};
use super::field::Field;
use super::ids::fresh_id;
use super::radio_tile::{ROW, SEGMENT, radio_tile};
use crate::ui::dom::{Content, Told, View, Words, each, el, memo, press, told};

#[derive(Clone, Copy, PartialEq, Eq)]
enum Look {
    Segments,
    Rows,
}

/// A radio group: big segments, or rows under each other.
pub struct Radios {
    field: Field,
    look: Look,
    choices: Signal<Vec<Choice>>,
    value: Signal<Option<String>>,
    on_choose: Told<Option<String>>,
    clear: Option<Words>,
}

impl Field {
    /// Asks for one of up to five, as big segments. With descriptions the segments are wider and
    /// fewer stand beside each other. The value is the id of the chosen one; who listens is told
    /// the new one, and `None` when it is taken back.
    pub fn segments(
        self,
        choices: impl Into<Signal<Vec<Choice>>>,
        value: impl Into<Signal<Option<String>>>,
        on_choose: impl Fn(Option<String>) + 'static,
    ) -> Radios {
        Radios::new(self, Look::Segments, choices.into(), value.into(), told(on_choose))
    }

    /// Asks for one of up to twelve, as rows under each other; otherwise as [`Field::segments`].
    pub fn radios(
        self,
        choices: impl Into<Signal<Vec<Choice>>>,
        value: impl Into<Signal<Option<String>>>,
        on_choose: impl Fn(Option<String>) + 'static,
    ) -> Radios {
        Radios::new(self, Look::Rows, choices.into(), value.into(), told(on_choose))
    }
}

impl Radios {
    fn new(
        field: Field,
        look: Look,
        choices: Signal<Vec<Choice>>,
        value: Signal<Option<String>>,
        on_choose: Told<Option<String>>,
    ) -> Self {
        Self { field, look, choices, value, on_choose, clear: None }
    }

    /// The words that take the answer back, "Fjern svar": with them the group can be emptied.
    #[must_use]
    pub fn clear(mut self, label: impl Into<Words>) -> Self {
        self.clear = Some(label.into());
        self
    }
}

impl Content for Radios {
    fn view(self) -> View {
        let Self { field, look, choices, value, on_choose, clear } = self;
        let ids = field.ids();
        let name = fresh_id("group");
        let can_clear = clear.is_some();
        let tell = Rc::clone(&on_choose);
        let tile = move |choice: Choice| {
            let (mine, id, tell) = (choice.id.clone(), choice.id.clone(), Rc::clone(&tell));
            let checked = memo(move || value.with(|value| value.as_ref() == Some(&mine)));
            let press = told(move |chosen: bool| {
                if chosen || can_clear {
                    tell(chosen.then(|| id.clone()));
                }
            });
            let class = if look == Look::Segments { SEGMENT } else { ROW };
            radio_tile(&name, class, checked, press, Face::of(choice))
        };
        let mut answers = el("div")
            .class(if look == Look::Segments { "segments" } else { "choice-list" })
            .child(each(move || choices.get(), |choice| choice.id.clone(), tile));
        if look == Look::Segments {
            answers = answers
                .attr("data-count", move || choices.with(Vec::len).to_string())
                .class_if("segments-described", move || {
                    choices.with(|all| all.iter().any(|choice| choice.description.is_some()))
                });
            answers = el("div").class("choices-room").child(answers);
        }
        let clear = clear.map(|label| Clear {
            label,
            answered: memo(move || value.with(Option::is_some)),
            on_press: press(move || on_choose(None)),
        });
        choice_frame(&field, &ids, Group::One(clear), answers)
    }
}
