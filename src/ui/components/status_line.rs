//! Whether what was written is safe: a quiet line that is always in the same place.

use leptos::prelude::*;

use super::icon::{IconSize, icon_sized};
use super::icon_name::IconName;
use crate::ui::dom::{El, Words, el};

/// Where saving is.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum SaveStatus {
    /// Nothing has been written yet.
    #[default]
    Idle,
    /// On its way.
    Saving,
    /// Safe, with the words for it: "Gemt 10.42".
    Saved(String),
    /// Not saved: what happened, that it is still here, and what to do.
    Failed(String),
}

/// The line, with the words while it is on its way, "Gemmer …", and those before anything is
/// written. Its room is kept when it is empty, so nothing jumps when it speaks.
pub fn status_line(status: Signal<SaveStatus>, saving_label: Words, idle_label: Words) -> El {
    let shown = move || match status.get() {
        SaveStatus::Idle => idle_label.get(),
        SaveStatus::Saving => saving_label.get(),
        SaveStatus::Saved(text) | SaveStatus::Failed(text) => text,
    };
    // All signs are there and one is seen: this changes twice with every key that is pressed, and a
    // node that comes or goes costs more than one that is shown.
    let sign = |name, of: fn(&SaveStatus) -> bool| {
        let sign = icon_sized(name, IconSize::Small);
        sign.attr("hidden", move || (!status.with(of)).then_some(""))
    };
    let signs = [
        sign(IconName::Clock, |it| *it == SaveStatus::Saving),
        sign(IconName::Check, |it| matches!(it, SaveStatus::Saved(_))),
        sign(IconName::Loss, |it| matches!(it, SaveStatus::Failed(_))),
    ];
    // Saving follows every key that is pressed. Only where it ends is said aloud, and the same
    // words are not said twice: a memo that has not changed leaves the live region alone.
    let spoken = Memo::new(move |before: Option<&String>| match status.get() {
        SaveStatus::Saved(text) | SaveStatus::Failed(text) => text,
        SaveStatus::Idle | SaveStatus::Saving => before.cloned().unwrap_or_default(),
    });
    el("div")
        .class("status-line")
        .class_if("status-line-failed", move || {
            status.with(|status| matches!(status, SaveStatus::Failed(_)))
        })
        .child(signs.to_vec())
        .child(el("span").attr("aria-hidden", "true").child(shown))
        .child(
            el("span")
                .class("visually-hidden")
                .attr("aria-live", "polite")
                .child(move || spoken.get()),
        )
}
