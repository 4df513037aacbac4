//! What every part of the editor of a form shares.

use crate::domain::forms::TemplateDraft;
use crate::domain::text::Lang;
use crate::ledger::RecordId;
use crate::ui::kit::prelude::*;
use crate::ui::words::item_of;

/// What every part of the editor shares. Copy it into closures freely.
#[derive(Clone, Copy)]
pub struct Editor {
    pub app: App,
    pub form: Form<TemplateDraft>,
    pub rec: RecordId,
    /// Which language is written in.
    pub lang: RwSignal<Lang>,
    /// The question that is open; empty where none is.
    pub open: RwSignal<String>,
    /// The section whose heading and time are open; empty where none is.
    pub part: RwSignal<String>,
    /// The section that a question is being added to; empty where none is.
    pub adding: RwSignal<String>,
    /// What is looked at as in class: `now`, or a version's tag; empty while it is edited.
    pub shows: RwSignal<String>,
    /// How far down the page was when that began.
    pub place: StoredValue<f64>,
    /// How often it was to be published and could not be.
    pub attempt: RwSignal<u32>,
    /// What keeps it from being published: where, and what to do.
    pub problems: Signal<Vec<FieldError>>,
    /// The question that is dragged, and the place it would land at.
    pub drag: RwSignal<String>,
    pub over: RwSignal<String>,
    /// The last version that is published, 0 where none is, and whether there is more to publish.
    pub version: Signal<u64>,
    pub has_news: Signal<bool>,
    /// The questions in order, and the two that cannot go further up or down.
    pub order: Signal<Vec<String>>,
    pub ends: Signal<Vec<String>>,
    /// What was done last, for those who do not see it.
    pub said: RwSignal<String>,
}

impl Editor {
    /// Where the field of a path is in the page.
    pub fn at(path: &str) -> String {
        format!("at-{path}")
    }

    /// Puts the focus in a field that is there after the next frame, and opens what it is folded in.
    pub fn go_to(self, id: String) {
        request_animation_frame(move || {
            let field = document().get_element_by_id(&id);
            if let Some(fold) = field.and_then(|it| it.closest("details").ok().flatten()) {
                // Setting an attribute fails only for names that are no names.
                let _ = fold.set_attribute("open", "");
            }
            focus_field(&id);
        });
    }

    /// Goes to the field of a path, and opens the question or the part that it is in.
    pub fn go_to_path(self, path: &str) {
        if let Some(item) = item_of(path) {
            self.open.set(item.to_owned());
        } else if let Some((section, "title" | "when")) =
            path.strip_prefix("sections/").and_then(|it| it.split_once('/'))
        {
            self.part.set(section.to_owned());
        }
        self.go_to(Self::at(path));
    }

    /// The text of a path in the app's language, for names of buttons.
    pub fn name(self, path: String) -> Words {
        let Self { app, form, .. } = self;
        words(move || {
            let name = form.with(|draft| draft.shown(&path, app.lang()));
            if name.is_empty() { now!(app, editor.no_text) } else { name }
        })
    }

    /// Takes a thing out of its list, with a way back.
    pub fn remove(self, node: String, said: String) {
        let Self { app, form, .. } = self;
        form.edit(|draft| draft.remove(&node));
        let back = form.amend_later(move |draft: &mut TemplateDraft| draft.put_back(&node));
        app.toasts.say_with_undo(said, text!(app, form.undo), back);
    }
}
