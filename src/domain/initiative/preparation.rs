//! Phase 1 of an initiative: tasks with who and when, questions with answers, and what each person
//! says about being equipped.
//!
//! They stand in the initiative's own record under paths of their own: `tasks/<task>/done`,
//! `questions/<question>`, `readiness/<member>/<item>`. A task and the help that somebody needs are
//! the same thing to whoever does it, a *duty*: it has a place, somebody, a day, a note and is done.

use chrono::NaiveDate;
use serde_json::{Value, json};

use super::common_ground::Listed;
use super::initiative::Initiative;
use super::phase_content::{NOTHING, PhaseContent};
use crate::domain::record::{fields, values};
use crate::ledger::in_order;

/// The levels up to this one say that something is missing.
const NOT_READY: u64 = 2;

/// How many next steps are shown at a time.
const STEPS: usize = 3;

/// Somebody who has a duty.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    /// The id in the team.
    pub id: String,
    /// The initials; those of the time for someone who has left the team.
    pub initials: String,
    /// Whether the person is in the team no longer.
    pub gone: bool,
}

/// What can be done next.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// What it is about.
    pub kind: StepKind,
    /// The day it is to be done by.
    pub by: Option<NaiveDate>,
    /// Whether that day has passed.
    pub late: bool,
}

/// What a step is about, by id.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum StepKind {
    /// A task of leadership is not done.
    Task(String),
    /// A question has no answer.
    Question(String),
    /// Somebody has not said whether they are equipped.
    SelfCheck(String),
    /// Somebody needs help that is not there yet.
    Help(String),
}

impl Step {
    /// What tells it from every other, and from itself with another day.
    pub fn key(&self) -> String {
        let (word, id) = match &self.kind {
            StepKind::Task(id) => ("task", id),
            StepKind::Question(id) => ("question", id),
            StepKind::SelfCheck(id) => ("self-check", id),
            StepKind::Help(id) => ("help", id),
        };
        let by = self.by.map(|day| day.to_string()).unwrap_or_default();
        format!("{word}/{id}/{by}/{}", self.late)
    }
}

/// Where a task stands.
pub fn task(id: &str) -> String {
    format!("tasks/{id}")
}

/// Where what a member says about being equipped stands, and the help that follows.
pub fn readiness(member: &str) -> String {
    format!("readiness/{member}")
}

fields! {
    /// Duties, by their place.
    Initiative {
        /// Whether it is done.
        is_done / set_done(place): Flag = "{place}/done",
        /// The day it is to be done by.
        by / set_by(place): Day = "{place}/by",
        /// What there is to know about it.
        note / set_note(place): Text = "{place}/note",
    }
}

impl Initiative {
    /// Who sees to it.
    pub fn who(&self, place: &str) -> Option<Person> {
        let who = self.0.0.get(&format!("{place}/who"))?;
        let text = |key| who.get(key).and_then(Value::as_str).unwrap_or_default();
        Some(self.person(text("id"), text("initials")))
    }

    /// Says who sees to it, by the id in the team or among those who can help. The initials are kept beside it, so that it can be
    /// read when the person has left the team.
    pub fn set_who(&mut self, place: &str, member: &str) {
        let who = self.known(member).map(|name| json!({ "id": member, "initials": name }));
        self.0.set(format!("{place}/who"), who);
    }

    /// Whether it was to be done before this day and is not.
    pub fn is_late(&self, place: &str, today: NaiveDate) -> bool {
        !self.is_done(place) && self.by(place).is_some_and(|by| by < today)
    }

    /// Somebody by the id in the team and the initials that were kept of them.
    pub(in crate::domain) fn person(&self, id: &str, kept: &str) -> Person {
        let now = self.known(id);
        let (gone, now) = (now.is_none(), now.filter(|it| !it.is_empty()));
        Person { id: id.to_owned(), initials: now.unwrap_or_else(|| kept.to_owned()), gone }
    }

    /// What somebody is called who is in the team, or can help from outside it.
    fn known(&self, id: &str) -> Option<String> {
        if let Some(member) = self.member(id) {
            return Some(member.initials.trim().to_owned());
        }
        let name = self.listed_name(Listed::Resource, id).trim().to_owned();
        (!name.is_empty()).then_some(name)
    }

    /// Whom a duty can be given to: the team, and those outside it who can help.
    pub fn helpers(&self) -> Vec<Person> {
        let mut people = self.people();
        people.retain(|it| !it.gone);
        let outside = self.named(Listed::Resource).into_iter();
        people.extend(outside.map(|(id, initials)| Person { id, initials, gone: false }));
        people
    }
}

