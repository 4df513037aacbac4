//! One initiative: its head, its three phases, and what belongs to it: lessons, observations, agreements,
//! measurements.

use chrono::NaiveDate;
use futures::FutureExt as _;
use leptos::task::spawn_local;

use super::initiative_phases::phases_part;
use super::{closing, figures, groups, loans};
use crate::app::agreement::Agreed;
use crate::app::plan::InitiativePlan;
use crate::app::store::{
    Access, Clock as _, List as Listing, Opened, Page as Listed, Position, Resumable, Standing,
};
use crate::domain::initiative::Initiative;
use crate::domain::observation::Observation;
use crate::domain::record::{FINISHED, Kind, Record};
use crate::ledger::RecordId;
use crate::platform::clock::BrowserClock;
use crate::ui::agreement::agreements_part;
use crate::ui::kit::prelude::*;
use crate::ui::kit::{draft_row, observation_row, put_away_button};
use crate::ui::measurement::{ALL as MEASURED, measurements_part};
use crate::ui::plan::{Planned, sparring};
use crate::ui::shell::{Sealing, start_steps};
use crate::ui::voices::list::ALL as SURVEYED;
use crate::ui::voices::talks::ALL as TALKED;
use crate::ui::voices::{
    collaboration_door, collaboration_part, kept_part, surveys_part, talks_part,
};
use crate::ui::words::initiative_words::kind_name;
use crate::ui::words::{Of, period, team, titles};

/// How many observations are read at a time.
const PAGE: u32 = 30;

/// All that the page shows, looked up at once: a part that came late would move what is about to be pressed.
#[derive(Debug, Clone, PartialEq)]
struct InitiativePage {
    opened: Option<Opened>,
    /// Observations that were begun and never left: they are in no list yet.
    begun: Vec<Resumable>,
    observations: Listed,
    planned: Planned,
    plan: Option<InitiativePlan>,
    agreed: Vec<Agreed>,
    measured: Vec<Standing>,
    surveyed: Vec<Standing>,
    talked: Vec<Standing>,
    /// How many books have been lent in it.
    lent: u32,
    evaluated: Vec<Standing>,
    /// The day it is: what is late changes with it when nothing else does.
    today: NaiveDate,
}

/// The page of an initiative.
pub fn initiative(rec: RecordId) -> View {
    let app = use_app();
    let pages = RwSignal::new(1_u32);
    let seen = use_stored(move |store| {
        let limit = PAGE * pages.get();
        async move {
            let of = Listing::Of(rec, Kind::Observation);
            let mut begun = store.drafts().await?;
            begun.retain(|draft| {
                !draft.sealed
                    && draft.draft.target.kind == Kind::Observation
                    && Observation::read(&draft.fields).initiative() == Some(rec)
            });
            let plan = store.plan_of(rec).await?;
            Ok(InitiativePage {
                planned: Planned::look(&store, rec, plan.as_ref()).await?,
                plan,
                agreed: store.agreements(Some(rec)).await?,
                measured: store.standing(Listing::Of(rec, Kind::Measurement), MEASURED).await?,
                surveyed: store.standing(Listing::Of(rec, Kind::Survey), SURVEYED).await?,
                talked: store.standing(Listing::Of(rec, Kind::PupilTalk), TALKED).await?,
                lent: store.count(Listing::Of(rec, Kind::Loan)).await?,
                evaluated: store.standing(Listing::Of(rec, Kind::Collaboration), SURVEYED).await?,
                begun,
                opened: store.record(rec).await?,
                observations: store.list(of, None::<Position>, limit).await?,
                today: BrowserClock.today(),
            })
        }
    });
    shown(seen, move |mut seen: InitiativePage| match seen.opened.take() {
        Some(opened) => {
            let InitiativePage { begun, observations, planned, .. } = &seen;
            let lists =
                (planned.part(app, rec), observations_part(app, rec, begun, observations, pages));
            let lists = lists.view();
            known(app, &opened, lists, seen)
        }
        None => not_found(),
    })
}

