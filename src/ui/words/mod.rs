//! What things are called: records, their places and values, results and errors.
//!
//! `history/` has the places and values of records, `results/` what was measured, asked and
//! counted. `errors` is the one place where an error becomes a sentence.

mod agreement_words;
mod closing_words;
mod content_text;
pub mod errors;
pub mod form_words;
pub mod goal_words;
pub mod group_words;
pub mod history;
pub mod holiday_words;
mod hours_words;
pub mod initiative_words;
pub mod lesson_words;
mod phase_words;
pub mod plan_words;
mod protected_time_words;
pub mod results;
pub mod step_words;
mod talk_words;
pub mod titles;

pub use agreement_words::{day_and_time, joined, known_by, stage_badge, who_sees, who_whom};
pub use closing_words::{decided, decision_told, described, lacking, outcome};
pub use content_text::{localized, maybe_localized, note_time};
pub use form_words::{fault_list, item_of, place_name, sentence, value_name};
pub use goal_words::indicator;
pub use group_words::basis_name;
pub use history::{field_name, is_silent, logged, spell};
pub use hours_words::hours_flaw;
pub use initiative_words::{period, team};
pub use lesson_words::{how, remember, span, status_name, who};
pub use phase_words::{Of, detail, done_words, step};
pub use plan_words::{aimed, measured, reason_name, time_name, week_days, week_name};
pub use protected_time_words::Counted;
pub use results::{
    MeasurementResult, Told, change, dots, drawn, filled, headings, labels, measured_in_short,
    not_ready, one, own_in_short, part, plain, questions, remark, round_head, row_name, said,
    surveyed_in_short, to_share, to_the_team, told, trouble, typed, wave_and_day, wave_name,
};
pub use step_words::{day_words, names, person_name, step_title, today};
pub use talk_words::{mark_name, pupils_n};
