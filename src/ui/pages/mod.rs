//! The pages, one file each.

mod about;
mod conflicts;
mod exit_board;
mod exit_count;
mod exit_ticket;
mod fetch;
mod initiative;
mod initiative_edit;
mod initiatives;
mod jot;
mod jots;
mod lesson;
mod lesson_after;
mod lesson_clock;
mod lesson_repeat;
mod lesson_start;
mod lesson_timeline;
mod lessons;
mod new_record;
mod not_found;
mod observation;
mod observation_form;
mod overview;
mod overview_notices;
mod settings;
mod share;
mod team;
mod today;
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
        Route::NewObservation => new_record::new_observation(),
        Route::Observation(rec) => observation::observation(rec),
        Route::Lessons(rec) => lessons::lessons(rec),
        Route::NewLesson => new_record::new_of_day("/lektioner"),
        Route::Lesson(rec) => lesson::lesson(rec),
        Route::Jots => jots::jots(),
        Route::NewJot => new_record::new_of_day("/lynnotater"),
        Route::Jot(rec) => jot::jot(rec),
        Route::NewExitTicket => new_record::new_of_day("/exitkort"),
        Route::ExitTicket(rec) => exit_ticket::exit_ticket(rec),
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
