//! What the first page has of its own: quick notes.

mod jot;

pub use jot::Jot;
