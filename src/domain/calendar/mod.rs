//! Days, weeks and school years: pure functions from days to days.
//!
//! `week` is ISO 8601, `holidays` are a suggestion from rules (a week, a date, days from
//! Easter) of which an initiative keeps only what was changed, `repetition` leaves them out and
//! never reaches further than a school year. A plan stands in the time of the wall: an hour
//! that the clock skips or repeats is said at its field (`hours`). `iso` reads and writes days
//! and times in a few lines, since chrono's own formats weigh on the download.

mod holidays;
mod hours;
pub mod iso;
pub mod repetition;
mod school_year;
mod summer_time;
mod week;

pub(in crate::domain) use holidays::is_free;
pub(in crate::domain) use holidays::suggested_holidays;
pub use holidays::{Holiday, HolidayFlaw, easter, holiday_on};
pub(in crate::domain) use hours::hours_flaws;
pub use hours::{Hours, HoursFlaw};
pub use repetition::{RepeatFlaw, Repetition};
pub use school_year::SchoolYear;
pub use summer_time::ClockChange;
pub use week::{Week, WeekFlaw};
