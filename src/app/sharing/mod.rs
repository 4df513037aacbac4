//! Files out and in, and what may be seen of all initiatives from above.
//!
//! The file for the municipality (`exchange/summary.rs`) has no place for a word that somebody
//! wrote. What schools have told stands as a fact about the device and in no ledger.

mod across;
mod sharing;

pub use across::{AcrossLook, Due, What, in_time};
pub use sharing::Scope;
