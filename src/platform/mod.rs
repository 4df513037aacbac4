//! The browser, one thin file per thing. Nothing here knows of pages or of school.

pub mod database;
mod durable;
pub mod worker;
