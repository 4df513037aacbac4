//! The steps of the guided start, and their addresses.

use crate::ledger::RecordId;

/// How many steps there are before everything is seen together.
pub const STEPS: u64 = 6;

/// Where a step is.
pub fn address(rec: RecordId, step: u64) -> String {
    format!("/indsatser/{rec}/start?ny=1&trin={step}")
}
