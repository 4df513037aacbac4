//! Files out and in, what two people wrote in the same place, and all initiatives from above.

mod across;
mod conflicts;
mod fetch;
mod history;
mod looked_at;
mod share;

pub use across::across;
pub use conflicts::conflicts;
pub use history::history;
pub use share::share;
