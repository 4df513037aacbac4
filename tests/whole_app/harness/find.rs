//! Elements as a person knows them: by what they are and what they are called.

use std::panic::Location;
use std::time::Duration;

use serde::Deserialize;
use serde_json::{Value, json};
use thirtyfour::WebElement;
use thirtyfour::error::WebDriverError;
use tokio::time::sleep;

use super::browser::Browser;
use super::patience::{BETWEEN_LOOKS, PATIENCE, Patience};
use super::role::{Name, Role, containing};

const SCRIPT: &str = include_str!("find.js");

/// The script that does what is asked.
fn script(asked: &str) -> String {
    SCRIPT.replace("ASKED", asked)
}

/// One step of a search: what to look for inside the element before it.
#[derive(Clone, Debug)]
pub struct Step {
    role: Role,
    name: Name,
    nth: Option<usize>,
}

impl Step {
    fn to_json(&self) -> Value {
        let (name, part) = match &self.name {
            Name::Whole(name) => (Some(name), false),
            Name::Part(name) => (Some(name), true),
            Name::Any => (None, false),
        };
        json!({ "roles": self.role.roles(), "name": name, "part": part, "nth": self.nth })
    }

    fn in_words(&self) -> String {
        let role = match self.role {
            Role::Other(role) => role.to_owned(),
            role => format!("{role:?}").to_lowercase(),
        };
        let name = match &self.name {
            Name::Whole(name) => format!(" \"{name}\""),
            Name::Part(name) => format!(" containing \"{name}\""),
            Name::Any => String::new(),
        };
        let nth = self.nth.map(|nth| format!(" number {}", nth + 1));
        format!("{role}{name}{}", nth.unwrap_or_default())
    }
}

/// An element that is looked for anew each time something is done with it, so it may come, go and be redrawn.
#[derive(Clone)]
pub struct Finder {
    pub(super) browser: Browser,
    steps: Vec<Step>,
    at: &'static Location<'static>,
}

/// What one look at the page showed.
#[derive(Deserialize)]
struct Look {
    place: usize,
    found: Vec<Value>,
    names: Vec<String>,
}

impl Finder {
    /// Of several, the one at this place, from 0. For lists whose items have the same name.
    pub fn nth(mut self, nth: usize) -> Self {
        if let Some(step) = self.steps.last_mut() {
            step.nth = Some(nth);
        }
        self
    }

    /// Of several, the first.
    pub fn first(self) -> Self {
        self.nth(0)
    }

    /// What is looked for, in words.
    pub fn in_words(&self) -> String {
        let steps: Vec<_> = self.steps.iter().rev().map(Step::in_words).collect();
        steps.join(" in ")
    }

    async fn look(&self) -> Result<Look, WebDriverError> {
        let steps: Vec<_> = self.steps.iter().map(Step::to_json).collect();
        let look = script("return look();");
        self.browser.driver().execute(look, vec![Value::Array(steps)]).await?.convert()
    }

    /// Waits a second at most until there is `"one"`, are `"some"`, is `"none"` or are so many, and gives what there is
    /// then. A page that is being left while it waits cannot be asked.
    async fn look_for(&self, wish: impl Into<Value>) -> Result<Look, WebDriverError> {
        let steps: Vec<_> = self.steps.iter().map(Step::to_json).collect();
        let arguments = vec![Value::Array(steps), wish.into()];
        let look = self.browser.driver().execute_async(script("wait();"), arguments).await;
        match look {
            Ok(look) => look.convert(),
            Err(error) => {
                sleep(BETWEEN_LOOKS).await;
                Err(error)
            }
        }
    }

    fn elements(&self, look: Look) -> Vec<WebElement> {
        let handle = self.browser.driver().handle().clone();
        look.found
            .into_iter()
            .filter_map(|found| WebElement::from_json(found, handle.clone()).ok())
            .collect()
    }

    /// The first there is at this moment, without waiting.
    pub(super) async fn one(&self) -> Option<WebElement> {
        self.look().await.ok().and_then(|look| self.elements(look).into_iter().next())
    }

    /// How many there are at this moment, without waiting.
    pub async fn count(&self) -> usize {
        match self.look().await {
            Ok(look) if look.place + 1 == self.steps.len() => look.found.len(),
            _ => 0,
        }
    }

