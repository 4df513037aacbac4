//! The browser, one thin file per thing. Nothing here knows of pages or of school.

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
