//! Sparring: a meeting that is about the teaching, with the note that was made of it.
//!
//! It is no record of its own. A meeting that counts as sparring holds the note under `sparring/…`, so
//! that what is in the plan and what came of it are one thing: `sparring/kind`, `sparring/focus/<id>`,
//! `sparring/<question>`, and who goes on with it and when it is looked at again.

use std::sync::OnceLock;

use serde_json::{Value, json};

use super::initiative::Initiative;
use super::preparation::Person;
use crate::domain::forms::Titled;
use crate::domain::plan::{HELD, Meeting, Time};
use crate::domain::record::{fields, values};
use crate::domain::text::content_file::{content_file, json as parsed, list, localized, text};
use crate::domain::text::{Localized, SPARRING};

const FORM: &str = content_file!("phases/sparring-form.json");

/// The kind of meeting that a sparring is unless it is another.
const MEETING: &str = "moede-sparring";

/// What the content brings along for sparring.
#[derive(Debug)]
pub struct SparringContent {
    /// The kinds of sparring.
    pub kinds: Vec<SparringKind>,
    /// What the note asks, by the ids that records keep.
    pub questions: Vec<SparringQuestion>,
}

/// A kind of sparring.
#[derive(Debug)]
pub struct SparringKind {
    /// The id that records keep.
    pub id: String,
    /// Its name.
    pub title: Localized,
    /// What it is.
    pub description: Localized,
    /// Whether what is observed is to be agreed on before.
    pub needs_agreement: bool,
}

/// A question of the note.
#[derive(Debug)]
pub struct SparringQuestion {
    /// The id that records keep.
    pub id: String,
    /// The question.
    pub text: Localized,
    /// What can be chosen, any number of them; empty where words are asked for.
    pub options: Vec<Titled>,
}

/// What the content brings along for sparring, read when somebody first asks for it.
pub fn sparring_content() -> &'static SparringContent {
    static CONTENT: OnceLock<SparringContent> = OnceLock::new();
    CONTENT.get_or_init(|| SparringContent {
        kinds: list(&parsed(SPARRING), SparringKind::read),
        questions: list(&parsed(FORM)["fields"], SparringQuestion::read),
    })
}

impl SparringContent {
    /// A kind by its id.
    pub fn kind(&self, id: &str) -> Option<&SparringKind> {
        self.kinds.iter().find(|kind| kind.id == id)
    }

    /// A question, or one of its options, in words.
    pub fn words(&self, id: &str) -> Option<&Localized> {
        let question = self.questions.iter().find(|it| it.id == id).map(|it| &it.text);
        let mut options = self.questions.iter().flat_map(|it| &it.options);
        question.or_else(|| options.find(|it| it.id == id).map(|it| &it.label))
    }
}

impl SparringKind {
    fn read(value: &Value) -> Option<Self> {
        Some(Self {
            id: text(value, "id")?,
            title: localized(value, "title")?,
            description: localized(value, "description")?,
            needs_agreement: value["needsAgreement"].as_bool().unwrap_or_default(),
        })
    }
}

impl SparringQuestion {
    fn read(value: &Value) -> Option<Self> {
        let option =
            |it: &Value| Some(Titled { id: text(it, "id")?, label: localized(it, "label")? });
        Some(Self {
            id: text(value, "id")?,
            text: localized(value, "text")?,
            options: list(&value["options"], option),
        })
    }
}

fields! {
    /// The note of a sparring.
    Meeting {
        /// Which kind of sparring, by the id of the content; empty while nobody has said.
        sparring_kind / set_sparring_kind: Text = "sparring/kind",
        /// The day it is looked at again.
        sparring_again / set_sparring_again: Day = "sparring/again",
        /// What was written to a question.
        sparring_answer / set_sparring_answer(question): Text = "sparring/{question}",
    }
}

impl Meeting {
    /// Whether it is a sparring: it counts as one, or there is a note of one.
    pub fn is_sparring(&self) -> bool {
        self.time() == Some(Time::Sparring) || self.0.below("sparring").next().is_some()
    }

    /// A sparring that has just been held on a day, of which the rest is to be said.
    pub fn begin_sparring(&mut self) {
        self.set_what(MEETING);
        self.set_status(HELD);
    }

    /// What it is about, by the ids of the content.
    pub fn sparring_focus(&self) -> Vec<String> {
        self.0.ticked("sparring/focus")
    }

    /// Says that it is about something, or is not.
    pub fn set_sparring_focus(&mut self, focus: &str, on: bool) {
        self.0.set(format!("sparring/focus/{focus}"), values::of_flag(on));
    }

    /// Who goes on with it, as the initiative it belongs to knows them; the initials of the time for
    /// someone who has left the team.
    pub fn sparring_who(&self, initiative: Option<&Initiative>) -> Option<Person> {
        let who = self.0.0.get("sparring/who")?;
        let text = |key| who.get(key).and_then(Value::as_str).unwrap_or_default();
        let (id, kept) = (text("id"), text("initials"));
        Some(initiative.map_or_else(
            || Person { id: id.to_owned(), initials: kept.to_owned(), gone: false },
            |it| it.person(id, kept),
        ))
    }

