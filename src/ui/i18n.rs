//! The texts of `locales/`, checked when the app is built.

#![allow(missing_docs, reason = "generated from the keys of the texts")]
#![allow(
    deprecated,
    reason = "its successor is a build script that compiles the same crates twice"
)]

leptos_i18n::load_locales!();

pub use self::i18n::*;
