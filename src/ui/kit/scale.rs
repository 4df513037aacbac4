//! Described levels, and apart from them "Ikke set": what was not seen is not the lowest level.

use std::rc::Rc;

use leptos::prelude::*;

use super::choice_frame::{Clear, Face, Group, choice_frame};
use super::field::Field;
use super::ids::fresh_id;
use super::radio_tile::{SEGMENT, SEGMENT_APART, radio_tile};
use crate::ui::dom::{Content, El, Told, View, Words, el, memo, press, told};

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
    pub step: Words,
    /// Its name: "I glimt".
    pub label: Words,
    /// What it looks like in class.
    pub description: Option<Words>,
}

/// A scale of described levels. Under each other on a phone, beside each other where there is
/// room. Dots, not numbers: levels are not marks.
pub struct Scale {
    field: Field,
    levels: Vec<RatingLevel>,
    not_seen: Words,
    value: Signal<Option<Rating>>,
    on_rate: Told<Option<Rating>>,
    clear: Option<Words>,
}

impl Field {
    /// Asks for a level, the lowest first, or for the words for "there was nothing to see it in":
    /// "Ikke set". The value is `None` before anything is marked; who listens is told the new mark,
    /// and `None` when it is taken back.
    pub fn scale(
        self,
        levels: Vec<RatingLevel>,
        not_seen: impl Into<Words>,
        value: impl Into<Signal<Option<Rating>>>,
        on_rate: impl Fn(Option<Rating>) + 'static,
    ) -> Scale {
        Scale {
            field: self,
            levels,
            not_seen: not_seen.into(),
            value: value.into(),
            on_rate: told(on_rate),
            clear: None,
        }
    }
}

impl Scale {
    /// The words that take the answer back, "Fjern svar": with them the scale can be emptied.
    #[must_use]
    pub fn clear(mut self, label: impl Into<Words>) -> Self {
        self.clear = Some(label.into());
        self
    }
}

impl Content for Scale {
    fn view(self) -> View {
        let Self { field, levels, not_seen, value, on_rate, clear } = self;
        let ids = field.ids();
        let name = fresh_id("scale");
        let can_clear = clear.is_some();
        let tile = |rating: Rating, class: &'static str, face: Face| {
            let tell = Rc::clone(&on_rate);
            let press = told(move |chosen: bool| {
                if chosen || can_clear {
                    tell(chosen.then_some(rating));
                }
            });
            radio_tile(&name, class, memo(move || value.get() == Some(rating)), press, face)
        };
        let of = levels.len();
        let mut tiles = el("div").class("scale-levels");
        for (number, level) in (1_u8..).zip(levels) {
            let face = Face {
                mark: Some(dots(usize::from(number), of)),
                spoken: Some(level.step),
                title: level.label,
                description: level.description,
            };
            tiles = tiles.child(tile(Rating::Level(number), SEGMENT, face));
        }
        let face = Face { mark: None, spoken: None, title: not_seen, description: None };
        let apart = tile(Rating::NotSeen, SEGMENT_APART, face);
        let clear = clear.map(|label| Clear {
            label,
            answered: memo(move || value.with(Option::is_some)),
            on_press: press(move || on_rate(None)),
        });
        let answers = el("div").class("scale").child(tiles).child(apart);
        let answers = el("div").class("choices-room").child(answers);
        choice_frame(&field, &ids, Group::One(clear), answers)
    }
}

fn dots(filled: usize, of: usize) -> El {
    let mut dots = el("span").class("scale-dots").attr("aria-hidden", "true");
    for index in 0..of {
        let class = if index < filled { "scale-dot scale-dot-filled" } else { "scale-dot" };
        dots = dots.child(el("span").class(class));
    }
    dots
}
