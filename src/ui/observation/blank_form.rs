//! A form to fill in by hand: lines to write on, boxes to tick, a table for the moments.

use crate::domain::forms::{
    Counter, Item, ItemKind, Level, Per, Template, TemplateRef, Titled, Track,
};
use crate::domain::text::Localized;
use crate::ui::kit::prelude::*;
use crate::ui::paper::{boxed, lines, list, paper, print_button};

/// How many notes there is room for.
const NOTES: u32 = 14;

/// How many changes of roles there is room for.
const CHANGES: u32 = 6;

/// How many boxes there are behind a counter, in fives.
const FIVES: u32 = 6;

/// The page of a version of a form.
pub fn blank_form(id: String, version: u32) -> View {
    let form = TemplateRef { id, version };
    // A form of the school's own comes from the store.
    let stamp = use_stored(|store| async move { store.forms_stamp().await });
    shown(stamp, move |_| page(use_app(), &form))
}

fn page(app: App, form: &TemplateRef) -> View {
    let content = app.content();
    let Some(template) = content.template(form).cloned() else {
        return not_found();
    };
    let title = template.title.clone();
    let sheet = move || sheet(app, &template);
    Page::new(words(move || title.get(app.lang()).to_owned()))
        .back("/skemaer", say!(app, editor.back))
        .state(soft(say!(app, blank.text)))
        .action(print_button(app))
        .child(sheet)
        .view()
}

fn sheet(app: App, template: &Template) -> El {
    let lang = app.lang();
    let mut parts = vec![head(app).view()];
    for section in &template.sections {
        parts.push(el("h2").child(section.title.get(lang).to_owned()).view());
        parts.extend(section.items.iter().map(|item| asked(app, template, item).view()));
    }
    let to_try = el("section")
        .class("blank-item")
        .child(el("h3").child(now!(app, wrap.try_own)))
        .child(lines(2));
    parts.push(to_try.view());
    let version = now!(app, blank.version, n = template.version);
    paper(format!("{} · {version}", template.title.get(lang)), parts)
}

/// Which lesson it is.
fn head(app: App) -> El {
    let names = [
        now!(app, field.class),
        now!(app, observation.day),
        now!(app, observation.begins),
        now!(app, observation.observer),
        now!(app, live.adult_a),
        now!(app, live.adult_b),
        now!(app, live.pupils),
    ];
    let names = names.map(|name| el("p").class("blank-line").child(el("span").child(name)));
    let focus = el("p").class("blank-line").child(el("span").child(now!(app, focus.field)));
    let agreed = el("p")
        .class("blank-choices")
        .child(el("span").child(now!(app, live.agreed)))
        .child(boxed(now!(app, live.yes)))
        .child(boxed(now!(app, live.no)));
    let reason = el("p").class("blank-line").child(el("span").child(now!(app, live.reason)));
    el("section")
        .class("blank-item")
        .child(el("div").class("blank-head").child(names.into_iter().collect::<Vec<_>>()))
        .child(focus)
        .child(agreed)
        .child(reason)
}

fn asked(app: App, template: &Template, item: &Item) -> El {
    let lang = app.lang();
    let answer = match &item.kind {
        ItemKind::Rating { levels, not_seen, comment } => {
            rating(app, levels, not_seen.as_ref(), *comment)
        }
        ItemKind::Choice { options, other } | ItemKind::Multi { options, other, .. } => {
            let boxes: Vec<El> =
                options.iter().map(|it| boxed(it.label.get(lang).to_owned())).collect();
            let other = other.then(|| named_line(now!(app, item.other)));
            el("div").child(el("div").class("blank-choices").child(boxes)).child(other)
        }
        ItemKind::Text { multiline, .. } => lines(if *multiline { 3 } else { 1 }),
        ItemKind::Number { .. } => lines(1),
        ItemKind::Tally { counters } => tally(app, counters),
        ItemKind::TimedNotes { tags, .. } => notes(app, tags),
        ItemKind::Interval { seconds, tracks, .. } => {
            moments(app, *seconds, template.lesson_minutes, tracks)
        }
        ItemKind::Roles { models } => roles(app, models),
    };
    let max = match &item.kind {
        ItemKind::Multi { max: Some(max), .. } => Some(now!(app, blank.at_most, n = max)),
        _ => None,
    };
    let help = item.help.as_ref().map(|help| help.get(lang).to_owned());
    let help = help.into_iter().chain(max).collect::<Vec<_>>().join(" ");
    el("section")
        .class("blank-item")
        .child(el("h3").child(item.text.get(lang).to_owned()))
        .child((!help.is_empty()).then(|| el("p").class("soft small").child(help)))
        .child(answer)
}

