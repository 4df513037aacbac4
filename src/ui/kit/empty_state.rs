//! A page with nothing on it yet: what comes here, and the next step.

use super::icon::{IconSize, icon_sized};
use super::icon_name::IconName;
use crate::ui::dom::{Content, View, Words, el};

/// What an empty list says instead of nothing.
pub struct EmptyState {
    icon: IconName,
    title: Words,
    text: Words,
    action: View,
}

impl EmptyState {
    /// What there is none of, "Ingen observationer endnu", and what the next step is.
    pub fn new(icon: IconName, title: impl Into<Words>, text: impl Into<Words>) -> Self {
        Self { icon, title: title.into(), text: text.into(), action: View::nothing() }
    }

    /// The next step, as a button.
    #[must_use]
    pub fn action(mut self, action: impl Content) -> Self {
        self.action = action.view();
        self
    }
}

impl Content for EmptyState {
    fn view(self) -> View {
        el("div")
            .class("empty")
            .child(el("span").class("empty-mark").child(icon_sized(self.icon, IconSize::Large)))
            .child(el("h2").child(self.title))
            .child(el("p").class("soft").child(self.text))
            .child(self.action)
            .view()
    }
}
