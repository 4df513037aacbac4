//! The places and values of records in the words people have for them, for the history and where two values meet.

mod spelled;
mod spelled_agreement;
mod spelled_closing;
mod spelled_goals;
mod spelled_ground;
mod spelled_groups;
mod spelled_measure;
mod spelled_plan;
pub mod spelled_survey;
mod spelled_talk;

pub use spelled::{field_name, is_silent, logged, spell};
