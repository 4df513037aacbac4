//! What the pure floors are given instead of asking for it.

use chrono::NaiveDate;

use super::storage::Pending;

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

/// Waiting for a while.
pub trait Timer {
    /// Is over after so many milliseconds, or later where the device slept.
    fn wait(&self, ms: u32) -> Pending<'static, ()>;
}

/// Running what nobody waits for.
pub trait Spawner {
    /// Runs the work to its end, beginning soon.
    fn spawn(&self, work: Pending<'static, ()>);
}
