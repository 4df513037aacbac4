//! The frame of every group of choices: a `fieldset` whose legend is the question.

use leptos::prelude::*;

use super::field::{FieldIds, FieldNotes, OptionalWord, invalid};
use super::text::{maybe_words, words};

/// Whether one answer is meant or several: it decides the role of the group.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Group {
    One,
    Several,
}

/// Question, hint, error, answers, and a quiet way to take the answer back.
#[component]
pub(super) fn ChoiceFrame(
    ids: FieldIds,
    group: Group,
    label: TextProp,
    #[prop(optional)] hint: Option<TextProp>,
    #[prop(optional)] optional: Option<TextProp>,
    error: Signal<Option<String>>,
    readonly: Signal<bool>,
    /// The words that take the answer back: "Fjern svar".
    #[prop(optional)]
    clear: Option<TextProp>,
    /// There is an answer to take back.
    answered: Signal<bool>,
    on_clear: Callback<()>,
    children: Children,
) -> impl IntoView {
    let label = words(label);
    let described_by = ids.described_by(error);
    let can_clear = clear.is_some();
    let invalid = invalid(error);
    // Only a radio group may be called invalid; a group of check boxes says it in words alone.
    let (role, invalid) = match group {
        Group::One => (Some("radiogroup"), Some(invalid)),
        Group::Several => (None, None),
    };
    let legend_id = ids.label();
    let described_legend = legend_id.clone();
    let clear = maybe_words(clear).map(|text| {
        view! {
            <button
                type="button"
                class="button button-quiet choices-clear"
                class:choices-clear-resting=move || !answered.get() || readonly.get()
                aria-describedby=described_legend.clone()
                on:click=move |_| {
                    on_clear.try_run(());
                }
            >
                {move || text.get()}
            </button>
        }
    });
    view! {
        <div
            class="choices-frame"
            class:choices-clearable=can_clear
            class:field-refused=move || error.with(Option::is_some)
        >
            <fieldset
                class="field choices"
                id=ids.control.clone()
                role=role
                disabled=move || readonly.get()
                aria-describedby=move || described_by.get()
                aria-invalid=move || invalid.as_ref().and_then(|invalid| invalid())
            >
                <legend class="field-label" id=legend_id>
                    {move || label.get()}
                    <OptionalWord optional=optional />
                </legend>
                <FieldNotes hint_id=ids.hint() hint=hint error_id=ids.error() error=error />
                {children()}
            </fieldset>
            {clear}
        </div>
    }
}
