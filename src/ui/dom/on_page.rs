//! What the page as a whole is told about what is on it: a class of the document's root.
//!
//! A style that asks `:has()` of a whole page is matched anew at every node that comes or goes, and at
//! every key that is pressed one does.

use std::cell::RefCell;
use std::collections::BTreeMap;

use leptos::prelude::*;

thread_local! {
    /// How many things on the page ask for a class.
    static ASKED: RefCell<BTreeMap<&'static str, usize>> = const { RefCell::new(BTreeMap::new()) };
}

/// Gives the root of the document a class until the owner that this is called under goes.
pub fn on_page(class: &'static str) {
    if count(class, |n| n + 1) == 1 {
        mark(class, true);
    }
    on_cleanup(move || {
        if count(class, |n| n.saturating_sub(1)) == 0 {
            mark(class, false);
        }
    });
}

fn count(class: &'static str, change: impl FnOnce(usize) -> usize) -> usize {
    ASKED.with_borrow_mut(|asked| {
        let n = asked.entry(class).or_default();
        *n = change(*n);
        *n
    })
}

fn mark(class: &'static str, is: bool) {
    if let Some(root) = document().document_element() {
        // Refused only for a class with a space in it.
        let _ = root.class_list().toggle_with_force(class, is);
    }
}
