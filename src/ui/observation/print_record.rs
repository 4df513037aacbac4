//! One observation on paper: an ordinary one on a single A4 page, a long one on more, each with the
//! heading on top.

use super::lesson_timeline::{figure, timeline_of};
use super::record_figures::{Titles, answer, counted, evidence, level, looked_for, shared, taught};
use crate::app::store::AppError;
use crate::domain::calendar::iso;
use crate::domain::forms::{Item, ItemKind, Template, When};
use crate::domain::initiative::Initiative;
use crate::domain::observation::Observation;
use crate::domain::record::{Fields, Kind, Record as _};
use crate::ledger::RecordId;
use crate::platform::format;
use crate::ui::kit::minutes;
use crate::ui::kit::prelude::*;
use crate::ui::paper::{list, paper, print_button};
use crate::ui::shell::Store;
use crate::ui::words::{note_time, titles};

/// An observation with what is being written in it, sealed or not; `None` where it is not here.
pub async fn written(store: &Store, rec: RecordId) -> Result<Option<Fields>, AppError> {
    if let Some(opened) = store.record(rec).await? {
        return Ok(Some(opened.fields()));
    }
    Ok(store.edit(rec, Kind::Observation).await?.map(|(_, fields)| fields))
}

/// The page.
pub fn printed(rec: RecordId) -> View {
    let app = use_app();
    let found = use_stored(move |store| async move {
        let Some(fields) = written(&store, rec).await? else { return Ok(None) };
        let initiative = Observation::read(&fields).initiative();
        let initiative = match initiative {
            Some(initiative) => store.record(initiative).await?.map(|opened| opened.fields()),
            None => None,
        };
        Ok::<_, AppError>(Some((fields, initiative)))
    });
    shown(found, move |found: Option<(Fields, Option<Fields>)>| {
        let Some((fields, initiative)) = found else { return not_found() };
        let it = Observation::read(&fields);
        let template = it.template().and_then(|it| app.content().template(&it).cloned());
        let named = it.clone();
        let title = words(move || titles::observation(app, &named));
        let sheet = move || match &template {
            Some(template) => sheet(app, &it, template, initiative.as_ref()).view(),
            None => el("p").child(say!(app, observation.no_template)).view(),
        };
        Page::new(title)
            .back(format!("/observationer/{rec}"), say!(app, form.back))
            .action(print_button(app))
            .child(sheet)
            .view()
    })
}

fn sheet(app: App, it: &Observation, template: &Template, initiative: Option<&Fields>) -> El {
    let lang = app.lang();
    let heading = format!("{} · {}", titles::observation(app, it), template.title.get(lang));
    let mut parts = vec![head(app, it, initiative).view(), frame(app, it, template)];
    if let Some(drawn) = timeline_of(app, it, template, None) {
        parts.push(part(now!(app, live.timeline), figure(app, drawn).view()));
    }
    let mut figures: Vec<Titles> = shared(app, it, template);
    let mut counts = counted(app, it, template);
    if let Some((_, lines)) = counts.last_mut() {
        lines.extend(looked_for(app, it));
    }
    figures.extend(counts);
    let taught = taught(app, it, template);
    if !taught.is_empty() {
        figures.push((now!(app, record.roles), taught));
    }
    if !figures.is_empty() {
        parts.push(el("div").class("paper-columns").child(titled(figures)).view());
    }
    parts.extend(ratings(app, it, template));
    parts.extend(notes(app, it));
    parts.extend(ahead(app, it, template));
    paper(heading, parts)
}

/// Which lesson it was, as terms beside each other.
fn head(app: App, it: &Observation, initiative: Option<&Fields>) -> El {
    let lang = app.lang();
    let initiative = initiative.map(|it| titles::initiative(app, &Initiative::read(it)));
    let adults: Vec<String> =
        ["a", "b"].iter().map(|adult| it.adult(adult)).filter(|it| !it.is_empty()).collect();
    let lasted = it.started().zip(it.ended());
    let lasted = lasted
        .map(|(start, end)| now!(app, spelled.minutes, n = minutes(end.saturating_sub(start))));
    let began = it.started().map(|at| format::time(lang, at));
    let typed = || now!(app, paper.is_paper);
    let facts = [
        (now!(app, observation.initiative), initiative.unwrap_or_default()),
        (now!(app, field.class), it.class()),
        (
            now!(app, observation.day),
            it.day().map(|day| format::day(lang, day)).unwrap_or_default(),
        ),
        (
            now!(app, observation.begins),
            it.begins().map(iso::write_time).or(began).unwrap_or_default(),
        ),
        (now!(app, record.duration), lasted.unwrap_or_default()),
        (now!(app, paper.title), it.is_paper().then(typed).unwrap_or_default()),
        (now!(app, observation.observer), it.observer()),
        (now!(app, record.adults), adults.join(", ")),
        (now!(app, record.pupils), it.pupils().join(", ")),
        (now!(app, focus.field), it.focus()),
    ];
    let facts = facts.into_iter().filter(|(_, value)| !value.trim().is_empty());
    let facts = facts
        .map(|(term, value)| el("div").child(el("dt").child(term)).child(el("dd").child(value)));
    el("dl").class("paper-facts").child(facts.collect::<Vec<_>>())
}

