//! Fetching files: first what would happen, then doing it, then what happened.

use std::sync::Arc;

use leptos::html;
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::exchange::{self, Incoming, MAX_BYTES, Plan};
use crate::ledger::RecordId;
use crate::platform::files;
use crate::ui::components::{
    Button, ButtonKind, CheckList, Choice, Icon, IconName, LinkButton, List, ListRow, Notice,
    NoticeKind, fresh_id,
};
use crate::ui::state::{App, use_app};
use crate::ui::texts::{now, say, text};
use crate::ui::{titles, words};

/// A file that could not be read, and why.
#[derive(Debug, Clone, PartialEq)]
struct Refused {
    name: String,
    said: String,
}

/// Where fetching is.
#[derive(Clone)]
enum Step {
    /// Nothing has been picked.
    Idle,
    /// Files are being read.
    Reading,
    /// What would happen. Nothing has.
    Preview { files: Arc<Vec<Incoming>>, plan: Arc<Plan>, refused: Vec<Refused> },
    /// What has happened.
    Done { plan: Arc<Plan> },
}

/// How many records are named in a preview; the rest are counted.
const NAMED: usize = 12;

/// The part of the page that fetches.
#[component]
pub(super) fn Fetch() -> impl IntoView {
    let app = use_app();
    let step = RwSignal::new(Step::Idle);
    let input = NodeRef::<html::Input>::new();
    let id = fresh_id("files");
    let picked = move |_| {
        let Some(input) = input.get_untracked() else { return };
        let Some(list) = input.files() else { return };
        let picked: Vec<web_sys::File> = (0..list.length()).filter_map(|i| list.get(i)).collect();
        if picked.is_empty() {
            return;
        }
        step.set(Step::Reading);
        spawn_local(async move {
            let next = look_into(app, picked).await.unwrap_or(Step::Idle);
            step.try_set(next);
            // The same file can be picked again.
            input.set_value("");
        });
    };
    view! {
        <div class="file-pick">
            <label class="button button-secondary" for=id.clone()>
                <Icon name=IconName::Open />
                <span>{say!(app, fetch.pick)}</span>
            </label>
            // No `accept`: it greys out good files on some devices, and the content is checked.
            <input
                id=id
                class="visually-hidden file-pick-input"
                type="file"
                multiple
                node_ref=input
                on:change=picked
            />
        </div>
        <div class="stack" aria-live="polite">
            {move || match step.get() {
                Step::Idle => ().into_any(),
                Step::Reading => view! { <p class="soft">{say!(app, fetch.reading)}</p> }.into_any(),
                Step::Preview { files, plan, refused } => {
                    view! { <Preview app=app files=files plan=plan refused=refused step=step /> }
                        .into_any()
                }
                Step::Done { plan } => view! { <Done app=app plan=plan /> }.into_any(),
            }}
        </div>
    }
}

/// Reads the picked files and works out what they would do. `None` where the store refused.
async fn look_into(app: App, picked: Vec<web_sys::File>) -> Option<Step> {
    let lang = app.lang_now();
    let (mut incoming, mut refused) = (Vec::new(), Vec::new());
    for file in picked {
        let said = match files::read(&file, MAX_BYTES).await {
            Ok(bytes) => match exchange::read(&bytes) {
                Ok(found) => {
                    incoming.push(found);
                    continue;
                }
                Err(error) => words::bundle(lang, &error),
            },
            Err(error) => words::file(lang, error),
        };
        refused.push(Refused { name: file.name(), said });
    }
    match app.store().preview(&incoming, false).await {
        Ok(plan) => {
            Some(Step::Preview { files: Arc::new(incoming), plan: Arc::new(plan), refused })
        }
        Err(error) => {
            app.complain(&error);
            None
        }
    }
}

