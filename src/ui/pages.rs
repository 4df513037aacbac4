//! Which page an address leads to, and which part of the download has it.

use crate::ui::dom::View;
use crate::ui::shell::{Part, Route};
use crate::ui::{
    agreement, forms, guide, home, initiative, kit, measurement, observation, plan, settings,
    sharing, voices, year,
};

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
                    _ => kit::not_found(),
                }
            }
        )+
    };
}

pages! {
    First by first_page {
        Route::Overview => home::overview(),
        Route::Settings => settings::settings(),
        Route::NotFound => kit::not_found(),
    }
    Observation by observation_page {
        Route::NewObservation => kit::new_observation(),
        Route::Observation(rec) => observation::observation(rec),
        Route::Jots => home::jots(),
        Route::NewJot => kit::new_of_day("/lynnotater"),
        Route::Jot(rec) => home::jot(rec),
    }
    Rest by rest_page {
        Route::Across => sharing::across(),
        Route::Initiatives => initiative::initiatives(),
        Route::NewInitiative => kit::new_initiative(),
        Route::Initiative(rec) => initiative::initiative(rec),
        Route::Start(rec) => initiative::start(rec),
        Route::InitiativeEdit(rec) => initiative::initiative_edit(rec),
        Route::NextYear(rec) => year::next_year(rec),
        Route::Preparation(rec) => initiative::preparation(rec),
        Route::Closing(rec) => initiative::closing(rec),
        Route::Purpose(rec) => initiative::purpose(rec),
        Route::Report(rec) => initiative::report(rec),
        Route::Figures(rec) => initiative::figures(rec),
        Route::Goals(rec) => initiative::goals(rec),
        Route::NewGoal(rec) => kit::new_goal(rec),
        Route::Goal(rec, id) => initiative::goal(rec, &id),
        Route::Groups(rec) => initiative::groups(rec),
        Route::NewGroup(rec) => kit::new_group(rec),
        Route::Group(rec, id) => initiative::group(rec, &id),
        Route::Loans(rec) => initiative::loans(rec),
        Route::NewLoan => kit::new_loan(),
        Route::Loan(rec) => initiative::loan(rec),
        Route::Observations => observation::observations(),
        Route::Paper(rec) => observation::paper(rec),
        Route::Lessons(rec) => plan::lessons(rec),
        Route::NewLesson => kit::new_of_day("/lektioner"),
        Route::Lesson(rec) => plan::lesson(rec),
        Route::Plan(rec) => plan::plan(rec),
        Route::Sparring(rec) => plan::sparring(rec),
        Route::Holidays(rec) => plan::holidays(rec),
        Route::NewMeeting => kit::new_of_day("/moeder"),
        Route::Meeting(rec) => plan::meeting(rec),
        Route::NewExitTicket => kit::new_of_day("/exitkort"),
        Route::ExitTicket(rec) => plan::exit_ticket(rec),
        Route::NewMeasurement => kit::new_of_day("/maalinger"),
        Route::Measurement(rec) => measurement::measurement(rec),
        Route::Answers(rec, wave) => measurement::grid(rec, wave),
        Route::Results(rec) => measurement::results(rec),
        Route::NewSurvey => kit::new_of_day("/elevsurvey"),
        Route::Survey(rec) => voices::survey(rec),
        Route::SurveySheets(rec, round) => voices::typed(rec, round),
        Route::SurveyResults(rec) => voices::results(rec),
        Route::SurveyPaper(rec) => voices::paper_survey(rec),
        Route::PupilTalks(rec) => voices::beside(rec),
        Route::NewPupilTalk => kit::new_of_day("/elevsamtaler"),
        Route::PupilTalk(rec) => voices::talk(rec),
        Route::TalkGuide(id) => voices::blank_guide(&id),
        Route::NewCollaboration => kit::new_of_day("/samarbejde"),
        Route::Collaboration(rec) => voices::collaboration(rec),
        Route::CollaborationResults(rec) => voices::collaboration_results(rec),
        Route::CollaborationPrint(rec) => voices::collaboration_print(rec),
        Route::Templates => forms::templates(),
        Route::Template(rec) => forms::editor(rec),
        Route::NewAgreement => kit::new_agreement(),
        Route::Agreement(rec) => agreement::agreement(rec),
        Route::AgreementTalk(rec) => agreement::agreement_talk(rec),
        Route::History(rec) => sharing::history(rec),
        Route::Printed(rec) => observation::printed(rec),
        Route::CompareWith(rec) => observation::choose(rec),
        Route::Compare(one, other) => observation::compare(one, other),
        Route::BlankForm(id, version) => observation::blank_form(id, version),
        Route::Share => sharing::share(),
        Route::Conflicts => sharing::conflicts(),
        Route::Trash => settings::trash(),
        Route::Reset => year::reset(),
        Route::YearEnd => year::year_end(),
        Route::About => guide::about(),
        Route::Guide => guide::guide_page(),
        Route::GuideTopic(id) => guide::guide_topic(&id),
    }
}
