//! The one door to what is stored.

use std::cell::{Cell, RefCell};

use chrono::NaiveDate;
use serde_json::{Value, json};

use super::effective::effective;
use super::environment::{Clock, Ids};
use super::error::AppError;
use super::known_digests::Catalog;
use super::pen::Pen;
use super::record::{Conflict, Opened, Summary};
use super::rows::{self, Position};
use super::storage::{By, Reading, Scan, Storage, Store, Transactions as _, Writing};
use crate::domain::record::Kind;
use crate::ledger::{Change, Claim, DeviceId, Field, Path, RecordId, Revision, RevisionSet};

/// Everything a device knows, behind a store, a clock and a source of names.
pub struct Repository {
    storage: Box<dyn Storage>,
    clock: Box<dyn Clock>,
    ids: Box<dyn Ids>,
    author: RefCell<String>,
    /// How many revisions the last file with everything was made of; see `set_backed_up`.
    pub(in crate::app) filed: Cell<Option<u32>>,
    pub(super) catalog: RefCell<Catalog>,
}

/// What was found when the store was opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Opening {
    /// This device.
    pub device: DeviceId,
    /// Whether the store was made just now: a first visit, or everything was wiped.
    pub is_new: bool,
}

/// Which records a list shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum List {
    /// All of a kind.
    Kind(Kind),
    /// An initiative's records of a kind.
    Of(RecordId, Kind),
    /// Those of a kind that are about a day.
    On(NaiveDate, Kind),
    /// A lesson's records of a kind.
    For(RecordId, Kind),
    /// What was begun and not marked as done.
    Unfinished,
}

/// A part of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page {
    /// The records.
    pub items: Vec<Summary>,
    /// Hand it back to get what comes behind; `None` at the end.
    pub next: Option<Position>,
}

const DEVICE: &str = "device";

const LAYOUT: &str = "layout";

impl Repository {
    /// A repository over a store.
    pub fn new(
        storage: impl Storage + 'static,
        clock: impl Clock + 'static,
        ids: impl Ids + 'static,
    ) -> Self {
        let (storage, clock, ids) = (Box::new(storage), Box::new(clock), Box::new(ids));
        let (author, filed, catalog) = Default::default();
        Self { storage, clock, ids, author, filed, catalog }
    }

    /// Makes sure that the store can be used, that the device has a name, and that the derived rows
    /// are laid out as this version reads them.
    ///
    /// # Errors
    /// The store refused.
    pub async fn open(&self) -> Result<Opening, AppError> {
        let mut random = [0; 16];
        self.ids.random(&mut random);
        let fresh = DeviceId::new(random);
        self.storage
            .write(async |tx| {
                Self::bring_up_to_date(tx).await?;
                if let Some(row) = tx.get(Store::Meta, DEVICE).await? {
                    let known = serde_json::from_str::<String>(&row.value).ok();
                    if let Some(device) = known.and_then(|text| text.parse().ok()) {
                        return Ok(Opening { device, is_new: false });
                    }
                }
                tx.put(Store::Meta, rows::meta_row(DEVICE, &json!(fresh.to_string()))).await?;
                Ok(Opening { device: fresh, is_new: true })
            })
            .await
    }

    /// The initials that stand beside what is written from now on.
    pub fn set_author(&self, author: &str) {
        author.trim().clone_into(&mut self.author.borrow_mut());
    }

    /// A name for a record that is about to be written.
    pub fn new_record(&self) -> RecordId {
        let mut random = [0; 10];
        self.ids.random(&mut random);
        RecordId::new(self.clock.now(), random)
    }

    /// A short name for a thing inside a record: a note, a tap, a member of the team.
    /// Sorts by the time it was made.
    pub fn new_part(&self) -> String {
        let mut random = [0; 5];
        self.ids.random(&mut random);
        let tail: String = random.iter().map(|byte| format!("{byte:02x}")).collect();
        format!("{:011x}{tail}", self.clock.now())
    }

    /// The time, in milliseconds since 1970.
    pub fn now(&self) -> u64 {
        self.clock.now()
    }

    /// A part of a list, from the beginning or behind a position.
    ///
    /// # Errors
    /// The store refused; that is never an empty list.
    pub async fn list(
        &self,
        list: List,
        after: Option<Position>,
        limit: u32,
    ) -> Result<Page, AppError> {
        let prefix = list.prefix();
        let scan = Scan::all(By::Tag, &prefix)
            .page(after.map(|Position(tag)| tag), limit.saturating_add(1));
        self.storage
            .read(async |tx| {
                let mut found = tx.scan(Store::Records, &scan).await?;
                let more = found.len() > limit as usize;
                found.truncate(limit as usize);
                let last = found.last().and_then(|row| rows::position(row, &prefix));
                let items = found.iter().map(rows::summary).collect::<Result<_, _>>()?;
                Ok(Page { items, next: last.filter(|_| more) })
            })
            .await
    }

