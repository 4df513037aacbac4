//! The pages, one file each.

mod about;
mod across;
mod agreement;
mod agreement_after;
mod agreement_ask;
mod agreement_consent;
mod agreement_form;
mod agreement_read;
mod agreement_talk;
mod agreement_words;
mod aims;
pub(super) mod blank_form;
pub(super) mod calendar_file;
mod closing;
mod compare;
mod conflicts;
mod coupled;
mod exit_board;
mod exit_count;
mod exit_ticket;
mod fetch;
mod figures;
mod goals;
mod ground_seen;
mod groups;
mod guide;
mod guide_topic;
mod history;
mod holidays;
mod hours_words;
pub(super) mod initiative;
mod initiative_agreements;
mod initiative_edit;
mod initiative_fields;
mod initiative_phases;
mod initiatives;
mod jot;
mod jots;
mod lesson;
mod lesson_after;
mod lesson_agreement;
mod lesson_clock;
mod lesson_frame;
mod lesson_start;
mod lesson_timeline;
mod lessons;
mod loans;
mod meeting;
mod meeting_after;
mod meeting_series;
mod new_record;
mod next_year;
pub(super) mod not_found;
mod observation;
mod observation_copy;
pub(super) mod observation_form;
mod observation_head;
mod observations;
mod observations_filters;
mod overview;
mod overview_agreements;
mod overview_meetings;
mod overview_notices;
mod paper;
mod paper_numbers;
mod paper_rows;
mod plan;
mod preparation;
pub(super) mod print_record;
mod purpose;
pub(super) mod put_away;
mod record_figures;
mod record_links;
mod repeat;
mod report;
mod report_paper;
mod reset;
mod settings;
pub(super) mod share;
mod sparring;
mod sparring_note;
pub(super) mod start;
mod start_from;
mod team;
mod templates;
mod today;
mod trash;
mod typed_word;
mod wrap_up;
mod year_archive;
mod year_archive_words;
mod year_end;

use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

use super::dom::View;
use super::editor::editor;
use super::parts::Part;
use super::route::Route;
use super::{measure, survey, talks};
pub(super) use goals::indicator;
pub(super) use groups::basis_name;
pub(super) use plan::time_name;
pub(super) use record_links::history_link;

/// Says of each address which part of the download its page is in, and makes a function for each part that makes its
/// pages. An address that is forgotten stops the compiler.
macro_rules! pages {
    ($($part:ident by $make:ident { $($address:pat => $page:expr,)+ })+) => {
        /// The part of the download that has the page of an address.
        #[allow(unused_variables, reason = "what stands in an address matters to its page alone")]
        pub fn part_of(route: &Route) -> Part {
            match route { $($($address => Part::$part,)+)+ }
        }

        $(
            /// Makes a page of one part of the download.
            pub fn $make(route: Route) -> View {
                match route {
                    $($address => $page,)+
                    // The address of another part never comes here: `part_of` is made of the same list.
                    _ => not_found::not_found(),
                }
            }
        )+
    };
}

