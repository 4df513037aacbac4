//! The pages, one file each.

mod about;
mod conflicts;
mod fetch;
pub(super) mod initiative;
mod initiative_edit;
mod initiatives;
mod lesson_clock;
mod lesson_timeline;
mod new_record;
pub(super) mod not_found;
mod observation;
pub(super) mod observation_form;
mod overview;
mod overview_notices;
mod settings;
pub(super) mod share;
mod team;
mod templates;
mod trash;

use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

use super::dom::View;
use super::editor::editor;
use super::route::Route;

/// Makes the page that an address leads to.
pub fn page(route: Route) -> View {
    match route {
        Route::Overview => overview::overview(),
        Route::Initiatives => initiatives::initiatives(),
        Route::NewInitiative => new_record::new_initiative(),
        Route::Initiative(rec) => initiative::initiative(rec),
        Route::InitiativeEdit(rec) => initiative_edit::initiative_edit(rec),
        Route::NewObservation => new_record::new_observation(),
        Route::Observation(rec) => observation::observation(rec),
        Route::Templates => templates::templates(),
        Route::Template(rec) => editor(rec),
        Route::Share => share::share(),
        Route::Conflicts => conflicts::conflicts(),
        Route::Settings => settings::settings(),
        Route::Trash => trash::trash(),
        Route::About => about::about(),
        Route::NotFound => not_found::not_found(),
    }
}

/// Whether the address asks for a new record.
fn is_new() -> bool {
    use_query_map().with_untracked(|query| query.get("ny").is_some())
}
