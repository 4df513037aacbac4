//! The screen that is used while a lesson runs.

mod moments;
mod roles;
mod screen;

pub use screen::live;
