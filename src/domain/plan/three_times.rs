//! The three times that staff with good experiences had: shared planning, sparring along the way, and
//! evaluation. What was planned of them each week, what was held, and what was lost and why.

use chrono::NaiveDate;

use super::lesson::COVER;
use super::meeting::Meeting;
use super::time::Time;
use crate::domain::calendar::{Holiday, Week, is_free};
use crate::ledger::in_order;

/// What became of one of the times, in a week or in all.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TimeCount {
    /// How many there were to be. What was moved counts where it was moved to.
    pub planned: u32,
    /// How many took place, whole or in part.
    pub held: u32,
    /// Why those that were lost were: an id of the content each, empty where nobody said.
    pub lost: Vec<String>,
    /// How many are over of which nobody has said anything.
    pub open: u32,
}

/// A week with the three times in their order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WeekTimes {
    /// The week.
    pub week: Week,
    /// Whether there is no school in it.
    pub is_free: bool,
    /// The three times.
    pub times: [TimeCount; 3],
}

/// One of the times over all weeks up to today.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TimeSum {
    /// In how many weeks it was to be.
    pub weeks: u32,
    /// In how many of these it was held at least once.
    pub held: u32,
    /// How many were lost.
    pub lost: u32,
    /// How many of those were used for cover.
    pub cover: u32,
}

impl TimeCount {
    fn count(&mut self, meeting: &Meeting, is_over: bool) {
        if meeting.is_moved() {
            return;
        }
        self.planned += 1;
        if meeting.took_place() {
            self.held += 1;
        } else if meeting.is_lost() {
            self.lost.push(meeting.reason());
        } else if is_over {
            self.open += 1;
        }
    }
}

/// Every week from the first that has something to the last, those in between as well: a week
/// without is what one looks for. Days before `today` are over.
pub fn three_times(meetings: &[Meeting], holidays: &[Holiday], today: NaiveDate) -> Vec<WeekTimes> {
    let dated = meetings.iter().filter_map(|it| Some((it.day()?, it.time()?, it)));
    let dated = in_order(dated.collect(), |a: &(NaiveDate, Time, &Meeting), b| a.0.cmp(&b.0));
    let mut weeks: Vec<WeekTimes> = Vec::new();
    for (day, time, meeting) in dated {
        let week = Week::of(day);
        let mut next = weeks.last().map_or(week, |last| last.week);
        while weeks.last().is_none_or(|last| last.week < week) {
            if !weeks.is_empty() {
                next = next.later(1);
            }
            let is_free = is_free(holidays, next);
            weeks.push(WeekTimes { week: next, is_free, times: Default::default() });
            // A year that somebody mistyped is no reason to list two thousand.
            if weeks.len() > MOST_WEEKS {
                return weeks;
            }
        }
        if let Some(last) = weeks.last_mut() {
            let [planning, sparring, evaluation] = &mut last.times;
            let count = match time {
                Time::Planning => planning,
                Time::Sparring => sparring,
                Time::Evaluation => evaluation,
            };
            count.count(meeting, day < today);
        }
    }
    weeks
}

/// Two school years.
const MOST_WEEKS: usize = 106;

