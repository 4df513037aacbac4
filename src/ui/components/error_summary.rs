//! What keeps a form from being finished, gathered at the top, with a way to each field.

use leptos::html;
use leptos::prelude::*;

use super::focus::{focus_field, focus_in_place};
use super::icon::{Icon, IconName};
use super::ids::fresh_id;
use super::text::words;

/// One thing to put right.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldError {
    /// The `id` prop of the field.
    pub field: String,
    /// What is wrong and what to do, the same words as at the field.
    pub text: String,
}

impl FieldError {
    /// Something to put right in the field with this id.
    pub fn new(field: impl Into<String>, text: impl Into<String>) -> Self {
        Self { field: field.into(), text: text.into() }
    }
}

/// The summary. It takes the focus when it comes, not while the person puts things right under it.
#[component]
pub fn ErrorSummary(
    /// What it is about: "Der mangler lidt, før du kan afslutte".
    #[prop(into)]
    title: TextProp,
    /// What is to be put right; nothing is shown when there is none.
    #[prop(into)]
    errors: Signal<Vec<FieldError>>,
    /// Count it up each time the form is refused, so that the focus comes back.
    #[prop(optional, into)]
    attempt: Signal<u32>,
) -> impl IntoView {
    let title = words(title);
    let title_id = fresh_id("errors");
    let any = Memo::new(move |_| errors.with(|errors| !errors.is_empty()));
    let summary = NodeRef::<html::Div>::new();
    Effect::new(move || {
        attempt.track();
        if any.get()
            && let Some(summary) = summary.get()
        {
            focus_in_place(&summary);
            summary.scroll_into_view_with_bool(true);
        }
    });
    let link = |error: FieldError| {
        let field = error.field.clone();
        view! {
            <li>
                <a
                    href=format!("#{}", error.field)
                    on:click=move |event| {
                        // The base of the document makes "#field" another page.
                        event.prevent_default();
                        focus_field(&field);
                    }
                >
                    {error.text}
                </a>
            </li>
        }
    };
    view! {
        <Show when=move || any.get()>
            <div
                class="notice notice-loss error-summary"
                role="group"
                aria-labelledby=title_id.clone()
                tabindex="-1"
                node_ref=summary
            >
                <Icon name=IconName::Warning />
                <div class="notice-words">
                    <h2 class="notice-title" id=title_id.clone()>
                        {move || title.get()}
                    </h2>
                    <ul>{move || errors.get().into_iter().map(link).collect_view()}</ul>
                </div>
            </div>
        </Show>
    }
}
