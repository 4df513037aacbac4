//! One observed lesson: its head, what was put down while it ran, and what came of it.
//!
//! `observation` is its values by path: each kind of answer has a place of its own
//! (`ratings/<item>`, `taps/<item>/<id>`), a change touches one path, and two people adding
//! notes never collide. `lesson_log` is what is put down while a lesson runs, `counting` what
//! its counters came to and for whom, `lesson_clock` when it began, was paused and ended,
//! `paper` the same times where they are typed in afterwards. What is marked late, skipped,
//! missed or paused is kept and never counted in a share.

mod counting;
mod lesson_clock;
mod lesson_log;
mod observation;
mod observation_copy;
mod observation_head;
mod paper;
mod progress;
mod reflection;

pub use counting::counted;
pub use lesson_clock::is_made;
pub use lesson_log::{Entry, Moment, Note, RoleChange, Tap};
pub use observation::{Observation, Rated, Words};
pub use observation_head::ObservationField;
pub use paper::{ClockFault, at_time};
pub use progress::Progress;
