//! The parts of the form and the questions in each: in order, moved by hand or by keyboard.

use serde_json::json;

use super::drag::{PLACE, handle};
use super::editing::Editor;
use super::moves::{Moved, ends};
use super::question::{kind_use, question};
use super::start;
use crate::domain::forms::TemplateDraft;
use crate::ui::kit::prelude::*;
use crate::ui::words::form_words::kind_name;

/// All parts of the form.
pub fn questions(editor: Editor) -> El {
    let Editor { app, form, .. } = editor;
    let sections = memo(move || form.with(TemplateDraft::sections));
    let add = move || {
        let id = app.store().new_part();
        form.edit(|draft| {
            draft.add("sections", &id);
            draft.put(&format!("sections/{id}/when"), Some(json!("after")));
        });
        editor.part.set(id.clone());
        editor.go_to(Editor::at(&format!("sections/{id}/title")));
    };
    el("div")
        .class("stack-loose stack")
        .child(each(move || sections.get(), String::clone, move |id| section(editor, sections, id)))
        .child(
            el("div").child(
                Button::new(say!(app, editor.add_section), add)
                    .icon(IconName::Add)
                    .id(Editor::at("sections")),
            ),
        )
}

fn section(editor: Editor, sections: Signal<Vec<String>>, id: String) -> El {
    let Editor { app, form, part, .. } = editor;
    let node = format!("sections/{id}");
    let of = StoredValue::new(id.clone());
    let heading = format!("part-{id}");
    let name = editor.name(format!("{node}/title"));
    let when_path = format!("{node}/when");
    let when = words(move || match form.with(|draft| draft.word(&when_path)).as_str() {
        "before" => now!(app, editor.filled_before),
        "after" => now!(app, editor.filled_after),
        _ => now!(app, editor.filled_during),
    });
    let items = memo(move || form.with(|draft| of.with_value(|id| draft.items_of(id))));
    let is_open = memo(move || part.with(|part| of.with_value(|id| part == id)));
    let toggle = move || {
        part.set(if is_open.get_untracked() { String::new() } else { of.get_value() });
    };
    let edit = IconButton::new(IconName::Edit, say!(app, editor.part, what = name.get()), toggle)
        .expanded(is_open);
    let head = el("div")
        .class("editor-section-head")
        .child(
            el("div")
                .child(el("h2").id(heading.clone()).child(name))
                .child(el("p").class("soft small").child(when)),
        )
        .child(edit);
    let opened = move || of.with_value(|id| opened(editor, sections, id.clone()));
    el("section")
        .class("editor-section part")
        .attr("aria-labelledby", heading)
        .child(head)
        .child(show(move || is_open.get(), opened))
        .child(el("ol").class("editor-items").attr("role", "list").child(each(
            move || items.get(),
            String::clone,
            move |item| row(editor, item),
        )))
        .child(adding(editor, id))
}

/// What a part is called and when it is filled in; moving it, and taking it out.
fn opened(editor: Editor, sections: Signal<Vec<String>>, id: String) -> El {
    let Editor { app, form, .. } = editor;
    let node = format!("sections/{id}");
    let name = editor.name(format!("{node}/title"));
    let whens = vec![
        Choice::new("before", say!(app, editor.before)),
        Choice::new("during", say!(app, editor.during)),
        Choice::new("after", say!(app, editor.after)),
    ];
    let when_path = format!("{node}/when");
    let (read, write) = (when_path.clone(), when_path.clone());
    let when = memo(move || Some(form.with(|draft| draft.word(&read))));
    let choose = move |when: Option<String>| {
        form.edit(|draft| draft.put(&write, when.map(|when| json!(when))));
    };
    let ask_when = editor.plain(say!(app, editor.when), &when_path).segments(
        Signal::stored(whens),
        when,
        choose,
    );
    let gone = node.clone();
    let remove = move || {
        editor.remove(gone.clone(), text!(app, editor.section_removed));
        editor.go_to(Editor::at("sections"));
    };
    let (first, last) = ends(sections, id);
    let moved = Moved { node: node.clone(), name, first, last, step: TemplateDraft::step };
    let remove = Button::new(say!(app, editor.remove_section), remove)
        .kind(ButtonKind::Quiet)
        .icon(IconName::Trash);
    el("div")
        .class("editor-question stack-loose stack")
        .child(editor.line(say!(app, editor.section_title), &format!("{node}/title")))
        .child(ask_when)
        .child(el("div").class("row row-between").child(moved.buttons(editor)).child(remove))
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
    let kind = words(move || kind_name(app, &form.with(|draft| draft.word(&kind_path))));
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
    let end = move |end: usize| {
        memo(move || editor.ends.with(|ends| of.with_value(|id| ends.get(end) == Some(id))))
    };
    let step = |draft: &mut TemplateDraft, node: &str, down: bool| {
        draft.step_item(node.trim_start_matches("items/"), down);
    };
    let moved = Moved { node, name, first: end(0), last: end(1), step };
    let head = el("div")
        .class("editor-item-head")
        .child(handle(editor, of))
        .child(open_button)
        .child(moved.buttons(editor));
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
