//! The first page: what is today, what was begun, and quick notes.

mod jot;
mod jots;
mod overview;
mod overview_agreements;
mod overview_meetings;
mod overview_notices;
mod today;

pub use jot::jot;
pub use jots::jots;
pub use overview::overview;
