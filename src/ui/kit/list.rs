//! Rows of a list: dates, observations, people.

use super::icon::icon;
use super::icon_name::IconName;
use super::link::link;
use crate::ui::dom::{Content, El, View, Words, el};

/// A list of [`ListRow`]s with a hairline between them, under a heading that names it.
pub fn list(rows: impl Content) -> El {
    el("ul").class("list").attr("role", "list").child(rows)
}

/// As [`list`], with a name for screen readers where no heading stands above it.
pub fn list_named(label: impl Into<Words>, rows: impl Content) -> El {
    list(rows).attr("aria-label", label.into())
}

/// One row. With an address the whole row is a link, named by its title alone.
pub struct ListRow {
    title: Words,
    detail: Option<Words>,
    href: Option<String>,
    lead: View,
    trail: View,
}

impl ListRow {
    /// What it is.
    pub fn new(title: impl Into<Words>) -> Self {
        Self {
            title: title.into(),
            detail: None,
            href: None,
            lead: View::nothing(),
            trail: View::nothing(),
        }
    }

    /// A quiet line under the title.
    #[must_use]
    pub fn detail(mut self, detail: impl Into<Words>) -> Self {
        self.detail = Some(detail.into());
        self
    }

    /// Where it goes.
    #[must_use]
    pub fn href(mut self, href: impl Into<Option<String>>) -> Self {
        self.href = href.into();
        self
    }

    /// What stands before the title: an icon, a phase mark, initials.
    #[must_use]
    pub fn lead(mut self, lead: impl Content) -> Self {
        self.lead = lead.view();
        self
    }

    /// What stands at the end: a badge, a time, a button.
    #[must_use]
    pub fn trail(mut self, trail: impl Content) -> Self {
        self.trail = trail.view();
        self
    }

    /// The row's element, for lists whose rows come and go.
    pub fn element(self) -> El {
        let is_link = self.href.is_some();
        let name = match self.href {
            Some(href) => link(href),
            None => el("span"),
        };
        let title = el("span").class("list-row-title").child(name.child(self.title));
        let detail = self.detail.map(|text| el("span").class("list-row-detail").child(text));
        let go = is_link.then(|| el("span").class("card-go").child(icon(IconName::Forward)));
        el("li")
            .class(if is_link { "list-row list-row-link" } else { "list-row" })
            .child(el("span").class("list-row-lead").child(self.lead))
            .child(el("span").class("list-row-words").child(title).child(detail))
            .child(el("span").class("list-row-trail").child(self.trail))
            .child(go)
    }
}

impl Content for ListRow {
    fn view(self) -> View {
        self.element().view()
    }
}
