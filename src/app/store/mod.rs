//! What is stored: rows, records and their working copies, finding, history and the trash.

mod autosave;
mod catalog;
mod digest;
mod drafts;
mod effective;
mod environment;
mod error;
mod find;
pub mod history;
mod known_digests;
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
pub use drafts::{Resumable, Target};
pub(in crate::app) use effective::effective;
pub use environment::{Clock, Ids, Spawner, Timer};
pub use error::AppError;
pub use find::{Filter, Names, Query, Sort};
pub use memory::MemoryStorage;
pub(in crate::app) use pen::Pen;
pub use record::{Access, Backup, Conflict, Opened, Standing, Summary};
pub use repository::{List, Page, Repository};
pub use rows::Position;
pub(in crate::app) use rows::{WAITING, typed_key};
pub use storage::{
    Answer, By, Pending, Reading, Row, Scan, Storage, StorageError, Store, Transactions, Work,
    Writing,
};
