//! The geometry of a lesson's timeline: where everything stands on an axis, in whole units.
//!
//! Time runs from the left edge, 0, to the right edge, `width`. What happened outside the lesson
//! stands at the edge that is nearest, so nothing is lost. Where two marks of a lane would cover
//! each other, the later moves down a row.

use crate::ledger::in_order;

/// A line of the drawing, to be placed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lane {
    /// What the lane is called; handed through.
    pub name: String,
    /// What stands in it, in any order.
    pub entries: Vec<Extent>,
}

/// When something was. Times are milliseconds since 1970.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Extent {
    /// At one time: a note, a tap.
    Instant(u64),
    /// From when until when: a pause, a way of teaching. `None` lasts until the end of the lesson.
    Span(u64, Option<u64>),
}

/// A lesson, drawn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Timeline {
    /// How wide the axis is, in units.
    pub width: u32,
    /// The minutes to write below the axis, from the left; the first is the start.
    pub ticks: Vec<Tick>,
    /// The lanes in the order they were given.
    pub lanes: Vec<Placed>,
}

/// A minute on the axis.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tick {
    /// Whole minutes since the start.
    pub minute: u64,
    /// Its place in units from the left edge.
    pub x: u32,
}

/// A lane whose entries have a place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Placed {
    /// What the lane is called.
    pub name: String,
    /// How many rows it needs; 0 when it is empty.
    pub rows: usize,
    /// Its marks from the left; of equals in the order they were given.
    pub marks: Vec<Mark>,
}

/// An entry's place in its lane.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mark {
    /// Which of the lane's entries it is, from 0.
    pub entry: usize,
    /// Its left edge in units.
    pub x: u32,
    /// How wide it is in units; at least 1 where the axis is.
    pub width: u32,
    /// Its row, from 0.
    pub row: usize,
}

impl Timeline {
    /// Places the lanes of a lesson from `start` to `end`, in milliseconds since 1970, on an axis
    /// of `width` units. The mark of an instant is `mark` units wide and stands with its middle at
    /// its time, or as near to it as the edges allow. A lesson without length has everything at 0.
    pub fn of(start: u64, end: u64, width: u32, mark: u32, lanes: Vec<Lane>) -> Self {
        let axis = Axis { start, length: end.saturating_sub(start), width };
        Self {
            width,
            ticks: axis.ticks(),
            lanes: lanes.into_iter().map(|lane| axis.place(lane, mark)).collect(),
        }
    }
}

struct Axis {
    start: u64,
    /// In milliseconds.
    length: u64,
    width: u32,
}

impl Axis {
    /// Where a time is, between 0 and `width`.
    fn x(&self, at: u64) -> u32 {
        let past = at.saturating_sub(self.start).min(self.length);
        // A length of more than 49 days is measured more coarsely, so that the product fits.
        let coarse = 32_u32.saturating_sub(self.length.leading_zeros());
        let x = (past >> coarse) * u64::from(self.width);
        let x = x.checked_div(self.length >> coarse).unwrap_or_default();
        u32::try_from(x).unwrap_or(self.width)
    }

    /// A tick every 5 minutes, every 10 in a lesson of more than an hour; and still fewer in one
    /// that nobody ended, so that there are never more than 25.
    fn ticks(&self) -> Vec<Tick> {
        let mut step = if self.length > 60 * 60_000 { 10 } else { 5 };
        while self.length / 60_000 / step > 24 {
            step *= 2;
        }
        let minutes = (0..=self.length / 60_000 / step).map(|tick| tick * step);
        let at = |minute| self.start.saturating_add(minute * 60_000);
        minutes.map(|minute| Tick { minute, x: self.x(at(minute)) }).collect()
    }

    fn place(&self, lane: Lane, mark: u32) -> Placed {
        let marks = lane.entries.iter().enumerate();
        let marks = marks.map(|(entry, extent)| self.mark(entry, *extent, mark)).collect();
        let mut marks = in_order(marks, |one: &Mark, other| one.x.cmp(&other.x));
        let rows = stack(&mut marks);
        Placed { name: lane.name, rows, marks }
    }

    fn mark(&self, entry: usize, extent: Extent, mark: u32) -> Mark {
        let (x, width) = match extent {
            Extent::Instant(at) => (self.x(at).saturating_sub(mark / 2), mark),
            Extent::Span(from, to) => {
                let x = self.x(from);
                (x, to.map_or(self.width, |to| self.x(to)).saturating_sub(x))
            }
        };
        let width = width.max(1).min(self.width);
        Mark { entry, x: x.min(self.width - width), width, row: 0 }
    }
}

