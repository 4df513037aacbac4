//! What the pupils answered at the end of a lesson: how many chose what, or words without a name.
//!
//! Nothing in it is about one pupil. Answers in words stand under names that say nothing about when
//! they were given, so their order is not kept.

use serde_json::{Value, json};

use crate::domain::forms::Titled;
use crate::domain::record::{DAY, EXAMPLE, Fields, INITIATIVE, LESSON, fields, record_of_fields};
use crate::domain::text::Localized;

/// The most that one option is counted to: more than a school has pupils in one room.
pub const MOST: u64 = 999;

/// A question for the last minutes of a lesson, as the app brings it along.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExitQuestion {
    /// The id that records keep.
    pub id: String,
    /// What teachers call it.
    pub title: Localized,
    /// What the pupils are asked.
    pub prompt: Localized,
    /// What they choose between; none where they answer in words.
    pub options: Vec<Titled>,
    /// How many letters an answer in words has at most.
    pub max_length: u32,
}

/// One exit ticket, counted.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ExitTicket(pub(in crate::domain) Fields);

fields! {
    ExitTicket {
        /// The initiative it belongs to.
        initiative / set_initiative: Record = INITIATIVE,
        /// The lesson it was asked in.
        lesson / set_lesson: Record = LESSON,
        /// The class or group.
        class / set_class: Text = "class",
        /// The day it was asked.
        day / set_day: Day = DAY,
        /// Whether it belongs to the made-up initiative.
        example / set_example: Flag = EXAMPLE,
        /// Which of the questions was asked, by its id.
        question / set_question: Text = "question",
        /// The answer in words at a place.
        answer / set_answer(id): Text = "answers/{id}",
    }
}

impl ExitTicket {
    /// How many chose an option; `None` where nobody has counted.
    pub fn count(&self, option: &str) -> Option<u64> {
        self.0.number(&format!("counts/{option}"))
    }

    /// Sets how many chose an option.
    pub fn set_count(&mut self, option: &str, count: Option<u64>) {
        let count = count.map(|count| json!(count.min(MOST)));
        self.0.set(format!("counts/{option}"), count);
    }

    /// How many answered, over all options.
    pub fn total(&self) -> u64 {
        self.0.below("counts").filter_map(|(_, count)| count.as_u64()).sum()
    }

    /// The answers in words, each with the name of its place.
    pub fn answers(&self) -> Vec<(String, String)> {
        let all = self.0.below("answers");
        all.filter_map(|(id, text)| Some((id.to_owned(), text.as_str()?.to_owned()))).collect()
    }

    /// Whether anything has been counted or written: from then on the question stays.
    pub fn is_begun(&self) -> bool {
        ["counts", "answers"].iter().any(|place| self.0.below(place).next().is_some())
    }

    /// How long the bar of an option is, in hundredths of all who answered.
    pub fn share(&self, option: &str) -> u64 {
        let count = self.count(option).unwrap_or_default() * 100;
        // Rounded to the nearest; nobody is no bar.
        count.saturating_add(self.total() / 2).checked_div(self.total()).unwrap_or_default()
    }
}

impl ExitQuestion {
    pub(in crate::domain) fn read(value: &Value) -> Option<Self> {
        let both = |key: &str| serde_json::from_value(value.get(key)?.clone()).ok();
        let option = |value: &Value| {
            let label = serde_json::from_value(value.get("label")?.clone()).ok()?;
            Some(Titled { id: value.get("id")?.as_str()?.to_owned(), label })
        };
        let options = value.get("options").and_then(Value::as_array).into_iter().flatten();
        let length = value.get("maxLength").and_then(Value::as_u64).unwrap_or_default();
        Some(Self {
            id: value.get("id")?.as_str()?.to_owned(),
            title: both("title")?,
            prompt: both("prompt")?,
            options: options.filter_map(option).collect(),
            max_length: u32::try_from(length).ok()?,
        })
    }
}

record_of_fields!(ExitTicket);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_are_added_up_and_shared_out() {
        let mut it = ExitTicket::default();
        assert!(!it.is_begun());
        assert_eq!((it.total(), it.share("a")), (0, 0));
        for (option, count) in [("a", 12), ("b", 8), ("c", 3)] {
            it.set_count(option, Some(count));
        }
        assert_eq!(it.total(), 23);
        assert_eq!(["a", "b", "c", "d"].map(|option| it.share(option)), [52, 35, 13, 0]);
        it.set_count("c", Some(5_000));
        assert_eq!(it.count("c"), Some(MOST));
        assert!(it.is_begun());
        for option in ["a", "b", "c"] {
            it.set_count(option, None);
        }
        assert_eq!(it, ExitTicket::default());
    }

    #[test]
    fn answers_in_words_come_and_go() {
        let mut it = ExitTicket::default();
        it.set_answer("f3", "At brøker kan forkortes");
        it.set_answer("0a", "Ingenting");
        let texts: Vec<_> = it.answers().into_iter().map(|(_, text)| text).collect();
        assert_eq!(texts, ["Ingenting", "At brøker kan forkortes"]);
        it.set_answer("0a", "");
        assert_eq!(it.answers().len(), 1);
    }
}
