//! What the first page has of its own: quick notes, and the made-up example.

mod example;
mod jot;

pub use example::example;
pub use jot::Jot;
