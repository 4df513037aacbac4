//! Revisions, the set of them, and the view of a record.
