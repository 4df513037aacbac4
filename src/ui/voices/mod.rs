//! What pupils and staff say: surveys in rounds, talks by a guide, and the tablet in their hands.

mod answer_field;
mod feedback_to_pupils;
mod kept;
pub mod list;
mod own;
mod paper;
mod pupil_mode;
mod questions;
mod removing_round;
mod results;
mod rounds;
mod setup;
mod staff;
mod staff_results;
mod staff_rounds;
pub mod talks;
mod typed;

pub use kept::kept_part;
pub use list::{
    collaboration_door, collaboration_part, collaboration_way, pulse_link, surveys_part,
};
pub use paper::paper_survey;
pub use pupil_mode::{Tablet, screen};
pub use results::results;
pub use setup::survey;
pub use staff::collaboration;
pub use staff_results::{collaboration_print, collaboration_results, equipped_part};
pub use talks::{beside, blank_guide, talk, talks_part};
pub use typed::typed;
