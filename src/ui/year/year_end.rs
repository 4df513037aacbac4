//! The end of a school year: what to settle first, what to delete, and what stays.

use leptos::task::spawn_local;

use super::year_archive::archive_part;
use crate::app::store::{Backup, Clock as _, Summary};
use crate::app::year::{CODES, Clearing, Coded, Open, YearEnd, ending, summer_is_near};
use crate::domain::calendar::SchoolYear;
use crate::domain::record::Kind;
use crate::ledger::RecordId;
use crate::platform::clock::BrowserClock;
use crate::ui::kit::prelude::*;
use crate::ui::kit::{TypedWord, say_removed};
use crate::ui::words::titles;

/// How many years back one can go.
const YEARS: u16 = 2;

/// The page.
pub fn year_end() -> View {
    let app = use_app();
    let first = ending(BrowserClock.today());
    // Kept as a text, as the field for it has it.
    let year = RwSignal::new(first.0.to_string());
    let chosen = move || SchoolYear(year.get().parse().unwrap_or(first.0));
    let found = use_stored(move |store| {
        let year = chosen();
        async move { store.year_end(year, BrowserClock.today()).await }
    });
    let newest = SchoolYear::of(BrowserClock.today()).0;
    let years = (newest.saturating_sub(YEARS)..=newest).rev().map(SchoolYear);
    let years: Vec<Choice> =
        years.map(|year| Choice::new(year.0.to_string(), year.to_string())).collect();
    Page::new(say!(app, year.end_title))
        .back("/indstillinger", say!(app, trash.back))
        .child(soft(say!(app, year.end_text)))
        .child(Field::new(say!(app, field.school_year)).select(
            Signal::stored(years),
            year,
            move |chosen: String| year.set(chosen),
        ))
        .child(shown(found, move |found: YearEnd| body(app, found)))
        .view()
}

fn body(app: App, found: YearEnd) -> View {
    let YearEnd { year, open, clearing, codes, kept, backup, initiatives } = found;
    let (waiting, ready): (Vec<_>, Vec<_>) = clearing.into_iter().partition(|it| it.waits);
    let codes_wait = codes.waits && !codes.records.is_empty();
    let is_settled = open.is_empty() && waiting.is_empty() && !codes_wait;
    let mut rows: Vec<View> = open.into_iter().map(|it| open_row(app, it).view()).collect();
    let waits = |it: &Clearing| {
        waiting_row(app, year, it.kind.word(), counted(app, it.kind, it.records.len())).view()
    };
    rows.extend(waiting.iter().map(waits));
    let coded = codes.records.len();
    rows.extend(
        codes_wait.then(|| waiting_row(app, year, CODES, codes_counted(app, coded)).view()),
    );
    let settle = part("year-settle", say!(app, year.settle)).child(if is_settled {
        soft(say!(app, year.settled)).view()
    } else {
        list(rows).view()
    });
    let codes = (coded > 0 && !codes_wait).then(|| codes_part(app, year, codes));
    let is_clear = ready.is_empty() && codes.is_none();
    let groups: Vec<El> = ready.into_iter().map(|it| clearing_part(app, year, it)).collect();
    let delete = part("year-delete", say!(app, year.delete))
        .child(soft(say!(app, year.delete_text)))
        .child(is_clear.then(|| el("p").child(say!(app, year.deleted))))
        .child(el("div").class("stack-loose stack").child(codes).child(groups))
        .child(
            el("div").class("row").child(
                LinkButton::new("/indstillinger/papirkurv", say!(app, year.see_trash))
                    .kind(ButtonKind::Quiet)
                    .icon(IconName::Trash),
            ),
        );
    let kept = kept.into_iter().filter(|(_, n)| *n > 0);
    let kept = kept.map(|(kind, n)| el("li").child(counted(app, kind, n)));
    let keep = part("year-keep", say!(app, year.keep))
        .child(soft(say!(app, year.keep_text)))
        .child(el("ul").class("points").child(kept.collect::<Vec<_>>()))
        .child(el("p").child(saved(app, backup)))
        .child(
            el("div")
                .class("row")
                .child(LinkButton::new("/del", say!(app, backup.make)).icon(IconName::Download)),
        );
    let archive = part("year-archive", say!(app, archive.heading)).child(archive_part(
        app,
        year,
        initiatives,
    ));
    el("div")
        .class("stack-loose stack")
        .child(settle)
        .child(keep)
        .child(archive)
        .child(delete)
        .view()
}

