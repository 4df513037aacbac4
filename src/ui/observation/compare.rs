//! One lesson as two people saw it: their timelines under each other, moment by moment how far they
//! agree, their ratings as words and their notes on one axis. No score, and no mean of anything.

use super::lesson_timeline::{figure, timeline_of};
use super::print_record::written;
use super::record_figures::{code_name, evidence, level, observer};
use crate::analysis::agreement::{Agreement, agreement};
use crate::analysis::moments::{Moment, MomentState};
use crate::analysis::side_by_side::{Pair, Said, moved, pairing, pairs};
use crate::app::observation::lesson;
use crate::app::store::{AppError, List as Listing, Summary};
use crate::domain::forms::{ItemKind, Template, Track};
use crate::domain::observation::Observation;
use crate::domain::record::{DAY, Fields, Kind, Record as _};
use crate::domain::text::Lang;
use crate::ledger::{RecordId, in_order};
use crate::ui::kit::prelude::*;
use crate::ui::words::{note_time, titles};

/// How many observations are offered to compare with.
const OFFERED: u32 = 100;

/// The page where the other observation is picked.
pub fn choose(rec: RecordId) -> View {
    let app = use_app();
    let found = use_stored(move |store| async move {
        let Some(fields) = written(&store, rec).await? else { return Ok(None) };
        let initiative = Observation::read(&fields).initiative();
        let of = initiative.map_or(Listing::Kind(Kind::Observation), |initiative| {
            Listing::Of(initiative, Kind::Observation)
        });
        let others = store.list(of, None, OFFERED).await?.items;
        Ok::<_, AppError>(Some((fields, others)))
    });
    shown(found, move |found: Option<(Fields, Vec<Summary>)>| {
        let Some((fields, others)) = found else { return not_found() };
        let others = alike(rec, &fields, others);
        let page = Page::new(say!(app, compare.title))
            .back(format!("/observationer/{rec}"), say!(app, form.back))
            .child(soft(say!(app, compare.text)));
        if others.is_empty() {
            let (title, text) = (say!(app, compare.none), say!(app, compare.none_text));
            return page.child(EmptyState::new(IconName::Observation, title, text)).view();
        }
        let same_day = fields.text(DAY);
        let rows = others.into_iter().map(|summary| {
            let it = Observation::read(&summary.fields);
            let is_same_day = summary.fields.text(DAY) == same_day;
            let who = it.clone();
            let detail = words(move || {
                let who = observer(&who, now!(app, history.nobody));
                if is_same_day { format!("{who} · {}", now!(app, compare.same_day)) } else { who }
            });
            ListRow::new(words(move || titles::observation(app, &it)))
                .detail(detail)
                .href(format!("/observationer/{rec}/sammen/{}", summary.rec))
        });
        page.child(
            bare_section("others", say!(app, compare.choose)).child(list(rows.collect::<Vec<_>>())),
        )
        .view()
    })
}

/// The observations that can be compared with one: others in the same form, of the same day first.
fn alike(rec: RecordId, fields: &Fields, others: Vec<Summary>) -> Vec<Summary> {
    let family =
        |fields: &Fields| Observation::read(fields).template().map(|it| it.family().to_owned());
    let form = family(fields);
    let (day, mut others) = (fields.text(DAY), others);
    others.retain(|other| other.rec != rec && family(&other.fields) == form);
    let is_other_day = |it: &Summary| it.fields.text(DAY) != day;
    in_order(others, |a, b| is_other_day(a).cmp(&is_other_day(b)))
}

/// What both pages are made with.
struct Two {
    app: App,
    one: Observation,
    other: Observation,
    template: Template,
    names: [String; 2],
}