fn known(app: App, opened: &Opened, lists: View, seen: InitiativePage) -> View {
    let InitiativePage { plan, agreed, measured, surveyed, talked, evaluated, lent, today, .. } =
        seen;
    let rec = opened.summary.rec;
    let editable = opened.summary.access == Access::Edit;
    let deleted = opened.summary.deleted;
    let initiative = Initiative::read(&opened.fields());
    let conflicts = opened.conflicts.len();
    let is_example = initiative.example();
    let state = el("div")
        .class("row")
        .child(is_example.then(|| badge(BadgeKind::Example, say!(app, badge.example))))
        .child((!editable).then(|| badge(BadgeKind::ReadOnly, say!(app, badge.read_only))));
    let action = (!deleted).then(|| {
        let address = format!("/observationer/ny?indsats={rec}");
        LinkButton::new(address, say!(app, overview.new_observation))
            .kind(ButtonKind::Primary)
            .icon(IconName::Observation)
    });
    let phases = plan.filter(|_| !deleted).map(|plan| {
        let (agreed, measured, surveyed) = (&agreed[..], &measured[..], &surveyed[..]);
        let of = Of { app, rec, plan: &plan, agreed, measured, surveyed, today, editable };
        let third = editable.then(|| closing::door(app, rec, &initiative));
        let third = third.into_iter().chain([figures::door(app, rec)]);
        let second = sparring::door(app, rec, &plan.meetings());
        let evaluating =
            (editable || !evaluated.is_empty()).then(|| collaboration_door(app, rec, &evaluated));
        let mut rooms = vec![second];
        if groups::belong(&initiative) {
            rooms.push(groups::door(app, rec, &initiative, today));
        }
        if loans::belong(&initiative, lent) {
            rooms.push(loans::door(app, rec));
        }
        phases_part(of, [Vec::new(), rooms, third.chain(evaluating).collect()])
    });
    let content = el("div")
        .class("stack-loose stack")
        .child(deleted.then(|| in_trash(app, rec)))
        .child((conflicts > 0).then(|| in_conflict(app)))
        .child((editable && !deleted).then(|| still_setting_up(app, rec, &initiative)))
        .child(head(app, &initiative))
        .child(phases)
        .child(lists)
        .child((!deleted).then(|| agreements_part(app, rec, &agreed, editable)))
        .child((!deleted).then(|| measurements_part(app, rec, measured, editable)))
        .child((!deleted).then(|| surveys_part(app, rec, &surveyed, editable)))
        .child((!deleted).then(|| talks_part(app, rec, &talked, editable)))
        .child((!deleted).then(|| collaboration_part(app, rec, &evaluated, editable)))
        .child(kept_part(app, &initiative))
        .child((editable && !deleted).then(|| {
            let address = format!("/indsatser/{rec}/ret");
            let edit = LinkButton::new(address, say!(app, initiative.edit)).icon(IconName::Edit);
            let history = history_link(app, Kind::Initiative.word(), rec);
            let next = format!("/indsatser/{rec}/nyt-skoleaar");
            let next = LinkButton::new(next, say!(app, year.next_link)).icon(IconName::Seed);
            let purpose = format!("/indsatser/{rec}/formaal");
            let purpose = LinkButton::new(purpose, say!(app, purpose.open)).icon(IconName::Note);
            // Whoever wants a log of groups in another kind of initiative begins it here.
            let groups = (!groups::belong(&initiative)).then(|| {
                let address = format!("/indsatser/{rec}/grupper");
                LinkButton::new(address, say!(app, groups.title)).icon(IconName::People)
            });
            let row = el("div").class("row").child(edit).child(purpose).child(next).child(groups);
            row.child(history).child(remove(app, rec))
        }));
    Page::new(words(move || titles::initiative(app, &initiative)))
        .back("/indsatser", say!(app, initiative.back))
        .state(state)
        .action(action)
        .child(content)
        .view()
}

/// Somebody has begun to set it up and left: the way back to where they were.
fn still_setting_up(app: App, rec: RecordId, initiative: &Initiative) -> Option<Notice> {
    let step = initiative.setting_up()?;
    let go_on = LinkButton::new(start_steps::address(rec, step), say!(app, start.go_on));
    Some(Notice::new(NoticeKind::Info, say!(app, start.not_done)).actions(go_on))
}

