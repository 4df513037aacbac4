//! What of a change is still news to the record it was written for.

use std::collections::BTreeSet;

use crate::ledger::{Change, RevisionId, RevisionSet};

/// What a change would really do to the record as its writer saw it.
///
/// Writing a value that is in dispute is always meant, even where it is the one already shown.
pub(in crate::app) fn effective(
    mut change: Change,
    set: &RevisionSet,
    parents: &BTreeSet<RevisionId>,
) -> Change {
    let Some(rec) = set.records().next() else {
        change.unset.clear();
        return change;
    };
    let Some(view) = set.view(rec).filter(|view| &view.heads == parents) else { return change };
    let disputed = |path: &str| view.fields.get(path).is_some_and(|field| field.is_conflict());
    change.set.retain(|path, value| disputed(path) || view.get(path) != Some(value));
    change.unset.retain(|path| disputed(path) || view.get(path).is_some());
    change
}
