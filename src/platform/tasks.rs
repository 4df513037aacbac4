//! Waiting, and running what nobody waits for.

use gloo_timers::future::TimeoutFuture;
use wasm_bindgen_futures::spawn_local;

use crate::app::store::{Pending, Spawner, Timer};

/// The browser's timers and its queue of work.
#[derive(Debug, Clone, Copy, Default)]
pub struct BrowserTasks;

impl Timer for BrowserTasks {
    fn wait(&self, ms: u32) -> Pending<'static, ()> {
        Box::pin(TimeoutFuture::new(ms))
    }
}

impl Spawner for BrowserTasks {
    fn spawn(&self, work: Pending<'static, ()>) {
        spawn_local(work);
    }
}
