//! The end of a school year and the beginning of the next.

mod archived;
mod code_free;
mod next_year;
mod year_end;

pub use archived::{ArchivedInitiative, ArchivedYear};
pub use next_year::{Move, NextYear, YearGone};
pub use year_end::{CODES, Clearing, Coded, Open, YearEnd, ending, is_summer, summer_is_near};
