//! All initiatives.

use crate::app::store::{List as Listing, Page as Listed, Position, Resumable, Summary};
use crate::domain::initiative::Initiative;
use crate::domain::record::{Kind, Record};
use crate::ui::kit::draft_row;
use crate::ui::kit::prelude::*;
use crate::ui::words::initiative_words::kind_name;
use crate::ui::words::titles;

/// How many are read at a time.
const PAGE: u32 = 30;

/// The list of initiatives.
pub fn initiatives() -> View {
    let app = use_app();
    let pages = RwSignal::new(1_u32);
    let seen = use_stored(move |store| {
        let limit = PAGE * pages.get();
        async move {
            // What was begun and never left is in no list yet.
            let mut begun = store.drafts().await?;
            begun.retain(|draft| !draft.sealed && draft.draft.target.kind == Kind::Initiative);
            let listed = store.list(Listing::Kind(Kind::Initiative), None::<Position>, limit);
            Ok((begun, listed.await?))
        }
    });
    let new = LinkButton::new("/indsatser/ny", say!(app, initiatives.new))
        .kind(ButtonKind::Primary)
        .icon(IconName::Add);
    Page::new(say!(app, initiatives.title))
        .action(new)
        .child(shown(seen, move |(begun, listed)| cards(app, &begun, &listed, pages)))
        .view()
}

fn cards(app: App, begun: &[Resumable], listed: &Listed, pages: RwSignal<u32>) -> View {
    if begun.is_empty() && listed.items.is_empty() {
        let title = say!(app, initiatives.empty_title);
        let text = say!(app, initiatives.empty_text);
        return EmptyState::new(IconName::Initiatives, title, text).view();
    }
    let rows: Vec<_> = begun.iter().map(|draft| draft_row(app, draft)).collect();
    let cards: Vec<_> = listed.items.iter().map(|summary| card(app, summary)).collect();
    let more = move || pages.update(|pages| *pages += 1);
    el("div")
        .class("stack")
        .child((!rows.is_empty()).then(|| list_named(say!(app, overview.go_on), rows)))
        .child(el("div").class("grid").child(cards))
        .child(listed.next.is_some().then(|| Button::new(say!(app, list.more), more)))
        .view()
}

fn card(app: App, summary: &Summary) -> CardLink {
    let initiative = Initiative::read(&summary.fields);
    let conflicts = summary.conflicts > 0;
    let is_example = initiative.example();
    let is_begun = initiative.setting_up().is_some();
    let badges = el("div")
        .class("row")
        .child(is_begun.then(|| badge(BadgeKind::Draft, say!(app, badge.draft))))
        .child(is_example.then(|| badge(BadgeKind::Example, say!(app, badge.example))))
        .child(conflicts.then(|| badge(BadgeKind::Conflict, say!(app, badge.conflict))));
    let kind = el("p").class("soft").child(kind_name(app, &initiative));
    let detail = el("p").child(titles::initiative_detail(&initiative));
    let title = words(move || titles::initiative(app, &initiative));
    CardLink::new(format!("/indsatser/{}", summary.rec), title)
        .lead(icon(IconName::Initiatives))
        .child((kind, detail, badges))
}
