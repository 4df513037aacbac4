//! Why a file is not taken in. Nothing has been changed when one of these is returned.

/// What is wrong with a file as a whole.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum BundleError {
    /// Larger than any file of ours.
    #[error("the file is larger than the app reads")]
    TooLarge,
    /// Nothing in it.
    #[error("the file is empty")]
    Empty,
    /// The end is missing.
    #[error("the file is cut off")]
    CutOff,
    /// One of ours once, but no longer readable.
    #[error("the file is damaged")]
    Damaged,
    /// Lists within lists, deeper than any file of ours.
    #[error("the file is nested too deeply")]
    TooDeep,
    /// Some other file.
    #[error("the file was not made by this app")]
    NotOurs,
    /// A file that only a newer version can read.
    #[error("the file needs a newer version of the app")]
    Newer,
}
