//! How long a first visit takes on a slow line and a slow processor, beside a form made with SurveyJS's engine
//! that is served, slowed and measured in the same way, in turn.

use std::fmt;
use std::path::Path;
use std::time::Duration;

use serde_json::{Value, json};
use tokio::time::sleep;

use crate::SLOWER;
use crate::harness::patience::Patience;
use crate::harness::{Browser, Build, Finds, Server, Stage};

const LOAD: &str = include_str!("load.js");

/// How often each page is visited.
const TIMES: usize = 5;

/// Slow 4G: 1.6 Mbit/s down, half of it up, 150 ms there and back.
const LINE: (u32, u32, u32) = (200_000, 93_750, 150);

/// What is waited for on a page, by selectors.
struct LookedFor {
    /// Something that can be pressed.
    ready: &'static str,
    /// What is pressed as soon as it is there, and what that leads to.
    tap: Option<(&'static str, &'static str)>,
    /// What is written in.
    field: Option<&'static str>,
}

/// The first screen, with a tap that leads to a part still to come.
const FIRST: LookedFor = LookedFor {
    ready: "main a[href], main button",
    tap: Some(("a[href$='/om']", "main blockquote")),
    field: None,
};

/// The form in class.
const FORM: LookedFor =
    LookedFor { ready: "main textarea", tap: None, field: Some("main textarea") };

/// The other program's form: its first screen and its form are one.
const PEER: LookedFor =
    LookedFor { ready: "#form input", tap: None, field: Some("#form textarea") };

/// One measured thing, in milliseconds.
pub struct Row {
    name: &'static str,
    ours: Vec<f64>,
    /// Empty where there is nothing to put beside it.
    peer: Vec<f64>,
    limit: Option<Limit>,
}

/// What a row may come to.
#[derive(Clone, Copy)]
enum Limit {
    /// So many times what the other program needs.
    Times(f64),
    /// So many milliseconds.
    Within(f64),
}

/// Measures everything; `peer` is the folder with the other program's form.
pub async fn visits(stage: &Stage, peer: &Path) -> Vec<Row> {
    let ours = stage.serve_app(Build::Root).await;
    let theirs = stage.serve(peer, "/").await;
    let mut first = Row::new("first visit to first usable tap", Limit::Times(0.75));
    let mut tap = Row::new("first tap after it, painted", Limit::Within(500.0));
    let mut form = Row::new("first visit to a form that is written in", Limit::Times(1.15));
    for _ in 0..TIMES {
        let seen = visit(stage, &ours, "", &FIRST).await;
        first.ours.push(number(&seen, "usable"));
        tap.ours.push(number(&seen, "answered"));
        let seen = visit(stage, &theirs, "", &PEER).await;
        first.peer.push(number(&seen, "usable"));
        form.peer.push(number(&seen, "written"));
        let seen = visit(stage, &ours, "observationer/ny", &FORM).await;
        form.ours.push(number(&seen, "written"));
    }
    let [cold, warm] = second_starts(stage, ours).await;
    vec![first, tap, form, cold, warm]
}

/// One visit by somebody who has never been there.
async fn visit(stage: &Stage, server: &Server, path: &str, wanted: &LookedFor) -> Value {
    let browser = stage.stranger("visitor", server).await;
    slow(&browser, true).await;
    let seen = arrive(&browser, path, wanted).await;
    browser.kill().await;
    seen
}

/// Opens an address and waits for all that is looked for.
async fn arrive(browser: &Browser, path: &str, wanted: &LookedFor) -> Value {
    let (tap, then) = wanted.tap.unzip();
    let looked_for =
        json!({ "ready": wanted.ready, "tap": tap, "then": then, "field": wanted.field });
    let source = LOAD.replace("LOOKED_FOR", &looked_for.to_string());
    browser.devtools("Page.addScriptToEvaluateOnNewDocument", json!({ "source": source })).await;
    browser.open(path).await;
    let mut patience = Patience::of(Duration::from_secs(60));
    loop {
        // Asking is work for the page as well: seldom.
        sleep(Duration::from_millis(500)).await;
        let seen = browser.script("return window.load", vec![]).await;
        let is_there = |name: &str, wanted: bool| !wanted || seen[name].is_number();
        if is_there("usable", true)
            && is_there("answered", tap.is_some())
            && is_there("written", wanted.field.is_some())
        {
            return seen;
        }
        assert!(!patience.is_over(), "{path:?} does not come to what is looked for, but to {seen}");
    }
}

