//! What the stories stand on. A story reads like a person's actions:
//!
//! ```ignore
//! for_both_engines!(a_note_is_kept, async |stage: &Stage| {
//!     let mut server = stage.serve_app(Build::Root).await;
//!     let anna = stage.browser("Anna", &server).await;
//!     anna.open("").await;
//!     anna.field("Note").fill("Roligt i dag").await;
//!     anna.text("Gemt").appears().await;
//!     server.stop().await;
//!     anna.kill().await;
//!     anna.reopen().await;
//!     anna.field("Note").has_value("Roligt i dag").await;
//! });
//! ```
//!
//! Every action waits until it can be done, and a failure says what was on the screen instead. When a
//! story ends, an error in a console or a request to another origin fails it.
#![allow(dead_code, unused_macros, reason = "the stories and the pictures each use a part")]

mod act;
pub mod axe;
pub mod browser;
pub mod console;
pub mod engine;
pub mod files;
pub mod find;
pub mod folders;
pub mod look;
pub mod patience;
mod ports;
pub mod processes;
pub mod role;
pub mod seed;
pub mod server;
pub mod story;
mod wall_clock;

#[allow(unused_imports, reason = "the stories and the pictures each use a part")]
pub use self::{
    browser::Browser,
    engine::Engine,
    find::{Finder, Finds},
    look::Size,
    role::{Name, Role, containing},
    server::{Build, Server},
    story::Stage,
};
#[allow(unused_imports, reason = "the stories use it, the pictures do not")]
pub(crate) use story::{for_both_engines, for_one_engine};
