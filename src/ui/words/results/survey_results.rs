//! What the closed rounds of a survey say, question by question.

use super::spread::dots;
use crate::analysis::pupil_figures::Bars;
use crate::app::voices::surveyed::{Answered, Says, Surveyed, surveyed};
use crate::domain::text::Localized;
use crate::domain::voices::{Asks, Survey, SurveyQuestion};
use crate::platform::format;
use crate::ui::dom::{Content as _, El, View, Words, el, svg, words};
use crate::ui::shell::{App, now, say};
use crate::ui::words::content_text::localized;

/// Every question that was asked in any round, with the rounds under it.
pub fn questions(app: App, it: &Survey, rounds: &[Surveyed]) -> Vec<El> {
    let all = all_asked(rounds);
    all.iter().map(|question| one(app, it, rounds, question, ["h2", "h3"])).collect()
}

/// Every question that was asked in any round.
pub fn all_asked(rounds: &[Surveyed]) -> Vec<SurveyQuestion> {
    let mut all: Vec<SurveyQuestion> = Vec::new();
    for answered in rounds.iter().flat_map(|round| &round.questions) {
        if all.iter().all(|known| known.id != answered.question.id) {
            all.push(answered.question.clone());
        }
    }
    all
}

/// What was answered to a question, round by round.
pub fn rounds_of(rounds: &[Surveyed], question: &SurveyQuestion) -> Vec<(String, Answered)> {
    let of = |round: &Surveyed| -> Option<(String, Answered)> {
        let found = round.questions.iter().find(|it| it.question.id == question.id)?;
        Some((round.round.clone(), found.clone()))
    };
    rounds.iter().filter_map(of).collect()
}

/// What was answered to questions of the school's own, round by round; the question alone where nothing may be
/// said yet, or where it is answered in words.
pub fn own_in_short(app: App, it: &Survey, own: &[String]) -> Vec<El> {
    let rounds = surveyed(it);
    let line = |question: SurveyQuestion| {
        let figures = change(app, &labels(it, &question), &rounds_of(&rounds, &question));
        let figures = figures.filter(|_| question.asks == Asks::Step);
        el("li").child(el("p").child(localized(question.text))).child(figures)
    };
    own.iter().filter_map(|id| it.question(id)).map(line).collect()
}

/// Of each question with steps how many chose the two highest, round by round: a line each.
pub fn surveyed_in_short(app: App, it: &Survey, rounds: &[Surveyed]) -> Vec<El> {
    let line = |question: &SurveyQuestion| {
        let figures = change(app, &labels(it, question), &rounds_of(rounds, question))?;
        let asked = el("p").child(localized(question.text.clone()));
        Some(el("li").class("stack-tight stack").child(asked).child(figures))
    };
    let steps = all_asked(rounds).into_iter().filter(|it| it.asks == Asks::Step);
    steps.filter_map(|question| line(&question)).collect()
}

/// One question with the rounds beside each other, under headings of these levels.
pub fn one(
    app: App,
    it: &Survey,
    rounds: &[Surveyed],
    question: &SurveyQuestion,
    [outer, inner]: [&'static str; 2],
) -> El {
    let asked = rounds_of(rounds, question);
    let labels = labels(it, question);
    // Of the staff each round stands for itself: no sum is made of their steps.
    let is_of_staff = it.is_of_staff();
    let compares = question.asks == Asks::Step && !is_of_staff;
    let change = compares.then(|| change(app, &labels, &asked)).flatten();
    let parts = asked.into_iter().map(|(round, answered)| {
        let said = match answered.says {
            Says::Bars(bars) if is_of_staff => dots(app, &labels, &bars).view(),
            says => said(app, &labels, says),
        };
        let head = el(inner).child(round_head(app, it, &round));
        el("div").class("stack-tight stack").child(head).child(said)
    });
    let id = format!("question-{}", question.id);
    el("section")
        .class("part stack")
        .attr("aria-labelledby", id.clone())
        .child(el(outer).id(id).child(localized(question.text.clone())))
        .child(change)
        .child(el("div").class("survey-rounds").child(parts.collect::<Vec<_>>()))
}

/// `Runde 2 · 23. november 2026`.
pub fn round_head(app: App, it: &Survey, round: &str) -> Words {
    let day = it.round_day(round);
    let place = it.rounds().iter().position(|known| known == round).unwrap_or_default();
    words(move || {
        let name = now!(app, survey.round, n = place + 1);
        let day = day.map(|day| format::day(app.lang(), day));
        [Some(name), day].into_iter().flatten().collect::<Vec<_>>().join(" · ")
    })
}

/// What can be answered, in words.
pub fn labels(it: &Survey, question: &SurveyQuestion) -> Vec<Localized> {
    match &question.asks {
        Asks::Step => {
            let steps = it.scale().into_iter().flat_map(|scale| &scale.steps);
            steps.map(|(_, label)| label.clone()).collect()
        }
        Asks::Choice(options) => options.iter().map(|it| it.label.clone()).collect(),
        Asks::Words(_) => Vec::new(),
    }
}

/// `»Lidt« eller »Ja«: 14 af 20 → 17 af 21`.
pub fn change(app: App, labels: &[Localized], asked: &[(String, Answered)]) -> Option<El> {
    let bars = asked.iter().filter_map(|(_, answered)| match &answered.says {
        Says::Bars(bars) => Some((bars.top_two(), bars.n)),
        _ => None,
    });
    let bars: Vec<(u32, u32)> = bars.collect();
    let [.., second, top] = labels else { return None };
    let (second, top) = (second.clone(), top.clone());
    let line = move || {
        let each = bars.iter().map(|(n, of)| now!(app, plan.of, n = n, total = of));
        let lang = app.lang();
        let figures = each.collect::<Vec<_>>().join(" → ");
        now!(app, survey.change, second = second.get(lang), top = top.get(lang), figures = figures)
    };
    let any = asked.iter().any(|(_, it)| matches!(it.says, Says::Bars(_)));
    any.then(|| el("p").class("strong number").child(line))
}

pub fn said(app: App, labels: &[Localized], says: Says) -> View {
    match says {
        Says::TooFew => el("p").class("soft").child(say!(app, survey.too_few)).view(),
        Says::Words(all) if all.is_empty() => {
            el("p").class("soft").child(say!(app, plan.no_answers)).view()
        }
        Says::Words(all) => {
            let all = all.into_iter().map(|text| el("li").class("as-written").child(text));
            el("ul").class("exit-words").child(all.collect::<Vec<_>>()).view()
        }
        Says::Bars(bars) => drawn(app, labels, &bars),
    }
}

/// A bar for each answer with its number.
pub fn drawn(app: App, labels: &[Localized], bars: &Bars) -> View {
    let n = bars.n;
    let rows = labels.iter().enumerate().map(|(place, label)| {
        let count = bars.counts.get(place).copied().unwrap_or_default();
        // Drawn, not styled: the page's policy allows no style that stands in an element.
        let fill = svg("rect").attr("width", format!("{}%", bars.share(place)));
        let fill = fill.attr("height", "100%").class("bar-fill");
        el("li")
            .class("bar")
            .child(el("span").class("bar-label").child(localized(label.clone())))
            .child(el("span").class("bar-number number").child(say!(
                app,
                plan.of,
                n = count,
                total = n
            )))
            .child(svg("svg").class("bar-track").attr("aria-hidden", "true").child(fill))
    });
    el("ul").class("bars").attr("role", "list").child(rows.collect::<Vec<_>>()).view()
}
