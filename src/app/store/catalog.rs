//! The digests of all observations, kept in memory while somebody searches, and kept up to date: a note in
//! the store says which records were written last, here or in another tab.

use std::cell::RefCell;

use serde_json::{Value, json};

use super::digest::Digest;
use super::error::AppError;
use super::find::{Names, Query, Search, Sort, distinct, sorted};
use super::known_digests::Catalog;
use super::record::Summary;
use super::repository::Repository;
use super::rows::{self, Position};
use super::storage::{By, Reading, Row, Scan, Store, Transactions as _, Writing};
use crate::domain::initiative::Initiative;
use crate::domain::observation::Observation;
use crate::domain::record::{Kind, Record};
use crate::ledger::RecordId;

/// What was found of what was asked for.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Found {
    /// The first of them.
    pub items: Vec<Digest>,
    /// How many there are.
    pub total: usize,
}

/// What stands in the observations that can be chosen between.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Choosable {
    /// The initiatives.
    pub initiatives: Vec<Summary>,
    /// The classes and groups.
    pub classes: Vec<String>,
    /// Initials and codes.
    pub people: Vec<String>,
}

/// How many digests are read at a time. The page must be able to breathe in between.
const CHUNK: u32 = 250;

/// Under what name the store notes which records were written.
const WRITTEN: &str = "written";

/// How many of them it notes.
const NOTED: usize = 16;

impl Repository {
    /// Finds observations, at most `limit`. Those that were begun and never left stand first.
    ///
    /// # Errors
    /// The store refused.
    pub async fn find(
        &self,
        query: &Query,
        names: &Names,
        limit: usize,
    ) -> Result<Found, AppError> {
        let drafts = self.begun().await?;
        if query.is_everything() && query.sort() == Sort::Newest {
            return self.newest(drafts, limit).await;
        }
        let mut names = names.clone();
        for summary in self.tagged(&rows::of_kind(Kind::Initiative)).await? {
            names.add(summary.rec, Initiative::read(&summary.fields));
        }
        self.catch_up().await?;
        let catalog = self.catalog().borrow();
        let search = Search::new(query, &names);
        let all = drafts.iter().chain(catalog.known.values());
        let found = sorted(all.filter(|it| search.finds(it)).collect(), query.sort());
        let total = found.len();
        Ok(Found { items: found.into_iter().take(limit).cloned().collect(), total })
    }

    /// Every class and everybody in the observations, to choose between.
    ///
    /// # Errors
    /// The store refused.
    pub async fn choosable(&self) -> Result<Choosable, AppError> {
        let initiatives = self.tagged(&rows::of_kind(Kind::Initiative)).await?;
        self.catch_up().await?;
        let catalog = self.catalog().borrow();
        let all = || catalog.known.values();
        Ok(Choosable {
            initiatives,
            classes: distinct(all().map(|it| it.class.clone())),
            people: distinct(all().flat_map(|it| it.people.clone())),
        })
    }

    /// The list as it stands in the store: nothing has to be searched.
    async fn newest(&self, drafts: Vec<Digest>, limit: usize) -> Result<Found, AppError> {
        let prefix = rows::of_kind(Kind::Observation);
        let limit_rows = u32::try_from(limit).unwrap_or(u32::MAX);
        let scan = Scan::all(By::Tag, &prefix).page(None, limit_rows);
        self.storage()
            .read(async |tx| {
                let total = tx.count(Store::Records, By::Tag, &prefix).await? as usize;
                let rows = tx.scan(Store::Records, &scan).await?;
                let mut items = drafts.clone();
                for row in &rows {
                    items.push(rows::digest(row)?);
                }
                items.truncate(limit);
                Ok(Found { items, total: total + drafts.len() })
            })
            .await
    }

    /// Observations that are working copies alone: they are in no list yet.
    async fn begun(&self) -> Result<Vec<Digest>, AppError> {
        let drafts = self.drafts().await?.into_iter();
        let begun = drafts.filter(|it| !it.sealed && it.draft.target.kind == Observation::KIND);
        let digests = begun.map(|it| {
            let times = (it.draft.saved, it.draft.saved);
            Digest { is_draft: true, ..Digest::of_fields(it.draft.target.rec, &it.fields, times) }
        });
        Ok(digests.collect())
    }

