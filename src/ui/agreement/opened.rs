//! An agreement that has been opened, with what is shown beside it.

use std::rc::Rc;

use crate::app::store::{Access, AppError, Summary, Target};
use crate::domain::agreement::Agreement;
use crate::domain::initiative::Initiative;
use crate::domain::record::{Kind, Record as _};
use crate::ledger::RecordId;
use crate::ui::shell::Store;

/// Everything the pages of an agreement start from.
#[derive(Debug, Clone, PartialEq)]
pub struct OpenedAgreement {
    /// What the form writes to, and the values that are here; none for a new one.
    pub target: Target,
    pub fields: Option<Agreement>,
    pub initiative: Option<(RecordId, Initiative)>,
    /// What was begun from it.
    pub observations: Vec<Summary>,
    pub conflicts: usize,
    pub readonly: bool,
    pub deleted: bool,
}

/// Reads an agreement, and the initiative it belongs to or that is asked for.
pub async fn look(
    store: Rc<Store>,
    rec: RecordId,
    asked: Option<RecordId>,
) -> Result<OpenedAgreement, AppError> {
    let record = store.record(rec).await?;
    let readonly = record.as_ref().is_some_and(|it| it.summary.access == Access::ReadOnly);
    let fields = match (&record, readonly) {
        (Some(record), true) => {
            let parents = record.heads.clone();
            Some((Target { rec, kind: Kind::Agreement, parents }, record.fields()))
        }
        _ => store.edit(rec, Kind::Agreement).await?,
    };
    let (target, fields) = match fields {
        Some((target, fields)) => (target, Some(Agreement::read(&fields))),
        None => (Target { rec, kind: Kind::Agreement, parents: Vec::new() }, None),
    };
    let of = fields.as_ref().and_then(Agreement::initiative).or(asked);
    let initiative = match of {
        Some(of) => store.record(of).await?.map(|it| (of, Initiative::read(&it.fields()))),
        None => None,
    };
    Ok(OpenedAgreement {
        target,
        fields,
        initiative,
        observations: store.begun_from(rec).await?,
        conflicts: record.as_ref().map_or(0, |record| record.conflicts.len()),
        readonly,
        deleted: record.as_ref().is_some_and(|it| it.summary.deleted),
    })
}
