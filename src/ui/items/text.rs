//! A question that is answered in words.

use leptos::prelude::*;

use super::{Asked, field_id, maybe_told, read, told};
use crate::domain::Observation;
use crate::ui::components::{TextArea, TextField};
use crate::ui::form::Form;

#[component]
pub(super) fn TextItem(
    form: Form<Observation>,
    asked: Asked,
    multiline: bool,
    max_length: usize,
) -> impl IntoView {
    let (mine, written) = (asked.id.clone(), asked.id.clone());
    let value =
        read(form, move |observation| observation.texts.get(&mine).cloned().unwrap_or_default());
    let write = Callback::new(move |text: String| {
        form.edit(|observation| drop(observation.texts.insert(written.clone(), text)));
    });
    let longest = u32::try_from(max_length).unwrap_or(u32::MAX);
    let (id, hint, label) = (field_id(&asked.id), maybe_told(asked.help), told(asked.text));
    view! {
        <div class="question">
            {if multiline {
                view! {
                    <TextArea
                        id=id
                        label=label
                        nostrip:hint=hint
                        value=value
                        on_input=write
                        max_length=longest
                    />
                }
                    .into_any()
            } else {
                view! {
                    <TextField
                        id=id
                        label=label
                        nostrip:hint=hint
                        value=value
                        on_input=write
                        max_length=longest
                    />
                }
                    .into_any()
            }}
        </div>
    }
}