/// The line and the processor of a school's tablet.
async fn slow(browser: &Browser, line_too: bool) {
    if line_too {
        let (down, up, there_and_back) = LINE;
        let line = json!({
            "offline": false, "latency": there_and_back,
            "downloadThroughput": down, "uploadThroughput": up,
        });
        browser.devtools("Network.enable", json!({})).await;
        browser.devtools("Network.emulateNetworkConditions", line).await;
    }
    browser.devtools("Emulation.setCPUThrottlingRate", json!({ "rate": SLOWER })).await;
}

/// The app is kept on the device and the server is gone: a browser that was shut, and the same one once more.
async fn second_starts(stage: &Stage, mut server: Server) -> [Row; 2] {
    let mut cold = Row::of_ours("second start, server stopped, browser just opened");
    let mut warm = Row::of_ours("the same once more");
    let browser = stage.stranger("owner", &server).await;
    browser.open("om").await;
    browser.text("Klar til brug uden net.").appears_within(Duration::from_secs(120)).await;
    server.stop().await;
    for _ in 0..TIMES {
        browser.start_again().await;
        slow(&browser, false).await;
        for row in [&mut cold, &mut warm] {
            let wanted = LookedFor { tap: None, ..FIRST };
            row.ours.push(number(&arrive(&browser, "", &wanted).await, "usable"));
        }
    }
    browser.kill().await;
    [cold, warm]
}

fn number(seen: &Value, name: &str) -> f64 {
    seen[name].as_f64().expect("it was waited for")
}

fn median(samples: &[f64]) -> f64 {
    let mut sorted = samples.to_vec();
    sorted.sort_by(f64::total_cmp);
    sorted.get(sorted.len() / 2).copied().unwrap_or(f64::NAN)
}

impl Row {
    /// What stands above the rows, as a table in Markdown.
    pub const HEAD: &str =
        "| median of five | this app | SurveyJS | ratio | at most |\n|---|---:|---:|---:|---:|";

    fn new(name: &'static str, limit: Limit) -> Self {
        Self { name, ours: Vec::new(), peer: Vec::new(), limit: Some(limit) }
    }

    fn of_ours(name: &'static str) -> Self {
        Self { name, ours: Vec::new(), peer: Vec::new(), limit: None }
    }

    fn ratio(&self) -> Option<f64> {
        (!self.peer.is_empty()).then(|| median(&self.ours) / median(&self.peer))
    }

    /// Whether it is slower than it may be.
    pub fn is_broken(&self) -> bool {
        match self.limit {
            None => false,
            Some(Limit::Times(most)) => self.ratio().is_none_or(|ratio| ratio > most),
            Some(Limit::Within(most)) => median(&self.ours) > most,
        }
    }
}

impl fmt::Display for Row {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let ratio = self.ratio();
        let peer = ratio.map(|_| format!("{:.0} ms", median(&self.peer)));
        let ratio = ratio.map(|ratio| format!("{ratio:.2} ×"));
        let limit = self.limit.map(|limit| match limit {
            Limit::Times(most) => format!("{most:.2} ×"),
            Limit::Within(most) => format!("{most:.0} ms"),
        });
        let broken = if self.is_broken() { " **too slow**" } else { "" };
        write!(
            f,
            "| {} | {:.0} ms | {} | {} | {}{broken} |",
            self.name,
            median(&self.ours),
            peer.unwrap_or_default(),
            ratio.unwrap_or_default(),
            limit.unwrap_or_default()
        )
    }
}
