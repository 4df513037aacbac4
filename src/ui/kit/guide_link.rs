//! The way from where somebody is at work to what the guide says about it, and back.

use leptos::prelude::*;
use leptos_router::hooks::use_location;

use super::button::ButtonKind;
use super::icon::icon;
use super::icon_name::IconName;
use super::link::{base, link};
use crate::ui::dom::{El, el};
use crate::ui::shell::texts;
use crate::ui::shell::{say, use_app};

/// A quiet link to a topic of the guide: "Hvad siger guiden?". From there the way back leads here.
pub fn guide_link(topic: &'static str) -> El {
    let app = use_app();
    let here = use_location();
    let base = base();
    let address = move || {
        let path = here.pathname.get();
        let path = path.strip_prefix(base.as_str()).unwrap_or(&path);
        let question = here.search.get();
        let whole =
            if question.is_empty() { path.to_owned() } else { format!("{path}?{question}") };
        format!("/guide/{topic}?fra={}", js_sys::encode_uri_component(&whole))
    };
    // Several links on a page say the same, so a screen reader hears what each is about.
    let about = move || {
        let known = texts::GUIDE_TITLES.iter().find(|(id, _)| *id == topic);
        known.map_or("", |(_, title)| title.get(app.lang())).to_owned()
    };
    link(Signal::derive(address))
        .class(ButtonKind::Quiet.class())
        .child(icon(IconName::Bookmark))
        .child(el("span").child(say!(app, guide.ask)))
        .child(el("span").class("visually-hidden").child(" ").child(about))
}
