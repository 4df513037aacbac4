//! Out of sight, back again, or gone for good.

use super::error::AppError;
use super::record::Summary;
use super::repository::Repository;
use super::rows;
use super::storage::{By, Scan, Store, Transactions as _, Writing};
use crate::domain::{EXAMPLE, Kind};
use crate::ledger::RecordId;

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

    /// What is in the trash, the latest first.
    ///
    /// # Errors
    /// The store refused.
    pub async fn trash(&self) -> Result<Vec<Summary>, AppError> {
        self.tagged(rows::TRASH).await
    }

    /// Removes a record and all it ever was, for good. Its id stays on a list that travels, so
    /// that a file with it does not bring it back (the right to erasure, GDPR article 17).
    ///
    /// # Errors
    /// The store refused, and nothing is erased.
    pub async fn erase(&self, rec: RecordId) -> Result<(), AppError> {
        // The file that was made last holds what is to be gone: it is no backup any more.
        self.filed.set(self.filed.get().map(|_| 0));
        self.storage().write(async |tx| Self::erase_in(tx, rec).await).await
    }

    pub(super) async fn erase_in(tx: &dyn Writing, rec: RecordId) -> Result<(), AppError> {
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
        tx.delete(Store::Drafts, &rec.to_string()).await?;
        tx.put(Store::Erased, rows::erased_row(rec)).await?;
        Ok(())
    }

    /// A record and what belongs to it and is not in the trash already.
    pub(super) async fn with_dependents(&self, rec: RecordId) -> Result<Vec<RecordId>, AppError> {
        let within = self.tagged(&rows::within(rec)).await?;
        let alive = within.iter().filter(|summary| !summary.deleted).map(|summary| summary.rec);
        Ok(std::iter::once(rec).chain(alive).collect())
    }

    pub(super) async fn move_all(
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
