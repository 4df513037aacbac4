//! Taking the pupils' codes out of what stays when a school year ends.
//!
//! What a record was once is in its revisions, here and in every file. So a record that has ever held a code is
//! begun anew under another name, without codes and without what it was, and the old one is erased: the list of
//! erased names travels, and an old file brings nothing back. What somebody elsewhere still writes in the old one is
//! left out when their file comes, and they are told how much, as of all that is erased.

use std::collections::{BTreeMap, BTreeSet};

use crate::app::store::{
    AppError, By, Pen, Reading, Repository, Scan, Store, Summary, Transactions as _, Writing, rows,
};
use crate::domain::calendar::SchoolYear;
use crate::domain::record::{Fields, Kind};
use crate::domain::year::{holds_code, renamed, without_pupils};
use crate::ledger::{Change, RecordId, Revision, RevisionSet};

/// The kinds that stay when a school year ends and in which people write.
const WRITTEN: [Kind; 3] = [Kind::Initiative, Kind::Meeting, Kind::Lesson];

/// Whether a revision names a pupil by code, in what it sets or empties.
pub(super) fn names_pupil(revision: &Revision) -> bool {
    let change = &revision.body().change;
    change.set.iter().any(|(path, value)| holds_code(path, value))
        || change.unset.iter().any(|path| holds_code(path, &serde_json::Value::Null))
}

impl Repository {
    /// What stays of a school year and the ones before, and has or had a pupil's code in it.
    ///
    /// # Errors
    /// The store refused.
    pub(super) async fn with_codes(&self, year: SchoolYear) -> Result<Vec<Summary>, AppError> {
        let coded = self.storage().read(async |tx| Self::coded_in(tx).await).await?;
        let mut found = Vec::new();
        for kind in WRITTEN {
            let of_kind = self.of_year(kind, year).await?;
            found.extend(of_kind.into_iter().filter(|it| coded.contains(&it.rec)));
        }
        Ok(found)
    }

    /// The records of which some revision names a pupil.
    async fn coded_in(tx: &dyn Reading) -> Result<BTreeSet<RecordId>, AppError> {
        let mut coded = BTreeSet::new();
        for row in tx.scan(Store::Revisions, &Scan::all(By::Key, "")).await? {
            let revision = rows::revision(&row)?;
            if names_pupil(&revision) {
                coded.insert(revision.body().rec);
            }
        }
        Ok(coded)
    }

    /// Takes the pupils' codes out of what stays of a school year, and of what it was before. What belongs to
    /// it follows. Gives how many records were begun anew; `instead` stands for a code in what people wrote.
    ///
    /// # Errors
    /// The store refused, and nothing is changed.
    pub async fn take_codes_out(&self, year: SchoolYear, instead: &str) -> Result<usize, AppError> {
        self.seal_all().await?;
        let old = self.with_codes(year).await?;
        let names: BTreeMap<String, RecordId> =
            old.iter().map(|it| (it.rec.to_string(), self.new_record())).collect();
        let pen = self.pen().await?;
        // The file that was made last holds what is to be gone: it is no backup any more.
        self.filed.set(self.filed.get().map(|_| 0));
        self.storage()
            .write(async |tx| {
                let name_of = |name: &str| names.get(name).map(ToString::to_string);
                for row in tx.scan(Store::Records, &Scan::all(By::Key, "")).await? {
                    let summary = rows::summary(&row)?;
                    match (names.get(&row.key), summary.known_kind()) {
                        (Some(rec), Some(kind)) => {
                            let mut fields = without_pupils(&summary.fields, instead);
                            fields.0.extend(renamed(&fields, name_of).unwrap_or_default().0);
                            Self::begin_anew(tx, &pen, (*rec, kind), fields).await?;
                            Self::erase_in(tx, summary.rec).await?;
                        }
                        _ => Self::follow(tx, &pen, &summary, name_of).await?,
                    }
                }
                Ok(names.len())
            })
            .await
    }

    async fn begin_anew(
        tx: &dyn Writing,
        pen: &Pen,
        name: (RecordId, Kind),
        fields: Fields,
    ) -> Result<(), AppError> {
        let change = Change { set: fields.0, unset: BTreeSet::new() };
        let revision = pen.write(name, BTreeSet::new(), [], change)?;
        Self::add(tx, RevisionSet::default(), vec![revision]).await
    }

    /// What belongs to a record that goes on under another name says so. What is in the trash, or of a newer
    /// version, is left alone.
    async fn follow(
        tx: &dyn Writing,
        pen: &Pen,
        summary: &Summary,
        name_of: impl Fn(&str) -> Option<String>,
    ) -> Result<(), AppError> {
        let Some(changed) = renamed(&summary.fields, name_of) else { return Ok(()) };
        let Some(kind) = summary.known_kind().filter(|_| !summary.deleted) else { return Ok(()) };
        if Self::editable(summary).is_err() {
            return Ok(());
        }
        let set = Self::revisions_of(tx, summary.rec).await?;
        let Some(view) = set.view(summary.rec) else { return Ok(()) };
        let change = Change { set: changed.0, unset: BTreeSet::new() };
        let revision = pen.write((summary.rec, kind), view.heads, view.stamps, change)?;
        Self::add(tx, set, vec![revision]).await
    }
}
