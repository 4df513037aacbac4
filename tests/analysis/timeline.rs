//! The timeline: nothing leaves the axis, nothing changes its order, and nothing is covered.

use indsats::analysis::timeline::{Extent, Lane, Mark, Timeline};
use proptest::prelude::*;

const START: u64 = 1_790_000_000_000;

/// A lesson of up to two hours.
fn lengths() -> impl Strategy<Value = u64> {
    prop_oneof![1 => Just(0), 9 => 0..7_200_000_u64]
}

/// Times in and around the lesson.
fn times() -> impl Strategy<Value = u64> {
    START - 600_000..START + 8_000_000
}

fn extents() -> impl Strategy<Value = Extent> {
    prop_oneof![
        times().prop_map(Extent::Instant),
        (times(), prop::option::of(times())).prop_map(|(from, to)| Extent::Span(from, to)),
    ]
}

fn lane(entries: Vec<Extent>) -> Vec<Lane> {
    vec![Lane { name: "l".into(), entries }]
}

fn cover(one: &Mark, other: &Mark) -> bool {
    one.x < other.x + other.width && other.x < one.x + one.width
}

proptest! {
    #[test]
    fn nothing_is_outside_the_axis_and_nothing_is_lost(
        length in lengths(), width in 0..2_000_u32, mark in 0..60_u32,
        entries in prop::collection::vec(extents(), 0..40),
    ) {
        let it = Timeline::of(START, START + length, width, mark, lane(entries.clone()));
        let placed = &it.lanes[0];
        prop_assert!(it.ticks.iter().all(|tick| tick.x <= width));
        prop_assert!(placed.marks.iter().all(|mark| mark.x + mark.width <= width));
        prop_assert!(placed.marks.iter().all(|mark| mark.width > 0 || width == 0));
        let mut seen: Vec<_> = placed.marks.iter().map(|mark| mark.entry).collect();
        seen.sort_unstable();
        prop_assert_eq!(seen, (0..entries.len()).collect::<Vec<_>>());
    }

    #[test]
    fn what_came_later_never_stands_further_left(
        length in lengths(), width in 1..2_000_u32, mark in 0..60_u32,
        times in prop::collection::vec(times(), 1..40),
    ) {
        let entries = times.iter().map(|at| Extent::Instant(*at)).collect();
        let it = Timeline::of(START, START + length, width, mark, lane(entries));
        let marks = &it.lanes[0].marks;
        prop_assert!(marks.is_sorted_by_key(|mark| mark.x));
        for (one, other) in marks.iter().flat_map(|one| marks.iter().map(move |it| (one, it))) {
            prop_assert!(times[one.entry] > times[other.entry] || one.x <= other.x);
        }
        prop_assert!(it.ticks.is_sorted_by_key(|tick| tick.x));
    }

    /// No two marks of a row cover each other, and where a row was begun every row above was taken:
    /// as many marks as there are rows stand over one place.
    #[test]
    fn no_two_marks_of_a_row_cover_each_other_and_the_rows_are_the_fewest(
        length in lengths(), width in 1..2_000_u32, mark in 0..60_u32,
        entries in prop::collection::vec(extents(), 0..40),
    ) {
        let it = Timeline::of(START, START + length, width, mark, lane(entries));
        let placed = &it.lanes[0];
        for (i, one) in placed.marks.iter().enumerate() {
            prop_assert!(one.row < placed.rows);
            for other in &placed.marks[i + 1..] {
                prop_assert!(one.row != other.row || !cover(one, other), "{one:?} {other:?}");
            }
        }
        let stands_over = |mark: &Mark, x| mark.x <= x && x < mark.x + mark.width;
        let over = |x| placed.marks.iter().filter(|mark| stands_over(mark, x)).count();
        let deepest = placed.marks.iter().map(|mark| over(mark.x)).max();
        prop_assert_eq!(placed.rows, deepest.unwrap_or_default());
    }

    #[test]
    fn ticks_stand_at_their_minutes(length in lengths(), width in 1..2_000_u32) {
        let it = Timeline::of(START, START + length, width, 8, Vec::new());
        let step = if length > 3_600_000 { 10 } else { 5 };
        for (place, tick) in (0..).zip(&it.ticks) {
            prop_assert_eq!(tick.minute, place * step);
            let exact = (tick.minute * 60_000 * u64::from(width)).checked_div(length);
            prop_assert_eq!(u64::from(tick.x), exact.unwrap_or_default());
        }
        prop_assert_eq!(it.ticks.len() as u64, length / 60_000 / step + 1);
    }

    /// Numbers from a file can be anything.
    #[test]
    fn no_number_stops_the_program(
        start: u64, end: u64, width: u32, mark: u32, from: u64, to: Option<u64>,
    ) {
        let entries = vec![Extent::Instant(from), Extent::Span(from, to)];
        let it = Timeline::of(start, end, width, mark, lane(entries));
        prop_assert!(it.ticks.len() <= 25);
        prop_assert!(it.lanes[0].marks.iter().all(|mark| mark.x <= width - mark.width));
    }
}
