//! One initiative: its head and its observations.

use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::hooks::use_navigate;

use super::initiatives::kind_name;
use super::not_found::NotFound;
use super::overview::{draft_row, observation_row};
use super::record_of_address;
use crate::app::{Access, List as Listing, Opened, Page as Listed, Position, Resumable};
use crate::domain::{Initiative, Kind, Observation, Record};
use crate::ledger::RecordId;
use crate::platform::format;
use crate::ui::components::{
    BackLink, Badge, BadgeKind, Button, ButtonKind, EmptyState, IconName, LinkButton, List, Notice,
    NoticeKind, Page,
};
use crate::ui::loaded::{shown, use_stored};
use crate::ui::state::{App, use_app};
use crate::ui::texts::{now, say, text};
use crate::ui::titles;

/// How many observations are read at a time.
const PAGE: u32 = 30;

#[derive(Debug, Clone, PartialEq)]
struct Seen {
    opened: Option<Opened>,
    /// Observations that were begun and never left: they are in no list yet.
    begun: Vec<Resumable>,
    observations: Listed,
}

/// The page of an initiative.
#[component]
pub fn InitiativePage() -> impl IntoView {
    let app = use_app();
    let Some(rec) = record_of_address() else { return view! { <NotFound /> }.into_any() };
    let pages = RwSignal::new(1_u32);
    let seen = use_stored(move |store| {
        let limit = PAGE * pages.get();
        async move {
            let of = Listing::Of(rec, Kind::Observation);
            let mut begun = store.drafts().await?;
            begun.retain(|draft| {
                !draft.sealed && Observation::read(&draft.fields).initiative == Some(rec)
            });
            Ok(Seen {
                begun,
                opened: store.record(rec).await?,
                observations: store.list(of, None::<Position>, limit).await?,
            })
        }
    });
    shown(seen, move |Seen { opened, begun, observations }| match opened {
        Some(opened) => view! {
            <Known app=app opened=opened begun=begun observations=observations pages=pages />
        }
        .into_any(),
        None => view! { <NotFound /> }.into_any(),
    })
    .into_any()
}

#[component]
fn Known(
    app: App,
    opened: Opened,
    begun: Vec<Resumable>,
    observations: Listed,
    pages: RwSignal<u32>,
) -> impl IntoView {
    let rec = opened.summary.rec;
    let editable = opened.summary.access == Access::Edit;
    let deleted = opened.summary.deleted;
    let initiative = Initiative::read(&opened.fields());
    let conflicts = opened.conflicts.len();
    let is_example = initiative.example;
    let title = {
        let initiative = initiative.clone();
        move || titles::initiative(app, &initiative)
    };
    let state = move || {
        view! {
            <div class="row">
                {is_example
                    .then(|| {
                        view! { <Badge kind=BadgeKind::Example label=say!(app, badge.example) /> }
                    })}
                {(!editable)
                    .then(|| {
                        view! { <Badge kind=BadgeKind::ReadOnly label=say!(app, badge.read_only) /> }
                    })}
            </div>
        }
    };
    let action = move || {
        (!deleted).then(|| {
            view! {
                <LinkButton
                    href=format!("/observationer/ny?indsats={rec}")
                    label=say!(app, overview.new_observation)
                    kind=ButtonKind::Primary
                    icon=IconName::Observation
                />
            }
        })
    };
    view! {
        <Page
            title=title
            back=BackLink::new("/indsatser", say!(app, initiative.back))
            state=state
            action=action
        >
            <div class="stack-loose stack">
                {deleted.then(|| view! { <InTrash app=app rec=rec /> })}
                {(conflicts > 0)
                    .then(|| {
                        view! {
                            <Notice
                                kind=NoticeKind::Warning
                                title=say!(app, conflict.notice)
                                actions=move || {
                                    view! {
                                        <LinkButton
                                            href="/del/uenigheder"
                                            label=say!(app, overview.choose)
                                        />
                                    }
                                }
                            />
                        }
                    })}
                <Head app=app initiative=initiative />
                <section class="part" aria-labelledby="observations">
                    <h2 id="observations">{say!(app, initiative.observations)}</h2>
                    <Observations app=app begun=begun listed=observations pages=pages />
                </section>
                {(editable && !deleted)
                    .then(|| {
                        view! {
                            <div class="row">
                                <LinkButton
                                    href=format!("/indsatser/{rec}/ret")
                                    label=say!(app, initiative.edit)
                                    icon=IconName::Edit
                                />
                                <Remove app=app rec=rec />
                            </div>
                        }
                    })}
            </div>
        </Page>
    }
}

