//! What has been put away: back again, or gone for good.

use leptos::task::spawn_local;

use crate::app::store::Summary;
use crate::ledger::RecordId;
use crate::ui::kit::TypedWord;
use crate::ui::kit::prelude::*;
use crate::ui::words::titles;

/// What is to be erased, and what it is called.
type Erasing = (Vec<RecordId>, String);

/// The page of the trash.
pub fn trash() -> View {
    let app = use_app();
    let found = use_stored(|store| async move { store.trash().await });
    let erasing = RwSignal::new(None::<Erasing>);
    let rows = move |found: Vec<Summary>| {
        if found.is_empty() {
            let (title, text) = (say!(app, trash.empty), say!(app, trash.empty_text));
            return EmptyState::new(IconName::Trash, title, text).view();
        }
        let all: Vec<RecordId> = found.iter().map(|summary| summary.rec).collect();
        let ask = move || {
            let name = text!(app, trash.all, n = all.len());
            erasing.set(Some((all.clone(), name)));
        };
        let empty = Button::new(say!(app, trash.erase_all), ask).kind(ButtonKind::Quiet);
        let rows = found.into_iter().map(|summary| row(app, summary, erasing));
        (list(rows.collect::<Vec<_>>()), el("div").class("row row-end").child(empty)).view()
    };
    Page::new(say!(app, trash.title))
        .back("/indstillinger", say!(app, trash.back))
        .child(soft(say!(app, trash.text)))
        .child(shown(found, rows))
        .child(erase_dialog(app, erasing))
        .view()
}

fn row(app: App, summary: Summary, erasing: RwSignal<Option<Erasing>>) -> ListRow {
    let rec = summary.rec;
    let at = summary.changed;
    let title = words(move || titles::record(app, &summary.kind, &summary.fields));
    let restore = move || {
        spawn_local(async move {
            match app.store().bring_back(rec).await {
                Ok(_) => {
                    app.has_stored();
                    app.toasts.say(text!(app, trash.restored));
                }
                Err(error) => app.complain(&error),
            }
        });
    };
    let ask = move || {
        if let Some(name) = title.try_get_untracked() {
            erasing.set(Some((vec![rec], name)));
        }
    };
    ListRow::new(title).detail(say!(app, trash.removed_at, at = app.moment(at))).trail((
        Button::new(say!(app, trash.restore), restore).icon(IconName::Undo),
        Button::new(say!(app, trash.erase), ask).kind(ButtonKind::Quiet),
    ))
}

/// Erasing for good asks for a word, because nothing can undo it.
fn erase_dialog(app: App, erasing: RwSignal<Option<Erasing>>) -> Dialog {
    let erase = move || {
        let Some((all, _)) = erasing.get_untracked() else { return };
        spawn_local(async move {
            match app.store().erase_all(&all).await {
                Ok(()) => {
                    app.has_stored();
                    app.toasts.say(match all.len() {
                        1 => text!(app, trash.erased),
                        _ => text!(app, trash.emptied),
                    });
                }
                Err(error) => app.complain(&error),
            }
        });
    };
    let name = move || erasing.get().map(|(_, name)| name).unwrap_or_default();
    let open = memo(move || erasing.with(Option::is_some));
    let says = (el("p").class("strong").child(name), el("p").child(say!(app, trash.erase_text)));
    TypedWord {
        title: say!(app, trash.erase_title),
        button: say!(app, trash.erase),
        word: say!(app, trash.word),
        label: say!(app, trash.word_label),
    }
    .dialog(app, open, move || erasing.set(None), says, erase)
}
