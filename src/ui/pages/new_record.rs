//! A new record gets its name before its form is shown, so that a reload finds it again.

use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_navigate, use_query_map};

use crate::ui::dom::View;
use crate::ui::state::use_app;

/// Leads to the form of a new initiative.
pub fn new_initiative() -> View {
    let rec = use_app().store().new_record();
    lead_to(format!("/indsatser/{rec}/ret?ny=1"))
}

/// Leads to the form of a new observation, of the initiative that the address names.
pub fn new_observation() -> View {
    new_of_day("/observationer")
}

/// Leads to the form of something new, of the initiative or lesson that the address names.
pub fn new_of_day(place: &str) -> View {
    let rec = use_app().store().new_record();
    let part = |key: &str| {
        let value = use_query_map().with_untracked(|query| query.get(key));
        value.map(|value| format!("&{key}={value}")).unwrap_or_default()
    };
    lead_to(format!("{place}/{rec}?ny=1{}{}", part("indsats"), part("lektion")))
}

/// Goes there as soon as the router is done with the address without a name, and takes its place:
/// the way back leads past it.
fn lead_to(address: String) -> View {
    let go = use_navigate();
    Effect::new(move || {
        go(&address, NavigateOptions { replace: true, ..NavigateOptions::default() });
    });
    View::nothing()
}
