//! The Danish school year: 1 August to 31 July.

use std::fmt;

use chrono::{Datelike, NaiveDate};

/// A school year, named by the calendar year it begins in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SchoolYear(pub u16);

impl SchoolYear {
    /// The school year that a day falls in.
    pub fn of(day: NaiveDate) -> Self {
        let begins = if day.month() >= 8 { day.year() } else { day.year() - 1 };
        Self(u16::try_from(begins).unwrap_or_default())
    }

    /// Its last day.
    pub fn last_day(self) -> Option<NaiveDate> {
        NaiveDate::from_ymd_opt(i32::from(self.0) + 1, 7, 31)
    }
}

impl fmt::Display for SchoolYear {
    /// As schools write it: `2026/27`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{:02}", self.0, (self.0 + 1) % 100)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn turns_on_the_first_of_august() {
        let table = [
            ("2026-07-31", "2025/26"),
            ("2026-08-01", "2026/27"),
            ("2027-01-01", "2026/27"),
            ("1999-12-24", "1999/00"),
        ];
        for (day, year) in table {
            assert_eq!(SchoolYear::of(day.parse().unwrap()).to_string(), year, "{day}");
        }
        assert_eq!(SchoolYear(2026).last_day(), "2027-07-31".parse().ok());
    }
}
