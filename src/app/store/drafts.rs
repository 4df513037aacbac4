//! The working copy: what a person is writing, before it is a revision.
//!
//! New and edit take one road. Each save lays one tab's changes over the stored copy within one
//! transaction, so two tabs that write in different fields lose nothing to each other.
//!
//! It is kept in parts: a row for what it belongs to, and one for each path that has been written. A
//! save costs what was changed, not what has been written in all: after a lesson that is a thousand
//! notes and taps.

use serde_json::{Map, Value, json};

use super::effective::effective;
use super::error::AppError;
use super::pen::Pen;
use super::record::{Access, Opened, Summary};
use super::repository::Repository;
use super::rows::{self, is_waiting};
use super::storage::{By, Reading, Row, Scan, StorageError, Store, Transactions as _, Writing};
use crate::domain::record::{Fields, INITIATIVE, Kind};
use crate::ledger::{Change, Gather, Path, RecordId, RevisionId, in_order};

/// What a form writes to: a record, and what the person saw of it when the form was opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Target {
    /// The record; it may not exist yet.
    pub rec: RecordId,
    /// What kind of thing it is.
    pub kind: Kind,
    /// The heads that were seen, which the next revision follows.
    pub parents: Vec<RevisionId>,
}

/// A working copy.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// What it will be a revision of.
    pub target: Target,
    /// What has been written.
    pub change: Change,
    /// When it was last saved, in milliseconds since 1970.
    pub saved: u64,
}

/// A working copy with the values it would lead to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Resumable {
    /// The working copy.
    pub draft: Draft,
    /// The record's values with the working copy laid over them.
    pub fields: Fields,
    /// Whether the record exists besides it.
    pub sealed: bool,
}

impl Repository {
    /// Lays a change over the working copy, which is made if it is not there.
    /// Gives the time it was saved; `Ok` means that it has been committed.
    ///
    /// # Errors
    /// The store refused, or the record has been erased; nothing has been saved.
    pub async fn save_draft(&self, target: &Target, change: &Change) -> Result<u64, AppError> {
        let saved = self.clock().now();
        self.storage()
            .write(async |tx| {
                // A working copy of what must not come back could never be sealed, and every
                // export seals first.
                Self::not_erased(tx, target.rec).await?;
                let rec = target.rec;
                let mut head = match tx.get(Store::Drafts, &rec.to_string()).await? {
                    Some(row) => Draft::head(&row)?,
                    None => Draft { target: target.clone(), change: Change::default(), saved },
                };
                head.saved = saved;
                tx.put(Store::Drafts, head.row()).await?;
                for (path, value) in &change.set {
                    tx.put(Store::Drafts, part(rec, path, Some(value))).await?;
                }
                for path in &change.unset {
                    tx.put(Store::Drafts, part(rec, path, None)).await?;
                }
                Ok(saved)
            })
            .await
    }

    /// Makes the working copy a revision and removes it; `None` where it says nothing new.
    ///
    /// # Errors
    /// The store refused; the working copy is still there.
    pub async fn seal(&self, rec: RecordId) -> Result<Option<RevisionId>, AppError> {
        let pen = self.pen().await?;
        self.storage().write(async |tx| Self::seal_in(tx, &pen, rec).await).await
    }

    pub(in crate::app) async fn seal_in(
        tx: &dyn Writing,
        pen: &Pen,
        rec: RecordId,
    ) -> Result<Option<RevisionId>, AppError> {
        let Some(draft) = Self::take_draft(tx, rec).await? else { return Ok(None) };
        let set = Self::revisions_of(tx, rec).await?;
        let parents = draft.target.parents.iter().copied().gather();
        let change = effective(draft.change, &set, &parents);
        if change.is_empty() {
            return Ok(None);
        }
        let seen = set.of(rec).filter(|revision| parents.contains(&revision.id()));
        let stamps: Vec<_> = seen.map(|revision| revision.body().at).collect();
        let revision = pen.write((rec, draft.target.kind), parents, stamps, change)?;
        let id = revision.id();
        Self::add(tx, set, vec![revision]).await?;
        Ok(Some(id))
    }

    /// Seals every working copy, so that what leaves the device is all there is.
    ///
    /// # Errors
    /// The store refused; what is not sealed is still a working copy.
    pub async fn seal_all(&self) -> Result<(), AppError> {
        for resumable in self.drafts().await? {
            self.seal(resumable.draft.target.rec).await?;
        }
        Ok(())
    }

