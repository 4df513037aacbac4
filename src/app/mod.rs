//! Use cases, and the traits that the browser implements for them.
//!
//! A [`Repository`] is the one door to what is stored. Every change goes through a transaction in
//! which the derived rows are brought up to date, so a list can never disagree with the ledger.

mod drafts;
mod environment;
mod error;
pub mod lesson;
mod memory;
mod pen;
mod record;
mod repository;
mod rows;
mod settings;
mod sharing;
mod storage;
mod templates;
mod trash;

pub use drafts::{Draft, Resumable, Target};
pub use environment::{Clock, Ids};
pub use error::AppError;
pub use memory::MemoryStorage;
pub use record::{Access, Conflict, Opened, Summary};
pub use repository::{List, Opening, Page, Repository};
pub use rows::Position;
pub use settings::{Hand, Settings, Theme};
pub use sharing::{Backup, Imported, Scope};
pub use storage::{
    Answer, By, Pending, Reading, Row, Scan, Storage, StorageError, Store, Transactions, Work,
    Writing,
};
pub use templates::{Forms, Publication};
