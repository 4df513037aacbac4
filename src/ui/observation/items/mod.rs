//! The questions of a form, one file per kind.

mod asked;
mod choice;
mod interval;
mod multi;
mod note_writer;
mod notes;
mod number;
mod question;
mod rating;
mod roles;
mod tally;
mod text;
mod timed_notes;

pub use asked::Asked;
pub use interval::interval_choices;
pub use notes::NotePress;
pub use question::question;
pub use rating::rating_beside_notes;
pub use roles::lead_name;
pub use tally::{counters_of, split_parts};
pub use timed_notes::{NoteWords, timed_notes};
