//! The goals of an initiative, by SMART: what, how it can be seen, who agrees, with what, and by when;
//! and the one thing that tells how far it is.
//!
//! They stand in the initiative's own record, each part in a place of its own: `goals/<id>/text`,
//! `goals/<id>/by`. How far a goal is stands nowhere: it is counted from what has been done
//! (`app/initiative/goals.rs`), except where the team says it in so many words.

use chrono::NaiveDate;
use serde_json::{Value, json};

use super::initiative::Initiative;
use crate::domain::record::fields::ANSWER;
use crate::domain::record::{Fields, values};
use crate::ledger::{Path, RecordId};

const PLACE: &str = "goals";

/// More than anybody counts to.
const MOST: u32 = 999;

/// What tells how far a goal is. A set that is closed: for each of these there is something to count.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Indicator {
    /// How many observations were held in a month.
    Observations,
    /// How many ways of teaching together were tried.
    Models,
    /// How many sparring talks were held.
    Talks,
    /// How many compositions of a small group were tried.
    GroupsTried,
    /// How a group has moved from the start of a measurement to its end.
    Measured,
    /// How many pupils chose one of the two highest steps of a question of a pupil survey.
    Answers,
    /// The team says yes or no.
    Own,
}

impl Indicator {
    /// All that can be chosen, in the order they stand in.
    pub const ALL: [Self; 7] = [
        Self::Observations,
        Self::Models,
        Self::Talks,
        Self::GroupsTried,
        Self::Measured,
        Self::Answers,
        Self::Own,
    ];

    /// The id in content and in records.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Observations => "observationer",
            Self::Models => "modeller",
            Self::Talks => "sparring",
            Self::GroupsTried => "grupper",
            Self::Measured => "maaling",
            Self::Answers => "elevsurvey",
            Self::Own => "egen",
        }
    }

    /// The indicator with this id.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|indicator| indicator.id() == id)
    }

    /// Whether something is counted up to a number.
    pub const fn has_target(self) -> bool {
        matches!(
            self,
            Self::Observations | Self::Models | Self::Talks | Self::GroupsTried | Self::Answers
        )
    }
}

/// A part of a goal that is words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum GoalWords {
    /// The goal itself.
    Text,
    /// What it is about, by an id of the content.
    Category,
    /// How it can be seen that it is reached.
    Reached,
    /// The time, skills and materials there are for it.
    Means,
    /// How many there are to be, as it was written.
    Target,
    /// The id of what tells how far it is.
    Indicator,
    /// The record of the measurement that tells it.
    Measurement,
    /// The record of the pupil survey that tells it.
    Survey,
    /// The question of the survey, by its id there.
    Question,
    /// The round of the survey, by its id there; the latest where none is named.
    Round,
    /// Whether the number to be reached is one of pupils; it is one of a hundred where nothing is said.
    Unit,
}

/// What [`GoalWords::Unit`] says where pupils are counted.
pub const PUPILS: &str = "antal";

impl GoalWords {
    const fn place(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Category => "category",
            Self::Reached => "reached",
            Self::Means => "means",
            Self::Target => "target",
            Self::Indicator => "indicator",
            Self::Measurement => "measurement",
            Self::Survey => "survey",
            Self::Question => "question",
            Self::Round => "round",
            Self::Unit => "unit",
        }
    }
}

/// A day of a goal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum GoalDay {
    /// From this day on what is done counts.
    From,
    /// The team looks at it on the way.
    Look,
    /// It is to be reached by then.
    By,
}

impl GoalDay {
    const fn place(self) -> &'static str {
        match self {
            Self::From => "from",
            Self::Look => "look",
            Self::By => "by",
        }
    }
}

/// Who can say that they agree, by the ids that records keep: staff and leadership.
pub const AGREEING: [&str; 2] = ["personale", "ledelse"];

/// What is wrong with a goal, with the field it stands at. It can be left as it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum GoalFlaw {
    /// It is not said what the goal is.
    Text,
    /// It is not said how it can be seen that it is reached.
    Reached,
    /// Nothing tells how far it is.
    Indicator,
    /// How many there are to be is missing, or no whole number from 1 on.
    Target,
    /// How many of a hundred there are to be is missing, or no whole number from 1 to 100.
    Share,
    /// No measurement is chosen.
    Measurement,
    /// No pupil survey is chosen.
    Survey,
    /// No question of the survey is chosen.
    Question,
    /// The day to look at it is before the first day or after the last.
    Look,
    /// The last day is missing.
    By,
    /// The last day is before the first.
    Backwards,
}

/// One goal as it stands.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Goal {
    /// What it is known by in the initiative.
    pub id: String,
    parts: Fields,
}

