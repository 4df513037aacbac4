//! What the app brings along: forms, kinds of initiative, ways of teaching together, roles, and where
//! it all comes from.
//!
//! The files in `content/` are part of the program, and a test proves that each can be read. Should
//! one not be readable all the same, it is simply not offered.

use serde_json::Value;

use crate::domain::agreement::FeedbackGuide;
use crate::domain::forms::{
    Item, ItemKind, Tag, Template, TemplateRef, Titled, parse_template, titled,
};
use crate::domain::initiative::InitiativeKind;
use crate::domain::plan::{CoTeachingModel, ExitQuestion};
use crate::domain::text::content_file::content_file;
use crate::domain::text::{
    ABOUT, CO_TEACHING, KINDS, Localized, both, json, list, localized, text,
};

const TEMPLATES: [&str; 13] = [
    content_file!("templates/obs-generel-1.json"),
    content_file!("templates/obs-generel-2.json"),
    content_file!("templates/obs-generel-3.json"),
    content_file!("templates/obs-tolaererordning-1.json"),
    content_file!("templates/obs-tolaererordning-2.json"),
    content_file!("templates/obs-makkerlaering-1.json"),
    content_file!("templates/obs-makkerlaering-2.json"),
    content_file!("templates/obs-smaa-grupper-1.json"),
    content_file!("templates/obs-smaa-grupper-2.json"),
    content_file!("templates/obs-intensive-laeringsforloeb-1.json"),
    content_file!("templates/obs-intensive-laeringsforloeb-2.json"),
    content_file!("templates/obs-bogpakker-1.json"),
    content_file!("templates/obs-bogpakker-2.json"),
];
const ROLES: &str = content_file!("roles.json");
const EXIT_TICKETS: &str = content_file!("exit-tickets.json");
const LESSON_LOG: &str = content_file!("lesson-log.json");
const FEEDBACK: &str = content_file!("feedback.json");

/// Everything the app brings along, read once.
#[derive(Debug, Clone, Default)]
pub struct Content {
    /// Every version of every form: the built-in ones, then the school's own.
    pub templates: Vec<Template>,
    /// The families of forms that are not to be chosen any more: filled-in ones open all the same.
    pub retired: Vec<String>,
    /// The kinds of initiative, in the brochure's order.
    pub kinds: Vec<KindContent>,
    /// The ways for two adults to teach together.
    pub co_teaching: Vec<CoTeachingModel>,
    /// What people of a school are.
    pub roles: Vec<RoleContent>,
    /// What pupils can be asked at the end of a lesson.
    pub exit_questions: Vec<ExitQuestion>,
    /// What can become of a lesson.
    pub lesson_status: Vec<Titled>,
    /// Why a lesson does not go as planned.
    pub lesson_reasons: Vec<Titled>,
    /// The guide to a feedback agreement and the talk after it.
    pub feedback: FeedbackGuide,
    /// Where the content comes from.
    pub about: About,
}

/// A kind of initiative, in words.
#[derive(Debug, Clone)]
pub struct KindContent {
    /// The id of an [`InitiativeKind`].
    pub id: String,
    /// Its name.
    pub title: Localized,
    /// What it is.
    pub description: Localized,
    /// What to agree on first.
    pub before_you_start: Vec<Localized>,
}

/// What someone of a school is, in words.
#[derive(Debug, Clone)]
pub struct RoleContent {
    /// The id that records keep.
    pub id: String,
    /// Its name.
    pub label: Localized,
}

/// Where the content comes from, and what the app promises.
#[derive(Debug, Clone, Default)]
pub struct About {
    /// The brochure, as it wants to be cited.
    pub citation: String,
    /// What the brochure is and how the app uses it.
    pub source: Vec<Localized>,
    /// What happens to what a person types, in plain words.
    pub privacy: Vec<Localized>,
}

impl Content {
    /// Reads everything.
    pub fn built_in() -> Self {
        let templates = TEMPLATES.iter().filter_map(|text| parse_template(&json(text)).ok());
        let log = json(LESSON_LOG);
        Self {
            templates: templates.collect(),
            retired: Vec::new(),
            kinds: list(&json(KINDS), KindContent::read),
            co_teaching: list(&json(CO_TEACHING), CoTeachingModel::read),
            roles: list(&json(ROLES), RoleContent::read),
            exit_questions: list(&json(EXIT_TICKETS), ExitQuestion::read),
            lesson_status: list(&log["status"], titled),
            lesson_reasons: list(&log["reasons"], titled),
            feedback: FeedbackGuide::read(&json(FEEDBACK)),
            about: About::read(&json(ABOUT)),
        }
    }

    /// The form a record was filled in with, in just that version.
    pub fn template(&self, reference: &TemplateRef) -> Option<&Template> {
        self.templates.iter().find(|template| &template.reference() == reference)
    }

    /// The newest version of each form, to start from.
    pub fn newest_templates(&self) -> impl Iterator<Item = &Template> {
        self.templates.iter().filter(|template| {
            let is_retired = self.retired.iter().any(|family| family == template.family());
            !is_retired && !self.templates.iter().any(|other| other.is_newer_than(template))
        })
    }

    /// The newest version of the form that a record was filled in with.
    pub fn newest_of(&self, reference: &TemplateRef) -> Option<&Template> {
        let of_it = self.templates.iter().filter(|it| it.family() == reference.family());
        of_it.max_by(|a, b| (a.version, &a.id).cmp(&(b.version, &b.id)))
    }

