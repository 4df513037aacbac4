//! Files that leave and enter the device. The format is described in `docs/file-format.md`.

mod bundle;
pub mod csv;
mod error;
mod file_name;
mod plan;
mod read;
pub mod table;
mod write;

pub use bundle::{About, FORMAT, Header, MAX_BYTES, READER, VERSION};
pub use error::BundleError;
pub use file_name::{file_name, table_file_name};
pub use plan::{Plan, plan};
pub use read::{Incoming, read};
pub use write::write;
