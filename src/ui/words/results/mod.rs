//! What was measured, asked and counted, in words.

mod figures;
pub mod goal_progress;
mod measurement_result;
mod measurement_words;
mod spread;
mod survey_results;
mod survey_words;

pub use figures::{change, plain, typed};
pub use goal_progress::{part, said, to_share};
pub use measurement_result::{MeasurementResult, Told, measured_in_short, to_the_team, told};
pub use measurement_words::{
    headings, not_ready, remark, row_name, trouble, wave_and_day, wave_name,
};
pub use spread::dots;
pub use survey_results::{
    drawn, labels, one, own_in_short, questions, round_head, surveyed_in_short,
};
pub use survey_words::filled;