    /// Says who goes on with it, by the id in the team; the initials stay here when they leave.
    pub fn set_sparring_who(&mut self, initiative: &Initiative, member: &str) {
        let found = initiative.member(member);
        let who = found.map(|it| json!({ "id": member, "initials": it.initials.trim() }));
        self.0.set("sparring/who", who);
    }

    /// The day it is looked at again lies before the sparring itself.
    pub fn is_again_too_early(&self) -> bool {
        matches!((self.day(), self.sparring_again()), (Some(day), Some(again)) if again < day)
    }

    /// Takes the note away; what kind of sparring it is stays, as the plan of it.
    pub(in crate::domain) fn clear_sparring_note(&mut self) {
        let kind = self.sparring_kind();
        let places: Vec<String> =
            self.0.below("sparring").map(|(rest, _)| format!("sparring/{rest}")).collect();
        for place in places {
            self.0.set(place, None);
        }
        self.set_sparring_kind(&kind);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::initiative::initiative::{Member, Role};
    use crate::domain::record::{Fields, Record};

    #[test]
    fn everything_is_there() {
        let content = sparring_content();
        let kinds: Vec<&str> = content.kinds.iter().map(|it| it.id.as_str()).collect();
        assert_eq!(
            kinds,
            [
                "observation-og-evalueringsmoede",
                "uformel-snak",
                "moede-med-vejleder",
                "kollegial-sparring",
                "sparring-med-ledelsen",
            ]
        );
        let agreed = content.kinds.iter().filter(|it| it.needs_agreement).count();
        assert_eq!((content.questions.len(), agreed), (5, 1));
        let options = content.questions.iter().map(|it| it.options.len());
        assert_eq!(options.collect::<Vec<_>>(), [5, 0, 0, 0, 0]);
        for id in ["sparring-fokus", "didaktik", "sparring-hvem-hvornaar"] {
            assert!(content.words(id).is_some(), "{id}");
        }
        assert!(content.words("nothing").is_none() && content.kind("nothing").is_none());
    }

    #[test]
    fn everything_can_be_said_and_taken_back() {
        let mut team = Initiative::default();
        let member = |who: &str| Member { initials: who.to_owned(), role: Role::default() };
        team.set_member("t1", Some(&member(" AL ")));
        let mut it = Meeting::default();
        assert!(!it.is_sparring());
        it.set_sparring_kind("uformel-snak");
        it.set_sparring_focus("didaktik", true);
        it.set_sparring_focus("elever", true);
        it.set_sparring_answer("sparring-proeve", "Et minuts stilhed");
        it.set_sparring_who(&team, "t1");
        it.set_day("2026-11-23".parse().ok());
        it.set_sparring_again("2026-11-22".parse().ok());
        assert!(it.is_sparring() && it.is_again_too_early());
        it.set_sparring_again("2026-11-23".parse().ok());
        assert!(!it.is_again_too_early());
        assert_eq!(it.sparring_focus(), ["didaktik", "elever"]);
        assert_eq!(it.sparring_answer("sparring-proeve"), "Et minuts stilhed");
        let who = it.sparring_who(Some(&team)).unwrap();
        assert_eq!((who.initials.as_str(), who.gone), ("AL", false));
        // Whoever leaves the team is still named, and whoever changes initials is named anew.
        team.set_member("t1", Some(&member("ALN")));
        assert_eq!(it.sparring_who(Some(&team)).unwrap().initials, "ALN");
        team.set_member("t1", None);
        let who = it.sparring_who(Some(&team)).unwrap();
        assert_eq!((who.initials.as_str(), who.gone), ("AL", true));

        let mut planned = it.clone();
        planned.clear_sparring_note();
        assert_eq!(planned.write().0.len(), 2, "the day, and which kind of sparring it is");
        it.set_sparring_kind("");
        it.set_sparring_focus("didaktik", false);
        it.set_sparring_focus("elever", false);
        it.set_sparring_answer("sparring-proeve", "");
        it.set_sparring_who(&team, "");
        it.set_sparring_again(None);
        it.set_day(None);
        assert_eq!(it, Meeting::default());
    }

    #[test]
    fn a_meeting_that_counts_as_sparring_is_one() {
        let mut it = Meeting::default();
        it.begin_sparring();
        assert!(it.is_sparring() && it.took_place());
        it.set_time(None);
        assert!(!it.is_sparring(), "somebody said that it is none");
        it.set_sparring_answer("sparring-saa-vi", "Ro");
        assert!(it.is_sparring(), "what was noted is never out of sight");
    }

    #[test]
    fn what_another_version_wrote_is_no_focus_and_nobody() {
        let mut strange = Fields::default();
        strange.put("sparring/focus/didaktik", "x");
        strange.put("sparring/who", 7);
        strange.put("sparring/again", "x");
        let it = Meeting::read(&strange);
        assert!(it.sparring_focus().is_empty() && it.sparring_again().is_none());
        assert_eq!(it.sparring_who(None).map(|who| who.initials).as_deref(), Some(""));
    }
}
