//! How far an agreement has come: what it lacks, who has said yes to just these words, and what
//! happened after. Nothing of that is stored as a state; it follows from what was written and when.

use chrono::{Days, NaiveDate, NaiveTime, TimeDelta};
use serde_json::{Map, Value, json};

use super::agreement::{AFTER_TALK, AT_INITIATIVE_END, Agreement, BEGINS, CLASS, Side, Term};
use crate::domain::calendar::{Hours, HoursFlaw, SchoolYear, hours_flaws};
use crate::domain::record::{DAY, fields, values};
use crate::ledger::{Gather, RevisionId, canonical, in_order};

/// At most so many pupils are looked at.
pub const MOST_PUPILS: usize = 4;

/// At most so many of the guide's questions are picked.
pub const MOST_QUESTIONS: usize = 3;

/// The minutes of a day.
const A_DAY: i64 = 1440;

const TALK_ENDED: &str = "talk/ended";
const TRY: &str = "talk/try";
const AGAIN: &str = "talk/again";
const TRIED: &str = "after/tried";
const FOLLOWED_UP: &str = "after/done";

/// How far it has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stage {
    /// Something is missing that the guide asks for.
    Draft,
    /// It is whole, and waits for somebody's yes.
    Ready,
    /// Everybody has said yes to what it says now.
    Agreed,
    /// The lesson is over.
    Observed,
    /// The talk is over.
    Talked,
    /// What was tried has been looked at.
    FollowedUp,
}

/// Somebody's yes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Consent {
    /// Not yet.
    Waits,
    /// To what it says now; when, in milliseconds since 1970.
    Given(u64),
    /// To what it said then: it has been changed since.
    Outdated(u64),
}

/// A field of the form, for saying where something is wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AgreementField {
    /// Nobody is observed.
    Observed,
    /// Nobody observes.
    Observer,
    /// Somebody is on both sides.
    BothSides,
    /// The subject focus is missing.
    Focus,
    /// More than four pupils are looked at.
    Pupils,
    /// What to look for is missing.
    LookFor,
    /// The day of the observation is missing.
    Day,
    /// The day of the talk is missing.
    TalkDay,
    /// The talk is before the observation.
    TalkFirst,
    /// When the observation begins and ends cannot be.
    Hours(HoursFlaw),
    /// When the talk begins and ends cannot be.
    TalkHours(HoursFlaw),
    /// There is no question to talk from.
    Questions,
}

/// The time so many minutes later, by the clock: after midnight it begins again.
fn after(begins: Option<NaiveTime>, minutes: &str) -> Option<NaiveTime> {
    let minutes = minutes.trim().parse().ok().filter(|minutes| (1..A_DAY).contains(minutes))?;
    Some(begins?.overflowing_add_signed(TimeDelta::minutes(minutes)).0)
}

/// What is wrong with hours that follow from how long something takes: nothing ends before it begins.
fn hours_flaw((day, begins, ends): Hours) -> Option<HoursFlaw> {
    let flaw = hours_flaws(day, begins, ends).next()?;
    Some(if flaw == HoursFlaw::Backwards { HoursFlaw::Midnight } else { flaw })
}

/// What it lacks, and who has said yes.
impl Agreement {
    /// What keeps it from being agreed to, in the order of the form. It can be left as it is.
    pub fn flaws(&self) -> Vec<AgreementField> {
        let (observed, observer) = (self.side(Side::Observed), self.side(Side::Observer));
        let both = observed.iter().any(|who| observer.contains(who));
        let missing = |term| self.term(term).trim().is_empty();
        let no_question = self.questions().is_empty() && missing(Term::OwnQuestion);
        [
            observed.is_empty().then_some(AgreementField::Observed),
            observer.is_empty().then_some(AgreementField::Observer),
            both.then_some(AgreementField::BothSides),
            missing(Term::Focus).then_some(AgreementField::Focus),
            (self.pupils().len() > MOST_PUPILS).then_some(AgreementField::Pupils),
            missing(Term::LookFor).then_some(AgreementField::LookFor),
            self.day().is_none().then_some(AgreementField::Day),
            hours_flaw(self.hours()).map(AgreementField::Hours),
            self.talk_day().is_none().then_some(AgreementField::TalkDay),
            self.talks_first().then_some(AgreementField::TalkFirst),
            hours_flaw(self.talk_hours()).map(AgreementField::TalkHours),
            no_question.then_some(AgreementField::Questions),
        ]
        .into_iter()
        .flatten()
        .collect()
    }

