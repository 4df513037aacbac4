//! Our own icons: 24 px, a 2 px stroke, drawn inline so that they need no file and no exception
//! in the content policy.

use super::icon_name::IconName;
use crate::ui::dom::{El, svg};

/// How large an icon is drawn; it follows the text size.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum IconSize {
    /// Beside small text, in a badge.
    Small,
    /// Beside text and in buttons: 24 px at the usual text size.
    Medium,
    /// Alone above the words of an empty page.
    Large,
}

/// One icon beside text. It is decoration to a screen reader: the word beside it is the name.
pub fn icon(name: IconName) -> El {
    icon_sized(name, IconSize::Medium)
}

/// One icon in a size.
pub fn icon_sized(IconName(path): IconName, size: IconSize) -> El {
    let class = match size {
        IconSize::Small => "icon icon-small",
        IconSize::Medium => "icon",
        IconSize::Large => "icon icon-large",
    };
    drawing(class, "0 0 24 24", path)
}

/// A drawing of one path that screen readers pass by.
pub fn drawing(class: &'static str, view_box: &'static str, path: &'static str) -> El {
    svg("svg")
        .class(class)
        .attr("viewBox", view_box)
        .attr("aria-hidden", "true")
        .attr("focusable", "false")
        .child(svg("path").attr("d", path))
}
