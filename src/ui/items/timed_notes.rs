//! Running notes: the time of the first key, a mark, the words. Each note can be changed and removed.

use leptos::prelude::*;

use super::{Asked, field_id, maybe_told, read, told};
use crate::domain::{Note, Observation, Tag};
use crate::platform::format;
use crate::ui::components::{Button, Choice, IconButton, IconName, Segments, TextArea};
use crate::ui::form::Form;
use crate::ui::state::use_app;
use crate::ui::texts::{now, say, text};

#[component]
pub(super) fn TimedNotesItem(
    form: Form<Observation>,
    asked: Asked,
    tags: Vec<Tag>,
) -> impl IntoView {
    let app = use_app();
    let item = StoredValue::new(asked.id.clone());
    let tags = StoredValue::new(tags);
    // The note that is being written: in the store from its first key, and open until it is done.
    let open = RwSignal::new(None::<String>);
    let notes = read(form, move |observation| {
        item.with_value(|item| {
            let notes = observation.notes_in_order(item).into_iter();
            notes.map(|(id, _)| id.to_owned()).collect::<Vec<String>>()
        })
    });
    let closed = Memo::new(move |_| {
        let open = open.get();
        let mut notes = notes.get();
        notes.retain(|note| Some(note) != open.as_ref());
        notes
    });
    let (title, hint) = (told(asked.text), maybe_told(asked.help));
    view! {
        <section class="question notes stack" aria-labelledby=format!("{}-title", field_id(&asked.id))>
            <h3 class="field-label" id=format!("{}-title", field_id(&asked.id))>{title}</h3>
            {hint.map(|hint| view! { <p class="field-hint">{move || hint.get()}</p> })}
            <NoteWriter form=form item=item tags=tags open=open />
            <Show when=move || closed.with(|notes| !notes.is_empty())>
                <ul class="notes-list" role="list" aria-label=say!(app, item.notes_so_far)>
                    <For each=move || closed.get() key=|note| note.clone() let(note)>
                        <NoteRow form=form item=item tags=tags note=note open=open />
                    </For>
                </ul>
            </Show>
        </section>
    }
}

/// Where a note is written, new or old.
#[component]
fn NoteWriter(
    form: Form<Observation>,
    item: StoredValue<String>,
    tags: StoredValue<Vec<Tag>>,
    open: RwSignal<Option<String>>,
) -> impl IntoView {
    let app = use_app();
    let current = move |observation: &Observation| {
        let note = open.get()?;
        item.with_value(|item| observation.notes.get(item)?.get(&note).cloned())
    };
    // Chosen before there is a note to put it on.
    let next_tag = RwSignal::new(String::new());
    let note = Memo::new(move |_| form.value.with(current));
    let words = Signal::derive(move || {
        note.with(|note| note.as_ref().map(|n| n.text.clone())).unwrap_or_default()
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
        form.edit(|observation| {
            let notes = observation.notes.entry(item.get_value()).or_default();
            let note = notes.entry(id.clone()).or_insert(Note { at, tag, text: String::new() });
            note.text = text;
        });
        if is_new {
            open.set(Some(id));
        }
    };
    let mark = move |tag: Option<String>| {
        let tag = tag.unwrap_or_default();
        match open.get_untracked() {
            None => next_tag.set(tag),
            Some(id) => form.edit(|observation| {
                let notes = observation.notes.get_mut(&item.get_value());
                if let Some(note) = notes.and_then(|notes| notes.get_mut(&id)) {
                    note.tag = tag;
                }
            }),
        }
    };
    // A note that says nothing is not kept.
    let done = move || {
        if let Some(id) = open.get_untracked() {
            let empty =
                note.with_untracked(|note| note.as_ref().is_none_or(|n| n.text.trim().is_empty()));
            if empty {
                remove(form, item, &id);
            }
        }
        open.set(None);
        next_tag.set(String::new());
        crate::ui::components::focus_field(&field_id(&item.get_value()));
    };
    let stamp =
        move || note.with(|note| note.as_ref().map(|note| format::time(app.lang(), note.at)));
    let choices = tags.with_value(|tags| {
        let tags = tags.iter().cloned();
        tags.map(|tag| Choice::new(tag.id, told(tag.label))).collect::<Vec<_>>()
    });
    let has_tags = !choices.is_empty();
    let choices = Signal::stored(choices);
    view! {
        <div class="note-writer stack-tight stack">
            <TextArea
                id=field_id(&item.get_value())
                label=move || match stamp() {
                    Some(time) => now!(app, item.note_at, time = time),
                    None => now!(app, item.new_note),
                }
                value=words
                on_input=write
                max_length=2000u32
                short=true
            />
            {has_tags
                .then(|| {
                    view! {
                        <Segments
                            label=say!(app, item.note_tag)
                            optional=say!(app, form.optional)
                            choices=choices
                            value=tag
                            on_choose=mark
                            clear=say!(app, item.clear)
                        />
                    }
                })}
            <Show when=move || open.with(Option::is_some)>
                <div class="row row-end">
                    <Button label=say!(app, item.note_done) icon=IconName::Check on_press=done />
                </div>
            </Show>
        </div>
    }
}

/// A note that has been written.
#[component]
fn NoteRow(
    form: Form<Observation>,
    item: StoredValue<String>,
    tags: StoredValue<Vec<Tag>>,
    note: String,
    open: RwSignal<Option<String>>,
) -> impl IntoView {
    let app = use_app();
    let id = StoredValue::new(note);
    let found = read(form, move |observation| {
        item.with_value(|item| id.with_value(|id| observation.notes.get(item)?.get(id).cloned()))
    });
    let words = move || found.with(|note| note.as_ref().map(|note| note.text.clone()));
    let time = move || found.with(|note| note.as_ref().map(|n| format::time(app.lang(), n.at)));
    let mark = move || {
        let tag = found.with(|note| note.as_ref().map(|note| note.tag.clone()))?;
        tags.with_value(|tags| {
            let tag = tags.iter().find(|known| known.id == tag)?;
            Some(tag.label.get(app.lang()).to_owned())
        })
    };
    let change = move || {
        open.set(Some(id.get_value()));
        crate::ui::components::focus_field(&field_id(&item.get_value()));
    };
    let take_away = move || {
        let Some(note) = found.get_untracked() else { return };
        let id = id.get_value();
        remove(form, item, &id);
        let item = item.get_value();
        let put_back = form.amend_later(move |observation: &mut Observation| {
            let notes = observation.notes.entry(item.clone()).or_default();
            notes.insert(id.clone(), note.clone());
        });
        app.toasts.say_with_undo(text!(app, item.note_removed), text!(app, form.undo), put_back);
    };
    let at = StoredValue::new(time().unwrap_or_default());
    view! {
        <li class="note">
            <span class="note-time number">{time}</span>
            <span class="note-body">
                {move || mark().map(|mark| view! { <span class="note-tag">{mark}</span> })}
                <span class="note-text as-written">{words}</span>
            </span>
            <span class="note-actions">
                <IconButton
                    icon=IconName::Edit
                    label=say!(app, item.change_note, time = at.get_value())
                    on_press=change
                />
                <IconButton
                    icon=IconName::Trash
                    label=say!(app, item.remove_note, time = at.get_value())
                    on_press=take_away
                />
            </span>
        </li>
    }
}

fn remove(form: Form<Observation>, item: StoredValue<String>, note: &str) {
    form.edit(|observation| {
        if let Some(notes) = observation.notes.get_mut(&item.get_value()) {
            notes.remove(note);
        }
    });
}
