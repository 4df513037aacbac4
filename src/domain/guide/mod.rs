//! The brochure in the app's own words, to be looked up.

mod guide;

pub use guide::{Block, Fact, Guide, Outside, Term, Topic, facts_of_evaluating, guide};
pub(in crate::domain) use guide::{MEETINGS, SPARRING};
