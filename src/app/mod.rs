//! Use cases, and the traits that the browser implements for them.
//!
//! A [`Repository`] is the one door to what is stored. Every change goes through a transaction in
//! which the derived rows are brought up to date, so a list can never disagree with the ledger.

mod across;
mod agreements;
mod archived;
pub mod autosave;
pub mod begin;
mod catalog;
mod code_free;
mod digest;
mod drafts;
pub mod entry;
mod environment;
mod error;
pub mod figures;
mod find;
pub mod gauge;
pub mod goals;
pub mod history;
mod kept;
pub mod lesson;
pub mod measured;
mod memory;
mod next_year;
mod pen;
pub mod phases;
mod plan;
mod plan_items;
pub mod pooled;
mod pupil_mode;
mod record;
mod repository;
mod rows;
mod series;
mod settings;
mod sharing;
mod storage;
pub mod surveyed;
mod templates;
mod trash;
mod typed_sheet;
mod waiting;
mod year_end;

pub use across::{AcrossLook, Due, What, in_time};
pub use agreements::{Agreed, is_observed, waiting};
pub use archived::{ArchivedInitiative, ArchivedYear};
pub use catalog::{Choosable, Found};
pub use digest::Digest;
pub use drafts::{Draft, Resumable, Target};
pub use environment::{Clock, Ids, Spawner, Timer};
pub use error::AppError;
pub use find::{Filter, Names, Query, Search, Sort};
pub use memory::MemoryStorage;
pub use next_year::{Move, NextYear, YearGone};
pub use plan::{Held, Standing};
pub use plan_items::{InitiativePlan, PlanItem};
pub use pupil_mode::PupilMode;
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
pub use typed_sheet::TypedSheet;
pub use waiting::{Closed, SheetRows};
pub use year_end::{CODES, Clearing, Coded, Open, YearEnd, ending, is_summer, summer_is_near};
