//! The use cases over a store in memory, with a clock that steps and ids that count.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod agreements;
mod autosave;
mod collaboration;
mod common_ground;
mod devices;
mod drafts;
mod faults;
mod find;
mod lists;
mod plan;
mod sharing;
mod surveys;
mod templates;
mod trash;
mod world;
mod year;
