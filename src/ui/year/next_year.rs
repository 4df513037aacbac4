//! Starting again from an initiative in the next school year: a few choices, what comes along and what
//! does not, and then it is made.

use std::sync::Arc;

use chrono::NaiveDate;
use leptos::task::spawn_local;
use leptos_router::hooks::use_navigate;

use crate::app::plan::PlanItem;
use crate::app::store::{Clock as _, Target};
use crate::app::year::{Move, NextYear, YearGone};
use crate::domain::calendar::{Week, iso};
use crate::domain::initiative::Initiative;
use crate::domain::record::{Kind, Record};
use crate::domain::year::NextYearFlaw;
use crate::ledger::RecordId;
use crate::platform::clock::BrowserClock;
use crate::platform::format;
use crate::ui::kit::prelude::*;
use crate::ui::kit::{plan_row, say_made};
use crate::ui::words::{plan_words, titles};

const START: &str = "next-start";
const TITLE: &str = "next-title";

/// The page.
pub fn next_year(rec: RecordId) -> View {
    let app = use_app();
    let found = use_stored_once(move |store| async move {
        Ok((store.edit(rec, Kind::Initiative).await?, store.year_gone(rec).await?))
    });
    shown(found, move |found| match found {
        (Some((target, fields)), Some(gone)) => {
            filled(app, target, Initiative::read(&fields), gone)
        }
        _ => not_found(),
    })
}

fn filled(app: App, target: Target, saved: Initiative, gone: YearGone) -> View {
    let rec = target.rec;
    let today = BrowserClock.today();
    let began = gone.began(today);
    let begun = gone.begun.clone();
    let gone = Arc::new(gone);
    let form = Form::open(app, target, saved.clone(), saved);
    let attempt = RwSignal::new(0_u32);
    let flaws = memo(move || form.with(|it| it.next_flaws(began, today)));
    let refused = move || match attempt.get() {
        0 => Vec::new(),
        _ => flaws.get().into_iter().map(|flaw| described(app, flaw)).collect(),
    };
    let known = Arc::clone(&gone);
    let next = memo(move || form.with(|it| known.next(rec, it, today)).ok());
    let content = el("div")
        .class("form")
        .child((!begun.is_empty()).then(|| begun_already(app, begun)))
        .child(error_summary(say!(app, form.not_done), Signal::derive(refused), attempt.into()))
        .child(soft(say!(app, year.next_text)))
        .child(choices(app, form, began, today, flaws, attempt))
        .child(comes(app, next, &gone, today))
        .child(stays(app, &gone))
        .child(action_bar(go(app, form, rec, attempt, today)));
    let title = words(move || form.with(|it| titles::initiative(app, it)));
    Page::new(say!(app, year.next_title))
        .back(format!("/indsatser/{rec}"), say!(app, plan.back))
        .state(
            el("div")
                .class("stack stack-tight")
                .child(el("p").class("soft").child(title))
                .child(saving_line(app, form.status)),
        )
        .child(content)
        .view()
}

/// Somebody has started it before: then it is not started twice without knowing.
fn begun_already(app: App, begun: Vec<(RecordId, Initiative)>) -> Notice {
    let links = begun.into_iter().map(|(rec, it)| {
        let name = words(move || titles::initiative(app, &it));
        LinkButton::new(format!("/indsatser/{rec}"), name)
    });
    Notice::new(NoticeKind::Info, say!(app, year.begun_already)).actions(links.collect::<Vec<_>>())
}

fn described(app: App, flaw: NextYearFlaw) -> FieldError {
    match flaw {
        NextYearFlaw::NoDay => FieldError::new(START, now!(app, year.flaw_no_day)),
        NextYearFlaw::OldYear(old) => FieldError::new(
            START,
            now!(app, year.flaw_old_year, year = old, first = i32::from(old.0) + 1),
        ),
        NextYearFlaw::TooFar => FieldError::new(START, now!(app, year.flaw_too_far)),
        NextYearFlaw::Title => FieldError::new(TITLE, now!(app, flaw.title)),
    }
}

