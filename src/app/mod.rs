//! Use cases, a room for each part of the work, and the traits that the browser implements for them.
//!
//! A [`Repository`](store::Repository) is the one door to what is stored. Every change goes through a
//! transaction in which the derived rows are brought up to date, so a list can never disagree with the
//! ledger.

pub mod agreement;
pub mod forms;
pub mod initiative;
pub mod measurement;
pub mod observation;
pub mod plan;
pub mod settings;
pub mod sharing;
pub mod store;
pub mod voices;
pub mod year;
