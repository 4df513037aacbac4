//! The school's things and their rules.
//!
//! Each kind of record is a plain type that is read from a record's values and written back as a
//! difference, so what this version does not know is never touched.

pub mod content;
mod example;
mod fields;
mod initiative;
pub mod iso;
mod kind;
mod lang;
mod lesson_clock;
mod lesson_log;
mod observation;
mod school_year;
mod template;
mod template_draft;
mod template_parse;
mod template_write;

pub use example::example;
pub use fields::{DAY, EXAMPLE, FINISHED, Fields, INITIATIVE, Record, difference};
pub use initiative::{Initiative, InitiativeField, InitiativeKind, Member, Role};
pub use kind::Kind;
pub use lang::{Lang, Localized};
pub use lesson_clock::Pause;
pub use lesson_log::{Entry, Moment, Note, RoleChange, Tap};
pub use observation::{Observation, ObservationField, Rated, Words};
pub use school_year::SchoolYear;
pub use template::{
    Code, Counter, Item, ItemKind, Level, Progress, Section, ShowIf, Tag, Template, TemplateRef,
    Titled, Track, When,
};
pub use template_draft::{Problem, Published, TemplateDraft};
pub use template_parse::{Fault, Flaw, parse_template};
pub use template_write::write_template;