    /// The day of the observation, and when it begins and ends.
    pub fn hours(&self) -> Hours {
        let (begins, minutes) = (self.begins(), self.minutes());
        (self.day(), begins, after(begins, &minutes))
    }

    /// The day of the talk, and when it begins and ends.
    pub fn talk_hours(&self) -> Hours {
        let (begins, minutes) = (self.talk_begins(), self.talk_minutes());
        (self.talk_day(), begins, after(begins, &minutes))
    }

    fn talks_first(&self) -> bool {
        match (self.day(), self.talk_day()) {
            (Some(day), Some(talk)) if day == talk => {
                matches!((self.begins(), self.talk_begins()), (Some(begins), Some(talk)) if talk <= begins)
            }
            (Some(day), Some(talk)) => talk < day,
            _ => false,
        }
    }

    /// The fingerprint of exactly what is agreed: people, class, form, day and time, and every term,
    /// also of a newer version. The talk and all that comes after it stand outside.
    pub fn digest(&self) -> String {
        let inside = |path: &str| {
            [DAY, BEGINS, CLASS, "template", "templateVersion"].contains(&path)
                || path.starts_with("parties/")
                || path.starts_with("terms/")
        };
        let agreed = self.0.0.iter().filter(|(path, _)| inside(path));
        let agreed: Map<String, Value> =
            agreed.map(|(path, value)| (path.clone(), value.clone())).gather();
        // What the ledger keeps has one spelling; nothing else comes here.
        RevisionId::of(&canonical(&Value::Object(agreed)).unwrap_or_default()).to_string()
    }

    /// Says yes for somebody to what it says now. Every yes has a place of its own, so two devices
    /// never collide and none is ever lost.
    pub fn confirm(&mut self, who: &str, id: &str, at: u64) {
        let yes = json!({ "to": self.digest(), "at": at });
        self.0.put(format!("confirmed/{who}/{id}"), yes);
    }

    /// Takes somebody's yes to what it says now back. What they said to other words is not forgotten.
    pub fn take_back(&mut self, who: &str) {
        let digest = self.digest();
        let place = format!("confirmed/{who}");
        let is_this = |yes: &Value| yes.get("to").and_then(Value::as_str) == Some(digest.as_str());
        let these = self.0.below(&place).filter(|(_, yes)| is_this(yes));
        for path in these.map(|(id, _)| format!("{place}/{id}")).collect::<Vec<_>>() {
            self.0.set(path, None);
        }
    }

    /// What somebody has said.
    pub fn consent(&self, who: &str) -> Consent {
        let digest = self.digest();
        let place = format!("confirmed/{who}");
        let mut found = Consent::Waits;
        for (_, yes) in self.0.below(&place) {
            let Some(at) = yes.get("at").and_then(Value::as_u64) else { continue };
            let now = yes.get("to").and_then(Value::as_str) == Some(digest.as_str());
            found = match found {
                Consent::Given(first) if !now || first <= at => Consent::Given(first),
                _ if now => Consent::Given(at),
                Consent::Outdated(last) => Consent::Outdated(last.max(at)),
                _ => Consent::Outdated(at),
            };
        }
        found
    }

    /// Who has not said yes to what it says now.
    pub fn waits_for(&self) -> Vec<String> {
        let parties = self.parties().into_iter();
        parties.filter(|who| !matches!(self.consent(who), Consent::Given(_))).collect()
    }

