//! What a record is, computed from its revisions.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::clock::Stamp;
use super::gather::{Gather, in_order};
use super::id::{DeviceId, RecordId, RevisionId};
use super::revision::{Path, Revision};

/// One value that stands unopposed by anything later, and who says so.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Claim {
    /// The value; `None` says that the path was emptied.
    pub value: Option<Value>,
    /// The revision that says so.
    pub rev: RevisionId,
    /// When it was written.
    pub at: Stamp,
    /// On which device.
    pub device: DeviceId,
    /// Who wrote it.
    pub author: String,
}

/// All that is said of one path: distinct claims, the one that is shown first. Never empty.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Field {
    shown: Claim,
    rivals: Vec<Claim>,
}

impl Field {
    /// The value that is shown.
    pub const fn value(&self) -> Option<&Value> {
        self.shown.value.as_ref()
    }

    /// Whether a person has to choose.
    pub const fn is_conflict(&self) -> bool {
        !self.rivals.is_empty()
    }

    /// Every distinct claim, the one that is shown first.
    pub fn claims(&self) -> impl Iterator<Item = &Claim> {
        std::iter::once(&self.shown).chain(&self.rivals)
    }
}

/// The present state of a record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct View {
    /// The record.
    pub rec: RecordId,
    /// What kind of thing it is.
    pub kind: String,
    /// The newest schema any of its revisions was written in.
    pub schema: u32,
    /// Every path that was ever touched.
    pub fields: BTreeMap<Path, Field>,
    /// The revisions that no other has as a parent: the parents of whatever is written next.
    pub heads: BTreeSet<RevisionId>,
    /// Whether it is in the trash.
    pub deleted: bool,
    /// Whether someone deleted it while another went on writing. The writing counts.
    pub contested: bool,
    /// The heads' stamps: whatever is written next follows them.
    pub stamps: Vec<Stamp>,
    /// When and by whom it was begun.
    pub begun: (Stamp, String),
    /// When and by whom it was last changed.
    pub changed: (Stamp, String),
    /// Parents that are spoken of but not here.
    pub missing: BTreeSet<RevisionId>,
}

impl View {
    /// Computes the view from all revisions of one record; `None` where there are none.
    ///
    /// A path's value is what no descendant has overruled. Deletion yields to any writing that did
    /// not know of it.
    pub fn of<'a>(revisions: impl IntoIterator<Item = &'a Revision>) -> Option<Self> {
        let lineage = Lineage::of(revisions.into_iter().collect());
        let newest = lineage.revisions.iter().max_by_key(|revision| revision.rank())?;
        let oldest = lineage.revisions.iter().min_by_key(|revision| revision.rank())?;
        let heads = lineage.heads();
        let deleted = heads.iter().filter(|head| head.body().deleted).count();
        Some(Self {
            rec: newest.body().rec,
            kind: newest.body().kind.clone(),
            schema: lineage.revisions.iter().map(|r| r.body().schema).max().unwrap_or_default(),
            fields: lineage.fields(),
            heads: heads.iter().map(|head| head.id()).gather(),
            deleted: deleted == heads.len(),
            contested: deleted > 0 && deleted < heads.len(),
            stamps: heads.iter().map(|head| head.body().at).collect(),
            begun: (oldest.body().at, oldest.body().author.clone()),
            changed: (newest.body().at, newest.body().author.clone()),
            missing: lineage.missing(),
        })
    }

    /// The value that is shown at a path.
    pub fn get(&self, path: &str) -> Option<&Value> {
        self.fields.get(path).and_then(Field::value)
    }

    /// Every path that has a value, with the value that is shown.
    pub fn values(&self) -> BTreeMap<Path, Value> {
        self.fields
            .iter()
            .filter_map(|(path, field)| Some((path.clone(), field.value()?.clone())))
            .gather()
    }

    /// The paths where a person has to choose.
    pub fn conflicts(&self) -> impl Iterator<Item = (&Path, &Field)> {
        self.fields.iter().filter(|(_, field)| field.is_conflict())
    }
}

/// The revisions of one record, each with the set of its ancestors.
struct Lineage<'a> {
    /// Sorted by rank, so that the greatest of several comes last.
    revisions: Vec<&'a Revision>,
    index: BTreeMap<RevisionId, usize>,
    ancestors: Vec<Bits>,
}

