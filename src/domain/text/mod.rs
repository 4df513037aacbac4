//! Texts in two languages, and what is done with letters: searching, parting and putting in phrases.

pub(in crate::domain) mod content_file;
pub mod fold;
mod hyphens;
mod lang;
mod phrase;

pub(in crate::domain) use content_file::{
    ABOUT, CO_TEACHING, KINDS, MEETINGS, QUESTIONS, SPARRING, TASKS, both, json, list, localized,
    text,
};
pub use hyphens::with_soft_hyphens;
pub use lang::{Lang, Localized};
pub(in crate::domain) use phrase::title_and_note;
pub use phrase::with_phrase;
