//! What can go wrong in a use case.

use super::storage::StorageError;
use crate::exchange::BundleError;
use crate::ledger::{LedgerError, RecordId};

/// Why a use case did not happen. Nothing is half done when one is returned.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum AppError {
    /// The store refused.
    #[error(transparent)]
    Storage(#[from] StorageError),
    /// A value does not fit in the ledger.
    #[error(transparent)]
    Ledger(#[from] LedgerError),
    /// A file could not be read.
    #[error(transparent)]
    Bundle(#[from] BundleError),
    /// Nothing of this record is here.
    #[error("no record {0}")]
    NoRecord(RecordId),
    /// The record was written by a newer version and is only shown.
    #[error("record {0} is from a newer version")]
    ReadOnly(RecordId),
}
