//! A new record gets its name before its form is shown, so that a reload finds it again.

use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_navigate, use_query_map};

use crate::ledger::RecordId;
use crate::ui::dom::View;
use crate::ui::shell::use_app;

/// Leads to the guided start of a new initiative.
pub fn new_initiative() -> View {
    let rec = use_app().store().new_record();
    lead_to(format!("/indsatser/{rec}/start?ny=1"))
}

/// Leads to the form of a new observation, of what the address names.
pub fn new_observation() -> View {
    new_of_day("/observationer")
}

/// Leads to the form of something new, of the initiative or lesson that the address names.
pub fn new_of_day(place: &str) -> View {
    let rec = use_app().store().new_record();
    lead_to(format!(
        "{place}/{rec}?ny=1{}",
        named(&["indsats", "aftale", "lektion", "sparring", "maaling", "svar", "slags"])
    ))
}

/// Leads to the form of a new agreement, of the initiative that the address names.
pub fn new_agreement() -> View {
    new_of_day("/aftaler")
}

/// Leads to the form of a new goal of an initiative, from the example or answer that the address names.
pub fn new_goal(rec: RecordId) -> View {
    let id = use_app().store().new_part();
    lead_to(format!("/indsatser/{rec}/delmaal/{id}?ny=1{}", named(&["forslag", "svar"])))
}

/// Leads to the form of a new period of a group, after the one that the address names.
pub fn new_group(rec: RecordId) -> View {
    let id = use_app().store().new_part();
    lead_to(format!("/indsatser/{rec}/grupper/{id}?ny=1{}", named(&["efter"])))
}

/// Leads to the form of a new loan, to the pupil that the address names.
pub fn new_loan() -> View {
    let rec = use_app().store().new_record();
    lead_to(format!("/boeger/{rec}?ny=1{}", named(&["indsats", "elev"])))
}

/// What the address names, to hand on.
fn named(names: &[&str]) -> String {
    use_query_map().with_untracked(|query| {
        let parts = names.iter().filter_map(|name| Some(format!("&{name}={}", query.get(name)?)));
        parts.collect()
    })
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

/// Whether the address asks for a new record.
pub fn is_new() -> bool {
    use_query_map().with_untracked(|query| query.get("ny").is_some())
}
