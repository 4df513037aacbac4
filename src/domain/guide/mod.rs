//! The brochure in the app's own words, to be looked up.

mod guide;

pub use guide::{Block, Fact, Outside, Term, Topic, facts_of_evaluating, guide};
