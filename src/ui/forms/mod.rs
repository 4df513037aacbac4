//! The school's own forms: listed, and edited with a look at how they will be in class.

mod answers;
mod drag;
mod editing;
mod editor;
mod faults;
mod fields;
mod lists;
mod moves;
mod preview;
mod problems;
mod question;
mod questions;
mod start;
mod templates;
mod versions;

pub use editor::editor;
pub use templates::templates;
