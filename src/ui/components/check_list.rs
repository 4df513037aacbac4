//! Several answers to one question.

use leptos::prelude::*;

use super::choice::Choice;
use super::choice_frame::{ChoiceFrame, Group};
use super::field::FieldIds;
use super::text::{maybe_words, words};

/// Any number of answers, or at most `max`: then the rest cannot be chosen until one is taken
/// back, and a line says so.
#[component]
pub fn CheckList(
    /// The question.
    #[prop(into)]
    label: TextProp,
    /// The answers.
    #[prop(into)]
    choices: Signal<Vec<Choice>>,
    /// The ids of the chosen ones.
    #[prop(into)]
    value: Signal<Vec<String>>,
    /// Told an answer's id and whether it is now chosen.
    #[prop(into)]
    on_toggle: Callback<(String, bool)>,
    /// At most this many.
    #[prop(optional, into)]
    max: Option<usize>,
    /// What is said when the most are chosen: "Du har valgt tre. Fjern et for at vælge et andet."
    #[prop(optional, into)]
    max_label: TextProp,
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
    let full_id = format!("{}-full", ids.control);
    let max_label = words(max_label);
    let full = Memo::new(move |_| max.is_some_and(|max| value.with(Vec::len) >= max));
    let row = {
        let full_id = full_id.clone();
        move |choice: Choice| {
            view! { <CheckRow choice=choice value=value on_toggle=on_toggle full=full full_id=full_id.clone() /> }
        }
    };
    view! {
        <ChoiceFrame
            ids=ids
            group=Group::Several
            label=label
            nostrip:hint=hint
            nostrip:optional=optional
            error=error
            readonly=readonly
            answered=Signal::stored(false)
            on_clear=Callback::new(|()| ())
        >
            <div class="choice-list">
                <For each=move || choices.get() key=|choice| choice.id.clone() children=row />
            </div>
            <p class="field-hint choice-full" id=full_id role="status">
                {move || full.get().then(|| max_label.get())}
            </p>
        </ChoiceFrame>
    }
}

#[component]
fn CheckRow(
    choice: Choice,
    value: Signal<Vec<String>>,
    on_toggle: Callback<(String, bool)>,
    full: Memo<bool>,
    full_id: String,
) -> impl IntoView {
    let id = super::ids::fresh_id("answer");
    let title_id = format!("{id}-title");
    let meaning_id = choice.description.as_ref().map(|_| format!("{id}-meaning"));
    let title = words(choice.label);
    let description = maybe_words(choice.description);
    let (mine, toggled) = (choice.id.clone(), choice.id);
    let checked = Memo::new(move |_| value.with(|value| value.contains(&mine)));
    let resting = move || full.get() && !checked.get();
    let described_by = {
        let meaning_id = meaning_id.clone();
        move || {
            let why = resting().then(|| full_id.clone());
            let parts: Vec<String> = meaning_id.iter().cloned().chain(why).collect();
            (!parts.is_empty()).then(|| parts.join(" "))
        }
    };
    view! {
        <label class="choice choice-row choice-check">
            <input
                type="checkbox"
                class="choice-input"
                id=id
                prop:checked=move || checked.get()
                disabled=resting
                aria-labelledby=title_id.clone()
                aria-describedby=described_by
                on:change=move |event| {
                    on_toggle.try_run((toggled.clone(), event_target_checked(&event)));
                }
            />
            <span class="choice-face">
                <span class="choice-words">
                    <span class="choice-title" id=title_id>
                        {move || title.get()}
                    </span>
                    {description
                        .map(|text| {
                            view! {
                                <span class="choice-description" id=meaning_id>
                                    {move || text.get()}
                                </span>
                            }
                        })}
                </span>
            </span>
        </label>
    }
}