impl Goal {
    /// A part that is words; empty where nothing is written.
    pub fn words(&self, part: GoalWords) -> String {
        self.parts.text(part.place())
    }

    /// One of its days.
    pub fn day(&self, day: GoalDay) -> Option<NaiveDate> {
        self.parts.day(day.place())
    }

    /// What tells how far it is.
    pub fn indicator(&self) -> Option<Indicator> {
        Indicator::from_id(&self.words(GoalWords::Indicator))
    }

    /// How many there are to be.
    pub fn target(&self) -> Option<u32> {
        let target = self.words(GoalWords::Target).trim().parse().ok();
        let most = if self.is_share() { 100 } else { MOST };
        target.filter(|target| (1..=most).contains(target))
    }

    /// Whether so many of a hundred pupils are to be reached.
    pub fn is_share(&self) -> bool {
        self.indicator() == Some(Indicator::Answers) && self.words(GoalWords::Unit) != PUPILS
    }

    /// The pupil survey that tells how far it is.
    pub fn survey(&self) -> Option<RecordId> {
        self.parts.parsed(GoalWords::Survey.place())
    }

    /// The measurement that tells how far it is.
    pub fn measurement(&self) -> Option<RecordId> {
        self.parts.parsed(GoalWords::Measurement.place())
    }

    /// Who has said that they agree.
    pub fn agreeing(&self) -> Vec<String> {
        self.parts.ticked("agreed")
    }

    /// What the team says: reached, not reached, or nothing yet.
    pub fn said(&self) -> Option<bool> {
        self.parts.0.get("said").and_then(Value::as_bool)
    }

    /// The goal without the words that say nothing about how far it is.
    #[must_use]
    pub fn counted_part(&self) -> Self {
        let mut part = self.clone();
        for words in [GoalWords::Text, GoalWords::Category, GoalWords::Reached, GoalWords::Means] {
            part.parts.set(words.place(), None);
        }
        part.parts.set(ANSWER, None);
        part
    }

    /// Whether a day lies where what is done counts for it.
    pub fn counts_on(&self, day: NaiveDate) -> bool {
        self.day(GoalDay::From).is_none_or(|from| from <= day)
            && self.day(GoalDay::By).is_none_or(|by| day <= by)
    }

    /// What is wrong with it, in the order of the form.
    pub fn flaws(&self) -> Vec<GoalFlaw> {
        let is_empty = |part| self.words(part).trim().is_empty();
        let [from, look, by] = [GoalDay::From, GoalDay::Look, GoalDay::By].map(|it| self.day(it));
        let indicator = self.indicator();
        let backwards = from.zip(by).is_some_and(|(from, by)| by < from);
        let outside = look.is_some_and(|look| {
            from.is_some_and(|from| look < from) || by.is_some_and(|by| by < look)
        });
        let counts = indicator.is_some_and(Indicator::has_target);
        let measures = indicator == Some(Indicator::Measured);
        let asks = indicator == Some(Indicator::Answers);
        let is_uncounted = counts && self.target().is_none();
        [
            is_empty(GoalWords::Text).then_some(GoalFlaw::Text),
            is_empty(GoalWords::Reached).then_some(GoalFlaw::Reached),
            indicator.is_none().then_some(GoalFlaw::Indicator),
            (is_uncounted && !self.is_share()).then_some(GoalFlaw::Target),
            (asks && self.survey().is_none()).then_some(GoalFlaw::Survey),
            (asks && is_empty(GoalWords::Question)).then_some(GoalFlaw::Question),
            (is_uncounted && self.is_share()).then_some(GoalFlaw::Share),
            (measures && self.measurement().is_none()).then_some(GoalFlaw::Measurement),
            (outside && !backwards).then_some(GoalFlaw::Look),
            by.is_none().then_some(GoalFlaw::By),
            backwards.then_some(GoalFlaw::Backwards),
        ]
        .into_iter()
        .flatten()
        .collect()
    }
}

/// Goals, by their id.
impl Initiative {
    /// All of them, in the order they were begun.
    pub fn goals(&self) -> Vec<Goal> {
        let mut goals: Vec<Goal> = Vec::new();
        for (id, part, value) in self.0.below_two(PLACE) {
            let known = goals.last_mut().filter(|goal| goal.id == id);
            match known {
                Some(goal) => goal.parts.put(part, value.clone()),
                None => {
                    let mut goal = Goal { id: id.to_owned(), parts: Fields::default() };
                    goal.parts.put(part, value.clone());
                    goals.push(goal);
                }
            }
        }
        goals
    }

