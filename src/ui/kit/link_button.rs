//! A link that looks like a button: it goes somewhere, and can be opened in a new tab.

use leptos::prelude::*;

use super::button::{ButtonKind, spoken};
use super::icon::icon;
use super::icon_name::IconName;
use super::link::link;
use crate::ui::dom::{Content, View, Words, el};

/// A link with the button's looks.
pub struct LinkButton {
    href: Signal<String>,
    label: Words,
    about: Option<Words>,
    kind: ButtonKind,
    icon: Option<IconName>,
    wide: bool,
}

impl LinkButton {
    /// Where it goes, as the router sees it, and the words on it.
    pub fn new(href: impl Into<Signal<String>>, label: impl Into<Words>) -> Self {
        Self {
            href: href.into(),
            label: label.into(),
            about: None,
            kind: ButtonKind::Secondary,
            icon: None,
            wide: false,
        }
    }

    /// How much it asks for attention.
    #[must_use]
    pub fn kind(mut self, kind: ButtonKind) -> Self {
        self.kind = kind;
        self
    }

    /// What it is about, for those who do not see what it stands beside: "af »Vores skema«".
    #[must_use]
    pub fn about(mut self, about: impl Into<Words>) -> Self {
        self.about = Some(about.into());
        self
    }

    /// An icon before the words.
    #[must_use]
    pub fn icon(mut self, icon: IconName) -> Self {
        self.icon = Some(icon);
        self
    }

    /// As wide as its column.
    #[must_use]
    pub fn wide(mut self) -> Self {
        self.wide = true;
        self
    }
}

impl Content for LinkButton {
    fn view(self) -> View {
        let class = self.kind.class();
        link(self.href)
            .class(if self.wide { format!("{class} button-wide") } else { class.to_owned() })
            .child(self.icon.map(icon))
            .child(el("span").child(self.label))
            .child(self.about.map(spoken))
            .view()
    }
}
