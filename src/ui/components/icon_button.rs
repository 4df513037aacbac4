//! A button of one icon, for fixed places that the hand learns.

use leptos::prelude::*;

use super::icon::{Icon, IconName};
use super::text::words;

/// An icon to press. Its name is always there for screen readers and on hover, and beneath the
/// icon when `with_word` is set.
#[component]
pub fn IconButton(
    /// The drawing.
    icon: IconName,
    /// What it does, in words.
    #[prop(into)]
    label: TextProp,
    /// What happens.
    #[prop(into)]
    on_press: Callback<()>,
    /// Show the words beneath the icon.
    #[prop(optional)]
    with_word: bool,
    /// It cannot be pressed now: at the end of a list, at zero.
    #[prop(optional, into)]
    disabled: Signal<bool>,
    /// For a button that opens something: whether it is open.
    #[prop(optional, into)]
    expanded: Option<Signal<bool>>,
    /// For a button that stays down: whether it is.
    #[prop(optional, into)]
    pressed: Option<Signal<bool>>,
) -> impl IntoView {
    let label = words(label);
    let state = |on: bool| if on { "true" } else { "false" };
    let press = move |_| {
        if disabled.try_get_untracked() == Some(false) {
            on_press.try_run(());
        }
    };
    view! {
        <button
            type="button"
            class="button icon-button"
            class:icon-button-with-word=with_word
            title=move || label.get()
            aria-label=move || label.get()
            aria-disabled=move || disabled.get().then_some("true")
            aria-expanded=move || expanded.map(|open| state(open.get()))
            aria-pressed=move || pressed.map(|down| state(down.get()))
            on:click=press
        >
            <Icon name=icon />
            {with_word.then(|| view! { <span aria-hidden="true">{move || label.get()}</span> })}
        </button>
    }
}
