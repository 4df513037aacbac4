//! What is stored: rows, records and their working copies, finding, history and the trash.

mod autosave;
mod catalog;
mod digest;
mod drafts;
mod environment;
mod error;
mod find;
pub mod history;
mod memory;
mod pen;
mod record;
mod repository;
pub(in crate::app) mod rows;
mod storage;
mod trash;

pub use autosave::{Autosave, GATHER_MS, Means, OpenForms, RETRY_MS, Saving, Screen};
pub use catalog::{Choosable, Found};
pub use digest::Digest;
pub(in crate::app) use drafts::effective;
pub use drafts::{Draft, Resumable, Target};
pub use environment::{Clock, Ids, Spawner, Timer};
pub use error::AppError;
pub use find::{Filter, Names, Query, Search, Sort};
pub use memory::MemoryStorage;
pub(in crate::app) use pen::Pen;
pub use record::{Access, Conflict, Opened, Summary};
pub use repository::{List, Opening, Page, Repository};
pub use rows::Position;
pub use storage::{
    Answer, By, Pending, Reading, Row, Scan, Storage, StorageError, Store, Transactions, Work,
    Writing,
};
