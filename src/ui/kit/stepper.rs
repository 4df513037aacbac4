//! A small number, one step at a time.

use std::rc::Rc;

use leptos::prelude::*;

use super::icon_button::IconButton;
use super::icon_name::IconName;
use super::ids::fresh_id;
use crate::ui::dom::{Content, Told, View, Words, el, memo, told};

/// A number with − and +. The new value is said aloud; at its ends the button rests.
pub struct Stepper {
    label: Words,
    value: Signal<i64>,
    on_change: Told<i64>,
    fewer: Words,
    more: Words,
    min: i64,
    max: i64,
    step: i64,
    unit: Option<Words>,
    hint: Option<Words>,
}

impl Stepper {
    /// What is counted, how many, who is told the new number, and what − and + say: "Én færre",
    /// "Én mere". From 0 to 999 by one unless it is told.
    pub fn new(
        label: impl Into<Words>,
        value: impl Into<Signal<i64>>,
        on_change: impl Fn(i64) + 'static,
        fewer: impl Into<Words>,
        more: impl Into<Words>,
    ) -> Self {
        Self {
            label: label.into(),
            value: value.into(),
            on_change: told(on_change),
            fewer: fewer.into(),
            more: more.into(),
            min: 0,
            max: 999,
            step: 1,
            unit: None,
            hint: None,
        }
    }

    /// The least and the most.
    #[must_use]
    pub fn range(mut self, min: i64, max: i64) -> Self {
        (self.min, self.max) = (min, max);
        self
    }

    /// How far one press goes.
    #[must_use]
    pub fn step(mut self, step: i64) -> Self {
        self.step = step;
        self
    }

    /// The word after the number: "minutter".
    #[must_use]
    pub fn unit(mut self, unit: impl Into<Words>) -> Self {
        self.unit = Some(unit.into());
        self
    }

    /// What helps to answer.
    #[must_use]
    pub fn hint(mut self, hint: impl Into<Words>) -> Self {
        self.hint = Some(hint.into());
        self
    }
}

impl Content for Stepper {
    fn view(self) -> View {
        let Self { label, value, on_change, fewer, more, min, max, step, unit, hint } = self;
        let id = fresh_id("stepper");
        let (label_id, hint_id) = (format!("{id}-label"), format!("{id}-hint"));
        let button = |icon: IconName, label: Words, end: i64, by: i64| {
            let tell = Rc::clone(&on_change);
            let go = move || {
                let Some(now) = value.try_get_untracked() else { return };
                let next = now.saturating_add(by).clamp(min, max);
                if next != now {
                    tell(next);
                }
            };
            let rests = memo(move || if by < 0 { value.get() <= end } else { value.get() >= end });
            IconButton::new(icon, label, go).disabled(rests)
        };
        let unit = unit.map(|unit| el("span").class("soft").child(" ").child(unit));
        let output = el("output")
            .class("stepper-value")
            .child(el("span").class("stepper-number").child(value))
            .child(unit);
        let stepper = el("div")
            .class("stepper")
            .child(button(IconName::Minus, fewer, min, -step))
            .child(output)
            .child(button(IconName::Add, more, max, step));
        el("div")
            .class("field")
            .attr("role", "group")
            .attr("aria-labelledby", label_id.clone())
            .attr("aria-describedby", hint.map(|_| hint_id.clone()))
            .child(el("span").class("field-label").id(label_id).child(label))
            .child(hint.map(|text| el("p").class("field-hint").id(hint_id).child(text)))
            .child(stepper)
            .view()
    }
}
