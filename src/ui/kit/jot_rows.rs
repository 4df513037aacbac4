//! Quick notes as rows of a list, wherever they are shown.

use leptos::task::spawn_local;

use super::button::ButtonKind;
use super::icon_button::IconButton;
use super::icon_name::IconName;
use super::link::link;
use super::link_button::LinkButton;
use super::undo::say_removed;
use crate::app::store::Standing;
use crate::domain::home::Jot;
use crate::domain::record::{DAY, Record as _};
use crate::ledger::{RecordId, in_order};
use crate::platform::format;
use crate::ui::dom::{El, el, words};
use crate::ui::shell::{App, now, say, text};
use crate::ui::words::titles;

/// How many are shown where they are not the main thing.
pub const FEW: usize = 3;

/// The way to a new one, from an initiative or lesson: `?indsats=…`.
pub fn new_jot(app: App, from: String) -> LinkButton {
    LinkButton::new(format!("/lynnotater/ny{from}"), say!(app, plan.jot))
        .kind(ButtonKind::Primary)
        .icon(IconName::Edit)
}

/// A part of a page with the latest few, and the way to all.
pub fn part(app: App, found: &[Standing]) -> Option<El> {
    if found.is_empty() {
        return None;
    }
    let part = el("section")
        .class("part")
        .attr("aria-labelledby", "jots")
        .child(el("h2").id("jots").child(say!(app, plan.jots)))
        .child(rows(app, found.to_vec(), FEW))
        .child((found.len() > FEW).then(|| {
            let all = LinkButton::new("/lynnotater", say!(app, plan.all_jots));
            el("div").class("row").child(all.kind(ButtonKind::Quiet))
        }));
    Some(part)
}

/// The latest first, at most so many.
pub fn rows(app: App, found: Vec<Standing>, most: usize) -> El {
    let jots = found.into_iter().map(|(rec, fields)| (rec, Jot::read(&fields), fields.day(DAY)));
    let latest_first = in_order(jots.collect(), |(_, a, _), (_, b, _)| b.at().cmp(&a.at()));
    let rows = latest_first.into_iter().take(most).map(|(rec, jot, day)| row(app, rec, &jot, day));
    el("ul")
        .class("notes-list")
        .attr("role", "list")
        .attr("aria-label", say!(app, plan.jots))
        .child(rows.collect::<Vec<_>>())
}

/// One note: its time, its mark, its words, which lead to it; and the bin.
pub fn row(app: App, rec: RecordId, jot: &Jot, day: Option<chrono::NaiveDate>) -> El {
    let at = jot.at();
    let time = move || at.map(|at| format::time(app.lang(), at)).unwrap_or_default();
    let content = app.content();
    let tag = content.note_tags().into_iter().find(|tag| tag.id == jot.tag());
    let tag = tag.map(|tag| {
        let label = words(move || tag.label.get(app.lang()).to_owned());
        el("span").class("note-tag").child(label)
    });
    let named = jot.clone();
    let title = words(move || match named.text().trim() {
        "" => now!(app, plan.empty_jot),
        text => text.to_owned(),
    });
    let class = Some(jot.class()).filter(|class| !class.trim().is_empty());
    let detail = move || {
        let day = day.map(|day| format::day(app.lang(), day));
        [class.clone(), day].into_iter().flatten().collect::<Vec<_>>().join(" · ")
    };
    let body = el("span")
        .class("note-body")
        .child(tag)
        .child(link(format!("/lynnotater/{rec}")).class("note-text as-written").child(title))
        .child(el("span").class("soft small").child(detail));
    let called = jot.clone();
    let label = words(move || {
        let what = titles::jot(app, &called);
        format!("{}: {what}", now!(app, plan.remove))
    });
    let bin = IconButton::new(IconName::Trash, label, move || remove(app, rec, || ()));
    el("li")
        .class("note")
        .child(el("span").class("note-time number").child(time))
        .child(body)
        .child(el("span").class("note-actions").child(bin))
}

/// Puts a note in the trash, with undo; `then` is what comes after.
pub fn remove(app: App, rec: RecordId, then: impl Fn() + 'static) {
    spawn_local(async move {
        let store = app.store();
        let removed = async {
            // What was only begun is made a record first, so that undo has it all.
            store.seal(rec).await?;
            store.delete(rec).await
        };
        match removed.await {
            Ok(removed) => {
                app.has_stored();
                say_removed(app, text!(app, plan.jot_removed), removed);
                then();
            }
            Err(error) => app.complain(&error),
        }
    });
}
