//! Files that leave and enter the device. The format is described in `docs/file-format.md`.
//!
//! A plan (`plan`) is worked out by the same code before and while a file is taken in. A file
//! that asks for a newer reader is refused whole; a revision whose content does not have the
//! name it claims is left out, and offered as a new one. A file name never holds a title or a
//! class: those can hold a pupil's name. Notes and decisions never go into a calendar.

mod archive;
mod bundle;
mod calendar;
pub mod csv;
mod error;
mod faulty;
mod file_name;
mod plan;
mod read;
mod summary;
pub mod table;
mod write;

pub use archive::{Archive, ArchivePart, ArchiveSheet, write_archive};
pub use bundle::{About, FORMAT, Header, MAX_BYTES, READER, VERSION};
pub use calendar::{CalendarEntry, write_calendar};
pub use error::BundleError;
pub use faulty::FaultyForm;
pub use file_name::{archive_name, calendar_name, file_name, table_file_name};
pub use plan::{Plan, plan};
pub use read::{Incoming, read};
pub use summary::{
    Parts, SCHOOL_LENGTH, SchoolSummary, SummaryGoal, SummaryRow, read_summary, write_summary,
};
pub use write::write;
