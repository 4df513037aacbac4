//! One meeting of the plan, or something else that time is set aside for: a measurement, a course.
//!
//! As a lesson it is its values by path, and what becomes of it is said in the same words. The points of
//! the agenda stand in the content; what has been talked about is ticked by the id of the point.

use chrono::{NaiveDate, NaiveTime, TimeDelta};
use serde_json::json;

use super::lesson::{CANCELLED, HELD, MOVED, PARTLY};
use super::meeting_kinds::{MeetingKind, meeting_kind};
use super::time::Time;
use crate::domain::calendar::{HoursFlaw, hours_flaws};
use crate::domain::record::fields::ANSWER;
use crate::domain::record::{DAY, EXAMPLE, Fields, INITIATIVE, fields, record_of_fields, values};
use crate::domain::text::title_and_note;

/// How long something is that says only when it begins and has no usual length.
const USUAL: u64 = 45;

/// The kind of what builds up skills.
const COURSE: &str = "kompetenceudvikling";

/// What says that something counts as none of the three times.
const NO_TIME: &str = "ingen";

/// One meeting of the plan.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Meeting(pub(in crate::domain) Fields);

/// Something that is wrong, with the field it stands at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MeetingFlaw {
    /// It belongs to no initiative.
    Initiative,
    /// It is not said what it is.
    What,
    /// The day is missing.
    Day,
    /// When it begins and ends cannot be.
    Hours(HoursFlaw),
}

fields! {
    /// What, where and when.
    Meeting {
        /// The initiative it belongs to.
        initiative / set_initiative: Record = INITIATIVE,
        /// What the team calls it, where that is something else than what it is.
        title / set_title: Text = "title",
        /// Its day.
        day / set_day: Day = DAY,
        /// When it ends.
        ends / set_ends: Time = "ends",
        /// Where it is.
        place / set_place: Text = "place",
        /// Who takes part, as it was written.
        who / set_who: Text = "who",
        /// What of the initiative it supports, in words: its purpose, a goal or what is expected.
        supports / set_supports: Text = "supports",
        /// Whether it belongs to the made-up initiative.
        example / set_example: Flag = EXAMPLE,
    }
}

impl Meeting {
    /// What it is, by the id of the content.
    pub fn what(&self) -> String {
        self.0.text("what")
    }

    /// What the content says about what it is.
    pub fn kind(&self) -> Option<&'static MeetingKind> {
        meeting_kind(&self.what())
    }

    /// Says what it is. An end that follows from how long such things take follows again.
    pub fn set_what(&mut self, what: &str) {
        let follows = self.ends().is_none() || self.ends() == self.usual_end();
        self.0.set_text("what", what);
        if follows && self.begins().is_some() {
            self.set_ends(self.usual_end());
        }
    }

    /// When it begins.
    pub fn begins(&self) -> Option<NaiveTime> {
        self.0.time("begins")
    }

    /// Sets when it begins. Where no other end was chosen it ends after the usual time.
    pub fn set_begins(&mut self, time: Option<NaiveTime>) {
        let follows = self.ends().is_none() || self.ends() == self.usual_end();
        self.0.set("begins", values::of_time(time));
        if follows && time.is_some() {
            self.set_ends(self.usual_end());
        }
    }

    /// When it ends if it takes as long as such things do; never after midnight.
    pub fn usual_end(&self) -> Option<NaiveTime> {
        let minutes = self.kind().and_then(|kind| kind.minutes).unwrap_or(USUAL);
        let minutes = TimeDelta::minutes(i64::try_from(minutes).unwrap_or_default());
        match self.begins()?.overflowing_add_signed(minutes) {
            (ends, 0) => Some(ends),
            _ => None,
        }
    }

    /// Whether it is a course or the like, which is to support something of the initiative.
    pub fn is_course(&self) -> bool {
        self.what() == COURSE
    }

    /// Has it come of the answer to a working question: a kind that fits, and the answer as its title or
    /// notes.
    pub fn begin_from_answer(&mut self, question: &str, kind: &str, answer: &str) {
        let (title, note) = title_and_note(answer);
        self.set_what(kind);
        self.set_title(title);
        self.set_note(note);
        self.0.set_text(ANSWER, question);
    }

    /// What is wrong with it, in the order of the form. It can be left as it is.
    pub fn flaws(&self) -> Vec<MeetingFlaw> {
        let missing = [
            self.initiative().is_none().then_some(MeetingFlaw::Initiative),
            self.what().is_empty().then_some(MeetingFlaw::What),
            self.day().is_none().then_some(MeetingFlaw::Day),
        ];
        let hours = hours_flaws(self.day(), self.begins(), self.ends()).map(MeetingFlaw::Hours);
        missing.into_iter().flatten().chain(hours).collect()
    }
}