/// The page of two observations.
pub fn compare(one: RecordId, other: RecordId) -> View {
    let app = use_app();
    let found = use_stored(move |store| async move {
        Ok::<_, AppError>((written(&store, one).await?, written(&store, other).await?))
    });
    shown(found, move |found: (Option<Fields>, Option<Fields>)| {
        let (Some(one_fields), Some(other_fields)) = found else { return not_found() };
        let (first, second) = (Observation::read(&one_fields), Observation::read(&other_fields));
        let template = first.template().and_then(|it| app.content().template(&it).cloned());
        let named = first.clone();
        let content = move || match &template {
            Some(template) => {
                let names = names(app, &first, &second);
                let (one, other) = (first.clone(), second.clone());
                both(&Two { app, one, other, template: template.clone(), names }).view()
            }
            None => el("p").child(say!(app, observation.no_template)).view(),
        };
        Page::new(say!(app, compare.title))
            .back(format!("/observationer/{one}/sammen"), say!(app, form.back))
            .state(el("p").class("soft").child(words(move || titles::observation(app, &named))))
            .child(content)
            .view()
    })
}

/// What the two are called: their initials, told apart where they are the same or missing.
fn names(app: App, one: &Observation, other: &Observation) -> [String; 2] {
    let names = [
        observer(one, now!(app, compare.observer_one)),
        observer(other, now!(app, compare.observer_other)),
    ];
    let [one, other] = &names;
    if one == other { [format!("{one} (1)"), format!("{other} (2)")] } else { names }
}

fn both(two: &Two) -> El {
    on_page("has-compare");
    el("div")
        .class("compare stack-loose stack")
        .child(timelines(two))
        .child(tracks(two))
        .child(ratings(two))
        .child(notes(two))
}

fn section(id: &'static str, title: String, content: View) -> El {
    el("section")
        .class("part")
        .attr("aria-labelledby", id)
        .child(el("h2").id(id).child(title))
        .child(content)
}

/// Both timelines on the axis that holds both.
fn timelines(two: &Two) -> Option<El> {
    let Two { app, one, other, template, names } = two;
    let clock = |it: &Observation| it.started().zip(it.ended());
    let span = match (clock(one), clock(other)) {
        (Some((from, to)), Some((from_other, to_other)))
            if from.abs_diff(from_other) < 12 * 3_600_000 =>
        {
            Some((from.min(from_other), to.max(to_other)))
        }
        _ => None,
    };
    let drawn = [one, other].into_iter().zip(names).filter_map(|(it, name)| {
        let axis = clock(it).and(span);
        let drawn = timeline_of(*app, it, template, axis).filter(|_| clock(it).is_some())?;
        Some(
            el("div")
                .child(el("h3").class("field-label").child(name.clone()))
                .child(figure(*app, drawn)),
        )
    });
    let drawn: Vec<El> = drawn.collect();
    (!drawn.is_empty()).then(|| section("timeline", now!(app, live.timeline), drawn.view()))
}

/// Each track of the form: how far the two agree, and moment by moment what each saw.
fn tracks(two: &Two) -> Option<El> {
    let Two { app, one, other, template, .. } = two;
    let app = *app;
    let mut parts: Vec<View> = Vec::new();
    for item in template.items() {
        let ItemKind::Interval { seconds, tracks, .. } = &item.kind else { continue };
        let of = |it: &Observation| lesson::moments(it, &item.id, *seconds);
        let (mine, theirs) = (of(one), of(other));
        if mine.is_empty() && theirs.is_empty() {
            continue;
        }
        let every = |it: &Observation| it.every(&item.id).unwrap_or(*seconds);
        if every(one) != every(other) {
            parts.push(unlike(app, every(one), every(other)).view());
            continue;
        }
        let seconds = every(one);
        let paired = pairing(&lesson::schedule(one, seconds), &lesson::schedule(other, seconds));
        let theirs = moved(theirs, paired.shift);
        parts.extend(apart(app, paired.apart, seconds).map(|it| it.view()));
        for track in tracks {
            let both = other.pupils();
            let pupils: Vec<String> =
                one.pupils().into_iter().filter(|code| both.contains(code)).collect();
            for (id, pupil) in track.for_each_of(&pupils) {
                let title = format!("{}{pupil}", track.label.get(app.lang()));
                parts.push(track_part(two, track, &id, title, (&mine, &theirs), seconds).view());
            }
        }
    }
    if parts.is_empty() {
        return None;
    }
    parts.push(el("p").class("soft small").child(now!(app, compare.kappa_is)).view());
    Some(section("moments", now!(app, record.shares), parts.view()))
}

