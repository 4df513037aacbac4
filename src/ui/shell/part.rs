//! The parts that the download comes in.

/// A part of the download.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// What the first screen needs. It is always here.
    First,
    /// What an observation is written in, live or after, and quick notes: what is needed at once in class.
    Observation,
    /// Everything else.
    Rest,
}
