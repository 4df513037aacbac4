//! How far an initiative is: its phases, its goals and its figures.
//!
//! `goals` counts how far goals are: from the plan, the measurements and the pupil surveys,
//! each figure with the records it is counted from, and never from a number that somebody
//! keeps. `phases` says of each phase what is done, at most three things to do next and what is
//! late. `figures` gathers the figures for the meeting in phase 3: on the screen the team's
//! own, on paper only what may be shared.

pub mod figures;
pub mod goals;
pub mod phases;

pub use goals::{Answered, TopTwo};
pub use phases::Counts;
