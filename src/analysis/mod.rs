//! What can be read out of a lesson: shares, agreement, rates and a drawing of how it went; and what
//! two measurements of a group say, with how sure that is.
//!
//! Plain values in, plain values out. Nothing here knows a record, a clock or a language: the time
//! is given, and the sentences are made elsewhere.

pub mod agreement;
pub mod cautions;
pub mod direction;
pub mod due;
pub mod moments;
pub mod pair_chart;
pub mod paired_change;
pub mod pairing;
pub mod pupil_figures;
pub mod rates;
pub mod score;
pub mod shared_view;
pub mod shown_figures;
pub mod side_by_side;
pub mod student_t;
mod tally;
pub mod timeline;
