//! Erasing everything on this device, and showing that nothing is left. It takes the place of all else: no page
//! is open that could write. What was interrupted goes on at the next start, until the last of it is gone.

use gloo_timers::future::TimeoutFuture;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::state::App;
use super::texts::{now, say, text};
use crate::app::store::AppError;
use crate::platform::{database, settings, worker};
use crate::ui::dom::{Content as _, El, View, Words, el, words};
use crate::ui::kit::{Button, ButtonKind, IconName, MAIN_ID, Notice, NoticeKind, start_over};

/// How often it is tried again when something is left.
const AGAIN: usize = 4;

/// How long another tab has to hear of it before the next try, in milliseconds.
const BETWEEN_MS: u32 = 400;

/// How much of each is left.
#[derive(Clone, Copy)]
struct Left {
    /// Rows of the store, drafts and facts among them.
    rows: u32,
    /// What was chosen for this device.
    settings: usize,
    /// Builds of the app that are kept, and what keeps them.
    builds: usize,
}

impl Left {
    const fn is_nothing(self) -> bool {
        self.rows == 0 && self.settings == 0 && self.builds == 0
    }
}

/// Where it is.
#[derive(Clone)]
enum Stage {
    Going,
    Done(Left),
    Refused(AppError),
}

/// Erases everything, and says what is left.
pub fn erasing(app: App) -> View {
    let stage = RwSignal::new(Stage::Going);
    let go = move || {
        stage.set(Stage::Going);
        spawn_local(async move {
            let left = erase(app).await.map_or_else(Stage::Refused, Stage::Done);
            stage.try_set(left);
            worker::keep_erased().await;
        });
    };
    go();
    let content = move || match stage.get() {
        Stage::Going => el("p").child(say!(app, reset.going)).view(),
        Stage::Done(left) => proof(app, left),
        Stage::Refused(error) => Notice::new(NoticeKind::Warning, say!(app, reset.refused))
            .announce()
            .actions(Button::new(say!(app, trouble.again), go))
            .child(el("p").child(app.explain(&error)))
            .view(),
    };
    let title = words(move || match stage.get() {
        Stage::Done(left) if left.is_nothing() => now!(app, reset.done),
        _ => now!(app, reset.title),
    });
    frame(app, title, content.view())
}

/// What another tab shows meanwhile.
pub fn erased_elsewhere(app: App) -> View {
    let content = (
        el("p").child(say!(app, reset.elsewhere)),
        el("p").class("soft").child(say!(app, reset.elsewhere_text)),
        again(app),
    );
    frame(app, say!(app, reset.done), content.view())
}

fn frame(app: App, title: Words, content: View) -> View {
    document().set_title(&format!("{} – Indsats", text!(app, reset.title)));
    let main = el("main")
        .class("page-main")
        .id(MAIN_ID)
        .attr("aria-live", "polite")
        .child(el("h1").child(title))
        .child(content);
    el("div").class("page erasing").child(el("div").class("page-body").child(main)).view()
}

/// Erases until nothing is left. Another tab that was in the middle of something may put it there a last time, or
/// hold on to the database until it hears of this.
async fn erase(app: App) -> Result<Left, AppError> {
    let mut erased = erase_once(app).await;
    for _ in 0..AGAIN {
        if erased.as_ref().is_ok_and(|left| left.is_nothing()) {
            break;
        }
        // Whoever is interrupted here goes on at the next start.
        settings::set_erasing();
        TimeoutFuture::new(BETWEEN_MS).await;
        erased = erase_once(app).await;
    }
    database::shut();
    erased
}

/// The store is emptied first and read again, and the last that goes is what says that it is to be done.
async fn erase_once(app: App) -> Result<Left, AppError> {
    app.tell_erased();
    database::erase().await?;
    let rows = app.store().rows_kept().await?;
    // Reading made an empty one.
    database::erase().await?;
    let builds = worker::erase().await;
    Ok(Left { rows, settings: settings::erase(), builds })
}

fn proof(app: App, left: Left) -> View {
    let fact = |term: Words, n: usize| {
        el("div").class("fact").child(el("dt").child(term)).child(el("dd").child(n.to_string()))
    };
    let rows = usize::try_from(left.rows).unwrap_or(usize::MAX);
    let said =
        if left.is_nothing() { say!(app, reset.nothing_left) } else { say!(app, reset.some_left) };
    let facts: El = el("dl")
        .class("facts")
        .child(fact(say!(app, reset.left_rows), rows))
        .child(fact(say!(app, reset.left_settings), left.settings))
        .child(fact(say!(app, reset.left_builds), left.builds));
    let text = el("p").class("soft").child(say!(app, reset.hand_on));
    (el("p").class("strong").child(said), facts, text, again(app)).view()
}

fn again(app: App) -> El {
    let again = Button::new(say!(app, reset.begin), start_over);
    el("div").class("row").child(again.kind(ButtonKind::Primary).icon(IconName::Home))
}
