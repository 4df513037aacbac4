//! A scale of the school's own, inside the measurement that uses it: its steps, its questions, which
//! of them ask the other way round, and which way is good. It can be changed until the first answer.

use serde_json::{Value, json};

use super::instrument::{Better, Instrument};
use super::instrument_parse::{MOST_STEPS, parse_instrument};
use super::measurement::{Measurement, OWN};
use crate::domain::forms::Fault;
use crate::domain::record::values;
use crate::ledger::in_order;

const LOWEST: &str = "own/lowest";
const COUNT: &str = "own/steps";

impl Measurement {
    /// Has it measure with a scale of its own; says whether that could be.
    pub fn use_own(&mut self) -> bool {
        let chosen = self.set_instrument(OWN, 1);
        if chosen && self.own_items().is_empty() {
            self.set_own_steps(1, 5);
        }
        chosen
    }

    /// Whether it measures with a scale of its own.
    pub fn uses_own(&self) -> bool {
        self.0.text("instrument") == OWN
    }

    /// What it is called.
    pub fn own_title(&self) -> String {
        self.0.text("own/title")
    }

    /// Calls it something, before the first answer.
    pub fn set_own_title(&mut self, title: &str) {
        self.set_own_text("own/title", title);
    }

    /// The lowest and the highest step.
    pub fn own_steps(&self) -> (u64, u64) {
        let lowest = self.0.number(LOWEST).unwrap_or(1);
        let count = self.0.number(COUNT).unwrap_or(5).clamp(2, MOST_STEPS as u64);
        (lowest, lowest + count - 1)
    }

    /// Sets the lowest and the highest step, before the first answer.
    pub fn set_own_steps(&mut self, lowest: u64, highest: u64) {
        if self.is_begun() {
            return;
        }
        let count = (highest.saturating_sub(lowest) + 1).clamp(2, MOST_STEPS as u64);
        self.0.set(LOWEST, Some(json!(lowest.min(1))));
        self.0.set(COUNT, Some(json!(count)));
    }

    /// What a step is called; its number where it has no name.
    pub fn own_step(&self, value: u64) -> String {
        self.0.text(&format!("own/labels/{value}"))
    }

    /// Calls a step something, before the first answer.
    pub fn set_own_step(&mut self, value: u64, label: &str) {
        self.set_own_text(&format!("own/labels/{value}"), label);
    }

    /// Which way is good.
    pub fn own_better(&self) -> Better {
        Better::from_id(&self.0.text("own/direction")).unwrap_or(Better::Higher)
    }

    /// Says which way is good, before the first answer.
    pub fn set_own_better(&mut self, better: Better) {
        self.set_own_text("own/direction", better.id());
    }

    /// The ids of its questions, in the order they were written.
    pub fn own_items(&self) -> Vec<String> {
        let items = self.0.below("own/items").map(|(id, _)| id.to_owned()).collect();
        in_order(items, Ord::cmp)
    }

    /// A question.
    pub fn own_item(&self, id: &str) -> String {
        self.0.text(&format!("own/items/{id}"))
    }

    /// Writes a question, before the first answer. One without words is still a question.
    pub fn set_own_item(&mut self, id: &str, text: &str) {
        if !self.is_begun() {
            self.0.set(format!("own/items/{id}"), Some(json!(text)));
        }
    }

    /// Takes a question away, before the first answer.
    pub fn remove_own_item(&mut self, id: &str) {
        if !self.is_begun() {
            self.0.set(format!("own/items/{id}"), None);
            self.0.set(format!("own/reversed/{id}"), None);
        }
    }

    /// Whether a question asks the other way round.
    pub fn own_reversed(&self, id: &str) -> bool {
        self.0.flag(&format!("own/reversed/{id}"))
    }

    /// Says whether a question asks the other way round, before the first answer.
    pub fn set_own_reversed(&mut self, id: &str, reversed: bool) {
        if !self.is_begun() {
            self.0.set(format!("own/reversed/{id}"), values::of_flag(reversed));
        }
    }

    fn set_own_text(&mut self, path: &str, text: &str) {
        if !self.is_begun() {
            self.0.set_text(path, text);
        }
    }

    /// It as a file has it.
    fn own_json(&self) -> Value {
        let (lowest, highest) = self.own_steps();
        let step = |value: u64| {
            let label = self.own_step(value);
            let label = if label.trim().is_empty() { value.to_string() } else { label };
            json!({ "value": value, "label": { "da": label } })
        };
        let item = |id: &String| {
            let text = self.own_item(id);
            json!({ "id": id, "text": { "da": text }, "reversed": self.own_reversed(id) })
        };
        json!({
            "id": OWN, "version": 1, "kind": "scale", "level": "alle",
            "title": { "da": self.own_title() },
            "direction": self.own_better().id(),
            "steps": (lowest..=highest).map(step).collect::<Vec<_>>(),
            "items": self.own_items().iter().map(item).collect::<Vec<_>>(),
        })
    }

    /// The scale, checked by the one parser.
    ///
    /// # Errors
    /// Everything that is wrong, with its place: `title.da`, `items[1].text.da`.
    pub fn own_instrument(&self) -> Result<Instrument, Vec<Fault>> {
        parse_instrument(&self.own_json())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::measurement::measurement::START;
    use crate::domain::measurement::measurement_answers::Given;

    #[test]
    fn an_own_scale_is_a_scale_once_it_has_a_name_and_questions() {
        let mut it = Measurement::default();
        assert!(it.use_own());
        let places = |it: &Measurement| -> Vec<String> {
            it.own_instrument().unwrap_err().into_iter().map(|fault| fault.place).collect()
        };
        assert_eq!(places(&it), ["title.da", "items"]);
        it.set_own_title("Læselyst");
        it.set_own_item("a", "Jeg læser gerne.");
        it.set_own_item("b", "");
        assert_eq!(places(&it), ["items[1].text.da"]);
        it.set_own_item("b", "Jeg keder mig, når jeg læser.");
        it.set_own_reversed("b", true);
        it.set_own_steps(1, 4);
        it.set_own_step(4, "Altid");
        let made = it.instrument().unwrap();
        let scale = made.scale().unwrap();
        assert_eq!((scale.min(), scale.max(), scale.items.len()), (1, 4, 2));
        assert_eq!(
            scale.steps.iter().map(|it| &*it.label.da).collect::<Vec<_>>(),
            ["1", "2", "3", "Altid"]
        );
        assert!(scale.items.iter().any(|item| item.id == "b" && item.reversed));
    }

    #[test]
    fn it_stays_as_it_is_from_the_first_answer_on() {
        let mut it = Measurement::default();
        it.use_own();
        it.set_own_title("A");
        it.set_own_item("a", "Et");
        it.set_answer(START, "E01", "a", Some(&Given::Step(3)));
        let before = it.clone();
        it.set_own_title("B");
        it.set_own_item("a", "To");
        it.set_own_item("b", "Tre");
        it.remove_own_item("a");
        it.set_own_reversed("a", true);
        it.set_own_steps(1, 3);
        it.set_own_step(1, "x");
        it.set_own_better(Better::Lower);
        assert!(!it.use_own());
        assert_eq!(it, before);
    }
}
