//! A small number, one step at a time.

use leptos::prelude::*;

use super::icon::IconName;
use super::icon_button::IconButton;
use super::ids::fresh_id;
use super::text::{maybe_words, words};

/// A number with − and +. The new value is said aloud; at its ends the button rests.
#[component]
pub fn Stepper(
    /// What is counted.
    #[prop(into)]
    label: TextProp,
    /// How many.
    #[prop(into)]
    value: Signal<i64>,
    /// Told the new number.
    #[prop(into)]
    on_change: Callback<i64>,
    /// What − says: "Én færre".
    #[prop(into)]
    fewer: TextProp,
    /// What + says: "Én mere".
    #[prop(into)]
    more: TextProp,
    /// The least.
    #[prop(default = 0)]
    min: i64,
    /// The most.
    #[prop(default = 999)]
    max: i64,
    /// How far one press goes.
    #[prop(default = 1)]
    step: i64,
    /// The word after the number: "minutter".
    #[prop(optional, into)]
    unit: Option<TextProp>,
    /// What helps to answer.
    #[prop(optional, into)]
    hint: Option<TextProp>,
) -> impl IntoView {
    let id = fresh_id("stepper");
    let (label_id, hint_id) = (format!("{id}-label"), format!("{id}-hint"));
    let labelled_by = label_id.clone();
    let described_by = hint.is_some().then(|| hint_id.clone());
    let label = words(label);
    let unit = maybe_words(unit);
    let go = move |by: i64| {
        Callback::new(move |()| {
            if let Some(now) = value.try_get_untracked() {
                let next = now.saturating_add(by).clamp(min, max);
                if next != now {
                    on_change.try_run(next);
                }
            }
        })
    };
    view! {
        <div class="field" role="group" aria-labelledby=labelled_by aria-describedby=described_by>
            <span class="field-label" id=label_id>
                {move || label.get()}
            </span>
            {maybe_words(hint)
                .map(|text| view! { <p class="field-hint" id=hint_id>{move || text.get()}</p> })}
            <div class="stepper">
                <IconButton
                    icon=IconName::Minus
                    label=fewer
                    disabled=Signal::derive(move || value.get() <= min)
                    on_press=go(-step)
                />
                <output class="stepper-value">
                    <span class="stepper-number">{move || value.get()}</span>
                    {unit.map(|unit| view! { <span class="soft">" "{move || unit.get()}</span> })}
                </output>
                <IconButton
                    icon=IconName::Add
                    label=more
                    disabled=Signal::derive(move || value.get() >= max)
                    on_press=go(step)
                />
            </div>
        </div>
    }
}
