//! An address that leads nowhere.

use crate::ui::components::{EmptyState, IconName, LinkButton, Page};
use crate::ui::dom::{Content as _, View};
use crate::ui::state::use_app;
use crate::ui::texts::say;

/// Says that nothing is here, and where to go.
pub fn not_found() -> View {
    let app = use_app();
    let title = say!(app, lost.nothing_here);
    let empty = EmptyState::new(IconName::Search, title, say!(app, lost.text))
        .action(LinkButton::new("/", say!(app, lost.home)));
    Page::new(say!(app, lost.title)).child(empty).view()
}
