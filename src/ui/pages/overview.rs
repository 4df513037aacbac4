//! The first page: today, what was begun, what is latest, and whether it is backed up.

use std::rc::Rc;

use leptos::prelude::*;

use super::overview_notices::Notices;
use crate::app::{AppError, Backup, List as Listing, Resumable, Summary};
use crate::domain::{Fields, Kind, Observation, Record};
use crate::platform::clock::BrowserClock;
use crate::platform::format;
use crate::ui::components::{
    Badge, BadgeKind, Button, ButtonKind, Card, EmptyState, Icon, IconName, LinkButton, List,
    ListRow, Page,
};
use crate::ui::loaded::{shown, use_stored};
use crate::ui::state::{App, Store, use_app};
use crate::ui::texts::{now, say};
use crate::ui::titles;

/// How many of the latest observations are shown.
const LATEST: u32 = 5;

/// How many unfinished observations are shown besides those in the middle of writing.
const UNFINISHED: u32 = 5;

/// Everything the page shows.
#[derive(Debug, Clone, PartialEq)]
struct Seen {
    drafts: Vec<Resumable>,
    unfinished: Vec<Summary>,
    latest: Vec<Summary>,
    initiatives: u32,
    backup: Backup,
    conflicts: usize,
}

async fn look(store: Rc<Store>) -> Result<Seen, AppError> {
    let drafts = store.drafts().await?;
    let mut unfinished = store.list(Listing::Unfinished, None, UNFINISHED).await?.items;
    unfinished.retain(|summary| drafts.iter().all(|it| it.draft.target.rec != summary.rec));
    let mut latest = store.list(Listing::Kind(Kind::Observation), None, LATEST).await?.items;
    latest.retain(|summary| unfinished.iter().all(|other| other.rec != summary.rec));
    Ok(Seen {
        unfinished,
        latest,
        initiatives: store.count(Listing::Kind(Kind::Initiative)).await?,
        backup: store.backup().await?,
        conflicts: store.conflicts().await?.len(),
        drafts,
    })
}

/// The first page.
#[component]
pub fn Overview() -> impl IntoView {
    let app = use_app();
    let seen = use_stored(look);
    let today = move || format::weekday(app.lang(), crate::app::Clock::today(&BrowserClock));
    view! {
        <Page
            title=say!(app, overview.title)
            state=move || view! { <p class="soft">{today}</p> }
            action=move || {
                view! {
                    <LinkButton
                        href="/observationer/ny"
                        label=say!(app, overview.new_observation)
                        kind=ButtonKind::Primary
                        icon=IconName::Observation
                    />
                }
            }
        >
            <Notices />
            {shown(seen, move |seen| view! { <Body app=app seen=seen /> })}
        </Page>
    }
}

#[component]
fn Body(app: App, seen: Seen) -> impl IntoView {
    let nothing = seen.initiatives == 0
        && seen.drafts.is_empty()
        && seen.latest.is_empty()
        && seen.unfinished.is_empty();
    if nothing {
        return view! { <Beginning app=app /> }.into_any();
    }
    let resumable = !seen.drafts.is_empty() || !seen.unfinished.is_empty();
    let has_latest = !seen.latest.is_empty();
    view! {
        <div class="stack-loose stack">
            {(seen.conflicts > 0).then(|| view! { <ConflictCard app=app count=seen.conflicts /> })}
            {resumable
                .then(|| {
                    view! {
                        <section class="part" aria-labelledby="go-on">
                            <h2 id="go-on">{say!(app, overview.go_on)}</h2>
                            <List>
                                {seen.drafts.into_iter().map(|draft| draft_row(app, &draft)).collect_view()}
                                {seen
                                    .unfinished
                                    .into_iter()
                                    .map(|summary| {
                                        observation_row(app, &summary, BadgeKind::Draft)
                                    })
                                    .collect_view()}
                            </List>
                        </section>
                    }
                })}
            {has_latest
                .then(|| {
                    view! {
                        <section class="part" aria-labelledby="latest">
                            <h2 id="latest">{say!(app, overview.latest)}</h2>
                            <List>
                                {seen
                                    .latest
                                    .into_iter()
                                    .map(|summary| observation_row(app, &summary, BadgeKind::Plain))
                                    .collect_view()}
                            </List>
                        </section>
                    }
                })}
            <BackupCard app=app backup=seen.backup />
        </div>
    }
    .into_any()
}

