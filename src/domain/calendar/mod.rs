//! Days, weeks and school years: pure functions from days to days.

mod holidays;
mod hours;
pub mod iso;
pub mod repetition;
mod school_year;
mod summer_time;
mod week;

pub use holidays::{Holiday, HolidayFlaw, easter, holiday_on, is_free};
pub use hours::{Hours, HoursFlaw, hours_flaws};
pub use repetition::{RepeatFlaw, Repetition};
pub use school_year::SchoolYear;
pub use summer_time::{ClockChange, clock_change};
pub use week::{Week, WeekFlaw};
