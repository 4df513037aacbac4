//! Running notes: the time of the first key, a mark, the words and what is thought of them. Each note
//! can be changed and removed.

use super::asked::{Asked, field_id, read};
use super::note_writer::writer;
use super::notes::{NotePress, Notes, remove};
use crate::domain::forms::{Tag, Titled};
use crate::domain::observation::Observation;
use crate::ui::kit::prelude::*;
use crate::ui::words::{localized, maybe_localized, note_time};

/// So many notes are shown until the rest is asked for: a list of hundreds is slow to write beside.
const NEWEST: usize = 20;

/// What a form has for its notes.
pub struct NoteWords {
    /// What a note can be marked with.
    pub tags: Vec<Tag>,
    /// What can be put in with one press.
    pub phrases: Vec<Titled>,
}

pub fn timed_notes(
    form: Form<Observation>,
    asked: Asked,
    NoteWords { tags, phrases }: NoteWords,
    presses: Option<RwSignal<Vec<NotePress>>>,
) -> El {
    let app = use_app();
    let item = StoredValue::new(asked.id.clone());
    let (tags, open) = (StoredValue::new(tags), RwSignal::new(None::<String>));
    let notes = Notes { app, form, item, tags, open, presses };
    let shows_all = RwSignal::new(false);
    let all = read(form, move |observation| item.with_value(|item| observation.note_ids(item)));
    let closed = memo(move || {
        let open = open.get();
        let mut notes = all.get();
        notes.retain(|note| Some(note) != open.as_ref());
        notes
    });
    let earlier = memo(move || match shows_all.get() {
        true => 0,
        false => closed.with(|notes| notes.len().saturating_sub(NEWEST)),
    });
    let shown = move || closed.with(|notes| notes.iter().skip(earlier.get()).cloned().collect());
    let more = move || {
        Button::new(say!(app, noting.earlier_notes, n = earlier.get()), move || shows_all.set(true))
            .kind(ButtonKind::Quiet)
    };
    let title_id = format!("{}-title", field_id(&asked.id));
    el("section")
        .class("question notes stack")
        .attr("aria-labelledby", title_id.clone())
        .child(el("h3").class("field-label").id(title_id).child(localized(asked.text)))
        .child(maybe_localized(asked.help).map(|hint| el("p").class("field-hint").child(hint)))
        .child(writer(notes, phrases))
        .child(show(
            move || closed.with(|notes| !notes.is_empty()),
            move || {
                el("ul")
                    .class("notes-list")
                    .attr("role", "list")
                    .attr("aria-label", say!(app, item.notes_so_far))
                    .child(each(shown, String::clone, move |note| row(notes, note)))
            },
        ))
        .child(show(move || earlier.get() > 0, more))
}

/// A note that has been written.
fn row(notes: Notes, note: String) -> El {
    let app = use_app();
    let Notes { form, item, tags, open, .. } = notes;
    let id = StoredValue::new(note);
    let found = read(form, move |observation| {
        item.with_value(|item| id.with_value(|id| observation.note(item, id)))
    });
    let written = words(move || {
        found.with(|note| note.as_ref().map(|note| note.text.clone())).unwrap_or_default()
    });
    let time = words(move || {
        let at = found.with(|note| note.as_ref().map(|note| note.at));
        at.map(|at| note_time(app, at)).unwrap_or_default()
    });
    let mark = move || {
        let tag = found.with(|note| note.as_ref().map(|note| note.tag.clone()))?;
        tags.with_value(|tags| {
            let tag = tags.iter().find(|known| known.id == tag)?;
            Some(tag.label.get(app.lang()).to_owned())
        })
    };
    let thought = move || {
        let thought = found.with(|note| note.as_ref().map(|note| note.meaning.clone()))?;
        let thought = Some(thought).filter(|thought| !thought.trim().is_empty())?;
        Some(now!(app, noting.thought, thought = thought))
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
        .child(el("span").class("note-text as-written").child(written))
        .child(move || thought().map(|thought| el("span").class("note-thought").child(thought)));
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
