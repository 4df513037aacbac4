//! The first page: today, what was begun, what is latest, and whether it is backed up.

use std::rc::Rc;

use leptos::prelude::{Get as _, Track as _};

use super::overview_agreements::agreements_due;
use super::overview_meetings::meetings_today;
use super::overview_notices::notices;
use super::today::{self, Today, today};
use crate::app::store::{
    AppError, Backup, Clock as _, List as Listing, Resumable, Standing, Summary,
};
use crate::domain::initiative::{Initiative, SETTING_UP};
use crate::domain::record::{EXAMPLE, Kind, Record};
use crate::platform::clock::BrowserClock;
use crate::platform::format;
use crate::ui::kit::prelude::*;
use crate::ui::kit::{doors, draft_row, guide_card, jot_rows, observation_row};
use crate::ui::shell::{Store, start_steps};
use crate::ui::words::titles;
use crate::ui::year::reminder;

/// How many of the latest observations are shown.
const LATEST: u32 = 5;

/// How many unfinished observations are shown besides those in the middle of writing.
const UNFINISHED: u32 = 5;

/// Among how many initiatives those that are being set up are looked for.
const INITIATIVES: u32 = 50;

/// Everything the page shows.
#[derive(Debug, Clone, PartialEq)]
struct OverviewPage {
    today: Today,
    jots: Vec<Standing>,
    drafts: Vec<Resumable>,
    /// Initiatives that somebody has begun to set up and left.
    setting_up: Vec<Summary>,
    unfinished: Vec<Summary>,
    latest: Vec<Summary>,
    initiatives: u32,
    /// Whether there are several that are no example.
    several: bool,
    backup: Backup,
    conflicts: usize,
}

async fn look(store: Rc<Store>) -> Result<OverviewPage, AppError> {
    let mut drafts = store.drafts().await?;
    // Quick notes have a list of their own, those in the middle of writing included.
    drafts.retain(|draft| draft.draft.target.kind != Kind::Jot);
    let mut setting_up =
        store.list(Listing::Kind(Kind::Initiative), None, INITIATIVES).await?.items;
    let own = setting_up.iter().filter(|it| !it.fields.flag(EXAMPLE)).count();
    setting_up.retain(|it| {
        it.fields.0.contains_key(SETTING_UP)
            && drafts.iter().all(|draft| draft.draft.target.rec != it.rec)
    });
    let mut unfinished = store.list(Listing::Unfinished, None, UNFINISHED).await?.items;
    unfinished.retain(|summary| drafts.iter().all(|it| it.draft.target.rec != summary.rec));
    let mut latest = store.list(Listing::Kind(Kind::Observation), None, LATEST).await?.items;
    latest.retain(|summary| unfinished.iter().all(|other| other.rec != summary.rec));
    Ok(OverviewPage {
        today: today::look(&store, BrowserClock.today()).await?,
        jots: store.standing(Listing::Kind(Kind::Jot), jot_rows::FEW as u32 + 1).await?,
        several: own > 1,
        setting_up,
        unfinished,
        latest,
        initiatives: store.count(Listing::Kind(Kind::Initiative)).await?,
        backup: store.backup().await?,
        conflicts: store.conflicts().await?.len(),
        drafts,
    })
}

/// The first page.
pub fn overview() -> View {
    let app = use_app();
    // Another day has begun when the app comes into sight again, perhaps.
    let seen = use_stored(move |store| {
        app.seen.track();
        look(store)
    });
    // On a first visit an initiative comes first.
    let is_new = memo(move || {
        seen.with(|seen| matches!(seen, Loaded::Ready(seen) if seen.initiatives == 0))
    });
    let date = move || format::weekday(app.lang(), BrowserClock.today());
    let new = LinkButton::new("/observationer/ny", say!(app, overview.new_observation))
        .icon(IconName::Observation);
    Page::new(say!(app, overview.title))
        .state(el("p").class("soft").child(date))
        .action(new)
        .child(shown(seen, move |seen| {
            // What the app brings along may come later than this page.
            app.forms();
            today(app, seen.today)
        }))
        .child(meetings_today())
        .child(notices())
        .child(reminder(app))
        .child(agreements_due())
        .child(shown(seen, move |seen| {
            app.forms();
            body(app, &seen)
        }))
        .child(action_bar(move || {
            let kind = if is_new.get() { ButtonKind::Secondary } else { ButtonKind::Primary };
            jot_rows::new_jot(app, String::new()).kind(kind)
        }))
        .view()
}

