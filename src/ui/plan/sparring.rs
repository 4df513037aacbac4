//! The sparring of an initiative: what was talked about, what is tried and who goes on with it, by kind.

use crate::app::store::{Clock as _, List, Standing};
use crate::domain::initiative::Initiative;
use crate::domain::initiative::sparring::sparring_content;
use crate::domain::plan::Meeting;
use crate::domain::record::{Kind, Record};
use crate::ledger::{RecordId, in_order};
use crate::platform::clock::BrowserClock;
use crate::platform::format;
use crate::ui::kit::prelude::*;
use crate::ui::words::{person_name, status_name, titles};

/// More meetings than an initiative has in a school year.
const ALL: u32 = 600;

/// The question whose answer says what is tried.
const TRIES: &str = "sparring-proeve";

/// What stands for sparring of which nobody has said the kind.
const UNSAID: &str = "-";

/// How much of what is tried stands in a list, in letters.
const SHORT: usize = 90;

/// The page.
pub fn sparring(rec: RecordId) -> View {
    let app = use_app();
    // Outlives what is read anew.
    let kind = RwSignal::new(String::new());
    let found = use_stored(move |store| async move {
        let initiative = store.record(rec).await?.map(|it| it.summary.fields);
        Ok((initiative, store.standing(List::Of(rec, Kind::Meeting), ALL).await?))
    });
    shown(found, move |(initiative, found)| match initiative {
        Some(fields) => page(app, rec, Initiative::read(&fields), &found, kind),
        None => not_found(),
    })
}

/// The card on the initiative's own page: what is tried, as it was said last.
pub fn door(app: App, rec: RecordId, meetings: &[Meeting]) -> ListRow {
    let latest = meetings.iter().filter(|it| it.is_sparring() && it.took_place());
    let held = latest.clone().count();
    let tries = latest.filter_map(tries).next_back();
    let line = words(move || match (held, &tries) {
        (0, _) => now!(app, sparring.card_empty),
        (n, None) => now!(app, sparring.held, n = n),
        (_, Some(what)) => now!(app, sparring.tries, what = what),
    });
    ListRow::new(say!(app, sparring.title))
        .detail(line)
        .href(format!("/indsatser/{rec}/sparring"))
        .lead(icon(IconName::People))
}

fn page(
    app: App,
    rec: RecordId,
    initiative: Initiative,
    found: &[Standing],
    kind: RwSignal<String>,
) -> View {
    let all = found.iter().map(|(rec, fields)| (*rec, Meeting::read(fields)));
    let all = all.filter(|(_, it)| it.is_sparring()).collect();
    let all = in_order(all, |(_, a): &(RecordId, Meeting), (_, b)| {
        (b.day(), b.begins()).cmp(&(a.day(), a.begins()))
    });
    let new =
        LinkButton::new(format!("/moeder/ny?indsats={rec}&sparring=1"), say!(app, sparring.new));
    let of = initiative.clone();
    let content = if all.is_empty() {
        let text = say!(app, sparring.empty_text);
        EmptyState::new(IconName::People, say!(app, sparring.empty), text).view()
    } else {
        let held = all.iter().filter(|(_, it)| it.took_place()).count();
        let all = StoredValue::new_local((initiative, all));
        (
            el("p").class("strong").child(say!(app, sparring.held, n = held)),
            filter(app, kind),
            move || all.with_value(|(initiative, all)| lists(app, initiative, all, &kind.get())),
        )
            .view()
    };
    Page::new(say!(app, sparring.title))
        .back(format!("/indsatser/{rec}"), say!(app, prep.back))
        .state(el("p").class("soft").child(move || titles::initiative(app, &of)))
        .action(new.kind(ButtonKind::Primary).icon(IconName::Add))
        .child(
            el("div")
                .class("stack-loose stack")
                .child(content)
                .child(el("div").class("row").child(guide_link("sparring"))),
        )
        .view()
}