fn part(id: &'static str, title: Words) -> El {
    el("section")
        .class("part stack")
        .attr("aria-labelledby", id)
        .child(el("h2").id(id).child(title))
}

/// When what is here was last put in a file.
pub fn saved(app: App, backup: Backup) -> Words {
    let (since, made) = (backup.since, backup.made);
    words(move || match made {
        None if since == 0 => now!(app, backup.nothing),
        None => now!(app, backup.never, n = since),
        Some(at) if since == 0 => now!(app, backup.all, at = app.moment(at)),
        Some(at) => now!(app, backup.some, at = app.moment(at), n = since),
    })
}

/// One thing to settle, which leads to where that is done.
fn open_row(app: App, open: Open) -> ListRow {
    let row = |title: Words, href: Option<String>, name: IconName| {
        ListRow::new(title).href(href).lead(icon(name))
    };
    match open {
        Open::Conflicts(n) => row(
            say!(app, overview.conflicts, n = n),
            Some("/del/uenigheder".to_owned()),
            IconName::Conflict,
        ),
        Open::Unfinished(rec, kind, fields) => {
            let href = titles::href(kind.word(), rec);
            let href = href.map(|href| match kind {
                Kind::Initiative => format!("{href}/ret"),
                _ => href,
            });
            let title = words(move || titles::record(app, kind.word(), &fields));
            row(title, href, IconName::Edit).detail(say!(app, year.unfinished))
        }
        Open::NotesDue(rec, fields) => {
            let title = words(move || titles::record(app, Kind::Agreement.word(), &fields));
            let href = titles::href(Kind::Agreement.word(), rec);
            row(title, href, IconName::People).detail(say!(app, year.notes_due))
        }
        Open::NotClosed(rec, fields) => {
            let word = Kind::Measurement.word();
            let title = words(move || titles::record(app, word, &fields));
            row(title, titles::href(word, rec), IconName::Bookmark)
                .detail(say!(app, year.not_closed))
        }
        Open::RoundOpen(rec, kind, fields) => {
            let word = kind.word();
            let title = words(move || titles::record(app, word, &fields));
            row(title, titles::href(word, rec), IconName::People).detail(say!(app, year.round_open))
        }
        Open::Undecided(rec, fields) => {
            let word = Kind::Initiative.word();
            let title = words(move || titles::record(app, word, &fields));
            row(title, Some(format!("/indsatser/{rec}/forankring")), IconName::Note)
                .detail(say!(app, year.undecided))
        }
        Open::NotInFile(n) => {
            row(say!(app, year.not_in_file, n = n), Some("/del".to_owned()), IconName::Download)
        }
    }
}

/// What of each kind there is, in the words of the plural.
fn kind_name(app: App, kind: Kind) -> Words {
    match kind {
        Kind::Initiative => say!(app, year.initiatives),
        Kind::Observation => say!(app, year.observations),
        Kind::Template => say!(app, year.templates),
        Kind::Agreement => say!(app, year.agreements),
        Kind::Lesson => say!(app, year.lessons),
        Kind::Meeting => say!(app, year.meetings),
        Kind::Jot => say!(app, year.jots),
        Kind::ExitTicket => say!(app, year.exit_tickets),
        Kind::Measurement => say!(app, year.measurements),
        Kind::Survey => say!(app, year.surveys),
        Kind::PupilTalk => say!(app, year.pupil_talks),
        Kind::Loan => say!(app, year.loans),
        Kind::Collaboration => say!(app, year.evaluations),
    }
}

/// `Lynnotater: 3`.
fn counted(app: App, kind: Kind, n: usize) -> Words {
    let what = kind_name(app, kind);
    words(move || now!(app, year.count, what = what.get(), n = n))
}

/// `Elevkoder i det, der bliver: 3`.
fn codes_counted(app: App, n: usize) -> Words {
    words(move || now!(app, year.count, what = now!(app, year.codes), n = n))
}

/// Notes whether a kind waits.
fn wait(app: App, year: SchoolYear, what: &'static str, waits: bool) {
    spawn_local(async move {
        match app.store().set_waits(year, what, waits).await {
            Ok(()) => app.has_stored(),
            Err(error) => app.complain(&error),
        }
    });
}

