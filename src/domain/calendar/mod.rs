//! Days, weeks and school years: pure functions from days to days.

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
