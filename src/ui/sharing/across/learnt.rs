//! What was learnt in all initiatives and may be shared without names: searched, and put on the board of
//! another initiative.

use crate::domain::initiative::closing_content::{closing_content, label_of};
use crate::domain::initiative::{Initiative, Instead, Learning};
use crate::domain::record::{Kind, Record as _};
use crate::domain::text::fold::fold;
use crate::ledger::RecordId;
use crate::ui::kit::prelude::*;
use crate::ui::sharing::looked_at::{AcrossPage, Chosen, name};
use crate::ui::shell::amend;
use crate::ui::words::initiative_words::kind_name;

/// Something that was learnt, with where.
#[derive(Debug, Clone, PartialEq)]
struct Found {
    rec: RecordId,
    of: Initiative,
    learning: Learning,
}

/// The panel.
pub(super) fn learnt(app: App, seen: &AcrossPage, chosen: Chosen) -> View {
    let instead =
        Instead { pupil: now!(app, report.pupil), colleague: now!(app, across.colleague) };
    let found = seen.learnt.iter().flat_map(|(rec, of, meetings)| {
        let all = of.learnings(meetings, &instead).into_iter();
        all.map(|learning| Found { rec: *rec, of: of.clone(), learning })
    });
    let found: Vec<Found> = found.collect();
    if found.is_empty() {
        let (title, text) = (say!(app, across.none_learnt), say!(app, across.none_learnt_text));
        return EmptyState::new(IconName::Note, title, text).view();
    }
    let Chosen { asked, goes_to, .. } = chosen;
    let boards = seen.learnt.iter().map(|(rec, of, _)| {
        let of = of.clone();
        Choice::new(rec.to_string(), words(move || name(app, &of)))
    });
    let to = Field::new(say!(app, across.goes_to))
        .hint(say!(app, across.goes_to_hint))
        .optional(say!(app, form.optional))
        .select(Signal::stored(boards.collect::<Vec<_>>()), goes_to, move |to| goes_to.set(to))
        .empty_label(say!(app, across.choose_board));
    let search = Field::new(say!(app, across.search))
        .text(asked, move |text: String| asked.set(text))
        .max_length(80)
        .last();
    let hits = Signal::derive(move || {
        let words = fold(&asked.get());
        let words: Vec<&str> = words.split_whitespace().collect();
        let is_hit = |it: &&Found| {
            let content = closing_content();
            let labels = [
                label_of(&content.board, &it.learning.column),
                label_of(&content.categories, &it.learning.category),
            ];
            let labels = labels.map(|label| label.get(app.lang()).to_owned());
            let all = fold(&format!("{} {}", it.learning.text, labels.join(" ")));
            words.iter().all(|word| all.contains(word))
        };
        found.iter().filter(is_hit).cloned().collect::<Vec<Found>>()
    });
    let count = move || now!(app, across.learnt_n, n = hits.with(Vec::len));
    let rows = each(
        move || hits.get(),
        |it: &Found| format!("{}/{}/{}", it.rec, it.learning.id, it.learning.text),
        move |it| learning_card(app, it, goes_to),
    );
    el("div")
        .class("stack")
        .child(soft(say!(app, across.learnt_text)))
        .child(el("div").class("stack").attr("role", "search").child(search))
        .child(to)
        .child(el("p").class("soft").attr("role", "status").child(count))
        .child(rows)
        .view()
}

fn learning_card(app: App, it: Found, goes_to: RwSignal<String>) -> El {
    let Found { rec, of, learning } = it;
    let content = closing_content();
    let (column, about) = (
        label_of(&content.board, &learning.column),
        label_of(&content.categories, &learning.category),
    );
    let kind = kind_name(app, &of);
    let detail = words(move || {
        let parts = [column, about].map(|it| it.get(app.lang()).to_owned());
        let parts = parts.into_iter().chain([kind.get()]).filter(|it| !it.is_empty());
        parts.collect::<Vec<_>>().join(" · ")
    });
    let from = words(move || now!(app, across.from, what = name(app, &of)));
    let href = format!("/indsatser/{rec}/forankring");
    let (text, learning) = (learning.text.clone(), StoredValue::new(learning));
    let said = text.clone();
    let take = move || {
        let Ok(to) = goes_to.get_untracked().parse::<RecordId>() else { return };
        let note = app.store().new_part();
        let id = note.clone();
        amend(
            app,
            to,
            Kind::Initiative,
            Box::new(move |fields| {
                let before = Initiative::read(fields);
                let mut after = before.clone();
                learning.with_value(|learning| after.take_learning(&id, learning));
                before.write().change_to(after.write())
            }),
        );
        let back = move || {
            let note = note.clone();
            amend(
                app,
                to,
                Kind::Initiative,
                Box::new(move |fields| {
                    let before = Initiative::read(fields);
                    let mut after = before.clone();
                    after.take_board_note(&note);
                    before.write().change_to(after.write())
                }),
            );
        };
        app.toasts.say_with_undo(text!(app, across.taken), text!(app, form.undo), back);
    };
    let can_go = move || {
        let to = goes_to.get();
        !to.is_empty() && to != rec.to_string()
    };
    let button = move || {
        let take = Button::new(say!(app, across.take), take).about(said.clone());
        el("div").class("row").child(take.icon(IconName::Add))
    };
    el("div").class("card stack-tight stack").child((
        el("p").class("as-written strong").child(text),
        el("p").class("soft small").child(detail),
        el("p").class("small").child(link(href).child(from)),
        show(can_go, button),
    ))
}
