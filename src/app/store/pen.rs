//! Who writes, where and when: what every revision of this device has in common.

use std::collections::BTreeSet;

use crate::domain::record::Kind;
use crate::ledger::{
    Body, Change, DeviceId, LedgerError, RecordId, Revision, RevisionId, Stamp, View, next_stamp,
};

/// Writes revisions in the name of this device and person.
#[derive(Debug, Clone)]
pub struct Pen {
    /// This device.
    pub device: DeviceId,
    /// The time, in milliseconds since 1970.
    pub now: u64,
    /// The person's initials; may be empty.
    pub author: String,
}

impl Pen {
    /// A revision in the newest schema of a kind, after `parents` that bear the stamps `seen`.
    pub fn write(
        &self,
        (rec, kind): (RecordId, Kind),
        parents: BTreeSet<RevisionId>,
        seen: impl IntoIterator<Item = Stamp>,
        change: Change,
    ) -> Result<Revision, LedgerError> {
        Revision::write(Body {
            rec,
            kind: kind.word().to_owned(),
            schema: kind.schema(),
            parents,
            at: next_stamp(self.now, seen),
            device: self.device,
            author: self.author.clone(),
            change,
            deleted: false,
        })
    }

    /// A revision that changes no value: it only says whether the record is in the trash. Works
    /// for records that this version does not know, too.
    pub fn mark(&self, view: View, deleted: bool) -> Result<Revision, LedgerError> {
        Revision::write(Body {
            rec: view.rec,
            kind: view.kind,
            schema: view.schema,
            parents: view.heads,
            at: next_stamp(self.now, view.stamps),
            device: self.device,
            author: self.author.clone(),
            change: Change::default(),
            deleted,
        })
    }
}