/// What the initiative is, as a short list of terms.
#[component]
fn Head(app: App, initiative: Initiative) -> impl IntoView {
    let kind = kind_name(app, &initiative);
    let detail = titles::initiative_detail(&initiative);
    let (from, to) = (initiative.from, initiative.to);
    let period = move || {
        let day = |day| format::day(app.lang(), day);
        match (from, to) {
            (Some(from), Some(to)) => format!("{} – {}", day(from), day(to)),
            (Some(from), None) => now!(app, initiative.since, day = day(from)),
            (None, Some(to)) => now!(app, initiative.until, day = day(to)),
            (None, None) => String::new(),
        }
    };
    let content = app.content();
    let team: Vec<_> = initiative.team.into_values().collect();
    let team = move || {
        let named = team.iter().filter(|member| !member.initials.trim().is_empty()).map(|member| {
            let role = content.roles.iter().find(|role| role.id == member.role.0);
            match role {
                Some(role) => format!("{} ({})", member.initials, role.label.get(app.lang())),
                None => member.initials.clone(),
            }
        });
        named.collect::<Vec<_>>().join(", ")
    };
    let purpose = initiative.purpose.trim().to_owned();
    view! {
        <section class="head stack" aria-label=say!(app, initiative.head)>
            {(!purpose.is_empty()).then(|| view! { <p class="lead as-written">{purpose.clone()}</p> })}
            <dl class="facts">
                <Fact term=say!(app, initiative.kind) value=kind />
                <Fact term=say!(app, initiative.class_subject_year) value=move || detail.clone() />
                <Fact term=say!(app, field.period) value=period />
                <Fact term=say!(app, field.team) value=team />
            </dl>
        </section>
    }
}

/// A term and what it is; nothing where nothing is known.
#[component]
fn Fact(#[prop(into)] term: TextProp, #[prop(into)] value: TextProp) -> impl IntoView {
    move || {
        let value = value.get();
        let term = term.get();
        (!value.is_empty())
            .then(|| view! { <div class="fact"><dt>{term}</dt><dd>{value}</dd></div> })
    }
}

#[component]
fn Observations(
    app: App,
    begun: Vec<Resumable>,
    listed: Listed,
    pages: RwSignal<u32>,
) -> impl IntoView {
    if begun.is_empty() && listed.items.is_empty() {
        return view! {
            <EmptyState
                icon=IconName::Observation
                title=say!(app, initiative.no_observations)
                text=say!(app, initiative.no_observations_text)
            />
        }
        .into_any();
    }
    let more = listed.next.is_some();
    let rows = listed.items.into_iter().map(move |summary| {
        let finished = summary.fields.0.contains_key(crate::domain::FINISHED);
        let badge = if finished { BadgeKind::Plain } else { BadgeKind::Draft };
        observation_row(app, &summary, badge)
    });
    view! {
        <List>
            {begun.into_iter().map(|draft| draft_row(app, &draft)).collect_view()}
            {rows.collect_view()}
        </List>
        {more
            .then(|| {
                view! {
                    <Button
                        label=say!(app, list.more)
                        on_press=move || pages.update(|pages| *pages += 1)
                    />
                }
            })}
    }
    .into_any()
}

#[component]
fn InTrash(app: App, rec: RecordId) -> impl IntoView {
    let restore = move || {
        spawn_local(async move {
            match app.store().bring_back(rec).await {
                Ok(_) => app.has_stored(),
                Err(error) => app.complain(&error),
            }
        });
    };
    view! {
        <Notice
            kind=NoticeKind::Warning
            title=say!(app, trash.this_is_in)
            actions=move || view! { <Button label=say!(app, trash.restore) on_press=restore /> }
        />
    }
}

/// Puts the initiative in the trash; undo brings it back with all that belongs to it.
#[component]
fn Remove(app: App, rec: RecordId) -> impl IntoView {
    let navigate = use_navigate();
    let go = StoredValue::new_local(navigate);
    let remove = move || {
        spawn_local(async move {
            match app.store().delete(rec).await {
                Ok(removed) => {
                    app.has_stored();
                    say_removed(app, text!(app, initiative.removed), removed);
                    if let Some(go) = go.try_get_value() {
                        go("/indsatser", Default::default());
                    }
                }
                Err(error) => app.complain(&error),
            }
        });
    };
    view! {
        <Button
            label=say!(app, initiative.remove)
            kind=ButtonKind::Quiet
            icon=IconName::Trash
            on_press=remove
        />
    }
}

/// Says what was put in the trash, with the way back.
pub(super) fn say_removed(app: App, said: String, removed: Vec<RecordId>) {
    app.toasts.say_with_undo(said, text!(app, form.undo), move || {
        let removed = removed.clone();
        spawn_local(async move {
            match app.store().restore(removed).await {
                Ok(_) => app.has_stored(),
                Err(error) => app.complain(&error),
            }
        });
    });
}
