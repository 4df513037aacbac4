//! Answers typed into a grid, what they are measured by, and what they say.
//!
//! `pooled` puts small groups with the same questions together; a group of five is in no pool,
//! since the few others could be worked out from it.

pub mod entry;
pub mod gauge;
pub mod measured;
pub mod pooled;
