//! A time of day, in the native field.

use leptos::prelude::*;

use super::field::{Field, FieldIds, invalid, leave};

/// A field for a time. The value is `10:42`, or empty.
#[component]
pub fn TimeField(
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
) -> impl IntoView {
    let ids = FieldIds::new(id, hint.is_some());
    let control = ids.control.clone();
    let described_by = ids.described_by(error);
    view! {
        <Field ids=ids label=label nostrip:hint=hint nostrip:optional=optional error=error>
            <input
                type="time"
                id=control
                class="input input-time"
                prop:value=move || value.get()
                readonly=move || readonly.get()
                aria-invalid=invalid(error)
                aria-describedby=move || described_by.get()
                on:input=move |event| {
                    on_input.try_run(event_target_value(&event));
                }
                on:blur=move |_| leave(on_leave)
            />
        </Field>
    }
}
