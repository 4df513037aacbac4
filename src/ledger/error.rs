//! What can be wrong with a revision that comes from outside.

use super::id::RevisionId;

/// Why something could not be read as a part of the ledger.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum LedgerError {
    /// A number that is not an integer below 2^53, which canonical JSON here does not allow.
    #[error("not an integer below 2^53: {0}")]
    Number(String),
    /// An identifier of the wrong length or alphabet.
    #[error("not a valid id: {0}")]
    Id(String),
    /// A part of the body is absent or of the wrong type.
    #[error("a revision's {0} is missing or of the wrong type")]
    Malformed(&'static str),
    /// The content does not have the name it claims.
    #[error("the content hashes to {actual}, not to {claimed}")]
    Hash {
        /// The name that was written beside the content.
        claimed: RevisionId,
        /// The name that the content really has.
        actual: RevisionId,
    },
}
