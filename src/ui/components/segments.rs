//! A choice of up to five, as big segments.

use leptos::prelude::*;

use super::choice::Choice;
use super::choice_frame::{ChoiceFrame, Group};
use super::field::FieldIds;
use super::ids::fresh_id;
use super::radio_tile::{RadioTile, Tile};
use super::text::{maybe_words, words};

/// One of up to five, all in sight. With descriptions the segments are wider and fewer stand beside
/// each other.
#[component]
pub fn Segments(
    /// The question.
    #[prop(into)]
    label: TextProp,
    /// The answers.
    #[prop(into)]
    choices: Signal<Vec<Choice>>,
    /// The id of the chosen one.
    #[prop(into)]
    value: Signal<Option<String>>,
    /// Told the new choice; `None` when it is taken back.
    #[prop(into)]
    on_choose: Callback<Option<String>>,
    /// The words that take the answer back, "Fjern svar": with them the group can be emptied.
    #[prop(optional, into)]
    clear: Option<TextProp>,
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
    let name = fresh_id("group");
    let can_clear = clear.is_some();
    let answered = Signal::derive(move || value.with(Option::is_some));
    let empty = Callback::new(move |()| {
        if can_clear {
            on_choose.try_run(None);
        }
    });
    let tile = move |choice: Choice| {
        let (mine, chosen) = (choice.id.clone(), choice.id);
        let checked = Signal::derive(move || value.with(|value| value.as_ref() == Some(&mine)));
        let choose = Callback::new(move |()| {
            on_choose.try_run(Some(chosen.clone()));
        });
        view! {
            <RadioTile
                name=name.clone()
                tile=Tile::Segment
                checked=checked
                on_choose=choose
                on_again=empty
                title=words(choice.label)
                nostrip:description=maybe_words(choice.description)
            />
        }
    };
    view! {
        <ChoiceFrame
            ids=ids
            group=Group::One
            label=label
            nostrip:hint=hint
            nostrip:optional=optional
            nostrip:clear=clear
            error=error
            readonly=readonly
            answered=answered
            on_clear=empty
        >
            <div
                class="segments"
                data-count=move || choices.with(Vec::len).to_string()
                class:segments-described=move || {
                    choices.with(|all| all.iter().any(|choice| choice.description.is_some()))
                }
            >
                <For each=move || choices.get() key=|choice| choice.id.clone() children=tile />
            </div>
        </ChoiceFrame>
    }
}
