//! Answers typed into a grid, what they are measured by, and what they say.

pub mod entry;
pub mod gauge;
pub mod measured;
pub mod pooled;
