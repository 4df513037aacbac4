//! An address that leads nowhere.

use super::empty_state::EmptyState;
use super::icon_name::IconName;
use super::link_button::LinkButton;
use super::page::Page;
use crate::ui::dom::{Content as _, View};
use crate::ui::shell::{say, use_app};

/// Says that nothing is here, and where to go.
pub fn not_found() -> View {
    let app = use_app();
    let title = say!(app, lost.nothing_here);
    let empty = EmptyState::new(IconName::Search, title, say!(app, lost.text))
        .action(LinkButton::new("/", say!(app, lost.home)));
    Page::new(say!(app, lost.title)).child(empty).view()
}
