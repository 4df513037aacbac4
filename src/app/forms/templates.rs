//! The school's own forms: made as a copy, published in versions, found by whoever needs them.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use crate::app::store::{
    AppError, Reading, Repository, Store, Summary, Transactions as _, Writing, rows,
};
use crate::domain::forms::{Problem, Template, TemplateDraft};
use crate::domain::record::{Fields, Kind, Record as _};
use crate::ledger::{Change, RecordId, RevisionSet};

/// What has been published here, for all who fill in and read.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Forms {
    /// Every version that can be used.
    pub templates: Vec<Template>,
    /// The families that lie in the trash: not to be chosen, and opened all the same.
    pub retired: Vec<String>,
    /// What tells these from what is here later; see [`Repository::forms_stamp`].
    pub stamp: u64,
}

/// What came of publishing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Publication {
    /// There is a new version.
    Made(Template),
    /// The last version says it all.
    NothingNew,
    /// These are in the way, and nothing has been published.
    Problems(Vec<Problem>),
}

/// The fact that counts how often forms have been stored.
const STAMP: &str = "forms";

impl Repository {
    /// Makes a form of the school's own and gives its name.
    ///
    /// # Errors
    /// The store refused.
    pub async fn add_template(&self, draft: &TemplateDraft) -> Result<RecordId, AppError> {
        let rec = self.new_record();
        let pen = self.pen().await?;
        let change = Change { set: draft.write().0, unset: BTreeSet::new() };
        self.storage()
            .write(async |tx| {
                let kind = (rec, Kind::Template);
                let revision = pen.write(kind, BTreeSet::new(), [], change.clone())?;
                Self::add(tx, RevisionSet::default(), vec![revision]).await?;
                Ok(rec)
            })
            .await
    }

    /// Publishes what is written of a form as its next version. What was being written is sealed
    /// first, in the same transaction.
    ///
    /// # Errors
    /// The store refused, or the record is only shown; nothing has been published.
    pub async fn publish(&self, rec: RecordId) -> Result<Publication, AppError> {
        let (pen, tag) = (self.pen().await?, self.new_part());
        self.storage()
            .write(async |tx| {
                Self::seal_in(tx, &pen, rec).await?;
                let set = Self::revisions_of(tx, rec).await?;
                let view = set.view(rec).ok_or(AppError::NoRecord(rec))?;
                Self::editable(&Summary::of(&view))?;
                let before = Fields(view.values());
                let mut draft = TemplateDraft::read(&before);
                if !draft.has_news() {
                    return Ok(Publication::NothingNew);
                }
                let template = match draft.publish(rec, &tag) {
                    Ok(template) => template,
                    Err(problems) => return Ok(Publication::Problems(problems)),
                };
                let change = before.change_to(draft.write());
                let revision = pen.write((rec, Kind::Template), view.heads, view.stamps, change)?;
                Self::add(tx, set, vec![revision]).await?;
                Ok(Publication::Made(template))
            })
            .await
    }

    /// The school's own forms that are not in the trash, by the time they were made.
    ///
    /// # Errors
    /// The store refused.
    pub async fn own_templates(&self) -> Result<Vec<Summary>, AppError> {
        let all = self.tagged(rows::FORMS).await?;
        Ok(all.into_iter().filter(|summary| !summary.deleted).collect())
    }

    /// A number that is another one whenever a form has been stored. Cheap to ask for.
    ///
    /// # Errors
    /// The store refused.
    pub async fn forms_stamp(&self) -> Result<u64, AppError> {
        self.storage().read(async |tx| Self::stamp(tx).await).await
    }

    /// Everything that has been published, for opening what is filled in and for choosing.
    ///
    /// # Errors
    /// The store refused.
    pub async fn forms(&self) -> Result<Forms, AppError> {
        let stamp = self.forms_stamp().await?;
        let mut forms = Forms { stamp, ..Forms::default() };
        for summary in self.tagged(rows::FORMS).await? {
            let published = TemplateDraft::read(&summary.fields).published().into_iter();
            let published: Vec<Template> = published.filter_map(|it| it.template.ok()).collect();
            if let (true, Some(template)) = (summary.deleted, published.first()) {
                forms.retired.push(template.family().to_owned());
            }
            forms.templates.extend(published);
        }
        Ok(forms)
    }

    async fn stamp(tx: &dyn Reading) -> Result<u64, AppError> {
        let row = tx.get(Store::Meta, STAMP).await?;
        let fact = row.and_then(|row| serde_json::from_str::<Value>(&row.value).ok());
        Ok(fact.and_then(|fact| fact.as_u64()).unwrap_or_default())
    }

    /// Remembers that a form has been stored, where one has.
    pub(in crate::app) async fn note_forms(tx: &dyn Writing, stored: bool) -> Result<(), AppError> {
        if stored {
            let count = Self::stamp(tx).await?;
            tx.put(Store::Meta, rows::meta_row(STAMP, &json!(count + 1))).await?;
        }
        Ok(())
    }
}