    /// Waits until there are so many, and ends the test with the number there is instead.
    pub async fn count_comes_to(&self, wanted: usize) {
        let mut patience = Patience::usual();
        loop {
            let count = self.look_for(wanted).await.map_or(0, |look| look.found.len());
            if count == wanted {
                return;
            }
            if patience.is_over() {
                self.fail(&format!("should be there {wanted} times and is there {count} times"))
                    .await;
            }
        }
    }

    /// Waits until there is one, or several where text stands in several places.
    pub async fn appears(&self) {
        self.appears_within(PATIENCE).await;
    }

    /// The same with a patience of its own.
    pub async fn appears_within(&self, time: Duration) {
        let mut patience = Patience::of(time);
        while !self.look_for("some").await.is_ok_and(|look| !look.found.is_empty()) {
            if patience.is_over() {
                self.fail("is not there").await;
            }
        }
    }

    /// Waits until there is none, for what was there. What has not come yet is gone as well: of what must not
    /// come at all [`Finder::stays_gone`] is asked.
    pub async fn is_gone(&self) {
        let mut patience = Patience::usual();
        loop {
            // A page that is just changing cannot be asked, and that is not an answer.
            if self.look_for("none").await.is_ok_and(|look| look.found.is_empty()) {
                return;
            }
            if patience.is_over() {
                self.fail("is still there").await;
            }
        }
    }

    /// Waits until the page has come to rest and there is still none, for what must not come.
    pub async fn stays_gone(&self) {
        self.is_gone().await;
        self.browser.comes_to_rest().await;
        if !self.look().await.is_ok_and(|look| look.found.is_empty()) {
            self.fail("came all the same").await;
        }
    }

    /// Waits for exactly one, and does something with it that may fail as long as the page moves.
    pub async fn with<T>(
        &self,
        verb: &str,
        action: impl AsyncFn(WebElement) -> Result<T, WebDriverError>,
    ) -> T {
        let mut patience = Patience::usual();
        loop {
            let trouble = match self.look_for("one").await {
                Ok(look) if look.names.len() > 1 => format!(
                    "is not one but several ({}): {}",
                    self.steps[look.place].in_words(),
                    look.names.join(", ")
                ),
                Ok(look) => match self.elements(look).pop() {
                    None => "is not there".to_owned(),
                    Some(element) => match action(element).await {
                        Ok(value) => return value,
                        Err(error) => {
                            sleep(BETWEEN_LOOKS).await;
                            format!("cannot be used to {verb}: {error}")
                        }
                    },
                },
                Err(error) => format!("cannot be looked for: {error}"),
            };
            if patience.is_over() {
                self.fail(&trouble).await;
            }
        }
    }

    /// Waits until `expected` holds for the one element; `wish` says what in a failure.
    pub async fn until<T: std::fmt::Debug>(
        &self,
        wish: &str,
        read: impl AsyncFn(WebElement) -> Result<T, WebDriverError>,
        expected: impl Fn(&T) -> bool,
    ) {
        let mut patience = Patience::usual();
        loop {
            let value = self.with("read", &read).await;
            if expected(&value) {
                return;
            }
            if patience.is_over() {
                self.fail(&format!("{wish}, but it has {value:?}")).await;
            }
            sleep(BETWEEN_LOOKS).await;
        }
    }

    /// Ends the test with what was seen instead.
    pub(super) async fn fail(&self, trouble: &str) -> ! {
        let seen = self.browser.seen().await;
        panic!(
            "{}: {} {trouble}.\n  asked for at {}\n  on the screen:\n    {}",
            self.browser.who(),
            self.in_words(),
            self.at,
            seen.join("\n    ")
        )
    }
}

/// Whether the page has nothing on its way and changes no more for as long as a slow answer takes. What a clock writes
/// each second does not count as change for ever: between two of its ticks there is rest.
const REST: &str = "
    const quiet = new Promise(done => {
        let timer = setTimeout(done, 300);
        const again = () => { clearTimeout(timer); timer = setTimeout(done, 300); };
        const watch = { subtree: true, childList: true, characterData: true, attributes: true };
        new MutationObserver(again).observe(document, watch);
    });
    const enough = new Promise(done => setTimeout(done, 5000));
    await Promise.race([quiet, enough]);
    return document.readyState === 'complete' && !document.querySelector('[aria-busy=true]');";

impl Browser {
    /// Waits until the page has nothing on its way and changes no more.
    pub async fn comes_to_rest(&self) {
        let mut patience = Patience::usual();
        while !self.rests().await {
            assert!(!patience.is_over(), "{}: the page does not come to rest", self.who());
        }
    }

