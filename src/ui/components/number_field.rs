//! A number, typed on the number keys.

use leptos::prelude::*;

use super::field::{Field, FieldIds, invalid, leave};
use super::text::maybe_words;

/// A field for a number. The value is what the person typed: the page reads it, decimal comma and
/// all. Not `type="number"`, which loses what it cannot read and changes when the page scrolls.
#[component]
pub fn NumberField(
    /// What is asked.
    #[prop(into)]
    label: TextProp,
    /// What is in the field.
    #[prop(into)]
    value: Signal<String>,
    /// Told of every change as it is typed.
    #[prop(into)]
    on_input: Callback<String>,
    /// Told when the person leaves the field.
    #[prop(optional, into)]
    on_leave: Option<Callback<()>>,
    /// What helps to answer.
    #[prop(optional, into)]
    hint: Option<TextProp>,
    /// The word for what can be left out: "(frivilligt)".
    #[prop(optional, into)]
    optional: Option<TextProp>,
    /// What is wrong and what to do.
    #[prop(optional, into)]
    error: Signal<Option<String>>,
    /// It can be read and copied, not changed.
    #[prop(optional, into)]
    readonly: Signal<bool>,
    /// Its id, when an error summary links to it.
    #[prop(optional, into)]
    id: Option<String>,
    /// Decimals are welcome: the keyboard then has a comma.
    #[prop(optional)]
    decimals: bool,
    /// The word for what is counted: "minutter".
    #[prop(optional, into)]
    unit: Option<TextProp>,
) -> impl IntoView {
    let ids = FieldIds::new(id, hint.is_some());
    let control = ids.control.clone();
    let described_by = ids.described_by(error);
    view! {
        <Field ids=ids label=label nostrip:hint=hint nostrip:optional=optional error=error>
            <div class="input-with-unit">
                <input
                    type="text"
                    id=control
                    class="input input-number"
                    autocomplete="off"
                    inputmode=if decimals { "decimal" } else { "numeric" }
                    prop:value=move || value.get()
                    readonly=move || readonly.get()
                    aria-invalid=invalid(error)
                    aria-describedby=move || described_by.get()
                    on:input=move |event| {
                        on_input.try_run(event_target_value(&event));
                    }
                    on:blur=move |_| leave(on_leave)
                />
                {maybe_words(unit).map(|unit| view! { <span class="soft">{move || unit.get()}</span> })}
            </div>
        </Field>
    }
}
