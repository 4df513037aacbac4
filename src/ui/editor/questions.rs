//! The parts of the form and the questions in each: in order, moved by hand or by keyboard.

use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use serde_json::json;
use web_sys::{Element, Event, PointerEvent};

use super::question::{kind_name, kind_use, question};
use super::{Editor, start};
use crate::domain::TemplateDraft;
use crate::ui::components::{Button, ButtonKind, Choice, IconButton, IconName, icon};
use crate::ui::dom::{El, each, el, memo, show, words};
use crate::ui::texts::{say, text};

/// What names the place before a question, or at the end of a section, while one is dragged.
const PLACE: &str = "data-place";

/// All parts of the form.
pub(super) fn questions(editor: Editor) -> El {
    let Editor { app, form, .. } = editor;
    let sections = memo(move || form.value.with(TemplateDraft::sections));
    let add = move || {
        let id = app.store().new_part();
        form.edit(|draft| {
            draft.add("sections", &id);
            draft.put(&format!("sections/{id}/when"), Some(json!("after")));
        });
        editor.go_to(Editor::at(&format!("sections/{id}/title")));
    };
    el("div")
        .class("stack-loose stack")
        .child(each(move || sections.get(), String::clone, move |id| section(editor, id)))
        .child(
            el("div").child(
                Button::new(say!(app, editor.add_section), add)
                    .icon(IconName::Add)
                    .id(Editor::at("sections")),
            ),
        )
}

fn section(editor: Editor, id: String) -> El {
    let Editor { app, form, .. } = editor;
    let node = format!("sections/{id}");
    let of = StoredValue::new(id.clone());
    let heading = format!("part-{id}");
    let name = editor.name(format!("{node}/title"));
    let whens = vec![
        Choice::new("before", say!(app, editor.before)),
        Choice::new("during", say!(app, editor.during)),
        Choice::new("after", say!(app, editor.after)),
    ];
    let when_path = format!("{node}/when");
    let (read, write) = (when_path.clone(), when_path.clone());
    let when = memo(move || Some(form.value.with(|draft| draft.word(&read))));
    let choose = move |when: Option<String>| {
        form.edit(|draft| draft.put(&write, when.map(|when| json!(when))));
    };
    let ask_when = editor.plain(say!(app, editor.when), &when_path).segments(
        Signal::stored(whens),
        when,
        choose,
    );
    let items = memo(move || form.value.with(|draft| of.with_value(|id| draft.items_of(id))));
    let step = |down: bool, button: String| {
        move || {
            form.edit(|draft| of.with_value(|id| draft.step("sections", id, down)));
            editor.go_to(button.clone());
        }
    };
    let (up_id, down_id) = (format!("up-{node}"), format!("down-{node}"));
    let (up, down) = (step(false, up_id.clone()), step(true, down_id.clone()));
    let gone = node.clone();
    let remove = move || {
        editor.remove(gone.clone(), text!(app, editor.section_removed));
        editor.go_to(Editor::at("sections"));
    };
    let buttons = el("div")
        .class("editor-thing-buttons")
        .child(IconButton::new(IconName::Up, say!(app, editor.up, what = name.get()), up).id(up_id))
        .child(
            IconButton::new(IconName::Down, say!(app, editor.down, what = name.get()), down)
                .id(down_id),
        )
        .child(IconButton::new(
            IconName::Trash,
            say!(app, editor.remove_thing, what = name.get()),
            remove,
        ));
    el("section")
        .class("editor-section part")
        .attr("aria-labelledby", heading.clone())
        .child(
            el("div")
                .class("editor-section-head")
                .child(el("h2").id(heading).child(name))
                .child(buttons),
        )
        .child(editor.line(say!(app, editor.section_title), &format!("{node}/title")))
        .child(ask_when)
        .child(el("ol").class("editor-items").attr("role", "list").child(each(
            move || items.get(),
            String::clone,
            move |item| row(editor, item),
        )))
        .child(adding(editor, id))
}

