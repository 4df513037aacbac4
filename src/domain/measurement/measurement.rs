//! One measurement of an initiative: the same instrument at the start, at the end, and in between.
//!
//! It is its values by path. Pupils are codes. What they answered is in `measurement_answers.rs`, a scale of
//! their own in `own_instrument.rs`.

use chrono::NaiveDate;
use serde_json::{Map, Value, json};

use super::instrument::{Instrument, instrument};
use crate::domain::record::fields::ANSWER;
use crate::domain::record::{
    EXAMPLE, INITIATIVE, Tracked, fields, is_pupil_code, next_pupil_code, record_of_tracked, values,
};
use crate::ledger::{Gather, RevisionId, canonical, in_order};

/// The wave at the start.
pub const START: &str = "start";
/// The wave at the end.
pub const END: &str = "end";

/// The id of an instrument that stands in the measurement itself.
pub const OWN: &str = "egen";

/// The one column of a test or a count.
pub const POINTS: &str = "points";

/// More pupils than one measurement is made for.
pub const MOST_PUPILS_MEASURED: usize = 200;

pub(super) const FROZEN: &str = "frozen";

/// One measurement of an initiative.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Measurement(pub(in crate::domain) Tracked);

fields! {
    /// What is measured, and why.
    Measurement {
        /// The initiative it belongs to.
        initiative / set_initiative: Record = INITIATIVE,
        /// Whether the pupils were chosen because they struggled.
        chosen_for_low / set_chosen_for_low: Flag = "chosenForLow",
    }
}

impl Measurement {
    /// Whether it is made up.
    pub fn example(&self) -> bool {
        self.0.flag(EXAMPLE)
    }

    /// The id and version of the instrument, for ever.
    pub fn instrument_ref(&self) -> Option<(String, u32)> {
        let id = self.0.text("instrument");
        let version = self.0.number("instrumentVersion")?;
        (!id.is_empty()).then_some((id, u32::try_from(version).ok()?))
    }

    /// The instrument, in just the version that was chosen; `None` where none is chosen, where this
    /// version of the app does not have it, or where the school's own is not done.
    pub fn instrument(&self) -> Option<Instrument> {
        let (id, version) = self.instrument_ref()?;
        if id == OWN { self.own_instrument().ok() } else { instrument(&id, version).cloned() }
    }

    /// Chooses the instrument. Once there are answers it stays; says whether it was chosen.
    pub fn set_instrument(&mut self, id: &str, version: u32) -> bool {
        let free = !self.is_begun();
        if free {
            self.0.set_text("instrument", id);
            self.0.set("instrumentVersion", Some(json!(version)));
        }
        free
    }

    /// What the team says of its test or count.
    pub fn setting(&self, id: &str) -> String {
        self.0.text(&format!("settings/{id}"))
    }

    /// Says something of a test or count, before the first answer; says whether it was taken.
    pub fn set_setting(&mut self, id: &str, value: &str) -> bool {
        let free = !self.is_begun();
        if free {
            self.0.set_text(format!("settings/{id}"), value);
        }
        free
    }

    /// The goal that it is to say something about.
    pub fn goal(&self) -> String {
        self.0.text("goal")
    }

    /// Has it come of the answer to a working question, which says what it is for.
    pub fn begin_from_answer(&mut self, question: &str, answer: &str) {
        self.set_goal(answer);
        self.0.set_text(ANSWER, question);
    }

    /// Ties it to a goal, before the first answer; says whether it was tied.
    pub fn set_goal(&mut self, goal: &str) -> bool {
        let free = !self.is_begun();
        if free {
            self.0.set_text("goal", goal);
        }
        free
    }

    /// Whether anything has been answered.
    pub fn is_begun(&self) -> bool {
        self.0.below("answers").next().is_some()
    }

    /// Whether the instrument is another than when the first answer was given. Here that is refused;
    /// it comes with a file from somebody who changed it before they knew of the answers.
    pub fn is_changed_since_start(&self) -> bool {
        let frozen = self.0.text(FROZEN);
        self.is_begun() && !frozen.is_empty() && frozen != self.digest()
    }

    /// The fingerprint of all that decides what an answer means.
    pub(in crate::domain) fn digest(&self) -> String {
        let inside = |path: &str| {
            ["instrument", "instrumentVersion"].contains(&path)
                || path.starts_with("own/")
                || path.starts_with("settings/")
        };
        let all = self.0.all().0.iter().filter(|(path, _)| inside(path));
        let all: Map<String, Value> = all.map(|(path, it)| (path.clone(), it.clone())).gather();
        // What the ledger keeps has one spelling; nothing else comes here.
        RevisionId::of(&canonical(&Value::Object(all)).unwrap_or_default()).to_string()
    }
}

