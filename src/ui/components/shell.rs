//! The frame around every page: a way past it, and the places to go.

use leptos::prelude::*;
use leptos_router::components::A;

use super::address::address;
use super::focus::focus_field;
use super::icon::{Icon, IconName};
use super::text::words;

/// The id of the page's `<main>`.
pub const MAIN_ID: &str = "main";

/// One place in the bar or rail.
#[derive(Debug, Clone)]
pub struct Place {
    /// Where it goes, as the router sees it.
    pub href: String,
    /// Its icon.
    pub icon: IconName,
    /// Its name, one word or two.
    pub label: TextProp,
    /// Current only on this very address, not on those below it: for the front page.
    pub exact: bool,
}

impl Place {
    /// A place that is current on its address and all below it.
    pub fn new(href: impl Into<String>, icon: IconName, label: impl Into<TextProp>) -> Self {
        Self { href: href.into(), icon, label: label.into(), exact: false }
    }

    /// Current on its own address only.
    #[must_use]
    pub fn exact(mut self) -> Self {
        self.exact = true;
        self
    }
}

/// The frame. Mount it once inside the router, with the routes as children; each route shows a
/// [`Page`](super::Page).
#[component]
pub fn Shell(
    /// At most five.
    places: Vec<Place>,
    /// The name of the navigation for screen readers: "Steder".
    #[prop(into)]
    nav_label: TextProp,
    /// The words of the way past it: "Gå til indholdet".
    #[prop(into)]
    skip_label: TextProp,
    /// The routes, and what lies over every page, like the toasts.
    children: Children,
) -> impl IntoView {
    let nav_label = words(nav_label);
    let skip_label = words(skip_label);
    // The base of the document makes "#main" another page; the focus is moved by hand.
    let skip = move |event: leptos::ev::MouseEvent| {
        event.prevent_default();
        focus_field(MAIN_ID);
    };
    view! {
        <a class="skip-link" href=format!("#{MAIN_ID}") on:click=skip>
            {move || skip_label.get()}
        </a>
        <div class="shell">
            <nav class="places" aria-label=move || nav_label.get()>
                <ul class="places-list" role="list">
                    {places.into_iter().map(|place| view! { <PlaceLink place=place /> }).collect_view()}
                </ul>
            </nav>
            {children()}
        </div>
    }
}

#[component]
fn PlaceLink(place: Place) -> impl IntoView {
    let label = words(place.label);
    view! {
        <li>
            <A href=address(&place.href) exact=place.exact attr:class="place">
                <Icon name=place.icon />
                <span>{move || label.get()}</span>
            </A>
        </li>
    }
}
