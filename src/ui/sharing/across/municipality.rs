//! What a school tells its municipality, seen before the file is made; and what schools have told, in the
//! order of their names. There is no other order: it is no ranking.

use chrono::NaiveDate;
use futures::FutureExt;
use leptos::task::spawn_local;
use web_sys::File;

use crate::domain::initiative::{InitiativeKind, smart};
use crate::domain::plan::Time;
use crate::exchange::{
    MAX_BYTES, Parts, SCHOOL_LENGTH, SchoolSummary, SummaryRow, file_name, read_summary,
    write_summary,
};
use crate::platform::files::{self, Prepared};
use crate::platform::format;
use crate::ui::kit::file_pick;
use crate::ui::kit::prelude::*;
use crate::ui::paper::print_button;
use crate::ui::sharing::looked_at::{AcrossPage, Chosen};
use crate::ui::words::{errors, time_name};

const LESSONS: &str = "lessons";
const TIMES: &str = "times";
const TALKS: &str = "talks";
const GOALS: &str = "goals";

/// The panel.
pub(super) fn municipality(app: App, seen: &AcrossPage, chosen: Chosen) -> View {
    let ours = (!seen.looks.is_empty()).then(|| ours(app, seen, chosen));
    el("div").class("stack-loose stack").child(ours).child(theirs(app, &seen.summaries)).view()
}

fn parts_of(left_out: &[String]) -> Parts {
    let with = |part: &str| left_out.iter().all(|it| it != part);
    Parts { lessons: with(LESSONS), times: with(TIMES), talks: with(TALKS), goals: with(GOALS) }
}

/// What our own school would tell: chosen, seen in just the words that go along, and made a file.
fn ours(app: App, seen: &AcrossPage, chosen: Chosen) -> El {
    let Chosen { school, left_out, .. } = chosen;
    let kept = seen.school.clone();
    let named = memo(move || school.get().unwrap_or_else(|| kept.clone()));
    let all = [
        Choice::new(LESSONS, say!(app, across.part_lessons)),
        Choice::new(TIMES, say!(app, across.part_times)),
        Choice::new(TALKS, say!(app, across.part_talks)),
        Choice::new(GOALS, say!(app, across.part_goals)),
    ];
    let value = memo(move || {
        let left = left_out.get();
        let all = [LESSONS, TIMES, TALKS, GOALS].map(str::to_owned);
        all.into_iter().filter(|part| !left.contains(part)).collect::<Vec<_>>()
    });
    let choose = move |part: String, is_in: bool| {
        left_out.update(|left| {
            left.retain(|it| *it != part);
            if !is_in {
                left.push(part);
            }
        });
    };
    let (looks, today) = (seen.looks.clone(), seen.today);
    let summary = memo(move || {
        let parts = left_out.with(|left| parts_of(left));
        SchoolSummary {
            school: named.get().trim().to_owned(),
            made: today,
            rows: looks.iter().map(|look| look.summary(&parts, today)).collect(),
        }
    });
    let preview = move || {
        let it = summary.get();
        it.rows.iter().map(|row| lines(app, row)).collect::<Vec<El>>()
    };
    let save = move || {
        let it = summary.get_untracked();
        let name = file_name("opsummering", it.made);
        let made = Prepared::json(&name, &write_summary(&it)).and_then(|file| file.download());
        match made {
            Ok(()) => app.toasts.say(text!(app, share.done)),
            Err(error) => app.toasts.say(errors::file(app.lang_now(), error)),
        }
        spawn_local(async move {
            match app.store().set_school(&it.school).await {
                Ok(()) => app.has_stored(),
                Err(error) => app.complain(&error),
            }
        });
    };
    let has_name = move || named.with(|name| !name.trim().is_empty());
    let button = move || {
        let save = Button::new(say!(app, across.save), save).kind(ButtonKind::Primary);
        el("div").class("row").child(save.icon(IconName::Download))
    };
    el("section")
        .class("part stack no-print")
        .attr("aria-labelledby", "our-summary")
        .child(el("h2").id("our-summary").child(say!(app, across.ours)))
        .child(soft(say!(app, across.ours_text)))
        .child(
            Field::new(say!(app, across.school))
                .hint(say!(app, across.school_hint))
                .text(named, move |name: String| school.set(Some(name)))
                .max_length(SCHOOL_LENGTH as u32),
        )
        .child(Field::new(say!(app, across.tell)).checks(
            Signal::stored(all.to_vec()),
            value,
            choose,
        ))
        .child(el("h3").child(say!(app, across.preview)))
        .child(el("div").class("stack").child(preview))
        .child(show(has_name, button))
        .child(show(move || !has_name(), move || soft(say!(app, across.needs_school))))
}