    /// How far it has come; whether the lesson is over is known by the observation.
    pub fn stage(&self, observed: bool) -> Stage {
        if self.followed_up().is_some() {
            Stage::FollowedUp
        } else if self.talked().is_some() {
            Stage::Talked
        } else if observed {
            Stage::Observed
        } else if !self.flaws().is_empty() {
            Stage::Draft
        } else if self.waits_for().is_empty() {
            Stage::Agreed
        } else {
            Stage::Ready
        }
    }
}

fields! {
    /// The talk, and what came of it.
    Agreement {
        /// When the talk was over, in milliseconds since 1970.
        talked / set_talked: Number = TALK_ENDED,
        /// The one thing to try.
        to_try / set_to_try: Text = TRY,
        /// What was tried.
        tried / set_tried: Text = TRIED,
        /// When it was followed up, in milliseconds since 1970.
        followed_up / set_followed_up: Number = FOLLOWED_UP,
    }
}

impl Agreement {
    /// When a step of the talk was begun, in milliseconds since 1970.
    pub fn step_begun(&self, step: &str) -> Option<u64> {
        self.0.number(&format!("talk/steps/{step}"))
    }

    /// Goes to a step of the talk. Its clock goes on from the first time.
    pub fn begin_step(&mut self, step: &str, at: u64) {
        if self.step_begun(step).is_none() {
            self.0.put(format!("talk/steps/{step}"), at);
        }
    }

    /// The step of the talk that was begun last.
    pub fn last_step(&self) -> Option<String> {
        let begun = self.0.below("talk/steps");
        let begun = begun.map(|(step, at)| (at.as_u64().unwrap_or_default(), step.to_owned()));
        let begun = in_order(begun.collect(), |(one, _), (other, _)| one.cmp(other));
        begun.into_iter().next_back().map(|(_, step)| step)
    }

    /// The day to look at it again: as the talk ended, or as agreed beforehand.
    pub fn follow_up(&self) -> Option<NaiveDate> {
        self.0.day(AGAIN).or_else(|| self.agreed_follow_up())
    }

    /// Sets the day to look at it again, at the talk.
    pub fn set_follow_up(&mut self, day: Option<NaiveDate>) {
        self.0.set(AGAIN, values::of_day(day));
    }

    /// What is needed from the leadership, by id.
    pub fn needs(&self) -> Vec<String> {
        self.0.below("talk/needs").map(|(id, _)| id.to_owned()).collect()
    }

    /// Says that something is needed, or takes it back.
    pub fn need(&mut self, id: &str, needed: bool) {
        self.0.set(format!("talk/needs/{id}"), values::of_flag(needed));
    }

    /// Whether the day to look at it again has come and nobody has.
    pub fn follow_up_is_due(&self, today: NaiveDate) -> bool {
        self.followed_up().is_none()
            && self.flaws().is_empty()
            && self.follow_up().is_some_and(|day| day <= today)
    }

