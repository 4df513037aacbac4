//! Files out and in, and what may be seen of all initiatives from above.

mod across;
mod sharing;

pub use across::{AcrossLook, Due, What, in_time};
pub use sharing::Scope;