fn body(app: App, seen: &OverviewPage) -> View {
    let mut begun: Vec<_> = seen.drafts.iter().map(|draft| draft_row(app, draft)).collect();
    begun.extend(seen.setting_up.iter().map(|it| setting_up_row(app, it)));
    for summary in &seen.unfinished {
        begun.push(observation_row(app, summary, BadgeKind::Draft));
    }
    if seen.initiatives == 0 && begun.is_empty() && seen.latest.is_empty() && seen.jots.is_empty() {
        return beginning(app).view();
    }
    let row = |summary| observation_row(app, summary, BadgeKind::Plain);
    let latest: Vec<_> = seen.latest.iter().map(row).collect();
    let go_on = !begun.is_empty();
    let has_latest = !latest.is_empty();
    let all = LinkButton::new("/observationer", say!(app, find.all)).icon(IconName::Search);
    let all = el("div").class("row").child(all);
    el("div")
        .class("stack-loose stack")
        .child((seen.conflicts > 0).then(|| conflict_card(app, seen.conflicts)))
        .child(seen.several.then(|| doors::door(app)))
        .child(go_on.then(|| part("go-on", say!(app, overview.go_on)).child(list(begun))))
        .child(
            has_latest
                .then(|| part("latest", say!(app, overview.latest)).child(list(latest)).child(all)),
        )
        .child(jot_rows::part(app, &seen.jots))
        .child(guide_card(app))
        .child(backup_card(app, &seen.backup))
        .view()
}

/// A part of the page under its heading.
fn part(id: &'static str, title: Words) -> El {
    el("section").class("part").attr("aria-labelledby", id).child(el("h2").id(id).child(title))
}

/// A first visit: what the app is for, and two ways in.
fn beginning(app: App) -> EmptyState {
    let ways = el("div")
        .class("row")
        .child(
            LinkButton::new("/indsatser/ny", say!(app, overview.first_initiative))
                .icon(IconName::Add),
        )
        .child(
            Button::new(say!(app, overview.try_example), move || app.add_example(App::has_stored))
                .kind(ButtonKind::Quiet)
                .icon(IconName::Example),
        )
        .child(
            LinkButton::new("/guide", say!(app, guide.open))
                .kind(ButtonKind::Quiet)
                .icon(IconName::Bookmark),
        );
    let title = say!(app, overview.empty_title);
    EmptyState::new(IconName::Seed, title, say!(app, overview.empty_text)).action(ways)
}

fn conflict_card(app: App, count: usize) -> El {
    let words = say!(app, overview.conflicts, n = count);
    let said = el("p").class("strong row").child(icon(IconName::Conflict)).child(words);
    card(
        el("div")
            .class("row row-between")
            .child(said)
            .child(LinkButton::new("/del/uenigheder", say!(app, overview.choose))),
    )
}

fn backup_card(app: App, backup: &Backup) -> El {
    let (since, made) = (backup.since, backup.made);
    let state = move || match made {
        None if since == 0 => now!(app, backup.nothing),
        None => now!(app, backup.never, n = since),
        Some(at) if since == 0 => now!(app, backup.all, at = app.moment(at)),
        Some(at) => now!(app, backup.some, at = app.moment(at), n = since),
    };
    let content = el("div")
        .class("row row-between")
        .child(el("p").class("grow-1").child(state))
        .child(LinkButton::new("/del", say!(app, backup.make)).icon(IconName::Download));
    part("backup", say!(app, backup.title)).child(card(content))
}

/// A row for an initiative that somebody has begun to set up and left.
fn setting_up_row(app: App, summary: &Summary) -> ListRow {
    let initiative = Initiative::read(&summary.fields);
    let step = initiative.setting_up().unwrap_or(1).min(start_steps::STEPS);
    ListRow::new(words(move || titles::initiative(app, &initiative)))
        .detail(say!(app, start.left_at, n = step, of = start_steps::STEPS))
        .href(format!("/indsatser/{}/start", summary.rec))
        .lead(icon(IconName::Initiatives))
        .trail(badge(BadgeKind::Draft, say!(app, badge.draft)))
}
