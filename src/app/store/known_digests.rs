//! The digests of all observations as they are kept in memory.

use std::collections::BTreeMap;

use super::digest::Digest;
use super::rows::Position;
use crate::ledger::RecordId;

/// What is kept in memory.
#[derive(Default)]
pub(super) struct Catalog {
    pub(super) known: BTreeMap<RecordId, Digest>,
    /// How many records had been written when this was read; `None` before it was.
    pub(super) written: Option<u64>,
    /// Where reading goes on.
    pub(super) next: Option<Position>,
    pub(super) is_whole: bool,
}
