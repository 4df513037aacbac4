//! The end of a school year, its archive, and the next.

mod next_year;
mod reset;
mod year_archive;
mod year_archive_words;
mod year_end;

pub use next_year::next_year;
pub use reset::reset;
pub use year_end::{reminder, year_end};
