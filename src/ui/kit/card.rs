//! Something that stands by itself: an initiative, a draft, a fact with its actions.

use leptos::prelude::*;

use super::icon::icon;
use super::icon_name::IconName;
use super::link::link;
use crate::ui::dom::{Content, El, View, Words, el};

/// Space and a hairline around what belongs together.
pub fn card(content: impl Content) -> El {
    el("div").class("card").child(content)
}

/// A card that is one link. The link's name is the title alone; what stands under it is read after.
pub struct CardLink {
    href: Signal<String>,
    title: Words,
    lead: View,
    content: View,
}

impl CardLink {
    /// Where it goes, and what it is called.
    pub fn new(href: impl Into<Signal<String>>, title: impl Into<Words>) -> Self {
        Self {
            href: href.into(),
            title: title.into(),
            lead: View::nothing(),
            content: View::nothing(),
        }
    }

    /// What stands before the title: an icon or a phase mark.
    #[must_use]
    pub fn lead(mut self, lead: impl Content) -> Self {
        self.lead = lead.view();
        self
    }

    /// What stands under the title: badges, a line of text, a status.
    #[must_use]
    pub fn child(mut self, content: impl Content) -> Self {
        self.content = (self.content, content).view();
        self
    }
}

impl Content for CardLink {
    fn view(self) -> View {
        let head = el("div")
            .class("card-head")
            .child(self.lead)
            .child(el("h2").class("card-title").child(link(self.href).child(self.title)))
            .child(el("span").class("card-go").child(icon(IconName::Forward)));
        el("article").class("card card-link").child(head).child(self.content).view()
    }
}
