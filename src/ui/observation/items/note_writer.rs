//! Where a note is written, new or old: what was seen, and apart from it what is thought of it. Short
//! phrases go in with one press, and a note that was late goes back a minute at a time.

use leptos::wasm_bindgen::JsCast as _;
use web_sys::HtmlTextAreaElement;

use super::asked::{choices, field_id};
use super::notes::{NotePress, Notes, put, remove};
use crate::domain::forms::Titled;
use crate::domain::observation::{Note, Observation};
use crate::domain::text::with_phrase;
use crate::ui::kit::prelude::*;
use crate::ui::words::{localized, note_time};

const MINUTE: u64 = 60_000;

/// The place to write.
pub fn writer(notes: Notes, phrases: Vec<Titled>) -> El {
    let app = use_app();
    let Notes { form, item, tags, open, .. } = notes;
    // Chosen before there is a note to put it on.
    let next_tag = RwSignal::new(String::new());
    let note = memo(move || {
        let note = open.get()?;
        item.with_value(|item| form.with(|observation| observation.note(item, &note)))
    });
    let is_open = memo(move || open.with(Option::is_some));
    let tag = Signal::derive(move || {
        let tag = note.with(|note| note.as_ref().map(|note| note.tag.clone()));
        Some(tag.unwrap_or_else(|| next_tag.get())).filter(|tag| !tag.is_empty())
    });
    let pen = Pen { notes, note, next_tag };
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
    let stamp = move || note.with(|note| Some(note_time(app, note.as_ref()?.at)));
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
                .area(pen.part(|note| &note.text), move |text| pen.write(text))
                .max_length(2000)
                .short(),
        )
        .child((!phrases.is_empty()).then(|| chips(app, pen, phrases)))
        .child((!tags.is_empty()).then(|| {
            Field::new(say!(app, item.note_tag))
                .optional(say!(app, form.optional))
                .segments(choices(tags), tag, mark)
                .clear(say!(app, item.clear))
        }))
        .child(show(move || is_open.get(), move || meaning(app, pen)))
        .child(tools(app, pen, is_open))
}

/// The note that is being written. Copy it into closures freely.
#[derive(Clone, Copy)]
struct Pen {
    notes: Notes,
    note: Signal<Option<Note>>,
    next_tag: RwSignal<String>,
}

impl Pen {
    fn part(self, of: fn(&Note) -> &String) -> Signal<String> {
        let note = self.note;
        words(move || note.with(|note| note.as_ref().map(|it| of(it).clone()).unwrap_or_default()))
    }

    /// What was seen, from its first key.
    fn write(self, text: String) {
        let Notes { app, open, .. } = self.notes;
        let id = open.get_untracked();
        if id.is_none() && text.is_empty() {
            return;
        }
        let is_new = id.is_none();
        let id = id.unwrap_or_else(|| app.store().new_part());
        let (at, tag) = (app.store().now(), self.next_tag.get_untracked());
        let note = self.note.get_untracked().unwrap_or(Note { at, tag, ..Note::default() });
        put(self.notes, &id, &Note { text, ..note });
        if is_new {
            open.set(Some(id));
        }
    }

    fn think(self, meaning: String) {
        let id = self.notes.open.get_untracked();
        if let Some((id, note)) = id.zip(self.note.get_untracked()) {
            put(self.notes, &id, &Note { meaning, ..note });
        }
    }

    /// The note is done. One that says nothing is not kept.
    fn done(self) {
        let Notes { item, open, .. } = self.notes;
        if let Some(id) = open.get_untracked() {
            let says =
                |note: &Note| !note.text.trim().is_empty() || !note.meaning.trim().is_empty();
            match self.note.get_untracked().filter(says) {
                Some(note) if note.text.ends_with(' ') => {
                    let text = note.text.trim_end().to_owned();
                    put(self.notes, &id, &Note { text, ..note });
                }
                Some(_) => {}
                None => remove(self.notes, &id),
            }
        }
        open.set(None);
        self.next_tag.set(String::new());
        focus_field(&field_id(&item.get_value()));
    }

    /// The note that a minute is taken from: the one being written, or the last.
    fn latest(self) -> Option<(String, Note)> {
        let Notes { form, item, open, .. } = self.notes;
        let written = open.get().and_then(|id| Some((id, self.note.get()?)));
        written.or_else(|| {
            let notes = form.with(|it| item.with_value(|item| it.notes(item)));
            notes.into_iter().rfind(|(_, note)| note.at > 0)
        })
    }