/// What somebody wants to find something out about first.
fn waiting_row(app: App, year: SchoolYear, what: &'static str, title: Words) -> ListRow {
    let done = Button::new(say!(app, year.is_found_out), move || wait(app, year, what, false))
        .about(title);
    ListRow::new(title).detail(say!(app, year.find_out)).lead(icon(IconName::Info)).trail(done)
}

/// A list with how many it holds, which can be opened before anything is deleted.
fn seen_first(app: App, title: Words, records: Vec<Summary>) -> El {
    let rows = records.into_iter().map(|it| {
        let href = titles::href(&it.kind, it.rec);
        ListRow::new(words(move || titles::record(app, &it.kind, &it.fields))).href(href)
    });
    el("details")
        .class("fold")
        .child(el("summary").child(title))
        .child(list_named(title, rows.collect::<Vec<_>>()))
}

/// The button for what somebody wants to find out first.
fn later(app: App, year: SchoolYear, what: &'static str, title: Words) -> Button {
    Button::new(say!(app, year.find_out_first), move || wait(app, year, what, true))
        .about(title)
        .kind(ButtonKind::Quiet)
}

/// The pupils' codes in what stays. Taking them out cannot be undone, so it asks for a word.
fn codes_part(app: App, year: SchoolYear, codes: Coded) -> El {
    let title = codes_counted(app, codes.records.len());
    let asked = RwSignal::new(false);
    let go = move || {
        spawn_local(async move {
            let instead = text!(app, report.pupil);
            match app.store().take_codes_out(year, &instead).await {
                Ok(n) => {
                    app.has_stored();
                    app.toasts.say(text!(app, year.codes_gone, n = n));
                }
                Err(error) => app.complain(&error),
            }
        });
    };
    let dialog = TypedWord {
        title: say!(app, year.codes_ask),
        button: say!(app, year.codes_remove),
        word: say!(app, trash.word),
        label: say!(app, trash.word_label),
    }
    .dialog(
        app,
        asked,
        move || asked.set(false),
        el("p").child(say!(app, year.codes_text)),
        go,
    );
    let remove = Button::new(say!(app, year.codes_remove), move || asked.set(true));
    let remove = remove.about(title).icon(IconName::Trash);
    el("div")
        .class("stack stack-tight")
        .child(seen_first(app, title, codes.records))
        .child(soft(say!(app, year.codes_why)))
        .child(el("div").class("row").child(remove).child(later(app, year, CODES, title)))
        .child(dialog)
}

/// What is to be deleted, of one kind: it can be seen before it goes.
fn clearing_part(app: App, year: SchoolYear, it: Clearing) -> El {
    let Clearing { kind, records, .. } = it;
    let title = counted(app, kind, records.len());
    let all: Vec<RecordId> = records.iter().map(|it| it.rec).collect();
    let why = match kind {
        Kind::Measurement => Some(say!(app, year.why_measurements)),
        Kind::Survey | Kind::Collaboration => Some(say!(app, year.why_surveys)),
        Kind::Observation => Some(say!(app, year.why_observations)),
        _ => None,
    };
    let remove = move || {
        let all = all.clone();
        spawn_local(async move {
            let store = app.store();
            if [Kind::Survey, Kind::Collaboration].contains(&kind)
                && let Err(error) = store.keep_spreads(&all).await
            {
                app.complain(&error);
                return;
            }
            match store.delete_all(all).await {
                Ok(removed) => {
                    app.has_stored();
                    say_removed(app, text!(app, year.removed, n = removed.len()), removed);
                }
                Err(error) => app.complain(&error),
            }
        });
    };
    let remove = Button::new(say!(app, year.remove), remove).about(title).icon(IconName::Trash);
    let later = later(app, year, kind.word(), title);
    el("div")
        .class("stack stack-tight")
        .child(seen_first(app, title, records))
        .child(why.map(|why| el("p").class("soft").child(why)))
        .child(el("div").class("row").child(remove).child(later))
}

/// Two weeks before the summer the first page speaks of it; in the summer nothing does.
pub fn reminder(app: App) -> View {
    let near = memo(move || {
        app.seen.track();
        summer_is_near(BrowserClock.today())
    });
    let notice = move || {
        let days = near.get()?;
        let year = SchoolYear::of(BrowserClock.today());
        let open = LinkButton::new("/skoleaar", say!(app, year.end_title));
        Some(
            Notice::new(NoticeKind::Info, say!(app, year.ends_soon, year = year, n = days))
                .actions(open)
                .child(el("p").child(say!(app, year.ends_soon_text))),
        )
    };
    notice.view()
}
