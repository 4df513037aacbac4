//! What can be read out of a lesson: shares, agreement, rates and a drawing of how it went.
//!
//! Plain values in, plain values out. Nothing here knows a record, a clock or a language: the time
//! is given, and the sentences are made elsewhere.

pub mod agreement;
pub mod due;
pub mod moments;
pub mod rates;
pub mod side_by_side;
mod tally;
pub mod timeline;
