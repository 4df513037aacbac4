//! Elements made by calls do what Leptos' views would: they follow signals, touch the document only where it
//! differs, keep what a person is doing, and end with their owner.

use std::cell::Cell;
use std::rc::Rc;

use gloo_timers::future::TimeoutFuture;
use indsats::ui::dom::{Content, El, each, el, on_page, press, show};
use leptos::prelude::*;
use leptos::reactive::owner::Owner;
use leptos::wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{Element, HtmlElement, HtmlInputElement, Node};

/// A place in the document, and the owner of what stands in it.
struct Stage {
    root: Element,
    owner: Owner,
}

impl Stage {
    /// An empty place.
    fn new() -> Self {
        // Starts what runs effects in a browser; a second time changes nothing.
        leptos::mount::mount_to_body(|| ());
        let root = document().create_element("div").unwrap();
        document().body().unwrap().append_child(&root).unwrap();
        Self { root, owner: Owner::new() }
    }

    /// Puts something there.
    async fn shows<C: Content>(&self, content: impl FnOnce() -> C) {
        let view = self.owner.with(|| content().view());
        self.root.append_child(view.node()).unwrap();
        settled().await;
    }

    fn find<T: JsCast>(&self, selector: &str) -> T {
        let found = self.root.query_selector(selector).unwrap();
        found.unwrap_or_else(|| panic!("there is no {selector}")).unchecked_into()
    }

    fn words(&self) -> String {
        self.root.text_content().unwrap_or_default()
    }
}

impl Drop for Stage {
    fn drop(&mut self) {
        self.owner.cleanup();
        self.root.remove();
    }
}

/// Waits until every effect has run.
async fn settled() {
    TimeoutFuture::new(5).await;
}

fn signal<T: Send + Sync + 'static>(stage: &Stage, value: T) -> RwSignal<T> {
    stage.owner.with(|| RwSignal::new(value))
}

fn is_focused(element: &Node) -> bool {
    document().active_element().is_some_and(|active| active.is_same_node(Some(element)))
}

#[wasm_bindgen_test]
async fn a_text_follows_its_signal_in_the_same_node() {
    let stage = Stage::new();
    let n = signal(&stage, 1_u32);
    stage.shows(|| el("p").child("Antal: ").child(move || n.get())).await;
    let text = stage.find::<Element>("p").last_child().unwrap();
    assert_eq!(stage.words(), "Antal: 1");
    n.set(2);
    settled().await;
    assert_eq!(stage.words(), "Antal: 2");
    assert!(stage.find::<Element>("p").last_child().unwrap().is_same_node(Some(&text)));
}

#[wasm_bindgen_test]
async fn an_attribute_comes_changes_and_goes() {
    let stage = Stage::new();
    let state = signal(&stage, None::<String>);
    let off = signal(&stage, false);
    stage
        .shows(|| {
            let button = el("button").attr("title", move || state.get());
            button.attr("disabled", move || off.get()).class_if("chosen", move || off.get())
        })
        .await;
    let button: Element = stage.find("button");
    assert!(!button.has_attribute("title") && !button.has_attribute("disabled"));
    state.set(Some("Ro".to_owned()));
    off.set(true);
    settled().await;
    assert_eq!(button.get_attribute("title").as_deref(), Some("Ro"));
    assert!(button.has_attribute("disabled") && button.class_list().contains("chosen"));
    state.set(None);
    off.set(false);
    settled().await;
    assert!(!button.has_attribute("title") && !button.has_attribute("disabled"));
    assert!(!button.class_list().contains("chosen"));
}

#[wasm_bindgen_test]
async fn what_is_shown_is_made_once_for_as_long_as_it_is_shown() {
    let stage = Stage::new();
    let n = signal(&stage, 0_u32);
    let made = Rc::new(Cell::new(0));
    let count = Rc::clone(&made);
    stage
        .shows(|| {
            show(
                move || n.get() > 1,
                move || {
                    count.set(count.get() + 1);
                    el("p").child("Flere")
                },
            )
        })
        .await;
    assert_eq!((stage.words().as_str(), made.get()), ("", 0));
    for more in [2, 3, 4] {
        n.set(more);
        settled().await;
    }
    assert_eq!((stage.words().as_str(), made.get()), ("Flere", 1));
    n.set(0);
    settled().await;
    assert_eq!(stage.words(), "");
    n.set(2);
    settled().await;
    assert_eq!((stage.words().as_str(), made.get()), ("Flere", 2));
}

#[wasm_bindgen_test]
async fn the_focus_stays_in_its_place_where_a_part_is_made_anew() {
    let stage = Stage::new();
    let n = signal(&stage, 0_u32);
    stage
        .shows(|| {
            el("section").child(move || {
                let of = n.get();
                let row = |name: &'static str| el("p").child(el("input").attr("name", name));
                (row("first"), row("second"), el("p").child(of))
            })
        })
        .await;
    let before: HtmlElement = stage.find("[name=second]");
    before.focus().unwrap();
    n.set(1);
    settled().await;
    let after: HtmlElement = stage.find("[name=second]");
    assert!(!after.is_same_node(Some(&before)), "the part was made anew");
    assert!(is_focused(&after));
    assert_eq!(stage.words(), "1");
}