/// When, and whom.
impl Measurement {
    /// The waves: the start, those in between by their day, the end.
    pub fn waves(&self) -> Vec<String> {
        let between = self.0.below("waves").filter(|(id, _)| *id != START && *id != END);
        let between = between.map(|(id, _)| (self.wave_day(id), id.to_owned()));
        let between = in_order(between.collect(), |(one, a), (other, b)| {
            (one.is_none(), one, a).cmp(&(other.is_none(), other, b))
        });
        let mut waves = vec![START.to_owned()];
        waves.extend(between.into_iter().map(|(_, id)| id));
        waves.push(END.to_owned());
        waves
    }

    /// The day of a wave.
    pub fn wave_day(&self, wave: &str) -> Option<NaiveDate> {
        self.0.day(&format!("waves/{wave}"))
    }

    /// Sets the day of a wave. One in between that has no day yet is kept.
    pub fn set_wave_day(&mut self, wave: &str, day: Option<NaiveDate>) {
        let between = wave != START && wave != END;
        let day = values::of_day(day).or_else(|| between.then(|| json!("")));
        self.0.set(format!("waves/{wave}"), day);
    }

    /// Whether a wave comes at a time that it cannot: an end before the start, or one in between that
    /// is not between them. What is wrong is said at the later one.
    pub fn is_out_of_order(&self, wave: &str) -> bool {
        let (start, end) = (self.wave_day(START), self.wave_day(END));
        self.wave_day(wave).is_some_and(|day| {
            let is_before = wave != START && start.is_some_and(|start| day < start);
            let is_after = wave != START && wave != END && end.is_some_and(|end| end < day);
            is_before || is_after
        })
    }

    /// Takes a wave in between away, where nothing is answered in it; says whether it went.
    pub fn remove_wave(&mut self, wave: &str) -> bool {
        let goes = self.answered_in(wave) == 0 && wave != START && wave != END;
        if goes {
            self.0.set(format!("waves/{wave}"), None);
        }
        goes
    }

    /// The codes on the list, in order.
    pub fn pupils(&self) -> Vec<String> {
        let codes = self.0.below("pupils").map(|(code, _)| code.to_owned()).collect();
        in_order(codes, |a: &String, b| (a.len(), a).cmp(&(b.len(), b)))
    }

    /// Puts a pupil on the list; says whether the code is one.
    pub fn add_pupil(&mut self, code: &str) -> bool {
        let fits = is_pupil_code(code);
        if fits {
            self.0.set(format!("pupils/{code}"), Some(json!(true)));
        }
        fits
    }

    /// Takes a pupil off the list, who has answered nothing; says whether they went.
    pub fn remove_pupil(&mut self, code: &str) -> bool {
        let goes = !self
            .0
            .below("answers")
            .any(|(rest, _)| rest.split('/').nth(1).is_some_and(|row| pupil_of(row) == code));
        if goes {
            self.0.set(format!("pupils/{code}"), None);
            self.0.set(format!("left/{code}"), None);
        }
        goes
    }

    /// The first code that is free.
    pub fn next_code(&self) -> String {
        next_pupil_code(&self.pupils())
    }

    /// Whether the pupil has left the group.
    pub fn has_left(&self, code: &str) -> bool {
        self.0.flag(&format!("left/{code}"))
    }

    /// Says whether the pupil has left the group. What they answered stays.
    pub fn set_left(&mut self, code: &str, left: bool) {
        self.0.set(format!("left/{code}"), values::of_flag(left));
    }
}

record_of_tracked!(Measurement);

