//! The school's things and their rules.
//!
//! Each kind of record is a plain type that is read from a record's values and written back as a
//! difference, so what this version does not know is never touched.

pub mod content;
mod example;
mod fields;
mod initiative;
mod instrument;
pub mod iso;
mod kind;
mod lang;
mod lesson_clock;
mod lesson_log;
pub mod measurement;
mod observation;
mod school_year;
mod template;
mod template_parse;

pub use example::example;
pub use fields::{DAY, EXAMPLE, FINISHED, Fields, INITIATIVE, Record, difference};
pub use initiative::{Initiative, InitiativeField, InitiativeKind, Member, Role};
pub use instrument::{Better, Instrument, InstrumentKind, Scale, ScaleItem};
pub use kind::Kind;
pub use lang::{Lang, Localized};
pub use lesson_clock::Pause;
pub use lesson_log::{Entry, Moment, Note, RoleChange, Tap};
pub use measurement::{Measurement, is_pupil_code};
pub use observation::{Observation, ObservationField, Rated, Words};
pub use school_year::SchoolYear;
pub use template::{
    Code, Counter, Item, ItemKind, Level, Progress, Section, ShowIf, Tag, Template, TemplateRef,
    Titled, Track, When,
};
pub use template_parse::{Fault, Flaw, parse_template};
