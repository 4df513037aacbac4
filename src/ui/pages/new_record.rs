//! A new record gets its name before its form is shown, so that a reload finds it again.

use leptos::prelude::*;
use leptos_router::components::Redirect;
use leptos_router::hooks::use_query_map;

use crate::ui::state::use_app;

/// Leads to the form of a new initiative.
#[component]
pub fn NewInitiative() -> impl IntoView {
    let rec = use_app().store().new_record();
    view! { <Redirect path=format!("/indsatser/{rec}/ret?ny=1") options=replacing() /> }
}

/// Leads to the form of a new observation, of the initiative that the address names.
#[component]
pub fn NewObservation() -> impl IntoView {
    let rec = use_app().store().new_record();
    let initiative = use_query_map().with_untracked(|query| query.get("indsats"));
    let of = initiative.map(|initiative| format!("&indsats={initiative}")).unwrap_or_default();
    view! { <Redirect path=format!("/observationer/{rec}?ny=1{of}") options=replacing() /> }
}

/// The way back leads past the address without a name.
fn replacing() -> leptos_router::NavigateOptions {
    leptos_router::NavigateOptions { replace: true, ..Default::default() }
}
