//! Whether what was written is safe: a quiet line that is always in the same place.

use leptos::prelude::*;

use super::icon::{Icon, IconName, IconSize};
use super::text::words;

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

/// The line. Its room is kept when it is empty, so nothing jumps when it speaks.
#[component]
pub fn StatusLine(
    /// Where saving is.
    #[prop(into)]
    status: Signal<SaveStatus>,
    /// The words while it is on its way: "Gemmer …".
    #[prop(into)]
    saving_label: TextProp,
    /// The words before anything is written.
    #[prop(optional, into)]
    idle_label: TextProp,
) -> impl IntoView {
    let (saving_label, idle_label) = (words(saving_label), words(idle_label));
    let shown = move || match status.get() {
        SaveStatus::Idle => idle_label.get(),
        SaveStatus::Saving => saving_label.get(),
        SaveStatus::Saved(text) | SaveStatus::Failed(text) => text,
    };
    let icon = move || match status.get() {
        SaveStatus::Idle => None,
        SaveStatus::Saving => Some(IconName::Clock),
        SaveStatus::Saved(_) => Some(IconName::Check),
        SaveStatus::Failed(_) => Some(IconName::Loss),
    };
    // Saving follows every key that is pressed. Only where it ends is said aloud, and the same
    // words are not said twice: a memo that has not changed leaves the live region alone.
    let spoken = Memo::new(move |before: Option<&String>| match status.get() {
        SaveStatus::Saved(text) | SaveStatus::Failed(text) => text,
        SaveStatus::Idle | SaveStatus::Saving => before.cloned().unwrap_or_default(),
    });
    let failed = move || status.with(|status| matches!(status, SaveStatus::Failed(_)));
    view! {
        <div class="status-line" class:status-line-failed=failed>
            {move || icon().map(|name| view! { <Icon name=name size=IconSize::Small /> })}
            <span aria-hidden="true">{shown}</span>
            <span class="visually-hidden" aria-live="polite">
                {move || spoken.get()}
            </span>
        </div>
    }
}
