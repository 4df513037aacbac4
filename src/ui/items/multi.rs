//! A question with several answers.

use leptos::prelude::*;

use super::{Asked, field_id, maybe_told, read, told};
use crate::domain::{Observation, Titled};
use crate::ui::components::{CheckList, Choice};
use crate::ui::form::Form;
use crate::ui::state::use_app;
use crate::ui::texts::say;

#[component]
pub(super) fn MultiItem(
    form: Form<Observation>,
    asked: Asked,
    options: Vec<Titled>,
    max: Option<usize>,
) -> impl IntoView {
    let app = use_app();
    let choices: Vec<Choice> =
        options.into_iter().map(|option| Choice::new(option.id, told(option.label))).collect();
    let (mine, picked) = (asked.id.clone(), asked.id.clone());
    let value = read(form, move |observation| {
        let picks = observation.picks.get(&mine).into_iter().flatten();
        picks.cloned().collect::<Vec<String>>()
    });
    let toggle = move |(option, on): (String, bool)| {
        form.edit(|observation| {
            let picks = observation.picks.entry(picked.clone()).or_default();
            if on {
                picks.insert(option)
            } else {
                picks.remove(&option)
            };
        });
    };
    let most = max.unwrap_or_default();
    view! {
        <div class="question">
            <CheckList
                id=field_id(&asked.id)
                label=told(asked.text)
                nostrip:hint=maybe_told(asked.help)
                choices=Signal::stored(choices)
                value=value
                on_toggle=toggle
                nostrip:max=max
                max_label=say!(app, item.full, most = most)
            />
        </div>
    }
}