/// When it begins, what it is called, for whom, and who comes along.
fn choices(
    app: App,
    form: Form<Initiative>,
    began: NaiveDate,
    today: NaiveDate,
    flaws: Signal<Vec<NextYearFlaw>>,
    attempt: RwSignal<u32>,
) -> El {
    // What is missing is said when somebody is done; a day that cannot be is said at once.
    let said = move |id: &'static str| {
        Signal::derive(move || {
            let of = |flaw: &NextYearFlaw| {
                let is_missing = matches!(flaw, NextYearFlaw::NoDay | NextYearFlaw::Title);
                let error = described(app, *flaw);
                (error.field == id && (!is_missing || attempt.get() > 0)).then_some(error.text)
            };
            flaws.with(|flaws| flaws.iter().find_map(of))
        })
    };
    let start = Field::new(say!(app, year.start))
        .id(START)
        .hint(say!(app, year.start_hint))
        .error(said(START))
        .date(
            memo(move || {
                let day = form.with(|it| it.next_start(began, today));
                day.map(|day| day.to_string()).unwrap_or_default()
            }),
            move |day: String| form.edit(|it| it.set_next_start(iso::day(&day))),
        );
    let weeks = move || {
        let start = form.with(|it| it.next_start(began, today))?;
        let (old, new) = (Week::of(began), Week::of(start));
        Some(now!(
            app,
            year.weeks,
            old = old.number(),
            old_year = old.year(),
            new = new.number(),
            new_year = new.year()
        ))
    };
    let class = Field::new(say!(app, field.class))
        .optional(say!(app, form.optional))
        .text(memo(move || form.with(Initiative::next_class)), move |class: String| {
            form.edit(|it| it.set_next_class(&class));
        })
        .max_length(40);
    let title = Field::new(say!(app, field.title))
        .id(TITLE)
        .error(said(TITLE))
        .text(memo(move || form.with(Initiative::next_title)), move |title: String| {
            form.edit(|it| it.set_next_title(&title));
        })
        .max_length(120);
    let team = move || {
        let team = form.value.with_untracked(Initiative::team).into_iter();
        let named = team.filter(|(_, member)| !member.initials.trim().is_empty());
        let people: Vec<Choice> =
            named.map(|(id, member)| Choice::new(id, member.initials)).collect();
        if people.is_empty() {
            return View::nothing();
        }
        let chosen = memo(move || {
            form.with(|it| {
                let team = it.team().into_iter().map(|(id, _)| id);
                team.filter(|id| it.comes_along(id)).collect::<Vec<String>>()
            })
        });
        Field::new(say!(app, year.who))
            .hint(say!(app, year.who_hint))
            .checks(Signal::stored(people), chosen, move |id: String, comes| {
                form.edit(|it| it.set_comes_along(&id, comes));
            })
            .view()
    };
    bare_section("next-choices", say!(app, year.choices))
        .child(el("div").class("grid-fields grid").child(start).child(class))
        .child(el("p").class("soft").attr("role", "status").child(weeks))
        .child(title)
        .child(team())
}

/// What comes along.
fn comes(app: App, next: Signal<Option<NextYear>>, gone: &YearGone, today: NaiveDate) -> El {
    let forms = gone.own_forms;
    let lines = move || {
        let Some(next) = next.get() else {
            return soft(say!(app, year.choose_first)).view();
        };
        let it = &next.initiative;
        let has_purpose = !it.purpose().trim().is_empty();
        let has_challenge = !(it.challenge() + &it.changes()).trim().is_empty();
        let expected = it.worded_expectations().len();
        let team = next.initiative.team().into_iter().map(|(_, it)| it.initials);
        let team = team.filter(|it| !it.trim().is_empty()).collect::<Vec<_>>().join(", ");
        let (meetings, lessons, measured) =
            (next.count(Kind::Meeting), next.count(Kind::Lesson), next.count(Kind::Measurement));
        let surveys = next.count(Kind::Survey);
        let evaluations = next.count(Kind::Collaboration);
        let day = |it: Option<&Move>| it.and_then(|it| it.day);
        let dated = || next.moves.iter().filter(|it| it.day.is_some());
        let (from, to) = (day(dated().next()), day(dated().next_back()));
        let shown = move |day: Option<NaiveDate>| {
            day.map(|day| format::day(app.lang(), day)).unwrap_or_default()
        };
        let lines = [
            has_purpose.then(|| say!(app, year.comes_purpose)),
            has_challenge.then(|| say!(app, year.comes_challenge)),
            (expected > 0).then(|| say!(app, year.comes_expectations, n = expected)),
            (!team.is_empty()).then(|| say!(app, year.comes_team, who = team)),
            (meetings > 0).then(|| say!(app, year.comes_meetings, n = meetings)),
            (lessons > 0).then(|| say!(app, year.comes_lessons, n = lessons)),
            from.is_some().then(|| {
                words(move || now!(app, year.comes_days, from = shown(from), to = shown(to)))
            }),
            (measured > 0).then(|| say!(app, year.comes_measurements, n = measured)),
            (surveys > 0).then(|| say!(app, year.comes_surveys, n = surveys)),
            (evaluations > 0).then(|| say!(app, year.comes_evaluations, n = evaluations)),
            (forms > 0).then(|| say!(app, year.comes_forms, n = forms)),
            Some(say!(app, year.comes_holidays)),
        ];
        let moves = (!next.moves.is_empty()).then(|| {
            let rows: Vec<ListRow> = next.moves.iter().map(|it| moved(app, it)).collect();
            el("details")
                .class("fold")
                .child(el("summary").child(say!(app, year.see_days, n = next.moves.len())))
                .child(list_named(say!(app, year.new_days), rows))
        });
        let left: Vec<ListRow> =
            next.left_out.iter().map(|it| plan_row::row(app, it, today, true).href(None)).collect();
        let left = (!left.is_empty()).then(|| {
            let n = left.len();
            Notice::new(NoticeKind::Warning, say!(app, year.left_out, n = n)).child((
                el("p").child(say!(app, year.left_out_text)),
                list_named(say!(app, year.left_out_list), left),
            ))
        });
        (points(lines.into_iter().flatten()), moves, left).view()
    };
    section("next-comes", say!(app, year.comes)).child(el("div").class("stack").child(lines))
}

