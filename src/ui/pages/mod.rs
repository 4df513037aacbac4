//! The pages, one file each.

mod about;
mod conflicts;
mod fetch;
mod initiative;
mod initiative_edit;
mod initiatives;
mod new_record;
mod not_found;
mod observation;
mod observation_form;
mod overview;
mod overview_notices;
mod settings;
mod share;
mod team;
mod trash;

pub use about::About;
pub use conflicts::Conflicts;
pub use initiative::InitiativePage;
pub use initiative_edit::InitiativeEdit;
pub use initiatives::Initiatives;
pub use new_record::{NewInitiative, NewObservation};
pub use not_found::NotFound;
pub use observation::ObservationPage;
pub use overview::Overview;
pub use settings::SettingsPage;
pub use share::Share;
pub use trash::Trash;

use leptos::prelude::*;
use leptos_router::hooks::{use_params_map, use_query_map};

use crate::ledger::RecordId;

/// The record that the address names; `None` where it names none.
fn record_of_address() -> Option<RecordId> {
    use_params_map().with_untracked(|params| params.get("rec")?.parse().ok())
}

/// Whether the address asks for a new record.
fn is_new() -> bool {
    use_query_map().with_untracked(|query| query.get("ny").is_some())
}
