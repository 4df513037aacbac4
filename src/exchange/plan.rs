//! What would happen if a file were taken in, before anything does.

use std::collections::{BTreeMap, BTreeSet};

use super::read::Incoming;
use crate::ledger::{Gather, Path, RecordId, RevisionSet};

/// What taking in one or more files would do.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Plan {
    /// Records that are not here yet.
    pub new: BTreeSet<RecordId>,
    /// Records that are here and would get something new.
    pub changed: BTreeSet<RecordId>,
    /// Records that are here with everything the files hold of them.
    pub known: BTreeSet<RecordId>,
    /// Records where a person would have to choose between values, and for which paths.
    pub conflicts: BTreeMap<RecordId, Vec<Path>>,
    /// Records that are here and that the files say to erase.
    pub erasing: BTreeSet<RecordId>,
    /// Records that were erased here and whose revisions are left out.
    pub dropped: BTreeSet<RecordId>,
    /// How many revisions would be added.
    pub revisions: usize,
    /// How many revisions were changed after they were written. Left out unless asked for.
    pub altered: usize,
    /// How many entries of the files are not revisions at all.
    pub unreadable: usize,
    /// Whether every file is just as it was made.
    pub whole: bool,
    /// Everything that would be added, erased ids included.
    pub additions: RevisionSet,
    /// What the affected records would be afterwards.
    pub after: RevisionSet,
}

impl Plan {
    /// Whether taking the files in would change anything.
    pub fn is_nothing_new(&self) -> bool {
        self.additions.is_empty()
    }
}

/// Works out what taking in `files` would do to `here`.
///
/// `here` needs to hold only the records that the files speak of, and everything that was erased.
/// With `take_altered`, revisions that were changed after they were written come in as new ones.
pub fn plan(here: &RevisionSet, files: &[Incoming], take_altered: bool) -> Plan {
    let mut theirs = RevisionSet::default();
    let mut plan = Plan { whole: true, ..Plan::default() };
    let mut spoken_of = BTreeSet::new();
    for (n, file) in files.iter().enumerate() {
        // One that was picked twice has no more wrong with it.
        if files[..n].contains(file) {
            continue;
        }
        plan.altered += file.altered.len();
        plan.unreadable += file.unreadable;
        plan.whole &= file.whole;
        let altered = file.altered.iter().filter(|_| take_altered);
        for revision in file.intact.iter().chain(altered) {
            spoken_of.insert(revision.body().rec);
            theirs.insert(revision.clone());
        }
        file.erased.iter().for_each(|rec| theirs.erase(*rec));
    }
    for rec in theirs.erased().difference(here.erased()) {
        plan.additions.erase(*rec);
    }
    for rec in &spoken_of {
        for revision in theirs.of(*rec).filter(|revision| !here.contains(revision)) {
            if !here.erased().contains(rec) {
                plan.additions.insert(revision.clone());
            }
        }
    }
    plan.revisions = plan.additions.len();
    plan.after = here.clone();
    plan.after.union(theirs);
    for rec in spoken_of {
        plan.sort(rec, here);
    }
    plan.erasing = here.records().filter(|rec| plan.additions.erased().contains(rec)).gather();
    plan
}

impl Plan {
    /// Puts a record that the files speak of where it belongs.
    fn sort(&mut self, rec: RecordId, here: &RevisionSet) {
        if self.after.erased().contains(&rec) {
            if here.erased().contains(&rec) {
                self.dropped.insert(rec);
            }
            return;
        }
        let was_here = here.of(rec).next().is_some();
        let gets_more = self.additions.of(rec).next().is_some();
        match (was_here, gets_more) {
            (false, _) => self.new.insert(rec),
            (true, true) => self.changed.insert(rec),
            (true, false) => self.known.insert(rec),
        };
        let before: BTreeSet<Path> = conflicts(here, rec).into_iter().gather();
        let after = conflicts(&self.after, rec);
        let arising: Vec<Path> = after.into_iter().filter(|path| !before.contains(path)).collect();
        if !arising.is_empty() {
            self.conflicts.insert(rec, arising);
        }
    }
}

fn conflicts(set: &RevisionSet, rec: RecordId) -> Vec<Path> {
    let view = set.view(rec);
    view.map(|view| view.conflicts().map(|(path, _)| path.clone()).collect()).unwrap_or_default()
}
