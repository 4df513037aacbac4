//! The app as a person meets it: two browser engines driven over WebDriver, a real server, real files.
//!
//! `cargo test --test whole_app` runs it; `cargo test` alone leaves it out, so that the pure half is
//! tested on a machine without browsers. See `harness` for how a story is written.
#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

mod harness;
mod self_test;
mod stories;