    /// One goal; `None` where nothing is written of it.
    pub fn goal(&self, id: &str) -> Option<Goal> {
        let place = format!("{PLACE}/{id}");
        let mut parts = Fields::default();
        for (part, value) in self.0.below(&place) {
            parts.put(part, value.clone());
        }
        (!parts.0.is_empty()).then(|| Goal { id: id.to_owned(), parts })
    }

    /// Writes a part of a goal.
    pub fn set_goal_words(&mut self, id: &str, part: GoalWords, words: &str) {
        self.0.set_text(goal_path(id, part.place()), words);
    }

    /// Sets a day of a goal.
    pub fn set_goal_day(&mut self, id: &str, day: GoalDay, on: Option<NaiveDate>) {
        self.0.set(goal_path(id, day.place()), on.map(|on| json!(on.to_string())));
    }

    /// Chooses what tells how far a goal is. What the others need stays, should it be chosen back.
    pub fn set_goal_indicator(&mut self, id: &str, indicator: Option<Indicator>) {
        let id_of = indicator.map(Indicator::id).unwrap_or_default();
        self.set_goal_words(id, GoalWords::Indicator, id_of);
    }

    /// Says that somebody agrees, or takes that back.
    pub fn set_goal_agreed(&mut self, id: &str, who: &str, agrees: bool) {
        self.0.set(goal_path(id, &format!("agreed/{who}")), values::of_flag(agrees));
    }

    /// Says whether it is reached, or takes that back.
    pub fn set_goal_said(&mut self, id: &str, said: Option<bool>) {
        self.0.set(goal_path(id, "said"), said.map(|said| json!(said)));
    }

    /// Takes a goal away and gives what stood there, for undo.
    pub fn remove_goal(&mut self, id: &str) -> Vec<(Path, Value)> {
        self.0.take_below(&format!("{PLACE}/{id}"))
    }
}

