//! The pages, one file each.

mod about;
mod conflicts;
mod fetch;
mod guide;
mod guide_topic;
mod initiative;
mod initiative_edit;
mod initiatives;
mod lesson_clock;
mod lesson_timeline;
mod new_record;
mod not_found;
mod observation;
mod observation_form;
mod overview;
mod overview_notices;
mod preparation;
mod settings;
mod share;
mod team;
mod trash;

use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

use super::dom::View;
use super::route::Route;

/// Makes the page that an address leads to.
pub fn page(route: Route) -> View {
    match route {
        Route::Overview => overview::overview(),
        Route::Initiatives => initiatives::initiatives(),
        Route::NewInitiative => new_record::new_initiative(),
        Route::Initiative(rec) => initiative::initiative(rec),
        Route::InitiativeEdit(rec) => initiative_edit::initiative_edit(rec),
        Route::Preparation(rec) => preparation::preparation(rec),
        Route::NewObservation => new_record::new_observation(),
        Route::Observation(rec) => observation::observation(rec),
        Route::Share => share::share(),
        Route::Conflicts => conflicts::conflicts(),
        Route::Settings => settings::settings(),
        Route::Trash => trash::trash(),
        Route::About => about::about(),
        Route::Guide => guide::guide_page(),
        Route::GuideTopic(id) => guide_topic::guide_topic(id),
        Route::NotFound => not_found::not_found(),
    }
}

/// Whether the address asks for a new record.
fn is_new() -> bool {
    use_query_map().with_untracked(|query| query.get("ny").is_some())
}
