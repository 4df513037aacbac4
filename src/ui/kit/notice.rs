//! A message that stays in the page: what is so, and what to do about it.

use super::icon::icon;
use super::icon_name::IconName;
use crate::ui::dom::{Content, View, Words, el};

/// How much it matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoticeKind {
    /// Good to know.
    Info,
    /// Something to look at.
    Warning,
    /// Something is or may be lost. The only one that is red.
    Loss,
}

/// A banner with an icon, a title, words and what can be done.
pub struct Notice {
    kind: NoticeKind,
    title: Words,
    announce: bool,
    text: Option<View>,
    actions: Option<View>,
}

impl Notice {
    /// How much it matters, and what is so in a few words.
    pub fn new(kind: NoticeKind, title: impl Into<Words>) -> Self {
        Self { kind, title: title.into(), announce: false, text: None, actions: None }
    }

    /// It came while the person was here: it is said aloud, at once when it is about loss.
    #[must_use]
    pub fn announce(mut self) -> Self {
        self.announce = true;
        self
    }

    /// What can be done: buttons.
    #[must_use]
    pub fn actions(mut self, actions: impl Content) -> Self {
        self.actions = Some(actions.view());
        self
    }

    /// What it means, as text.
    #[must_use]
    pub fn child(mut self, text: impl Content) -> Self {
        self.text = Some((self.text, text).view());
        self
    }
}

impl Content for Notice {
    fn view(self) -> View {
        let (class, name, role) = match self.kind {
            NoticeKind::Info => ("notice notice-info", IconName::Info, "status"),
            NoticeKind::Warning => ("notice notice-warning", IconName::Warning, "status"),
            NoticeKind::Loss => ("notice notice-loss", IconName::Loss, "alert"),
        };
        let part = |class, part: Option<View>| part.map(|it| el("div").class(class).child(it));
        let said = el("div")
            .class("notice-words")
            .child(el("p").class("notice-title").child(self.title))
            .child(part("notice-text", self.text))
            .child(part("row", self.actions));
        el("div")
            .class(class)
            .attr("role", self.announce.then_some(role))
            .child(icon(name))
            .child(said)
            .view()
    }
}
