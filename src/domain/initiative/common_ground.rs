//! What a team has in common before it begins: the stand it shares, the materials with who brings them,
//! people outside the team who can help, and points of its own to be equipped for.
//!
//! All of it stands in the initiative's own record: `stand`, and lists whose things each have a name and
//! parts at paths of their own (`materials/<id>/name`, `/who`, `/done`; `resources/<id>/name`, `/helps`;
//! `points/<id>/name`), so that two people who add to a list never collide. A material is a duty as a task
//! is: somebody brings it, and it is there or not.

use serde_json::{Value, json};

use super::initiative::Initiative;
use crate::ledger::Path;

/// A list of the initiative.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Listed {
    /// Materials.
    Material,
    /// People outside the team, by initials or role.
    Resource,
    /// What to be equipped for, beside what the guide asks.
    Point,
}

impl Listed {
    const fn word(self) -> &'static str {
        match self {
            Self::Material => "materials",
            Self::Resource => "resources",
            Self::Point => "points",
        }
    }

    /// Where one of the list stands.
    pub fn place(self, id: &str) -> String {
        format!("{}/{id}", self.word())
    }
}

/// The stand and the lists.
impl Initiative {
    /// The stand that the team shares, in teaching and towards the pupils.
    pub fn stand(&self) -> String {
        self.0.text("stand")
    }

    /// Says which stand the team shares.
    pub fn set_stand(&mut self, text: &str) {
        self.0.set_text("stand", text);
    }

    /// What is on a list, in the order it was added, by ids that stay.
    pub fn listed(&self, list: Listed) -> Vec<String> {
        let mut ids: Vec<String> = Vec::new();
        for (id, part, _) in self.0.below_two(list.word()) {
            // What somebody elsewhere ticked when it was removed here does not bring it back.
            if ["made", "name"].contains(&part) && ids.last().is_none_or(|last| last != id) {
                ids.push(id.to_owned());
            }
        }
        ids
    }

    /// What is on a list and has a name: each with its id.
    pub fn named(&self, list: Listed) -> Vec<(String, String)> {
        let ids = self.listed(list).into_iter();
        let named = ids.map(|id| (self.listed_name(list, &id).trim().to_owned(), id));
        named.filter(|(name, _)| !name.is_empty()).map(|(name, id)| (id, name)).collect()
    }

    /// Adds something of which nothing is said yet.
    pub fn add_listed(&mut self, list: Listed, id: &str) {
        self.0.set(format!("{}/made", list.place(id)), Some(json!(true)));
    }

    /// What something on a list is called.
    pub fn listed_name(&self, list: Listed, id: &str) -> String {
        self.0.text(&format!("{}/name", list.place(id)))
    }

    /// Says what something on a list is called.
    pub fn set_listed_name(&mut self, list: Listed, id: &str, name: &str) {
        self.0.set_text(format!("{}/name", list.place(id)), name);
    }

    /// Takes something off a list and gives what it was, to be put back.
    pub fn take_listed(&mut self, list: Listed, id: &str) -> Vec<(Path, Value)> {
        self.0.take_below(&list.place(id))
    }

    /// What somebody outside the team can help with.
    pub fn helps_with(&self, id: &str) -> String {
        self.0.text(&format!("{}/helps", Listed::Resource.place(id)))
    }

    /// Says what somebody outside the team can help with.
    pub fn set_helps_with(&mut self, id: &str, text: &str) {
        self.0.set_text(format!("{}/helps", Listed::Resource.place(id)), text);
    }

    /// What the team aims at, in words: its goals and then what it expects, each once.
    pub fn aims(&self) -> Vec<String> {
        use super::expectations::ExpectationPart::Text;
        use super::goal::GoalWords;
        let goals = self.goals().into_iter().map(|goal| goal.words(GoalWords::Text));
        let expected = self.expectations().into_iter().map(|id| self.expectation(&id, Text));
        let mut aims: Vec<String> = Vec::new();
        for aim in goals.chain(expected) {
            let aim = aim.trim().to_owned();
            if !aim.is_empty() && !aims.contains(&aim) {
                aims.push(aim);
            }
        }
        aims
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::initiative::expectations::ExpectationPart;
    use crate::domain::initiative::goal::GoalWords;
    use crate::domain::initiative::initiative::{Member, Role};
    use crate::domain::initiative::preparation::readiness;
    use crate::domain::record::difference;

    #[test]
    fn each_part_of_each_thing_has_a_path_of_its_own() {
        let mut it = Initiative::default();
        it.set_stand("Vi venter ti sekunder");
        it.add_listed(Listed::Material, "m");
        it.set_listed_name(Listed::Material, "m", "Brikker");
        it.set_done(&Listed::Material.place("m"), true);
        it.add_listed(Listed::Resource, "r");
        it.set_listed_name(Listed::Resource, "r", "Læsevejleder");
        it.set_helps_with("r", "Læsestrategier");
        it.set_listed_name(Listed::Point, "p", "Jeg kan lede en makkersamtale");
        let change = difference(&Initiative::default(), &it);
        let paths: Vec<_> = change.set.keys().map(String::as_str).collect();
        assert_eq!(
            paths,
            [
                "materials/m/done",
                "materials/m/made",
                "materials/m/name",
                "points/p/name",
                "resources/r/helps",
                "resources/r/made",
                "resources/r/name",
                "stand",
            ]
        );
        assert_eq!(it.listed(Listed::Material), ["m"]);
        assert_eq!(it.named(Listed::Resource), [("r".to_owned(), "Læsevejleder".to_owned())]);
    }

    #[test]
    fn what_is_taken_off_can_be_put_back_and_a_tick_alone_is_nothing() {
        let mut it = Initiative::default();
        it.add_listed(Listed::Material, "m");
        it.set_done(&Listed::Material.place("m"), true);
        let before = it.clone();
        let taken = it.take_listed(Listed::Material, "m");
        assert_eq!(it, Initiative::default());
        it.set_done(&Listed::Material.place("m"), true);
        assert!(it.listed(Listed::Material).is_empty());
        it.put_back(&taken);
        assert_eq!(it, before);
    }

    #[test]
    fn somebody_outside_the_team_can_help_and_is_named_when_they_are_gone() {
        let mut it = Initiative::default();
        it.set_member("a", Some(&Member { initials: "AL".into(), role: Role::default() }));
        it.set_listed_name(Listed::Resource, "r", " Læsevejleder ");
        let place = readiness("a");
        it.set_who(&place, "r");
        let who = it.who(&place).unwrap();
        assert_eq!((who.initials.as_str(), who.gone), ("Læsevejleder", false));
        assert_eq!(it.people().len(), 1, "they are not in the team");
        it.set_listed_name(Listed::Resource, "r", "Matematikvejleder");
        assert_eq!(it.who(&place).unwrap().initials, "Matematikvejleder");
        it.take_listed(Listed::Resource, "r");
        let who = it.who(&place).unwrap();
        assert_eq!((who.initials.as_str(), who.gone), ("Læsevejleder", true));
    }

    #[test]
    fn aims_are_goals_and_expectations_each_once() {
        let mut it = Initiative::default();
        it.set_goal_words("g", GoalWords::Text, " Alle siger noget ");
        it.set_goal_words("h", GoalWords::Reached, "uden ord");
        for (id, text) in [("a", "Alle siger noget"), ("b", "Mere ro"), ("c", " ")] {
            it.set_expectation(id, ExpectationPart::Text, text);
        }
        assert_eq!(it.aims(), ["Alle siger noget", "Mere ro"]);
    }
}
