//! The talks with pupils of an initiative beside each other, question by question: so that a development is seen.
//!
//! What pupils said stays with the team, so the page is not made for printing.

use super::list::ALL;
use crate::app::store::{AppError, List, Standing};
use crate::domain::forms::Titled;
use crate::domain::initiative::Initiative;
use crate::domain::record::{Fields, Kind, Record as _};
use crate::domain::voices::{PupilTalk, TalkGuide, talk_guides};
use crate::ledger::{RecordId, in_order};
use crate::platform::format;
use crate::ui::kit::prelude::*;
use crate::ui::words::{localized, mark_name, pupils_n, titles};

/// A talk and its name.
type Talk = (RecordId, PupilTalk);

/// The page.
pub fn beside(rec: RecordId) -> View {
    let app = use_app();
    let found = use_stored(move |store| async move {
        let initiative = store.record(rec).await?.map(|opened| opened.fields());
        let talks = store.standing(List::Of(rec, Kind::PupilTalk), ALL).await?;
        Ok::<_, AppError>((initiative, talks))
    });
    shown(found, move |(initiative, talks): (Option<Fields>, Vec<Standing>)| match initiative {
        Some(fields) => page(app, rec, Initiative::read(&fields), &talks),
        None => not_found(),
    })
}

fn page(app: App, rec: RecordId, initiative: Initiative, talks: &[Standing]) -> View {
    let talks = talks.iter().map(|(rec, fields)| (*rec, PupilTalk::read(fields)));
    let held: Vec<Talk> = talks.filter(|(_, it)| it.is_held()).collect();
    let held = in_order(held, |(a, one), (b, two)| (one.day(), a).cmp(&(two.day(), b)));
    let new = format!("/elevsamtaler/ny?indsats={rec}");
    let new = LinkButton::new(new, say!(app, talks.new)).icon(IconName::Add);
    let content = if held.is_empty() {
        EmptyState::new(IconName::People, say!(app, talks.none_held), say!(app, talks.none_text))
            .view()
    } else {
        let by_guide = talk_guides().iter().filter_map(|guide| of_guide(app, guide, &held));
        el("div")
            .class("stack-loose stack no-print")
            .child(soft(say!(app, talks.beside_text)))
            .child(by_guide.collect::<Vec<_>>())
            .view()
    };
    let of = el("p").class("soft").child(move || titles::initiative(app, &initiative));
    Page::new(say!(app, talks.list))
        .back(format!("/indsatser/{rec}"), say!(app, talks.back))
        .state(of)
        .action(new.kind(ButtonKind::Primary))
        .child(content)
        .view()
}

/// The talks by one guide; `None` where there are none.
fn of_guide(app: App, guide: &'static TalkGuide, held: &[Talk]) -> Option<El> {
    let is_by = |(_, it): &&Talk| it.guide().is_some_and(|known| known.id == guide.id);
    let talks: Vec<Talk> = held.iter().filter(is_by).cloned().collect();
    if talks.is_empty() {
        return None;
    }
    let questions = guide.questions.iter().map(|it| question(app, it, &talks));
    Some(
        el("section")
            .class("stack-loose stack")
            .attr("aria-labelledby", guide.id.clone())
            .child(el("h2").id(guide.id.clone()).child(localized(guide.title.clone())))
            .child(questions.collect::<Vec<_>>()),
    )
}

fn question(app: App, question: &'static Titled, talks: &[Talk]) -> El {
    let columns = talks.iter().map(|(rec, it)| {
        let (day, count) = (it.day(), it.count());
        let head = words(move || {
            let day = day.map(|day| format::day(app.lang(), day));
            let day = day.unwrap_or_else(|| now!(app, planning.undated));
            [Some(day), pupils_n(app, count)].into_iter().flatten().collect::<Vec<_>>().join(" · ")
        });
        let said = it.said(&question.id);
        let none = said.is_empty().then(|| soft(say!(app, talks.nothing)));
        let notes = said.into_iter().map(|(text, mark)| {
            let mark = (!mark.is_empty()).then(|| {
                let name = words(move || mark_name(app, &mark));
                el("span").class("soft small").child(" · ").child(name)
            });
            el("li").child(el("span").class("as-written").child(text)).child(mark)
        });
        el("div")
            .class("stack-tight stack")
            .child(el("h4").child(link(format!("/elevsamtaler/{rec}")).child(head)))
            .child(none)
            .child(el("ul").class("exit-words").child(notes.collect::<Vec<_>>()))
    });
    el("section")
        .class("part stack")
        .attr("aria-labelledby", question.id.clone())
        .child(el("h3").id(question.id.clone()).child(localized(question.label.clone())))
        .child(el("div").class("survey-rounds").child(columns.collect::<Vec<_>>()))
}