/// One question in the list; opened, its fields stand under it.
fn row(editor: Editor, item: String) -> El {
    let Editor { app, form, open, order, .. } = editor;
    let node = format!("items/{item}");
    let of = StoredValue::new(item.clone());
    let name = editor.name(format!("{node}/text"));
    let number = memo(move || {
        let place = order.with(|all| of.with_value(|id| all.iter().position(|it| it == id)));
        place.map_or_else(String::new, |place| format!("{}.", place + 1))
    });
    let kind_path = format!("{node}/kind");
    let kind = words(move || kind_name(app, &form.value.with(|draft| draft.word(&kind_path))));
    let is_open = memo(move || open.with(|open| of.with_value(|id| open == id)));
    let wrong = {
        let below = format!("at-{node}/");
        let problems = editor.problems;
        memo(move || problems.with(|all| all.iter().any(|it| it.field.starts_with(&below))))
    };
    let toggle = move || {
        let id = if is_open.get_untracked() { String::new() } else { of.get_value() };
        open.set(id);
    };
    let panel = format!("question-{item}");
    let open_button = el("button")
        .attr("type", "button")
        .class("editor-item-name")
        .id(format!("name-{item}"))
        .attr("aria-expanded", move || if is_open.get() { "true" } else { "false" })
        .attr("aria-controls", panel.clone())
        .on("click", move |_| toggle())
        .child(el("span").class("editor-item-number number").child(number).child(" "))
        .child(
            el("span")
                .class("editor-item-words")
                .child(el("span").class("editor-item-text").child(name))
                .child(" ")
                .child(el("span").class("soft small").child(kind))
                .child(show(
                    move || wrong.get(),
                    move || {
                        el("span")
                            .class("editor-item-wrong small")
                            .child(" · ")
                            .child(say!(app, editor.misses))
                    },
                )),
        );
    let step = |down: bool, button: String| {
        move || {
            form.edit(|draft| of.with_value(|id| draft.step_item(id, down)));
            editor.go_to(button.clone());
        }
    };
    let (up_id, down_id) = (format!("up-{node}"), format!("down-{node}"));
    let (up, down) = (step(false, up_id.clone()), step(true, down_id.clone()));
    let head =
        el("div").class("editor-item-head").child(handle(editor, of)).child(open_button).child(
            el("div")
                .class("editor-thing-buttons")
                .child(
                    IconButton::new(IconName::Up, say!(app, editor.up, what = name.get()), up)
                        .id(up_id),
                )
                .child(
                    IconButton::new(
                        IconName::Down,
                        say!(app, editor.down, what = name.get()),
                        down,
                    )
                    .id(down_id),
                ),
        );
    let over = move || editor.over(|place| of.with_value(|id| place == id));
    el("li")
        .class("editor-item")
        .class_if("editor-item-open", move || is_open.get())
        .class_if("editor-item-dragged", move || {
            editor.drag.with(|drag| of.with_value(|id| drag == id))
        })
        .class_if("editor-place", over)
        .attr(PLACE, item.clone())
        .child(head)
        .child(
            el("div")
                .id(panel)
                .child(show(move || is_open.get(), move || question(editor, of.get_value()))),
        )
}

/// Where a question is taken hold of. The keyboard has the two buttons instead.
fn handle(editor: Editor, of: StoredValue<String>) -> El {
    let Editor { drag, over, .. } = editor;
    let take = move |event: Event| {
        let pointer: &PointerEvent = event.unchecked_ref();
        if pointer.button() != 0 {
            return;
        }
        event.prevent_default();
        if let Some(handle) = event.target().and_then(|it| it.dyn_into::<Element>().ok()) {
            // Without capture the drag ends at the edge of the handle, and nothing has moved.
            let _ = handle.set_pointer_capture(pointer.pointer_id());
        }
        drag.set(of.get_value());
    };
    let go = move |event: Event| {
        if drag.with_untracked(String::is_empty) {
            return;
        }
        let pointer: &PointerEvent = event.unchecked_ref();
        let place = place_at(f64::from(pointer.client_y()));
        if over.with_untracked(|over| *over != place) {
            over.set(place);
        }
    };
    let leave = move || {
        drag.set(String::new());
        over.set(String::new());
    };
    let drop = move |_| {
        let (item, place) = (drag.get_untracked(), over.get_untracked());
        leave();
        if !item.is_empty() && !place.is_empty() && item != place {
            editor.drop_at(&item, &place);
        }
    };
    el("span")
        .class("editor-handle")
        .attr("aria-hidden", "true")
        .on("pointerdown", take)
        .on("pointermove", go)
        .on("pointerup", drop)
        .on("pointercancel", move |_| leave())
        .child(icon(IconName::More))
}