fn filter(app: App, kind: RwSignal<String>) -> View {
    let kinds = sparring_content().kinds.iter();
    let kinds = kinds.map(|kind| {
        Choice::new(kind.id.clone(), words(move || kind.title.get(app.lang()).to_owned()))
    });
    let unsaid = Choice::new(UNSAID, say!(app, sparring.unsaid));
    Field::new(say!(app, sparring.filter))
        .select(Signal::stored(kinds.chain([unsaid]).collect::<Vec<_>>()), kind, move |chosen| {
            kind.set(chosen);
        })
        .empty_label(say!(app, sparring.any))
        .view()
}

/// Those of a kind, or all: those to come, and those that were, the latest first.
fn lists(app: App, initiative: &Initiative, all: &[(RecordId, Meeting)], kind: &str) -> View {
    let today = BrowserClock.today();
    let (mut coming, mut earlier) = (Vec::new(), Vec::new());
    for (rec, it) in all {
        let is = it.sparring_kind();
        if !(kind.is_empty() || is == kind || (kind == UNSAID && is.is_empty())) {
            continue;
        }
        let is_ahead = it.day().is_none_or(|day| day >= today) && it.status().is_empty();
        if is_ahead {
            coming.insert(0, row(app, initiative, *rec, it, false));
        } else {
            earlier.push(row(app, initiative, *rec, it, true));
        }
    }
    if coming.is_empty() && earlier.is_empty() {
        return el("p")
            .class("soft")
            .attr("role", "status")
            .child(say!(app, sparring.none_of_kind))
            .view();
    }
    let part = |id: &'static str, title: Words, rows: Vec<ListRow>| -> Option<El> {
        (!rows.is_empty()).then(|| {
            el("section")
                .class("part")
                .attr("aria-labelledby", id)
                .child(el("h2").id(id).child(title))
                .child(list(rows))
        })
    };
    (
        part("coming", say!(app, plan.coming), coming),
        part("earlier", say!(app, plan.earlier), earlier),
    )
        .view()
}

fn row(app: App, initiative: &Initiative, rec: RecordId, it: &Meeting, is_over: bool) -> ListRow {
    let (named, detailed) = (it.clone(), it.clone());
    let who = it.sparring_who(Some(initiative));
    let title = words(move || {
        let kind = sparring_content().kind(&named.sparring_kind());
        match kind {
            Some(kind) if named.title().trim().is_empty() => kind.title.get(app.lang()).to_owned(),
            _ => titles::meeting(app, &named),
        }
    });
    let detail = words(move || {
        let day = detailed.day().map(|day| format::weekday(app.lang(), day));
        let focus = detailed.sparring_focus().into_iter().filter_map(|id| {
            sparring_content().words(&id).map(|it| it.get(app.lang()).to_lowercase())
        });
        let focus = Some(focus.collect::<Vec<_>>().join(", ")).filter(|it| !it.is_empty());
        let tries = tries(&detailed).map(|what| now!(app, sparring.tries, what = what));
        let who = who.as_ref().map(|who| person_name(app, who));
        let again = detailed
            .sparring_again()
            .map(|day| now!(app, sparring.again_on, day = format::day(app.lang(), day)));
        let parts = [day, focus, tries, who, again].into_iter().flatten();
        parts.collect::<Vec<_>>().join(" · ")
    });
    let status = is_over.then(|| {
        let kind = if it.took_place() { BadgeKind::Done } else { BadgeKind::Plain };
        badge(kind, status_name(app, &it.status()))
    });
    ListRow::new(title)
        .detail(detail)
        .href(format!("/moeder/{rec}"))
        .lead(icon(IconName::People))
        .trail(status)
}

/// What is tried, in a line.
fn tries(it: &Meeting) -> Option<String> {
    let text = it.sparring_answer(TRIES);
    let line = text.trim().lines().next().filter(|line| !line.is_empty())?;
    Some(match line.char_indices().nth(SHORT) {
        Some((end, _)) => format!("{} …", line.get(..end).unwrap_or_default().trim_end()),
        None => line.to_owned(),
    })
}
