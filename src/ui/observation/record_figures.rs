//! What can be read out of one observation, in words and figures that do not change: for paper, for
//! a page beside another, and below the timeline. All of it with how many it was counted from.

use crate::analysis::moments::{Shares, shares};
use crate::analysis::rates::rates;
use crate::app::observation::lesson;
use crate::domain::forms::{Item, ItemKind, Template, Titled, Track};
use crate::domain::observation::{Observation, Rated, Words};
use crate::domain::text::{Lang, Localized};
use crate::ui::kit::prelude::*;
use crate::ui::observation::items::split_parts;
use crate::ui::words::note_time;

/// A heading and the lines under it.
pub type Titles = (String, Vec<String>);

/// How long the observer looked, pauses taken out, in milliseconds; `None` where no clock ran to an
/// end.
pub fn observed(it: &Observation) -> Option<u64> {
    it.started()?;
    let ended = it.ended()?;
    Some(lesson::schedule(it, 0).observed(ended))
}

/// The counters of a form: how often, and how often in ten minutes.
pub fn counted(app: App, it: &Observation, template: &Template) -> Vec<Titles> {
    let lang = app.lang();
    let mut found = Vec::new();
    for item in template.items() {
        let ItemKind::Tally { counters } = &item.kind else { continue };
        let taps = it.every_count(&item.id);
        if taps.is_empty() {
            continue;
        }
        let ids: Vec<&str> = counters.iter().map(|counter| counter.id.as_str()).collect();
        let taps: Vec<&str> = taps.iter().map(String::as_str).collect();
        let lines = rates(&ids, &taps, observed(it).unwrap_or_default()).into_iter().map(|rate| {
            let counter = counters.iter().find(|counter| counter.id == rate.counter);
            let name = counter.map(|counter| counter.label.get(lang).to_owned());
            let name = name.unwrap_or_else(|| rate.counter.clone());
            let split = counter.map(|counter| split_parts(app, it, &item.id, counter));
            let split = split.filter(|parts| !parts.is_empty());
            let split = split.map(|parts| format!(" · {}", parts.join(" · "))).unwrap_or_default();
            let times = if rate.count == 1 {
                now!(app, record.once)
            } else {
                now!(app, record.times, n = rate.count)
            };
            match rate.tenths.filter(|_| rate.count > 0) {
                Some(tenths) => {
                    let rate = decimal(app, tenths);
                    let rate = now!(app, record.rate, rate = rate);
                    format!("{name}: {times} ({rate}){split}")
                }
                None => format!("{name}: {times}{split}"),
            }
        });
        found.push((item.text.get(lang).to_owned(), lines.collect()));
    }
    found
}

/// For how long was looked, as the rates are counted.
pub fn looked_for(app: App, it: &Observation) -> Option<String> {
    let minutes = (observed(it)? + 30_000) / 60_000;
    Some(now!(app, record.observed, minutes = minutes))
}

/// The shares of each track, with how many moments count and how many do not.
pub fn shared(app: App, it: &Observation, template: &Template) -> Vec<Titles> {
    let lang = app.lang();
    let pupils = it.pupils();
    let mut found = Vec::new();
    for item in template.items() {
        let ItemKind::Interval { seconds, tracks, .. } = &item.kind else { continue };
        let moments = lesson::moments(it, &item.id, *seconds);
        if moments.is_empty() {
            continue;
        }
        for track in tracks {
            for (id, pupil) in track.for_each_of(&pupils) {
                let shares = shares(&moments, &id);
                let title = format!("{}{pupil}", track.label.get(lang));
                found.push((title, share_lines(app, track, &shares)));
            }
        }
    }
    found
}

