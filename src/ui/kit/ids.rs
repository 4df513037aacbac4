//! Ids that tie words to fields. They live in the document only and are never stored.

use std::sync::atomic::{AtomicUsize, Ordering};

static NEXT: AtomicUsize = AtomicUsize::new(1);

/// A new id, unique in this document: `prefix-7`.
pub fn fresh_id(prefix: &str) -> String {
    let number = NEXT.fetch_add(1, Ordering::Relaxed);
    format!("{prefix}-{number}")
}
