//! The parts of a bundle that reading and writing share.

use chrono::{DateTime, Utc};

use crate::ledger::{DeviceId, RecordId};

/// The word that says what kind of file it is.
pub const FORMAT: &str = "indsats";

/// The version of the format that is written here.
pub const VERSION: u32 = 1;

/// What this reader understands: a file that asks for more is refused whole.
pub const READER: u32 = 1;

/// The largest file that is read, in bytes. A school year of one device is a few megabytes.
pub const MAX_BYTES: u64 = 64 * 1024 * 1024;

/// What a file says about itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Header {
    /// The version of the app that made it.
    pub app: String,
    /// When it was made.
    pub made: DateTime<Utc>,
    /// The device it was made on.
    pub device: DeviceId,
    /// Who made it, as initials; may be empty.
    pub author: String,
    /// What it is about.
    pub about: About,
}

/// What a file is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum About {
    /// Everything on the device.
    Everything,
    /// One initiative and what belongs to it.
    Initiative(RecordId),
    /// One form of the school's own, with every version of it.
    Template(RecordId),
}
