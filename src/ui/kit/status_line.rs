//! Whether what was written is safe: a quiet line that is always in the same place.

use std::time::Duration;

use leptos::prelude::*;

use super::icon::{IconSize, icon_sized};
use super::icon_name::IconName;
use crate::ui::dom::{El, Words, el, follow};

/// How long saving may take before the line says that it is on its way: as a rule it is over by then.
const QUIET: Duration = Duration::from_millis(300);

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
    let seen = seen(status);
    let shown = move || match seen.get() {
        SaveStatus::Idle => idle_label.get(),
        SaveStatus::Saving => saving_label.get(),
        SaveStatus::Saved(text) | SaveStatus::Failed(text) => text,
    };
    // All signs are there and one is seen: a node that comes or goes costs more than one that is shown.
    let sign = |name, of: fn(&SaveStatus) -> bool| {
        let sign = icon_sized(name, IconSize::Small);
        sign.attr("hidden", move || (!seen.with(of)).then_some(""))
    };
    let signs = [
        sign(IconName::Clock, |it| *it == SaveStatus::Saving),
        sign(IconName::Check, |it| matches!(it, SaveStatus::Saved(_))),
        sign(IconName::Loss, |it| matches!(it, SaveStatus::Failed(_))),
    ];
    // Saving follows every key that is pressed. Only where it ends is said aloud, and the same
    // words are not said twice: a memo that has not changed leaves the live region alone.
    let spoken = Memo::new(move |before: Option<&String>| match seen.get() {
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
                .attr("aria-busy", move || (status.get() == SaveStatus::Saving).then_some("true"))
                .child(move || spoken.get()),
        )
}

/// What the line says of a status. That something is on its way is said only where it takes a while: the
/// line does not flicker with every key, and no key waits for the line.
fn seen(status: Signal<SaveStatus>) -> Signal<SaveStatus> {
    let seen = RwSignal::new(status.get_untracked());
    let say = move |now: SaveStatus| {
        if seen.try_with_untracked(|before| *before != now) == Some(true) {
            seen.try_set(now);
        }
    };
    follow(move || match status.get() {
        SaveStatus::Saving => set_timeout(
            move || {
                if status.try_get_untracked() == Some(SaveStatus::Saving) {
                    say(SaveStatus::Saving);
                }
            },
            QUIET,
        ),
        now => say(now),
    });
    seen.into()
}
