//! Files that leave and enter the device: what is written is read, and anything else is refused or
//! said to be what it is.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod archive;
mod bad;
mod document;
mod plans;
mod round_trip;
mod tables;
mod world;