/// A row with a field, known by its word. Says when it goes.
fn row(word: String, gone: &Rc<Cell<u32>>) -> El {
    let gone = StoredValue::new_local(Rc::clone(gone));
    on_cleanup(move || gone.with_value(|gone| gone.set(gone.get() + 1)));
    el("li").attr("title", word.clone()).child(el("input")).child(word)
}

fn list(stage: &Stage, start: &str) -> (RwSignal<String>, Rc<Cell<u32>>) {
    (signal(stage, start.to_owned()), Rc::new(Cell::new(0)))
}

fn letters(words: RwSignal<String>) -> Vec<String> {
    words.get().chars().map(String::from).collect()
}

#[wasm_bindgen_test]
async fn rows_move_with_their_things_and_go_with_them() {
    let orders = ["abcd", "dcba", "badc", "ac", "xaycz", "", "cab", "abc"];
    let stage = Stage::new();
    let (words, gone) = list(&stage, "");
    let told = Rc::clone(&gone);
    stage
        .shows(|| {
            let rows = each(move || letters(words), String::clone, move |word| row(word, &told));
            el("ul").child(rows)
        })
        .await;
    let mut known = std::collections::BTreeMap::<String, Node>::new();
    let mut went = 0;
    for order in orders {
        words.set(order.to_owned());
        settled().await;
        assert_eq!(stage.words(), order);
        let before = std::mem::take(&mut known);
        for letter in order.chars().map(String::from) {
            let node: Node = stage.find(&format!("[title={letter}]"));
            if let Some(old) = before.get(&letter) {
                assert!(node.is_same_node(Some(old)), "{letter} in {order} was made once");
            }
            known.insert(letter, node);
        }
        went += before.keys().filter(|letter| !known.contains_key(*letter)).count();
        assert_eq!(gone.get() as usize, went, "rows end with their things: {order}");
    }
}

#[wasm_bindgen_test]
async fn a_row_that_stays_where_it_is_keeps_the_focus_and_its_words() {
    let stage = Stage::new();
    let (words, gone) = list(&stage, "abc");
    stage
        .shows(|| {
            let rows = each(move || letters(words), String::clone, move |word| row(word, &gone));
            el("ul").child(rows)
        })
        .await;
    let field: HtmlInputElement = stage.find("[title=b] input");
    field.focus().unwrap();
    field.set_value("halv");
    for order in ["bc", "xbc", "xby"] {
        words.set(order.to_owned());
        settled().await;
        assert!(is_focused(&field), "{order}");
        assert_eq!(field.value(), "halv");
    }
}

#[wasm_bindgen_test]
async fn a_value_is_set_only_where_it_differs() {
    let stage = Stage::new();
    let said = signal(&stage, "Ro".to_owned());
    let value = said.into();
    stage.shows(|| el("input").value(value)).await;
    let field: HtmlInputElement = stage.find("input");
    assert_eq!(field.value(), "Ro");
    field.focus().unwrap();
    // As a person types in the middle: the field says it first, and the signal hears of it.
    field.set_value("Ro i dag");
    field.set_selection_range(2, 2).unwrap();
    said.set("Ro i dag".to_owned());
    settled().await;
    assert_eq!(field.selection_start().unwrap(), Some(2), "the cursor stays where it is");
    said.set("Uro".to_owned());
    settled().await;
    assert_eq!(field.value(), "Uro");
}

#[wasm_bindgen_test]
async fn nothing_follows_once_its_owner_is_gone() {
    let stage = Stage::new();
    let outside = Owner::new();
    let n = outside.with(|| RwSignal::new(0_u32));
    let runs = Rc::new(Cell::new(0));
    let count = Rc::clone(&runs);
    stage
        .shows(|| {
            el("p").child(move || {
                count.set(count.get() + 1);
                n.get()
            })
        })
        .await;
    n.set(1);
    settled().await;
    assert_eq!(runs.get(), 2);
    stage.owner.cleanup();
    n.set(2);
    settled().await;
    assert_eq!(runs.get(), 2);
}

#[wasm_bindgen_test]
async fn a_press_is_heard_and_what_it_holds_lives_with_the_element() {
    let stage = Stage::new();
    let n = signal(&stage, 0_u32);
    stage
        .shows(|| {
            let more = press(move || n.update(|n| *n += 1));
            el("button").on("click", move |_| more()).child(move || n.get())
        })
        .await;
    let button: HtmlElement = stage.find("button");
    button.click();
    button.click();
    settled().await;
    assert_eq!(stage.words(), "2");
}

#[wasm_bindgen_test]
async fn the_page_keeps_a_class_until_the_last_that_asked_for_it_is_gone() {
    let has = || document().document_element().unwrap().class_list().contains("asked-for");
    let (one, other) = (Owner::new(), Owner::new());
    one.with(|| on_page("asked-for"));
    other.with(|| on_page("asked-for"));
    assert!(has());
    one.cleanup();
    assert!(has());
    other.cleanup();
    assert!(!has());
}
