//! One page: the app bar with its title and action, the content, and what stands beside it.

use std::cell::RefCell;

use leptos::prelude::*;
use leptos_router::hooks::use_location;

use super::icon::icon;
use super::icon_name::IconName;
use super::link::link;
use super::shell::MAIN_ID;
use crate::ui::dom::{Content, El, View, Words, el, focus_in_place, follow, on_page};

thread_local! {
    /// The address of the page that is shown.
    static SHOWN: RefCell<Option<String>> = const { RefCell::new(None) };
}

/// A title longer than this steps down a size instead of pushing the page away, in characters.
const LONG_TITLE: usize = 20;

/// A page in the [`shell`](super::shell::shell). When it is shown after another, its title takes the
/// focus, so that a screen reader says where we are.
pub struct Page {
    title: Words,
    back: Option<El>,
    state: View,
    action: View,
    aside: Option<El>,
    content: View,
}

impl Page {
    /// Where am I: the one `h1`, and the document's title.
    pub fn new(title: impl Into<Words>) -> Self {
        Self {
            title: title.into(),
            back: None,
            state: View::nothing(),
            action: View::nothing(),
            aside: None,
            content: View::nothing(),
        }
    }

    /// The way back to the page above this one: "Tilbage til Indsatser".
    #[must_use]
    pub fn back(mut self, href: impl Into<String>, label: impl Into<Words>) -> Self {
        let label = label.into();
        let back = link(href.into())
            .class("button icon-button app-bar-back")
            .attr("aria-label", label)
            .attr("title", label)
            .child(icon(IconName::Back));
        self.back = Some(back);
        self
    }

    /// The state, as a quiet line under the title: a status line, badges.
    #[must_use]
    pub fn state(mut self, state: impl Content) -> Self {
        self.state = state.view();
        self
    }

    /// The one action of the page, at the end of the bar.
    #[must_use]
    pub fn action(mut self, action: impl Content) -> Self {
        self.action = action.view();
        self
    }

    /// What stands beside the content at 1100 px and more, and under it otherwise, with its name
    /// for screen readers.
    #[must_use]
    pub fn aside(mut self, label: impl Into<Words>, aside: impl Content) -> Self {
        let aside = el("aside").class("page-aside").attr("aria-label", label.into()).child(aside);
        self.aside = Some(aside);
        self
    }

    /// The content.
    #[must_use]
    pub fn child(mut self, content: impl Content) -> Self {
        self.content = (self.content, content).view();
        self
    }
}

impl Content for Page {
    fn view(self) -> View {
        let Self { title, .. } = self;
        let heading = el("h1")
            .class("app-bar-title")
            .class_if("app-bar-title-long", move || {
                title.with(|title| title.chars().count() > LONG_TITLE)
            })
            .attr("tabindex", "-1")
            .child(title);
        // The first page leaves the focus where the browser put it, and one that is made anew
        // because something was stored leaves it where the person has it.
        let here = Some(use_location().pathname.get_untracked());
        let before = SHOWN.replace(here.clone());
        let is_another = before.is_some() && before != here;
        let focused = heading.clone();
        Effect::new(move || {
            if is_another {
                focus_in_place(focused.html());
            }
        });
        follow(move || document().set_title(&format!("{} – Indsats", title.get())));
        let bar = el("div")
            .class("app-bar-row")
            .child(self.back)
            .child(el("div").class("app-bar-words").child(heading).child(self.state))
            .child(el("div").class("app-bar-action").child(self.action));
        let split = self.aside.is_some();
        let main =
            el("main").class("page-main").id(MAIN_ID).attr("tabindex", "-1").child(self.content);
        el("div")
            .class(if split { "page page-split" } else { "page" })
            .child(el("header").class("app-bar").child(bar))
            .child(el("div").class("page-body").child(main).child(self.aside))
            .view()
    }
}

/// A bar above the places, where the thumb is, for what is used most on the page, the most used
/// last. Put it last in the page's content.
pub fn action_bar(content: impl Content) -> El {
    on_page("has-action-bar");
    el("div").class("action-bar").child(content)
}
