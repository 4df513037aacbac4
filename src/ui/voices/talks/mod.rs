//! Talks with pupils by a guide: holding one, several beside each other, and the guide on paper.

mod blank;
mod list;
mod notes;
mod side_by_side;
mod talk;

pub use blank::blank_guide;
pub use list::{ALL, talks_part};
pub use side_by_side::beside;
pub use talk::talk;
