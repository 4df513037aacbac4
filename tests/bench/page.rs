//! A page whose inputs come from outside and whose frames are timed.

use std::cell::Cell;
use std::fmt;
use std::time::Duration;

use serde_json::{Value, json};
use tokio::time::sleep;

use crate::harness::patience::Patience;
use crate::harness::{Browser, Finds};

const MEASURE: &str = include_str!("measure.js");

/// How long one sample may take.
const PATIENCE: Duration = Duration::from_secs(60);

/// A page to measure on.
pub struct Page {
    browser: Browser,
    /// Goes on with each sample, so that inputs come at no beat.
    turn: Cell<u64>,
}

/// What was measured of one thing.
#[derive(Clone)]
pub struct Figure {
    name: String,
    samples: Vec<f64>,
    limit: Option<f64>,
    own: Option<(f64, f64)>,
}

impl Page {
    /// Measures on this browser.
    pub fn new(browser: Browser) -> Self {
        Self { browser, turn: Cell::new(0) }
    }

    /// The browser.
    pub fn browser(&self) -> &Browser {
        &self.browser
    }

    /// Opens any address.
    pub async fn goto(&self, url: &str) {
        self.browser.driver().goto(url).await.expect("a page opens");
        self.browser.script(MEASURE, vec![]).await;
    }

    /// Opens an address of the app.
    pub async fn open(&self, path: &str) {
        self.browser.open(path).await;
        self.browser.script(MEASURE, vec![]).await;
    }

    /// One page back.
    pub async fn back(&self) {
        self.browser.script("history.back()", vec![]).await;
    }

    /// Slows the processor down so many times.
    pub async fn slow(&self, times: u32) {
        self.browser.devtools("Emulation.setCPUThrottlingRate", json!({ "rate": times })).await;
    }

    /// Takes in a file as a person does.
    pub async fn takes_in(&self, file: &str) {
        let path = crate::harness::browser::target().join("bench.indsats");
        std::fs::write(&path, file).expect("the target folder is writable");
        self.browser.open("del").await;
        self.browser.file_field("Vælg filer").pick(&[&path]).await;
        self.browser.button("Hent ind").appears_within(PATIENCE).await;
        self.browser.button("Hent ind").click().await;
        self.browser.text("Hentet ind").appears_within(PATIENCE * 3).await;
    }

    /// Waits until something is there.
    pub async fn appears(&self, selector: &str) {
        let mut patience = Patience::of(PATIENCE);
        let there = "return document.querySelector(arguments[0]) !== null";
        while self.browser.script(there, vec![json!(selector)]).await != json!(true) {
            assert!(!patience.is_over(), "{selector} does not appear");
            sleep(Duration::from_millis(50)).await;
        }
    }

    /// Lets everything come to an end that was begun.
    pub async fn rests(&self) {
        sleep(Duration::from_millis(1_500)).await;
    }

    /// As long as a quick writer pauses between two keys, never quite the same.
    pub async fn pause(&self) {
        let turn = self.turn.get();
        self.turn.set(turn + 1);
        sleep(Duration::from_millis(90 + turn * 37 % 90)).await;
    }

    /// Puts the focus in a field.
    pub async fn focus(&self, selector: &str) {
        let focus = "const it = document.querySelector(arguments[0]); it.scrollIntoView({ block: 'center' }); it.focus()";
        self.browser.script(focus, vec![json!(selector)]).await;
    }

    /// Types one letter after the other where the focus is, and times each.
    pub async fn keys(&self, name: &str, changes: &str, samples: usize) -> Figure {
        let mut figure = Figure::new(name);
        let before = self.spent().await;
        for letter in "roligt i dag og alle er i gang ".chars().cycle().take(samples) {
            figure.add(self.key(&letter.to_string(), changes).await);
            self.pause().await;
        }
        self.tell(name, before, samples).await;
        figure
    }

    /// Taps one after the other on what a selector finds, and times each.
    pub async fn taps(&self, name: &str, selector: &str, changes: &str, samples: usize) -> Figure {
        let mut figure = Figure::new(name);
        let before = self.spent().await;
        for _ in 0..samples {
            figure.add(self.tap(selector, changes).await);
            self.pause().await;
        }
        self.tell(name, before, samples).await;
        figure
    }

    /// What the page has spent its time on so far, in seconds: scripts, style, layout, all tasks.
    async fn spent(&self) -> [f64; 4] {
        self.browser.devtools("Performance.enable", json!({})).await;
        let answer = self.browser.devtools("Performance.getMetrics", json!({})).await;
        let of = |name: &str| {
            let metrics = answer["metrics"].as_array().into_iter().flatten();
            let found = metrics.into_iter().find(|it| it["name"] == name);
            found.and_then(|it| it["value"].as_f64()).unwrap_or_default()
        };
        ["ScriptDuration", "RecalcStyleDuration", "LayoutDuration", "TaskDuration"].map(of)
    }

