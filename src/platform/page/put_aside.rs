//! Whether the browser has put this page aside: kept whole while another page is shown, so that going back is quick.
//!
//! Nothing runs in such a page, so a transaction that it has begun stays open, and every other page of the app waits
//! behind it for as long as nobody goes back: in Safari that was an empty page. What a page does in the store is
//! therefore broken off when it is put aside, and begun anew when it is shown again.

use std::cell::{Cell, RefCell};
use std::future::poll_fn;
use std::pin::pin;
use std::rc::Rc;
use std::task::{Poll, Waker};

use futures::future::{Either, select};
use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::PageTransitionEvent;

/// Where the page is.
#[derive(Default)]
struct Page {
    is_aside: Cell<bool>,
    /// Who waits for that to change.
    waiting: RefCell<Vec<Waker>>,
}

thread_local! {
    static PAGE: Rc<Page> = Page::watched();
}

impl Page {
    /// One that follows the browser, from now on and for as long as the page lives.
    fn watched() -> Rc<Self> {
        let page = Rc::new(Self::default());
        let Some(window) = web_sys::window() else { return page };
        for (event, is_aside) in [("pagehide", true), ("pageshow", false)] {
            let page = Rc::clone(&page);
            let change =
                Closure::<dyn Fn(PageTransitionEvent)>::new(move |event: PageTransitionEvent| {
                    // One that is not kept ends, and what it had begun ends with it.
                    if event.persisted() {
                        page.is_aside.set(is_aside);
                        page.waiting.take().into_iter().for_each(Waker::wake);
                    }
                });
            // Refused only for a handler that is no function.
            let _ = window.add_event_listener_with_callback(event, change.as_ref().unchecked_ref());
            change.forget();
        }
        page
    }

    /// Waits until the page is aside, or is shown.
    async fn comes_to(&self, is_aside: bool) {
        poll_fn(|task| {
            if self.is_aside.get() == is_aside {
                return Poll::Ready(());
            }
            self.waiting.borrow_mut().push(task.waker().clone());
            Poll::Pending
        })
        .await;
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