    /// How long a list is.
    ///
    /// # Errors
    /// The store refused.
    pub async fn count(&self, list: List) -> Result<u32, AppError> {
        let prefix = list.prefix();
        self.storage.read(async |tx| Ok(tx.count(Store::Records, By::Tag, &prefix).await?)).await
    }

    /// A record for a page, with its working copy; `None` where nothing of it is here.
    ///
    /// # Errors
    /// The store refused.
    pub async fn record(&self, rec: RecordId) -> Result<Option<Opened>, AppError> {
        self.storage
            .read(async |tx| {
                let set = Self::revisions_of(tx, rec).await?;
                let draft = Self::draft_of(tx, rec).await?;
                Ok(set.view(rec).map(|view| {
                    let parents = draft.as_ref().map(|draft| draft.target.parents.clone());
                    Opened {
                        summary: Summary::of(&view),
                        heads: parents.unwrap_or_else(|| view.heads.iter().copied().collect()),
                        draft: draft.map(|draft| draft.change),
                        conflicts: view.conflicts().map(Conflict::of).collect(),
                    }
                }))
            })
            .await
    }

    /// The records where a person has to choose.
    ///
    /// # Errors
    /// The store refused.
    pub async fn conflicts(&self) -> Result<Vec<Summary>, AppError> {
        self.tagged(rows::CONFLICTS).await
    }

    /// Chooses one of several values. What was not chosen stays in the history.
    ///
    /// # Errors
    /// The store refused, or the record is only shown.
    pub async fn resolve(
        &self,
        rec: RecordId,
        path: &Path,
        chosen: &Claim,
    ) -> Result<(), AppError> {
        let pen = self.pen().await?;
        let mut change = Change::default();
        match &chosen.value {
            Some(value) => drop(change.set.insert(path.clone(), value.clone())),
            None => drop(change.unset.insert(path.clone())),
        }
        self.storage
            .write(async |tx| {
                Self::seal_in(tx, &pen, rec).await?;
                let set = Self::revisions_of(tx, rec).await?;
                let view = set.view(rec).ok_or(AppError::NoRecord(rec))?;
                let summary = Summary::of(&view);
                Self::editable(&summary)?;
                let kind = summary.known_kind().ok_or(AppError::ReadOnly(rec))?;
                let change = effective(change.clone(), &set, &view.heads);
                if change.is_empty() {
                    return Ok(());
                }
                let revision = pen.write((rec, kind), view.heads, view.stamps, change)?;
                Self::add(tx, set, vec![revision]).await
            })
            .await
    }

    /// Says that a deletion which met other people's writing was not meant: the record stays.
    ///
    /// # Errors
    /// The store refused.
    pub async fn keep(&self, rec: RecordId) -> Result<(), AppError> {
        let pen = self.pen().await?;
        self.storage
            .write(async |tx| {
                let set = Self::revisions_of(tx, rec).await?;
                let view = set.view(rec).ok_or(AppError::NoRecord(rec))?;
                Self::add(tx, set, vec![pen.mark(view, false)?]).await
            })
            .await
    }

    /// A fact about the device.
    ///
    /// # Errors
    /// The store refused.
    pub async fn fact(&self, name: &str) -> Result<Option<Value>, AppError> {
        self.storage
            .read(async |tx| {
                let row = tx.get(Store::Meta, name).await?;
                Ok(row.and_then(|row| serde_json::from_str(&row.value).ok()))
            })
            .await
    }

    /// Remembers a fact about the device.
    ///
    /// # Errors
    /// The store refused.
    pub async fn set_fact(&self, name: &str, value: &Value) -> Result<(), AppError> {
        self.storage
            .write(async |tx| Ok(tx.put(Store::Meta, rows::meta_row(name, value)).await?))
            .await
    }

    /// How many rows the store keeps in all, of whatever kind. It is not opened for that, so an empty one
    /// stays empty.
    ///
    /// # Errors
    /// The store refused.
    pub async fn rows_kept(&self) -> Result<u32, AppError> {
        self.storage
            .read(async |tx| {
                let mut kept = 0;
                for store in Store::ALL {
                    kept += tx.count(store, By::Key, "").await?;
                }
                Ok(kept)
            })
            .await
    }

