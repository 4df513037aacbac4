//! Pupil surveys: which questions, the rounds, what they say, and the survey on paper.

mod list;
mod own;
mod paper;
mod questions;
mod results;
mod rounds;
mod setup;
mod told;
mod typed;

pub use list::{ALL, surveys_part};
pub use paper::paper_survey;
pub(in crate::ui) use results::labels;
pub use results::results;
pub use setup::survey;
pub use typed::typed;
