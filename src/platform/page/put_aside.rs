//! Whether the browser has put this page aside: kept whole while another page is shown, so that going back is quick.
//!
//! Nothing runs in such a page, so a transaction that it has begun stays open, and every other page of the app waits
//! behind it for as long as nobody goes back: in Safari that was an empty page. What a page does in the store is
//! therefore broken off when it is put aside, and begun anew when it is shown again.

use std::cell::{Cell, RefCell};
use std::pin::pin;
use std::rc::Rc;

use futures::FutureExt;
use futures::channel::oneshot::{self, Receiver, Sender};
use futures::future::{Either, Shared, select};
use wasm_bindgen::JsCast;
use web_sys::PageTransitionEvent;

use crate::platform::listen::listen;

/// Where the page is.
struct Page {
    is_aside: Cell<bool>,
    next: RefCell<Change>,
}

/// The next time that this changes: who says so, and what everybody waits for who wants to hear of it. Whoever
/// stops waiting is forgotten, so nothing gathers while the page is shown for hours.
struct Change {
    says: Sender<()>,
    comes: Shared<Receiver<()>>,
}

impl Change {
    fn to_come() -> Self {
        let (says, comes) = oneshot::channel();
        Self { says, comes: comes.shared() }
    }
}

thread_local! {
    static PAGE: Rc<Page> = Page::watched();
}

impl Page {
    /// One that follows the browser, from now on and for as long as the page lives.
    fn watched() -> Rc<Self> {
        let page = Self { is_aside: Cell::new(false), next: RefCell::new(Change::to_come()) };
        let page = Rc::new(page);
        let Some(window) = web_sys::window() else { return page };
        for (event, is_aside) in [("pagehide", true), ("pageshow", false)] {
            let page = Rc::clone(&page);
            listen(&window, event, move |event| {
                // A page that is not kept ends, and what it had begun ends with it.
                if event.unchecked_ref::<PageTransitionEvent>().persisted() {
                    page.is_aside.set(is_aside);
                    // Where nobody waits there is nobody to tell.
                    let _ = page.next.replace(Change::to_come()).says.send(());
                }
            });
        }
        page
    }

    /// Waits until the page is aside, or is shown.
    async fn comes_to(&self, is_aside: bool) {
        while self.is_aside.get() != is_aside {
            let change = self.next.borrow().comes.clone();
            // Said or given up: either way it is looked again.
            let _ = change.await;
        }
    }
}

/// Waits until the page is shown, which as a rule it is.
pub async fn is_shown() {
    PAGE.with(Rc::clone).comes_to(false).await;
}

/// Does something as long as the page is shown. `None` when the page was put aside before it was done: what was
/// done so far has been let go, and this returns before the page stands still.
pub async fn while_shown<T>(work: impl Future<Output = T>) -> Option<T> {
    let page = PAGE.with(Rc::clone);
    let put_aside = page.comes_to(true);
    match select(pin!(work), pin!(put_aside)).await {
        Either::Left((done, _)) => Some(done),
        Either::Right(_) => None,
    }
}
