//! A question with one answer of a few.

use leptos::prelude::*;

use super::{Asked, field_id, maybe_told, read, told};
use crate::domain::{Observation, Titled};
use crate::ui::components::{Choice, RadioList, Segments};
use crate::ui::form::Form;
use crate::ui::state::use_app;
use crate::ui::texts::say;

/// Up to this many options stand side by side as segments.
const SEGMENTS: usize = 5;

#[component]
pub(super) fn ChoiceItem(
    form: Form<Observation>,
    asked: Asked,
    options: Vec<Titled>,
) -> impl IntoView {
    let app = use_app();
    let few = options.len() <= SEGMENTS;
    let choices: Vec<Choice> =
        options.into_iter().map(|option| Choice::new(option.id, told(option.label))).collect();
    let (mine, chosen) = (asked.id.clone(), asked.id.clone());
    let value = read(form, move |observation| observation.choices.get(&mine).cloned());
    let choose = move |option: Option<String>| {
        form.edit(|observation| {
            match option {
                Some(option) => observation.choices.insert(chosen.clone(), option),
                None => observation.choices.remove(&chosen),
            };
        });
    };
    let choose = Callback::new(choose);
    let choices = Signal::stored(choices);
    let (id, hint, label) = (field_id(&asked.id), maybe_told(asked.help), told(asked.text));
    view! {
        <div class="question">
            {if few {
                view! {
                    <Segments
                        id=id
                        label=label
                        nostrip:hint=hint
                        choices=choices
                        value=value
                        on_choose=choose
                        clear=say!(app, item.clear)
                    />
                }
                    .into_any()
            } else {
                view! {
                    <RadioList
                        id=id
                        label=label
                        nostrip:hint=hint
                        choices=choices
                        value=value
                        on_choose=choose
                        clear=say!(app, item.clear)
                    />
                }
                    .into_any()
            }}
        </div>
    }
}
