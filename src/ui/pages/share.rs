//! Sharing and fetching: a file out, files in.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::fetch::Fetch;
use crate::app::{AppError, Clock, List, Scope};
use crate::domain::{Initiative, Kind, Record};
use crate::exchange::{About, file_name};
use crate::ledger::RecordId;
use crate::platform::clock::BrowserClock;
use crate::platform::files::Prepared;
use crate::ui::components::{
    Button, ButtonKind, Choice, IconName, LinkButton, Notice, NoticeKind, Page, RadioList,
};
use crate::ui::loaded::{shown, use_stored};
use crate::ui::state::{App, use_app};
use crate::ui::texts::{now, say, text};
use crate::ui::{titles, words};

/// How many initiatives are offered.
const CHOICES: u32 = 100;

const EVERYTHING: &str = "everything";

/// The page of sharing and fetching.
#[component]
pub fn Share() -> impl IntoView {
    let app = use_app();
    let conflicts = use_stored(|store| async move { Ok(store.conflicts().await?.len()) });
    view! {
        <Page title=say!(app, share.title)>
            <div class="stack-loose stack">
                {shown(
                    conflicts,
                    move |count| {
                        (count > 0).then(|| view! { <Undecided app=app count=count /> })
                    },
                )}
                <section class="part stack" aria-labelledby="share">
                    <h2 id="share">{say!(app, share.out)}</h2>
                    <p class="soft">{say!(app, share.out_text)}</p>
                    <Out app=app />
                </section>
                <section class="part stack" aria-labelledby="fetch">
                    <h2 id="fetch">{say!(app, share.fetch)}</h2>
                    <p class="soft">{say!(app, share.fetch_text)}</p>
                    <Fetch />
                </section>
            </div>
        </Page>
    }
}

#[component]
fn Undecided(app: App, count: usize) -> impl IntoView {
    view! {
        <Notice
            kind=NoticeKind::Warning
            title=say!(app, overview.conflicts, n = count)
            actions=move || {
                view! { <LinkButton href="/del/uenigheder" label=say!(app, overview.choose) /> }
            }
        />
    }
}

/// A file that is ready, and what it holds.
#[derive(Clone)]
struct Ready {
    /// Only ever touched by the one thread there is.
    file: StoredValue<Prepared, LocalStorage>,
    about: About,
    initiatives: usize,
    observations: usize,
    can_share: bool,
}

#[component]
fn Out(app: App) -> impl IntoView {
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
    let choose = Callback::new(choose);
    shown(initiatives, move |initiatives| {
        let own: Vec<(RecordId, Initiative)> = initiatives
            .iter()
            .map(|summary| (summary.rec, Initiative::read(&summary.fields)))
            .collect();
        let everything = Choice::new(EVERYTHING, say!(app, share.everything))
            .described(say!(app, share.everything_text));
        let each = own.into_iter().map(|(rec, initiative)| {
            let detail = titles::initiative_detail(&initiative);
            let example = initiative.example;
            let detail = move || {
                if example { now!(app, share.is_example) } else { detail.clone() }
            };
            Choice::new(rec.to_string(), move || titles::initiative(app, &initiative))
                .described(detail)
        });
        let choices: Vec<Choice> = std::iter::once(everything).chain(each).collect();
        view! {
            <RadioList
                label=say!(app, share.what)
                choices=Signal::stored(choices)
                value=Signal::derive(move || Some(chosen.get()))
                on_choose=choose
            />
            <Show
                when=move || ready.with(Option::is_some)
                fallback=move || {
                    view! {
                        <Button
                            label=say!(app, share.make)
                            kind=ButtonKind::Primary
                            icon=IconName::Upload
                            on_press=make
                            busy=busy
                            busy_label=say!(app, share.making)
                        />
                    }
                }
            >
                {move || ready.get().map(|made| view! { <Made app=app made=made ready=ready /> })}
            </Show>
        }
    })
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
        let kind = initiative.and_then(|initiative| initiative.kind);
        what = kind.map_or("indsats", |kind| kind.id()).to_owned();
    }
    let version = env!("CARGO_PKG_VERSION");
    let (text, set) = store.export(scope, version).await.map_err(explain)?;
    app.has_stored();
    let views = set.records().filter_map(|rec| set.view(rec)).filter(|view| !view.deleted);
    let kinds: Vec<String> = views.map(|view| view.kind).collect();
    let count = |kind: Kind| kinds.iter().filter(|it| *it == kind.word()).count();
    let name = file_name(&what, BrowserClock.today());
    let file = Prepared::json(&name, &text).map_err(|error| words::file(app.lang_now(), error))?;
    Ok(Ready {
        can_share: file.can_be_shared(),
        file: StoredValue::new_local(file),
        about: scope.about,
        initiatives: count(Kind::Initiative),
        observations: count(Kind::Observation),
    })
}

/// What is in the file, and the two ways to hand it over.
#[component]
fn Made(app: App, made: Ready, ready: RwSignal<Option<Ready>>) -> impl IntoView {
    let file = made.file;
    let name = file.with_value(Prepared::name);
    let (initiatives, observations) = (made.initiatives, made.observations);
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
    let refused = move |error| app.toasts.say(words::file(app.lang_now(), error));
    let share = move || {
        let Some(file) = file.try_get_value() else { return };
        spawn_local(async move {
            match file.share().await {
                Ok(true) => handed_over(),
                Ok(false) => {}
                Err(error) => refused(error),
            }
        });
    };
    let save = move || match file.with_value(Prepared::download) {
        Ok(()) => handed_over(),
        Err(error) => refused(error),
    };
    view! {
        <div class="made stack">
            <p class="strong">{name}</p>
            <p>
                {say!(app, share.holds, initiatives = initiatives, observations = observations)}
            </p>
            <p class="soft">{say!(app, share.not_locked)}</p>
            <div class="row">
                {made
                    .can_share
                    .then(|| {
                        view! {
                            <Button
                                label=say!(app, share.send)
                                kind=ButtonKind::Primary
                                icon=IconName::Share
                                on_press=share
                            />
                        }
                    })}
                <Button
                    label=say!(app, share.save)
                    kind=if made.can_share { ButtonKind::Secondary } else { ButtonKind::Primary }
                    icon=IconName::Download
                    on_press=save
                />
            </div>
        </div>
    }
}
