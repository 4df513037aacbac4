//! What a page writes to the console, and what it asks the network for.

use std::fmt;

use serde_json::Value;
use thirtyfour::BrowserLogEntry;

use super::browser::Browser;
use super::engine::{BROWSER_LOG, Engine};

/// Complaints about the engine itself: WebKit's desktop build has no web app manifests, so it does not know the
/// word in the content policy, and no keyboard on the screen, so it does not know what that should do. It also says in
/// these words of a fetch from our own origin that was on its way as the page was left; other origins are looked for apart.
const NOT_THE_APPS: [&str; 3] = [
    "due to access control checks",
    "Unrecognized Content-Security-Policy directive 'manifest-src'",
    "Viewport argument key \"interactive-widget\" not recognized",
];

/// A line of the console.
#[derive(Clone, Debug)]
pub struct Line {
    /// Whether it is an error rather than a remark.
    pub is_error: bool,
    /// What it says, with its place.
    pub text: String,
}

impl fmt::Display for Line {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let kind = if self.is_error { "error" } else { "note" };
        write!(f, "{kind}: {}", self.text)
    }
}

impl Browser {
    /// Everything written to the console so far, over all pages.
    pub async fn console(&self) -> Vec<Line> {
        self.listen().await;
        self.state().console.clone()
    }

    /// The errors in the console that nobody said were expected.
    pub async fn console_errors(&self) -> Vec<String> {
        let lines = self.console().await;
        let allowed = self.state().allowed.clone();
        lines
            .into_iter()
            .filter(|line| line.is_error)
            .map(|line| line.text)
            .filter(|text| !allowed.iter().any(|part| text.contains(part)))
            .collect()
    }

    /// Says that an error with these words is part of the story, such as a request that fails without a net.
    pub fn expect_console_error(&self, words: &str) {
        self.state().allowed.push(words.to_owned());
    }

    /// Addresses of other origins that a page asked for.
    pub async fn requests_to_other_origins(&self) -> Vec<String> {
        self.listen().await;
        self.state().foreign.iter().cloned().collect()
    }

    /// Collects what is forgotten when the page or the browser goes.
    pub(super) async fn listen(&self) {
        if !self.is_open() {
            return;
        }
        let asked = self
            .driver()
            .execute("return performance.getEntries().map(entry => entry.name)", vec![])
            .await;
        let mut asked: Vec<String> = asked.and_then(|names| names.convert()).unwrap_or_default();
        let lines = match self.engine() {
            Engine::Chromium => {
                asked.extend(self.requests_in_log().await);
                self.lines_in_log().await
            }
            Engine::WebKit => self.lines_in_file(),
        };
        let origin = format!("{}/", self.origin());
        let mut state = self.state();
        state.console.extend(lines);
        state.foreign.extend(asked.into_iter().filter(|url| {
            let is_request =
                ["http:", "https:", "ws:", "wss:"].iter().any(|scheme| url.starts_with(scheme));
            is_request && !format!("{url}/").starts_with(&origin)
        }));
    }

    async fn lines_in_log(&self) -> Vec<Line> {
        let entries = self.log("browser").await;
        entries
            .into_iter()
            .map(|entry| Line { is_error: entry.level == "SEVERE", text: entry.message })
            .collect()
    }

    async fn requests_in_log(&self) -> Vec<String> {
        let entries = self.log("performance").await;
        entries
            .into_iter()
            .filter_map(|entry| {
                let message: Value = serde_json::from_str(&entry.message).ok()?;
                let event = &message["message"];
                let url = match event["method"].as_str()? {
                    "Network.requestWillBeSent" => &event["params"]["request"]["url"],
                    "Network.webSocketCreated" => &event["params"]["url"],
                    _ => return None,
                };
                url.as_str().map(str::to_owned)
            })
            .collect()
    }

    /// What Chromium's driver has logged since it was asked last.
    async fn log(&self, kind: &str) -> Vec<BrowserLogEntry> {
        match self.driver().get_log(kind).await {
            Ok(entries) => entries,
            // An empty log here would look like a clean one.
            Err(error) => panic!("{} does not show its {kind} log: {error}", self.who()),
        }
    }

    /// WebKit's driver keeps no log, but its browser prints the console, from the first line of a page on.
    fn lines_in_file(&self) -> Vec<Line> {
        let bytes = std::fs::read(self.folder().join(BROWSER_LOG)).unwrap_or_default();
        let mut state = self.state();
        let new = bytes.get(state.console_read..).unwrap_or_default();
        // Only whole lines: the last one may be half written.
        let end = new.iter().rposition(|byte| *byte == b'\n').map_or(0, |place| place + 1);
        let text = String::from_utf8_lossy(&new[..end]).into_owned();
        state.console_read += end;
        text.lines()
            .filter(|line| {
                line.contains("CONSOLE ") && !NOT_THE_APPS.iter().any(|part| line.contains(part))
            })
            .map(|line| Line {
                is_error: line.split_once("CONSOLE ").is_some_and(|(_, said)| {
                    said.split_whitespace().take(3).any(|word| word == "ERROR")
                }),
                text: line.to_owned(),
            })
            .collect()
    }
}
