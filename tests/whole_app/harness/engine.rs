//! The two engines: how each is started with a profile of its own, and what it needs to be there.

use std::path::Path;
use std::time::Duration;

use serde_json::json;
use thirtyfour::{Capabilities, WebDriver};
use tokio::time::sleep;

use super::patience::Patience;
use super::ports::free_port;
use super::processes::{Folder, Group, program};
use super::wall_clock::ZONE;

/// A browser engine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    /// Of Chromebooks, Android and most desktops.
    Chromium,
    /// Of every iPad and iPhone.
    WebKit,
}

/// Whether a picture can be taken of a page. Without a graphics card WebKit lays its layers over each other on the
/// processor, which takes as long as all the rest of a story: it is spared that unless `INDSATS_PICTURES` asks for it.
pub(super) fn takes_pictures(engine: Engine) -> bool {
    engine == Engine::Chromium || std::env::var_os("INDSATS_PICTURES").is_some()
}

/// A running browser and the session that steers it.
pub(super) struct Live {
    pub driver: WebDriver,
    groups: Vec<Group>,
}

impl Live {
    /// What the programs said last, for a failure.
    pub fn last_words(&self) -> String {
        self.groups.iter().map(Group::last_words).collect()
    }
}

impl Drop for Live {
    fn drop(&mut self) {
        // The driver dies too, so nobody is left to be told that the session ends.
        let _ = self.driver.clone().leak();
    }
}

/// The mark in a profile that says that the system speaks English.
pub(super) const ENGLISH: &str = "english";

/// Where the console of a WebKit browser is written.
pub(super) const BROWSER_LOG: &str = "browser.log";

/// Starts a browser with the profile in `folder`, empty at first.
pub(super) async fn start(engine: Engine, folder: &Folder) -> Live {
    match engine {
        Engine::Chromium => start_chromium(folder).await,
        Engine::WebKit => start_webkit(folder).await,
    }
}

async fn start_chromium(folder: &Folder) -> Live {
    let program = program("CHROMEDRIVER", "chromedriver", "chromium-driver");
    let port = free_port();
    let profile = folder.folder("profile");
    let (lang, langs) =
        if profile.join(ENGLISH).exists() { ("en", "en-GB,en") } else { ("da", "da-DK,da") };
    let mut driver = Group::start(&program, &folder.join("driver.log"), |command| {
        command
            .arg(format!("--port={port}"))
            .env("LANGUAGE", lang)
            .env("TZ", ZONE)
            .env("HOME", folder.path());
    });
    driver.answers_on(port).await;
    let mut arguments: Vec<String> = [
        "--headless=new",
        // Chromium refuses its sandbox to root, and root is who a test machine has.
        "--no-sandbox",
        "--disable-gpu",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--disable-breakpad",
        // Small on many test machines, and a full one looks like a crash.
        "--disable-dev-shm-usage",
        "--force-color-profile=srgb",
    ]
    .map(ToOwned::to_owned)
    .into();
    arguments.push(format!("--lang={lang}"));
    arguments.push(format!("--user-data-dir={}", profile.display()));
    // What `./bench` asks of it besides.
    let more = std::env::var("INDSATS_CHROMIUM").unwrap_or_default();
    arguments.extend(more.split_whitespace().map(ToOwned::to_owned));
    let mut wishes = Capabilities::new();
    set(
        &mut wishes,
        "goog:chromeOptions",
        json!({
            "args": arguments,
            "prefs": {
                "intl.accept_languages": langs,
                "download.default_directory": folder.folder("downloads"),
                "download.prompt_for_download": false,
            },
            "perfLoggingPrefs": { "enableNetwork": true, "enablePage": false },
        }),
    );
    set(&mut wishes, "goog:loggingPrefs", json!({ "browser": "ALL", "performance": "ALL" }));
    connect(port, wishes, vec![driver]).await
}

async fn start_webkit(folder: &Folder) -> Live {
    let driver = program("INDSATS_WEBKIT_DRIVER", "WebKitWebDriver", "webkit2gtk-driver");
    let browser = program("INDSATS_GJS", "gjs", "gjs and gir1.2-webkit2-4.1");
    let (screen, display) = start_screen(folder).await;
    let script = folder.join("webkit_browser.js");
    std::fs::write(&script, include_str!("webkit_browser.js"))
        .expect("the temp folder is writable");

    let target = format!("127.0.0.1:{}", free_port());
    let mut browser = Group::start(&browser, &folder.join(BROWSER_LOG), |command| {
        command
            .arg(&script)
            .arg(folder.folder("profile"))
            .arg(folder.folder("downloads"))
            .env("DISPLAY", &display)
            .env("GDK_BACKEND", "x11")
            // Neither the session bus of a desktop nor its settings: a test looks alike everywhere.
            .env("GSETTINGS_BACKEND", "memory")
            .env("NO_AT_BRIDGE", "1")
            .env("LANGUAGE", "da")
            .env("TZ", ZONE)
            .env("HOME", folder.path())
            .env("WEBKIT_INSPECTOR_SERVER", &target);
        if !takes_pictures(Engine::WebKit) {
            command.env("WEBKIT_DISABLE_COMPOSITING_MODE", "1");
        }
    });
    browser.answers_on(port_of(&target)).await;

    let port = free_port();
    let mut driver = Group::start(&driver, &folder.join("driver.log"), |command| {
        command.arg(format!("--port={port}")).arg("-t").arg(&target);
    });
    driver.answers_on(port).await;
    connect(port, Capabilities::new(), vec![driver, browser, screen]).await
}

/// WebKit draws only on a screen: one in memory, that nobody else uses.
async fn start_screen(folder: &Folder) -> (Group, String) {
    let program = program("INDSATS_XVFB", "Xvfb", "xvfb");
    let answer = folder.join("display");
    let _ = std::fs::remove_file(&answer);
    // It picks a free display itself and says which.
    let screen = Group::start("sh", &folder.join("screen.log"), |command| {
        command
            .arg("-c")
            .arg("exec \"$0\" -displayfd 3 -screen 0 1400x1400x24 -nolisten tcp 3> \"$1\"")
            .arg(program)
            .arg(&answer);
    });
    let mut patience = Patience::usual();
    loop {
        let display = std::fs::read_to_string(&answer).unwrap_or_default();
        if display.ends_with('\n') {
            return (screen, format!(":{}", display.trim()));
        }
        if patience.is_over() {
            panic!("Xvfb gave no display. It said:\n{}", screen.last_words());
        }
        sleep(Duration::from_millis(20)).await;
    }
}

async fn connect(port: u16, wishes: Capabilities, groups: Vec<Group>) -> Live {
    match WebDriver::new(format!("http://127.0.0.1:{port}"), wishes).await {
        Ok(driver) => Live { driver, groups },
        Err(error) => {
            let said: String = groups.iter().map(Group::last_words).collect();
            panic!("the browser does not start: {error}\nIts programs said:\n{said}");
        }
    }
}

fn set(wishes: &mut Capabilities, name: &str, value: serde_json::Value) {
    wishes.set(name, value).expect("JSON goes into JSON");
}

fn port_of(address: &str) -> u16 {
    let port = address.rsplit(':').next().and_then(|port| port.parse().ok());
    port.expect("an address ends with a port")
}

/// Puts a file into the profile or takes it away: how the WebKit browser is told about the system.
pub(super) fn mark(profile: &Path, name: &str, on: bool) {
    let path = profile.join(name);
    if on {
        std::fs::write(path, "").expect("the profile is writable");
    } else {
        let _ = std::fs::remove_file(path);
    }
}
