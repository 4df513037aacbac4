//! The school's own forms: made, published and found.

mod templates;

pub use templates::Publication;
