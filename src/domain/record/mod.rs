//! What every record has: its kind, its values by path, who wrote in it, and codes in place of names.

mod codes;
mod fields;
mod kind;
mod tracked;

pub use codes::{Codes, initials, pupil_codes, without_codes, without_initials};
pub use fields::{
    AGREEMENT, DAY, EXAMPLE, FINISHED, FOCUS, Fields, INITIATIVE, Record, difference,
};
pub use kind::Kind;
pub(in crate::domain) use tracked::{Tracked, record_of_tracked};
