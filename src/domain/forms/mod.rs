//! Forms as data: what can be asked, how a form is read from a file, written and made by a school.

mod level;
mod template;
mod template_draft;
mod template_parse;
mod template_write;

pub use level::level_of;
pub(in crate::domain) use template::titled;
pub use template::{
    Code, Counter, Item, ItemKind, Level, Per, Section, ShowIf, Tag, Template, TemplateRef, Titled,
    Track, When,
};
pub use template_draft::{Problem, Published, TemplateDraft};
pub(in crate::domain) use template_parse::place::{At, Parser};
pub use template_parse::{Fault, Flaw, parse_template};
