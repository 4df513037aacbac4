//! The browser, one thin file per thing.

pub mod worker;
