//! One lesson of the plan.
//!
//! As an observation it is its values by path. The adults and what each of them does stand in places
//! of their own (`adults/a`, `roles/a`), so that two people who change two adults never collide.

use chrono::{NaiveTime, TimeDelta};

use super::co_teaching::CoTeachingModel;
use crate::domain::calendar::{HoursFlaw, hours_flaws};
use crate::domain::record::{DAY, EXAMPLE, FOCUS, Fields, INITIATIVE, fields, record_of_fields};
use crate::domain::text::Lang;

/// The status of a lesson that took place.
pub const HELD: &str = "gennemfoert";

/// The status of a lesson that took place in part.
pub const PARTLY: &str = "delvist";

/// The status of a lesson that was moved to another time.
pub const MOVED: &str = "flyttet";

/// The status of a lesson that did not take place.
pub const CANCELLED: &str = "aflyst";

/// The reason that says that an adult was needed elsewhere.
pub const COVER: &str = "vikar";

/// How long a lesson is that says only when it begins.
const USUAL: TimeDelta = TimeDelta::minutes(45);

/// One lesson of the plan.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Lesson(pub(in crate::domain) Fields);

/// A field that is wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LessonField {
    /// It belongs to no initiative.
    Initiative,
    /// The day is missing.
    Day,
    /// When it begins and ends cannot be.
    Hours(HoursFlaw),
}

fields! {
    /// Where and when.
    Lesson {
        /// The initiative it belongs to.
        initiative / set_initiative: Record = INITIATIVE,
        /// Its day.
        day / set_day: Day = DAY,
        /// When it begins.
        begins / set_begins: Time = "begins",
        /// When it ends, as it was written.
        ends / set_ends: Time = "ends",
        /// The class or group.
        class / set_class: Text = "class",
        /// The subject.
        subject / set_subject: Text = "subject",
        /// The room.
        room / set_room: Text = "room",
        /// What the pupils are to learn in it, or what the adults work on.
        focus / set_focus: Text = FOCUS,
        /// Whether it belongs to the made-up initiative.
        example / set_example: Flag = EXAMPLE,
    }
}

impl Lesson {
    /// What is wrong with it. It can be left as it is.
    pub fn flaws(&self) -> Vec<LessonField> {
        let missing = [
            self.initiative().is_none().then_some(LessonField::Initiative),
            self.day().is_none().then_some(LessonField::Day),
        ];
        let hours = hours_flaws(self.day(), self.begins(), self.ends()).map(LessonField::Hours);
        missing.into_iter().flatten().chain(hours).collect()
    }

    /// When it is over: as written, or the usual time after it begins.
    fn over(&self) -> Option<NaiveTime> {
        let begins = self.begins();
        let written = self.ends().filter(|ends| begins.is_none_or(|begins| begins < *ends));
        // Past midnight the time starts over; a lesson that late ends with the day.
        written.or_else(|| match begins?.overflowing_add_signed(USUAL) {
            (ends, 0) => Some(ends),
            _ => NaiveTime::from_hms_opt(23, 59, 0),
        })
    }

    /// Whether it is over at this time of its day.
    pub fn is_over(&self, now: NaiveTime) -> bool {
        self.over().is_some_and(|over| over <= now)
    }

    /// How many minutes this time of its day is away from the lesson: none while it runs.
    pub fn distance(&self, now: NaiveTime) -> Option<i64> {
        let (begins, over) = (self.begins()?, self.over()?);
        let away = (begins - now).max(now - over).max(TimeDelta::zero());
        Some(away.num_minutes())
    }
}

fields! {
    /// Who does what.
    Lesson {
        /// An adult, by initials or a first name.
        adult / set_adult(adult): Text = "adults/{adult}",
        /// What an adult does.
        role / set_role(adult): Text = "roles/{adult}",
    }
}

impl Lesson {
    /// The adults' places, in the order they stand in.
    pub const ADULTS: [&str; 2] = ["a", "b"];

    /// How the adults teach together.
    pub fn model(&self) -> String {
        self.0.text("model")
    }

    /// Chooses how the adults teach together. What the model suggests stands in place of what
    /// another model suggested, and never in place of what a person wrote.
    pub fn set_model(&mut self, id: &str, models: &[CoTeachingModel], lang: Lang) {
        let find = |id: &str| models.iter().find(|model| model.id == id);
        let before = self.model();
        for adult in Self::ADULTS {
            let role = self.role(adult);
            let suggested = find(&before).map(|model| model.role(adult));
            let untouched = suggested.is_some_and(|it| {
                [Lang::Da, Lang::En].into_iter().any(|lang| it.get(lang) == role)
            });
            if role.is_empty() || untouched {
                let role = find(id).map(|model| model.role(adult).get(lang));
                self.set_role(adult, role.unwrap_or_default());
            }
        }
        self.0.set_text("model", id);
    }

    /// The two adults take each other's part.
    pub fn swap_roles(&mut self) {
        let (a, b) = (self.role("a"), self.role("b"));
        self.set_role("a", &b);
        self.set_role("b", &a);
    }

    /// Each adult that is named and has something to do, with what that is.
    pub fn parts(&self) -> Vec<(String, String)> {
        let parts = Self::ADULTS.into_iter().map(|adult| (self.adult(adult), self.role(adult)));
        parts.filter(|(who, role)| !who.trim().is_empty() && !role.trim().is_empty()).collect()
    }
}

