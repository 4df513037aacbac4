//! Where in its life an initiative is.

use chrono::NaiveDate;

use super::initiative::Initiative;

impl Initiative {
    /// The phase that a day falls in: 1, preparation, before the first day; 2, the work itself, from
    /// the first day to the last; 3, embedding, after the last. `None` where no days are known.
    pub fn phase_on(&self, day: NaiveDate) -> Option<u8> {
        match (self.from(), self.to()) {
            (None, None) => None,
            (Some(from), _) if day < from => Some(1),
            (_, Some(to)) if day > to => Some(3),
            _ => Some(2),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_before_within_or_after() {
        let (from, to) = ("2026-08-10", "2026-12-18");
        let table = [
            (from, to, "2026-08-09", Some(1)),
            (from, to, "2026-08-10", Some(2)),
            (from, to, "2026-12-18", Some(2)),
            (from, to, "2026-12-19", Some(3)),
            (from, "", "2030-01-01", Some(2)),
            ("", to, "2020-01-01", Some(2)),
            ("", to, "2027-01-01", Some(3)),
            ("", "", "2026-12-19", None),
        ];
        for (from, to, day, phase) in table {
            let mut initiative = Initiative::default();
            initiative.set_from(from.parse().ok());
            initiative.set_to(to.parse().ok());
            assert_eq!(initiative.phase_on(day.parse().unwrap()), phase, "{from}–{to} {day}");
        }
    }
}
