//! What the app brings along: forms, kinds of initiative, roles, and where it all comes from.
//!
//! The files in `content/` are part of the program, and a test proves that each can be read. Should
//! one not be readable all the same, it is simply not offered.

use serde::Deserialize;

use super::initiative::InitiativeKind;
use super::lang::Localized;
use super::template::{Template, TemplateRef};
use super::template_parse::parse_template;

const TEMPLATES: &[&str] = &[include_str!("../../content/templates/obs-generel-1.json")];
const KINDS: &str = include_str!("../../content/initiative-kinds.json");
const ROLES: &str = include_str!("../../content/roles.json");
const ABOUT: &str = include_str!("../../content/about.json");

/// Everything the app brings along, read once.
#[derive(Debug, Clone, Default)]
pub struct Content {
    /// Every version of every built-in form.
    pub templates: Vec<Template>,
    /// The kinds of initiative, in the brochure's order.
    pub kinds: Vec<KindContent>,
    /// What people of a school are.
    pub roles: Vec<RoleContent>,
    /// Where the content comes from.
    pub about: About,
}

/// A kind of initiative, in words.
#[derive(Debug, Clone, Deserialize)]
pub struct KindContent {
    /// The id of an [`InitiativeKind`].
    pub id: String,
    /// Its name.
    pub title: Localized,
    /// What it is.
    pub description: Localized,
    /// What to agree on first.
    #[serde(rename = "beforeYouStart", default)]
    pub before_you_start: Vec<Localized>,
}

/// What someone of a school is, in words.
#[derive(Debug, Clone, Deserialize)]
pub struct RoleContent {
    /// The id that records keep.
    pub id: String,
    /// Its name.
    pub label: Localized,
}

/// Where the content comes from, and what the app promises.
#[derive(Debug, Clone, Default, Deserialize)]
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
        let templates = TEMPLATES.iter().filter_map(|text| {
            let json = serde_json::from_str(text).ok()?;
            parse_template(&json).ok()
        });
        Self {
            templates: templates.collect(),
            kinds: serde_json::from_str(KINDS).unwrap_or_default(),
            roles: serde_json::from_str(ROLES).unwrap_or_default(),
            about: serde_json::from_str(ABOUT).unwrap_or_default(),
        }
    }

    /// The form a record was filled in with, in just that version.
    pub fn template(&self, reference: &TemplateRef) -> Option<&Template> {
        self.templates.iter().find(|template| &template.reference() == reference)
    }

    /// The newest version of each form, to start from.
    pub fn newest_templates(&self) -> impl Iterator<Item = &Template> {
        self.templates.iter().filter(|template| {
            let newer =
                |other: &&Template| other.id == template.id && other.version > template.version;
            !self.templates.iter().any(|other| newer(&other))
        })
    }

    /// A kind of initiative in words.
    pub fn kind(&self, kind: InitiativeKind) -> Option<&KindContent> {
        self.kinds.iter().find(|content| content.id == kind.id())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everything_that_is_built_in_can_be_read() {
        for text in TEMPLATES {
            let json = serde_json::from_str(text).unwrap();
            parse_template(&json).unwrap_or_else(|faults| panic!("{faults:?}"));
        }
        let content = Content::built_in();
        assert_eq!(content.templates.len(), TEMPLATES.len());
        assert_eq!(serde_json::from_str::<Vec<KindContent>>(KINDS).unwrap().len(), 6);
        assert!(serde_json::from_str::<Vec<RoleContent>>(ROLES).unwrap().len() >= 7);
        assert!(!serde_json::from_str::<About>(ABOUT).unwrap().privacy.is_empty());
        for kind in InitiativeKind::ALL {
            assert!(content.kind(kind).is_some(), "{kind:?}");
        }
    }

    #[test]
    fn every_built_in_text_is_there_in_both_languages() {
        let files = [KINDS, ROLES, ABOUT, TEMPLATES[0]];
        for file in files {
            let danish = file.matches("\"da\":").count();
            assert_eq!(danish, file.matches("\"en\":").count());
        }
    }
}