/// One initiative in numbers and days.
fn lines(app: App, row: &SummaryRow) -> El {
    let content = app.content();
    let kind = InitiativeKind::from_id(&row.kind).and_then(|kind| content.kind(kind));
    let title = kind.map_or_else(
        || now!(app, across.an_initiative),
        |kind| kind.title.get(app.lang()).to_owned(),
    );
    let day = |day: NaiveDate| format::day(app.lang(), day);
    let days = [row.from, row.to].map(|it| it.map(day));
    let mut said = Vec::new();
    if days.iter().any(Option::is_some) {
        said.push(days.map(Option::unwrap_or_default).join(" – "));
    }
    if let Some((held, of)) = row.lessons {
        said.push(now!(app, across.lessons, held = held, of = of));
    }
    if let Some(times) = row.times {
        for (time, (held, weeks)) in Time::ALL.into_iter().zip(times) {
            let name = time_name(app, time).get();
            said.push(match weeks {
                0 => now!(app, across.time_none, time = name),
                _ => now!(app, across.time, time = name, held = held, weeks = weeks),
            });
        }
    }
    if let Some((agreements, observations, measurements)) = row.talks {
        said.push(now!(
            app,
            across.talks,
            agreements = agreements,
            observations = observations,
            measurements = measurements
        ));
    }
    if let Some(goals) = &row.goals {
        let reached = goals.iter().filter(|goal| goal.reached).count();
        said.push(now!(app, across.goals, n = reached, of = goals.len()));
        for goal in goals {
            let about = smart().category(&goal.category);
            let about =
                about.map_or_else(|| now!(app, across.a_goal), |it| it.get(app.lang()).to_owned());
            let by = goal.by.map(|it| now!(app, goals.by_day, day = day(it)));
            let state = match goal.reached {
                true => now!(app, goals.is_reached),
                false => now!(app, goals.said_no),
            };
            let parts = [Some(about), by, Some(state)].into_iter().flatten();
            said.push(parts.collect::<Vec<_>>().join(" · "));
        }
    }
    let said: Vec<El> = said.into_iter().map(|line| el("li").child(line)).collect();
    el("div")
        .class("card stack-tight stack")
        .child(el("p").class("strong").child(title))
        .child(el("ul").child(said))
}

/// What schools have told, in the order of their names.
fn theirs(app: App, summaries: &[SchoolSummary]) -> El {
    let pick =
        file_pick(say!(app, across.pick), true, move |picked| take(app, picked).boxed_local());
    let parts: Vec<El> = summaries.iter().map(|it| school_part(app, it)).collect();
    let has_some = !parts.is_empty();
    let none = (!has_some).then(|| soft(say!(app, across.no_schools)));
    let print = has_some.then(|| el("div").class("row no-print").child(print_button(app)));
    let caution = has_some.then(|| el("p").child(say!(app, across.caution)));
    section("schools", say!(app, across.schools))
        .child(soft(say!(app, across.schools_text)))
        .child(pick.class("file-pick no-print"))
        .child(none)
        .child(caution)
        .child(parts)
        .child(print)
}

fn school_part(app: App, it: &SchoolSummary) -> El {
    let (school, kept, made) = (it.school.clone(), it.clone(), it.made);
    let remove_name = say!(app, across.remove, school = school);
    let remove = move || {
        let kept = kept.clone();
        spawn_local(async move {
            if let Err(error) = app.store().forget_school(&kept.school).await {
                app.complain(&error);
                return;
            }
            app.has_stored();
            app.toasts.say_with_undo(
                text!(app, across.removed),
                text!(app, form.undo),
                move || {
                    keep(app, vec![kept.clone()]);
                },
            );
        });
    };
    let rows: Vec<El> = it.rows.iter().map(|row| lines(app, row)).collect();
    let made = move || now!(app, across.made, day = format::day(app.lang(), made));
    el("div")
        .class("stack-tight stack")
        .child(
            el("div")
                .class("row row-between")
                .child(el("h3").child(it.school.clone()))
                .child(IconButton::new(IconName::Trash, remove_name, remove)),
        )
        .child(el("p").class("soft small").child(made))
        .child(rows)
}

/// Reads the files that were picked and keeps what schools tell in them.
async fn take(app: App, picked: Vec<File>) {
    let lang = app.lang_now();
    let mut found = Vec::new();
    for file in picked {
        let said = match files::read(&file, MAX_BYTES).await {
            Ok(bytes) => match read_summary(&bytes) {
                Ok(summary) => {
                    found.push(summary);
                    continue;
                }
                Err(error) => errors::bundle(lang, &error),
            },
            Err(error) => errors::file(lang, error),
        };
        app.toasts.say(format!("{}: {said}", file.name()));
    }
    if !found.is_empty() {
        app.toasts.say(text!(app, across.kept, n = found.len()));
        keep(app, found);
    }
}

fn keep(app: App, found: Vec<SchoolSummary>) {
    spawn_local(async move {
        match app.store().keep_summaries(found).await {
            Ok(()) => app.has_stored(),
            Err(error) => app.complain(&error),
        }
    });
}