/// The pupil whose row it is.
pub fn pupil_of(row: &str) -> &str {
    row.split_once('+').map_or(row, |(pupil, _)| pupil)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::calendar::iso;
    use crate::domain::measurement::measurement_answers::Given;
    use crate::domain::record::Record as _;

    #[test]
    fn a_code_is_an_e_and_digits() {
        let good = ["E01", "E10", "E123"];
        assert!(good.into_iter().all(is_pupil_code));
        let bad = ["", "E", "E1", "E00", "e01", "E1234", "Emil", "E0a", "01", "E01+2"];
        assert!(!bad.into_iter().any(is_pupil_code));
    }

    fn begun() -> Measurement {
        let mut it = Measurement::default();
        assert!(it.set_instrument("maaling-motivation-mellemtrin", 1) && it.set_goal("g"));
        assert!(it.add_pupil("E01") && it.add_pupil("E02") && !it.add_pupil("Ali"));
        it.set_answer(START, "E01", "mo-m1", Some(&Given::Step(4)));
        it
    }

    #[test]
    fn instrument_and_goal_stay_once_there_is_an_answer() {
        let mut it = begun();
        it.set_answer(END, "E01", POINTS, Some(&Given::Number("3.50".into())));
        it.set_answer(END, "E02", "mo-m1", Some(&Given::Skipped));
        assert!(!it.set_instrument("b", 2) && !it.set_goal("h") && !it.set_setting("ts-max", "9"));
        assert_eq!(it.instrument().unwrap().id, "maaling-motivation-mellemtrin");
        assert_eq!(it.goal(), "g");
        assert_eq!(it.answer(START, "E01", "mo-m1"), Some(Given::Step(4)));
        assert_eq!(it.answer(END, "E01", POINTS), Some(Given::Number("3.50".into())));
        assert_eq!(it.answer(END, "E02", "mo-m1"), Some(Given::Skipped));
        let again = Measurement::read(&it.write());
        assert_eq!((again.pupils(), again.answered_in(END)), (it.pupils(), 2));
        for (wave, row, item) in
            [(START, "E01", "mo-m1"), (END, "E01", POINTS), (END, "E02", "mo-m1")]
        {
            it.set_answer(wave, row, item, None);
        }
        assert!(it.set_instrument("b", 2), "all answers taken back: free again");
    }

    #[test]
    fn a_change_from_elsewhere_after_the_first_answer_is_known() {
        let it = begun();
        assert!(!it.is_changed_since_start());
        let mut fields = it.write();
        fields.put("instrument", "maaling-motivation-udskoling");
        assert!(Measurement::read(&fields).is_changed_since_start());
    }

    #[test]
    fn a_pupil_who_answers_again_has_two_rows_and_one_who_left_keeps_theirs() {
        let mut it = begun();
        assert_eq!(it.answer_again(START, "E01"), "E01+2");
        assert_eq!(it.rows(START), ["E01", "E01+2", "E02"]);
        assert_eq!(it.rows(END), ["E01", "E02"]);
        it.close_again(START, "E01+2");
        assert_eq!(it.rows(START), ["E01", "E02"]);
        assert_eq!(it.answer_again(START, "E01"), "E01+2");
        it.set_left("E01", true);
        assert_eq!(it.rows(START), ["E01", "E01+2", "E02"]);
        assert_eq!(it.rows(END), ["E02"]);
        assert!(!it.remove_pupil("E01") && it.remove_pupil("E02"));
        assert_eq!(it.next_code(), "E02");
        assert!(it.add_pupil("E100"));
        assert_eq!((it.pupils().last().unwrap().as_str(), it.next_code()), ("E100", "E101".into()));
    }

    #[test]
    fn waves_in_between_stand_by_their_day() {
        let mut it = begun();
        let day = |text: &str| iso::day(text);
        it.set_wave_day("m2", day("2026-10-01"));
        it.set_wave_day("m1", day("2026-11-01"));
        it.set_wave_day("m0", None);
        assert_eq!(it.waves(), [START, "m2", "m1", "m0", END]);
        it.set_answer("m2", "E01", "mo-m1", Some(&Given::Step(1)));
        assert!(!it.remove_wave("m2") && it.remove_wave("m0") && !it.remove_wave(END));
    }

    #[test]
    fn an_end_before_the_start_is_known_at_the_end() {
        let table = [
            (["2026-08-20", "", "2027-05-20"], [false, false, false]),
            (["2026-08-20", "2026-12-01", "2027-05-20"], [false, false, false]),
            (["2026-08-20", "2026-12-01", "2026-05-20"], [false, true, true]),
            (["2026-08-20", "2026-08-01", "2027-05-20"], [false, true, false]),
            (["2026-08-20", "2026-08-20", "2026-08-20"], [false, false, false]),
            (["", "2026-12-01", "2026-05-20"], [false, true, false]),
            (["2026-08-20", "2026-12-01", ""], [false, false, false]),
        ];
        for (days, expected) in table {
            let mut it = Measurement::default();
            for (wave, day) in [START, "m1", END].into_iter().zip(days) {
                it.set_wave_day(wave, iso::day(day));
            }
            assert_eq!(
                [START, "m1", END].map(|wave| it.is_out_of_order(wave)),
                expected,
                "{days:?}"
            );
        }
    }

    #[test]
    fn a_change_touches_one_path() {
        let mut it = begun();
        it.take_change();
        it.set_answer(START, "E02", "mo-m3", Some(&Given::Step(2)));
        let change = it.take_change().unwrap();
        assert_eq!(change.set.keys().collect::<Vec<_>>(), ["answers/start/E02/mo-m3"]);
    }
}
