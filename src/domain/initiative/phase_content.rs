//! What the three phases bring along: tasks of leadership, working questions, and what each person
//! is asked about being equipped. Read when somebody first asks for it.

use std::sync::OnceLock;

use serde_json::Value;

use crate::domain::forms::Titled;
use crate::domain::text::content_file::{content_file, json, list, localized, text};
use crate::domain::text::{Localized, QUESTIONS, TASKS, content_file};

const SELF_CHECK: &str = content_file!("phases/self-check.json");

/// How many groups of tasks belong to the preparation; the rest goes on all the way.
pub const PREPARING: usize = 3;

/// The id of the answer "nothing right now" to what somebody needs.
pub const NOTHING: &str = "intet";

/// What the phases bring along.
#[derive(Debug)]
pub struct PhaseContent {
    /// The tasks of leadership: organisation, communication, professional development, and those
    /// that go on all the way.
    pub tasks: Vec<Group>,
    /// The working questions, a group for each phase.
    pub questions: Vec<Group>,
    /// What each person is asked.
    pub self_check: SelfCheck,
}

/// Things under a heading.
#[derive(Debug)]
pub struct Group {
    /// Its id.
    pub id: String,
    /// The heading.
    pub title: Localized,
    /// The things, by the ids that records keep.
    pub items: Vec<Titled>,
}

/// "Am I equipped?"
#[derive(Debug, Default)]
pub struct SelfCheck {
    /// What can be said to each of the items, the lowest first.
    pub steps: Vec<Localized>,
    /// What is asked, by the ids that records keep.
    pub items: Vec<Titled>,
    /// What is asked about needs.
    pub needs_text: Localized,
    /// What can be needed, by the ids that records keep.
    pub needs: Vec<Titled>,
}

/// What the phases bring along.
pub fn phase_content() -> &'static PhaseContent {
    static CONTENT: OnceLock<PhaseContent> = OnceLock::new();
    CONTENT.get_or_init(|| PhaseContent {
        tasks: list(&json(TASKS), Group::read),
        questions: list(&json(QUESTIONS), Group::read),
        self_check: SelfCheck::read(&json(SELF_CHECK)),
    })
}

impl PhaseContent {
    /// The groups of tasks that belong to the preparation.
    pub fn preparing(&self) -> &[Group] {
        self.tasks.get(..PREPARING).unwrap_or_default()
    }

    /// A task, question or item by its id, in words.
    pub fn words(&self, id: &str) -> Option<&Localized> {
        let groups = self.tasks.iter().chain(&self.questions);
        let items = groups.flat_map(|group| &group.items).chain(&self.self_check.items);
        items.chain(&self.self_check.needs).find(|it| it.id == id).map(|it| &it.label)
    }
}

impl Group {
    fn read(value: &Value) -> Option<Self> {
        Some(Self {
            id: text(value, "id")?,
            title: localized(value, "title")?,
            items: list(&value["items"], |item| titled(item, "text")),
        })
    }
}

impl SelfCheck {
    fn read(value: &Value) -> Self {
        let needs = &value["needs"];
        Self {
            steps: list(&value["steps"], content_file::both),
            items: list(&value["items"], |item| titled(item, "text")),
            needs_text: localized(needs, "text").unwrap_or_default(),
            needs: list(&needs["options"], |item| titled(item, "label")),
        }
    }
}

fn titled(value: &Value, words: &str) -> Option<Titled> {
    Some(Titled { id: text(value, "id")?, label: localized(value, words)? })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everything_is_there() {
        let content = phase_content();
        let counts = |groups: &[Group]| -> Vec<usize> {
            groups.iter().map(|group| group.items.len()).collect()
        };
        assert_eq!(counts(&content.tasks), [3, 3, 3, 5]);
        assert_eq!(counts(&content.questions), [5, 3, 4]);
        assert_eq!(content.preparing().len(), PREPARING);
        let check = &content.self_check;
        assert_eq!((check.steps.len(), check.items.len(), check.needs.len()), (4, 4, 6));
        assert!(check.needs.iter().any(|need| need.id == NOTHING));
        assert!(!check.needs_text.da.is_empty());
    }

    #[test]
    fn no_two_things_have_one_id() {
        let content = phase_content();
        let groups = content.tasks.iter().chain(&content.questions);
        let items = groups.flat_map(|group| &group.items).chain(&content.self_check.items);
        let mut ids: Vec<&str> = items.map(|item| item.id.as_str()).collect();
        let count = ids.len();
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids.len(), count);
        assert!(ids.iter().all(|id| content.words(id).is_some()));
        assert!(content.words("lt-nobody").is_none());
    }
}
