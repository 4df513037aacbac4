//! A story: what happens, in both engines, as one test for each.

use std::cell::{Cell, RefCell};
use std::panic::{AssertUnwindSafe, resume_unwind};
use std::path::Path;

use futures::FutureExt;

use super::browser::Browser;
use super::engine::Engine;
use super::server::{Build, Server};
use super::wall_clock::Moment;

/// Where a story plays: it hands out servers and browsers, and looks after the browsers at the end.
pub struct Stage {
    engine: Engine,
    name: String,
    moment: RefCell<Moment>,
    /// How far ahead of the machine's clock the story's is, once its first browser has begun.
    ahead: Cell<Option<f64>>,
    browsers: RefCell<Vec<Browser>>,
}

impl Stage {
    /// The engine of all browsers in the story.
    pub fn engine(&self) -> Engine {
        self.engine
    }

    /// A server of the app.
    pub async fn serve_app(&self, build: Build) -> Server {
        Server::start(&build.folder(), &build.base()).await
    }

    /// A server of any folder.
    pub async fn serve(&self, dist: impl AsRef<Path>, base: &str) -> Server {
        Server::start(dist.as_ref(), base).await
    }

    /// The story is about a moment of its own, as `2026-11-23T10:42:00`. Said before its first browser begins.
    pub fn is_on(&self, moment: &str) {
        self.plays(Moment::Of(moment.to_owned()));
    }

    /// The story is about today, whatever day that is. Said before its first browser begins.
    pub fn is_today(&self) {
        self.plays(Moment::Today);
    }

    fn plays(&self, moment: Moment) {
        assert!(self.browsers.borrow().is_empty(), "a story has one day from its first page on");
        self.moment.replace(moment);
    }

    /// A person's browser, empty at first and with nothing opened. Each call is another device.
    pub async fn browser(&self, who: &str, server: &Server) -> Browser {
        let browser = Browser::start(self.engine, &self.name, who, server).await;
        let moment = self.moment.borrow().in_words();
        let ahead = match (self.ahead.get(), moment) {
            (Some(ahead), _) => ahead,
            (None, Some(moment)) => browser.ahead_on(&moment).await,
            (None, None) => 0.0,
        };
        self.ahead.set(Some(ahead));
        browser.be_ahead(ahead).await;
        self.browsers.borrow_mut().push(browser.clone());
        browser
    }

    /// A browser that is not looked after: nobody asks at the end what it asked for.
    pub async fn stranger(&self, who: &str, server: &Server) -> Browser {
        Browser::start(self.engine, &self.name, who, server).await
    }

    /// Says something about the run that a reader of its output should know.
    pub fn note(&self, words: &str) {
        println!("note: {} in {:?}: {words}", self.name, self.engine);
    }

    /// Closes a browser before the story ends, with the same checks as at its end.
    pub async fn done_with(&self, browser: &Browser) {
        Self::assert_clean(browser).await;
        browser.kill().await;
    }

    /// What holds at the end of every story.
    async fn assert_all_clean(&self) {
        let browsers = self.browsers.borrow().clone();
        for browser in browsers {
            Self::assert_clean(&browser).await;
        }
    }

    async fn assert_clean(browser: &Browser) {
        let errors = browser.console_errors().await;
        assert!(
            errors.is_empty(),
            "{} has errors in the console:\n  {}",
            browser.who(),
            errors.join("\n  ")
        );
        let foreign = browser.requests_to_other_origins().await;
        assert!(
            foreign.is_empty(),
            "{} asked other origins for:\n  {}",
            browser.who(),
            foreign.join("\n  ")
        );
    }
}

/// Plays a story; on failure every browser tells where it was.
pub fn play(engine: Engine, name: &str, story: impl AsyncFnOnce(&Stage)) {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .expect("a test can have a runtime");
    runtime.block_on(async {
        let stage = Stage {
            engine,
            name: name.to_owned(),
            moment: RefCell::default(),
            ahead: Cell::default(),
            browsers: RefCell::default(),
        };
        let played = async {
            story(&stage).await;
            stage.assert_all_clean().await;
        };
        if let Err(panic) = AssertUnwindSafe(played).catch_unwind().await {
            let browsers = stage.browsers.borrow().clone();
            for browser in browsers {
                let told = AssertUnwindSafe(browser.describe()).catch_unwind().await;
                println!("{}", told.unwrap_or_else(|_| "(no answer)".to_owned()));
            }
            resume_unwind(panic);
        }
    });
}

/// Makes one test for each engine: `name::in_chromium` and `name::in_webkit`.
macro_rules! for_both_engines {
    ($(#[$about:meta])* $name:ident, $story:expr) => {
        $(#[$about])*
        mod $name {
            use super::*;

            #[test]
            fn in_chromium() {
                $crate::harness::story::play($crate::harness::Engine::Chromium, stringify!($name), $story);
            }

            #[test]
            fn in_webkit() {
                $crate::harness::story::play($crate::harness::Engine::WebKit, stringify!($name), $story);
            }
        }
    };
}
pub(crate) use for_both_engines;

/// Makes one test, in Chromium: for what axe-core says of a room's screens, which it works out of names, styles and
/// places alike in both engines. The screens of `stories::screens` are asked in both.
macro_rules! for_one_engine {
    ($(#[$about:meta])* $name:ident, $story:expr) => {
        $(#[$about])*
        #[test]
        fn $name() {
            $crate::harness::story::play($crate::harness::Engine::Chromium, stringify!($name), $story);
        }
    };
}
pub(crate) use for_one_engine;