fields! {
    /// What became of it.
    Lesson {
        /// Why it did not go as planned: an id of the content.
        reason / set_reason: Text = "reason",
        /// The one thing to do otherwise next time.
        adjustment / set_adjustment: Text = "adjustment",
    }
}

impl Lesson {
    /// What became of it: an id of the content; empty while nobody has said.
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

    /// Whether it was called off or moved away.
    pub fn is_off(&self) -> bool {
        [MOVED, CANCELLED].contains(&self.status().as_str())
    }
}

record_of_fields!(Lesson);

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::built_in::Content;
    use crate::domain::calendar::ClockChange;
    use crate::domain::calendar::iso;
    use crate::ledger::RecordId;

    fn lesson(words: &str) -> Lesson {
        let mut fields = Fields::default();
        for word in words.split_whitespace() {
            let (path, text) = word.split_once('=').unwrap();
            fields.put(path, text);
        }
        Lesson(fields)
    }

    fn at(text: &str) -> NaiveTime {
        iso::time(text).unwrap()
    }

    #[test]
    fn says_what_is_wrong() {
        use HoursFlaw::{Backwards, Begins, Ends, Midnight};
        use LessonField::{Day, Hours, Initiative};
        let rec = RecordId::new(1, [1; 10]);
        let (skipped, twice) = (ClockChange::Skipped, ClockChange::Twice);
        let of = |words: &str| format!("initiative={rec} {words}");
        let table = [
            (String::new(), vec![Initiative, Day]),
            (of("day=2026-11-23"), vec![]),
            (of("day=2026-11-23 begins=10:00 ends=10:45"), vec![]),
            (of("day=2026-11-23 ends=10:45"), vec![]),
            (of("day=2026-11-23 begins=10:45 ends=10:00"), vec![Hours(Backwards)]),
            (of("day=2026-11-23 begins=10:00 ends=10:00"), vec![Hours(Backwards)]),
            (of("day=2026-11-23 begins=23:30 ends=00:15"), vec![Hours(Midnight)]),
            (of("day=2027-03-28 begins=02:30 ends=03:15"), vec![Hours(Begins(skipped))]),
            (of("day=2026-10-25 begins=01:45 ends=02:30"), vec![Hours(Ends(twice))]),
        ];
        for (words, flaws) in table {
            assert_eq!(lesson(&words).flaws(), flaws, "{words}");
        }
    }

    #[test]
    fn is_over_when_it_ends_or_after_the_usual_time() {
        let table = [
            ("begins=10:00 ends=10:45", "10:44", false, Some(0)),
            ("begins=10:00 ends=10:45", "10:45", true, Some(0)),
            ("begins=10:00 ends=10:45", "09:58", false, Some(2)),
            ("begins=10:00 ends=10:45", "11:00", true, Some(15)),
            ("begins=10:00", "10:44", false, Some(0)),
            ("begins=10:00", "10:45", true, Some(0)),
            // What cannot be is read as if it had not been written.
            ("begins=10:00 ends=09:00", "09:30", false, Some(30)),
            ("begins=23:30", "23:58", false, Some(0)),
            ("ends=10:45", "10:50", true, None),
            ("", "23:59", false, None),
        ];
        for (words, now, over, distance) in table {
            let lesson = lesson(words);
            assert_eq!(lesson.is_over(at(now)), over, "{words} at {now}");
            assert_eq!(lesson.distance(at(now)), distance, "{words} at {now}");
        }
    }

    #[test]
    fn a_model_suggests_and_never_overwrites() {
        let models = Content::built_in().co_teaching;
        let mut it = Lesson::default();
        it.set_model("stationsundervisning", &models, Lang::Da);
        assert_eq!((it.role("a"), it.role("b")), ("Har station 1".into(), "Har station 2".into()));
        it.set_role("b", "Har læsestationen");
        it.set_model("parallelundervisning", &models, Lang::Da);
        let roles = ("Underviser hold 1".into(), "Har læsestationen".into());
        assert_eq!((it.role("a"), it.role("b")), roles);
        it.set_model("", &models, Lang::En);
        assert_eq!((it.role("a"), it.role("b")), (String::new(), "Har læsestationen".into()));
    }

    #[test]
    fn the_adults_swap_and_swap_back() {
        let mut it = lesson("adults/a=Mette adults/b=Jonas roles/a=x");
        let before = it.clone();
        it.swap_roles();
        assert_eq!(it.parts(), [("Jonas".to_owned(), "x".to_owned())]);
        it.swap_roles();
        assert_eq!(it, before);
    }

    #[test]
    fn a_reason_goes_with_the_status_it_belongs_to() {
        let mut it = lesson("status=aflyst reason=vikar");
        assert!(it.is_off() && !it.took_place());
        it.set_status(CANCELLED);
        assert_eq!(it.reason(), COVER);
        it.set_status(HELD);
        assert_eq!(it, lesson("status=gennemfoert"));
        assert!(it.took_place());
    }

    #[test]
    fn the_content_knows_every_status_that_rules_speak_of() {
        let content = Content::built_in();
        let ids: Vec<_> = content.lesson_status.iter().map(|it| it.id.as_str()).collect();
        assert_eq!(ids, [HELD, PARTLY, MOVED, CANCELLED]);
        assert!(content.lesson_reasons.iter().any(|it| it.id == COVER));
    }
}
