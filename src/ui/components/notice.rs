//! A message that stays in the page: what is so, and what to do about it.

use leptos::prelude::*;

use super::icon::{Icon, IconName};
use super::text::words;

/// How much it matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum NoticeKind {
    /// Good to know.
    #[default]
    Info,
    /// Something to look at.
    Warning,
    /// Something is or may be lost. The only one that is red.
    Loss,
}

impl NoticeKind {
    const fn parts(self) -> (&'static str, IconName) {
        match self {
            Self::Info => ("notice notice-info", IconName::Info),
            Self::Warning => ("notice notice-warning", IconName::Warning),
            Self::Loss => ("notice notice-loss", IconName::Loss),
        }
    }
}

/// A banner with an icon, a title, words and what can be done.
#[component]
pub fn Notice(
    /// How much it matters.
    #[prop(optional)]
    kind: NoticeKind,
    /// What is so, in a few words.
    #[prop(into)]
    title: TextProp,
    /// What can be done: buttons.
    #[prop(optional, into)]
    actions: Option<ViewFn>,
    /// It came while the person was here: say it aloud, at once when it is about loss.
    #[prop(optional)]
    announce: bool,
    /// What it means, as text.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let title = words(title);
    let (class, icon) = kind.parts();
    let role = announce.then_some(match kind {
        NoticeKind::Loss => "alert",
        NoticeKind::Info | NoticeKind::Warning => "status",
    });
    view! {
        <div class=class role=role>
            <Icon name=icon />
            <div class="notice-words">
                <p class="notice-title">{move || title.get()}</p>
                {children.map(|children| view! { <div class="notice-text">{children()}</div> })}
                {actions.map(|actions| view! { <div class="row">{actions.run()}</div> })}
            </div>
        </div>
    }
}
