//! All initiatives.

use leptos::prelude::*;

use super::overview::draft_row;
use crate::app::{List as Listing, Page as Listed, Position, Resumable, Summary};
use crate::domain::content::Content;
use crate::domain::{Initiative, Kind, Record};
use crate::ui::components::{
    Badge, BadgeKind, Button, ButtonKind, CardLink, EmptyState, Icon, IconName, LinkButton, List,
    Page,
};
use crate::ui::loaded::{shown, use_stored};
use crate::ui::state::{App, use_app};
use crate::ui::texts::say;
use crate::ui::titles;

/// How many are read at a time.
const PAGE: u32 = 30;

/// The list of initiatives.
#[component]
pub fn Initiatives() -> impl IntoView {
    let app = use_app();
    let pages = RwSignal::new(1_u32);
    let seen = use_stored(move |store| {
        let limit = PAGE * pages.get();
        async move {
            // What was begun and never left is in no list yet.
            let mut begun = store.drafts().await?;
            begun.retain(|draft| !draft.sealed && draft.draft.target.kind == Kind::Initiative);
            let listed = store.list(Listing::Kind(Kind::Initiative), None::<Position>, limit);
            Ok((begun, listed.await?))
        }
    });
    view! {
        <Page
            title=say!(app, initiatives.title)
            action=move || {
                view! {
                    <LinkButton
                        href="/indsatser/ny"
                        label=say!(app, initiatives.new)
                        kind=ButtonKind::Primary
                        icon=IconName::Add
                    />
                }
            }
        >
            {shown(
                seen,
                move |(begun, listed)| {
                    view! { <Cards app=app begun=begun listed=listed pages=pages /> }
                },
            )}
        </Page>
    }
}

#[component]
fn Cards(app: App, begun: Vec<Resumable>, listed: Listed, pages: RwSignal<u32>) -> impl IntoView {
    if begun.is_empty() && listed.items.is_empty() {
        return view! {
            <EmptyState
                icon=IconName::Initiatives
                title=say!(app, initiatives.empty_title)
                text=say!(app, initiatives.empty_text)
            />
        }
        .into_any();
    }
    let more = listed.next.is_some();
    view! {
        <div class="stack">
            {(!begun.is_empty())
                .then(|| {
                    let rows = begun.iter().map(|draft| draft_row(app, draft)).collect_view();
                    view! { <List label=say!(app, overview.go_on)>{rows}</List> }
                })}
            <div class="grid">
                {listed.items.iter().map(|summary| initiative_card(app, summary)).collect_view()}
            </div>
            {more
                .then(|| {
                    view! {
                        <Button
                            label=say!(app, list.more)
                            on_press=move || pages.update(|pages| *pages += 1)
                        />
                    }
                })}
        </div>
    }
    .into_any()
}

fn initiative_card(app: App, summary: &Summary) -> impl IntoView + use<> {
    let initiative = Initiative::read(&summary.fields);
    let conflicts = summary.conflicts > 0;
    let detail = titles::initiative_detail(&initiative);
    let kind = kind_name(app, &initiative);
    let is_example = initiative.example;
    let title = move || titles::initiative(app, &initiative);
    view! {
        <CardLink
            href=format!("/indsatser/{}", summary.rec)
            title=title
            lead=move || view! { <Icon name=IconName::Initiatives /> }
        >
            <p class="soft">{kind}</p>
            <p>{detail}</p>
            <div class="row">
                {is_example
                    .then(|| {
                        view! { <Badge kind=BadgeKind::Example label=say!(app, badge.example) /> }
                    })}
                {conflicts
                    .then(|| {
                        view! { <Badge kind=BadgeKind::Conflict label=say!(app, badge.conflict) /> }
                    })}
            </div>
        </CardLink>
    }
}

/// The name of an initiative's kind, following the language.
pub(super) fn kind_name(
    app: App,
    initiative: &Initiative,
) -> impl Fn() -> String + Clone + Send + Sync + 'static {
    let content: std::sync::Arc<Content> = app.content();
    let kind = initiative.kind;
    move || {
        let known = kind.and_then(|kind| content.kind(kind));
        known.map(|kind| kind.title.get(app.lang()).to_owned()).unwrap_or_default()
    }
}