    /// Reads what is not known yet, or has become another. Whoever searches next need not wait for it.
    ///
    /// # Errors
    /// The store refused.
    pub async fn catch_up(&self) -> Result<(), AppError> {
        loop {
            let (known, next) = {
                let catalog = self.catalog().borrow();
                (catalog.written.filter(|_| catalog.is_whole), catalog.next.clone())
            };
            let is_whole =
                self.storage().read(async |tx| self.step(tx, known, &next).await).await?;
            if is_whole {
                return Ok(());
            }
        }
    }

    /// One step of catching up. `known` is how far a whole catalog is. Gives whether all is known.
    async fn step(
        &self,
        tx: &dyn Reading,
        known: Option<u64>,
        next: &Option<Position>,
    ) -> Result<bool, AppError> {
        let (written, last) = noted(tx).await?;
        let Some(known) = known else {
            return self.read_on(tx, written, next).await;
        };
        let missing = usize::try_from(written.saturating_sub(known)).unwrap_or(usize::MAX);
        if missing > last.len() || written < known {
            self.catalog().replace(Catalog::default());
            return Ok(false);
        }
        for key in last.iter().rev().take(missing) {
            let row = tx.get(Store::Records, key).await?;
            let listed = row.as_ref().filter(|row| is_listed(row));
            let digest = listed.map(rows::digest).transpose()?;
            let mut catalog = self.catalog().borrow_mut();
            match (digest, key.parse()) {
                (Some(digest), _) => drop(catalog.known.insert(digest.rec, digest)),
                (None, Ok(rec)) => drop(catalog.known.remove(&rec)),
                (None, Err(_)) => {}
            }
        }
        self.catalog().borrow_mut().written = Some(written);
        Ok(true)
    }

    /// Reads the next chunk. Two who read at once read the same, and nothing is lost by it.
    async fn read_on(
        &self,
        tx: &dyn Reading,
        written: u64,
        next: &Option<Position>,
    ) -> Result<bool, AppError> {
        let prefix = rows::of_kind(Kind::Observation);
        let after = next.clone().map(|Position(tag)| tag);
        let scan = Scan::all(By::Tag, &prefix).page(after, CHUNK);
        let found = tx.scan(Store::Records, &scan).await?;
        let digests = found.iter().map(rows::digest).collect::<Result<Vec<_>, _>>()?;
        let mut catalog = self.catalog().borrow_mut();
        if catalog.is_whole {
            return Ok(false);
        }
        for digest in digests {
            catalog.known.insert(digest.rec, digest);
        }
        // What is written from the first chunk on is read again when all are here.
        catalog.written.get_or_insert(written);
        catalog.is_whole = found.len() < CHUNK as usize;
        catalog.next = found.last().and_then(|row| rows::position(row, &prefix));
        // One more step takes in what was written meanwhile.
        Ok(false)
    }

    /// Notes in the transaction that writes a record that it does.
    pub(super) async fn note_written(tx: &dyn Writing, rec: RecordId) -> Result<(), AppError> {
        let (written, mut last) = noted(tx).await?;
        last.push(rec.to_string());
        let from = last.len().saturating_sub(NOTED);
        let note = json!({ "count": written + 1, "last": last.split_off(from) });
        Ok(tx.put(Store::Meta, rows::meta_row(WRITTEN, &note)).await?)
    }

    fn catalog(&self) -> &RefCell<Catalog> {
        &self.catalog
    }
}

/// How many records have been written, and the last of them.
async fn noted(tx: &(impl Reading + ?Sized)) -> Result<(u64, Vec<String>), AppError> {
    let row = tx.get(Store::Meta, WRITTEN).await?;
    let note: Value = row.and_then(|row| serde_json::from_str(&row.value).ok()).unwrap_or_default();
    let last = note.get("last").and_then(Value::as_array).into_iter().flatten();
    let last = last.filter_map(Value::as_str).map(str::to_owned).collect();
    Ok((note.get("count").and_then(Value::as_u64).unwrap_or_default(), last))
}

/// Whether a row is in the list of observations, and not in the trash.
fn is_listed(row: &Row) -> bool {
    let prefix = rows::of_kind(Kind::Observation);
    row.tags.iter().any(|tag| tag.starts_with(&prefix))
}