#[component]
fn Preview(
    app: App,
    files: Arc<Vec<Incoming>>,
    plan: Arc<Plan>,
    refused: Vec<Refused>,
    step: RwSignal<Step>,
) -> impl IntoView {
    let take_altered = RwSignal::new(false);
    let busy = RwSignal::new(false);
    let nothing_new = plan.is_nothing_new();
    let (altered, unreadable) = (plan.altered, plan.unreadable);
    let can_fetch = !files.is_empty() && (!nothing_new || altered > 0);
    let fetch = {
        let files = Arc::clone(&files);
        move || {
            let files = Arc::clone(&files);
            busy.set(true);
            spawn_local(async move {
                match app.store().import(&files, take_altered.get_untracked()).await {
                    Ok(imported) => {
                        app.has_stored();
                        let plan = Arc::new(imported.plan);
                        step.try_set(Step::Done { plan });
                    }
                    Err(error) => app.complain(&error),
                }
                busy.try_set(false);
            });
        }
    };
    let fetch = Callback::new(move |()| fetch());
    let choices = vec![Choice::new("altered", say!(app, fetch.take_altered))];
    view! {
        {refused
            .into_iter()
            .map(|file| {
                view! {
                    <Notice kind=NoticeKind::Warning title=file.name>
                        <p>{file.said}</p>
                    </Notice>
                }
            })
            .collect_view()}
        {(!files.is_empty()).then(|| view! { <Sources app=app files=Arc::clone(&files) /> })}
        {(!plan.whole && !files.is_empty())
            .then(|| {
                view! {
                    <Notice kind=NoticeKind::Warning title=say!(app, fetch.not_whole)>
                        <p>{say!(app, fetch.not_whole_text, n = altered, unreadable = unreadable)}</p>
                        {(altered > 0)
                            .then(|| {
                                view! {
                                    <CheckList
                                        label=say!(app, fetch.altered_label)
                                        choices=Signal::stored(choices)
                                        value=Signal::derive(move || {
                                            if take_altered.get() {
                                                vec!["altered".to_owned()]
                                            } else {
                                                Vec::new()
                                            }
                                        })
                                        on_toggle=move |(_, on)| take_altered.set(on)
                                    />
                                }
                            })}
                    </Notice>
                }
            })}
        {(!files.is_empty() && nothing_new)
            .then(|| {
                view! {
                    <Notice title=say!(app, fetch.nothing_new)>
                        <p>{say!(app, fetch.nothing_new_text)}</p>
                    </Notice>
                }
            })}
        {(!nothing_new).then(|| view! { <Contents app=app plan=Arc::clone(&plan) /> })}
        {can_fetch
            .then(|| {
                view! {
                    <div class="row">
                        <Button
                            label=say!(app, fetch.cancel)
                            kind=ButtonKind::Quiet
                            on_press=move || step.set(Step::Idle)
                        />
                        <Button
                            label=say!(app, fetch.go)
                            kind=ButtonKind::Primary
                            icon=IconName::Download
                            on_press=fetch
                            busy=busy
                        />
                    </div>
                }
            })}
    }
}

/// Where the files are from, and when they were made.
#[component]
fn Sources(app: App, files: Arc<Vec<Incoming>>) -> impl IntoView {
    let rows = files.iter().map(|file| {
        let made = u64::try_from(file.header.made.timestamp_millis()).unwrap_or_default();
        let author = file.header.author.clone();
        let words = move || {
            let at = app.moment(made);
            if author.is_empty() {
                now!(app, fetch.from_someone, at = at)
            } else {
                now!(app, fetch.from, author = author.clone(), at = at)
            }
        };
        view! { <p class="soft">{words}</p> }
    });
    rows.collect_view()
}

/// What would happen, or has happened, record by record.
#[component]
fn Contents(app: App, plan: Arc<Plan>) -> impl IntoView {
    let records =
        plan.new.iter().map(|rec| (*rec, true)).chain(plan.changed.iter().map(|rec| (*rec, false)));
    let all: Vec<(RecordId, bool)> = records.collect();
    let rest = all.len().saturating_sub(NAMED);
    let rows = all.into_iter().take(NAMED).filter_map(|(rec, is_new)| {
        let view = plan.after.view(rec)?;
        let conflicts = plan.conflicts.contains_key(&rec);
        let fields = crate::domain::Fields(view.values());
        let kind = view.kind.clone();
        let detail = move || match (is_new, conflicts) {
            (_, true) => now!(app, fetch.row_conflict),
            (true, false) => now!(app, fetch.row_new),
            (false, false) => now!(app, fetch.row_changed),
        };
        let icon = if conflicts { IconName::Conflict } else { IconName::Check };
        Some(view! {
            <ListRow
                title=move || titles::record(app, &kind, &fields)
                detail=detail
                lead=move || view! { <Icon name=icon /> }
            />
        })
    });
    let rows = rows.collect_view();
    let counts = {
        let (new, changed, known) = (plan.new.len(), plan.changed.len(), plan.known.len());
        let conflicts = plan.conflicts.len();
        move || {
            now!(
                app,
                fetch.counts,
                new = new,
                changed = changed,
                known = known,
                conflicts = conflicts
            )
        }
    };
    let unknown = plan.after.records().filter_map(|rec| plan.after.view(rec));
    let unknown = unknown
        .filter(|view| plan.new.contains(&view.rec) || plan.changed.contains(&view.rec))
        .filter(|view| {
            crate::app::Access::to(&view.kind, view.schema) == crate::app::Access::ReadOnly
        })
        .count();
    let (erasing, dropped) = (plan.erasing.len(), plan.dropped.len());
    view! {
        <p class="strong">{counts}</p>
        {(unknown > 0).then(|| view! { <p>{say!(app, fetch.unknown, n = unknown)}</p> })}
        {(erasing > 0)
            .then(|| {
                view! {
                    <Notice kind=NoticeKind::Loss title=say!(app, fetch.erasing, n = erasing) />
                }
            })}
        {(dropped > 0).then(|| view! { <p>{say!(app, fetch.dropped, n = dropped)}</p> })}
        <List label=say!(app, fetch.records)>{rows}</List>
        {(rest > 0).then(|| view! { <p class="soft">{say!(app, fetch.and_more, n = rest)}</p> })}
    }
}

#[component]
fn Done(app: App, plan: Arc<Plan>) -> impl IntoView {
    let conflicts = plan.conflicts.len();
    view! {
        <Notice
            title=text!(app, fetch.done)
            actions=move || {
                (conflicts > 0)
                    .then(|| {
                        view! {
                            <LinkButton
                                href="/del/uenigheder"
                                kind=ButtonKind::Primary
                                label=say!(app, overview.choose)
                            />
                        }
                    })
            }
        />
        <Contents app=app plan=plan />
    }
}
