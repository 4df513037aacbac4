//! What the pure floors are given instead of asking for it.

use chrono::NaiveDate;

/// The time, as the device believes it is.
pub trait Clock {
    /// Milliseconds since 1970.
    fn now(&self) -> u64;
    /// The day it is where the person is.
    fn today(&self) -> NaiveDate;
    /// The beginning of that day, in milliseconds since 1970.
    fn midnight(&self) -> u64;
}

/// Randomness, for names.
pub trait Ids {
    /// Fills the bytes with randomness fit for names that must not collide.
    fn random(&self, bytes: &mut [u8]);
}
