//! One of many, in the browser's own list.

use leptos::prelude::*;

use super::choice::Choice;
use super::field::{Field, FieldIds, invalid};
use super::icon::{Icon, IconName};
use super::text::{maybe_words, words};

/// A list that opens. For up to five answers use [`Segments`](super::Segments), for up to twelve
/// [`RadioList`](super::RadioList): what can be seen is chosen faster.
#[component]
pub fn SelectField(
    /// What is asked.
    #[prop(into)]
    label: TextProp,
    /// The answers.
    #[prop(into)]
    choices: Signal<Vec<Choice>>,
    /// The id of the chosen one; empty when none is.
    #[prop(into)]
    value: Signal<String>,
    /// Told the id of what was chosen.
    #[prop(into)]
    on_input: Callback<String>,
    /// The words for "none chosen": "Vælg klasse". Without them the first answer stands chosen.
    #[prop(optional, into)]
    empty_label: Option<TextProp>,
    /// What helps to answer.
    #[prop(optional, into)]
    hint: Option<TextProp>,
    /// The word for what can be left out: "(frivilligt)".
    #[prop(optional, into)]
    optional: Option<TextProp>,
    /// What is wrong and what to do.
    #[prop(optional, into)]
    error: Signal<Option<String>>,
    /// It can be read, not changed.
    #[prop(optional, into)]
    readonly: Signal<bool>,
    /// Its id, when an error summary links to it.
    #[prop(optional, into)]
    id: Option<String>,
) -> impl IntoView {
    let ids = FieldIds::new(id, hint.is_some());
    let control = ids.control.clone();
    let described_by = ids.described_by(error);
    let empty = maybe_words(empty_label).map(|text| {
        view! {
            <option value="" prop:selected=move || value.with(String::is_empty)>
                {move || text.get()}
            </option>
        }
    });
    // Each option says whether it is chosen: a value set on the select itself is lost when its
    // options arrive after it.
    let option = move |choice: Choice| {
        let id = choice.id.clone();
        let label = words(choice.label);
        view! {
            <option value=choice.id prop:selected=move || value.with(|value| *value == id)>
                {move || label.get()}
            </option>
        }
    };
    view! {
        <Field ids=ids label=label nostrip:hint=hint nostrip:optional=optional error=error>
            <div class="select">
                <select
                    id=control
                    class="input"
                    disabled=move || readonly.get()
                    aria-invalid=invalid(error)
                    aria-describedby=move || described_by.get()
                    on:change=move |event| {
                        on_input.try_run(event_target_value(&event));
                    }
                >
                    {empty}
                    <For each=move || choices.get() key=|choice| choice.id.clone() children=option />
                </select>
                <Icon name=IconName::Down />
            </div>
        </Field>
    }
}
