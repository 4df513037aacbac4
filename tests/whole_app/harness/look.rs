//! How large, how dark and how still the screen is; and how much room there is to store.

use std::time::Duration;

use serde_json::{Value, json};
use tokio::time::sleep;

use super::browser::Browser;
use super::engine::{ENGLISH, Engine, mark};
use super::patience::{BETWEEN_LOOKS, Patience};

/// A screen, in CSS pixels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Size {
    /// Across.
    pub width: u32,
    /// Down.
    pub height: u32,
}

impl Size {
    /// A phone held upright.
    pub const PHONE: Self = Self::new(390, 844);
    /// The narrowest phone.
    pub const NARROW: Self = Self::new(320, 568);
    /// A tablet held upright.
    pub const TABLET: Self = Self::new(820, 1180);
    /// A tablet on the table.
    pub const TABLET_ACROSS: Self = Self::new(1180, 820);

    /// Any other.
    pub const fn new(width: u32, height: u32) -> Self {
        Self { width, height }
    }
}

/// What is asked of a browser, kept so that it outlives its restart.
#[derive(Clone, Copy)]
pub(super) struct Look {
    size: Size,
    dark: bool,
    still: bool,
}

impl Default for Look {
    fn default() -> Self {
        Self { size: Size::TABLET_ACROSS, dark: false, still: false }
    }
}

impl Browser {
    /// Another screen.
    pub async fn size(&self, size: Size) {
        self.state().look.size = size;
        self.apply_look().await;
    }

    /// The system's dark theme on or off.
    pub async fn dark(&self, on: bool) {
        self.state().look.dark = on;
        self.apply_look().await;
    }

    /// The system's wish for no movement on or off.
    pub async fn still(&self, on: bool) {
        self.state().look.still = on;
        self.apply_look().await;
    }

    /// From now on the system speaks English instead of Danish. The browser starts again for it.
    pub async fn speaks_english(&self) {
        self.kill().await;
        mark(&self.folder().folder("profile"), ENGLISH, true);
        self.reopen().await;
    }

    pub(super) async fn apply_look(&self) {
        let look = self.state().look;
        match self.engine() {
            Engine::Chromium => self.emulate(look).await,
            Engine::WebKit => self.arrange(look).await,
        }
        // Both engines say yes before they have done it. Chromium's width is left out: on a page that does not
        // say it is made for phones, such as an empty tab, it is another by design.
        let width = match self.engine() {
            Engine::Chromium => json!(null),
            Engine::WebKit => json!(look.size.width),
        };
        let asked = json!([width, look.dark, look.still]);
        let mut patience = Patience::usual();
        loop {
            let mut seen = self
                .script(
                    "const is = query => matchMedia(query).matches;
                     return [innerWidth, is('(prefers-color-scheme: dark)'), is('(prefers-reduced-motion: reduce)')]",
                    vec![],
                )
                .await;
            if width.is_null() {
                seen[0].take();
            }
            if seen == asked {
                return;
            }
            if patience.is_over() {
                panic!(
                    "{} should look like {asked} (width, dark, still) but looks like {seen}",
                    self.who()
                );
            }
            sleep(BETWEEN_LOOKS).await;
        }
    }

    async fn emulate(&self, look: Look) {
        let touch = look.size.width.min(look.size.height) < 900;
        self.devtools(
            "Emulation.setDeviceMetricsOverride",
            json!({
                "width": look.size.width, "height": look.size.height,
                "deviceScaleFactor": 1, "mobile": touch,
            }),
        )
        .await;
        self.devtools(
            "Emulation.setTouchEmulationEnabled",
            json!({ "enabled": touch, "maxTouchPoints": 5 }),
        )
        .await;
        let scheme = if look.dark { "dark" } else { "light" };
        let motion = if look.still { "reduce" } else { "no-preference" };
        self.devtools(
            "Emulation.setEmulatedMedia",
            json!({ "features": [
                { "name": "prefers-color-scheme", "value": scheme },
                { "name": "prefers-reduced-motion", "value": motion },
            ] }),
        )
        .await;
    }

    async fn arrange(&self, look: Look) {
        let profile = self.folder().folder("profile");
        mark(&profile, "dark", look.dark);
        mark(&profile, "still", look.still);
        let Size { width, height } = look.size;
        if let Err(error) = self.driver().set_window_rect(0, 0, width, height).await {
            panic!("{} cannot be {width} by {height}: {error}", self.who());
        }
    }

    /// A command of the DevTools protocol. Chromium only.
    pub async fn devtools(&self, method: &str, parameters: Value) -> Value {
        assert_eq!(self.engine(), Engine::Chromium, "{method} exists in Chromium alone");
        match self.driver().cdp().send_raw(method, parameters).await {
            Ok(answer) => answer,
            Err(error) => panic!("{} refuses {method}: {error}", self.who()),
        }
    }

    /// Leaves the app only this much room to store in, or all of it again. Chromium only.
    pub async fn room_to_store(&self, bytes: Option<u64>) {
        let mut parameters = json!({ "origin": self.origin() });
        if let Some(bytes) = bytes {
            parameters["quotaSize"] = json!(bytes);
        }
        self.devtools("Storage.overrideQuotaForOrigin", parameters).await;
        // The page asks for its quota through a cache that is a moment behind.
        sleep(Duration::from_millis(100)).await;
    }
}