    /// The first day on which the notes are to be gone. The initiative's last day is told, since the
    /// agreement may hang on it; without one the school year's end is the latest there can be.
    pub fn erase_on(&self, initiative_ends: Option<NaiveDate>) -> Option<NaiveDate> {
        let day = self.day()?;
        let end = match self.term(Term::Erase).as_str() {
            AFTER_TALK => self.talk_day().map(|talk| talk.max(day)),
            AT_INITIATIVE_END => initiative_ends.map(|end| end.max(day)),
            "" => return None,
            _ => None,
        };
        end.or_else(|| SchoolYear::of(day).last_day())?.checked_add_days(Days::new(1))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::agreement::agreement::AT_YEAR_END;
    use crate::domain::calendar::{ClockChange, iso};
    use crate::domain::record::Record as _;

    fn whole() -> Agreement {
        let mut it = Agreement::default();
        it.set_side(Side::Observed, "AL SO");
        it.set_side(Side::Observer, "KA");
        it.set_term(Term::Focus, "Forklare med fagord");
        it.set_term(Term::LookFor, "Hvem forklarer?");
        it.set_day(iso::day("2026-11-24"));
        it.set_begins(iso::time("08:15"));
        it.set_talk_day(iso::day("2026-11-24"));
        it.set_talk_begins(iso::time("13:30"));
        it.pick_question("fq-elever", true);
        it
    }

    #[test]
    fn says_what_is_missing_in_the_order_of_the_form() {
        use AgreementField as F;
        assert_eq!(
            Agreement::default().flaws(),
            [F::Observed, F::Observer, F::Focus, F::LookFor, F::Day, F::TalkDay, F::Questions]
        );
        assert_eq!(whole().flaws(), []);
        let wrong = |change: fn(&mut Agreement)| {
            let mut it = whole();
            change(&mut it);
            it.flaws()
        };
        assert_eq!(wrong(|it| it.set_side(Side::Observer, "KA so")), [F::BothSides]);
        assert_eq!(wrong(|it| it.set_pupils("E1 E2 E3 E4 E5")), [F::Pupils]);
        assert_eq!(wrong(|it| it.set_pupils("E1 E2 E3 E4")), []);
        assert_eq!(wrong(|it| it.set_talk_day(iso::day("2026-11-23"))), [F::TalkFirst]);
        assert_eq!(wrong(|it| it.set_talk_begins(iso::time("08:15"))), [F::TalkFirst]);
        assert_eq!(wrong(|it| it.set_talk_begins(None)), []);
        let (skipped, twice) = (ClockChange::Skipped, ClockChange::Twice);
        let hours = [
            ("2026-11-24", "23:30", "45", vec![F::Hours(HoursFlaw::Midnight)]),
            ("2026-11-24", "16:00", "999", vec![F::Hours(HoursFlaw::Midnight)]),
            ("2026-11-24", "23:30", "", vec![]),
            ("2026-11-24", "23:00", "45", vec![]),
            ("2027-03-28", "02:30", "45", vec![F::Hours(HoursFlaw::Begins(skipped))]),
            ("2027-03-28", "01:30", "45", vec![F::Hours(HoursFlaw::Ends(skipped))]),
            ("2026-10-25", "02:30", "45", vec![F::Hours(HoursFlaw::Begins(twice))]),
        ];
        for (day, begins, minutes, expected) in hours {
            let mut it = whole();
            it.set_day(iso::day(day));
            it.set_begins(iso::time(begins));
            it.set_minutes(minutes);
            it.set_talk_day(iso::day("2027-05-01"));
            assert_eq!(it.flaws(), expected, "{day} {begins} {minutes}");
            it.set_day(iso::day("2026-10-01"));
            it.set_begins(iso::time("08:00"));
            it.set_talk_day(iso::day(day));
            it.set_talk_begins(iso::time(begins));
            it.set_talk_minutes(minutes);
            it.set_minutes("45");
            let talk = expected.into_iter().map(|flaw| match flaw {
                F::Hours(flaw) => F::TalkHours(flaw),
                other => other,
            });
            assert_eq!(it.flaws(), talk.collect::<Vec<_>>(), "talk {day} {begins} {minutes}");
        }
        let own = wrong(|it| {
            it.pick_question("fq-elever", false);
            it.set_term(Term::OwnQuestion, "Hvad overraskede?");
        });
        assert_eq!(own, []);
    }

    #[test]
    fn a_yes_is_to_just_these_words() {
        let mut it = whole();
        assert_eq!(it.consent("AL"), Consent::Waits);
        it.confirm("AL", "1", 10);
        it.confirm("AL", "2", 20);
        assert_eq!(it.consent("AL"), Consent::Given(10));
        assert_eq!(it.waits_for(), ["SO", "KA"]);

        let before = it.clone();
        it.set_talk_begins(iso::time("14:00"));
        assert_eq!(it.consent("AL"), Consent::Outdated(20));
        it.confirm("AL", "3", 30);
        assert_eq!(it.consent("AL"), Consent::Given(30));
        // Back to the words that were agreed to first: that yes was to them.
        it.set_talk_begins(before.talk_begins());
        assert_eq!(it.consent("AL"), Consent::Given(10));
        it.take_back("AL");
        assert_eq!(it.consent("AL"), Consent::Outdated(30));
    }

    #[test]
    fn what_comes_after_leaves_every_yes_as_it_is() {
        let mut it = whole();
        let digest = it.digest();
        it.confirm("AL", "1", 10);
        it.begin_step("fs-start", 20);
        it.set_to_try("Vent fem sekunder");
        it.set_follow_up(iso::day("2026-12-08"));
        it.need("tid", true);
        it.set_talked(Some(30));
        it.set_tried("Det virkede");
        it.set_followed_up(Some(40));
        assert_eq!(it.digest(), digest);
        for change in [
            |it: &mut Agreement| it.set_class("7.c"),
            |it: &mut Agreement| it.set_pupils("E04"),
            |it: &mut Agreement| it.set_side(Side::Observer, "KA MO"),
            |it: &mut Agreement| it.set_minutes("30"),
            |it: &mut Agreement| it.0.put("terms/of-a-newer-version", true),
        ] {
            let mut other = it.clone();
            change(&mut other);
            assert_ne!(other.digest(), digest);
        }
    }

    #[test]
    fn goes_from_stage_to_stage() {
        let mut it = Agreement::default();
        assert_eq!(it.stage(false), Stage::Draft);
        it = whole();
        assert_eq!(it.stage(false), Stage::Ready);
        for who in it.parties() {
            it.confirm(&who, "1", 10);
        }
        assert_eq!(it.stage(false), Stage::Agreed);
        assert_eq!(it.stage(true), Stage::Observed);
        it.set_talked(Some(20));
        assert_eq!(it.stage(true), Stage::Talked);
        it.set_followed_up(Some(30));
        assert_eq!(it.stage(true), Stage::FollowedUp);
        assert!(Stage::Draft < Stage::Ready && Stage::Talked < Stage::FollowedUp);
    }

    #[test]
    fn the_talk_is_where_it_was_left() {
        let mut it = whole();
        assert_eq!(it.last_step(), None);
        it.begin_step("fs-start", 10);
        it.begin_step("fs-set", 20);
        it.begin_step("fs-start", 30);
        assert_eq!(it.last_step().as_deref(), Some("fs-set"));
        assert_eq!(it.step_begun("fs-start"), Some(10));
    }

    #[test]
    fn reminds_of_what_was_promised_when_the_day_has_come() {
        let mut it = whole();
        it.set_agreed_follow_up(iso::day("2026-12-08"));
        let due = |it: &Agreement, day: &str| it.follow_up_is_due(iso::day(day).unwrap());
        assert!(!due(&it, "2026-12-07") && due(&it, "2026-12-08"));
        it.set_follow_up(iso::day("2026-12-15"));
        assert!(!due(&it, "2026-12-08") && due(&it, "2026-12-16"));
        it.set_followed_up(Some(1));
        assert!(!due(&it, "2026-12-16"));
    }

    #[test]
    fn notes_go_on_the_day_after_the_last_one_agreed() {
        let ends = iso::day("2026-12-18");
        for (when, ends, day) in [
            (AFTER_TALK, ends, "2026-11-25"),
            (AT_INITIATIVE_END, ends, "2026-12-19"),
            (AT_INITIATIVE_END, None, "2027-08-01"),
            (AT_YEAR_END, ends, "2027-08-01"),
        ] {
            let mut it = whole();
            it.set_term(Term::Erase, when);
            assert_eq!(it.erase_on(ends), iso::day(day), "{when}");
        }
        assert_eq!(whole().erase_on(ends), None, "nothing was agreed about it");
    }

    #[test]
    fn what_another_version_wrote_is_not_touched() {
        let mut it = whole();
        it.0.put("confirmed/AL/x", "yes");
        assert_eq!(it.consent("AL"), Consent::Waits);
        let before = it.write();
        it.set_class("7.c");
        let change = before.change_to(it.write());
        assert_eq!(change.set.keys().collect::<Vec<_>>(), ["class"]);
        assert!(change.unset.is_empty());
    }
}