    /// Waits for the page to come to rest, for some seconds, and says whether it has.
    async fn rests(&self) -> bool {
        // A page that is just being left cannot be asked, and is not at rest.
        let asked = format!(
            "const done = arguments[0]; (async () => {{ {REST} }})().then(done, () => done(false));"
        );
        let answer = self.driver().execute_async(asked, vec![]).await;
        answer.is_ok_and(|answer| *answer.json() == json!(true))
    }

    /// Everything with a role on the page, as `role "name"`.
    pub async fn seen(&self) -> Vec<String> {
        let answer = self.driver().execute(script("return everything();"), vec![]).await;
        answer
            .and_then(|answer| answer.convert())
            .unwrap_or_else(|error| vec![format!("(the page cannot be asked: {error})")])
    }

    /// Role and name of what has the focus.
    pub async fn focused(&self) -> Option<(String, String)> {
        let answer = self.driver().execute(script("return focused();"), vec![]).await;
        answer.and_then(|answer| answer.convert()).unwrap_or(None)
    }

    /// Waits until the focus is on what has this name, and this role where one is given.
    pub async fn focus_comes_to(&self, role: impl Into<Option<&str>>, name: &str) {
        let role = role.into();
        let mut patience = Patience::usual();
        loop {
            let focused = self.focused().await;
            let is_there = focused
                .as_ref()
                .is_some_and(|(its, named)| named == name && role.is_none_or(|role| role == its));
            if is_there {
                return;
            }
            assert!(
                !patience.is_over(),
                "the focus should be on {role:?} {name:?} but is on {focused:?}"
            );
            sleep(BETWEEN_LOOKS).await;
        }
    }
}

/// Ways to name an element: on the whole page, or inside another element.
pub trait Finds: Sized {
    /// Where the search starts.
    #[doc(hidden)]
    fn inside(&self) -> (Browser, Vec<Step>);

    /// Any role.
    #[track_caller]
    fn role(&self, role: Role, name: impl Into<Name>) -> Finder {
        let (browser, mut steps) = self.inside();
        steps.push(Step { role, name: name.into(), nth: None });
        Finder { browser, steps, at: Location::caller() }
    }

    /// A button, by what it says.
    #[track_caller]
    fn button(&self, name: impl Into<Name>) -> Finder {
        self.role(Role::Button, name)
    }

    /// A link, by what it says.
    #[track_caller]
    fn link(&self, name: impl Into<Name>) -> Finder {
        self.role(Role::Link, name)
    }

    /// Something to write or pick in, by its label.
    #[track_caller]
    fn field(&self, label: impl Into<Name>) -> Finder {
        self.role(Role::Field, label)
    }

    /// One choice in the group of that name.
    #[track_caller]
    fn radio(&self, group: impl Into<Name>, label: impl Into<Name>) -> Finder {
        self.role(Role::Group, group).role(Role::Radio, label)
    }

    /// A box to tick or a switch, by its label.
    #[track_caller]
    fn checkbox(&self, label: impl Into<Name>) -> Finder {
        self.role(Role::Checkbox, label)
    }

    /// A heading.
    #[track_caller]
    fn heading(&self, name: impl Into<Name>) -> Finder {
        self.role(Role::Heading, name)
    }

    /// An open dialog, by its heading or label.
    #[track_caller]
    fn dialog(&self, name: impl Into<Name>) -> Finder {
        self.role(Role::Dialog, name)
    }

    /// A group of controls, by its legend or label.
    #[track_caller]
    fn group(&self, name: impl Into<Name>) -> Finder {
        self.role(Role::Group, name)
    }

    /// An item of a list, by its words.
    #[track_caller]
    fn item(&self, words: impl Into<Name>) -> Finder {
        self.role(Role::Item, words)
    }

    /// A field for files, by its label.
    #[track_caller]
    fn file_field(&self, label: impl Into<Name>) -> Finder {
        self.role(Role::File, label)
    }

    /// Words that stand somewhere, as part of an element's text.
    #[track_caller]
    fn text(&self, words: &str) -> Finder {
        self.role(Role::Text, containing(words))
    }
}

impl Finds for Browser {
    fn inside(&self) -> (Browser, Vec<Step>) {
        (self.clone(), Vec::new())
    }
}

impl Finds for Finder {
    fn inside(&self) -> (Browser, Vec<Step>) {
        (self.browser.clone(), self.steps.clone())
    }
}