fn goal_path(id: &str, part: &str) -> Path {
    format!("{PLACE}/{id}/{part}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::calendar::iso;
    use crate::domain::record::{Record as _, difference};

    fn whole() -> Initiative {
        let mut it = Initiative::default();
        it.set_goal_words("g", GoalWords::Text, "Vi ser på hinandens timer");
        it.set_goal_words("g", GoalWords::Reached, "Fire observationer hver måned");
        it.set_goal_words("g", GoalWords::Target, " 4 ");
        it.set_goal_indicator("g", Some(Indicator::Observations));
        it.set_goal_day("g", GoalDay::From, iso::day("2026-09-01"));
        it.set_goal_day("g", GoalDay::Look, iso::day("2026-11-01"));
        it.set_goal_day("g", GoalDay::By, iso::day("2026-12-18"));
        it
    }

    fn flaws(it: &Initiative) -> Vec<GoalFlaw> {
        it.goal("g").unwrap_or_default().flaws()
    }

    #[test]
    fn everything_can_be_said_and_taken_back() {
        let mut it = whole();
        it.set_goal_words("g", GoalWords::Category, "samarbejde");
        it.set_goal_words("g", GoalWords::Means, "Tid tirsdag");
        it.set_goal_agreed("g", AGREEING[0], true);
        it.set_goal_said("g", Some(false));
        let goal = it.goal("g").unwrap();
        assert_eq!((goal.target(), goal.said()), (Some(4), Some(false)));
        assert_eq!(goal.agreeing(), ["personale"]);
        assert_eq!(it.goals(), [goal]);
        let before = it.clone();
        let parts = it.remove_goal("g");
        assert_eq!((it.clone(), it.goal("g"), it.goals().len()), (Initiative::default(), None, 0));
        it.put_back(&parts);
        assert_eq!(it, before);
    }

    #[test]
    fn two_people_who_write_different_parts_never_collide() {
        let (one, mut other) = (whole(), whole());
        other.set_goal_words("g", GoalWords::Means, "Materialer");
        other.set_goal_agreed("g", AGREEING[1], true);
        let change = difference(&one, &other);
        let paths: Vec<&str> = change.set.keys().map(String::as_str).collect();
        assert_eq!(paths, ["goals/g/agreed/ledelse", "goals/g/means"]);
    }

    #[test]
    fn says_what_is_wrong_in_the_order_of_the_form() {
        use GoalFlaw::{Backwards, By, Look, Measurement, Reached, Target, Text};
        assert_eq!(flaws(&Initiative::default()), [Text, Reached, GoalFlaw::Indicator, By]);
        assert_eq!(flaws(&whole()), []);
        for (target, wrong) in [("1", false), ("999", false), ("0", true), ("1000", true)] {
            let mut it = whole();
            it.set_goal_words("g", GoalWords::Target, target);
            assert_eq!(flaws(&it).contains(&Target), wrong, "{target}");
        }
        for target in ["", "tre", "-1", "1,5"] {
            let mut it = whole();
            it.set_goal_words("g", GoalWords::Target, target);
            assert_eq!(flaws(&it), [Target], "{target}");
            // Where nothing is counted up to a number, what is written there is not asked for.
            it.set_goal_indicator("g", Some(Indicator::Own));
            assert_eq!(flaws(&it), []);
            it.set_goal_indicator("g", Some(Indicator::Measured));
            assert_eq!(flaws(&it), [Measurement]);
        }
        for (from, look, by, expected) in [
            ("2026-12-19", "", "2026-12-18", vec![Backwards]),
            ("2026-12-18", "", "2026-12-18", vec![]),
            ("2026-12-19", "2026-11-01", "2026-12-18", vec![Backwards]),
            ("2026-09-01", "2026-08-31", "2026-12-18", vec![Look]),
            ("2026-09-01", "2026-12-19", "2026-12-18", vec![Look]),
            ("2026-09-01", "2026-12-18", "", vec![By]),
            ("", "2026-12-18", "2026-12-18", vec![]),
        ] {
            let mut it = whole();
            it.set_goal_day("g", GoalDay::From, iso::day(from));
            it.set_goal_day("g", GoalDay::Look, iso::day(look));
            it.set_goal_day("g", GoalDay::By, iso::day(by));
            assert_eq!(flaws(&it), expected, "{from} {look} {by}");
        }
    }

    #[test]
    fn a_question_of_a_survey_asks_for_a_share_or_for_pupils() {
        let mut it = whole();
        it.set_goal_indicator("g", Some(Indicator::Answers));
        it.set_goal_words("g", GoalWords::Target, "");
        assert_eq!(flaws(&it), [GoalFlaw::Survey, GoalFlaw::Question, GoalFlaw::Share]);
        let rec = RecordId::new(1, [1; 10]);
        it.set_goal_words("g", GoalWords::Survey, &rec.to_string());
        it.set_goal_words("g", GoalWords::Question, "esm-ro");
        for (target, of_a_hundred, of_pupils) in
            [("80", Some(80), Some(80)), ("0", None, None), ("101", None, Some(101))]
        {
            it.set_goal_words("g", GoalWords::Target, target);
            it.set_goal_words("g", GoalWords::Unit, "");
            assert_eq!(it.goal("g").unwrap().target(), of_a_hundred, "{target}");
            assert_eq!(flaws(&it).contains(&GoalFlaw::Share), of_a_hundred.is_none());
            it.set_goal_words("g", GoalWords::Unit, PUPILS);
            assert_eq!(it.goal("g").unwrap().target(), of_pupils, "{target}");
            assert_eq!(flaws(&it).contains(&GoalFlaw::Target), of_pupils.is_none());
        }
        assert_eq!(it.goal("g").unwrap().survey(), Some(rec));
        // What only that indicator has does not turn the number of another into a share.
        it.set_goal_words("g", GoalWords::Unit, "");
        it.set_goal_indicator("g", Some(Indicator::Talks));
        assert_eq!(it.goal("g").unwrap().target(), Some(101));
    }

    #[test]
    fn what_strangers_wrote_is_read_as_absent_and_kept() {
        let mut fields = Fields::default();
        for (path, value) in [
            ("goals/a/indicator", json!("from-a-newer-version")),
            ("goals/a/target", json!(4)),
            ("goals/a/by", json!("soon")),
            ("goals/a/said", json!("yes")),
            ("goals/a/agreed/ledelse", json!(1)),
            ("goals/a/new", json!({})),
            ("goals/b", json!(7)),
        ] {
            fields.put(path, value);
        }
        let mut it = Initiative::read(&fields);
        let goal = it.goal("a").unwrap();
        assert_eq!((goal.indicator(), goal.target(), goal.said()), (None, None, None));
        assert_eq!((goal.day(GoalDay::By), goal.agreeing().len(), it.goals().len()), (None, 0, 1));
        it.set_goal_words("a", GoalWords::Text, "x");
        let change = fields.change_to(it.write());
        assert_eq!(change.set.keys().collect::<Vec<_>>(), ["goals/a/text"]);
        assert!(change.unset.is_empty());
    }

    #[test]
    fn every_indicator_is_known_by_its_id() {
        for indicator in Indicator::ALL {
            assert_eq!(Indicator::from_id(indicator.id()), Some(indicator));
        }
        assert_eq!(Indicator::from_id("survey"), None);
    }
}