    /// One minute earlier, and never before the lesson.
    fn earlier(self, note: &Note) -> u64 {
        let start = self.notes.form.with(|it| it.started()).unwrap_or_default();
        if note.at <= start { note.at } else { note.at.saturating_sub(MINUTE).max(start) }
    }

    fn put_in(self, phrase: &str) {
        let Notes { app, item, open, .. } = self.notes;
        let before = self.note.get_untracked();
        let written = before.as_ref().map(|note| note.text.clone()).unwrap_or_default();
        let area = document()
            .get_element_by_id(&field_id(&item.get_value()))
            .and_then(|area| area.dyn_into::<HtmlTextAreaElement>().ok());
        // A cursor that nobody has put anywhere is at the end.
        let is_here = document().active_element() == area.clone().map(Into::into);
        let cursor = area.as_ref().filter(|_| is_here);
        let cursor = cursor.and_then(|area| area.selection_end().ok().flatten());
        let cursor = cursor.map_or(usize::MAX, |at| at as usize);
        let (text, cursor) = with_phrase(&written, cursor, phrase);
        if let Some(area) = area {
            area.set_value(&text);
            let at = u32::try_from(cursor).unwrap_or_default();
            let _ = area.set_selection_range(at, at);
        }
        self.write(text);
        let id = open.get_untracked().unwrap_or_default();
        let pressed = app.store().now();
        self.pressed(id, before, phrase.to_owned(), pressed);
    }

    /// Remembers a press, where there is a place to take it back.
    fn pressed(self, id: String, before: Option<Note>, phrase: String, pressed: u64) {
        let Notes { form, item, presses, .. } = self.notes;
        let item = item.get_value();
        let after = form.value.with_untracked(|it| it.note(&item, &id));
        if let Some((presses, after)) = presses.zip(after) {
            presses.update(|all| {
                all.push(NotePress { phrase, pressed, item, id, before, after });
            });
        }
    }
}

/// Short phrases of the form. The keyboard of a tablet stays as it is.
fn chips(app: App, pen: Pen, phrases: Vec<Titled>) -> El {
    let chips = phrases.into_iter().map(|phrase| {
        let label = phrase.label.clone();
        el("button")
            .attr("type", "button")
            .class("note-phrase")
            .on("mousedown", |event| event.prevent_default())
            .on("click", move |_| pen.put_in(label.get(app.lang_now())))
            .child(localized(phrase.label))
    });
    el("div")
        .class("note-phrases")
        .attr("role", "group")
        .attr("aria-label", say!(app, noting.phrases))
        .child(chips.collect::<Vec<_>>())
}

fn meaning(app: App, pen: Pen) -> El {
    el("div").class("note-meaning").child(
        Field::new(say!(app, noting.meaning))
            .id(format!("{}-meaning", field_id(&pen.notes.item.get_value())))
            .optional(say!(app, form.optional))
            .area(pen.part(|note| &note.meaning), move |text| pen.think(text))
            .max_length(1000)
            .short(),
    )
}

/// A minute back, and the next note.
fn tools(app: App, pen: Pen, is_open: Signal<bool>) -> El {
    let Notes { form, item, .. } = pen.notes;
    let moved = RwSignal::new(String::new());
    let is_late = memo(move || pen.latest().is_some_and(|(_, note)| pen.earlier(&note) < note.at));
    let reason = Signal::derive(move || (!is_late.get()).then(|| now!(app, noting.no_minute_back)));
    let back = move || {
        let Some((id, before)) = untrack(|| pen.latest()) else { return };
        let at = untrack(|| pen.earlier(&before));
        put(pen.notes, &id, &Note { at, ..before.clone() });
        let time = untrack(|| note_time(app, at));
        moved.set(text!(app, noting.note_moved, time = time));
        let pressed = app.store().now();
        if pen.notes.presses.is_some() {
            pen.pressed(id, Some(before), String::new(), pressed);
            return;
        }
        let item = item.get_value();
        let put_back = form.amend_later(move |it: &mut Observation| {
            if let Some(note) = it.note(&item, &id) {
                it.set_note(&item, &id, Some(&Note { at: before.at, ..note }));
            }
        });
        app.toasts.say_with_undo(moved.get_untracked(), text!(app, form.undo), put_back);
    };
    let done =
        move || Button::new(say!(app, item.note_done), move || pen.done()).icon(IconName::Check);
    let back = Button::new(say!(app, noting.minute_back), back)
        .kind(ButtonKind::Quiet)
        .icon(IconName::Clock)
        .disabled_reason(reason);
    let done: View = show(move || is_open.get(), done);
    el("div")
        .class("note-tools")
        .child(back)
        .child(el("span").class("soft small").attr("role", "status").child(move || moved.get()))
        .child(done)
}
