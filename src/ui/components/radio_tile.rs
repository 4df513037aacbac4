//! One answer of a radio group, as a tile that can be pressed anywhere.

use leptos::ev::{Event, KeyboardEvent, MouseEvent};
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;

use super::ids::fresh_id;

/// How the tile is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Tile {
    /// A segment: the tile itself shows that it is chosen.
    Segment,
    /// A row with a ring before the words.
    Row,
}

/// A radio button inside its label. Pressing the chosen one again asks to take the answer back;
/// who owns the group decides what that means.
#[component]
pub(super) fn RadioTile(
    name: String,
    tile: Tile,
    /// Stands apart from the others: "Ikke set".
    #[prop(optional)]
    apart: bool,
    checked: Signal<bool>,
    on_choose: Callback<()>,
    on_again: Callback<()>,
    /// Said before the title: "Trin 2 af 4: ".
    #[prop(optional)]
    spoken: Option<Signal<String>>,
    title: Signal<String>,
    #[prop(optional)] description: Option<Signal<String>>,
    /// A drawing above or before the title, for the eye alone.
    #[prop(optional, into)]
    mark: ViewFn,
) -> impl IntoView {
    let id = fresh_id("answer");
    let title_id = format!("{id}-title");
    let described = description.map(|_| format!("{id}-meaning"));
    let class = match tile {
        Tile::Segment => "choice choice-segment",
        Tile::Row => "choice choice-row",
    };
    // A press on a radio that is chosen already gives a click and no change.
    let click = move |_: MouseEvent| {
        if checked.try_get_untracked() == Some(true) {
            on_again.try_run(());
        }
    };
    // Taking the answer back unchecks the input in the middle of its own click, and the browser
    // then reports a change too: only one that ends checked is a choice.
    let change = move |event: Event| {
        if event_target_checked(&event) {
            on_choose.try_run(());
        }
    };
    let key = move |event: KeyboardEvent| {
        if matches!(event.key().as_str(), "Backspace" | "Delete")
            && checked.try_get_untracked() == Some(true)
        {
            event.prevent_default();
            on_again.try_run(());
        }
    };
    // A parent that keeps the old value must win over what the browser has drawn.
    let settle = move |event: Event| {
        let input = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
        if let (Some(input), Some(checked)) = (input, checked.try_get_untracked()) {
            input.set_checked(checked);
        }
    };
    view! {
        <label class=class class:choice-apart=apart>
            <input
                type="radio"
                class="choice-input"
                id=id
                name=name
                prop:checked=move || checked.get()
                aria-labelledby=title_id.clone()
                aria-describedby=described.clone()
                on:click=click
                on:change=move |event| {
                    change(event.clone());
                    settle(event);
                }
                on:keydown=key
            />
            <span class="choice-face">
                {mark.run()}
                <span class="choice-words">
                    <span class="choice-title" id=title_id>
                        {spoken
                            .map(|spoken| {
                                view! { <span class="visually-hidden">{move || spoken.get()}": "</span> }
                            })}
                        {move || title.get()}
                    </span>
                    {description
                        .map(|text| {
                            view! {
                                <span class="choice-description" id=described>
                                    {move || text.get()}
                                </span>
                            }
                        })}
                </span>
            </span>
        </label>
    }
}
