//! A link that looks like a button: it goes somewhere, and can be opened in a new tab.

use leptos::prelude::*;
use leptos_router::components::A;

use super::address::address;
use super::button::ButtonKind;
use super::icon::{Icon, IconName};
use super::text::words;

/// A link with the button's looks.
#[component]
pub fn LinkButton(
    /// Where it goes, as the router sees it.
    #[prop(into)]
    href: Signal<String>,
    /// The words on it.
    #[prop(into)]
    label: TextProp,
    /// How much it asks for attention.
    #[prop(optional)]
    kind: ButtonKind,
    /// An icon before the words.
    #[prop(optional, into)]
    icon: Option<IconName>,
    /// As wide as its column.
    #[prop(optional)]
    wide: bool,
) -> impl IntoView {
    let label = words(label);
    let class =
        if wide { format!("{} button-wide", kind.class()) } else { kind.class().to_owned() };
    view! {
        <A href=move || address(&href.get()) attr:class=class>
            {icon.map(|name| view! { <Icon name=name /> })}
            <span>{move || label.get()}</span>
        </A>
    }
}
