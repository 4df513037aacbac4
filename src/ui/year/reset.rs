//! Making the tablet as it was before the app was ever opened: what is here, what is in no file, and two
//! confirmations. Erasing itself is done on a page of its own (`ui/shell/erasing.rs`).

use super::year_end::saved;
use crate::app::store::{AppError, Backup};
use crate::platform::settings;
use crate::ui::kit::prelude::*;
use crate::ui::kit::{TypedWord, start_over};

/// The page.
pub fn reset() -> View {
    let app = use_app();
    let found = use_stored(|store| async move {
        let backup = store.backup().await?;
        Ok::<_, AppError>((backup, store.rows_kept().await?))
    });
    let asked = RwSignal::new(false);
    let go = move || {
        settings::set_erasing();
        app.tell_erased();
        start_over();
    };
    let says = (el("p").child(say!(app, reset.no_way_back)), el("p").child(say!(app, reset.next)));
    let dialog = TypedWord {
        title: say!(app, reset.sure),
        button: say!(app, reset.go),
        word: say!(app, reset.word),
        label: say!(app, reset.word_label),
    }
    .dialog(app, asked, move || asked.set(false), says, go);
    let ask = Button::new(say!(app, reset.title), move || asked.set(true)).kind(ButtonKind::Loss);
    let points =
        [say!(app, reset.goes_written), say!(app, reset.goes_chosen), say!(app, reset.goes_app)];
    let points = points.map(|point| el("li").child(point)).to_vec();
    Page::new(say!(app, reset.title))
        .back("/indstillinger", say!(app, trash.back))
        .child(el("p").child(say!(app, reset.text)))
        .child(el("ul").class("points").child(points))
        .child(shown(found, move |(backup, rows)| state(app, backup, rows)))
        .child(el("div").class("row").child(ask))
        .child(dialog)
        .view()
}

/// How much there is, and how much of it is in no file.
fn state(app: App, backup: Backup, rows: u32) -> View {
    let first = (backup.since > 0).then(|| {
        let make = LinkButton::new("/del", say!(app, backup.make)).icon(IconName::Download);
        Notice::new(NoticeKind::Loss, say!(app, reset.not_in_file, n = backup.since))
            .actions(make)
            .child(el("p").child(say!(app, reset.file_first)))
    });
    // How much is in no file stands once.
    let known = first.is_none().then(|| el("p").child(saved(app, backup)));
    (first, known, soft(say!(app, reset.rows, n = rows))).view()
}
