//! Making a file of what is here and handing it over.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::button::{Button, ButtonKind};
use super::icon_name::IconName;
use crate::app::sharing::Scope;
use crate::app::store::{AppError, Clock as _};
use crate::domain::record::Kind;
use crate::exchange::{About, file_name};
use crate::platform::clock::BrowserClock;
use crate::platform::files::Prepared;
use crate::ui::dom::{Content as _, El, View, el};
use crate::ui::shell::{App, now, say, text};
use crate::ui::words::errors;

/// A file that is ready, and what it holds.
#[derive(Clone)]
pub struct Ready {
    /// Only ever touched by the one thread there is.
    file: StoredValue<Prepared, LocalStorage>,
    about: About,
    initiatives: usize,
    observations: usize,
    /// Of the other kinds: lessons, exit tickets, meetings, measurements, surveys, talks, loans, evaluations of
    /// the collaboration, quick notes, agreements, forms.
    more: [usize; 11],
}

/// Makes a file of what is asked for; `what` stands in its name.
pub async fn make(app: App, scope: Scope, what: &str) -> Result<Ready, String> {
    let store = app.store();
    let explain = |error: AppError| app.explain(&error);
    let version = env!("CARGO_PKG_VERSION");
    let (text, set) = store.export(scope, version).await.map_err(explain)?;
    app.has_stored();
    let views = set.records().filter_map(|rec| set.view(rec)).filter(|view| !view.deleted);
    let kinds: Vec<String> = views.map(|view| view.kind).collect();
    let count = |kind: Kind| kinds.iter().filter(|it| *it == kind.word()).count();
    let name = file_name(what, BrowserClock.today());
    let file = Prepared::json(&name, &text).map_err(|error| errors::file(app.lang_now(), error))?;
    Ok(Ready {
        file: StoredValue::new_local(file),
        about: scope.about,
        initiatives: count(Kind::Initiative),
        observations: count(Kind::Observation),
        more: MORE.map(count),
    })
}

/// What is in the file, and the two ways to hand it over.
pub fn made_file(app: App, made: Ready, ready: RwSignal<Option<Ready>>) -> El {
    let file = made.file;
    let name = file.with_value(Prepared::name);
    let handed_over = move || {
        let everything = made.about == About::Everything;
        spawn_local(async move {
            if everything && let Err(error) = app.store().set_backed_up().await {
                app.complain(&error);
                return;
            }
            app.has_stored();
            app.toasts.say(text!(app, share.done));
            ready.try_set(None);
        });
    };
    let holds = match made.about {
        About::Template(_) => say!(app, editor.file_holds),
        _ => {
            say!(app, share.holds, initiatives = made.initiatives, observations = made.observations)
        }
    };
    el("div")
        .class("made stack")
        .child(el("p").class("strong").child(name))
        .child(el("p").child(holds))
        .child(holds_more(app, &made))
        .child(el("p").class("soft").child(say!(app, share.not_locked)))
        .child(hand_over(app, file, handed_over))
}

/// The two ways to hand a file over that is ready, and what is done once it has been.
pub fn hand_over(
    app: App,
    file: StoredValue<Prepared, LocalStorage>,
    handed_over: impl Fn() + Clone + 'static,
) -> El {
    let refused = move |error| app.toasts.say(errors::file(app.lang_now(), error));
    let sent = handed_over.clone();
    let share = move || {
        let Some(file) = file.try_get_value() else { return };
        let sent = sent.clone();
        spawn_local(async move {
            match file.share().await {
                Ok(true) => sent(),
                Ok(false) => {}
                Err(error) => refused(error),
            }
        });
    };
    let save = move || match file.with_value(Prepared::download) {
        Ok(()) => handed_over(),
        Err(error) => refused(error),
    };
    let can_share = file.with_value(Prepared::can_be_shared);
    let send = can_share.then(|| {
        Button::new(say!(app, share.send), share).kind(ButtonKind::Primary).icon(IconName::Share)
    });
    let kind = if can_share { ButtonKind::Secondary } else { ButtonKind::Primary };
    let save = Button::new(say!(app, share.save), save).kind(kind).icon(IconName::Download);
    el("div").class("row").child(send).child(save)
}

/// What else is in the file, kind by kind, and what never is in one about an initiative.
pub fn holds_more(app: App, made: &Ready) -> View {
    let (about, more) = (made.about, made.more);
    let said = move || {
        let [
            lessons,
            tickets,
            meetings,
            measurements,
            surveys,
            talks,
            loans,
            staff,
            jots,
            agreements,
            forms,
        ] = more;
        let named = [
            (lessons, now!(app, holds.lessons, n = lessons)),
            (tickets, now!(app, holds.tickets, n = tickets)),
            (meetings, now!(app, holds.meetings, n = meetings)),
            (measurements, now!(app, holds.measurements, n = measurements)),
            (surveys, now!(app, holds.surveys, n = surveys)),
            (talks, now!(app, holds.pupil_talks, n = talks)),
            (loans, now!(app, holds.loans, n = loans)),
            (staff, now!(app, holds.evaluations, n = staff)),
            (jots, now!(app, holds.jots, n = jots)),
            (agreements, now!(app, holds.agreements, n = agreements)),
            (forms, now!(app, holds.forms, n = forms)),
        ];
        let named = named.into_iter().filter(|(n, _)| *n > 0).map(|(_, name)| name);
        now!(app, holds.more, what = named.collect::<Vec<_>>().join(", "))
    };
    let is_form = matches!(about, About::Template(_));
    let has_more = !is_form && more.iter().any(|n| *n > 0);
    let without = matches!(about, About::Initiative(_));
    (
        has_more.then(|| el("p").child(said)),
        without.then(|| el("p").child(say!(app, plan.not_with))),
    )
        .view()
}

/// The kinds that are named where there are some.
pub const MORE: [Kind; 11] = [
    Kind::Lesson,
    Kind::ExitTicket,
    Kind::Meeting,
    Kind::Measurement,
    Kind::Survey,
    Kind::PupilTalk,
    Kind::Loan,
    Kind::Collaboration,
    Kind::Jot,
    Kind::Agreement,
    Kind::Template,
];
