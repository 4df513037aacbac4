//! What is stored: rows, records and their working copies, finding, history and the trash.
//!
//! `storage` is a trait of transactions over five tables of rows: a key, a few tags and one
//! value. **What a person wrote stands in the value alone**, so that it can be locked with a
//! key; keys and tags hold ids, kinds and days. `rows` is the only place that knows how things
//! are laid out. Lists are scans along a tag that sorts the newest first, a page at a time.
//!
//! Every use case is one transaction over `revisions` and the derived `records` together, so a
//! list can never disagree with the ledger, and two tabs can never interleave. A working copy
//! is a row for what it belongs to and one for each path that was written (`drafts`): a save
//! costs what was changed. The value of an observation's derived row begins with a line that
//! lists and searches read alone (`digest`); `find` folds letters so that `å` is found as `aa`.
//! What has lain in the trash for thirty days is emptied at a start: its bodies go, the word
//! that it was deleted stays, and no other device is told to erase anything.

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
