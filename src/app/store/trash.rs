//! Out of sight, back again, or gone for good.

use serde_json::{Value, json};

use super::error::AppError;
use super::pen::Pen;
use super::record::Summary;
use super::repository::Repository;
use super::rows;
use super::storage::{By, Scan, Store, Transactions as _, Writing};
use crate::domain::record::{EXAMPLE, Kind};
use crate::ledger::{RecordId, Revision, RevisionId, RevisionSet};

/// How long what is in the trash can be restored.
const KEPT_MS: u64 = 30 * DAY_MS;

/// How much of it one look at the clock can count for.
const LOOK_MS: u64 = 10 * DAY_MS;

const DAY_MS: u64 = 24 * 3_600_000;

/// Under what name the store notes how long a record has lain in the trash.
fn lying(key: &str) -> String {
    format!("trash/{key}")
}

/// How long a record has lain in the trash, in milliseconds. What was restored and put there again, or
/// changed, begins anew.
async fn lain(tx: &dyn Writing, key: &str, changed: u64, now: u64) -> Result<u64, AppError> {
    let row = tx.get(Store::Meta, &lying(key)).await?;
    let note: Value = row.and_then(|row| serde_json::from_str(&row.value).ok()).unwrap_or_default();
    let number = |key: &str| note.get(key).and_then(Value::as_u64);
    let (Some(lain), Some(seen), true) =
        (number("lain"), number("seen"), number("of") == Some(changed))
    else {
        return Ok(0);
    };
    Ok(lain + now.saturating_sub(seen).min(LOOK_MS))
}

impl Repository {
    /// Puts a record, and for an initiative all that belongs to it, in the trash.
    /// Gives what was put there, for undo.
    ///
    /// # Errors
    /// The store refused, and everything is where it was.
    pub async fn delete(&self, rec: RecordId) -> Result<Vec<RecordId>, AppError> {
        self.move_all(self.with_dependents(rec).await?, true).await
    }

    /// Takes records out of the trash.
    ///
    /// # Errors
    /// The store refused, and everything is where it was.
    pub async fn restore(&self, records: Vec<RecordId>) -> Result<Vec<RecordId>, AppError> {
        self.move_all(records, false).await
    }

    /// Takes a record out of the trash, and with an initiative what went there with it.
    ///
    /// # Errors
    /// The store refused, and everything is where it was.
    pub async fn bring_back(&self, rec: RecordId) -> Result<Vec<RecordId>, AppError> {
        let trash = self.trash().await?;
        let since = trash.iter().find(|summary| summary.rec == rec).map(|summary| summary.changed);
        // What was put there by itself, before, was meant to be there.
        let within = self.tagged(&rows::within(rec)).await?;
        let along = within.iter().filter(|it| it.deleted && Some(it.changed) >= since);
        let records = std::iter::once(rec).chain(along.map(|summary| summary.rec));
        self.restore(records.collect()).await
    }

    /// What is in the trash, the latest first, as long as it can be restored.
    ///
    /// # Errors
    /// The store refused.
    pub async fn trash(&self) -> Result<Vec<Summary>, AppError> {
        let mut trash = self.tagged(rows::TRASH).await?;
        trash.retain(|summary| !summary.fields.0.is_empty());
        Ok(trash)
    }

    /// Empties what has lain in the trash of this device for thirty days: all that was ever written in
    /// it goes, and it is not offered any more. Call it at a start. Gives how many were emptied.
    ///
    /// That is less than [`Repository::erase`]: the word that it was deleted stays, and no other
    /// device is told to erase. So a file from one that still has it brings it back into the trash for
    /// thirty days, and one that was written on elsewhere comes back as what it is: nothing that
    /// somebody still works on is lost without a word.
    ///
    /// A clock may be years wrong, so the days are counted on this device from look to look, and one
    /// look counts for ten at most.
    ///
    /// # Errors
    /// The store refused, and everything is where it was.
    pub async fn empty_old_trash(&self) -> Result<u32, AppError> {
        let pen = self.pen().await?;
        self.storage()
            .write(async |tx| {
                let mut emptied = 0;
                for row in tx.scan(Store::Records, &Scan::all(By::Tag, rows::TRASH)).await? {
                    let summary = rows::summary(&row)?;
                    let draft = tx.get(Store::Drafts, &row.key).await?;
                    if summary.fields.0.is_empty() || draft.is_some() {
                        continue;
                    }
                    let lain = lain(tx, &row.key, summary.changed, pen.now).await?;
                    if lain < KEPT_MS {
                        let note = json!({ "of": summary.changed, "lain": lain, "seen": pen.now });
                        tx.put(Store::Meta, rows::meta_row(&lying(&row.key), &note)).await?;
                    } else {
                        Self::empty_in(tx, &pen, summary.rec).await?;
                        tx.delete(Store::Meta, &lying(&row.key)).await?;
                        emptied += 1;
                    }
                }
                Ok(emptied)
            })
            .await
    }

