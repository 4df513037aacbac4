//! Making a file of what is here, and taking in the files of others.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use serde_json::{Value, json};

use crate::app::store::{
    AppError, Backup, By, Reading, Repository, Row, Scan, Store, Transactions as _, Writing, rows,
};
use crate::domain::example::example;
use crate::domain::record::{Fields, Kind};
use crate::domain::text::Lang;
use crate::exchange::{About, Header, Incoming, Plan, plan, write};
use crate::ledger::{Gather, RecordId, RevisionSet};

/// What a file is to hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Scope {
    /// Everything, or one initiative.
    pub about: About,
    /// Whether the made-up records come along.
    pub with_examples: bool,
}

/// What taking files in has done.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Imported {
    /// What happened; the same plan that was shown first, worked out anew.
    pub plan: Plan,
}

const EXPORTED: &str = "exported";

impl Repository {
    /// The text of a file, and what it holds. Working copies are sealed first.
    ///
    /// # Errors
    /// The store refused.
    pub async fn export(&self, scope: Scope, app: &str) -> Result<(String, RevisionSet), AppError> {
        self.seal_all().await?;
        let set = self.collect(scope).await?;
        Ok((self.write_out(scope.about, &set, app).await?, set))
    }

    /// The text of a file with a set.
    pub(in crate::app) async fn write_out(
        &self,
        about: About,
        set: &RevisionSet,
        app: &str,
    ) -> Result<String, AppError> {
        let made = i64::try_from(self.clock().now()).ok().and_then(DateTime::from_timestamp_millis);
        let header = Header {
            app: app.to_owned(),
            made: made.unwrap_or(DateTime::<Utc>::UNIX_EPOCH),
            device: self.device().await?,
            author: self.author(),
            about,
        };
        Ok(write(&header, set)?)
    }

    /// Remembers that a file with everything has been made and handed to the person.
    ///
    /// # Errors
    /// The store refused.
    pub async fn set_backed_up(&self) -> Result<(), AppError> {
        let now = self.clock().now();
        // A file is made before it is handed over, and what came in between is not in it.
        let filed = self.filed.take();
        self.storage()
            .write(async |tx| {
                let count = match filed {
                    Some(count) => count,
                    None => Self::worth_keeping(tx).await?,
                };
                let value = json!({ "at": now, "revisions": count });
                Ok(tx.put(Store::Meta, rows::meta_row(EXPORTED, &value)).await?)
            })
            .await
    }

    /// Counts revisions that are gone out of the backup, so that as many new ones do not look as
    /// if they were in it.
    pub(in crate::app) async fn count_out(tx: &dyn Writing, gone: u32) -> Result<(), AppError> {
        let Some(row) = tx.get(Store::Meta, EXPORTED).await? else { return Ok(()) };
        let fact: Option<Value> = serde_json::from_str(&row.value).ok();
        let Some((mut fact, count)) = fact.and_then(|fact| {
            let count = fact.get("revisions")?.as_u64()?;
            Some((fact, count))
        }) else {
            return Ok(());
        };
        fact["revisions"] = json!(count.saturating_sub(u64::from(gone)));
        Ok(tx.put(Store::Meta, rows::meta_row(EXPORTED, &fact)).await?)
    }

    /// How many revisions are here that a backup is for: all but the made-up ones.
    async fn worth_keeping(tx: &dyn Reading) -> Result<u32, AppError> {
        let mut count = tx.count(Store::Revisions, By::Key, "").await?;
        for row in tx.scan(Store::Records, &Scan::all(By::Tag, rows::EXAMPLES)).await? {
            let of = rows::revisions_of(rows::summary(&row)?.rec);
            count = count.saturating_sub(tx.count(Store::Revisions, By::Tag, &of).await?);
        }
        Ok(count)
    }

    /// How well what is here is backed up. The made-up records do not count.
    ///
    /// # Errors
    /// The store refused.
    pub async fn backup(&self) -> Result<Backup, AppError> {
        let fact = self.fact(EXPORTED).await?;
        let number = |key: &str| fact.as_ref()?.get(key)?.as_u64();
        let then = number("revisions").and_then(|count| u32::try_from(count).ok());
        self.storage()
            .read(async |tx| {
                let count = Self::worth_keeping(tx).await?;
                let since = count.saturating_sub(then.unwrap_or_default());
                Ok(Backup { made: number("at"), since })
            })
            .await
    }

    /// What taking files in would do. Nothing is changed.
    ///
    /// # Errors
    /// The store refused.
    pub async fn preview(&self, files: &[Incoming], take_altered: bool) -> Result<Plan, AppError> {
        self.storage()
            .read(async |tx| {
                let here = Self::spoken_of(tx, files).await?;
                Ok(plan(&here, files, take_altered))
            })
            .await
    }

    /// Takes files in, in one transaction.
    ///
    /// # Errors
    /// The store refused, and nothing has been taken in.
    pub async fn import(
        &self,
        files: &[Incoming],
        take_altered: bool,
    ) -> Result<Imported, AppError> {
        self.storage()
            .write(async |tx| {
                let here = Self::spoken_of(tx, files).await?;
                let plan = plan(&here, files, take_altered);
                for rec in plan.additions.erased() {
                    Self::erase_in(tx, *rec).await?;
                }
                for rec in plan.additions.records() {
                    let known = here.of(rec).cloned().collect();
                    let added = plan.additions.of(rec).cloned().collect();
                    Self::add(tx, known, added).await?;
                }
                Ok(Imported { plan })
            })
            .await
    }

