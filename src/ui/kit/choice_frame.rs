//! The frame of every group of choices, a `fieldset` whose legend is the question, and of every
//! answer in it.

use leptos::prelude::*;

use super::choice::Choice;
use super::field::{Field, FieldIds, field_notes, invalid, optional_word};
use crate::ui::dom::{Content, El, Press, View, Words, el};

/// Whether one answer is meant or several: it decides the role of the group.
pub enum Group {
    /// One, with or without a way to take it back.
    One(Option<Clear>),
    /// Several: each is taken back where it was given.
    Several,
}

/// A quiet way to take the answer back.
pub struct Clear {
    /// Its words: "Fjern svar".
    pub label: Words,
    /// There is an answer to take back.
    pub answered: Signal<bool>,
    /// Takes it back.
    pub on_press: Press,
}

/// What a person sees and hears of an answer.
pub struct Face {
    /// A drawing above or before the title, for the eye alone.
    pub mark: Option<El>,
    /// Said before the title: "Trin 2 af 4".
    pub spoken: Option<Words>,
    /// The answer.
    pub title: Words,
    /// What it means.
    pub description: Option<Words>,
}

impl Face {
    /// The face of an answer that is words alone.
    pub fn of(choice: Choice) -> Self {
        Self { mark: None, spoken: None, title: choice.label, description: choice.description }
    }

    /// The id of its description, when there is one, in the answer with this id.
    pub fn meaning_id(&self, id: &str) -> Option<String> {
        self.description.map(|_| format!("{id}-meaning"))
    }
}

/// Question, hint, error, answers, and what takes the answer back.
pub fn choice_frame(field: &Field, ids: &FieldIds, group: Group, answers: impl Content) -> View {
    frame(field, ids, group, answers.view())
}

fn frame(field: &Field, ids: &FieldIds, group: Group, answers: View) -> View {
    let (error, readonly) = (field.error, field.readonly);
    let legend_id = ids.label();
    let legend = el("legend")
        .class("field-label")
        .id(legend_id.clone())
        .child(field.label)
        .child(optional_word(field.optional));
    let set = el("fieldset")
        .class("field choices")
        .id(ids.control.clone())
        .attr("disabled", readonly)
        .attr("aria-describedby", ids.described_by(error))
        .child(legend)
        .child(field_notes(ids, field.hint, error))
        .child(answers);
    // Only a radio group may be called invalid; a group of check boxes says it in words alone.
    let (set, clear) = match group {
        Group::One(clear) => {
            (set.attr("role", "radiogroup").attr("aria-invalid", invalid(error)), clear)
        }
        Group::Several => (set, None),
    };
    let class = if clear.is_some() { "choices-frame choices-clearable" } else { "choices-frame" };
    let clear = clear.map(|Clear { label, answered, on_press }| {
        el("button")
            .attr("type", "button")
            .class("button button-quiet choices-clear")
            .class_if("choices-clear-resting", move || !answered.get() || readonly.get())
            .attr("aria-describedby", legend_id)
            .on("click", move |_| on_press())
            .child(label)
    });
    el("div")
        .class(class)
        .class_if("field-refused", move || error.with(Option::is_some))
        .child(set)
        .child(clear)
        .view()
}

/// An answer that can be pressed anywhere: its input, and what is seen of it, whose title names the
/// input.
pub fn answer(id: String, class: &'static str, input: El, face: Face) -> El {
    let title_id = format!("{id}-title");
    let meaning_id = face.meaning_id(&id);
    let input = input.class("choice-input").id(id).attr("aria-labelledby", title_id.clone());
    let spoken =
        face.spoken.map(|spoken| el("span").class("visually-hidden").child(spoken).child(": "));
    let description = face
        .description
        .map(|text| el("span").class("choice-description").id(meaning_id).child(text));
    let title = el("span").class("choice-title").id(title_id).child(spoken).child(face.title);
    let words = el("span").class("choice-words").child(title).child(description);
    let shown = el("span").class("choice-face").child(face.mark).child(words);
    el("label").class(class).child(input).child(shown)
}
