//! Running notes: the time of the first key, a mark, the words. Each note can be changed and removed.

use leptos::prelude::*;

use super::{Asked, choices, field_id, localized, maybe_localized, read_at};
use crate::domain::{Note, Observation, Tag};
use crate::platform::format;
use crate::ui::components::{Button, Field, IconButton, IconName, focus_field};
use crate::ui::dom::{El, each, el, memo, show, words};
use crate::ui::form::Form;
use crate::ui::state::use_app;
use crate::ui::texts::{now, say, text};

/// Where the notes of one item are. Copy it into closures freely.
#[derive(Clone, Copy)]
struct Notes {
    form: Form<Observation>,
    item: StoredValue<String>,
    tags: StoredValue<Vec<Tag>>,
    /// The note that is being written: in the store from its first key, and open until it is done.
    open: RwSignal<Option<String>>,
}

pub(in crate::ui) fn timed_notes(form: Form<Observation>, asked: Asked, tags: Vec<Tag>) -> El {
    let app = use_app();
    let item = StoredValue::new(asked.id.clone());
    let (tags, open) = (StoredValue::new(tags), RwSignal::new(None::<String>));
    let notes = Notes { form, item, tags, open };
    let all = read_at(form, format!("notes/{}", asked.id), move |observation| {
        item.with_value(|item| observation.note_ids(item))
    });
    let closed = memo(move || {
        let open = open.get();
        let mut notes = all.get();
        notes.retain(|note| Some(note) != open.as_ref());
        notes
    });
    let title_id = format!("{}-title", field_id(&asked.id));
    el("section")
        .class("question notes stack")
        .attr("aria-labelledby", title_id.clone())
        .child(el("h3").class("field-label").id(title_id).child(localized(asked.text)))
        .child(maybe_localized(asked.help).map(|hint| el("p").class("field-hint").child(hint)))
        .child(writer(notes))
        .child(show(
            move || closed.with(|notes| !notes.is_empty()),
            move || {
                el("ul")
                    .class("notes-list")
                    .attr("role", "list")
                    .attr("aria-label", say!(app, item.notes_so_far))
                    .child(each(move || closed.get(), String::clone, move |note| row(notes, note)))
            },
        ))
}

/// Where a note is written, new or old.
fn writer(notes: Notes) -> El {
    let app = use_app();
    let Notes { form, item, tags, open } = notes;
    // Chosen before there is a note to put it on.
    let next_tag = RwSignal::new(String::new());
    let note = memo(move || {
        let note = open.get()?;
        item.with_value(|item| {
            form.track(&format!("notes/{item}/{note}"));
            form.value.with_untracked(|observation| observation.note(item, &note))
        })
    });
    let written = words(move || {
        note.with(|note| note.as_ref().map(|note| note.text.clone())).unwrap_or_default()
    });
    let tag = Signal::derive(move || {
        let tag = note.with(|note| note.as_ref().map(|note| note.tag.clone()));
        Some(tag.unwrap_or_else(|| next_tag.get())).filter(|tag| !tag.is_empty())
    });
    let write = move |text: String| {
        let store = app.store();
        let id = open.get_untracked();
        if id.is_none() && text.is_empty() {
            return;
        }
        let is_new = id.is_none();
        let id = id.unwrap_or_else(|| store.new_part());
        let (at, tag) = (store.now(), next_tag.get_untracked());
        let note = note.get_untracked().unwrap_or(Note { at, tag, ..Note::default() });
        put(notes, &id, &Note { text, ..note });
        if is_new {
            open.set(Some(id));
        }
    };
    let mark = move |tag: Option<String>| {
        let tag = tag.unwrap_or_default();
        match open.get_untracked() {
            None => next_tag.set(tag),
            Some(id) => {
                if let Some(note) = note.get_untracked() {
                    put(notes, &id, &Note { tag, ..note });
                }
            }
        }
    };
    // A note that says nothing is not kept.
    let done = move || {
        if let Some(id) = open.get_untracked() {
            let empty =
                note.with_untracked(|note| note.as_ref().is_none_or(|n| n.text.trim().is_empty()));
            if empty {
                remove(notes, &id);
            }
        }
        open.set(None);
        next_tag.set(String::new());
        focus_field(&field_id(&item.get_value()));
    };
    let stamp = move || note.with(|note| Some(format::time(app.lang(), note.as_ref()?.at)));
    let label = words(move || match stamp() {
        Some(time) => now!(app, item.note_at, time = time),
        None => now!(app, item.new_note),
    });
    let tags = tags.get_value();
    el("div")
        .class("note-writer stack-tight stack")
        .child(
            Field::new(label)
                .id(field_id(&item.get_value()))
                .area(written, write)
                .max_length(2000)
                .short(),
        )
        .child((!tags.is_empty()).then(|| {
            Field::new(say!(app, item.note_tag))
                .optional(say!(app, form.optional))
                .segments(choices(tags), tag, mark)
                .clear(say!(app, item.clear))
        }))
        .child(show(
            move || open.with(Option::is_some),
            move || {
                let done = Button::new(say!(app, item.note_done), done).icon(IconName::Check);
                el("div").class("row row-end").child(done)
            },
        ))
}

/// A note that has been written.
fn row(notes: Notes, note: String) -> El {
    let app = use_app();
    let Notes { form, item, tags, open } = notes;
    let place = item.with_value(|item| format!("notes/{item}/{note}"));
    let id = StoredValue::new(note);
    let found = read_at(form, place, move |observation| {
        item.with_value(|item| id.with_value(|id| observation.note(item, id)))
    });
    let written = words(move || {
        found.with(|note| note.as_ref().map(|note| note.text.clone())).unwrap_or_default()
    });
    let time = words(move || {
        let at = found.with(|note| note.as_ref().map(|note| note.at));
        at.map(|at| format::time(app.lang(), at)).unwrap_or_default()
    });
    let mark = move || {
        let tag = found.with(|note| note.as_ref().map(|note| note.tag.clone()))?;
        tags.with_value(|tags| {
            let tag = tags.iter().find(|known| known.id == tag)?;
            Some(tag.label.get(app.lang()).to_owned())
        })
    };
    let change = move || {
        open.set(Some(id.get_value()));
        focus_field(&field_id(&item.get_value()));
    };
    let take_away = move || {
        let Some(note) = found.get_untracked() else { return };
        let id = id.get_value();
        remove(notes, &id);
        let item = item.get_value();
        let put_back = form.amend_later(move |observation: &mut Observation| {
            observation.set_note(&item, &id, Some(&note));
        });
        app.toasts.say_with_undo(text!(app, item.note_removed), text!(app, form.undo), put_back);
    };
    let at = StoredValue::new(time.get_untracked());
    let body = el("span")
        .class("note-body")
        .child(move || mark().map(|mark| el("span").class("note-tag").child(mark)))
        .child(el("span").class("note-text as-written").child(written));
    let change_label = say!(app, item.change_note, time = at.get_value());
    let remove_label = say!(app, item.remove_note, time = at.get_value());
    el("li")
        .class("note")
        .child(el("span").class("note-time number").child(time))
        .child(body)
        .child(
            el("span")
                .class("note-actions")
                .child(IconButton::new(IconName::Edit, change_label, change))
                .child(IconButton::new(IconName::Trash, remove_label, take_away)),
        )
}

fn put(notes: Notes, id: &str, note: &Note) {
    let item = notes.item.get_value();
    notes.form.edit(|observation| observation.set_note(&item, id, Some(note)));
}

fn remove(notes: Notes, id: &str) {
    let item = notes.item.get_value();
    notes.form.edit(|observation| observation.set_note(&item, id, None));
}
