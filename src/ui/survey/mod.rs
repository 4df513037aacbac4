//! Surveys of pupils and of the staff: which questions, the rounds, what they say, and the survey on paper.

mod answer_field;
mod dots;
mod kept;
mod list;
mod own;
mod paper;
mod questions;
mod results;
mod rounds;
mod setup;
mod staff;
mod staff_results;
mod staff_rounds;
mod told;
mod typed;

pub use answer_field::{Put, answer_field, text_note};
pub use kept::kept_part;
pub use list::{
    ALL, collaboration_door, collaboration_part, collaboration_way, pulse_link, surveys_part,
};
pub use paper::paper_survey;
pub(in crate::ui) use results::labels;
pub use results::results;
pub(in crate::ui) use results::{in_short, own_in_short};
pub use setup::survey;
pub use staff::collaboration;
pub use staff_results::{collaboration_print, collaboration_results, equipped_part};
pub use typed::typed;
