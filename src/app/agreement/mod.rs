//! Agreements together with what came of them.

mod agreements;

pub use agreements::{Agreed, is_observed, waiting};
