//! A person's browser: one engine, one profile, pages and tabs.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard};
use std::time::Duration;

use serde_json::Value;
use thirtyfour::{Key, TypingData, WebDriver, WindowHandle};
use tokio::time::sleep;

use super::console::Line;
use super::engine::{self, Engine, Live};
use super::look::Look;
use super::patience::{BETWEEN_LOOKS, Patience};
use super::processes::Folder;
use super::server::Server;
use super::wall_clock::WallClock;

/// A browser with a profile of its own. Cloning gives another handle to the same browser.
#[derive(Clone)]
pub struct Browser(Arc<Inner>);

struct Inner {
    engine: Engine,
    who: String,
    /// Under what name a picture of a failure is kept.
    label: String,
    home: String,
    folder: Folder,
    state: Mutex<State>,
}

/// What changes while the browser is used.
#[derive(Default)]
pub(super) struct State {
    live: Option<Live>,
    /// In the order they were opened, which the drivers do not tell.
    tabs: Vec<WindowHandle>,
    pub console: Vec<Line>,
    /// How much of the log of a WebKit browser has been read.
    pub console_read: usize,
    pub foreign: BTreeSet<String>,
    pub allowed: Vec<String>,
    pub downloads: BTreeSet<PathBuf>,
    pub look: Look,
    pub wall_clock: WallClock,
}

impl Browser {
    /// Starts a browser with an empty profile for a person, whose home address is the server's.
    pub(super) async fn start(engine: Engine, story: &str, who: &str, server: &Server) -> Self {
        let folder = Folder::new();
        let live = engine::start(engine, &folder).await;
        let browser = Self(Arc::new(Inner {
            engine,
            who: who.to_owned(),
            label: format!("{story}-{engine:?}-{who}").to_lowercase().replace([':', ' ', '/'], "-"),
            home: server.url(),
            folder,
            state: Mutex::new(State { live: Some(live), ..State::default() }),
        }));
        browser.apply_look().await;
        browser
    }

    /// The engine.
    pub fn engine(&self) -> Engine {
        self.0.engine
    }

    /// Whose browser it is, with the engine.
    pub fn who(&self) -> String {
        format!("{} in {:?}", self.0.who, self.0.engine)
    }