    pub(in crate::app) fn storage(&self) -> &dyn Storage {
        &*self.storage
    }

    pub(in crate::app) fn clock(&self) -> &dyn Clock {
        &*self.clock
    }

    pub(in crate::app) fn ids(&self) -> &dyn Ids {
        &*self.ids
    }

    pub(in crate::app) fn author(&self) -> String {
        self.author.borrow().clone()
    }

    /// What this device writes with.
    pub(in crate::app) async fn pen(&self) -> Result<Pen, AppError> {
        Ok(Pen { device: self.device().await?, now: self.clock.now(), author: self.author() })
    }

    pub(in crate::app) async fn device(&self) -> Result<DeviceId, AppError> {
        match self.fact(DEVICE).await? {
            Some(Value::String(text)) => Ok(text.parse()?),
            _ => Ok(self.open().await?.device),
        }
    }

    /// Derives every record's row anew where an earlier version laid them out. That version may have
    /// kept records it did not know, which this one reads.
    async fn bring_up_to_date(tx: &dyn Writing) -> Result<(), AppError> {
        let layout = rows::meta_row(LAYOUT, &json!(rows::LAYOUT));
        if tx.get(Store::Meta, LAYOUT).await?.is_some_and(|known| known.value == layout.value) {
            return Ok(());
        }
        for row in tx.scan(Store::Records, &Scan::all(By::Key, "")).await? {
            tx.delete(Store::Records, &row.key).await?;
        }
        let revisions = tx.scan(Store::Revisions, &Scan::all(By::Key, "")).await?;
        // A row that cannot be read must not keep the rest away; whoever opens its record hears of it.
        let set: RevisionSet =
            revisions.iter().filter_map(|row| rows::revision(row).ok()).collect();
        for view in set.records().filter_map(|rec| set.view(rec)) {
            tx.put(Store::Records, rows::record_row(&view)).await?;
        }
        Ok(tx.put(Store::Meta, layout).await?)
    }

    /// All records with a tag that begins so.
    pub(in crate::app) async fn tagged(&self, prefix: &str) -> Result<Vec<Summary>, AppError> {
        let scan = Scan::all(By::Tag, prefix);
        self.storage
            .read(async |tx| {
                let found = tx.scan(Store::Records, &scan).await?;
                Ok(found.iter().map(rows::summary).collect::<Result<_, _>>()?)
            })
            .await
    }

    /// The revisions of one record.
    pub(in crate::app) async fn revisions_of(
        tx: &dyn Reading,
        rec: RecordId,
    ) -> Result<RevisionSet, AppError> {
        let scan = Scan::all(By::Tag, rows::revisions_of(rec));
        let found = tx.scan(Store::Revisions, &scan).await?;
        Ok(found.iter().map(rows::revision).collect::<Result<_, _>>()?)
    }

    /// Refuses what must not come back.
    pub(in crate::app) async fn not_erased(
        tx: &dyn Writing,
        rec: RecordId,
    ) -> Result<(), AppError> {
        match tx.get(Store::Erased, &rec.to_string()).await? {
            Some(_) => Err(AppError::NoRecord(rec)),
            None => Ok(()),
        }
    }

    /// Adds revisions of one record to `set`, the ones it has, and brings its row up to date.
    pub(in crate::app) async fn add(
        tx: &dyn Writing,
        mut set: RevisionSet,
        revisions: Vec<Revision>,
    ) -> Result<(), AppError> {
        Self::note_forms(tx, revisions.iter().any(|it| it.body().kind == Kind::Template.word()))
            .await?;
        for revision in revisions {
            Self::not_erased(tx, revision.body().rec).await?;
            tx.put(Store::Revisions, rows::revision_row(&revision)).await?;
            set.insert(revision);
        }
        for view in set.records().filter_map(|rec| set.view(rec)) {
            tx.put(Store::Records, rows::record_row(&view)).await?;
            Self::note_written(tx, view.rec).await?;
        }
        Ok(())
    }
}

impl List {
    pub(in crate::app) fn prefix(self) -> String {
        match self {
            Self::Kind(kind) => rows::of_kind(kind),
            Self::Of(initiative, kind) => rows::of_initiative(initiative, kind),
            Self::On(day, kind) => format!("{}{}-", rows::of_kind(kind), rows::day_order(day)),
            Self::For(lesson, kind) => rows::of_lesson(lesson, kind),
            Self::Unfinished => rows::UNFINISHED.to_owned(),
        }
    }
}

impl Conflict {
    fn of((path, field): (&Path, &Field)) -> Self {
        Self { path: path.clone(), claims: field.claims().cloned().collect() }
    }
}
