//! A word that says what state a thing is in.

use leptos::prelude::*;

use super::icon::{Icon, IconName, IconSize};
use super::text::words;

/// What is said; each has an icon and an edge of its own, so colour never says it alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum BadgeKind {
    /// Just a word.
    #[default]
    Plain,
    /// Part of the example; not the school's own.
    Example,
    /// Being written.
    Draft,
    /// Changed in two places.
    Conflict,
    /// Can be read and not changed here.
    ReadOnly,
    /// Finished.
    Done,
}

/// The badge. Its words are for everyone; the icon helps the eye find it in a list.
#[component]
pub fn Badge(
    /// What is said.
    #[prop(optional)]
    kind: BadgeKind,
    /// In words: "Kladde".
    #[prop(into)]
    label: TextProp,
) -> impl IntoView {
    let label = words(label);
    let (class, icon) = match kind {
        BadgeKind::Plain => ("badge", None),
        BadgeKind::Example => ("badge badge-example", Some(IconName::Example)),
        BadgeKind::Draft => ("badge badge-draft", Some(IconName::Edit)),
        BadgeKind::Conflict => ("badge badge-conflict", Some(IconName::Conflict)),
        BadgeKind::ReadOnly => ("badge badge-read-only", Some(IconName::Lock)),
        BadgeKind::Done => ("badge badge-done", Some(IconName::Check)),
    };
    view! {
        <span class=class>
            {icon.map(|name| view! { <Icon name=name size=IconSize::Small /> })}
            <span>{move || label.get()}</span>
        </span>
    }
}
