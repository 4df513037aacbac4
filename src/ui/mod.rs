//! What a person sees: a room for each place of the app, on rooms that all of them share.

mod agreement;
pub mod dom;
mod forms;
mod guide;
mod home;
mod initiative;
pub mod kit;
mod measurement;
mod mount;
mod observation;
mod pages;
mod paper;
mod parts;
mod plan;
mod settings;
mod sharing;
mod shell;
mod voices;
mod words;
mod year;

pub use mount::mount;