    /// Throws a working copy away and hands it out, so that this can be undone.
    ///
    /// # Errors
    /// The store refused.
    pub async fn discard_draft(&self, rec: RecordId) -> Result<Option<Draft>, AppError> {
        self.storage().write(async |tx| Self::take_draft(tx, rec).await).await
    }

    /// The working copy of a record.
    pub(super) async fn draft_of(
        tx: &dyn Reading,
        rec: RecordId,
    ) -> Result<Option<Draft>, AppError> {
        let rows = tx.scan(Store::Drafts, &Scan::all(By::Key, rec.to_string())).await?;
        Ok(Draft::all(&rows)?.pop())
    }

    /// Removes the working copy of a record and hands it out.
    async fn take_draft(tx: &dyn Writing, rec: RecordId) -> Result<Option<Draft>, AppError> {
        let rows = tx.scan(Store::Drafts, &Scan::all(By::Key, rec.to_string())).await?;
        // What cannot be read stays where it is.
        let draft = Draft::all(&rows)?.pop();
        Self::delete_draft(tx, rows).await?;
        Ok(draft)
    }

    /// Removes the working copy of a record, whether it can be read or not.
    pub(super) async fn drop_draft(tx: &dyn Writing, rec: RecordId) -> Result<(), AppError> {
        let rows = tx.scan(Store::Drafts, &Scan::all(By::Key, rec.to_string())).await?;
        Self::delete_draft(tx, rows).await
    }

    async fn delete_draft(tx: &dyn Writing, rows: Vec<Row>) -> Result<(), AppError> {
        for row in rows {
            tx.delete(Store::Drafts, &row.key).await?;
        }
        Ok(())
    }

    /// Every working copy, the latest first.
    ///
    /// # Errors
    /// The store refused.
    pub async fn drafts(&self) -> Result<Vec<Resumable>, AppError> {
        self.storage()
            .read(async |tx| {
                let mut found = Vec::new();
                let mut rows = tx.scan(Store::Drafts, &Scan::all(By::Key, "")).await?;
                rows.retain(|row| !is_waiting(row));
                for draft in Draft::all(&rows)? {
                    let record = tx.get(Store::Records, &draft.target.rec.to_string()).await?;
                    let summary = record.as_ref().map(rows::summary).transpose()?;
                    let sealed = summary.is_some();
                    let mut fields = summary.map(|summary| summary.fields).unwrap_or_default();
                    fields.apply(&draft.change);
                    found.push(Resumable { draft, fields, sealed });
                }
                Ok(in_order(found, |a, b| b.draft.saved.cmp(&a.draft.saved)))
            })
            .await
    }

    /// What a form on a record starts from: what it writes to, and the values with the working
    /// copy laid over them. `None` where neither is here.
    ///
    /// # Errors
    /// The store refused, or the record is only shown.
    pub async fn edit(
        &self,
        rec: RecordId,
        kind: Kind,
    ) -> Result<Option<(Target, Fields)>, AppError> {
        let Some((opened, fields)) = self.whole(rec).await? else { return Ok(None) };
        let parents = match opened {
            Some(opened) => {
                Self::editable(&opened.summary)?;
                opened.heads
            }
            None => Vec::new(),
        };
        Ok(Some((Target { rec, kind, parents }, fields)))
    }

    /// As [`Repository::edit`], with the values of the initiative that the record belongs to, or that a new one
    /// is asked for in. That initiative may be one that is only shown.
    ///
    /// # Errors
    /// As [`Repository::edit`].
    pub async fn edit_in(
        &self,
        rec: RecordId,
        kind: Kind,
        asked: Option<RecordId>,
    ) -> Result<(Option<(Target, Fields)>, Option<Fields>), AppError> {
        let known = self.edit(rec, kind).await?;
        let named = known.as_ref().and_then(|(_, fields)| fields.parsed(INITIATIVE));
        let initiative = match named.or(asked) {
            Some(initiative) => self.whole(initiative).await?,
            None => None,
        };
        Ok((known, initiative.map(|(_, fields)| fields)))
    }

