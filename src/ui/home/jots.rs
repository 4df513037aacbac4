//! Quick notes in lists: the latest on the first page, an initiative's, a lesson's, and all.

use crate::app::store::{List as Listing, Standing};
use crate::domain::record::Kind;
use crate::ui::kit::prelude::*;
use crate::ui::kit::{new_jot, rows};

/// How many are shown on the page of all.
const MANY: u32 = 300;

/// The page of all quick notes.
pub fn jots() -> View {
    let app = use_app();
    let found =
        use_stored(|store| async move { store.standing(Listing::Kind(Kind::Jot), MANY).await });
    let list = move |found: Vec<Standing>| {
        if found.is_empty() {
            let title = say!(app, plan.no_jots_yet);
            return EmptyState::new(IconName::Note, title, say!(app, plan.no_jots_text)).view();
        }
        rows(app, found, usize::MAX).view()
    };
    let content =
        el("div").class("stack").child(soft(say!(app, plan.jot_private))).child(shown(found, list));
    Page::new(say!(app, plan.jots))
        .back("/", say!(app, plan.back))
        .child(content)
        .child(action_bar(new_jot(app, String::new())))
        .view()
}