/// That the two looked up with different intervals: their moments are of different lengths, and
/// nothing is counted of them together.
fn unlike(app: App, one: u32, other: u32) -> Notice {
    let [one, other] = [one, other].map(|seconds| seconds / 60);
    Notice::new(NoticeKind::Warning, say!(app, compare.unlike, one = one, other = other))
}

/// That the two did not look at the same time, where they did not.
fn apart(app: App, apart: Option<u64>, seconds: u32) -> Option<Notice> {
    let title = match apart {
        None => now!(app, compare.by_number),
        Some(ms) if ms > 10_000 => {
            now!(app, compare.apart, seconds = (ms + 500) / 1_000, every = seconds)
        }
        Some(_) => return None,
    };
    Some(Notice::new(NoticeKind::Warning, Signal::stored(title)))
}

fn track_part(
    two: &Two,
    track: &Track,
    id: &str,
    title: String,
    (mine, theirs): (&[Moment], &[Moment]),
    seconds: u32,
) -> El {
    let app = two.app;
    let pairs = pairs(mine, theirs, id);
    let result = agreement(mine, theirs, id);
    let left_out = pairs.len().saturating_sub(result.n as usize);
    let mut lines = said(app, result);
    if left_out > 0 {
        lines.push(match left_out {
            1 => now!(app, spelled.left_out_one),
            n => now!(app, compare.left_out, n = n),
        });
    }
    let lines = lines.into_iter().map(|line| el("li").child(line));
    let rows = pairs.iter().map(|pair| row(app, track, pair, seconds));
    let [one, other] = two.names.clone();
    let titles = [now!(app, live.moment), one, other, now!(app, compare.agree)];
    el("section")
        .class("stack-tight stack")
        .child(el("h3").child(title))
        .child(el("ul").class("shares").attr("role", "list").child(lines.collect::<Vec<_>>()))
        .child(table(titles.into(), rows.collect()))
}

/// How far two agree in a track: the share with how many it is of, and κ where it says something.
fn said(app: App, result: Agreement) -> Vec<String> {
    if result.n == 0 {
        return vec![now!(app, compare.nothing)];
    }
    let percent = (result.percent + 0.5) as u64;
    let mut lines =
        vec![now!(app, compare.agreed_in, agree = result.agree, n = result.n, percent = percent)];
    lines.push(match (result.shown_kappa(), result.kappa) {
        (Some(kappa), _) => now!(app, compare.kappa, kappa = two_decimals(app, kappa)),
        (None, Some(_)) => now!(app, compare.no_kappa_few),
        (None, None) => now!(app, compare.no_kappa_one),
    });
    if result.few {
        lines.push(match result.n {
            1 => now!(app, spelled.few_one),
            n => now!(app, compare.few, n = n),
        });
    }
    lines
}

/// `0,70`, `−0,05`.
fn two_decimals(app: App, value: f64) -> String {
    let hundredths = (value.abs() * 100.0 + 0.5) as u64;
    let sign = if value < 0.0 && hundredths > 0 { "−" } else { "" };
    let point = if app.lang() == Lang::Da { ',' } else { '.' };
    format!("{sign}{}{point}{:02}", hundredths / 100, hundredths % 100)
}

