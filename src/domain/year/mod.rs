//! What a new school year takes along, and what an old one leaves behind.

mod code_free;
mod next_year;

pub use code_free::{holds_code, renamed, without_pupils};
pub use next_year::{NextYearFlaw, belonging};
