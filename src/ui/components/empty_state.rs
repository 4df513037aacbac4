//! A page with nothing on it yet: what comes here, and the next step.

use leptos::prelude::*;

use super::icon::{Icon, IconName, IconSize};
use super::text::words;

/// What an empty list says instead of nothing.
#[component]
pub fn EmptyState(
    /// What would be here.
    icon: IconName,
    /// What there is none of: "Ingen observationer endnu".
    #[prop(into)]
    title: TextProp,
    /// What the next step is, and how long it takes.
    #[prop(into)]
    text: TextProp,
    /// The next step, as a button.
    #[prop(optional, into)]
    action: ViewFn,
) -> impl IntoView {
    let (title, text) = (words(title), words(text));
    view! {
        <div class="empty">
            <span class="empty-mark">
                <Icon name=icon size=IconSize::Large />
            </span>
            <h2>{move || title.get()}</h2>
            <p class="soft">{move || text.get()}</p>
            {action.run()}
        </div>
    }
}
