//! Texts in two languages, and what is done with letters: searching, parting and putting in phrases.

pub mod fold;
mod hyphens;
mod lang;
mod phrase;

pub use hyphens::with_soft_hyphens;
pub use lang::{Lang, Localized};
pub use phrase::with_phrase;