fn share_lines(app: App, track: &Track, shares: &Shares) -> Vec<String> {
    let mut lines: Vec<String> = shares
        .codes
        .iter()
        .map(|(code, n)| {
            let code = code_name(app, track, code);
            match shares.of {
                1 => now!(app, looking_up.share_one, code = code, n = n, of = shares.of),
                of => now!(app, live.share, code = code, n = n, of = of),
            }
        })
        .collect();
    let aside = shares.late + shares.skipped + shares.paused + shares.missed;
    if aside > 0 {
        lines.push(now!(app, live.not_counted, n = aside));
    }
    lines
}

/// What a code of a track is called.
pub fn code_name(app: App, track: &Track, code: &str) -> String {
    let known = track.codes.iter().find(|it| it.id == code);
    known.map_or_else(|| code.to_owned(), |it| it.label.get(app.lang()).to_owned())
}

/// Who taught how, from when.
pub fn taught(app: App, it: &Observation, template: &Template) -> Vec<String> {
    let mut lines = Vec::new();
    for item in template.items() {
        let ItemKind::Roles { models } = &item.kind else { continue };
        for (_, change) in it.roles(&item.id) {
            let model = label(models, &change.model);
            let model = model.map_or(change.model.as_str(), |model| model.get(app.lang()));
            lines.push(format!("{} {model}", note_time(app, change.at)));
        }
    }
    lines
}

/// What was marked for a rating: the level's name, "not seen", or nothing.
pub fn level(app: App, it: &Observation, item: &Item) -> Option<String> {
    let ItemKind::Rating { levels, not_seen, .. } = &item.kind else { return None };
    let lang = app.lang();
    match it.rating(&item.id)? {
        Rated::NotSeen => Some(not_seen.clone().unwrap_or_default().get(lang).to_owned()),
        Rated::Level(value) => {
            let level = levels.iter().find(|level| level.value == value)?;
            Some(level.label.get(lang).to_owned())
        }
    }
}

/// What speaks for a rating: the line of its own and the notes that are tied to it.
pub fn evidence(app: App, it: &Observation, item: &str) -> Vec<String> {
    let comment = it.words(Words::Comment, item);
    let mut lines: Vec<String> =
        Some(comment).filter(|it| !it.trim().is_empty()).into_iter().collect();
    for place in it.evidence(item) {
        let note = place.split_once('/').and_then(|(item, id)| it.note(item, id));
        lines.extend(note.map(|note| format!("{} {}", note_time(app, note.at), note.text)));
    }
    lines
}

/// The answer to a question of choice or words; `None` where there is none.
pub fn answer(app: App, it: &Observation, item: &Item) -> Option<String> {
    let lang = app.lang();
    let name = |options: &[Titled], id: &str| {
        label(options, id).map_or_else(|| id.to_owned(), |label| label.get(lang).to_owned())
    };
    let mut said = match &item.kind {
        ItemKind::Choice { options, .. } => {
            let chosen = it.words(Words::Choice, &item.id);
            if chosen.is_empty() { Vec::new() } else { vec![name(options, &chosen)] }
        }
        ItemKind::Multi { options, .. } => {
            it.picks(&item.id).iter().map(|id| name(options, id)).collect()
        }
        ItemKind::Text { .. } => vec![it.words(Words::Text, &item.id)],
        ItemKind::Number { .. } => vec![it.words(Words::Number, &item.id)],
        _ => return None,
    };
    said.push(it.words(Words::Other, &item.id));
    said.retain(|words| !words.trim().is_empty());
    (!said.is_empty()).then(|| said.join(", "))
}

/// The name of an observer, or what stands for it.
pub fn observer(it: &Observation, otherwise: String) -> String {
    let named = it.observer();
    if named.trim().is_empty() { otherwise } else { named }
}

/// Tenths with the sign for decimals of the language: `2,7`.
pub fn decimal(app: App, tenths: u64) -> String {
    let sign = if app.lang() == Lang::Da { ',' } else { '.' };
    format!("{}{sign}{}", tenths / 10, tenths % 10)
}

fn label<'a>(named: &'a [Titled], id: &str) -> Option<&'a Localized> {
    named.iter().find(|it| it.id == id).map(|it| &it.label)
}