    async fn whole(&self, rec: RecordId) -> Result<Option<(Option<Opened>, Fields)>, AppError> {
        if let Some(opened) = self.record(rec).await? {
            let fields = opened.fields();
            return Ok(Some((Some(opened), fields)));
        }
        let begun = self
            .storage()
            .read(async |tx| {
                let Some(draft) = Self::draft_of(tx, rec).await? else { return Ok(None) };
                let mut fields = Fields::default();
                fields.apply(&draft.change);
                Ok::<_, AppError>(Some((None, fields)))
            })
            .await?;
        if begun.is_some() {
            return Ok(begun);
        }
        // The page that it was begun on may have sealed it between the two looks.
        let opened = self.record(rec).await?;
        Ok(opened.map(|opened| (Some(opened.clone()), opened.fields())))
    }

    /// Refuses to write over what only a newer version understands.
    pub(in crate::app) fn editable(summary: &Summary) -> Result<(), AppError> {
        match summary.access {
            Access::Edit => Ok(()),
            Access::ReadOnly => Err(AppError::ReadOnly(summary.rec)),
        }
    }
}

/// The row of one path that has been written, or emptied. The path can hold what a person wrote, such
/// as a pupil's code, so the key says it by its digest alone.
fn part(rec: RecordId, path: &Path, value: Option<&Value>) -> Row {
    let key = format!("{rec}/{}", RevisionId::of(path));
    let part = match value {
        Some(value) => json!({ "path": path, "set": value }),
        None => json!({ "path": path }),
    };
    Row { key, tags: Vec::new(), value: part.to_string() }
}

impl Draft {
    /// The row of what it belongs to.
    fn row(&self) -> Row {
        let Target { rec, kind, parents } = &self.target;
        let value = json!({
            "type": kind.word(),
            "parents": parents.iter().map(ToString::to_string).collect::<Vec<_>>(),
            "set": self.change.set.clone().into_iter().gather::<Map<_, _>>(),
            "unset": self.change.unset,
            "saved": self.saved,
        });
        Row { key: rec.to_string(), tags: Vec::new(), value: value.to_string() }
    }

    /// The working copies of some rows, which stand in the order of their keys: each head is
    /// followed by its parts.
    fn all(rows: &[Row]) -> Result<Vec<Self>, StorageError> {
        let mut all: Vec<Self> = Vec::new();
        for row in rows {
            match row.key.split_once('/') {
                None => all.push(Self::head(row)?),
                Some((rec, _)) => {
                    let damaged = || StorageError::Damaged(row.key.clone());
                    let of = |draft: &&mut Self| draft.target.rec.to_string() == rec;
                    let draft = all.last_mut().filter(of).ok_or_else(damaged)?;
                    let json: Value = serde_json::from_str(&row.value).map_err(|_| damaged())?;
                    let path = json.get("path").and_then(Value::as_str).ok_or_else(damaged)?;
                    match json.get("set") {
                        Some(value) => {
                            draft.change.unset.remove(path);
                            draft.change.set.insert(path.to_owned(), value.clone());
                        }
                        None => {
                            draft.change.set.remove(path);
                            draft.change.unset.insert(path.to_owned());
                        }
                    }
                }
            }
        }
        Ok(all)
    }

    /// What a working copy belongs to. One that an earlier version kept has its words here, too.
    fn head(row: &Row) -> Result<Self, StorageError> {
        let damaged = || StorageError::Damaged(row.key.clone());
        let json: Value = serde_json::from_str(&row.value).map_err(|_| damaged())?;
        Self::from_json(&row.key, &json).ok_or_else(damaged)
    }

    fn from_json(key: &str, json: &Value) -> Option<Self> {
        let ids = json.get("parents")?.as_array()?.iter();
        let paths = json.get("unset")?.as_array()?.iter();
        Some(Self {
            target: Target {
                rec: key.parse().ok()?,
                kind: json.get("type")?.as_str()?.parse().ok()?,
                parents: ids.map(|id| id.as_str()?.parse().ok()).collect::<Option<_>>()?,
            },
            change: Change {
                set: json.get("set")?.as_object()?.clone().into_iter().gather(),
                unset: paths
                    .map(|path| Some(path.as_str()?.to_owned()))
                    .collect::<Option<Vec<_>>>()?
                    .into_iter()
                    .gather(),
            },
            saved: json.get("saved")?.as_u64()?,
        })
    }
}