/// What was agreed, and what the form asks before the lesson.
fn frame(app: App, it: &Observation, template: &Template) -> View {
    let mut lines = Vec::new();
    match it.is_agreed() {
        Some(true) => lines.push(now!(app, record.agreed_yes)),
        Some(false) => lines.push(now!(app, record.agreed_no, reason = it.reason())),
        None => {}
    }
    lines.extend(answers(app, it, template, When::Before));
    if lines.is_empty() {
        View::nothing()
    } else {
        part(now!(app, record.frame), list(lines).view())
    }
}

/// The answers in words of the sections of one time, each behind its question.
fn answers(app: App, it: &Observation, template: &Template, when: When) -> Vec<String> {
    let sections = template.sections.iter().filter(|section| section.when == when);
    let items = sections.flat_map(|section| &section.items);
    let line = |item: &Item| {
        let answer = answer(app, it, item)?;
        Some(format!("{}: {answer}", item.text.get(app.lang()).trim_end_matches(['?', ':'])))
    };
    items.filter_map(line).collect()
}

/// Every rating with what speaks for it. One that was not marked says so.
fn ratings(app: App, it: &Observation, template: &Template) -> Option<View> {
    let asked = template.items().filter(|item| template.is_asked(item, it));
    let ratings = asked.filter(|item| matches!(item.kind, ItemKind::Rating { .. }));
    let rows: Vec<El> = ratings
        .map(|item| {
            let level = level(app, it, item).unwrap_or_else(|| now!(app, record.not_rated));
            el("tr")
                .child(el("th").attr("scope", "row").child(item.text.get(app.lang()).to_owned()))
                .child(el("td").child(level))
                .child(el("td").child(list(evidence(app, it, &item.id))))
        })
        .collect();
    if rows.is_empty() {
        return None;
    }
    let titles = [now!(app, record.question), now!(app, record.answer), now!(app, record.evidence)];
    let titles = titles.map(|title| el("th").attr("scope", "col").child(title));
    let table = el("table")
        .class("paper-table")
        .child(el("thead").child(el("tr").child(titles.into_iter().collect::<Vec<_>>())))
        .child(el("tbody").child(rows));
    Some(part(now!(app, record.ratings), table.view()))
}

fn notes(app: App, it: &Observation) -> Option<View> {
    let notes = it.every_note();
    let lines = notes.into_iter().map(|(_, note)| {
        let meaning = note.meaning.trim();
        let meaning = match meaning {
            "" => String::new(),
            thought => format!(" – {}", now!(app, noting.thought, thought = thought)),
        };
        format!("{} {}{meaning}", note_time(app, note.at), note.text)
    });
    let lines: Vec<String> = lines.collect();
    let list = list(lines.clone()).class("paper-lines paper-notes");
    (!lines.is_empty()).then(|| part(now!(app, record.notes), list.view()))
}

/// What the form asks after the lesson, the question and what to try.
fn ahead(app: App, it: &Observation, template: &Template) -> Option<View> {
    let mut lines = answers(app, it, template, When::After);
    for (title, words) in
        [(now!(app, wrap.question), it.question(None)), (now!(app, wrap.to_try), it.to_try())]
    {
        if !words.trim().is_empty() {
            lines.push(format!("{title}: {words}"));
        }
    }
    (!lines.is_empty()).then(|| part(now!(app, record.ahead), list(lines).view()))
}

pub fn part(title: String, content: View) -> View {
    el("section").class("paper-part").child(el("h2").child(title)).child(content).view()
}

fn titled(figures: Vec<Titles>) -> Vec<El> {
    let figure = |(title, lines): Titles| {
        el("section").class("paper-part").child(el("h3").child(title)).child(list(lines))
    };
    figures.into_iter().map(figure).collect()
}
