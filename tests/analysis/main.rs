//! The laws of what is read out of a lesson, held against random lessons.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod agreement;
mod due;
mod measures;
mod moments;
mod rates;
mod timeline;
mod world;
