//! The button: one action, in the imperative.

use leptos::prelude::*;

use super::icon::icon;
use super::icon_name::IconName;
use super::ids::fresh_id;
use crate::ui::dom::{Content, El, Press, View, Words, el, press, words};

/// How much a button asks for attention.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ButtonKind {
    /// What is next; at most one on a page.
    Primary,
    /// Another good choice.
    Secondary,
    /// Small things beside the content.
    Quiet,
    /// Something goes away.
    Loss,
}

impl ButtonKind {
    /// The classes that draw it, for what is not a button but looks like one.
    pub const fn class(self) -> &'static str {
        match self {
            Self::Primary => "button button-primary",
            Self::Secondary => "button button-secondary",
            Self::Quiet => "button button-quiet",
            Self::Loss => "button button-loss",
        }
    }
}

/// A button with words, and an icon before them when it helps.
///
/// A disabled button stays in the tab order and says why: a reason is the only way to disable it.
pub struct Button {
    label: Words,
    about: Option<Words>,
    on_press: Press,
    kind: ButtonKind,
    icon: Option<IconName>,
    busy: Option<(Signal<bool>, Words)>,
    disabled_reason: Option<Signal<Option<String>>>,
    pressed: Option<Signal<bool>>,
    wide: bool,
    id: Option<String>,
}

impl Button {
    /// The words on it, and what happens.
    pub fn new(label: impl Into<Words>, on_press: impl Fn() + 'static) -> Self {
        Self {
            label: label.into(),
            about: None,
            on_press: press(on_press),
            kind: ButtonKind::Secondary,
            icon: None,
            busy: None,
            disabled_reason: None,
            pressed: None,
            wide: false,
            id: None,
        }
    }

    /// How much it asks for attention; as another good choice unless it is told.
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

    /// While it is doing what was asked, presses are ignored and these words stand on it: "Laver
    /// fil …".
    #[must_use]
    pub fn busy(mut self, busy: impl Into<Signal<bool>>, label: impl Into<Words>) -> Self {
        self.busy = Some((busy.into(), label.into()));
        self
    }

    /// Why it cannot be pressed now; `None` when it can.
    #[must_use]
    pub fn disabled_reason(mut self, reason: impl Into<Signal<Option<String>>>) -> Self {
        self.disabled_reason = Some(reason.into());
        self
    }

    /// For a button that stays down: whether it is.
    #[must_use]
    pub fn pressed(mut self, pressed: impl Into<Signal<bool>>) -> Self {
        self.pressed = Some(pressed.into());
        self
    }

    /// As wide as its column.
    #[must_use]
    pub fn wide(mut self) -> Self {
        self.wide = true;
        self
    }

    /// Its id, when something else points at it.
    #[must_use]
    pub fn id(mut self, id: impl Into<String>) -> Self {
        self.id = Some(id.into());
        self
    }
}

impl Content for Button {
    fn view(self) -> View {
        let Self { label, on_press, kind, busy, disabled_reason, .. } = self;
        let is_busy = move || busy.and_then(|(busy, _)| busy.try_get()) == Some(true);
        let reason = move || disabled_reason.and_then(|reason| reason.try_get()).flatten();
        let shown = match busy {
            None => label,
            Some((_, busy_label)) => {
                words(move || if is_busy() { busy_label.get() } else { label.get() })
            }
        };
        let press = move |_| {
            if untrack(reason).is_none() && !untrack(is_busy) {
                on_press();
            }
        };
        let mut button = el("button")
            .attr("type", "button")
            .id(self.id)
            .class(kind.class())
            .attr("aria-pressed", self.pressed.map(true_or_false))
            .on("click", press)
            .child(self.icon.map(icon))
            .child(el("span").child(shown))
            .child(self.about.map(spoken));
        if self.wide {
            button = button.class_if("button-wide", || true);
        }
        if busy.is_some() {
            button = button.attr("aria-busy", move || is_busy().then_some("true"));
        }
        let mut whole = el("span").class(if self.wide {
            "button-with-reason button-with-reason-wide"
        } else {
            "button-with-reason"
        });
        if disabled_reason.is_some() {
            let id = fresh_id("reason");
            let described_by = id.clone();
            button = button
                .attr("aria-disabled", move || reason().map(|_| "true"))
                .attr("aria-describedby", move || reason().map(|_| described_by.clone()));
            whole =
                whole.child(button).child(el("span").class("button-reason").id(id).child(reason));
        } else {
            whole = whole.child(button);
        }
        whole.view()
    }
}

/// Words that are heard and not seen.
pub fn spoken(words: Words) -> El {
    el("span").class("visually-hidden").child(" ").child(words)
}

/// A state of a button, as its attributes say it.
pub fn true_or_false(on: Signal<bool>) -> Signal<&'static str> {
    Signal::derive(move || if on.get() { "true" } else { "false" })
}
