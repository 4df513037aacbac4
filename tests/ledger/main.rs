//! The laws of the ledger, held against random devices that write, meet and go wrong.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod laws;
mod views;
mod world;
