//! Indsats: an offline-first app for school-supporting initiatives.
//!
//! The house has floors, and a module imports only from floors below its own (`tests/floors/`
//! fails otherwise). From the ground up:
//!
//! | floor | knows |
//! |---|---|
//! | [`ledger`] | revisions and the view of a record; no word of school |
//! | [`domain`] | the school's things and their rules |
//! | [`exchange`] | files that leave and enter the device |
//! | [`analysis`] | what can be read out of a lesson; plain values in and out |
//! | [`app`] | use cases, and the traits the browser implements |
//! | `platform` | the browser, one thin file per thing (wasm only) |
//! | `ui` | what a person sees (wasm only) |
//!
//! Everything up to `app` is pure: time, ids and language are given to it.

pub mod analysis;
pub mod app;
pub mod domain;
pub mod exchange;
pub mod ledger;

#[cfg(target_arch = "wasm32")]
pub mod platform;
#[cfg(target_arch = "wasm32")]
pub mod ui;