fields! {
    /// What is talked about, and what came of it.
    Meeting {
        /// What was decided.
        note / set_note: Text = "note",
        /// Why it did not go as planned: an id of the content.
        reason / set_reason: Text = "reason",
    }
}

impl Meeting {
    /// Whether a point of the agenda has been talked about.
    pub fn is_ticked(&self, point: &str) -> bool {
        self.0.flag(&format!("agenda/{point}"))
    }

    /// Says that a point has been talked about, or takes that back.
    pub fn tick(&mut self, point: &str, done: bool) {
        self.0.set(format!("agenda/{point}"), values::of_flag(done));
    }

    /// What became of it, in the words of a lesson; empty while nobody has said.
    pub fn status(&self) -> String {
        self.0.text("status")
    }

    /// Says what became of it. A reason belongs to what was said before and goes with it.
    pub fn set_status(&mut self, status: &str) {
        if self.status() != status {
            self.set_reason("");
        }
        self.0.set_text("status", status);
    }

    /// Whether it took place, whole or in part.
    pub fn took_place(&self) -> bool {
        [HELD, PARTLY].contains(&self.status().as_str())
    }

    /// Whether it was to be and was not.
    pub fn is_lost(&self) -> bool {
        self.status() == CANCELLED
    }

    /// Whether another time stands in its place.
    pub fn is_moved(&self) -> bool {
        self.status() == MOVED
    }

    /// Which of the three times it is: as somebody said, or as such things are.
    pub fn time(&self) -> Option<Time> {
        match self.0.text("time").as_str() {
            "" => self.kind()?.time,
            said => Time::from_id(said),
        }
    }

    /// Says which of the three times it is, where it is another than usual; `None` for none of them.
    pub fn set_time(&mut self, time: Option<Time>) {
        let usual = self.kind().and_then(|kind| kind.time);
        let said = if time == usual { "" } else { time.map_or(NO_TIME, Time::id) };
        self.0.set_text("time", said);
    }
}

fields! {
    /// The same meeting again.
    Meeting {
        /// The last day of a repetition that is being planned.
        until / set_until: Day = "until",
        /// What those that were made together have in common.
        series / set_series: Text = "series",
    }
}

impl Meeting {
    /// How many weeks lie between two times of a repetition that is being planned.
    pub fn weeks(&self) -> u64 {
        self.0.number("weeks").unwrap_or(1)
    }

    /// Sets how many weeks lie between two times.
    pub fn set_weeks(&mut self, weeks: u64) {
        self.0.set("weeks", (weeks > 1).then_some(json!(weeks)));
    }

    /// Takes the time of day, the place and the people of another one of the series.
    pub fn take_frame(&mut self, other: &Self) {
        self.set_ends(None);
        self.set_begins(other.begins());
        self.set_ends(other.ends());
        self.set_place(&other.place());
        self.set_who(&other.who());
        self.set_title(&other.title());
    }

    /// The same meeting on another day, of which nothing is known yet.
    #[must_use]
    pub fn again_on(&self, day: NaiveDate) -> Self {
        let mut again = self.clone();
        let ticks: Vec<String> = self.0.below("agenda").map(|(id, _)| id.to_owned()).collect();
        for point in ticks {
            again.tick(&point, false);
        }
        again.set_day(Some(day));
        again.set_until(None);
        again.set_weeks(1);
        again.set_status("");
        again.set_reason("");
        again.set_note("");
        again.clear_sparring_note();
        again
    }
}

