//! The talks with pupils of an initiative, on its page.

use crate::app::store::Standing;
use crate::domain::record::Record as _;
use crate::domain::voices::PupilTalk;
use crate::ledger::RecordId;
use crate::ui::kit::prelude::*;
use crate::ui::words::{pupils_n, titles};

/// More talks than an initiative has.
pub const ALL: u32 = 200;

/// The part of the page.
pub fn talks_part(app: App, initiative: RecordId, found: &[Standing], editable: bool) -> El {
    let new = move || {
        let address = format!("/elevsamtaler/ny?indsats={initiative}");
        LinkButton::new(address, say!(app, talks.new)).icon(IconName::Add)
    };
    let content = || -> View {
        if found.is_empty() {
            let (title, text) = (say!(app, talks.none), say!(app, talks.none_text));
            let empty = EmptyState::new(IconName::People, title, text);
            return if editable { empty.action(new()).view() } else { empty.view() };
        }
        let rows: Vec<_> = found.iter().map(|found| row(app, found)).collect();
        let address = format!("/indsatser/{initiative}/elevsamtaler");
        let beside = LinkButton::new(address, say!(app, talks.beside)).icon(IconName::Eye);
        let ways = el("div").class("row").child(beside).child(editable.then(new));
        (list(rows), ways).view()
    };
    bare_section("talks", say!(app, talks.list)).child(content())
}

/// A row for a talk: with which class and when, how many pupils, and by which guide.
fn row(app: App, (rec, fields): &Standing) -> ListRow {
    let it = PupilTalk::read(fields);
    let (count, guide, held) = (it.count(), it.guide(), it.is_held());
    let detail = words(move || {
        let guide = guide.map(|guide| guide.title.get(app.lang()).to_owned());
        let waits = (!held).then(|| now!(app, talks.not_held));
        let parts = [guide, pupils_n(app, count), waits];
        parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
    });
    ListRow::new(words(move || titles::pupil_talk(app, &it)))
        .detail(detail)
        .href(format!("/elevsamtaler/{rec}"))
        .lead(icon(IconName::People))
}
