//! Picking files: a label that looks like a button, with the real field under it.

use futures::future::LocalBoxFuture;
use leptos::prelude::*;
use leptos::task::spawn_local;
use web_sys::{Event, File, HtmlInputElement};

use super::icon::icon;
use super::icon_name::IconName;
use super::ids::fresh_id;
use crate::ui::dom::{El, Words, el};

/// Does something with the files that were picked, of which there is one at least.
type Picked = Box<dyn Fn(Vec<File>) -> LocalBoxFuture<'static, ()>>;

/// The button; `several` files may be picked at once.
pub fn file_pick(
    label: Words,
    several: bool,
    picked: impl Fn(Vec<File>) -> LocalBoxFuture<'static, ()> + 'static,
) -> El {
    pick(label, several, Box::new(picked))
}

fn pick(label: Words, several: bool, picked: Picked) -> El {
    let id = fresh_id("files");
    let picked = move |event: Event| {
        let input: HtmlInputElement = event_target(&event);
        let Some(list) = input.files() else { return };
        let files: Vec<File> = (0..list.length()).filter_map(|i| list.get(i)).collect();
        if files.is_empty() {
            return;
        }
        let done = picked(files);
        spawn_local(async move {
            done.await;
            // The same file can be picked again.
            input.set_value("");
        });
    };
    let label = el("label")
        .class("button button-secondary")
        .attr("for", id.clone())
        .child(icon(IconName::Open))
        .child(el("span").child(label));
    // No `accept`: it greys out good files on some devices, and the content is checked.
    let input = el("input")
        .id(id)
        .class("visually-hidden file-pick-input")
        .attr("type", "file")
        .attr("multiple", several)
        .on("change", picked);
    el("div").class("file-pick").child(label).child(input)
}
