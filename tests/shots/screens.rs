//! Which screens are drawn, and how a person comes to each.

use std::pin::Pin;

use crate::harness::Browser;

/// A screen or a state of it.
pub struct Screen {
    /// Its name on the page of pictures.
    pub name: &'static str,
    /// From an empty profile to the screen.
    pub steps: Steps,
}

type Steps = Box<dyn FnOnce(Browser) -> Pin<Box<dyn Future<Output = ()>>>>;

fn screen(name: &'static str, steps: impl AsyncFnOnce(Browser) + 'static) -> Screen {
    Screen { name, steps: Box::new(|browser| Box::pin(async { steps(browser).await })) }
}

/// All of them, in the order a person meets them.
pub fn all() -> Vec<Screen> {
    vec![screen("Overblik, første gang", async |anna: Browser| {
        anna.open("").await;
    })]
}