/// Gives each mark, from the left, the first row that is free, and says how many rows there are. No
/// way of stacking needs fewer: a new row begins only where every row above is taken.
fn stack(marks: &mut [Mark]) -> usize {
    let mut ends: Vec<u32> = Vec::new();
    for mark in marks {
        let end = mark.x + mark.width;
        match ends.iter_mut().enumerate().find(|(_, taken)| **taken <= mark.x) {
            Some((row, taken)) => (mark.row, *taken) = (row, end),
            None => {
                mark.row = ends.len();
                ends.push(end);
            }
        }
    }
    ends.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    const MINUTE: u64 = 60_000;
    const START: u64 = 1_790_000_000_000;

    fn at(minute: u64) -> u64 {
        START + minute * MINUTE
    }

    fn drawn(minutes: u64, entries: Vec<Extent>) -> Placed {
        let lane = Lane { name: "noter".into(), entries };
        Timeline::of(START, at(minutes), 450, 10, vec![lane]).lanes.remove(0)
    }

    fn minutes(length: u64) -> Vec<u64> {
        let ticks = Timeline::of(START, START + length, 450, 10, Vec::new()).ticks;
        ticks.iter().map(|tick| tick.minute).collect()
    }

    #[test]
    fn ticks_stand_every_five_minutes_and_every_ten_in_a_long_lesson() {
        assert_eq!(minutes(20 * MINUTE + 1), [0, 5, 10, 15, 20]);
        assert_eq!(minutes(60 * MINUTE).len(), 13);
        assert_eq!(minutes(60 * MINUTE + 1), [0, 10, 20, 30, 40, 50, 60]);
        assert_eq!(minutes(90 * MINUTE).last(), Some(&90));
        let ticks = Timeline::of(START, at(45), 450, 10, Vec::new()).ticks;
        assert_eq!(ticks[3], Tick { minute: 15, x: 150 });
        assert_eq!(ticks.last(), Some(&Tick { minute: 45, x: 450 }));
    }

    #[test]
    fn an_instant_stands_with_its_middle_at_its_time() {
        let lane = drawn(45, vec![Extent::Instant(at(20)), Extent::Instant(at(0))]);
        assert_eq!(lane.marks[1], Mark { entry: 0, x: 195, width: 10, row: 0 });
        assert_eq!(lane.marks[0], Mark { entry: 1, x: 0, width: 10, row: 0 });
        assert_eq!((lane.name.as_str(), lane.rows), ("noter", 1));
    }

    #[test]
    fn a_span_lasts_as_long_as_it_did() {
        let spans = vec![Extent::Span(at(5), Some(at(20))), Extent::Span(at(20), None)];
        let lane = drawn(45, spans);
        assert_eq!(lane.marks[0], Mark { entry: 0, x: 50, width: 150, row: 0 });
        assert_eq!(lane.marks[1], Mark { entry: 1, x: 200, width: 250, row: 0 });
        let short = drawn(45, vec![Extent::Span(at(7), Some(at(7) + 1))]);
        assert_eq!(short.marks[0].width, 1, "what was short is still seen");
    }

    #[test]
    fn what_would_be_covered_moves_down_a_row_and_no_further_than_it_must() {
        let noted = [10, 10, 11, 12, 30].map(|minute| Extent::Instant(at(minute)));
        let lane = drawn(45, noted.into());
        let rows: Vec<_> = lane.marks.iter().map(|mark| mark.row).collect();
        assert_eq!(rows, [0, 1, 0, 0, 0]);
        assert_eq!(lane.rows, 2);
    }

    #[test]
    fn what_was_outside_the_lesson_stands_at_its_edge() {
        let late = vec![Extent::Instant(at(60)), Extent::Instant(0), Extent::Span(at(60), None)];
        let lane = drawn(45, late);
        let places: Vec<_> = lane.marks.iter().map(|mark| (mark.entry, mark.x)).collect();
        assert_eq!(places, [(1, 0), (0, 440), (2, 449)]);
    }

    #[test]
    fn an_empty_lesson_is_drawn() {
        let empty = Timeline::of(START, START, 450, 10, Vec::new());
        assert_eq!(empty.ticks, [Tick { minute: 0, x: 0 }]);
        assert_eq!(empty.lanes, []);
        let lane = drawn(0, vec![Extent::Instant(at(3)), Extent::Span(at(0), None)]);
        assert_eq!((lane.rows, lane.marks[0].x), (2, 0));
        assert_eq!(drawn(45, Vec::new()).rows, 0);
    }

    #[test]
    fn a_lesson_that_nobody_ended_is_drawn() {
        let forgotten = Timeline::of(0, u64::MAX, 450, 10, Vec::new());
        assert!(forgotten.ticks.len() <= 25);
        assert!(forgotten.ticks.iter().all(|tick| tick.x <= 450));
    }
}
