//! Small preferences of one device.

mod settings;

pub use settings::{Hand, Settings, Theme};
