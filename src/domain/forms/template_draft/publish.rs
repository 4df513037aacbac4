//! Checking the working copy, and publishing it in versions.

use serde_json::Value;

use super::{PUBLISHED, TemplateDraft};
use crate::domain::forms::template::{Template, TemplateRef};
use crate::domain::forms::template_parse::{Fault, Flaw, parse_template};
use crate::domain::forms::template_write::write_template;
use crate::ledger::{RecordId, in_order};

/// Something that keeps a form from being published.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// Where in the working copy: `items/<id>/options`, `title`.
    pub path: String,
    /// What.
    pub flaw: Flaw,
}

/// A version that has been published.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Published {
    /// What it is published under: when, and something of its own.
    pub tag: String,
    /// The form, or why it cannot be used.
    pub template: Result<Template, Vec<Fault>>,
}

/// Checking.
impl TemplateDraft {
    /// The checked form, or everything that is wrong with it.
    ///
    /// # Errors
    /// Every problem, in the order of the form.
    pub fn checked(&self, id: &str, version: u32) -> Result<Template, Vec<Problem>> {
        let faults = match parse_template(&self.to_json(id, version)) {
            Ok(template) => return Ok(template),
            Err(faults) => faults,
        };
        let problem = |fault: Fault| Problem { path: self.path_of(&fault.place), flaw: fault.flaw };
        Err(faults.into_iter().map(problem).collect())
    }

    /// Everything that is wrong with it.
    pub fn problems(&self) -> Vec<Problem> {
        self.checked("egen", 1).err().unwrap_or_default()
    }
}

/// Publishing.
impl TemplateDraft {
    /// What is published, as it was written, the first version first.
    fn versions(&self) -> Vec<(u64, &str, &Value)> {
        let version = |form: &Value| form.get("version").and_then(Value::as_u64);
        let all = self.0.below(PUBLISHED);
        let all = all.map(|(tag, form)| (version(form).unwrap_or_default(), tag, form));
        in_order(all.collect(), |a, b| (a.0, a.1).cmp(&(b.0, b.1)))
    }

    /// The tags of everything that has been published, the first version first.
    pub fn tags(&self) -> Vec<String> {
        self.versions().into_iter().map(|(_, tag, _)| tag.to_owned()).collect()
    }

    /// Everything that has been published, the first version first.
    pub fn published(&self) -> Vec<Published> {
        let read = |(_, tag, form): (u64, &str, &Value)| Published {
            tag: tag.to_owned(),
            template: parse_template(form),
        };
        self.versions().into_iter().map(read).collect()
    }

    /// The newest version that has been published and can be used.
    pub fn newest(&self) -> Option<Template> {
        self.versions().into_iter().rev().find_map(|(_, _, form)| parse_template(form).ok())
    }

    /// Whether something has been changed since it was last published.
    pub fn has_news(&self) -> bool {
        match self.newest() {
            Some(newest) => self.checked(&newest.id, newest.version).as_ref() != Ok(&newest),
            None => true,
        }
    }

    /// Publishes it under a new tag, as the version after the last. Gives the form.
    ///
    /// # Errors
    /// Everything that is wrong with it; nothing has been published.
    pub fn publish(&mut self, rec: RecordId, tag: &str) -> Result<Template, Vec<Problem>> {
        let version = self.newest().map_or(1, |newest| newest.version.saturating_add(1));
        let template = self.checked(&TemplateRef::own_id(rec, tag), version)?;
        self.0.put(format!("{PUBLISHED}/{tag}"), write_template(&template));
        Ok(template)
    }
}

impl Published {
    /// Which version it is; 0 where that cannot be read.
    pub fn version(&self) -> u32 {
        self.template.as_ref().map_or(0, |template| template.version)
    }

    /// When it was published, in milliseconds since 1970.
    pub fn at(&self) -> Option<u64> {
        u64::from_str_radix(self.tag.get(..11)?, 16).ok()
    }
}