record_of_fields!(Meeting);

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::calendar::ClockChange;
    use crate::domain::calendar::iso;
    use crate::ledger::RecordId;

    fn meeting(words: &str) -> Meeting {
        let mut fields = Fields::default();
        for word in words.split_whitespace() {
            let (path, text) = word.split_once('=').unwrap();
            match text {
                "true" => fields.put(path, true),
                _ => fields.put(path, text),
            }
        }
        Meeting(fields)
    }

    fn at(text: &str) -> Option<NaiveTime> {
        iso::time(text)
    }

    #[test]
    fn says_what_is_wrong_in_the_order_of_the_form() {
        use HoursFlaw::{Backwards, Begins, Ends, Midnight};
        use MeetingFlaw::{Day, Hours, Initiative, What};
        let empty = Meeting::default().flaws();
        assert_eq!(empty, [Initiative, What, Day]);
        let rec = RecordId::new(1, [1; 10]);
        let table = [
            ("day=2026-11-24", vec![]),
            ("day=2026-11-24 begins=10:00", vec![]),
            ("day=2026-11-24 begins=10:00 ends=10:45", vec![]),
            ("day=2026-11-24 begins=10:00 ends=10:00", vec![Hours(Backwards)]),
            ("day=2026-11-24 begins=14:00 ends=13:00", vec![Hours(Backwards)]),
            ("day=2026-11-24 begins=18:00 ends=17:00", vec![Hours(Backwards)]),
            ("day=2026-11-24 begins=16:30 ends=07:30", vec![Hours(Backwards)]),
            ("day=2026-11-24 begins=22:00 ends=00:30", vec![Hours(Midnight)]),
            ("day=2026-11-24 begins=23:30 ends=00:00", vec![Hours(Midnight)]),
            ("day=2027-03-28 begins=01:00 ends=03:30", vec![]),
            ("day=2027-03-28 begins=02:30 ends=03:30", vec![Hours(Begins(ClockChange::Skipped))]),
            ("day=2027-03-28 begins=01:30 ends=02:15", vec![Hours(Ends(ClockChange::Skipped))]),
            (
                "day=2026-10-25 begins=02:10 ends=02:50",
                vec![Hours(Begins(ClockChange::Twice)), Hours(Ends(ClockChange::Twice))],
            ),
            ("day=2026-10-26 begins=02:10 ends=02:50", vec![]),
            ("begins=02:10 ends=02:50", vec![Day]),
            // What cannot be read counts as not written.
            ("day=2026-13-40 begins=25:00 ends=x", vec![Day]),
        ];
        for (words, flaws) in table {
            let found = meeting(&format!("initiative={rec} what=moede-opstart {words}")).flaws();
            assert_eq!(found, flaws, "{words}");
        }
    }

    #[test]
    fn ends_when_such_meetings_do_until_somebody_says_otherwise() {
        let mut it = Meeting::default();
        it.set_what("moede-opstart");
        assert_eq!(it.ends(), None);
        it.set_begins(at("14:00"));
        assert_eq!(it.ends(), at("15:30"));
        it.set_begins(at("13:30"));
        assert_eq!(it.ends(), at("15:00"));
        it.set_what("moede-justering");
        assert_eq!(it.ends(), at("14:00"));
        it.set_ends(at("14:15"));
        it.set_begins(at("13:00"));
        it.set_what("moede-opstart");
        assert_eq!(it.ends(), at("14:15"), "what was chosen stays");
        it.set_ends(None);
        it.set_begins(at("23:30"));
        assert_eq!(it.ends(), None, "no end is made up after midnight");
        it.set_begins(None);
        it.set_what("");
        assert_eq!(it, Meeting::default());
    }

    #[test]
    fn counts_as_what_it_is_until_somebody_says_otherwise() {
        let mut it = meeting("what=moede-faelles-planlaegning");
        assert_eq!(it.time(), Some(Time::Planning));
        it.set_time(Some(Time::Evaluation));
        assert_eq!(it.time(), Some(Time::Evaluation));
        it.set_time(None);
        assert_eq!(it.time(), None);
        it.set_time(Some(Time::Planning));
        assert_eq!(it, meeting("what=moede-faelles-planlaegning"));
        let mut other = meeting("what=moede-opstart");
        assert_eq!(other.time(), None);
        other.set_time(Some(Time::Sparring));
        assert_eq!(other.time(), Some(Time::Sparring));
        other.set_time(None);
        assert_eq!(other, meeting("what=moede-opstart"));
        assert_eq!(meeting("what=from-a-newer-version").time(), None);
    }

    #[test]
    fn what_is_repeated_is_the_plan_and_not_what_became_of_it() {
        let before = meeting(
            "what=moede-justering day=2026-11-24 until=2026-12-18 begins=14:00 place=12 who=MK \
             agenda/moede-justering-1=true status=aflyst reason=vikar note=x series=s time=sparring",
        );
        let again = before.again_on("2026-12-01".parse().unwrap());
        let expected = "what=moede-justering day=2026-12-01 begins=14:00 place=12 who=MK series=s \
                        time=sparring";
        assert_eq!(again, meeting(expected));
    }

    #[test]
    fn a_frame_is_taken_and_nothing_else() {
        let mut it =
            meeting("what=moede-opstart day=2026-12-01 begins=08:00 ends=09:00 note=x who=A");
        let other = "what=moede-justering day=2026-11-24 begins=14:00 place=12 status=aflyst";
        it.take_frame(&meeting(other));
        assert_eq!(it, meeting("what=moede-opstart day=2026-12-01 begins=14:00 place=12 note=x"));
    }

    #[test]
    fn a_reason_goes_with_the_status_it_belongs_to() {
        let mut it = meeting("status=aflyst reason=vikar");
        assert!(it.is_lost() && !it.took_place() && !it.is_moved());
        it.set_status(CANCELLED);
        assert_eq!(it.reason(), "vikar");
        it.set_status(HELD);
        assert_eq!(it, meeting("status=gennemfoert"));
        assert!(it.took_place());
    }
}
