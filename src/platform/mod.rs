//! The browser, one thin file per thing. Nothing here knows of pages or of school.
//!
//! Settings are kept in localStorage, where they are at hand at once, and copied into the
//! database: a browser that is killed forgets the last seconds of the first. Resetting a tablet
//! clears the store first and reads it again for its count, then caches and worker, and last
//! the mark that says so: what was interrupted goes on at the next start. Other tabs shut their
//! database, and the worker opens no cache from then on, or the next save would make them anew.

pub mod attention;
pub mod clock;
pub mod database;
mod durable;
pub mod files;
pub mod format;
pub mod install;
mod listen;
pub mod network;
pub mod page;
pub mod persistence;
pub mod print;
mod property;
pub mod randomness;
pub mod settings;
pub mod speech;
pub mod styles;
pub mod tabs;
pub mod tasks;
pub mod viewport;
pub mod worker;
