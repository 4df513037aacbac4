//! How far an initiative is: its phases, its goals and its figures.

pub mod figures;
pub mod goals;
pub mod phases;

pub use goals::{Answered, TopTwo};
pub use phases::Counts;
