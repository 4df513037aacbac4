//! What follows a signal: effects, texts, and parts of a page that are made anew.

use leptos::prelude::*;
use leptos::reactive::effect::RenderEffect;
use leptos::wasm_bindgen::JsCast;
use web_sys::{FocusOptions, HtmlElement, Node};

use super::content::{Content, View};
use super::signals::memo;

/// Does something now, and again whenever a signal it read has changed, until its owner goes.
pub fn follow(run: impl FnMut() + 'static) {
    follow_boxed(Box::new(run));
}

fn follow_boxed(mut run: Box<dyn FnMut()>) {
    let effect = RenderEffect::new(move |_| run());
    on_cleanup(move || drop(effect));
}

/// Shows something for as long as a condition holds. It is not made anew while that stays the same.
pub fn show<C: Content>(
    when: impl Fn() -> bool + Send + Sync + 'static,
    content: impl Fn() -> C + 'static,
) -> View {
    let when = memo(when);
    live(Box::new(move || if when.get() { content().view() } else { View::nothing() }))
}

/// A text that is followed.
pub(super) fn live_text(text: Box<dyn Fn() -> String>) -> View {
    let node = document().create_text_node("");
    let shown = node.clone();
    let mut before = String::new();
    follow(move || {
        let now = text();
        if now != before {
            shown.set_data(&now);
            before = now;
        }
    });
    View(node.into())
}

/// A part of the page that is followed: two marks, and between them what was made last.
pub(super) fn live(content: Box<dyn Fn() -> View>) -> View {
    let part = View::nothing();
    let (start, end) = (mark(), mark());
    // A fragment that was just made takes any node.
    let _ = part.0.append_child(&start);
    let _ = part.0.append_child(&end);
    follow(move || replace(&start, &end, &content()));
    part
}

/// A place in the document that shows nothing.
pub(super) fn mark() -> Node {
    document().create_comment("").into()
}

/// Puts something new between two marks. Where the focus was in the old, it goes to the same place
/// in the new: a person who works with the keyboard stays where they were.
fn replace(start: &Node, end: &Node, View(new): &View) {
    let Some(parent) = end.parent_node() else { return };
    let old = between(start, end);
    let focused = focus_place(&old);
    // Both nodes are where we found them a line ago.
    let _ = parent.insert_before(new, Some(end));
    for node in &old {
        let _ = parent.remove_child(node);
    }
    if let Some(place) = focused {
        focus_again(&between(start, end), &place);
    }
}

fn between(start: &Node, end: &Node) -> Vec<Node> {
    let mut nodes = Vec::new();
    let mut next = start.next_sibling();
    while let Some(node) = next.filter(|node| !node.is_same_node(Some(end))) {
        next = node.next_sibling();
        nodes.push(node);
    }
    nodes
}

/// Where the focus is among nodes: how many come before it on each level, the innermost first.
fn focus_place(nodes: &[Node]) -> Option<Vec<usize>> {
    let mut node: Node = document().active_element()?.into();
    nodes.iter().find(|it| it.contains(Some(&node)))?;
    let mut place = Vec::new();
    loop {
        if let Some(top) = nodes.iter().position(|it| it.is_same_node(Some(&node))) {
            place.push(top);
            return Some(place);
        }
        let mut before = 0;
        while let Some(sibling) = node.previous_sibling() {
            before += 1;
            node = sibling;
        }
        place.push(before);
        node = node.parent_node()?;
    }
}

fn focus_again(nodes: &[Node], place: &[usize]) {
    let mut levels = place.iter().rev();
    let mut found = levels.next().and_then(|top| nodes.get(*top)).cloned();
    for before in levels {
        found = found.and_then(|it| it.child_nodes().get(u32::try_from(*before).ok()?));
    }
    if let Some(element) = found.and_then(|it| it.dyn_into::<HtmlElement>().ok()) {
        focus_in_place(&element);
    }
}

/// Focuses without moving the page.
pub fn focus_in_place(element: &HtmlElement) {
    let options = FocusOptions::new();
    options.set_prevent_scroll(true);
    // The one way this fails is an element that cannot take focus, and then nothing is lost.
    let _ = element.focus_with_options(&options);
}