    pub(super) fn state(&self) -> MutexGuard<'_, State> {
        // A test that panicked elsewhere still wants to print what it knows.
        self.0.state.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
    }

    pub(super) fn folder(&self) -> &Folder {
        &self.0.folder
    }

    /// The address that the app lives under.
    pub fn home(&self) -> &str {
        &self.0.home
    }

    /// Scheme, host and port of the app.
    pub fn origin(&self) -> &str {
        let after_scheme = self.0.home.find("//").map_or(0, |place| place + 2);
        let end = self.0.home[after_scheme..].find('/');
        &self.0.home[..end.map_or(self.0.home.len(), |end| after_scheme + end)]
    }

    /// The session, for what the harness has no word for.
    pub fn driver(&self) -> WebDriver {
        match &self.state().live {
            Some(live) => live.driver.clone(),
            None => panic!("{} was killed: reopen it first", self.who()),
        }
    }

    /// Whether it runs.
    pub fn is_open(&self) -> bool {
        self.state().live.is_some()
    }

    /// Opens an address relative to the app's own; "" is its start.
    pub async fn open(&self, path: &str) {
        let url = format!("{}{path}", self.0.home);
        self.listen().await;
        if let Err(error) = self.driver().goto(url.as_str()).await {
            panic!("{} cannot open {url}: {error}", self.who());
        }
    }

    /// Leaves the app for an empty page, as when its last tab is closed.
    pub async fn leaves_the_app(&self) {
        self.listen().await;
        if let Err(error) = self.driver().goto("about:blank").await {
            panic!("{} cannot leave the app: {error}", self.who());
        }
    }

    /// Loads the page again.
    pub async fn reload(&self) {
        self.listen().await;
        if let Err(error) = self.driver().refresh().await {
            panic!("{} cannot reload: {error}", self.who());
        }
    }

    /// One page back.
    pub async fn back(&self) {
        self.listen().await;
        self.driver().back().await.unwrap_or_else(|error| {
            panic!("{} cannot go back: {error}", self.who());
        });
    }

    /// The address of the page.
    pub async fn url(&self) -> String {
        match self.driver().current_url().await {
            Ok(url) => url.to_string(),
            Err(error) => format!("(no address: {error})"),
        }
    }

    /// Waits until the address, after the app's own, is this.
    pub async fn is_at(&self, path: &str) {
        let wanted = format!("{}{path}", self.0.home);
        let mut patience = Patience::usual();
        while self.url().await != wanted {
            if patience.is_over() {
                let url = self.url().await;
                panic!("{} should be at {wanted} but is at {url}", self.who());
            }
            sleep(BETWEEN_LOOKS).await;
        }
    }

    /// Ends the browser as a flat battery would: every process at once, nothing is told.
    pub async fn kill(&self) {
        self.listen().await;
        let live = {
            let mut state = self.state();
            state.tabs.clear();
            state.live.take()
        };
        drop(live);
    }

    /// Starts the browser again with the same profile, at the start of the app.
    pub async fn reopen(&self) {
        self.start_again().await;
        self.open("").await;
    }

    /// Starts the browser again with the same profile, at no page.
    pub async fn start_again(&self) {
        if self.is_open() {
            self.kill().await;
        }
        let live = engine::start(self.0.engine, &self.0.folder).await;
        self.state().live = Some(live);
        self.apply_look().await;
        self.apply_clock().await;
    }

    /// Opens one more tab, which is then the one in front, at an address relative to the app's own.
    pub async fn new_tab(&self, path: &str) {
        self.listen().await;
        let driver = self.driver();
        let opened = async {
            if self.state().tabs.is_empty() {
                let first = driver.window().await?;
                self.state().tabs.push(first);
            }
            let tab = driver.new_tab().await?;
            self.state().tabs.push(tab.clone());
            driver.switch_to_window(tab).await
        };
        if let Err(error) = opened.await {
            panic!("{} cannot open a tab: {error}", self.who());
        }
        self.apply_look().await;
        self.apply_clock().await;
        self.open(path).await;
    }

    /// Brings a tab to the front, counted from 0 in the order they were opened.
    pub async fn tab(&self, place: usize) {
        self.listen().await;
        self.go_to_tab(place).await;
    }

    async fn go_to_tab(&self, place: usize) {
        let tabs = self.state().tabs.clone();
        let Some(tab) = tabs.get(place) else {
            panic!("{} has {} tabs, none at {place}", self.who(), tabs.len());
        };
        if let Err(error) = self.driver().switch_to_window(tab.clone()).await {
            panic!("{} cannot go to tab {place}: {error}", self.who());
        }
        self.apply_clock().await;
    }

    /// Closes the tab in front and goes to the first of the others.
    pub async fn close_tab(&self) {
        self.listen().await;
        let driver = self.driver();
        let closed = async {
            let tab = driver.window().await?;
            driver.close_window().await?;
            self.state().tabs.retain(|other| *other != tab);
            Ok::<_, thirtyfour::error::WebDriverError>(())
        };
        if let Err(error) = closed.await {
            panic!("{} cannot close the tab: {error}", self.who());
        }
        self.go_to_tab(0).await;
    }

    /// Presses a key, or types, where the focus is.
    pub async fn press(&self, keys: impl Into<TypingData>) {
        let pressed = self.driver().action_chain().send_keys(keys).perform().await;
        if let Err(error) = pressed {
            panic!("{} cannot press a key: {error}", self.who());
        }
    }

    /// Presses a key while another is held, such as Tab with Shift.
    pub async fn press_holding(&self, held: Key, key: Key) {
        let chain = self.driver().action_chain();
        let pressed = chain.key_down(held.clone()).send_keys(key).key_up(held);
        if let Err(error) = pressed.perform().await {
            panic!("{} cannot press a key: {error}", self.who());
        }
    }

    /// Goes with the Tab key alone until what has the focus is called this.
    pub async fn tab_to(&self, name: &str) {
        let mut passed = Vec::new();
        for _ in 0..150 {
            self.press(Key::Tab).await;
            if let Some((role, focused)) = self.focused().await {
                if focused == name {
                    return;
                }
                passed.push(format!("{role} \"{focused}\""));
            }
        }
        panic!(
            "{} does not come to \"{name}\" with the Tab key. It passed: {}",
            self.who(),
            passed.join(", ")
        );
    }

    /// Runs JavaScript in the page; for what no person can see, such as what is stored.
    pub async fn script(&self, script: &str, arguments: Vec<Value>) -> Value {
        match self.driver().execute(script, arguments).await {
            Ok(answer) => answer.json().clone(),
            Err(error) => panic!("{}: the script failed: {error}\n{script}", self.who()),
        }
    }

    /// Waits until a script answers this, for what no person can read out, such as a colour.
    pub async fn script_comes_to(&self, script: &str, wanted: impl Into<Value>) {
        self.comes_to(script, wanted.into(), async || self.script(script, vec![]).await).await;
    }

    /// The same for the body of an async function.
    pub async fn script_async_comes_to(&self, body: &str, wanted: impl Into<Value>) {
        self.comes_to(body, wanted.into(), async || self.script_async(body, vec![]).await).await;
    }

    async fn comes_to(&self, script: &str, wanted: Value, ask: impl AsyncFn() -> Value) {
        let mut patience = Patience::usual();
        loop {
            let answer = ask().await;
            if answer == wanted {
                return;
            }
            assert!(
                !patience.is_over(),
                "{}: should come to {wanted} but stays at {answer}:\n{script}",
                self.who()
            );
            sleep(BETWEEN_LOOKS).await;
        }
    }

    /// Runs an async function's body: `await` works in it, and `arguments` holds what is given.
    pub async fn script_async(&self, body: &str, arguments: Vec<Value>) -> Value {
        let script = format!(
            "const done = arguments[arguments.length - 1];
             (async function () {{ {body} }}).apply(null, arguments)
                 .then(value => done({{ value }}), error => done({{ error: String(error) }}));"
        );
        match self.driver().execute_async(script, arguments).await {
            Ok(answer) => {
                let answer = answer.json();
                if let Some(error) = answer.get("error") {
                    panic!("{}: the script failed: {error}\n{body}", self.who());
                }
                answer["value"].clone()
            }
            Err(error) => panic!("{}: the script failed: {error}\n{body}", self.who()),
        }
    }

    /// Lets time pass, for what has no sign on the screen. A wait for something visible is better.
    pub async fn waits(&self, time: Duration) {
        sleep(time).await;
    }

    /// Takes a picture of the page.
    pub async fn picture(&self, path: &Path) {
        if let Some(folder) = path.parent() {
            let _ = std::fs::create_dir_all(folder);
        }
        if let Err(error) = self.driver().screenshot(path).await {
            panic!("{} gives no picture: {error}", self.who());
        }
    }

    /// Everything that helps to understand a failure.
    pub(super) async fn describe(&self) -> String {
        let mut told = format!("--- {}", self.who());
        if !self.is_open() {
            return format!("{told}: not running\n");
        }
        let picture = target().join("whole-app").join(format!("{}.png", self.0.label));
        let _ = std::fs::create_dir_all(target().join("whole-app"));
        let taken = if engine::takes_pictures(self.engine()) {
            match self.driver().screenshot(&picture).await {
                Ok(()) => picture.display().to_string(),
                Err(error) => format!("none ({error})"),
            }
        } else {
            "none (with INDSATS_PICTURES=1 there is one)".to_owned()
        };
        let _ = writeln!(told, " at {}", self.url().await);
        let _ = writeln!(told, "picture: {taken}");
        let _ = writeln!(told, "console:");
        for line in self.console().await {
            let _ = writeln!(told, "  {line}");
        }
        if let Some(live) = &self.state().live {
            let _ = writeln!(told, "the programs said last:\n{}", live.last_words());
        }
        told
    }
}

/// Cargo's target folder.
pub fn target() -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR"))
        .parent()
        .map_or_else(|| PathBuf::from("target"), Path::to_path_buf)
}
