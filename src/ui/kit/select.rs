//! One of many, in the browser's own list.

use leptos::prelude::*;

use super::choice::Choice;
use super::field::Field;
use super::icon::icon;
use super::icon_name::IconName;
use crate::ui::dom::{Content, Told, View, Words, each, el, told, value_of};

/// A list that opens. For up to five answers use [`Field::segments`], for up to twelve
/// [`Field::radios`]: what can be seen is chosen faster.
pub struct Select {
    field: Field,
    choices: Signal<Vec<Choice>>,
    value: Signal<String>,
    on_input: Told<String>,
    empty_label: Option<Words>,
}

impl Field {
    /// Asks for one of many. The value is the id of the chosen one; empty when none is.
    pub fn select(
        self,
        choices: impl Into<Signal<Vec<Choice>>>,
        value: impl Into<Signal<String>>,
        on_input: impl Fn(String) + 'static,
    ) -> Select {
        Select {
            field: self,
            choices: choices.into(),
            value: value.into(),
            on_input: told(on_input),
            empty_label: None,
        }
    }
}

impl Select {
    /// The words for "none chosen": "Vælg klasse". Without them the first answer stands chosen.
    #[must_use]
    pub fn empty_label(mut self, label: impl Into<Words>) -> Self {
        self.empty_label = Some(label.into());
        self
    }
}

impl Content for Select {
    fn view(self) -> View {
        let Self { field, choices, value, on_input, empty_label } = self;
        let ids = field.ids();
        // Each option says whether it is chosen: a value set on the select itself is lost when its
        // options arrive after it.
        let option = move |id: String, label: Words| {
            el("option")
                .attr("value", id.clone())
                .flag("selected", move || value.with(|value| *value == id))
                .child(label)
        };
        let readonly = field.readonly;
        let control = el("select")
            .class("input")
            .attr("disabled", move || readonly.get())
            .on("change", move |event| on_input(value_of(&event)))
            .child(empty_label.map(|label| option(String::new(), label)))
            .child(each(
                move || choices.get(),
                |choice| choice.id.clone(),
                move |choice| option(choice.id, choice.label),
            ));
        field.around(&ids, control, |control| {
            el("div").class("select").child(control).child(icon(IconName::Down))
        })
    }
}
