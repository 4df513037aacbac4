//! The clock on the wall: every story has a day of its own, in Denmark, and no page sees the machine's.
//!
//! A browser's clock is so many milliseconds ahead of the machine's and goes on from where it was put: over
//! pages, tabs and restarts. The pages of a story agree, since all its browsers begin with the same.

use std::time::Duration;

use chrono::NaiveDate;
use serde_json::{Value, json};

use super::browser::Browser;
use super::engine::Engine;

/// The day of a story that says no other: a Monday of a plain week, with school before and after it.
const DAY: &str = "2026-11-23";

/// When a story begins, unless it says another time: in the second lesson.
const TIME: &str = "10:42:00";

/// The zone that browsers stand in.
pub(super) const ZONE: &str = "Europe/Copenhagen";

/// The file in a profile that tells the WebKit browser how far ahead its pages are.
const CLOCK: &str = "clock";

/// What runs in a page before its own scripts.
const STEP: &str = include_str!("wall_clock.js");

/// When a story plays.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) enum Moment {
    /// On the day that `INDSATS_DAY` names, or on the usual one.
    #[default]
    Usual,
    /// On a day that the story is about, as `2026-11-23T10:42:00`.
    Of(String),
    /// Today: the day that `INDSATS_DAY` names, or the machine's own.
    Today,
}

impl Moment {
    /// In the words of a date in JavaScript; `None` is whatever the machine says.
    pub(super) fn in_words(&self) -> Option<String> {
        match (self, asked_day()) {
            (Self::Of(moment), _) => Some(moment.clone()),
            (Self::Usual | Self::Today, Some(day)) => Some(format!("{day}T{TIME}")),
            (Self::Usual, None) => Some(format!("{DAY}T{TIME}")),
            (Self::Today, None) => None,
        }
    }
}

/// The day that whoever runs the tests wants it to be.
fn asked_day() -> Option<NaiveDate> {
    let day = std::env::var("INDSATS_DAY").ok().filter(|day| !day.is_empty())?;
    match day.parse() {
        Ok(day) => Some(day),
        Err(_) => panic!("INDSATS_DAY should be a day like 2028-02-29 and is {day:?}"),
    }
}

/// How far a browser's clock is ahead of the machine's, in milliseconds.
#[derive(Clone, Debug, Default)]
pub(super) struct WallClock {
    ahead: f64,
    /// When the browser was first asked to be so many seconds on.
    began: Option<f64>,
}

impl Browser {
    /// How far ahead a browser is whose clock shows this moment, as `2026-11-23T10:42:00`.
    pub(super) async fn ahead_on(&self, moment: &str) -> f64 {
        self.ahead_at("new Real(at).getTime()", json!(moment)).await
    }

    /// `moment` is JavaScript for the time in milliseconds, with what is given as `at` and the machine's clock as
    /// `Real`.
    async fn ahead_at(&self, moment: &str, at: Value) -> f64 {
        let script = format!(
            "const [at] = arguments, Real = window.realDate ?? Date;
             return {moment} - Real.now()"
        );
        self.number(&script, at).await
    }

    /// Puts the clock so far ahead of the machine's, on the page in front and on all that come.
    pub(super) async fn be_ahead(&self, ahead: f64) {
        self.state().wall_clock.ahead = ahead;
        self.apply_clock().await;
    }

    /// Puts the clock where it should be in the tab in front, as after a start or in a new tab.
    pub(super) async fn apply_clock(&self) {
        let ahead = self.state().wall_clock.ahead;
        let step = STEP.replace("AHEAD", &ahead.to_string());
        match self.engine() {
            Engine::Chromium => {
                // The earlier ones run as well, and the last one counts.
                let source = json!({ "source": step });
                self.devtools("Page.addScriptToEvaluateOnNewDocument", source).await;
            }
            Engine::WebKit => {
                std::fs::write(self.folder().folder("profile").join(CLOCK), &step)
                    .expect("the profile is writable");
            }
        }
        self.script(&step, vec![]).await;
    }

    /// The time on the wall, in milliseconds since 1970.
    pub async fn clock(&self) -> u64 {
        // Whole and positive: what `Date.now` gives is.
        self.number("return Date.now()", json!(null)).await as u64
    }

    /// The hour on the wall, from 0.
    pub async fn hour(&self) -> u8 {
        self.number("return new Date().getHours()", json!(null)).await as u8
    }

    /// A day as fields take it, so many days from the one on the wall.
    pub async fn day_from_now(&self, days: u32) -> String {
        let script = "const at = new Date(); at.setDate(at.getDate() + arguments[0]);
            const two = n => String(n).padStart(2, '0');
            return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;";
        let Value::String(day) = self.script(script, vec![json!(days)]).await else {
            panic!("a day is a text");
        };
        day
    }

    /// Puts the clock at a time, in milliseconds since 1970.
    pub async fn it_is(&self, ms: u64) {
        self.put_clock("at", json!(ms)).await;
    }

    /// Puts the clock at a moment: `2026-11-23T10:42:00`. The app comes into sight again then.
    pub async fn it_is_on(&self, moment: &str) {
        let ahead = self.ahead_on(moment).await;
        self.be_ahead(ahead).await;
        self.comes_into_sight().await;
    }

    /// Puts the clock at a time of its day: `10:42`. The app comes into sight again then.
    pub async fn it_is_at(&self, time: &str) {
        let today = "new Date().setHours(...at.split(':').map(Number), 0, 0)";
        self.put_clock(today, json!(time)).await;
        self.comes_into_sight().await;
    }

    /// Puts the clock at so many seconds after it was first asked for in this browser.
    pub async fn seconds_on(&self, seconds: u32) {
        let now = self.number("return Date.now()", json!(null)).await;
        let began = *self.state().wall_clock.began.get_or_insert(now);
        let on = began + f64::from(seconds) * 1_000.0;
        self.put_clock("at", json!(on)).await;
    }

    async fn comes_into_sight(&self) {
        self.script("document.dispatchEvent(new Event('visibilitychange'))", vec![]).await;
        self.waits(Duration::from_millis(20)).await;
    }

    async fn put_clock(&self, moment: &str, at: Value) {
        let ahead = self.ahead_at(moment, at).await;
        self.be_ahead(ahead).await;
        self.waits(Duration::from_millis(20)).await;
    }

    async fn number(&self, script: &str, given: Value) -> f64 {
        let number = self.script(script, vec![given]).await;
        number.as_f64().unwrap_or_else(|| panic!("{script} gives a number, not {number}"))
    }
}
