//! One observed lesson: its head, what was put down while it ran, and what came of it.

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
