//! A word that says what state a thing is in.

use super::icon::{IconSize, icon_sized};
use super::icon_name::IconName;
use crate::ui::dom::{El, Words, el};

/// What is said; each has an icon and an edge of its own, so colour never says it alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BadgeKind {
    /// Just a word.
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
    /// Its day has passed.
    Late,
}

/// The badge. Its words are for everyone; the icon helps the eye find it in a list.
pub fn badge(kind: BadgeKind, label: impl Into<Words>) -> El {
    let (class, icon) = match kind {
        BadgeKind::Plain => ("badge", None),
        BadgeKind::Example => ("badge badge-example", Some(IconName::Example)),
        BadgeKind::Draft => ("badge badge-draft", Some(IconName::Edit)),
        BadgeKind::Conflict => ("badge badge-conflict", Some(IconName::Conflict)),
        BadgeKind::ReadOnly => ("badge badge-read-only", Some(IconName::Lock)),
        BadgeKind::Late => ("badge badge-late", Some(IconName::Clock)),
        BadgeKind::Done => ("badge badge-done", Some(IconName::Check)),
    };
    el("span")
        .class(class)
        .child(icon.map(|name| icon_sized(name, IconSize::Small)))
        .child(el("span").child(label.into()))
}
