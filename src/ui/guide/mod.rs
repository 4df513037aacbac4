//! What can be looked up, and where it comes from.

mod about;
mod guide_page;
mod guide_topic;

pub use about::about;
pub use guide_page::guide_page;
pub use guide_topic::guide_topic;