    /// Removes all revisions of a record in the trash but those that only say that it is there.
    async fn empty_in(tx: &dyn Writing, pen: &Pen, rec: RecordId) -> Result<(), AppError> {
        Self::drop_waiting(tx, rec).await?;
        let set = Self::revisions_of(tx, rec).await?;
        let Some(view) = set.view(rec).filter(|view| view.deleted) else { return Ok(()) };
        let is_word = |revision: &&Revision| {
            view.heads.contains(&revision.id()) && revision.body().change.is_empty()
        };
        let mut kept: Vec<Revision> = set.of(rec).filter(is_word).cloned().collect();
        let mut gone: Vec<RevisionId> = set.of(rec).map(Revision::id).collect();
        gone.retain(|id| kept.iter().all(|kept| kept.id() != *id));
        for id in &gone {
            tx.delete(Store::Revisions, &id.to_string()).await?;
        }
        let is_made_up = view.get(EXAMPLE).is_some_and(|value| value == &Value::Bool(true));
        if !is_made_up {
            Self::count_out(tx, u32::try_from(gone.len()).unwrap_or(u32::MAX)).await?;
        }
        if kept.len() < view.heads.len() {
            // A newer version may say other things in the same breath: then the word is said anew.
            kept.push(pen.mark(view, true)?);
        }
        Self::add(tx, RevisionSet::default(), kept).await
    }

    /// Removes a record and all it ever was, for good. Its id stays on a list that travels, so
    /// that a file with it does not bring it back (the right to erasure, GDPR article 17).
    ///
    /// # Errors
    /// The store refused, and nothing is erased.
    pub async fn erase(&self, rec: RecordId) -> Result<(), AppError> {
        self.erase_all(&[rec]).await
    }

    /// As [`Repository::erase`], of several records in one go.
    ///
    /// # Errors
    /// The store refused, and nothing is erased.
    pub async fn erase_all(&self, records: &[RecordId]) -> Result<(), AppError> {
        // The file that was made last holds what is to be gone: it is no backup any more.
        self.filed.set(self.filed.get().map(|_| 0));
        self.storage()
            .write(async |tx| {
                for rec in records {
                    Self::erase_in(tx, *rec).await?;
                }
                Ok(())
            })
            .await
    }

    pub(in crate::app) async fn erase_in(tx: &dyn Writing, rec: RecordId) -> Result<(), AppError> {
        let of = Scan::all(By::Tag, rows::revisions_of(rec));
        let found = tx.scan(Store::Revisions, &of).await?;
        for row in &found {
            tx.delete(Store::Revisions, &row.key).await?;
        }
        let row = tx.get(Store::Records, &rec.to_string()).await?;
        let summary = row.as_ref().map(rows::summary).transpose()?;
        let is_form = summary.as_ref().and_then(Summary::known_kind) == Some(Kind::Template);
        Self::note_forms(tx, is_form).await?;
        if summary.is_some_and(|summary| !summary.fields.flag(EXAMPLE)) {
            Self::count_out(tx, u32::try_from(found.len()).unwrap_or(u32::MAX)).await?;
        }
        tx.delete(Store::Records, &rec.to_string()).await?;
        Self::note_written(tx, rec).await?;
        tx.delete(Store::Meta, &lying(&rec.to_string())).await?;
        Self::drop_draft(tx, rec).await?;
        Self::drop_waiting(tx, rec).await?;
        tx.put(Store::Erased, rows::erased_row(rec)).await?;
        Ok(())
    }

    /// A record and what belongs to it and is not in the trash already.
    pub(in crate::app) async fn with_dependents(
        &self,
        rec: RecordId,
    ) -> Result<Vec<RecordId>, AppError> {
        let within = self.tagged(&rows::within(rec)).await?;
        let alive = within.iter().filter(|summary| !summary.deleted).map(|summary| summary.rec);
        Ok(std::iter::once(rec).chain(alive).collect())
    }

    pub(in crate::app) async fn move_all(
        &self,
        records: Vec<RecordId>,
        deleted: bool,
    ) -> Result<Vec<RecordId>, AppError> {
        let (pen, records) = (self.pen().await?, &records);
        self.storage()
            .write(async |tx| {
                let mut moved = Vec::new();
                for &rec in records {
                    Self::seal_in(tx, &pen, rec).await?;
                    let set = Self::revisions_of(tx, rec).await?;
                    let Some(view) = set.view(rec).filter(|view| view.deleted != deleted) else {
                        continue;
                    };
                    let revision = pen.mark(view, deleted)?;
                    Self::add(tx, set, vec![revision]).await?;
                    moved.push(rec);
                }
                Ok(moved)
            })
            .await
    }
}
