//! Several lines of text, in a field that grows with them.

use leptos::prelude::*;

use super::field::Field;
use super::input::typing;
use crate::platform::styles;
use crate::ui::dom::{Content, Told, View, el, told};

/// A field for more than one line. It is as tall as what is in it, so nothing is ever hidden in a
/// small window of its own.
pub struct Area {
    field: Field,
    value: Signal<String>,
    on_input: Told<String>,
    max_length: Option<u32>,
    short: bool,
}

impl Field {
    /// Asks for several lines of text; told of every change as it is typed.
    pub fn area(
        self,
        value: impl Into<Signal<String>>,
        on_input: impl Fn(String) + 'static,
    ) -> Area {
        Area {
            field: self,
            value: value.into(),
            on_input: told(on_input),
            max_length: None,
            short: false,
        }
    }
}

impl Area {
    /// At most this many characters; the field takes no more.
    #[must_use]
    pub fn max_length(mut self, characters: u32) -> Self {
        self.max_length = Some(characters);
        self
    }

    /// One line tall while empty, for notes in a hurry.
    #[must_use]
    pub fn short(mut self) -> Self {
        self.short = true;
        self
    }
}

impl Content for Area {
    fn view(self) -> View {
        let ids = self.field.ids();
        let control =
            el("textarea").class("input").attr("rows", "1").attr("maxlength", self.max_length);
        let control = typing(control, &self.field, self.value, self.on_input);
        let (value, short) = (self.value, self.short);
        self.field.around(&ids, control, |control| {
            let area = el("div")
                .class(if short { "text-area text-area-short" } else { "text-area" })
                .child(control);
            // Where a field does not grow by itself, a copy of its words behind it makes the room.
            if styles::fields_grow() { area } else { area.attr("data-text", value) }
        })
    }
}
