//! The end of a school year and the beginning of the next.
//!
//! `next_year` lays the year to come out before anything is made, and makes it in one
//! transaction. `year_end` deletes nothing itself: a kind goes to the trash, and the trash is
//! emptied for good with a word; of surveys the spread of each round that five or more answered
//! is kept in the initiative first. `code_free` begins a record that may have held a pupil's
//! code anew under another name and erases the old one. `archived` takes nothing along of a
//! record with a code in any of its revisions.

mod archived;
mod code_free;
mod next_year;
mod year_end;

pub use archived::{ArchivedInitiative, ArchivedYear};
pub use next_year::{Move, NextYear, YearGone};
pub use year_end::{CODES, Clearing, Coded, Open, YearEnd, ending, is_summer, summer_is_near};
