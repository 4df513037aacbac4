//! What keeps a form from being finished, gathered at the top, with a way to each field.

use leptos::prelude::*;

use super::focus::focus_field;
use super::icon::icon;
use super::icon_name::IconName;
use super::ids::fresh_id;
use crate::ui::dom::{El, View, Words, el, focus_in_place, show};

/// One thing to put right.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldError {
    /// The id of the field.
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

/// The summary: what it is about, "Der mangler lidt, før du kan afslutte", and what is to be put
/// right; nothing is shown when there is none. It takes the focus when it comes, not while the
/// person puts things right under it; count `attempt` up each time the form is refused, so that the
/// focus comes back.
pub fn error_summary(title: Words, errors: Signal<Vec<FieldError>>, attempt: Signal<u32>) -> View {
    show(move || errors.with(|errors| !errors.is_empty()), move || summary(title, errors, attempt))
}

fn summary(title: Words, errors: Signal<Vec<FieldError>>, attempt: Signal<u32>) -> El {
    let title_id = fresh_id("errors");
    let links = move || errors.get().into_iter().map(link).collect::<Vec<_>>();
    let words = el("div")
        .class("notice-words")
        .child(el("h2").class("notice-title").id(title_id.clone()).child(title))
        .child(el("ul").child(links));
    let summary = el("div")
        .class("notice notice-loss error-summary")
        .attr("role", "group")
        .attr("aria-labelledby", title_id)
        .attr("tabindex", "-1")
        .child(icon(IconName::Warning))
        .child(words);
    let here = summary.clone();
    Effect::new(move || {
        attempt.track();
        focus_in_place(here.html());
        here.html().scroll_into_view_with_bool(true);
    });
    summary
}

fn link(FieldError { field, text }: FieldError) -> El {
    let link = el("a")
        .attr("href", format!("#{field}"))
        .on("click", move |event| {
            // The base of the document makes "#field" another page.
            event.prevent_default();
            focus_field(&field);
        })
        .child(text);
    el("li").child(link)
}