impl<'a> Lineage<'a> {
    fn of(revisions: Vec<&'a Revision>) -> Self {
        let mut revisions = in_order(revisions, |a, b| a.rank().cmp(&b.rank()));
        revisions.dedup_by_key(|revision| revision.id());
        let index: BTreeMap<_, _> =
            revisions.iter().enumerate().map(|(i, revision)| (revision.id(), i)).gather();
        let ancestors = ancestors(&revisions, &index);
        Self { revisions, index, ancestors }
    }

    fn heads(&self) -> Vec<&'a Revision> {
        let mut above = Bits::new(self.revisions.len());
        self.ancestors.iter().for_each(|ancestors| above.add_all(ancestors));
        let is_head = |(i, revision): (usize, &&'a Revision)| (!above.has(i)).then_some(*revision);
        self.revisions.iter().enumerate().filter_map(is_head).collect()
    }

    fn missing(&self) -> BTreeSet<RevisionId> {
        let parents = self.revisions.iter().flat_map(|revision| &revision.body().parents);
        parents.filter(|parent| !self.index.contains_key(parent)).copied().gather()
    }

    fn fields(&self) -> BTreeMap<Path, Field> {
        let mut touched: BTreeMap<&Path, Vec<usize>> = BTreeMap::new();
        for (i, revision) in self.revisions.iter().enumerate() {
            for path in revision.body().change.paths() {
                touched.entry(path).or_default().push(i);
            }
        }
        touched
            .into_iter()
            .filter_map(|(path, writers)| Some((path.clone(), self.field(path, &writers)?)))
            .gather()
    }

    /// The claims about one path by its `writers`, which are in order of rank.
    fn field(&self, path: &str, writers: &[usize]) -> Option<Field> {
        let mut overruled = Bits::new(self.revisions.len());
        writers.iter().for_each(|&i| overruled.add_all(&self.ancestors[i]));
        let mut claims: Vec<Claim> = Vec::new();
        for &i in writers.iter().rev().filter(|&&i| !overruled.has(i)) {
            let body = self.revisions[i].body();
            let value = body.change.set.get(path).cloned();
            if claims.iter().all(|claim| claim.value != value) {
                claims.push(Claim {
                    value,
                    rev: self.revisions[i].id(),
                    at: body.at,
                    device: body.device,
                    author: body.author.clone(),
                });
            }
        }
        let mut claims = claims.into_iter();
        Some(Field { shown: claims.next()?, rivals: claims.collect() })
    }
}

/// For each revision the set of its ancestors among these.
///
/// Parents cannot form a circle, since a name is a hash of the names of the parents; should a
/// damaged store hold one all the same, its members simply lack some ancestors.
fn ancestors(revisions: &[&Revision], index: &BTreeMap<RevisionId, usize>) -> Vec<Bits> {
    let parents_of = |i: usize| revisions[i].body().parents.iter().filter_map(|id| index.get(id));
    let mut children: Vec<Vec<usize>> = vec![Vec::new(); revisions.len()];
    let mut waiting_for: Vec<usize> = vec![0; revisions.len()];
    for (i, waits) in waiting_for.iter_mut().enumerate() {
        for &parent in parents_of(i) {
            children[parent].push(i);
            *waits += 1;
        }
    }
    let mut found = vec![Bits::new(revisions.len()); revisions.len()];
    let mut ready: Vec<usize> = (0..revisions.len()).filter(|&i| waiting_for[i] == 0).collect();
    while let Some(i) = ready.pop() {
        let mut mine = Bits::new(revisions.len());
        for &parent in parents_of(i) {
            mine.add(parent);
            mine.add_all(&found[parent]);
        }
        found[i] = mine;
        for &child in &children[i] {
            waiting_for[child] -= 1;
            if waiting_for[child] == 0 {
                ready.push(child);
            }
        }
    }
    found
}

/// A set of small numbers.
#[derive(Clone)]
struct Bits(Vec<u64>);

impl Bits {
    fn new(len: usize) -> Self {
        Self(vec![0; len.div_ceil(64)])
    }

    fn add(&mut self, i: usize) {
        self.0[i / 64] |= 1 << (i % 64);
    }

    fn add_all(&mut self, other: &Self) {
        self.0.iter_mut().zip(&other.0).for_each(|(mine, theirs)| *mine |= theirs);
    }

    fn has(&self, i: usize) -> bool {
        self.0[i / 64] & (1 << (i % 64)) != 0
    }
}