/// What the initiative is, as a short list of terms.
fn head(app: App, initiative: &Initiative) -> El {
    let period = period(app, initiative);
    let team = team(app, initiative);
    let purpose = Some(initiative.purpose().trim().to_owned()).filter(|it| !it.is_empty());
    let written = |text: String| Words::from(text.trim().to_owned());
    let (challenge, changes) = (written(initiative.challenge()), written(initiative.changes()));
    let pupils = initiative.pupils();
    let pupils = match (pupils.first(), pupils.last(), pupils.len()) {
        (Some(first), Some(last), n @ 9..) => format!("{first} … {last} ({n})"),
        _ => pupils.join(", "),
    };
    let detail = titles::initiative_detail(initiative);
    let facts = el("dl")
        .class("facts")
        .child(fact(say!(app, initiative.kind), kind_name(app, initiative)))
        .child(fact(say!(app, initiative.class_subject_year), detail.into()))
        .child(fact(say!(app, field.period), period))
        .child(fact(say!(app, field.team), team))
        .child(fact(say!(app, start.pupils), pupils.into()))
        .child(fact(say!(app, start.challenge_short), challenge))
        .child(fact(say!(app, start.changes_short), changes))
        .child(fact(say!(app, ground.stand), written(initiative.stand())));
    el("section")
        .class("head stack")
        .attr("aria-label", say!(app, initiative.head))
        .child(purpose.map(|purpose| el("p").class("lead as-written").child(purpose)))
        .child(facts)
}

/// A term and what it is; nothing where nothing is known.
fn fact(term: Words, value: Words) -> View {
    let known = move || {
        let value = value.get();
        (!value.is_empty()).then(|| {
            el("div").class("fact").child(el("dt").child(term)).child(el("dd").child(value))
        })
    };
    known.view()
}

/// The observations under their heading, those that were begun first.
fn observations_part(
    app: App,
    rec: RecordId,
    begun: &[Resumable],
    listed: &Listed,
    pages: RwSignal<u32>,
) -> El {
    let part = bare_section("observations", say!(app, initiative.observations));
    if begun.is_empty() && listed.items.is_empty() {
        let title = say!(app, initiative.no_observations);
        let text = say!(app, initiative.no_observations_text);
        return part.child(EmptyState::new(IconName::Observation, title, text));
    }
    let mut rows: Vec<_> = begun.iter().map(|draft| draft_row(app, draft)).collect();
    for summary in &listed.items {
        let finished = summary.fields.0.contains_key(FINISHED);
        let kind = if finished { BadgeKind::Plain } else { BadgeKind::Draft };
        rows.push(observation_row(app, summary, kind));
    }
    let more = move || pages.update(|pages| *pages += 1);
    let search =
        LinkButton::new(format!("/observationer?indsats={rec}"), say!(app, find.search_in));
    part.child(list(rows))
        .child(listed.next.is_some().then(|| Button::new(say!(app, list.more), more)))
        .child(el("div").class("row").child(search.icon(IconName::Search)))
}

fn in_conflict(app: App) -> Notice {
    Notice::new(NoticeKind::Warning, say!(app, conflict.notice))
        .actions(LinkButton::new("/del/uenigheder", say!(app, overview.choose)))
}

fn in_trash(app: App, rec: RecordId) -> Notice {
    let restore = move || {
        spawn_local(async move {
            match app.store().bring_back(rec).await {
                Ok(_) => app.has_stored(),
                Err(error) => app.complain(&error),
            }
        });
    };
    Notice::new(NoticeKind::Warning, say!(app, trash.this_is_in))
        .actions(Button::new(say!(app, trash.restore), restore))
}

/// Puts the initiative in the trash; undo brings it back with all that belongs to it.
fn remove(app: App, rec: RecordId) -> Button {
    let said = |app: App| text!(app, initiative.removed);
    let sealing: Sealing = Box::new(|| async { true }.boxed_local());
    let to = || "/indsatser".to_owned();
    put_away_button(app, rec, say!(app, initiative.remove), said, sealing, to)
}
