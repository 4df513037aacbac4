//! One line: a text, a number, a date, a time of day. Date and time are the browser's own fields:
//! they know the keyboard, the calendar and the language.

use leptos::prelude::*;

use super::field::Field;
use crate::ui::dom::{Content, El, Told, View, Words, el, told, value_of};

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Text,
    Number { decimals: bool },
    Date,
    Time,
}

/// A field for one line.
pub struct Input {
    field: Field,
    kind: Kind,
    value: Signal<String>,
    on_input: Told<String>,
    max_length: Option<u32>,
    unit: Option<Words>,
    is_last: bool,
}

impl Field {
    /// Asks for one line of text; told of every change as it is typed.
    pub fn text(
        self,
        value: impl Into<Signal<String>>,
        on_input: impl Fn(String) + 'static,
    ) -> Input {
        Input::new(self, Kind::Text, value.into(), told(on_input))
    }

    /// Asks for a number. It is a text with the keyboard for numbers: the page checks it and says
    /// what is wrong, where the browser's own field would drop what it does not understand.
    pub fn number(
        self,
        decimals: bool,
        value: impl Into<Signal<String>>,
        on_input: impl Fn(String) + 'static,
    ) -> Input {
        Input::new(self, Kind::Number { decimals }, value.into(), told(on_input))
    }

    /// Asks for a date: `2026-11-23`, or empty.
    pub fn date(
        self,
        value: impl Into<Signal<String>>,
        on_input: impl Fn(String) + 'static,
    ) -> Input {
        Input::new(self, Kind::Date, value.into(), told(on_input))
    }

    /// Asks for a time of day: `10:42`, or empty.
    pub fn time(
        self,
        value: impl Into<Signal<String>>,
        on_input: impl Fn(String) + 'static,
    ) -> Input {
        Input::new(self, Kind::Time, value.into(), told(on_input))
    }
}

impl Input {
    fn new(field: Field, kind: Kind, value: Signal<String>, on_input: Told<String>) -> Self {
        Self { field, kind, value, on_input, max_length: None, unit: None, is_last: false }
    }

    /// At most this many characters; the field takes no more.
    #[must_use]
    pub fn max_length(mut self, characters: u32) -> Self {
        self.max_length = Some(characters);
        self
    }

    /// The word after a number: "minutter".
    #[must_use]
    pub fn unit(mut self, unit: impl Into<Option<Words>>) -> Self {
        self.unit = unit.into();
        self
    }

    /// Nothing comes after it: the keyboard's enter key says that it is done.
    #[must_use]
    pub fn last(mut self) -> Self {
        self.is_last = true;
        self
    }
}

impl Content for Input {
    fn view(self) -> View {
        let ids = self.field.ids();
        let (kind, class) = match self.kind {
            Kind::Text => ("text", "input"),
            Kind::Number { .. } => ("text", "input input-number"),
            Kind::Date => ("date", "input input-date"),
            Kind::Time => ("time", "input input-time"),
        };
        let keyboard = match self.kind {
            Kind::Number { decimals: true } => Some("decimal"),
            Kind::Number { decimals: false } => Some("numeric"),
            _ => None,
        };
        let typed = matches!(self.kind, Kind::Text | Kind::Number { .. });
        let control = el("input")
            .attr("type", kind)
            .class(class)
            .attr("autocomplete", typed.then_some("off"))
            .attr("inputmode", keyboard)
            .attr("enterkeyhint", typed.then_some(if self.is_last { "done" } else { "next" }))
            .attr("maxlength", self.max_length);
        let control = typing(control, &self.field, self.value, self.on_input);
        let (numbers, unit) = (matches!(self.kind, Kind::Number { .. }), self.unit);
        self.field.around(&ids, control, |control| {
            if !numbers {
                return control;
            }
            el("div")
                .class("input-with-unit")
                .child(control)
                .child(unit.map(|unit| el("span").class("soft").child(unit)))
        })
    }
}

/// What every field that is typed in does.
pub fn typing(control: El, field: &Field, value: Signal<String>, on_input: Told<String>) -> El {
    let readonly = field.readonly;
    control
        .value(value)
        .attr("readonly", move || readonly.get())
        .on("input", move |event| on_input(value_of(&event)))
}
