//! The guide to a feedback agreement and the talk after it, word for word.

use serde_json::Value;

use crate::domain::forms::Titled;
use crate::domain::text::Localized;
use crate::domain::text::content_file::{list, localized, text};

/// The guide.
#[derive(Debug, Clone, Default)]
pub struct FeedbackGuide {
    /// What it is, and how long it takes.
    pub description: Localized,
    /// The parts of an agreement, in order.
    pub sections: Vec<Titled>,
    /// The questions of an agreement.
    pub fields: Vec<AgreementQuestion>,
    /// What everybody says yes to besides.
    pub promise: Localized,
    /// Forward-looking questions to talk from.
    pub questions: Vec<Titled>,
    /// The ids of the items of forms that ask for one.
    pub forward_items: Vec<String>,
    /// What the talk is called.
    pub talk_title: Localized,
    /// The steps of the talk, in order.
    pub talk: Vec<TalkStep>,
}

/// A question of an agreement.
#[derive(Debug, Clone, Default)]
pub struct AgreementQuestion {
    /// The id that records keep.
    pub id: String,
    /// The question.
    pub text: Localized,
    /// What helps to answer it.
    pub help: Option<Localized>,
    /// What can be chosen between.
    pub options: Vec<Titled>,
    /// What most people agree on.
    pub default: Option<Localized>,
}

/// A step of the talk.
#[derive(Debug, Clone, Default)]
pub struct TalkStep {
    /// The id that records keep.
    pub id: String,
    /// How long it is meant to take.
    pub minutes: u64,
    /// What happens in it.
    pub text: Localized,
}

impl FeedbackGuide {
    pub(in crate::domain) fn read(value: &Value) -> Self {
        let talk = &value["talk"];
        Self {
            description: localized(value, "description").unwrap_or_default(),
            sections: list(&value["sections"], titled),
            fields: list(&value["fields"], AgreementQuestion::read),
            promise: localized(value, "promise").unwrap_or_default(),
            questions: list(&value["questions"], titled),
            forward_items: list(&value["forwardItems"], |id| id.as_str().map(ToOwned::to_owned)),
            talk_title: localized(talk, "title").unwrap_or_default(),
            talk: list(&talk["steps"], TalkStep::read),
        }
    }

    /// A question of an agreement; an empty one where there is none with this id.
    pub fn field(&self, id: &str) -> AgreementQuestion {
        self.fields.iter().find(|field| field.id == id).cloned().unwrap_or_default()
    }

    /// What a part of an agreement is called.
    pub fn section(&self, id: &str) -> Localized {
        let found = self.sections.iter().find(|section| section.id == id);
        found.map(|section| section.label.clone()).unwrap_or_default()
    }
}

impl AgreementQuestion {
    fn read(value: &Value) -> Option<Self> {
        Some(Self {
            id: text(value, "id")?,
            text: localized(value, "text")?,
            help: localized(value, "help"),
            options: list(&value["options"], titled),
            default: localized(value, "default"),
        })
    }

    /// An answer in words; the id itself where this version does not know it.
    pub fn answer(&self, id: &str) -> Localized {
        let found = self.options.iter().find(|option| option.id == id);
        found.map_or_else(
            || Localized { da: id.to_owned(), en: None },
            |option| option.label.clone(),
        )
    }
}

impl TalkStep {
    fn read(value: &Value) -> Option<Self> {
        Some(Self {
            id: text(value, "id")?,
            minutes: value.get("minutes")?.as_u64()?,
            text: localized(value, "text")?,
        })
    }
}

fn titled(value: &Value) -> Option<Titled> {
    Some(Titled { id: text(value, "id")?, label: localized(value, "label")? })
}
