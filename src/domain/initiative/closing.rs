//! Phase 3 of an initiative as a whole: how much of it is done, and what became of the time that was
//! set aside.

use chrono::{NaiveDate, NaiveTime};

use super::closing_content::ClosingContent;
use super::embedding::DecisionState;
use super::expectations::ExpectationPart;
use super::experience::{HINDERS, SUPPORTS};
use super::initiative::Initiative;
use super::phase_content::{Group, PREPARING, PhaseContent};
use crate::domain::plan::{COVER, Lesson, MOVED, Meeting};
use crate::ledger::in_order;

/// How long a time is reckoned that says only when it begins, in minutes.
const USUAL: u32 = 45;

impl PhaseContent {
    /// The questions of the guide for sharing experience.
    pub fn sharing(&self) -> Option<&Group> {
        self.questions.last()
    }

    /// The tasks of leadership that go on all the way.
    pub fn all_the_way(&self) -> Option<&Group> {
        self.tasks.get(PREPARING)
    }
}

impl Initiative {
    /// How much of phase 3 is done, and how much there is: what supports and what gets in the way, the
    /// questions, each expectation, each task of leadership, and the decision.
    pub fn closing_done(&self, phases: &PhaseContent, content: &ClosingContent) -> (usize, usize) {
        let is_said = |text: String| !text.trim().is_empty();
        let items = |group: Option<&Group>| -> Vec<String> {
            group.into_iter().flat_map(|it| &it.items).map(|it| it.id.clone()).collect()
        };
        let board = [SUPPORTS, HINDERS].map(|column| !self.board_texts(column).is_empty());
        let mut questions = items(phases.sharing());
        questions.push(content.mirror.id.clone());
        let questions = questions.iter().map(|id| is_said(self.answer(id)));
        let judged = self.worded_expectations().into_iter();
        let judged = judged.map(|id| is_said(self.expectation(&id, ExpectationPart::Outcome)));
        let shielded = items(phases.all_the_way()).into_iter();
        let shielded = shielded.map(|task| is_said(self.shielding(&task)));
        let decided = self.decision_state() == DecisionState::Whole;
        let all = board.into_iter().chain(questions).chain(judged).chain(shielded);
        let all: Vec<bool> = all.chain([decided]).collect();
        (all.iter().filter(|done| **done).count(), all.len())
    }
}

/// What became of the times that were set aside and are over, or of which somebody has said something.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Became {
    /// How many there were to be.
    pub of: u32,
    /// How many took place, whole or in part.
    pub held: u32,
    /// How many were used for cover.
    pub cover: u32,
    /// How long those were, in minutes; one that does not say when it ends is reckoned three quarters of
    /// an hour.
    pub cover_minutes: u32,
    /// How many were moved for another reason.
    pub moved: u32,
    /// How many were called off for another reason.
    pub called_off: u32,
    /// Of how many nobody has said anything.
    pub open: u32,
}

/// Why lessons did not take place that were planned and of which somebody has said something: the id of each
/// reason, empty where nobody said why, with how many, the most first.
pub fn lost_for(lessons: &[Lesson]) -> Vec<(String, u32)> {
    let mut found: Vec<(String, u32)> = Vec::new();
    for it in lessons {
        if it.took_place() || it.status().is_empty() {
            continue;
        }
        let reason = it.reason();
        match found.iter_mut().find(|(known, _)| *known == reason) {
            Some((_, count)) => *count += 1,
            None => found.push((reason, 1)),
        }
    }
    // Of as many the reason that is said comes first.
    in_order(found, |(a, n), (b, m)| (m, a.is_empty(), a).cmp(&(n, b.is_empty(), b)))
}

impl Became {
    /// Whether fewer than three of four planned times took place: then that has to be said before any
    /// result (statistik.md, section 6).
    pub const fn is_little(held: u32, of: u32) -> bool {
        4 * held < 3 * of
    }

    /// Of lessons.
    pub fn of_lessons(lessons: impl IntoIterator<Item = Lesson>, today: NaiveDate) -> Self {
        let mut all = Self::default();
        for it in lessons {
            let times = (it.begins(), it.ends());
            all.add(&it.status(), &it.reason(), it.took_place(), it.day(), times, today);
        }
        all
    }

    /// Of the meetings that are one of the three times.
    pub fn of_meetings(meetings: &[Meeting], today: NaiveDate) -> Self {
        let mut all = Self::default();
        for it in meetings.iter().filter(|it| it.time().is_some()) {
            let times = (it.begins(), it.ends());
            all.add(&it.status(), &it.reason(), it.took_place(), it.day(), times, today);
        }
        all
    }

    fn add(
        &mut self,
        status: &str,
        reason: &str,
        took_place: bool,
        day: Option<NaiveDate>,
        times: (Option<NaiveTime>, Option<NaiveTime>),
        today: NaiveDate,
    ) {
        if status.is_empty() && day.is_none_or(|day| day >= today) {
            return;
        }
        self.of += 1;
        if took_place {
            self.held += 1;
        } else if reason == COVER {
            self.cover += 1;
            self.cover_minutes = self.cover_minutes.saturating_add(minutes(times));
        } else if status == MOVED {
            self.moved += 1;
        } else if status.is_empty() {
            self.open += 1;
        } else {
            self.called_off += 1;
        }
    }
}