fields! {
    /// People, questions, and what each person says.
    Initiative {
        /// The answer to a question.
        answer / set_answer(question): Text = "questions/{question}",
        /// What was said when the question was taken up again; the first answer stays.
        later_answer / set_later_answer(question): Text = "revisits/{question}",
        /// Where the help that somebody needs is to come from.
        source / set_source(member): Text = "readiness/{member}/source",
    }
}

impl Initiative {
    /// How far somebody says that something is so, from 1.
    pub fn level(&self, member: &str, item: &str) -> Option<u64> {
        self.0.number(&format!("readiness/{member}/{item}"))
    }

    /// Says how far something is so, or takes that back.
    pub fn set_level(&mut self, member: &str, item: &str, level: Option<u64>) {
        self.keep_initials(member);
        self.0.set(format!("readiness/{member}/{item}"), level.map(|level| json!(level)));
    }

    /// What somebody needs.
    pub fn needs(&self, member: &str) -> Vec<String> {
        self.0.ticked(&format!("readiness/{member}/needs"))
    }

    /// Says that something is needed, or is not.
    pub fn set_need(&mut self, member: &str, need: &str, needed: bool) {
        self.keep_initials(member);
        self.0.set(format!("readiness/{member}/needs/{need}"), values::of_flag(needed));
    }

    /// Whoever can say whether they are equipped: the team, and those who said it and have left.
    pub fn people(&self) -> Vec<Person> {
        let team = self.team().into_iter().filter(|(_, it)| !it.initials.trim().is_empty());
        let mut people: Vec<Person> = team.map(|(id, _)| self.person(&id, "")).collect();
        for (member, item, value) in self.0.below_two("readiness") {
            if item == "initials" && self.member(member).is_none() {
                people.push(self.person(member, value.as_str().unwrap_or_default()));
            }
        }
        people
    }

    /// How far somebody says that things are so: what the guide asks, and the team's own points.
    fn levels(&self, content: &PhaseContent, member: &str) -> Vec<u64> {
        let asked = content.self_check.items.iter().map(|item| item.id.clone());
        let own = self.named(Listed::Point).into_iter().map(|(id, _)| id);
        asked.chain(own).filter_map(|item| self.level(member, &item)).collect()
    }

    /// Whether somebody has said anything about being equipped.
    pub fn has_said(&self, content: &PhaseContent, member: &str) -> bool {
        !self.levels(content, member).is_empty() || !self.needs(member).is_empty()
    }

    /// Whether somebody says that something is missing.
    pub fn lacks(&self, content: &PhaseContent, member: &str) -> bool {
        let low = self.levels(content, member).iter().any(|level| *level <= NOT_READY);
        low || self.needs(member).iter().any(|need| need != NOTHING)
    }

    /// Whether somebody is ready for something: says so to some or a high degree.
    pub fn is_ready(&self, member: &str, item: &str) -> Option<bool> {
        self.level(member, item).map(|level| level > NOT_READY)
    }

    /// The initials stand with what was said, for the day the person has left the team.
    fn keep_initials(&mut self, member: &str) {
        if let Some(found) = self.member(member) {
            self.0.set_text(format!("readiness/{member}/initials"), found.initials.trim());
        }
    }
}

/// What is next.
impl Initiative {
    /// How many tasks of the preparation are done, and how many there are.
    pub fn tasks_done(&self, content: &PhaseContent) -> (usize, usize) {
        let tasks = content.preparing().iter().flat_map(|group| &group.items);
        let done = tasks.clone().filter(|it| self.is_done(&task(&it.id))).count();
        (done, tasks.count())
    }

    /// At most three things to do next: what is late, then what has a day, the nearest first, then
    /// one of each kind, and then the tasks in their order.
    pub fn next_steps(&self, content: &PhaseContent, today: NaiveDate) -> Vec<Step> {
        let mut steps = Vec::new();
        let open = self.open_steps(content, today);
        // A kind that has a day somewhere is among the first already.
        let has_day = |kind| open.iter().any(|(other, step)| *other == kind && step.by.is_some());
        let mut kinds_begun = [0, 1, 2, 3].map(has_day);
        for (kind, step) in open {
            let rank: u8 = match (step.late, step.by) {
                (true, _) => 0,
                (_, Some(_)) => 1,
                _ => match kinds_begun.get_mut(kind) {
                    Some(begun) if !*begun => {
                        *begun = true;
                        2
                    }
                    _ => 3,
                },
            };
            steps.push((rank, step));
        }
        let steps = in_order(steps, |a, b| (a.0, a.1.by).cmp(&(b.0, b.1.by)));
        steps.into_iter().map(|(_, step)| step).take(STEPS).collect()
    }

