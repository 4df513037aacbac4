//! Parts of one thing, one at a time.

use std::rc::Rc;

use leptos::prelude::*;

use super::choice::Choice;
use super::focus::focus_field;
use crate::ui::dom::{Content, El, Told, View, Words, el, key_of, memo, told};

fn tab_id(group: &str, id: &str) -> String {
    format!("{group}-tab-{id}")
}

fn panel_id(group: &str, id: &str) -> String {
    format!("{group}-panel-{id}")
}

/// The tabs. One is in the tab order; the arrows, Home and End go between them.
///
/// The group is a name, unique on the page, that ties them to their [`tab_panel`]s, and the label
/// says for screen readers what the parts are parts of; descriptions are not shown. Who listens is
/// told the id of the one asked for.
pub fn tabs(
    group: &'static str,
    label: impl Into<Words>,
    tabs: Vec<Choice>,
    selected: impl Into<Signal<String>>,
    on_select: impl Fn(String) + 'static,
) -> El {
    list(group, label.into(), tabs, selected.into(), &told(on_select))
}

fn list(
    group: &'static str,
    label: Words,
    tabs: Vec<Choice>,
    selected: Signal<String>,
    on_select: &Told<String>,
) -> El {
    let order: Vec<String> = tabs.iter().map(|tab| tab.id.clone()).collect();
    let select = Rc::clone(on_select);
    let mut list = el("div").class("tabs").attr("role", "tablist").attr("aria-label", label).on(
        "keydown",
        move |event| {
            let Some(now) = selected.try_get_untracked() else { return };
            let Some(place) = order.iter().position(|id| *id == now) else { return };
            let last = order.len().saturating_sub(1);
            let next = match key_of(&event).as_str() {
                "ArrowRight" if place == last => 0,
                "ArrowRight" => place + 1,
                "ArrowLeft" => place.checked_sub(1).unwrap_or(last),
                "Home" => 0,
                "End" => last,
                _ => return,
            };
            event.prevent_default();
            if let Some(id) = order.get(next) {
                select(id.clone());
                focus_field(&tab_id(group, id));
            }
        },
    );
    for Choice { id, label, .. } in tabs {
        list = list.child(tab(group, id, label, selected, Rc::clone(on_select)));
    }
    list
}

fn tab(
    group: &str,
    id: String,
    label: Words,
    selected: Signal<String>,
    on_select: Told<String>,
) -> El {
    let mine = id.clone();
    let is_on = memo(move || selected.with(|selected| *selected == mine));
    el("button")
        .attr("type", "button")
        .class("tab")
        .attr("role", "tab")
        .id(tab_id(group, &id))
        .attr("aria-controls", panel_id(group, &id))
        .attr("aria-selected", move || if is_on.get() { "true" } else { "false" })
        .attr("tabindex", move || if is_on.get() { "0" } else { "-1" })
        .on("click", move |_| on_select(id.clone()))
        .child(label)
}

/// What one tab shows: the group and the tab's id are those given to [`tabs`]. All panels stay in
/// the page, so what is being written in one is there when the person comes back.
pub fn tab_panel(
    group: &'static str,
    id: &'static str,
    selected: impl Into<Signal<String>>,
    content: impl Content,
) -> El {
    panel(group, id, selected.into(), content.view())
}

fn panel(group: &str, id: &'static str, selected: Signal<String>, content: View) -> El {
    el("div")
        .class("tab-panel")
        .attr("role", "tabpanel")
        .id(panel_id(group, id))
        .attr("aria-labelledby", tab_id(group, id))
        .attr("tabindex", "0")
        .attr("hidden", move || selected.with(|selected| *selected != id))
        .child(content)
}
