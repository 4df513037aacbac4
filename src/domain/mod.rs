//! The school's things and their rules.
//!
//! Each kind of record is a plain type that is read from a record's values and written back as a
//! difference, so what this version does not know is never touched.

mod agreement;
mod agreement_state;
mod codes;
pub mod content;
mod example;
mod feedback;
mod fields;
mod initiative;
pub mod iso;
mod kind;
mod lang;
mod lesson_clock;
mod lesson_log;
mod observation;
mod observation_copy;
mod phase;
mod reflection;
mod school_year;
mod template;
mod template_draft;
mod template_parse;
mod template_write;

pub use agreement::{
    AFTER_TALK, AT_INITIATIVE_END, AT_YEAR_END, Agreement, ONLY_PARTIES, Side, Term,
};
pub use agreement_state::{AgreementField, Consent, MOST_PUPILS, MOST_QUESTIONS, Stage};
pub use codes::{Codes, initials, pupil_codes};
pub use example::example;
pub use feedback::{AgreementQuestion, FeedbackGuide, TalkStep};
pub use fields::{AGREEMENT, DAY, EXAMPLE, FINISHED, Fields, INITIATIVE, Record, difference};
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
