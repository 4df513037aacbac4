//! Running notes as they stand in the form: where they are written and taken away.

use crate::domain::forms::Tag;
use crate::domain::observation::{Note, Observation};
use crate::ui::kit::prelude::*;

/// Where the notes of one item are. Copy it into closures freely.
#[derive(Clone, Copy)]
pub struct Notes {
    pub app: App,
    pub form: Form<Observation>,
    pub item: StoredValue<String>,
    pub tags: StoredValue<Vec<Tag>>,
    /// The note that is being written: in the store from its first key, and open until it is done.
    pub open: RwSignal<Option<String>>,
    /// Where presses are taken back, on the screen that has a place for it.
    pub presses: Option<RwSignal<Vec<NotePress>>>,
}

/// Writes a note.
pub fn put(notes: Notes, id: &str, note: &Note) {
    let item = notes.item.get_value();
    notes.form.edit(|observation| observation.set_note(&item, id, Some(note)));
}

/// Takes a note away.
pub fn remove(notes: Notes, id: &str) {
    let item = notes.item.get_value();
    notes.form.edit(|observation| observation.set_note(&item, id, None));
}

/// A press that changed a note, for taking it back.
#[derive(Debug, Clone, PartialEq)]
pub struct NotePress {
    /// What it is called where it is taken back: the phrase; empty for a minute back.
    pub phrase: String,
    /// When it was pressed, in milliseconds since 1970.
    pub pressed: u64,
    pub(super) item: String,
    pub(super) id: String,
    pub(super) before: Option<Note>,
    pub(super) after: Note,
}

impl NotePress {
    /// Whether what it did still stands as it was done.
    pub fn stands(&self, form: &Observation) -> bool {
        form.note(&self.item, &self.id).is_some_and(|note| match self.phrase.as_str() {
            "" => note.at == self.after.at,
            _ => note.text == self.after.text,
        })
    }

    /// Takes it back. What was written since in the note's other parts stays.
    pub fn take_back(&self, form: Form<Observation>) {
        form.edit(|it| {
            let note = it.note(&self.item, &self.id).zip(self.before.as_ref());
            let note = note.map(|(note, before)| match self.phrase.as_str() {
                "" => Note { at: before.at, ..note },
                _ => Note { text: before.text.clone(), ..note },
            });
            it.set_note(&self.item, &self.id, note.as_ref());
        });
    }
}
