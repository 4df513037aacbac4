//! What the browser does with the page: hides it, puts it aside, lets it rest.

pub mod idle;
pub mod lifecycle;
pub mod put_aside;