/// One thing with its new day and its old one.
fn moved(app: App, it: &Move) -> ListRow {
    let (named, was, day) = (it.item.clone(), it.item.day(), it.day);
    let detail = words(move || {
        let weekday = |day| format::weekday(app.lang(), day);
        match (day, was) {
            (Some(day), Some(was)) => now!(
                app,
                year.moved,
                week = Week::of(day).number(),
                day = weekday(day),
                was = format::day(app.lang(), was)
            ),
            _ => now!(app, planning.undated),
        }
    });
    let name = words(move || plan_words::name(app, &named));
    ListRow::new(name).detail(detail).lead(icon(drawing(&it.item)))
}

fn drawing(item: &PlanItem) -> IconName {
    match item.kind {
        Kind::Meeting => IconName::People,
        Kind::Lesson => IconName::Calendar,
        _ => IconName::Bookmark,
    }
}

/// What stays where it is.
fn stays(app: App, gone: &YearGone) -> El {
    let mut lines = vec![say!(app, year.stays_goals), say!(app, year.stays_pupils)];
    let count = |kind: Kind| gone.staying.iter().find(|(it, _)| *it == kind).map_or(0, |it| it.1);
    let counts = [
        (count(Kind::Observation), say!(app, year.observations)),
        (count(Kind::Agreement), say!(app, year.agreements)),
        (count(Kind::Jot), say!(app, year.jots)),
        (count(Kind::ExitTicket), say!(app, year.exit_tickets)),
        (count(Kind::PupilTalk), say!(app, year.pupil_talks)),
        (count(Kind::Loan), say!(app, year.loans)),
    ];
    for (n, what) in counts.into_iter().filter(|(n, _)| *n > 0) {
        lines.push(words(move || now!(app, year.count, what = what.get(), n = n)));
    }
    lines.push(say!(app, year.stays_written));
    section("next-stays", say!(app, year.stays))
        .child(soft(say!(app, year.stays_text)))
        .child(points(lines.into_iter()))
        .child(
            el("div").class("row").child(
                LinkButton::new("/skoleaar", say!(app, year.end_title))
                    .kind(ButtonKind::Quiet)
                    .icon(IconName::Check),
            ),
        )
}

fn points(lines: impl Iterator<Item = Words>) -> El {
    let lines: Vec<El> = lines.map(|line| el("li").child(line)).collect();
    el("ul").class("points").child(lines)
}

/// Makes it, and goes there.
fn go(
    app: App,
    form: Form<Initiative>,
    rec: RecordId,
    attempt: RwSignal<u32>,
    today: NaiveDate,
) -> Button {
    let busy = RwSignal::new(false);
    let go = StoredValue::new_local(use_navigate());
    let make = move || {
        attempt.update(|attempt| *attempt += 1);
        busy.set(true);
        spawn_local(async move {
            let made = async {
                if !form.seal().await {
                    return Ok(None);
                }
                // What others have planned since the page was opened comes along as well.
                let gone = app.store().year_gone(rec).await?;
                let chosen = form.value.try_get_untracked();
                let next = gone.zip(chosen).map(|(gone, it)| gone.next(rec, &it, today));
                match next {
                    Some(Ok(next)) => app.store().start_next_year(next).await.map(Some),
                    _ => Ok(None),
                }
            };
            match made.await {
                Ok(Some(made)) => {
                    app.has_stored();
                    let first = made.first().copied();
                    say_started(app, made);
                    if let (Some(rec), Some(go)) = (first, go.try_get_value()) {
                        go(&format!("/indsatser/{rec}"), Default::default());
                    }
                }
                Ok(None) => {}
                Err(error) => app.complain(&error),
            }
            busy.try_set(false);
        });
    };
    Button::new(say!(app, year.go), make)
        .kind(ButtonKind::Primary)
        .icon(IconName::Seed)
        .busy(busy, say!(app, year.going))
}

/// Says that it is there, with the way back.
fn say_started(app: App, made: Vec<RecordId>) {
    let said = text!(app, year.started, n = made.len().saturating_sub(1));
    say_made(app, said, made);
}