fn row(app: App, track: &Track, pair: &Pair, seconds: u32) -> El {
    let said = |said: &Said| match said {
        Said::Code(code) => code_name(app, track, code),
        Said::Silent(MomentState::Late) => now!(app, compare.late),
        Said::Silent(MomentState::Skipped) => now!(app, compare.skipped),
        Said::Silent(MomentState::Paused) => now!(app, compare.paused),
        Said::Silent(_) => now!(app, compare.missed),
        Said::Nothing => now!(app, compare.not_marked),
    };
    let agrees = match pair.agrees() {
        Some(true) => format!("= {}", now!(app, compare.yes)),
        Some(false) => format!("≠ {}", now!(app, compare.no)),
        None => format!("– {}", now!(app, compare.not_counted)),
    };
    let minute = u64::from(pair.index) * u64::from(seconds) / 60;
    el("tr")
        .class(match pair.agrees() {
            Some(false) => "compare-differ",
            _ => "",
        })
        .child(el("th").attr("scope", "row").class("number").child(now!(
            app,
            compare.moment_at,
            n = pair.index,
            minute = minute
        )))
        .child(el("td").child(said(&pair.one)))
        .child(el("td").child(said(&pair.other)))
        .child(el("td").child(agrees))
}

/// The ratings as words, with what each saw. Nothing is counted from them.
fn ratings(two: &Two) -> Option<El> {
    let Two { app, one, other, template, names } = two;
    let app = *app;
    let rows: Vec<El> = template
        .items()
        .filter(|item| matches!(item.kind, ItemKind::Rating { .. }))
        .map(|item| {
            let cell = |it: &Observation| {
                let level = level(app, it, item).unwrap_or_else(|| now!(app, record.not_rated));
                let seen = evidence(app, it, &item.id);
                let seen = seen.into_iter().map(|line| el("li").child(line)).collect::<Vec<_>>();
                el("td")
                    .child(el("span").class("strong").child(level))
                    .child(el("ul").class("shares small").attr("role", "list").child(seen))
            };
            el("tr")
                .child(el("th").attr("scope", "row").child(item.text.get(app.lang()).to_owned()))
                .child(cell(one))
                .child(cell(other))
        })
        .collect();
    if rows.is_empty() {
        return None;
    }
    let [first, second] = names.clone();
    let table = table(vec![now!(app, record.question), first, second], rows);
    let text = el("p").class("soft small").child(now!(app, compare.ratings_text));
    Some(section("ratings", now!(app, record.ratings), (text, table).view()))
}

/// The notes of both by their time.
fn notes(two: &Two) -> Option<El> {
    let Two { app, one, other, names, .. } = two;
    let of = |it: &Observation, place: usize| {
        it.every_note().into_iter().map(move |(_, note)| (note.at, place, note.text))
    };
    let all: Vec<_> = of(one, 0).chain(of(other, 1)).collect();
    if all.is_empty() {
        return None;
    }
    let all = in_order(all, |a, b| (a.0, a.1).cmp(&(b.0, b.1)));
    let rows = all.into_iter().map(|(at, place, text)| {
        let (mine, theirs) = if place == 0 { (text, String::new()) } else { (String::new(), text) };
        el("tr")
            .child(el("th").attr("scope", "row").class("number").child(note_time(*app, at)))
            .child(el("td").child(mine))
            .child(el("td").child(theirs))
    });
    let [first, second] = names.clone();
    let table = table(vec![now!(app, blank.time), first, second], rows.collect());
    Some(section("notes", now!(app, record.notes), table.view()))
}

fn table(titles: Vec<String>, rows: Vec<El>) -> El {
    let titles = titles.into_iter().map(|title| el("th").attr("scope", "col").child(title));
    let table = el("table")
        .class("compare-table")
        .child(el("thead").child(el("tr").child(titles.collect::<Vec<_>>())))
        .child(el("tbody").child(rows));
    // Wider than a narrow screen: it moves inside its own frame, and by the keyboard too.
    el("div").class("compare-frame").attr("tabindex", "0").child(table)
}
