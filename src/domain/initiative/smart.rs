//! What helps to write a goal: the five letters of SMART, what goals are about, and eight examples. Read
//! when somebody first writes one.

use std::sync::OnceLock;

use serde_json::Value;

use super::goal::Indicator;
use super::initiative::InitiativeKind;
use crate::domain::forms::Titled;
use crate::domain::text::Localized;
use crate::domain::text::content_file::{content_file, json, list, localized, text};

const SMART: &str = content_file!("phases/smart.json");

/// What helps to write a goal.
#[derive(Debug, Default)]
pub struct Smart {
    /// What a goal is.
    pub intro: Localized,
    /// The five letters in their order.
    pub letters: Vec<Letter>,
    /// What goals are about, by the ids that records keep.
    pub categories: Vec<Titled>,
    /// Goals to start from.
    pub examples: Vec<GoalExample>,
}

/// One of the letters.
#[derive(Debug)]
pub struct Letter {
    /// The letter itself.
    pub letter: String,
    /// What it stands for.
    pub title: Localized,
    /// What it asks.
    pub question: Localized,
    /// What helps to answer.
    pub hint: Localized,
}

/// A goal to start from.
#[derive(Debug)]
pub struct GoalExample {
    /// Its id, as it stands in an address.
    pub id: String,
    /// What it is about.
    pub category: String,
    /// The kinds of initiative that it is for; empty for all.
    pub kinds: Vec<String>,
    /// The goal.
    pub text: Localized,
    /// What of it is not the brochure's.
    pub note: Option<Localized>,
    /// Whether it is one of the brochure's.
    pub is_from_brochure: bool,
    /// What tells how far it is.
    pub indicator: Option<Indicator>,
    /// How many there are to be.
    pub target: Option<u64>,
}

/// What helps to write a goal.
pub fn smart() -> &'static Smart {
    static CONTENT: OnceLock<Smart> = OnceLock::new();
    CONTENT.get_or_init(|| Smart::read(&json(SMART)))
}

impl Smart {
    fn read(value: &Value) -> Self {
        Self {
            intro: localized(value, "intro").unwrap_or_default(),
            letters: list(&value["letters"], Letter::read),
            categories: list(&value["categories"], |it| {
                Some(Titled { id: text(it, "id")?, label: localized(it, "label")? })
            }),
            examples: list(&value["examples"], GoalExample::read),
        }
    }

    /// An example by its id.
    pub fn example(&self, id: &str) -> Option<&GoalExample> {
        self.examples.iter().find(|example| example.id == id)
    }

    /// What a goal is about, in words.
    pub fn category(&self, id: &str) -> Option<&Localized> {
        self.categories.iter().find(|it| it.id == id).map(|it| &it.label)
    }
}

impl Letter {
    fn read(value: &Value) -> Option<Self> {
        Some(Self {
            letter: text(value, "letter")?,
            title: localized(value, "title")?,
            question: localized(value, "question")?,
            hint: localized(value, "hint")?,
        })
    }
}

impl GoalExample {
    fn read(value: &Value) -> Option<Self> {
        let kinds = value["kinds"].as_array().into_iter().flatten();
        Some(Self {
            id: text(value, "id")?,
            category: text(value, "category")?,
            kinds: kinds.filter_map(|kind| Some(kind.as_str()?.to_owned())).collect(),
            text: localized(value, "text")?,
            note: localized(value, "note"),
            is_from_brochure: value["fromBrochure"].as_bool().unwrap_or_default(),
            indicator: value["indicator"].as_str().and_then(Indicator::from_id),
            target: value["target"].as_u64(),
        })
    }

    /// Whether it suits a kind of initiative.
    pub fn suits(&self, kind: Option<InitiativeKind>) -> bool {
        self.kinds.is_empty()
            || kind.is_some_and(|kind| self.kinds.iter().any(|it| it == kind.id()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everything_is_there_and_hangs_together() {
        let smart = smart();
        let letters: Vec<&str> = smart.letters.iter().map(|it| it.letter.as_str()).collect();
        assert_eq!(letters.concat(), "SMART");
        assert_eq!((smart.categories.len(), smart.examples.len()), (4, 8));
        assert!(!smart.intro.da.is_empty() && smart.intro.en.is_some());
        assert_eq!(smart.examples.iter().filter(|it| it.is_from_brochure).count(), 3);
        for example in &smart.examples {
            assert!(smart.category(&example.category).is_some(), "{}", example.id);
            assert!(example.kinds.iter().all(|it| InitiativeKind::from_id(it).is_some()));
            let indicator = example.indicator.unwrap();
            assert_eq!(indicator.has_target(), example.target.is_some(), "{}", example.id);
            assert!(smart.example(&example.id).is_some());
        }
        let for_books =
            smart.examples.iter().filter(|it| it.suits(Some(InitiativeKind::BookPacks)));
        assert_eq!(for_books.count(), 4);
        assert_eq!(smart.examples.iter().filter(|it| it.suits(None)).count(), 3);
    }
}
