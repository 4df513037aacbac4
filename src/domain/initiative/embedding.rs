//! What is decided about an initiative when its experience is shared: whether it goes on, who sees to
//! it, when it is looked at again, where it stands in the timetable, and why.
//!
//! Each answer stands at a path of its own below `decision/`.

use super::initiative::Initiative;
use crate::domain::record::values;

/// Where the decision stands; who sees to it and when it is looked at again are those of a duty there.
pub const DECISION: &str = "decision";

/// The decisions after which there is no place in the timetable to find.
const REST: [&str; 2] = ["pause", "afslutte"];

/// The decision after which nothing is looked at again.
const END: &str = "afslutte";

/// An answer in words, or a choice.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DecisionPart {
    /// What is decided: an id of the content.
    Choice,
    /// Whether the expectations have been met as a whole: an id of the content.
    Met,
    /// What is strong in activities and methods.
    Strengths,
    /// What is weak in them.
    Weaknesses,
    /// Why it is decided.
    Why,
    /// Time, team and skills next year.
    Frame,
    /// Where it stands in the timetable.
    Timetable,
}

impl DecisionPart {
    /// The path in the initiative's record.
    pub const fn path(self) -> &'static str {
        match self {
            Self::Choice => "decision/choice",
            Self::Met => "decision/met",
            Self::Strengths => "decision/strengths",
            Self::Weaknesses => "decision/weaknesses",
            Self::Why => "decision/reason",
            Self::Frame => "decision/frame",
            Self::Timetable => "decision/timetable",
        }
    }
}

/// What a decision lacks, in the order of the form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DecisionFlaw {
    /// Why it is decided.
    Why,
    /// Who sees to it.
    Who,
    /// When it is looked at again.
    By,
    /// It is to be looked at again before the initiative begins.
    Early,
    /// Where it stands in the timetable.
    Timetable,
}

/// How far the decision has come.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DecisionState {
    /// Nothing is decided.
    Open,
    /// It is decided, and something is missing.
    Lacks(Vec<DecisionFlaw>),
    /// It is decided and whole.
    Whole,
}

/// The decision.
impl Initiative {
    /// An answer.
    pub fn decision(&self, part: DecisionPart) -> String {
        self.0.text(part.path())
    }

    /// Answers.
    pub fn set_decision(&mut self, part: DecisionPart, text: &str) {
        self.0.set_text(part.path(), text);
    }

    /// What the decision is based on, by ids of the content.
    pub fn decision_basis(&self) -> Vec<String> {
        self.0.ticked("decision/basis")
    }

    /// Says that the decision is based on something, or is not.
    pub fn set_decision_basis(&mut self, id: &str, is: bool) {
        self.0.set(format!("decision/basis/{id}"), values::of_flag(is));
    }

    /// How far the decision has come. What it must say depends on what is decided: an initiative that
    /// ends is looked at no more, and one that rests has no place in the timetable.
    pub fn decision_state(&self) -> DecisionState {
        let choice = self.decision(DecisionPart::Choice);
        if choice.is_empty() {
            return DecisionState::Open;
        }
        let is_empty = |part| self.decision(part).trim().is_empty();
        let by = self.by(DECISION);
        let early = matches!((by, self.from()), (Some(by), Some(from)) if by < from);
        let lives_on = !REST.contains(&choice.as_str());
        let flaws = [
            is_empty(DecisionPart::Why).then_some(DecisionFlaw::Why),
            self.who(DECISION).is_none().then_some(DecisionFlaw::Who),
            (by.is_none() && choice != END).then_some(DecisionFlaw::By),
            early.then_some(DecisionFlaw::Early),
            (lives_on && is_empty(DecisionPart::Timetable)).then_some(DecisionFlaw::Timetable),
        ];
        let flaws: Vec<_> = flaws.into_iter().flatten().collect();
        if flaws.is_empty() { DecisionState::Whole } else { DecisionState::Lacks(flaws) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::initiative::closing_content::closing_content;
    use crate::domain::initiative::initiative::{Member, Role};

    fn initiative() -> Initiative {
        let mut it = Initiative::default();
        it.set_from("2026-08-10".parse().ok());
        it.set_member("t1", Some(&Member { initials: "HN".into(), role: Role::default() }));
        it
    }

    #[test]
    fn what_is_missing_depends_on_what_is_decided() {
        use DecisionFlaw::{By, Timetable, Who, Why};
        let table = [
            ("forankre", vec![Why, Who, By, Timetable]),
            ("videreudvikle", vec![Why, Who, By, Timetable]),
            ("udvide", vec![Why, Who, By, Timetable]),
            ("pause", vec![Why, Who, By]),
            ("afslutte", vec![Why, Who]),
        ];
        assert_eq!(table.len(), closing_content().decisions.len());
        for (choice, flaws) in table {
            let mut it = initiative();
            assert_eq!(it.decision_state(), DecisionState::Open);
            it.set_decision(DecisionPart::Choice, choice);
            assert_eq!(it.decision_state(), DecisionState::Lacks(flaws), "{choice}");
            it.set_decision(DecisionPart::Why, "Eleverne deltager mere");
            it.set_who(DECISION, "t1");
            it.set_by(DECISION, "2027-02-01".parse().ok());
            it.set_decision(DecisionPart::Timetable, "Torsdag 3. lektion");
            assert_eq!(it.decision_state(), DecisionState::Whole, "{choice}");
        }
    }

    #[test]
    fn a_day_before_the_beginning_is_said() {
        let mut it = initiative();
        it.set_decision(DecisionPart::Choice, "afslutte");
        it.set_decision(DecisionPart::Why, "x");
        it.set_who(DECISION, "t1");
        for (day, flaws) in [("2026-08-10", None), ("2026-08-09", Some(DecisionFlaw::Early))] {
            it.set_by(DECISION, day.parse().ok());
            let expected =
                flaws.map_or(DecisionState::Whole, |flaw| DecisionState::Lacks(vec![flaw]));
            assert_eq!(it.decision_state(), expected, "{day}");
        }
    }

    #[test]
    fn what_it_is_based_on_is_taken_back_as_well() {
        let mut it = initiative();
        let before = it.clone();
        it.set_decision_basis("maalinger", true);
        assert_eq!(it.decision_basis(), ["maalinger"]);
        it.set_decision_basis("maalinger", false);
        assert_eq!(it, before);
    }
}
