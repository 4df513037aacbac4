//! Sharing and fetching: a file out, files in.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::fetch::fetch;
use crate::app::sharing::Scope;
use crate::app::store::{AppError, Clock, List, Summary};
use crate::domain::initiative::Initiative;
use crate::domain::record::{Kind, Record};
use crate::exchange::{About, file_name};
use crate::ledger::RecordId;
use crate::platform::clock::BrowserClock;
use crate::platform::files::Prepared;
use crate::ui::components::{
    Button, ButtonKind, Choice, Field, IconName, LinkButton, Notice, NoticeKind, Page,
};
use crate::ui::dom::{Content as _, El, View, Words, el, memo, show, words};
use crate::ui::loaded::{shown, use_stored};
use crate::ui::state::{App, use_app};
use crate::ui::texts::{now, say, text};
use crate::ui::{titles, words};

/// How many initiatives are offered.
const CHOICES: u32 = 100;

/// The kinds that are named where there are some.
const MORE: [Kind; 11] = [
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

const EVERYTHING: &str = "everything";

/// The page of sharing and fetching.
pub fn share() -> View {
    let app = use_app();
    let conflicts = use_stored(|store| async move { Ok(store.conflicts().await?.len()) });
    let undecided = move |count: usize| {
        (count > 0).then(|| {
            Notice::new(NoticeKind::Warning, say!(app, overview.conflicts, n = count))
                .actions(LinkButton::new("/del/uenigheder", say!(app, overview.choose)))
        })
    };
    let all = el("div")
        .class("stack-loose stack")
        .child(shown(conflicts, undecided))
        .child(part("share", say!(app, share.out), say!(app, share.out_text), out(app)))
        .child(part("fetch", say!(app, share.fetch), say!(app, share.fetch_text), fetch()));
    let across =
        LinkButton::new("/paa-tvaers", say!(app, across.title)).icon(IconName::Initiatives);
    let all = all.child(el("div").class("row").child(across));
    Page::new(say!(app, share.title)).child(all).view()
}

fn part(id: &'static str, heading: Words, text: Words, content: View) -> El {
    el("section")
        .class("part stack")
        .attr("aria-labelledby", id)
        .child(el("h2").id(id).child(heading))
        .child(el("p").class("soft").child(text))
        .child(content)
}

/// A file that is ready, and what it holds.
#[derive(Clone)]
pub(in crate::ui) struct Ready {
    /// Only ever touched by the one thread there is.
    file: StoredValue<Prepared, LocalStorage>,
    about: About,
    initiatives: usize,
    observations: usize,
    /// Of the other kinds: lessons, exit tickets, meetings, measurements, surveys, talks, loans, evaluations of
    /// the collaboration, quick notes, agreements, forms.
    more: [usize; 11],
}

fn out(app: App) -> View {
    let initiatives = use_stored(|store| async move {
        Ok(store.list(List::Kind(Kind::Initiative), None, CHOICES).await?.items)
    });
    let chosen = RwSignal::new(EVERYTHING.to_owned());
    let ready = RwSignal::new(None::<Ready>);
    let busy = RwSignal::new(false);
    let make = move || {
        busy.set(true);
        spawn_local(async move {
            match prepare(app, &chosen.get_untracked()).await {
                Ok(made) => drop(ready.try_set(Some(made))),
                Err(said) => app.toasts.say(said),
            }
            busy.try_set(false);
        });
    };
    let choose = move |id: Option<String>| {
        if let Some(id) = id {
            chosen.set(id);
            ready.set(None);
        }
    };
    shown(initiatives, move |initiatives: Vec<Summary>| {
        let everything = Choice::new(EVERYTHING, say!(app, share.everything))
            .described(say!(app, share.everything_text));
        let each = initiatives.iter().map(|summary| choice(app, summary));
        let choices: Vec<Choice> = std::iter::once(everything).chain(each).collect();
        let what = Field::new(say!(app, share.what)).radios(
            Signal::stored(choices),
            memo(move || Some(chosen.get())),
            choose,
        );
        let button = move || {
            Button::new(say!(app, share.make), make)
                .kind(ButtonKind::Primary)
                .icon(IconName::Upload)
                .busy(busy, say!(app, share.making))
        };
        let made = move || ready.get().map(|made| made_file(app, made, ready));
        (what, show(move || ready.with(Option::is_none), button), made)
    })
}

/// One initiative as an answer to what is shared.
fn choice(app: App, summary: &Summary) -> Choice {
    let initiative = Initiative::read(&summary.fields);
    let detail = if initiative.example() {
        say!(app, share.is_example)
    } else {
        titles::initiative_detail(&initiative).into()
    };
    let title = words(move || titles::initiative(app, &initiative));
    Choice::new(summary.rec.to_string(), title).described(detail)
}

/// Makes the file before the tap that hands it over: a browser shares only what it has in hand.
async fn prepare(app: App, chosen: &str) -> Result<Ready, String> {
    let store = app.store();
    let explain = |error: AppError| app.explain(&error);
    let mut what = "alt".to_owned();
    let mut scope = Scope { about: About::Everything, with_examples: false };
    if let Ok(rec) = chosen.parse::<RecordId>() {
        // Choosing the example by itself is asking for it.
        scope = Scope { about: About::Initiative(rec), with_examples: true };
        let opened = store.record(rec).await.map_err(explain)?;
        let initiative = opened.map(|opened| Initiative::read(&opened.fields()));
        let kind = initiative.and_then(|initiative| initiative.kind());
        what = kind.map_or("indsats", |kind| kind.id()).to_owned();
    }
    make(app, scope, &what).await
}

/// Makes a file of what is asked for; `what` stands in its name.
pub(in crate::ui) async fn make(app: App, scope: Scope, what: &str) -> Result<Ready, String> {
    let store = app.store();
    let explain = |error: AppError| app.explain(&error);
    let version = env!("CARGO_PKG_VERSION");
    let (text, set) = store.export(scope, version).await.map_err(explain)?;
    app.has_stored();
    let views = set.records().filter_map(|rec| set.view(rec)).filter(|view| !view.deleted);
    let kinds: Vec<String> = views.map(|view| view.kind).collect();
    let count = |kind: Kind| kinds.iter().filter(|it| *it == kind.word()).count();
    let name = file_name(what, BrowserClock.today());
    let file = Prepared::json(&name, &text).map_err(|error| words::file(app.lang_now(), error))?;
    Ok(Ready {
        file: StoredValue::new_local(file),
        about: scope.about,
        initiatives: count(Kind::Initiative),
        observations: count(Kind::Observation),
        more: MORE.map(count),
    })
}

/// What is in the file, and the two ways to hand it over.
pub(in crate::ui) fn made_file(app: App, made: Ready, ready: RwSignal<Option<Ready>>) -> El {
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
pub(in crate::ui) fn hand_over(
    app: App,
    file: StoredValue<Prepared, LocalStorage>,
    handed_over: impl Fn() + Clone + 'static,
) -> El {
    let refused = move |error| app.toasts.say(words::file(app.lang_now(), error));
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
fn holds_more(app: App, made: &Ready) -> View {
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
