//! The brochure in the app's own words, to be looked up.
//!
//! It and the content of the phases are read when first asked for, and show what the rest of
//! the app has already instead of saying it twice.

mod guide;

pub use guide::{Block, Fact, Outside, Term, Topic, facts_of_evaluating, guide};
