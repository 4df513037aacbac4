//! Waiting: how often to look, and when to give up. No clock is read: the runtime's own timer tells when
//! patience has come to its end.

use std::pin::Pin;
use std::time::Duration;

use futures::FutureExt;
use tokio::time::{Sleep, sleep};

/// How long an action waits for its element.
pub const PATIENCE: Duration = Duration::from_secs(20);

/// How long to leave a page alone between two looks at it.
pub const BETWEEN_LOOKS: Duration = Duration::from_millis(50);

/// Runs from when it is made. A look that has begun is never broken off: the end is asked for between looks.
pub struct Patience(Pin<Box<Sleep>>);

impl Patience {
    /// As long as an action waits.
    pub fn usual() -> Self {
        Self::of(PATIENCE)
    }

    /// So long.
    pub fn of(time: Duration) -> Self {
        Self(Box::pin(sleep(time)))
    }

    /// Whether it has come to its end.
    pub fn is_over(&mut self) -> bool {
        (&mut self.0).now_or_never().is_some()
    }
}