    /// Puts the made-up initiative in the store.
    ///
    /// # Errors
    /// The store refused.
    pub async fn add_example(&self, lang: Lang) -> Result<(), AppError> {
        let (today, midnight) = (self.clock().today(), self.clock().midnight());
        let records = example(lang, today, midnight, || self.new_record());
        self.make_each(records).await?;
        Ok(())
    }

    /// Puts every made-up record in the trash. Gives what was put there, for undo.
    ///
    /// # Errors
    /// The store refused, and the example is where it was.
    pub async fn remove_example(&self) -> Result<Vec<RecordId>, AppError> {
        let mut records = BTreeSet::new();
        for summary in self.tagged(rows::EXAMPLES).await? {
            if !summary.deleted {
                records.extend(self.with_dependents(summary.rec).await?);
            }
        }
        self.move_all(records.into_iter().collect(), true).await
    }

    /// Whether the example is here, outside the trash.
    ///
    /// # Errors
    /// The store refused.
    pub async fn has_example(&self) -> Result<bool, AppError> {
        Ok(self.tagged(rows::EXAMPLES).await?.iter().any(|summary| !summary.deleted))
    }

    /// The revisions a file is to hold.
    async fn collect(&self, scope: Scope) -> Result<RevisionSet, AppError> {
        self.storage()
            .read(async |tx| {
                let found = match scope.about {
                    About::Everything => tx.scan(Store::Revisions, &Scan::all(By::Key, "")).await?,
                    About::Initiative(rec) => Self::of_initiative(tx, rec).await?,
                    About::Template(rec) => Self::of_record(tx, rec).await?,
                };
                let mut set: RevisionSet =
                    found.iter().map(rows::revision).collect::<Result<_, _>>()?;
                if scope.about == About::Everything {
                    self.filed.set(Some(Self::worth_keeping(tx).await?));
                    for row in tx.scan(Store::Erased, &Scan::all(By::Key, "")).await? {
                        if let Ok(rec) = row.key.parse() {
                            set.erase(rec);
                        }
                    }
                }
                if !scope.with_examples {
                    let made_up = Scan::all(By::Tag, rows::EXAMPLES);
                    let examples = tx.scan(Store::Records, &made_up).await?;
                    let examples = examples.into_iter().map(|row| row.key).gather();
                    set = without(set, &examples);
                }
                Ok(set)
            })
            .await
    }

    /// An initiative, what belongs to it, and the school's own forms that any of it is filled in
    /// with: whoever gets the file can open all of it.
    async fn of_initiative(tx: &dyn Reading, rec: RecordId) -> Result<Vec<Row>, AppError> {
        let within = tx.scan(Store::Records, &Scan::all(By::Tag, rows::within(rec))).await?;
        let mut records: BTreeSet<RecordId> = BTreeSet::from([rec]);
        for row in within {
            let summary = rows::summary(&row)?;
            // What is for its writer alone leaves in a copy of everything and in nothing else.
            if summary.known_kind().is_some_and(Kind::is_private) {
                continue;
            }
            records.extend(row.key.parse::<RecordId>());
            records.extend(summary.fields.template().and_then(|it| it.own_record()));
        }
        let mut found = Vec::new();
        for rec in records {
            found.extend(Self::of_record(tx, rec).await?);
        }
        Ok(found)
    }

    async fn of_record(tx: &dyn Reading, rec: RecordId) -> Result<Vec<Row>, AppError> {
        Ok(tx.scan(Store::Revisions, &Scan::all(By::Tag, rows::revisions_of(rec))).await?)
    }

    /// What is here of the records that files speak of, and everything that was erased.
    async fn spoken_of(tx: &dyn Reading, files: &[Incoming]) -> Result<RevisionSet, AppError> {
        let revisions = files.iter().flat_map(|file| file.intact.iter().chain(&file.altered));
        let mut records: BTreeSet<RecordId> = revisions.map(|rev| rev.body().rec).gather();
        records.extend(files.iter().flat_map(|file| &file.erased));
        let mut here = RevisionSet::default();
        for rec in records {
            here.union(Self::revisions_of(tx, rec).await?);
        }
        for row in tx.scan(Store::Erased, &Scan::all(By::Key, "")).await? {
            if let Ok(rec) = row.key.parse() {
                here.erase(rec);
            }
        }
        Ok(here)
    }
}

impl Imported {
    /// What a record is called now, for the list of what happened.
    pub fn fields(&self, rec: RecordId) -> Option<(String, Fields)> {
        self.plan.after.view(rec).map(|view| (view.kind.clone(), Fields(view.values())))
    }
}

fn without(set: RevisionSet, records: &BTreeSet<String>) -> RevisionSet {
    let mut rest: RevisionSet = set
        .iter()
        .filter(|revision| !records.contains(&revision.body().rec.to_string()))
        .cloned()
        .collect();
    set.erased().iter().for_each(|rec| rest.erase(*rec));
    rest
}
