//! Forms as data: what can be asked, how a form is read from a file, written and made by a
//! school.
//!
//! `template_parse` turns a file into a checked form or a list of everything that is wrong with
//! it, with places; a question may wait for one earlier answer (`showIf`), and for nothing more
//! than that. `template_draft` is the working copy of a school's own form: it is checked by
//! writing it as a file and reading that with the one parser, whose places are led back to
//! paths.
//!
//! The id of a published version holds the record and a tag (`egen-<record>-<tag>`): two
//! devices that each make "version 2" make two forms, and no observation is ever shown in the
//! other's. A copy of the versions travels with whatever is filled in with them; the trash
//! takes a form out of choice, never away from what is filled in.

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
