//! The grow-only set of revisions, and the list of what was erased for the law's sake.

use std::collections::{BTreeMap, BTreeSet};

use super::gather::in_order;
use super::id::{RecordId, RevisionId};
use super::revision::Revision;
use super::view::View;

/// What happened to a revision that arrived.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Arrival {
    /// It was not here.
    New,
    /// It was here already.
    Known,
    /// Its record has been erased, so it was dropped.
    Erased,
}

/// All revisions that a device, or a file, holds.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct RevisionSet {
    records: BTreeMap<RecordId, BTreeMap<RevisionId, Revision>>,
    erased: BTreeSet<RecordId>,
}

impl RevisionSet {
    /// Adds one revision.
    pub fn insert(&mut self, revision: Revision) -> Arrival {
        let rec = revision.body().rec;
        if self.erased.contains(&rec) {
            return Arrival::Erased;
        }
        match self.records.entry(rec).or_default().insert(revision.id(), revision) {
            None => Arrival::New,
            Some(_) => Arrival::Known,
        }
    }

    /// Removes the bodies of a record for good and remembers its id, so that they cannot return.
    pub fn erase(&mut self, rec: RecordId) {
        self.records.remove(&rec);
        self.erased.insert(rec);
    }

    /// Takes in everything another set holds.
    ///
    /// Commutative, associative and idempotent: devices that have met, in any order and any
    /// number of times, hold the same set.
    pub fn union(&mut self, other: Self) {
        for rec in other.erased {
            self.erase(rec);
        }
        for revision in other.records.into_values().flat_map(BTreeMap::into_values) {
            self.insert(revision);
        }
    }

    /// Every revision, in order of its name.
    pub fn iter(&self) -> impl Iterator<Item = &Revision> {
        let all: Vec<&Revision> = self.records.values().flat_map(BTreeMap::values).collect();
        in_order(all, |a, b| a.id().cmp(&b.id())).into_iter()
    }

    /// The records that have revisions here.
    pub fn records(&self) -> impl Iterator<Item = RecordId> {
        self.records.keys().copied()
    }

    /// The revisions of one record.
    pub fn of(&self, rec: RecordId) -> impl Iterator<Item = &Revision> {
        self.records.get(&rec).into_iter().flat_map(BTreeMap::values)
    }

    /// What a record is, or `None` where nothing of it is here.
    pub fn view(&self, rec: RecordId) -> Option<View> {
        View::of(self.of(rec))
    }

    /// The ids of what was erased.
    pub const fn erased(&self) -> &BTreeSet<RecordId> {
        &self.erased
    }

    /// Whether a revision is here.
    pub fn contains(&self, revision: &Revision) -> bool {
        self.records
            .get(&revision.body().rec)
            .is_some_and(|known| known.contains_key(&revision.id()))
    }

    /// How many revisions are here.
    pub fn len(&self) -> usize {
        self.records.values().map(BTreeMap::len).sum()
    }

    /// Whether nothing is here, not even the id of something erased.
    pub fn is_empty(&self) -> bool {
        self.records.is_empty() && self.erased.is_empty()
    }
}

impl FromIterator<Revision> for RevisionSet {
    fn from_iter<I: IntoIterator<Item = Revision>>(revisions: I) -> Self {
        let mut set = Self::default();
        for revision in revisions {
            set.insert(revision);
        }
        set
    }
}
