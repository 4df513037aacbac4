//! A question and the frame of its control: label above, hint under it, error between the hint and
//! the control.

use leptos::prelude::*;

use super::icon::icon;
use super::icon_name::IconName;
use super::ids::fresh_id;
use crate::ui::dom::{Content as _, El, View, Words, el};

/// What is asked. A control is chosen for it next: [`Field::text`], [`Field::segments`] …
pub struct Field {
    pub(super) label: Words,
    pub(super) hint: Option<Words>,
    pub(super) optional: Option<Words>,
    pub(super) error: Signal<Option<String>>,
    pub(super) readonly: Signal<bool>,
    pub(super) id: Option<String>,
}

impl Field {
    /// What is asked.
    pub fn new(label: impl Into<Words>) -> Self {
        Self {
            label: label.into(),
            hint: None,
            optional: None,
            error: Signal::stored(None),
            readonly: Signal::stored(false),
            id: None,
        }
    }

    /// What helps to answer, where the label is not enough.
    #[must_use]
    pub fn hint(mut self, hint: impl Into<Option<Words>>) -> Self {
        self.hint = hint.into();
        self
    }

    /// The word for what can be left out: "(frivilligt)".
    #[must_use]
    pub fn optional(mut self, word: impl Into<Option<Words>>) -> Self {
        self.optional = word.into();
        self
    }

    /// What is wrong and what to do; `None` when nothing is.
    #[must_use]
    pub fn error(mut self, error: impl Into<Signal<Option<String>>>) -> Self {
        self.error = error.into();
        self
    }

    /// It can be read and copied, not changed.
    #[must_use]
    pub fn readonly(mut self, readonly: impl Into<Signal<bool>>) -> Self {
        self.readonly = readonly.into();
        self
    }

    /// The id of its control, when an error summary links to it.
    #[must_use]
    pub fn id(mut self, id: impl Into<String>) -> Self {
        self.id = Some(id.into());
        self
    }

    /// The ids that tie its words to its control.
    pub fn ids(&self) -> FieldIds {
        let control = self.id.clone().unwrap_or_else(|| fresh_id("field"));
        FieldIds { has_hint: self.hint.is_some(), control }
    }

    /// The frame around a control that is one element, with what every such control has.
    pub fn around(self, ids: &FieldIds, control: El, frame: impl FnOnce(El) -> El) -> View {
        let error = self.error;
        let control = control
            .id(ids.control.clone())
            .attr("aria-invalid", invalid(error))
            .attr("aria-describedby", ids.described_by(error));
        let label = el("label")
            .class("field-label")
            .id(ids.label())
            .attr("for", ids.control.clone())
            .child(self.label)
            .child(optional_word(self.optional));
        el("div")
            .class("field")
            .class_if("field-refused", move || error.with(Option::is_some))
            .child(label)
            .child(field_notes(ids, self.hint, error))
            .child(el("div").class("field-control").child(frame(control)))
            .view()
    }
}

/// The ids that tie a field's words to its control.
#[derive(Debug, Clone)]
pub struct FieldIds {
    /// The control itself: what an error summary links to.
    pub control: String,
    has_hint: bool,
}

impl FieldIds {
    /// The id of the label, for what is named by it without being its `for`.
    pub fn label(&self) -> String {
        format!("{}-label", self.control)
    }

    fn hint(&self) -> String {
        format!("{}-hint", self.control)
    }

    fn error(&self) -> String {
        format!("{}-error", self.control)
    }

    /// The value of `aria-describedby`: the hint, and the error while there is one.
    pub fn described_by(&self, error: Signal<Option<String>>) -> Box<dyn Fn() -> Option<String>> {
        let hint = self.has_hint.then(|| self.hint());
        let refused = self.error();
        Box::new(move || {
            let error = error.with(Option::is_some).then(|| refused.clone());
            match (hint.clone(), error) {
                (Some(hint), Some(error)) => Some(format!("{hint} {error}")),
                (hint, error) => hint.or(error),
            }
        })
    }
}

/// What `aria-invalid` is while there is an error.
pub fn invalid(
    error: Signal<Option<String>>,
) -> impl Fn() -> Option<&'static str> + Clone + 'static {
    move || error.with(Option::is_some).then_some("true")
}

/// "(frivilligt)", after a label or legend.
pub fn optional_word(word: Option<Words>) -> Option<(&'static str, El)> {
    word.map(|word| (" ", el("span").class("field-optional").child(word)))
}

/// The hint and the error, for fields and for groups of choices alike.
pub fn field_notes(
    ids: &FieldIds,
    hint: Option<Words>,
    error: Signal<Option<String>>,
) -> (Option<El>, impl Fn() -> Option<El> + 'static) {
    let hint = hint.map(|text| el("p").class("field-hint").id(ids.hint()).child(text));
    let id = ids.error();
    let refused = move || {
        let text = error.get()?;
        let words = el("span").child(text);
        Some(
            el("p").class("field-error").id(id.clone()).child(icon(IconName::Warning)).child(words),
        )
    };
    (hint, refused)
}
