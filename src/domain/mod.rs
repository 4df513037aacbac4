//! The school's things and their rules, a room for each.
//!
//! Each kind of record is a plain type that is read from a record's values and written back as a
//! difference, so what this version does not know is never touched.

pub mod agreement;
pub mod built_in;
pub mod calendar;
pub mod example;
pub mod forms;
pub mod guide;
pub mod home;
pub mod initiative;
pub mod measurement;
pub mod observation;
pub mod plan;
pub mod record;
pub mod text;
pub mod voices;
pub mod year;