    /// Says what the time of each sample went to.
    async fn tell(&self, name: &str, before: [f64; 4], samples: usize) {
        let after = self.spent().await;
        let each = |i: usize| (after[i] - before[i]) * 1_000.0 / samples as f64;
        println!(
            "{name}: each {:.1} ms of scripts, {:.1} of style, {:.1} of layout, {:.1} in all",
            each(0),
            each(1),
            each(2),
            each(3)
        );
    }

    /// Presses a key, and times until `changes`, an expression, has become another.
    pub async fn key(&self, key: &str, changes: &str) -> f64 {
        self.arm("keydown", changes).await;
        self.press(key).await;
        self.took(key).await
    }

    /// Presses a key.
    pub async fn press(&self, key: &str) {
        let mut down = json!({ "type": "keyDown", "key": key });
        match key {
            "Backspace" => {
                down["code"] = json!(key);
                down["windowsVirtualKeyCode"] = json!(8);
            }
            letter => down["text"] = json!(letter),
        }
        self.browser.devtools("Input.dispatchKeyEvent", down).await;
        self.browser
            .devtools("Input.dispatchKeyEvent", json!({ "type": "keyUp", "key": key }))
            .await;
    }

    /// Presses with the pointer in the middle of the first thing a selector finds, and times.
    pub async fn tap(&self, selector: &str, changes: &str) -> f64 {
        let place = "
            const it = document.querySelector(arguments[0]);
            it.scrollIntoView({ block: 'center', behavior: 'instant' });
            const box = it.getBoundingClientRect();
            return { x: box.x + box.width / 2, y: box.y + box.height / 2 }";
        let place = self.browser.script(place, vec![json!(selector)]).await;
        self.arm("click", changes).await;
        for event in ["mousePressed", "mouseReleased"] {
            let event = json!({ "type": event, "x": place["x"], "y": place["y"], "button": "left", "clickCount": 1 });
            self.browser.devtools("Input.dispatchMouseEvent", event).await;
        }
        self.took(selector).await
    }

    async fn arm(&self, event: &str, changes: &str) {
        let arm = "bench.arm(arguments[0], arguments[1])";
        self.browser.script(arm, vec![json!(event), json!(changes)]).await;
    }

    async fn took(&self, what: &str) -> f64 {
        // Asking is work for the page as well: not before what is measured is over, as a rule.
        sleep(Duration::from_millis(150)).await;
        let mut patience = Patience::of(PATIENCE);
        loop {
            let took = self.browser.script("return bench.took()", vec![]).await;
            if took != Value::Null {
                return took.as_f64().expect("a number");
            }
            assert!(!patience.is_over(), "{what} changes nothing on the screen");
            sleep(Duration::from_millis(20)).await;
        }
    }
}

impl Figure {
    /// What stands above the figures.
    pub const HEAD: &str = "                                                              half   95 %  limit   empty page: half   95 %";

    /// Nothing measured yet.
    pub fn new(name: &str) -> Self {
        Self { name: name.to_owned(), samples: Vec::new(), limit: None, own: None }
    }

    /// One sample more.
    pub fn add(&mut self, sample: f64) {
        self.samples.push(sample);
    }

    /// With a limit for the 95th percentile, and what the machine itself needs.
    pub fn within(mut self, limit: f64, own: &Self) -> Self {
        self.limit = Some(limit);
        self.beside(own)
    }

    /// With what the machine itself needs.
    pub fn beside(mut self, own: &Self) -> Self {
        self.own = Some((own.at(50), own.at(95)));
        self
    }

    /// Whether the limit is broken.
    pub fn is_broken(&self) -> bool {
        self.limit.is_some_and(|limit| self.at(95) > limit)
    }

    /// The value that so many of a hundred samples do not exceed.
    fn at(&self, percent: usize) -> f64 {
        let mut sorted = self.samples.clone();
        sorted.sort_by(f64::total_cmp);
        let place = (sorted.len() * percent).div_ceil(100).saturating_sub(1);
        sorted.get(place).copied().unwrap_or(f64::NAN)
    }
}

impl fmt::Display for Figure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let limit = self.limit.map(|limit| format!("{limit:.0}")).unwrap_or_default();
        let own =
            self.own.map(|(half, most)| format!("{half:>18.1} {most:>6.1}")).unwrap_or_default();
        let broken = if self.is_broken() { "  too slow" } else { "" };
        write!(
            f,
            "{:<58} {:>7.1} {:>6.1} {limit:>6} {own}{broken}",
            self.name,
            self.at(50),
            self.at(95)
        )
    }
}
