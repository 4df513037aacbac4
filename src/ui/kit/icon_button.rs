//! A button of one icon, for fixed places that the hand learns.

use leptos::prelude::*;

use super::button::true_or_false;
use super::icon::icon;
use super::icon_name::IconName;
use crate::ui::dom::{Content, Press, View, Words, el, press};

/// An icon to press. Its name is always there for screen readers and on hover, and beneath the
/// icon where it is asked for.
pub struct IconButton {
    icon: IconName,
    label: Words,
    on_press: Press,
    with_word: bool,
    disabled: Signal<bool>,
    expanded: Option<Signal<bool>>,
    pressed: Option<Signal<bool>>,
    id: Option<String>,
}

impl IconButton {
    /// The drawing, what it does in words, and what happens.
    pub fn new(icon: IconName, label: impl Into<Words>, on_press: impl Fn() + 'static) -> Self {
        Self {
            icon,
            label: label.into(),
            on_press: press(on_press),
            with_word: false,
            disabled: Signal::stored(false),
            expanded: None,
            pressed: None,
            id: None,
        }
    }

    /// Its id, when the focus is to come back to it.
    #[must_use]
    pub fn id(mut self, id: impl Into<String>) -> Self {
        self.id = Some(id.into());
        self
    }

    /// Shows the words beneath the icon.
    #[must_use]
    pub fn with_word(mut self) -> Self {
        self.with_word = true;
        self
    }

    /// It cannot be pressed now: at the end of a list, at zero.
    #[must_use]
    pub fn disabled(mut self, disabled: impl Into<Signal<bool>>) -> Self {
        self.disabled = disabled.into();
        self
    }

    /// For a button that opens something: whether it is open.
    #[must_use]
    pub fn expanded(mut self, expanded: impl Into<Signal<bool>>) -> Self {
        self.expanded = Some(expanded.into());
        self
    }

    /// For a button that stays down: whether it is.
    #[must_use]
    pub fn pressed(mut self, pressed: impl Into<Signal<bool>>) -> Self {
        self.pressed = Some(pressed.into());
        self
    }
}

impl Content for IconButton {
    fn view(self) -> View {
        let Self { label, on_press, disabled, with_word, .. } = self;
        let press = move |_| {
            if disabled.try_get_untracked() == Some(false) {
                on_press();
            }
        };
        el("button")
            .attr("type", "button")
            .id(self.id)
            .class(if with_word {
                "button icon-button icon-button-with-word"
            } else {
                "button icon-button"
            })
            .attr("title", label)
            .attr("aria-label", label)
            .attr("aria-disabled", move || disabled.get().then_some("true"))
            .attr("aria-expanded", self.expanded.map(true_or_false))
            .attr("aria-pressed", self.pressed.map(true_or_false))
            .on("click", press)
            .child(icon(self.icon))
            .child(with_word.then(|| el("span").attr("aria-hidden", "true").child(label)))
            .view()
    }
}