/// A first visit: what the app is for, and two ways in.
#[component]
fn Beginning(app: App) -> impl IntoView {
    let try_example = move || {
        leptos::task::spawn_local(async move {
            match app.store().add_example(app.lang_now()).await {
                Ok(()) => app.has_stored(),
                Err(error) => app.complain(&error),
            }
        });
    };
    view! {
        <EmptyState
            icon=IconName::Seed
            title=say!(app, overview.empty_title)
            text=say!(app, overview.empty_text)
            action=move || {
                view! {
                    <div class="row">
                        <LinkButton
                            href="/indsatser/ny"
                            label=say!(app, overview.first_initiative)
                            icon=IconName::Add
                        />
                        <Button
                            label=say!(app, overview.try_example)
                            kind=ButtonKind::Quiet
                            icon=IconName::Example
                            on_press=try_example
                        />
                    </div>
                }
            }
        />
    }
}

#[component]
fn ConflictCard(app: App, count: usize) -> impl IntoView {
    view! {
        <Card>
            <div class="row row-between">
                <p class="strong">
                    <Icon name=IconName::Conflict />
                    {say!(app, overview.conflicts, n = count)}
                </p>
                <LinkButton href="/del/uenigheder" label=say!(app, overview.choose) />
            </div>
        </Card>
    }
}

#[component]
fn BackupCard(app: App, backup: Backup) -> impl IntoView {
    let since = backup.since;
    let state = move || match backup.made {
        None if since == 0 => now!(app, backup.nothing),
        None => now!(app, backup.never, n = since),
        Some(at) if since == 0 => now!(app, backup.all, at = app.moment(at)),
        Some(at) => now!(app, backup.some, at = app.moment(at), n = since),
    };
    view! {
        <section class="part" aria-labelledby="backup">
            <h2 id="backup">{say!(app, backup.title)}</h2>
            <Card>
                <div class="row row-between">
                    <p class="grow-1">{state}</p>
                    <LinkButton
                        href="/del"
                        label=say!(app, backup.make)
                        icon=IconName::Download
                    />
                </div>
            </Card>
        </section>
    }
}

/// A row for something in the middle of being written.
pub(super) fn draft_row(app: App, resumable: &Resumable) -> impl IntoView + use<> {
    let target = resumable.draft.target.clone();
    let (kind, fields) = (target.kind, resumable.fields.clone());
    let title = {
        let fields = fields.clone();
        move || titles::record(app, kind.word(), &fields)
    };
    let saved = resumable.draft.saved;
    let href = match kind {
        Kind::Initiative => format!("/indsatser/{}/ret?ny=1", target.rec),
        Kind::Observation => format!("/observationer/{}?ny=1", target.rec),
    };
    let detail = move || now!(app, overview.draft_saved, at = app.moment(saved));
    view! {
        <ListRow
            title=title
            detail=detail
            href=href
            lead=move || view! { <Icon name=IconName::Edit /> }
            trail=move || view! { <Badge kind=BadgeKind::Draft label=say!(app, badge.draft) /> }
        />
    }
}

/// A row for an observation, with its badges.
pub(super) fn observation_row(
    app: App,
    summary: &Summary,
    badge: BadgeKind,
) -> impl IntoView + use<> {
    let observation = Observation::read(&summary.fields);
    let Fields(values) = &summary.fields;
    let conflicts = summary.conflicts > 0;
    let example = values.contains_key(crate::domain::EXAMPLE);
    let content = app.content();
    let template = observation.template.as_ref().and_then(|it| content.template(it)).cloned();
    let observer = observation.observer.clone();
    let detail = move || {
        let form = template.as_ref().map(|form| form.title.get(app.lang()).to_owned());
        let by = Some(observer.clone()).filter(|by| !by.is_empty());
        [form, by].into_iter().flatten().collect::<Vec<_>>().join(" · ")
    };
    let title = move || titles::observation(app, &observation);
    view! {
        <ListRow
            title=title
            detail=detail
            href=format!("/observationer/{}", summary.rec)
            lead=move || view! { <Icon name=IconName::Observation /> }
            trail=move || {
                view! {
                    {example
                        .then(|| {
                            view! { <Badge kind=BadgeKind::Example label=say!(app, badge.example) /> }
                        })}
                    {conflicts
                        .then(|| {
                            view! { <Badge kind=BadgeKind::Conflict label=say!(app, badge.conflict) /> }
                        })}
                    {(badge == BadgeKind::Draft)
                        .then(|| {
                            view! { <Badge kind=BadgeKind::Draft label=say!(app, badge.unfinished) /> }
                        })}
                }
            }
        />
    }
}