pages! {
    First by first_page {
        Route::Overview => overview::overview(),
        Route::Settings => settings::settings(),
        Route::NotFound => not_found::not_found(),
    }
    Observation by observation_page {
        Route::NewObservation => new_record::new_observation(),
        Route::Observation(rec) => observation::observation(rec),
        Route::Jots => jots::jots(),
        Route::NewJot => new_record::new_of_day("/lynnotater"),
        Route::Jot(rec) => jot::jot(rec),
    }
    Rest by rest_page {
        Route::Paper(rec) => observation::paper(rec),
        Route::Observations => observations::observations(),
        Route::About => about::about(),
        Route::Across => across::across(),
        Route::Initiatives => initiatives::initiatives(),
        Route::NewInitiative => new_record::new_initiative(),
        Route::Initiative(rec) => initiative::initiative(rec),
        Route::Start(rec) => start::start(rec),
        Route::InitiativeEdit(rec) => initiative_edit::initiative_edit(rec),
        Route::NextYear(rec) => next_year::next_year(rec),
        Route::Preparation(rec) => preparation::preparation(rec),
        Route::Closing(rec) => closing::closing(rec),
        Route::Purpose(rec) => purpose::purpose(rec),
        Route::Report(rec) => report::report(rec),
        Route::Figures(rec) => figures::figures(rec),
        Route::Goals(rec) => goals::goals(rec),
        Route::NewGoal(rec) => new_record::new_goal(rec),
        Route::Goal(rec, id) => goals::goal(rec, &id),
        Route::Groups(rec) => groups::groups(rec),
        Route::NewGroup(rec) => new_record::new_group(rec),
        Route::Group(rec, id) => groups::group(rec, &id),
        Route::Loans(rec) => loans::loans(rec),
        Route::NewLoan => new_record::new_loan(),
        Route::Loan(rec) => loans::loan(rec),
        Route::Lessons(rec) => lessons::lessons(rec),
        Route::NewLesson => new_record::new_of_day("/lektioner"),
        Route::Lesson(rec) => lesson::lesson(rec),
        Route::Plan(rec) => plan::plan(rec),
        Route::Sparring(rec) => sparring::sparring(rec),
        Route::Holidays(rec) => holidays::holidays(rec),
        Route::NewMeeting => new_record::new_of_day("/moeder"),
        Route::Meeting(rec) => meeting::meeting(rec),
        Route::NewExitTicket => new_record::new_of_day("/exitkort"),
        Route::ExitTicket(rec) => exit_ticket::exit_ticket(rec),
        Route::NewMeasurement => new_record::new_of_day("/maalinger"),
        Route::Measurement(rec) => measure::measurement(rec),
        Route::Answers(rec, wave) => measure::grid(rec, wave),
        Route::Results(rec) => measure::results(rec),
        Route::NewSurvey => new_record::new_of_day("/elevsurvey"),
        Route::Survey(rec) => survey::survey(rec),
        Route::SurveySheets(rec, round) => survey::typed(rec, round),
        Route::SurveyResults(rec) => survey::results(rec),
        Route::SurveyPaper(rec) => survey::paper_survey(rec),
        Route::PupilTalks(rec) => talks::beside(rec),
        Route::NewPupilTalk => new_record::new_of_day("/elevsamtaler"),
        Route::PupilTalk(rec) => talks::talk(rec),
        Route::TalkGuide(id) => talks::blank_guide(&id),
        Route::NewCollaboration => new_record::new_of_day("/samarbejde"),
        Route::Collaboration(rec) => survey::collaboration(rec),
        Route::CollaborationResults(rec) => survey::collaboration_results(rec),
        Route::CollaborationPrint(rec) => survey::collaboration_print(rec),
        Route::Templates => templates::templates(),
        Route::Template(rec) => editor(rec),
        Route::NewAgreement => new_record::new_agreement(),
        Route::Agreement(rec) => agreement::agreement(rec),
        Route::AgreementTalk(rec) => agreement_talk::agreement_talk(rec),
        Route::History(rec) => history::history(rec),
        Route::Printed(rec) => print_record::printed(rec),
        Route::CompareWith(rec) => compare::choose(rec),
        Route::Compare(one, other) => compare::compare(one, other),
        Route::BlankForm(id, version) => blank_form::blank_form(id, version),
        Route::Share => share::share(),
        Route::Conflicts => conflicts::conflicts(),
        Route::Trash => trash::trash(),
        Route::Reset => reset::reset(),
        Route::YearEnd => year_end::year_end(),
        Route::Guide => guide::guide_page(),
        Route::GuideTopic(id) => guide_topic::guide_topic(&id),
    }
}

/// Whether the address asks for a new record.
fn is_new() -> bool {
    use_query_map().with_untracked(|query| query.get("ny").is_some())
}