fn minutes((begins, ends): (Option<NaiveTime>, Option<NaiveTime>)) -> u32 {
    let span = begins.zip(ends).map(|(begins, ends)| (ends - begins).num_minutes());
    span.and_then(|it| u32::try_from(it).ok()).filter(|it| *it > 0).unwrap_or(USUAL)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::calendar::iso;
    use crate::domain::initiative::closing_content::closing_content;
    use crate::domain::initiative::embedding::{DECISION, DecisionPart};
    use crate::domain::initiative::initiative::{Member, Role};
    use crate::domain::initiative::phase_content::phase_content;
    use crate::domain::plan::Time;

    #[test]
    fn everything_counts_once_and_only_when_it_is_said() {
        let (phases, content) = (phase_content(), closing_content());
        let mut it = Initiative::default();
        let mut done = 0;
        let mut comes_to = |it: &Initiative, more: usize, of: usize, what: &str| {
            done += more;
            assert_eq!(it.closing_done(phases, content), (done, of), "{what}");
        };
        comes_to(&it, 0, 13, "nothing");
        it.add_expectation("a");
        comes_to(&it, 0, 13, "an expectation without words");
        it.set_expectation("a", ExpectationPart::Text, "Flere deltager");
        comes_to(&it, 0, 14, "an expectation");
        it.set_expectation("a", ExpectationPart::Outcome, "for-tidligt");
        comes_to(&it, 1, 14, "too early is an answer");
        it.add_board_note("n", HINDERS);
        comes_to(&it, 0, 14, "an empty note");
        it.set_board_text("n", "Vikar");
        comes_to(&it, 1, 14, "what gets in the way");
        it.add_board_note("m", "er-proeve");
        it.set_board_text("m", "Fast makker");
        comes_to(&it, 0, 14, "what is to be tried");
        it.set_answer(&content.mirror.id, "Vi nåede det meste");
        it.set_answer("aq-er-rolle", "Forældrene læste med");
        comes_to(&it, 2, 14, "two answers");
        it.set_answer("aq-pl-skema", "Torsdag");
        comes_to(&it, 0, 14, "an answer of phase 1");
        it.set_shielding("lt-he-vikar", "Vi blev trukket ud tre gange");
        comes_to(&it, 1, 14, "a task of leadership");
        it.set_decision(DecisionPart::Choice, "forankre");
        comes_to(&it, 0, 14, "a decision that lacks");
        it.set_member("t", Some(&Member { initials: "HN".into(), role: Role::default() }));
        it.set_decision(DecisionPart::Why, "Det virker");
        it.set_decision(DecisionPart::Timetable, "Torsdag");
        it.set_who(DECISION, "t");
        it.set_by(DECISION, "2027-02-01".parse().ok());
        comes_to(&it, 1, 14, "a whole decision");
    }

    #[test]
    fn what_is_lost_is_counted_by_why() {
        let today = "2026-11-24".parse().unwrap();
        // `day status reason begins ends`
        let table = [
            ("2026-11-03", "gennemfoert", "", "", ""),
            ("2026-11-05", "delvist", "vikar", "08:00", "08:45"),
            ("2026-11-10", "aflyst", "vikar", "08:00", "09:30"),
            ("2026-11-12", "aflyst", "vikar", "", ""),
            ("2026-11-13", "aflyst", "vikar", "10:00", "09:00"),
            ("2026-11-17", "flyttet", "sygdom", "", ""),
            ("2026-11-18", "flyttet", "vikar", "12:00", "12:45"),
            ("2026-11-19", "aflyst", "", "", ""),
            ("2026-11-20", "", "", "", ""),
            ("2026-11-24", "", "", "", ""),
            ("2026-12-01", "aflyst", "tur", "", ""),
        ];
        let lessons = table.map(|(day, status, reason, begins, ends)| {
            let mut it = Lesson::default();
            it.set_day(day.parse().ok());
            it.set_status(status);
            it.set_reason(reason);
            it.set_begins(iso::time(begins));
            it.set_ends(iso::time(ends));
            it
        });
        let expected = Became {
            of: 10,
            held: 2,
            cover: 4,
            cover_minutes: 90 + 45 + 45 + 45,
            moved: 1,
            called_off: 2,
            open: 1,
        };
        let lost = lost_for(&lessons);
        let lost: Vec<_> = lost.iter().map(|(reason, n)| (reason.as_str(), *n)).collect();
        assert_eq!(lost, [("vikar", 4), ("sygdom", 1), ("tur", 1), ("", 1)]);
        assert_eq!(Became::of_lessons(lessons, today), expected);
        assert_eq!(Became::of_lessons([], today), Became::default());
    }

    #[test]
    fn under_three_of_four_is_little() {
        for (held, of, little) in [(0, 0, false), (0, 1, true), (3, 4, false), (11, 18, true)] {
            assert_eq!(Became::is_little(held, of), little, "{held} of {of}");
        }
    }

    #[test]
    fn only_the_three_times_are_counted_among_meetings() {
        let today = "2026-11-24".parse().unwrap();
        let meeting = |time: Option<Time>| {
            let mut it = Meeting::default();
            it.set_day("2026-11-10".parse().ok());
            it.set_time(time);
            it.set_status("aflyst");
            it.set_reason(COVER);
            it
        };
        let all = [meeting(Some(Time::Planning)), meeting(None), meeting(Some(Time::Sparring))];
        let became = Became::of_meetings(&all, today);
        assert_eq!((became.of, became.cover, became.cover_minutes), (2, 2, 90));
    }
}