/// The three times over all weeks that have begun, in their order.
pub fn time_sums(weeks: &[WeekTimes], today: NaiveDate) -> [TimeSum; 3] {
    let mut sums: [TimeSum; 3] = Default::default();
    let now = Week::of(today);
    for week in weeks.iter().filter(|it| it.week <= now) {
        for (sum, count) in sums.iter_mut().zip(&week.times) {
            // In the week that runs only what has been said counts: the rest may come yet.
            let is_counted = week.week < now || count.held > 0 || !count.lost.is_empty();
            sum.weeks += u32::from(count.planned > 0 && is_counted);
            sum.held += u32::from(count.held > 0);
            sum.lost += u32::try_from(count.lost.len()).unwrap_or_default();
            let cover = count.lost.iter().filter(|reason| *reason == COVER).count();
            sum.cover += u32::try_from(cover).unwrap_or_default();
        }
    }
    sums
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `2026-11-24 planlaegning aflyst vikar`
    fn meetings(lines: &[&str]) -> Vec<Meeting> {
        let meeting = |line: &&str| {
            let mut words = line.split_whitespace();
            let mut it = Meeting::default();
            it.set_day(words.next().and_then(|day| day.parse().ok()));
            it.set_time(words.next().and_then(Time::from_id));
            it.set_status(words.next().unwrap_or_default());
            it.set_reason(words.next().unwrap_or_default());
            it
        };
        lines.iter().map(meeting).collect()
    }

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    /// `W48 1/1 0 0/2(vikar,)`: held of planned, and what was lost.
    fn written(weeks: &[WeekTimes]) -> Vec<String> {
        let count = |it: &TimeCount| {
            let lost = it.lost.join(",");
            let lost = if it.lost.is_empty() { lost } else { format!("({lost})") };
            let open = if it.open > 0 { format!("?{}", it.open) } else { String::new() };
            format!("{}/{}{lost}{open}", it.held, it.planned)
        };
        let line = |it: &WeekTimes| {
            let times: Vec<_> = it.times.iter().map(count).collect();
            let free = if it.is_free { " free" } else { "" };
            format!("W{} {}{free}", it.week.number(), times.join(" "))
        };
        weeks.iter().map(line).collect()
    }

    #[test]
    fn each_week_says_what_was_planned_held_and_lost() {
        let all = meetings(&[
            "2026-12-15 planlaegning",
            "2026-11-24 planlaegning gennemfoert",
            "2026-11-26 planlaegning aflyst vikar",
            "2026-11-25 sparring delvist",
            "2026-12-01 planlaegning aflyst sygdom",
            "2026-12-02 evaluering",
            "2026-12-03 evaluering flyttet",
            "2026-12-04 ingen gennemfoert",
            "undated planlaegning",
        ]);
        let holidays = [Holiday {
            from: Some(day("2026-12-07")),
            to: Some(day("2026-12-13")),
            ..Holiday::default()
        }];
        let weeks = three_times(&all, &holidays, day("2026-12-10"));
        let expected = [
            "W48 1/2(vikar) 1/1 0/0",
            "W49 0/1(sygdom) 0/0 0/1?1",
            "W50 0/0 0/0 0/0 free",
            "W51 0/1 0/0 0/0",
        ];
        assert_eq!(written(&weeks), expected);
        let [planning, sparring, evaluation] = time_sums(&weeks, day("2026-12-10"));
        assert_eq!(planning, TimeSum { weeks: 2, held: 1, lost: 2, cover: 1 });
        assert_eq!(sparring, TimeSum { weeks: 1, held: 1, lost: 0, cover: 0 });
        assert_eq!(evaluation, TimeSum { weeks: 1, held: 0, lost: 0, cover: 0 });
    }

    #[test]
    fn the_week_that_runs_counts_when_something_has_been_said() {
        let sums = |lines: &[&str], today: &str| {
            let weeks = three_times(&meetings(lines), &[], day(today));
            let [planning, ..] = time_sums(&weeks, day(today));
            (planning.held, planning.weeks)
        };
        let table = [
            (&["2026-11-24 planlaegning"][..], "2026-11-23", (0, 0)),
            (&["2026-11-24 planlaegning"], "2026-11-26", (0, 0)),
            (&["2026-11-24 planlaegning"], "2026-11-30", (0, 1)),
            (&["2026-11-24 planlaegning gennemfoert"], "2026-11-24", (1, 1)),
            (&["2026-11-24 planlaegning aflyst"], "2026-11-24", (0, 1)),
            (&["2026-12-01 planlaegning gennemfoert"], "2026-11-24", (0, 0)),
            (&[], "2026-11-24", (0, 0)),
        ];
        for (lines, today, expected) in table {
            assert_eq!(sums(lines, today), expected, "{lines:?} on {today}");
        }
    }

    #[test]
    fn weeks_go_on_over_the_turn_of_the_year_and_end_some_time() {
        let all = meetings(&["2026-12-21 planlaegning", "2027-01-12 planlaegning"]);
        let weeks = three_times(&all, &[], day("2026-11-24"));
        let numbers: Vec<u32> = weeks.iter().map(|it| it.week.number()).collect();
        assert_eq!(numbers, [52, 53, 1, 2]);
        let mistyped = meetings(&["2026-12-21 planlaegning", "9027-01-12 planlaegning"]);
        assert_eq!(three_times(&mistyped, &[], day("2026-11-24")).len(), MOST_WEEKS + 1);
    }
}
