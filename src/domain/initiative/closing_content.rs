//! What the app brings along for expectations, for sharing experience and for the decision that an
//! initiative ends in. Read when somebody first asks for it.

use std::sync::OnceLock;

use serde_json::Value;

use crate::domain::forms::Titled;
use crate::domain::text::Localized;
use crate::domain::text::content_file::{content_file, json, list, localized, text};

const EXPECTATIONS: &str = content_file!("phases/expectations.json");
const EXPERIENCE: &str = content_file!("phases/experience-sharing.json");
const EMBEDDING: &str = content_file!("phases/embedding.json");

/// What stands where a file does not say it.
static NOTHING: Localized = Localized { da: String::new(), en: None };

/// What is asked, by an id, with the answers to choose between.
#[derive(Debug)]
struct Asked {
    id: String,
    text: Localized,
    options: Vec<Titled>,
}

/// What the app brings along.
#[derive(Debug)]
pub struct ClosingContent {
    /// What an expectation can be about, by the ids that records keep.
    pub types: Vec<Titled>,
    /// Expectations to begin from.
    pub examples: Vec<Example>,
    /// The columns of the board, by the ids that records keep: what supports, what gets in the way,
    /// what is to be tried.
    pub board: Vec<Titled>,
    /// What a note on the board can be about, by the ids that records keep.
    pub categories: Vec<Titled>,
    /// What the board is held up against, by the id that records keep.
    pub mirror: Titled,
    /// What can be decided, by the ids that records keep.
    pub decisions: Vec<Titled>,
    asked: Vec<Asked>,
}

/// The example about the community of the class: what is measured tells of it.
pub const COMMUNITY: &str = "fo-ex-klassefaellesskab";

/// The example about planning together: the meetings of the plan tell of it.
pub const PLANNING: &str = "fo-ex-planlaegning";

/// An expectation to begin from.
#[derive(Debug)]
pub struct Example {
    /// The id that records keep.
    pub id: String,
    /// What it is about.
    pub kind: String,
    /// What is expected.
    pub text: Localized,
}

/// What the app brings along.
pub fn closing_content() -> &'static ClosingContent {
    static CONTENT: OnceLock<ClosingContent> = OnceLock::new();
    CONTENT.get_or_init(|| {
        let (expectations, experience) = (json(EXPECTATIONS), json(EXPERIENCE));
        let embedding = json(EMBEDDING);
        let mut asked = list(&expectations["fields"], Asked::read);
        asked.extend(list(&embedding["fields"], Asked::read));
        ClosingContent {
            types: list(&expectations["types"], labelled),
            examples: list(&expectations["examples"], Example::read),
            board: list(&experience["board"], |it| titled(it, "title")),
            categories: list(&experience["categories"], labelled),
            mirror: titled(&experience["mirrorPrompt"], "text").unwrap_or_default(),
            decisions: list(&embedding["options"], labelled),
            asked,
        }
    })
}

impl ClosingContent {
    /// What is asked under an id of the content.
    pub fn asked(&self, id: &str) -> &Localized {
        self.find(id).map_or(&NOTHING, |it| &it.text)
    }

    /// The answers to choose between under an id of the content.
    pub fn options(&self, id: &str) -> &[Titled] {
        self.find(id).map_or(&[], |it| &it.options)
    }

    fn find(&self, id: &str) -> Option<&Asked> {
        self.asked.iter().find(|it| it.id == id)
    }
}

/// What one of several is called; nothing where it is not among them.
pub fn label_of<'a>(among: &'a [Titled], id: &str) -> &'a Localized {
    among.iter().find(|it| it.id == id).map_or(&NOTHING, |it| &it.label)
}

impl Asked {
    fn read(value: &Value) -> Option<Self> {
        Some(Self {
            id: text(value, "id")?,
            text: localized(value, "text")?,
            options: list(&value["options"], labelled),
        })
    }
}

impl Example {
    fn read(value: &Value) -> Option<Self> {
        Some(Self {
            id: text(value, "id")?,
            kind: text(value, "type")?,
            text: localized(value, "text")?,
        })
    }
}

fn titled(value: &Value, words: &str) -> Option<Titled> {
    Some(Titled { id: text(value, "id")?, label: localized(value, words)? })
}

fn labelled(value: &Value) -> Option<Titled> {
    titled(value, "label")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everything_is_there() {
        let content = closing_content();
        let counts = [&content.types, &content.board, &content.categories, &content.decisions];
        assert_eq!(counts.map(Vec::len), [4, 3, 8, 5]);
        assert_eq!((content.examples.len(), content.asked.len()), (4, 10));
        assert!(!content.mirror.label.da.is_empty());
        for id in [COMMUNITY, PLANNING] {
            assert!(content.examples.iter().any(|it| it.id == id), "{id}");
        }
        for example in &content.examples {
            assert!(!label_of(&content.types, &example.kind).da.is_empty());
        }
        assert_eq!(content.options("fo-indfriet").len(), 4);
        assert_eq!(content.options("fb-grundlag").len(), 5);
        assert!(content.asked("fb-rammer").da.starts_with("Tid, team"));
        assert!(content.asked("findes-ikke").da.is_empty());
    }
}
