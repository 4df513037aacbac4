//! The frame around every page: a way past it, and the places to go.

use super::focus::focus_field;
use super::icon::icon;
use super::icon_name::IconName;
use super::link::link;
use crate::ui::dom::{Content, El, View, Words, el};

/// The id of the page's `<main>`.
pub const MAIN_ID: &str = "main";

/// One place in the bar or rail.
#[derive(Clone)]
pub struct Place {
    /// Where it goes, as the router sees it.
    pub href: &'static str,
    /// Its icon.
    pub icon: IconName,
    /// Its name, one word or two.
    pub label: Words,
}

/// The frame: at most five places with the name of the navigation for screen readers, "Steder"; the
/// words of the way past it, "Gå til indholdet"; and what it frames. `here` says whether a place is
/// where we are, on its own address or one below it. Each page it frames is a [`Page`](super::page::Page).
pub fn shell(
    places: Vec<Place>,
    here: impl Fn(&str) -> bool + Clone + 'static,
    nav_label: Words,
    skip_label: Words,
    content: impl Content,
) -> View {
    let skip = el("a")
        .class("skip-link")
        .attr("href", format!("#{MAIN_ID}"))
        // The base of the document makes "#main" another page; the focus is moved by hand.
        .on("click", |event| {
            event.prevent_default();
            focus_field(MAIN_ID);
        })
        .child(skip_label);
    let places: Vec<El> = places
        .into_iter()
        .map(|place| {
            let here = here.clone();
            let way = link(place.href)
                .class("place")
                .attr("aria-current", move || here(place.href).then_some("page"))
                .child(icon(place.icon))
                .child(el("span").child(place.label));
            el("li").child(way)
        })
        .collect();
    let nav = el("nav")
        .class("places")
        .attr("aria-label", nav_label)
        .child(el("ul").class("places-list").attr("role", "list").child(places));
    (skip, el("div").class("shell").child(nav).child(content)).view()
}