/// The place that a height on the screen is at: before the first question whose middle is below it,
/// or at the end of a section.
fn place_at(height: f64) -> String {
    let Ok(places) = document().query_selector_all("[data-place]") else { return String::new() };
    let mut last = String::new();
    for index in 0..places.length() {
        let Some(place) = places.get(index).and_then(|it| it.dyn_into::<Element>().ok()) else {
            continue;
        };
        let name = place.get_attribute(PLACE).unwrap_or_default();
        let edges = place.get_bounding_client_rect();
        if edges.top() + edges.height() / 2.0 > height {
            return name;
        }
        last = name;
    }
    last
}

/// What adds a question to a section: first its kind, in plain words.
fn adding(editor: Editor, section: String) -> El {
    let Editor { app, adding, .. } = editor;
    let of = StoredValue::new(section.clone());
    let end = format!("end:{section}");
    let is_open = memo(move || adding.with(|adding| of.with_value(|id| adding == id)));
    let toggle = move || {
        let id = if is_open.get_untracked() { String::new() } else { of.get_value() };
        adding.set(id);
    };
    let kinds = move || {
        let each = TemplateDraft::KINDS.into_iter().map(|kind| kind_button(editor, of, kind));
        el("ul").class("editor-kinds").attr("role", "list").child(each.collect::<Vec<_>>())
    };
    let mine = end.clone();
    el("div")
        .class("editor-add stack")
        .class_if("editor-place", move || editor.over(|place| *place == mine))
        .attr(PLACE, end)
        .child(
            Button::new(say!(app, editor.add_question), toggle)
                .icon(IconName::Add)
                .kind(ButtonKind::Secondary)
                .pressed(is_open)
                .id(Editor::at(&format!("sections/{section}/items"))),
        )
        .child(show(move || is_open.get(), kinds))
}

fn kind_button(editor: Editor, section: StoredValue<String>, kind: &'static str) -> El {
    let Editor { app, form, open, adding, .. } = editor;
    let make = move |_| {
        let id = app.store().new_part();
        let section = section.get_value();
        form.edit(|draft| start::add(app, draft, &section, &id, kind));
        adding.set(String::new());
        editor.go_to(Editor::at(&format!("items/{id}/text")));
        open.set(id);
    };
    let button = el("button")
        .attr("type", "button")
        .class("editor-kind")
        .on("click", make)
        .child(el("span").class("strong").child(words(move || kind_name(app, kind))))
        .child(" ")
        .child(el("span").class("soft small").child(kind_use(app, kind)));
    el("li").child(button)
}

impl Editor {
    /// Whether what is dragged would land at a place.
    fn over(self, is: impl Fn(&String) -> bool) -> bool {
        self.over.with(|place| is(place)) && self.drag.with(|drag| !drag.is_empty())
    }

    /// Puts a question before another, or at the end of a section.
    fn drop_at(self, item: &str, place: &str) {
        self.form.edit(|draft| {
            if let Some(section) = place.strip_prefix("end:") {
                return draft.place_item(item, section, usize::MAX);
            }
            let section = draft.word(&format!("items/{place}/section"));
            let beside: Vec<String> =
                draft.items_of(&section).into_iter().filter(|it| it != item).collect();
            if let Some(at) = beside.iter().position(|it| it == place) {
                draft.place_item(item, &section, at);
            }
        });
    }
}
