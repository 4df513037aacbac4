//! Revisions, the set of them, and the view of a record. Knows no word of school.
//!
//! A device keeps a grow-only set of immutable revisions, each named by its content. Two
//! devices that meet take the union of their sets, so importing twice, or in another order,
//! ends in the same bytes. What a record *is* gets computed from its revisions and is never
//! stored as truth.
//!
//! `revision` is a change and the bytes that give it its name, `canonical` RFC 8785 narrowed to
//! integers, `clock` the hybrid clock, `set` union and erasure, `view` what a record is. Clocks
//! decide what is shown first and never what survives: order comes from parents alone, and a
//! stamp more than an hour ahead does not pull our clock along. Writing that did not know of a
//! deletion wins over it, and the record says so (`View::contested`). [`RevisionSet::erase`] is
//! for the law's sake: the bodies go, the id stays on a list that travels.

mod canonical;
mod clock;
mod error;
mod gather;
mod id;
mod revision;
mod set;
mod view;

pub use canonical::{MAX_INTEGER, canonical};
pub use clock::{MAX_DRIFT_MS, Stamp, next_stamp};
pub use error::LedgerError;
pub use gather::{Gather, in_order};
pub use id::{DeviceId, RecordId, RevisionId};
pub use revision::{Body, Change, Path, Revision};
pub use set::{Arrival, RevisionSet};
pub use view::{Claim, Field, View};