    /// Everything that is open, with the number of its kind.
    fn open_steps(&self, content: &PhaseContent, today: NaiveDate) -> Vec<(usize, Step)> {
        let duty = |place: &str, kind| {
            let (by, late) = (self.by(place), self.is_late(place, today));
            (!self.is_done(place)).then_some(Step { kind, by, late })
        };
        let plain = |kind| Step { kind, by: None, late: false };
        let mut open = Vec::new();
        for group in content.preparing() {
            for it in &group.items {
                let step = duty(&task(&it.id), StepKind::Task(it.id.clone()));
                open.extend(step.map(|step| (0, step)));
            }
        }
        for question in content.questions.iter().take(1).flat_map(|group| &group.items) {
            if self.answer(&question.id).trim().is_empty() {
                open.push((1, plain(StepKind::Question(question.id.clone()))));
            }
        }
        for Person { id, gone, .. } in self.people() {
            if self.lacks(content, &id) {
                let step = duty(&readiness(&id), StepKind::Help(id));
                open.extend(step.map(|step| (3, step)));
            } else if !gone && !self.has_said(content, &id) {
                open.push((2, plain(StepKind::SelfCheck(id))));
            }
        }
        open
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::initiative::initiative::{Member, Role};
    use crate::domain::initiative::phase_content::phase_content;
    use crate::domain::record::{Fields, Record};

    const TODAY: &str = "2026-11-25";

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn with_team(team: &[(&str, &str)]) -> Initiative {
        let mut it = Initiative::default();
        for (id, initials) in team {
            let member = Member { initials: (*initials).into(), role: Role::default() };
            it.set_member(id, Some(&member));
        }
        it
    }

    /// The steps in short: `task lt-or-moeder 2026-11-20 late`.
    fn steps(it: &Initiative) -> Vec<String> {
        let steps = it.next_steps(phase_content(), day(TODAY)).into_iter();
        let steps = steps.map(|Step { kind, by, late }| {
            let (kind, id) = match kind {
                StepKind::Task(id) => ("task", id),
                StepKind::Question(id) => ("question", id),
                StepKind::SelfCheck(id) => ("self-check", id),
                StepKind::Help(id) => ("help", id),
            };
            let by = by.map(|by| format!(" {by}")).unwrap_or_default();
            format!("{kind} {id}{by}{}", if late { " late" } else { "" })
        });
        steps.collect()
    }

    #[test]
    fn begins_with_one_of_each_kind() {
        let it = with_team(&[("a", "MK"), ("b", " ")]);
        assert_eq!(
            steps(&it),
            ["task lt-or-moeder", "question aq-pl-udfordringer", "self-check a"]
        );
        let alone = Initiative::default();
        let expected =
            ["task lt-or-moeder", "question aq-pl-udfordringer", "task lt-or-forventninger"];
        assert_eq!(steps(&alone), expected);
    }

    #[test]
    fn what_is_late_comes_first_and_then_what_has_a_day() {
        let mut it = with_team(&[("a", "MK")]);
        it.set_by(&task("lt-ku-strategi"), Some(day("2026-12-01")));
        it.set_by(&task("lt-ko-dialog"), Some(day(TODAY)));
        it.set_by(&task("lt-or-moeder"), Some(day("2026-11-24")));
        it.set_need("a", "kursus", true);
        it.set_by(&readiness("a"), Some(day("2026-11-02")));
        let expected = [
            "help a 2026-11-02 late",
            "task lt-or-moeder 2026-11-24 late",
            "task lt-ko-dialog 2026-11-25",
        ];
        assert_eq!(steps(&it), expected);
        it.set_done(&task("lt-or-moeder"), true);
        it.set_done(&readiness("a"), true);
        let expected = [
            "task lt-ko-dialog 2026-11-25",
            "task lt-ku-strategi 2026-12-01",
            "question aq-pl-udfordringer",
        ];
        assert_eq!(steps(&it), expected);
        assert!(!it.is_late(&task("lt-or-moeder"), day(TODAY)), "done is not late");
        assert!(it.is_late(&task("lt-ko-dialog"), day("2026-11-26")), "the next day it is");
    }

    #[test]
    fn ends_when_everything_is_done() {
        let content = phase_content();
        let mut it = with_team(&[("a", "MK")]);
        assert_eq!(it.tasks_done(content), (0, 9));
        for item in content.preparing().iter().flat_map(|group| &group.items) {
            it.set_done(&task(&item.id), true);
        }
        for item in &content.questions[0].items {
            it.set_answer(&item.id, "Ja");
        }
        assert_eq!(steps(&it), ["self-check a"]);
        it.set_need("a", NOTHING, true);
        assert_eq!((it.tasks_done(content), steps(&it).len()), ((9, 9), 0));
        // Tasks that go on all the way are no part of the preparation.
        it.set_done(&task("lt-he-vikar"), true);
        assert_eq!(it.tasks_done(content), (9, 9));
        it.set_level("a", "kt-kender", Some(2));
        assert_eq!(steps(&it), ["help a"]);
        it.set_level("a", "kt-kender", Some(3));
        assert!(steps(&it).is_empty());
        assert_eq!(
            (it.is_ready("a", "kt-kender"), it.is_ready("a", "kt-tilpasse")),
            (Some(true), None)
        );
    }

    #[test]
    fn who_has_left_the_team_is_still_named() {
        let mut it = with_team(&[("a", "MK"), ("b", "JP")]);
        let place = task("lt-or-moeder");
        it.set_who(&place, "a");
        it.set_level("a", "kt-kender", Some(1));
        it.set_member("a", Some(&Member { initials: "MKR".into(), role: Role::default() }));
        let who = |it: &Initiative| it.who(&place).map(|it| (it.initials, it.gone));
        assert_eq!(who(&it), Some(("MKR".into(), false)), "initials follow the person");
        it.set_member("a", None);
        assert_eq!(who(&it), Some(("MK".into(), true)));
        let people: Vec<_> = it.people().into_iter().map(|it| (it.initials, it.gone)).collect();
        assert_eq!(people, [("JP".to_owned(), false), ("MK".to_owned(), true)]);
        it.set_who(&place, "nobody");
        assert_eq!(who(&it), None);
    }

    #[test]
    fn what_strangers_wrote_is_read_as_absent_and_kept() {
        let strange = [
            ("tasks/lt-or-moeder/done", json!("yes")),
            ("tasks/lt-or-moeder/who", json!("MK")),
            ("tasks/lt-or-moeder/by", json!("soon")),
            ("tasks/lt-or-moeder/new", json!(1)),
            ("questions/aq-pl-skema", json!(4)),
            ("readiness/x", json!({})),
            ("readiness/x/kt-kender", json!("a lot")),
            ("readiness/x/needs/kursus", json!(1)),
        ];
        let strange = Fields(strange.map(|(path, value)| (path.to_owned(), value)).into());
        let mut it = Initiative::read(&strange);
        let place = task("lt-or-moeder");
        assert_eq!((it.is_done(&place), it.by(&place)), (false, None));
        assert_eq!(it.who(&place).map(|who| (who.initials, who.gone)), Some((String::new(), true)));
        assert_eq!((it.answer("aq-pl-skema"), it.needs("x").len()), (String::new(), 0));
        assert!(it.people().is_empty() && !it.has_said(phase_content(), "x"));
        it.set_note(&place, "Ring til PPR");
        let change = strange.change_to(it.write());
        assert_eq!(change.set.keys().collect::<Vec<_>>(), ["tasks/lt-or-moeder/note"]);
        assert!(change.unset.is_empty());
    }

    #[test]
    fn everything_can_be_taken_back() {
        let mut it = with_team(&[("a", "MK")]);
        let before = it.clone();
        let place = task("lt-or-moeder");
        it.set_done(&place, true);
        it.set_who(&place, "a");
        it.set_by(&place, Some(day(TODAY)));
        it.set_note(&place, "x");
        it.set_answer("q", "x");
        it.set_later_answer("q", "y");
        assert_eq!((it.answer("q"), it.later_answer("q")), ("x".to_owned(), "y".to_owned()));
        assert_eq!(it.note(&place), "x");
        it.set_done(&place, false);
        it.set_who(&place, "");
        it.set_by(&place, None);
        it.set_note(&place, "");
        it.set_answer("q", "");
        it.set_later_answer("q", "");
        assert_eq!(it, before);
    }
}
