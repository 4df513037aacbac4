//! What every record has: its kind, its values by path, who wrote in it, and codes in place of
//! names.
//!
//! Reading a typed thing from its values forgives, writing it is a difference: what this
//! version does not know is never touched.

mod codes;
mod describe;
pub mod fields;
mod kind;
mod tracked;
pub(in crate::domain) mod values;

pub use codes::{initials, is_pupil_code, pupil_codes, without_codes};
pub(in crate::domain) use codes::{next_pupil_code, without_initials};
pub(in crate::domain) use describe::fields;
pub use fields::{
    AGREEMENT, DAY, EXAMPLE, FINISHED, Fields, INITIATIVE, LESSON, Record, difference,
};
pub(in crate::domain) use fields::{ANSWER, FOCUS, record_of_fields};
pub use kind::Kind;
pub(in crate::domain) use tracked::{Tracked, record_of_tracked};
