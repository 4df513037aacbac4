//! The clock on the wall of a browser's page, stepped. It goes on from where it was put; a page that is
//! loaded anew has the machine's own again.

use std::time::Duration;

use serde_json::{Value, json};

use super::browser::Browser;

impl Browser {
    /// Puts the clock at a time, in milliseconds since 1970.
    pub async fn it_is(&self, ms: u64) {
        self.put_clock("at", json!(ms)).await;
    }

    /// Puts the clock at a moment of this place: `2026-11-23T10:42:00`. The app comes into sight again then.
    pub async fn it_is_on(&self, moment: &str) {
        self.put_clock("new Real(at).getTime()", json!(moment)).await;
        self.comes_into_sight().await;
    }

    /// Puts the clock at a time of this day: `10:42`. The app comes into sight again then.
    pub async fn it_is_at(&self, time: &str) {
        let today = "new Real().setHours(...at.split(':').map(Number), 0, 0)";
        self.put_clock(today, json!(time)).await;
        self.comes_into_sight().await;
    }

    /// Puts the clock at so many seconds after it was first asked for in this browser, also across
    /// pages and restarts.
    pub async fn seconds_on(&self, seconds: u32) {
        let on = "Number(localStorage['test.began'] ??= Real.now()) + at * 1000";
        self.put_clock(on, json!(seconds)).await;
    }

    async fn comes_into_sight(&self) {
        self.script("document.dispatchEvent(new Event('visibilitychange'))", vec![]).await;
        self.waits(Duration::from_millis(20)).await;
    }

    /// `moment` is JavaScript for the time in milliseconds, with what is given as `at` and the real
    /// clock as `Real`.
    async fn put_clock(&self, moment: &str, at: Value) {
        let step = format!(
            "const [at] = arguments;
            const Real = window.realDate ??= Date;
            const ahead = {moment} - Real.now();
            window.Date = class extends Real {{
                constructor(...given) {{ given.length ? super(...given) : super(Real.now() + ahead); }}
                static now() {{ return Real.now() + ahead; }}
            }};"
        );
        self.script(&step, vec![at]).await;
        self.waits(Duration::from_millis(20)).await;
    }
}
