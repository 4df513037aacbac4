//! A row of elements, one for each of several things, kept as the things change.

use std::collections::BTreeMap;
use std::rc::Rc;

use leptos::prelude::*;
use leptos::reactive::owner::Owner;
use web_sys::Node;

use super::content::{Content as _, View};
use super::element::El;
use super::live::{follow, mark};

/// One thing: what it is known by, and how its element is made.
type Row = (String, Box<dyn FnOnce() -> El>);

struct Kept {
    node: Node,
    owner: Owner,
    /// What came along with the thing, such as its words as a signal. Goes when the last row of the
    /// same run does.
    _given: Owner,
}

/// An element for each of the things that `items` gives. A thing is known by its key: its element is
/// made once, moves with it and goes with it.
pub fn each<T: 'static>(
    items: impl Fn() -> Vec<T> + 'static,
    key: impl Fn(&T) -> String + 'static,
    row: impl Fn(T) -> El + 'static,
) -> View {
    let row = Rc::new(row);
    rows(Box::new(move || {
        let items = items().into_iter();
        items
            .map(|item| -> Row {
                let row = Rc::clone(&row);
                (key(&item), Box::new(move || row(item)))
            })
            .collect()
    }))
}

fn rows(items: Box<dyn Fn() -> Vec<Row>>) -> View {
    let part = View::nothing();
    let (start, end) = (mark(), mark());
    // A fragment that was just made takes any node; so do the parents of marks below.
    let _ = part.0.append_child(&start);
    let _ = part.0.append_child(&end);
    // A row outlives the run that made it, so it belongs to whom the list belongs to.
    let list = Owner::current().unwrap_or_default();
    let mut kept = BTreeMap::<String, Kept>::new();
    follow(move || {
        // A row outlives the run that made it, and so does what it was given.
        let given = list.child();
        let items = given.with(&items);
        let Some(parent) = end.parent_node() else { return };
        let mut before = std::mem::take(&mut kept);
        let mut made = Vec::new();
        for (key, make) in items {
            let row = before.remove(&key).unwrap_or_else(|| {
                let owner = list.child();
                let View(node) = owner.with(|| untrack(make)).view();
                Kept { node, owner, _given: given.clone() }
            });
            made.push(row.node.clone());
            kept.insert(key, row);
        }
        for gone in before.into_values() {
            let _ = parent.remove_child(&gone.node);
            gone.owner.cleanup();
        }
        let mut next = start.next_sibling();
        for node in made {
            let here = next.as_ref().is_some_and(|next| next.is_same_node(Some(&node)));
            if here {
                next = node.next_sibling();
            } else {
                let _ = parent.insert_before(&node, next.as_ref());
            }
        }
    });
    part
}
