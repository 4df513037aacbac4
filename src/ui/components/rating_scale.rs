//! Described levels, and apart from them "Ikke set": what was not seen is not the lowest level.

use leptos::prelude::*;

use super::choice_frame::{ChoiceFrame, Group};
use super::field::FieldIds;
use super::ids::fresh_id;
use super::radio_tile::{RadioTile, Tile};
use super::text::{maybe_words, words};

/// What was marked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Rating {
    /// There was nothing to see it in. Not a level.
    NotSeen,
    /// A level, from 1.
    Level(u8),
}

/// One level of the scale.
#[derive(Debug, Clone)]
pub struct RatingLevel {
    /// What a screen reader hears first: "Trin 2 af 4".
    pub step: TextProp,
    /// Its name: "I glimt".
    pub label: TextProp,
    /// What it looks like in class.
    pub description: Option<TextProp>,
}

impl RatingLevel {
    /// A level with its name alone.
    pub fn new(step: impl Into<TextProp>, label: impl Into<TextProp>) -> Self {
        Self { step: step.into(), label: label.into(), description: None }
    }

    /// The same level with what it looks like.
    #[must_use]
    pub fn described(mut self, description: impl Into<TextProp>) -> Self {
        self.description = Some(description.into());
        self
    }
}

/// A scale of described levels. Under each other on a phone, beside each other where there is
/// room. Dots, not numbers: levels are not marks.
#[component]
pub fn RatingScale(
    /// What is looked at.
    #[prop(into)]
    label: TextProp,
    /// The levels, lowest first.
    levels: Vec<RatingLevel>,
    /// The words for "there was nothing to see it in": "Ikke set".
    #[prop(into)]
    not_seen: TextProp,
    /// What is marked; `None` before anything is.
    #[prop(into)]
    value: Signal<Option<Rating>>,
    /// Told the new mark; `None` when it is taken back.
    #[prop(into)]
    on_rate: Callback<Option<Rating>>,
    /// The words that take the answer back, "Fjern svar": with them the scale can be emptied.
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
    let name = fresh_id("scale");
    let can_clear = clear.is_some();
    let empty = Callback::new(move |()| {
        if can_clear {
            on_rate.try_run(None);
        }
    });
    let is = move |rating: Rating| Signal::derive(move || value.get() == Some(rating));
    let rate = move |rating: Rating| {
        Callback::new(move |()| {
            on_rate.try_run(Some(rating));
        })
    };
    let count = levels.len();
    let tiles = (1_u8..)
        .zip(levels)
        .map(|(number, level)| {
            let rating = Rating::Level(number);
            view! {
                <RadioTile
                    name=name.clone()
                    tile=Tile::Segment
                    checked=is(rating)
                    on_choose=rate(rating)
                    on_again=empty
                    spoken=words(level.step)
                    title=words(level.label)
                    nostrip:description=maybe_words(level.description)
                    mark=move || view! { <Dots filled=usize::from(number) of=count /> }
                />
            }
        })
        .collect_view();
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
            answered=Signal::derive(move || value.with(Option::is_some))
            on_clear=empty
        >
            <div class="scale">
                <div class="scale-levels">{tiles}</div>
                <RadioTile
                    name=name
                    tile=Tile::Segment
                    apart=true
                    checked=is(Rating::NotSeen)
                    on_choose=rate(Rating::NotSeen)
                    on_again=empty
                    title=words(not_seen)
                />
            </div>
        </ChoiceFrame>
    }
}

#[component]
fn Dots(filled: usize, of: usize) -> impl IntoView {
    view! {
        <span class="scale-dots" aria-hidden="true">
            {(0..of)
                .map(|index| view! { <span class="scale-dot" class:scale-dot-filled=index < filled></span> })
                .collect_view()}
        </span>
    }
}