/// The levels as boxes with what each looks like in a lesson.
fn rating(app: App, levels: &[Level], not_seen: Option<&Localized>, comment: bool) -> El {
    let lang = app.lang();
    let levels = levels.iter().map(|level| {
        el("div")
            .class("blank-level")
            .child(boxed(level.label.get(lang).to_owned()))
            .child(el("span").class("small").child(level.description.get(lang).to_owned()))
    });
    let not_seen = not_seen.map(|words| boxed(words.get(lang).to_owned()));
    let seen = comment.then(|| named_line(now!(app, item.evidence)));
    el("div")
        .child(el("div").class("blank-levels").child(levels.collect::<Vec<_>>()))
        .child(el("div").class("blank-seen").child(not_seen).child(seen))
}

/// A row of boxes for each counter, in fives, and a place for the sum.
fn tally(app: App, counters: &[Counter]) -> El {
    let row = |name: String| {
        let fives = (0..FIVES).map(|_| el("span").class("blank-five").child("☐☐☐☐☐"));
        el("tr")
            .child(el("th").attr("scope", "row").child(name))
            .child(el("td").class("blank-boxes").child(fives.collect::<Vec<_>>()))
            .child(el("td"))
    };
    let titles = [now!(app, live.count), now!(app, blank.tap), now!(app, blank.sum)];
    // A row for each adult, as the two are called in the form.
    let names = counters.iter().flat_map(|counter| {
        let name = counter.label.get(app.lang()).to_owned();
        match counter.per {
            Some(Per::Adult) => {
                let of = |who: &str| now!(app, counting.named, name = name, who = who);
                vec![of("A"), of("B")]
            }
            _ => vec![name],
        }
    });
    table(titles.into(), names.map(row).collect())
}

fn notes(app: App, tags: &[Titled]) -> El {
    let tags: Vec<&str> = tags.iter().map(|tag| tag.label.get(app.lang())).collect();
    let titles = vec![now!(app, blank.time), now!(app, item.note_tag), now!(app, record.notes)];
    let row = |_| el("tr").child(el("td")).child(el("td")).child(el("td"));
    let legend = (!tags.is_empty()).then(|| {
        let tags = format!("{}: {}", now!(app, item.note_tag), tags.join(" · "));
        el("p").class("small").child(tags)
    });
    let table = table(titles, (0..NOTES).map(row).collect()).class("paper-table blank-notes");
    el("div").child(legend).child(table)
}

/// The moments of a lesson with their minutes, in two columns, and what the letters stand for.
fn moments(app: App, seconds: u32, lesson: u32, tracks: &[Track]) -> El {
    let lang = app.lang();
    let legend = tracks.iter().map(|track| {
        let codes = track.codes.iter();
        let codes = codes.map(|code| format!("{} {}", code.short.get(lang), code.label.get(lang)));
        format!("{}: {}", track.label.get(lang), codes.collect::<Vec<_>>().join(" · "))
    });
    let columns: Vec<String> = tracks
        .iter()
        .flat_map(|track| {
            let name = track.label.get(lang);
            let one = || vec![name.to_owned()];
            track
                .pupils
                .map_or_else(one, |most| (1..=most).map(|n| format!("{name} {n}")).collect())
        })
        .collect();
    let count = (lesson * 60).checked_div(seconds).unwrap_or_default();
    let half = |from: u32, to: u32| {
        let titles = std::iter::once(now!(app, blank.minute)).chain(columns.iter().cloned());
        let rows = (from..=to).map(|number| {
            let at = u64::from(number) * u64::from(seconds);
            let minute = if at % 60 == 0 {
                (at / 60).to_string()
            } else {
                format!("{}:{:02}", at / 60, at % 60)
            };
            let cells: Vec<El> = columns.iter().map(|_| el("td")).collect();
            el("tr").child(el("th").attr("scope", "row").child(minute)).child(cells)
        });
        table(titles.collect(), rows.collect())
    };
    let middle = count.div_ceil(2);
    el("div").child(list(legend.collect())).child(
        el("div").class("blank-halves").child(half(1, middle)).child(half(middle + 1, count)),
    )
}

fn roles(app: App, models: &[Titled]) -> El {
    let models: Vec<&str> = models.iter().map(|it| it.label.get(app.lang())).collect();
    let titles = vec![now!(app, blank.time), now!(app, record.roles), now!(app, live.who_leads)];
    let row = |_| el("tr").child(el("td")).child(el("td")).child(el("td"));
    el("div")
        .child(el("p").class("small").child(models.join(" · ")))
        .child(table(titles, (0..CHANGES).map(row).collect()))
}

fn table(titles: Vec<String>, rows: Vec<El>) -> El {
    let titles = titles.into_iter().map(|title| el("th").attr("scope", "col").child(title));
    el("table")
        .class("paper-table")
        .child(el("thead").child(el("tr").child(titles.collect::<Vec<_>>())))
        .child(el("tbody").child(rows))
}

/// A line to write on with its name before it.
fn named_line(name: String) -> El {
    el("p").class("blank-line").child(el("span").child(name))
}
