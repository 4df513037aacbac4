//! The guides for talks with pupils that the app brings along: fixed questions, the same each time, so that a
//! development can be seen. Read when somebody first asks for them.

use std::sync::OnceLock;

use serde_json::Value;

use crate::domain::forms::Titled;
use crate::domain::text::Localized;
use crate::domain::text::content_file::{content_file, json, list, localized, text};

const GUIDES: &str = content_file!("pupil-talks.json");

/// A guide for talks with a few pupils at a time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TalkGuide {
    /// The id that records keep.
    pub id: String,
    /// The part of the school it is for, by an id.
    pub level: String,
    /// What it is called.
    pub title: Localized,
    /// How an adult goes about it.
    pub how_to: Localized,
    /// How long it takes, in minutes.
    pub minutes: u64,
    /// The questions, by the ids that records keep.
    pub questions: Vec<Titled>,
}

/// All guides, the one for the youngest first.
pub fn talk_guides() -> &'static [TalkGuide] {
    static ALL: OnceLock<Vec<TalkGuide>> = OnceLock::new();
    ALL.get_or_init(|| list(&json(GUIDES), TalkGuide::read))
}

/// A guide by its id.
pub fn talk_guide(id: &str) -> Option<&'static TalkGuide> {
    talk_guides().iter().find(|it| it.id == id)
}

/// A question of any guide by its id, in words.
pub fn talk_question(id: &str) -> Option<&'static Localized> {
    let mut all = talk_guides().iter().flat_map(|it| &it.questions);
    all.find(|it| it.id == id).map(|it| &it.label)
}

impl TalkGuide {
    fn read(value: &Value) -> Option<Self> {
        let question =
            |it: &Value| Some(Titled { id: text(it, "id")?, label: localized(it, "text")? });
        Some(Self {
            id: text(value, "id")?,
            level: text(value, "level")?,
            title: localized(value, "title")?,
            how_to: localized(value, "howTo")?,
            minutes: value["minutes"].as_u64()?,
            questions: list(&value["questions"], question),
        })
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn both_guides_are_there_with_all_their_questions() {
        let counts: Vec<_> =
            talk_guides().iter().map(|it| (it.questions.len(), it.minutes)).collect();
        assert_eq!(counts, [(5, 10), (6, 20)]);
        let questions = talk_guides().iter().flat_map(|it| &it.questions);
        let ids: BTreeSet<&str> = questions.map(|it| it.id.as_str()).collect();
        assert_eq!(ids.len(), 11, "every id is there once");
        assert!(ids.iter().all(|id| talk_question(id).is_some_and(|it| it.en.is_some())));
        assert!(talk_guide("elevsamtale-indskoling").is_some() && talk_guide("x").is_none());
        assert!(talk_question("x").is_none());
    }
}