    /// The newest version of each form, those that suit a kind of initiative best first: what is
    /// made for it, then what suits all, then the rest.
    pub fn templates_for(&self, kind: Option<InitiativeKind>) -> impl Iterator<Item = &Template> {
        let kind = kind.map(InitiativeKind::id);
        (0..=2).flat_map(move |distance| {
            self.newest_templates().filter(move |it| it.distance_to(kind) == distance)
        })
    }

    /// What a quick note can be marked with: the marks of the general form.
    pub fn note_tags(&self) -> Vec<Tag> {
        let items = self.templates_for(None).flat_map(Template::items);
        let mut tags = items.filter_map(|item| match &item.kind {
            ItemKind::TimedNotes { tags, .. } => Some(tags.clone()),
            _ => None,
        });
        tags.next().unwrap_or_default()
    }

    /// A question for the end of a lesson.
    pub fn exit_question(&self, id: &str) -> Option<&ExitQuestion> {
        self.exit_questions.iter().find(|question| question.id == id)
    }

    /// A way of teaching together.
    pub fn model(&self, id: &str) -> Option<&CoTeachingModel> {
        self.co_teaching.iter().find(|model| model.id == id)
    }

    /// The item of a form that asks for a question that looks ahead.
    pub fn forward_item<'a>(&self, template: &'a Template) -> Option<&'a Item> {
        template.items().find(|item| self.feedback.forward_items.contains(&item.id))
    }

    /// A kind of initiative in words.
    pub fn kind(&self, kind: InitiativeKind) -> Option<&KindContent> {
        self.kinds.iter().find(|content| content.id == kind.id())
    }
}

impl KindContent {
    fn read(value: &Value) -> Option<Self> {
        Some(Self {
            id: text(value, "id")?,
            title: localized(value, "title")?,
            description: localized(value, "description")?,
            before_you_start: list(&value["beforeYouStart"], both),
        })
    }
}

impl RoleContent {
    fn read(value: &Value) -> Option<Self> {
        Some(Self { id: text(value, "id")?, label: localized(value, "label")? })
    }
}

impl About {
    fn read(value: &Value) -> Self {
        Self {
            citation: text(value, "citation").unwrap_or_default(),
            source: list(&value["source"], both),
            privacy: list(&value["privacy"], both),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;
    use crate::domain::forms::ItemKind;

    /// How many things a file holds.
    fn count(file: &str) -> usize {
        json(file).as_array().unwrap().len()
    }

    #[test]
    fn everything_that_is_built_in_can_be_read() {
        for text in TEMPLATES {
            let template = parse_template(&json(text));
            let template = template.unwrap_or_else(|faults| panic!("{faults:?}"));
            for kind in template.kinds {
                assert!(InitiativeKind::from_id(&kind).is_some(), "{kind}");
            }
        }
        let content = Content::built_in();
        assert_eq!(content.templates.len(), TEMPLATES.len());
        assert_eq!((content.kinds.len(), count(KINDS)), (6, 6));
        assert_eq!((content.co_teaching.len(), count(CO_TEACHING)), (6, 6));
        assert_eq!(content.exit_questions.len(), count(EXIT_TICKETS));
        assert!(content.note_tags().iter().any(|tag| tag.id == "elever"));
        assert_eq!(content.roles.len(), count(ROLES));
        assert!(content.roles.len() >= 7);
        for template in &content.templates {
            let asks = content.forward_item(template).map(|item| &item.kind);
            assert!(matches!(asks, Some(ItemKind::Text { .. })), "{}", template.id);
        }
        assert!(!content.about.citation.is_empty());
        assert!(!content.about.source.is_empty() && !content.about.privacy.is_empty());
        let guide = &content.feedback;
        assert_eq!((guide.sections.len(), guide.fields.len()), (10, 28));
        assert_eq!((guide.questions.len(), guide.talk.len()), (8, 4));
        assert_eq!(guide.talk.iter().map(|step| step.minutes).sum::<u64>(), 30);
        for kind in InitiativeKind::ALL {
            assert!(content.kind(kind).is_some(), "{kind:?}");
        }
    }

    #[test]
    fn every_form_in_the_folder_is_built_in() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("content/templates");
        assert_eq!(std::fs::read_dir(folder).unwrap().count(), TEMPLATES.len());
        let content = Content::built_in();
        for template in &content.templates {
            assert_eq!(content.template(&template.reference()), Some(template), "twice");
        }
    }

    #[test]
    fn every_built_in_text_is_there_in_both_languages() {
        fn walk(value: &Value) -> usize {
            match value {
                Value::Array(list) => list.iter().map(walk).sum(),
                Value::Object(map) if map.contains_key("da") || map.contains_key("en") => {
                    let blank = |key| text(value, key).is_none_or(|text| text.trim().is_empty());
                    assert!(!blank("da") && !blank("en") && map.len() == 2, "{value}");
                    1
                }
                Value::Object(map) => map.values().map(walk).sum(),
                _ => 0,
            }
        }
        let files = [KINDS, CO_TEACHING, ROLES, EXIT_TICKETS, LESSON_LOG, ABOUT, FEEDBACK];
        for file in files.iter().chain(&TEMPLATES) {
            assert!(walk(&json(file)) > 5);
        }
    }

    #[test]
    fn forms_know_the_ways_of_teaching_together() {
        let content = Content::built_in();
        let known: Vec<_> = content.co_teaching.iter().map(|it| (&it.id, &it.title)).collect();
        let items = content.templates.iter().flat_map(Template::items);
        let models: Vec<_> = items
            .filter_map(|item| match &item.kind {
                ItemKind::Roles { models } => Some(models),
                _ => None,
            })
            .collect();
        assert_eq!(models.len(), 2);
        for models in models {
            let models: Vec<_> = models.iter().map(|it| (&it.id, &it.label)).collect();
            assert_eq!(models, known);
        }
    }
}
