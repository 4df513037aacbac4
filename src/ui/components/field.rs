//! The frame of every field: label above, hint under it, error between the hint and the field.

use leptos::prelude::*;

use super::icon::{Icon, IconName};
use super::ids::fresh_id;
use super::text::{maybe_words, words};

/// The ids that tie a field's words to its control.
#[derive(Debug, Clone)]
pub struct FieldIds {
    /// The control itself: what an [`ErrorSummary`](super::ErrorSummary) links to.
    pub control: String,
    hint: Option<String>,
    error: String,
}

impl FieldIds {
    /// New ids; `id` is kept for the control when the page has chosen one.
    pub fn new(id: Option<String>, has_hint: bool) -> Self {
        let control = id.unwrap_or_else(|| fresh_id("field"));
        Self {
            hint: has_hint.then(|| format!("{control}-hint")),
            error: format!("{control}-error"),
            control,
        }
    }

    /// The id of the label, for what is named by it without being its `for`.
    pub fn label(&self) -> String {
        format!("{}-label", self.control)
    }

    /// The value of `aria-describedby`: the hint, and the error while there is one.
    pub fn described_by(&self, error: Signal<Option<String>>) -> Signal<Option<String>> {
        let Self { hint, error: error_id, .. } = self.clone();
        Signal::derive(move || {
            let refused = error.with(Option::is_some).then(|| error_id.clone());
            let parts: Vec<String> = hint.iter().cloned().chain(refused).collect();
            (!parts.is_empty()).then(|| parts.join(" "))
        })
    }
}

/// What `aria-invalid` is while there is an error.
pub(super) fn invalid(error: Signal<Option<String>>) -> impl Fn() -> Option<&'static str> + Clone {
    move || error.with(Option::is_some).then_some("true")
}

/// Tells whoever asked to know that the person left the field.
pub(super) fn leave(on_leave: Option<Callback<()>>) {
    if let Some(on_leave) = on_leave {
        on_leave.try_run(());
    }
}

/// Label, hint and error around one control. The fields of this module are built on it; use it for
/// a control that none of them is.
#[component]
pub fn Field(
    /// The ids the control uses too.
    ids: FieldIds,
    /// What is asked.
    #[prop(into)]
    label: TextProp,
    /// What helps to answer, when the label is not enough. The ids must know of it.
    #[prop(optional, into)]
    hint: Option<TextProp>,
    /// The word for what can be left out: "(frivilligt)".
    #[prop(optional, into)]
    optional: Option<TextProp>,
    /// What is wrong and what to do; `None` when nothing is.
    #[prop(optional, into)]
    error: Signal<Option<String>>,
    /// The control.
    children: Children,
) -> impl IntoView {
    let label = words(label);
    let label_id = ids.label();
    view! {
        <div class="field" class:field-refused=move || error.with(Option::is_some)>
            <label class="field-label" id=label_id for=ids.control>
                {move || label.get()}
                <OptionalWord optional=optional />
            </label>
            <FieldNotes hint_id=ids.hint hint=hint error_id=ids.error error=error />
            <div class="field-control">{children()}</div>
        </div>
    }
}

/// "(frivilligt)", after a label or legend.
#[component]
pub(super) fn OptionalWord(optional: Option<TextProp>) -> impl IntoView {
    maybe_words(optional).map(|text| {
        view! { " "<span class="field-optional">{move || text.get()}</span> }
    })
}

/// The hint and the error, for fields and for groups of choices alike.
#[component]
pub(super) fn FieldNotes(
    hint_id: Option<String>,
    hint: Option<TextProp>,
    error_id: String,
    error: Signal<Option<String>>,
) -> impl IntoView {
    let hint = maybe_words(hint)
        .map(|text| view! { <p class="field-hint" id=hint_id>{move || text.get()}</p> });
    let error = move || {
        error.get().map(|text| {
            view! {
                <p class="field-error" id=error_id.clone()>
                    <Icon name=IconName::Warning />
                    <span>{text}</span>
                </p>
            }
        })
    };
    view! {
        {hint}
        {error}
    }
}

impl FieldIds {
    /// The id of the hint, when there is one.
    pub(super) fn hint(&self) -> Option<String> {
        self.hint.clone()
    }

    /// The id the error has while it is shown.
    pub(super) fn error(&self) -> String {
        self.error.clone()
    }
}
