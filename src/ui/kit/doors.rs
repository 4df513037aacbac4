//! Ways to other places of the app, by their address.

use super::card::CardLink;
use super::icon::icon;
use super::icon_name::IconName;
use crate::ui::dom::el;
use crate::ui::shell::{App, say};

/// The way to the guide from other pages.
pub fn guide_card(app: App) -> CardLink {
    CardLink::new("/guide", say!(app, guide.open))
        .lead(icon(IconName::Bookmark))
        .child(el("p").class("soft").child(say!(app, guide.card_text)))
}

/// The way here from the first page, for those who have several initiatives.
pub fn door(app: App) -> CardLink {
    CardLink::new("/paa-tvaers", say!(app, across.title))
        .lead(icon(IconName::Initiatives))
        .child(el("p").class("soft").child(say!(app, across.card_text)))
}
