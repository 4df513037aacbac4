//! The button: one action, in the imperative.

use leptos::prelude::*;

use super::icon::{Icon, IconName};
use super::ids::fresh_id;
use super::text::{maybe_words, words};

/// How much a button asks for attention.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum ButtonKind {
    /// What is next; at most one on a page.
    Primary,
    /// Another good choice.
    #[default]
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
#[component]
pub fn Button(
    /// The words on it.
    #[prop(into)]
    label: TextProp,
    /// What happens.
    #[prop(into)]
    on_press: Callback<()>,
    /// How much it asks for attention.
    #[prop(optional)]
    kind: ButtonKind,
    /// An icon before the words.
    #[prop(optional, into)]
    icon: Option<IconName>,
    /// It is doing what was asked; presses are ignored meanwhile.
    #[prop(optional, into)]
    busy: Signal<bool>,
    /// The words while busy: "Laver fil …".
    #[prop(optional, into)]
    busy_label: Option<TextProp>,
    /// Why it cannot be pressed now; `None` when it can.
    #[prop(optional, into)]
    disabled_reason: Signal<Option<String>>,
    /// For a button that stays down: whether it is.
    #[prop(optional, into)]
    pressed: Option<Signal<bool>>,
    /// As wide as its column.
    #[prop(optional)]
    wide: bool,
    /// Its id, when something else points at it.
    #[prop(optional, into)]
    id: Option<String>,
) -> impl IntoView {
    let label = words(label);
    let busy_label = maybe_words(busy_label);
    let reason_id = fresh_id("reason");
    let described_by = {
        let reason_id = reason_id.clone();
        move || disabled_reason.with(|reason| reason.is_some().then(|| reason_id.clone()))
    };
    let resting = move || disabled_reason.with(Option::is_some);
    let shown = move || match (busy.get(), busy_label) {
        (true, Some(text)) => text.get(),
        _ => label.get(),
    };
    let press = move |_| {
        let rests = disabled_reason.try_with_untracked(Option::is_some) != Some(false);
        let works = busy.try_get_untracked() != Some(false);
        if !rests && !works {
            on_press.try_run(());
        }
    };
    view! {
        <span class="button-with-reason">
            <button
                type="button"
                id=id
                class=kind.class()
                class:button-wide=wide
                aria-disabled=move || resting().then_some("true")
                aria-busy=move || busy.get().then_some("true")
                aria-pressed=move || pressed.map(|down| if down.get() { "true" } else { "false" })
                aria-describedby=described_by
                on:click=press
            >
                {icon.map(|name| view! { <Icon name=name /> })}
                <span>{shown}</span>
            </button>
            <span class="button-reason" id=reason_id>
                {move || disabled_reason.get()}
            </span>
        </span>
    }
}
