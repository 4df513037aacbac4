//! The figures of an initiative on one page, for the meeting in phase 3. On the screen they are the team's own;
//! on paper only what may be shared is left of them.

use chrono::NaiveDate;
use leptos::prelude::Get as _;

use super::goal_records::Records;
use super::report::codes_in_use;
use crate::app::initiative::figures::{Figures, RoundFigures, SurveyFigures};
use crate::app::initiative::goals::GoalLook;
use crate::domain::initiative::{Became, GoalWords, Initiative};
use crate::domain::plan::Time;
use crate::domain::record::without_codes;
use crate::ledger::RecordId;
use crate::platform::format;
use crate::ui::kit::prelude::*;
use crate::ui::paper::print_button;
use crate::ui::words::{
    Counted, goal_words, measured_in_short, part as how_far, reason_name, surveyed_in_short,
    time_name, titles, to_share, to_the_team,
};

/// The page.
pub fn figures(rec: RecordId) -> View {
    let app = use_app();
    let found = use_stored(move |store| Records::look(store, rec));
    shown(found, move |found: Option<Records>| match found {
        Some(records) => page(app, rec, &records),
        None => not_found(),
    })
}

fn page(app: App, rec: RecordId, records: &Records) -> View {
    let Records { plan, measured, surveyed, today } = records;
    let sheet = Sheet {
        app,
        rec,
        initiative: plan.initiative.clone(),
        figures: Figures::of(plan, measured, surveyed, *today),
        codes: codes_in_use(Some(plan), measured),
        today: *today,
    };
    let of = plan.initiative.clone();
    let is_empty = sheet.figures.is_empty();
    let content = move || if is_empty { nothing(app, rec).view() } else { sheet.view().view() };
    Page::new(say!(app, figures.title))
        .back(format!("/indsatser/{rec}/forankring"), say!(app, report.back))
        .state(el("p").class("soft").child(move || titles::initiative(app, &of)))
        .action((!is_empty).then(|| print_button(app)))
        .child(content)
        .view()
}

/// The way to the page, in phase 3 on the initiative's own page.
pub fn door(app: App, rec: RecordId) -> ListRow {
    ListRow::new(say!(app, figures.title))
        .detail(say!(app, figures.card))
        .href(format!("/indsatser/{rec}/tal"))
        .lead(icon(IconName::Eye))
}

fn nothing(app: App, rec: RecordId) -> EmptyState {
    let plan = LinkButton::new(format!("/indsatser/{rec}/plan"), say!(app, planning.open_plan));
    EmptyState::new(IconName::Eye, say!(app, figures.none), say!(app, figures.none_text))
        .action(plan.icon(IconName::Calendar))
}

/// What is put on the page.
struct Sheet {
    app: App,
    rec: RecordId,
    initiative: Initiative,
    figures: Figures,
    codes: Vec<String>,
    today: NaiveDate,
}

impl Sheet {
    fn view(&self) -> El {
        let app = self.app;
        on_page("has-paper");
        let day = format::day(app.lang(), self.today);
        let made = now!(app, figures.made, day = day);
        let title = self.clean(&titles::initiative(app, &self.initiative));
        let head = el("div")
            .class("print-only")
            .child(el("p").class("figures-title").child(title))
            .child(el("p").class("small").child(made));
        el("article")
            .class("figures stack-loose stack")
            .child(head)
            .child(el("p").class("soft no-print").child(say!(app, figures.intro)))
            .child(self.goals())
            .child(self.delivered())
            .child(self.voices())
            .child(self.measured())
    }

    /// Words that people wrote, without the codes of pupils.
    fn clean(&self, text: &str) -> String {
        without_codes(text.trim(), &self.codes, &now!(self.app, report.pupil))
    }

    /// One thing with the way to it, and what is said of it.
    fn thing(&self, address: String, title: &str, said: View) -> El {
        let title = link(address).child(self.clean(title));
        el("li")
            .class("figures-thing stack-tight stack")
            .child(el("h3").class("goal-title").child(title))
            .child(said)
    }

    fn goals(&self) -> El {
        let app = self.app;
        let line = |look: &GoalLook| {
            let words = |part| look.goal.words(part);
            let title = goal_words::name(app, &words(GoalWords::Text));
            let reached = self.clean(&words(GoalWords::Reached));
            let reached = (!reached.is_empty())
                .then(|| el("p").child(now!(app, goals.reached_when, what = reached)));
            let own = el("div").class("no-print").child(how_far(app, look));
            let shared = el("p").class("print-only").child(to_share(app, look));
            let address = format!("/indsatser/{}/delmaal/{}", self.rec, look.goal.id);
            self.thing(address, &title, (reached, own, shared).view())
        };
        let all: Vec<El> = self.figures.goals.iter().map(line).collect();
        let to = format!("/indsatser/{}/delmaal", self.rec);
        let more = LinkButton::new(to, say!(app, goals.title)).icon(IconName::Check);
        part("figures-goals", now!(app, goals.title))
            .child(told(all, now!(app, goals.none)))
            .child(row(more))
    }

    /// Lessons and the three times: how many there were to be, and what became of them.
    fn delivered(&self) -> El {
        let app = self.app;
        let it = &self.figures;
        let counted = |lessons, meetings| Counted { lessons, meetings };
        let fact = |term: String, said: String, more: Option<String>| {
            let more = more.map(|more| el("span").class("figures-more").child(more));
            let said = el("dd").child(el("span").child(said)).child(more);
            el("div").class("fact").child(el("dt").child(term)).child(said)
        };
        let lessons = counted(it.lessons, Became::default());
        let lost = (!it.lost.is_empty()).then(|| {
            let reasons = it.lost.iter().map(|(reason, n)| {
                let why = reason_name(app, reason).get();
                let why = if why.is_empty() { now!(app, figures.no_reason) } else { why };
                now!(app, figures.reason_n, why = why, n = n)
            });
            now!(app, figures.lost, what = reasons.collect::<Vec<_>>().join(" · "))
        });
        let mut facts = vec![fact(now!(app, plan.lessons), lessons.lessons_held(app), lost)];
        for (time, became) in Time::ALL.into_iter().zip(it.times) {
            let cover = (became.cover > 0).then(|| now!(app, planning.sum_cover, n = became.cover));
            let held = counted(Became::default(), became).meetings_held(app);
            facts.push(fact(time_name(app, time).get(), held, cover));
        }
        let observed = now!(app, report.observations_n, n = it.observations);
        facts.push(fact(now!(app, report.observations), observed, None));
        let to = format!("/indsatser/{}/plan", self.rec);
        let plan = LinkButton::new(to, say!(app, planning.open_plan)).icon(IconName::Calendar);
        part("figures-delivered", now!(app, figures.delivered))
            .child(el("dl").class("facts").child(facts))
            .child(row(plan))
    }

    /// What pupils were asked, round by round, with how many answered.
    fn voices(&self) -> El {
        let app = self.app;
        let line = |it: &SurveyFigures| {
            let rounds =
                (1..).zip(&it.rounds).map(|(n, round)| el("li").child(said(app, n, round)));
            let steps = surveyed_in_short(app, &it.survey, &it.closed);
            // What single questions say stays with the team.
            let steps = (!steps.is_empty()).then(|| {
                el("details")
                    .class("fold no-print")
                    .child(el("summary").child(say!(app, figures.steps)))
                    .child(el("ul").class("figures-steps").attr("role", "list").child(steps))
            });
            let rounds = rounds.collect::<Vec<_>>();
            let rounds = match rounds.is_empty() {
                true => el("p").class("soft").child(now!(app, survey.nothing_closed)),
                false => el("ul").class("paper-lines").attr("role", "list").child(rounds),
            };
            let address = match it.closed.is_empty() {
                true => format!("/elevsurvey/{}", it.rec),
                false => format!("/elevsurvey/{}/resultat", it.rec),
            };
            self.thing(address, &titles::survey(app, &it.survey), (rounds, steps).view())
        };
        let all: Vec<El> = self.figures.surveys.iter().map(line).collect();
        let talks = self.figures.talks;
        // What was said in them stays with the team.
        let talks = (talks > 0).then(|| el("p").child(now!(app, figures.talks_n, n = talks)));
        part("figures-voices", now!(app, figures.voices))
            .child(told(all, now!(app, survey.none)))
            .child(talks)
    }

    /// What was measured. Where little was delivered that is said before any result; what has to stand
    /// beside every result stands once under them.
    fn measured(&self) -> El {
        let app = self.app;
        let all = &self.figures.measured;
        let found: Vec<_> = all.iter().map(|(_, it)| to_the_team(app, it)).collect();
        let shared = |it: &String| found.iter().all(|(_, always)| always.contains(it));
        let of_all: Vec<String> =
            found.first().map(|(_, always)| always.clone()).unwrap_or_default();
        let of_all: Vec<String> = of_all.into_iter().filter(shared).collect();
        let line = |n: usize| {
            let ((rec, it), (own, always)) = (all.get(n)?, found.get(n)?);
            let own = own.iter().map(|line| el("p").child(self.clean(line)));
            let own = el("div").class("stack-tight stack no-print").child(own.collect::<Vec<_>>());
            let shared = el("p").class("print-only").child(measured_in_short(app, it).0);
            let beside = always.iter().filter(|it| !of_all.contains(*it));
            let beside = beside.map(|line| el("p").class("soft").child(line.clone()));
            let said = (own, shared, beside.collect::<Vec<_>>()).view();
            let address = format!("/maalinger/{rec}/resultat");
            Some(self.thing(address, &titles::measurement(app, it), said))
        };
        let lines: Vec<El> = (0..all.len()).filter_map(line).collect();
        let Became { held, of, .. } = self.figures.lessons;
        let little = (!all.is_empty() && Became::is_little(held, of)).then(|| {
            Notice::new(NoticeKind::Info, now!(app, measure.delivered, held = held, of = of))
        });
        let beside = of_all.into_iter().map(|line| el("p").class("soft").child(line));
        part("figures-measured", now!(app, measure.list))
            .child(little)
            .child(told(lines, now!(app, measure.none)))
            .child(beside.collect::<Vec<_>>())
    }
}

fn part(id: &'static str, title: String) -> El {
    el("section")
        .class("part stack")
        .attr("aria-labelledby", id)
        .child(el("h2").id(id).child(title))
}

/// The things of a part, or that there are none.
fn told(all: Vec<El>, none: String) -> El {
    match all.is_empty() {
        true => el("p").class("soft").child(none),
        false => el("ul").class("figures-things").attr("role", "list").child(all),
    }
}

fn row(way: LinkButton) -> El {
    el("div").class("row no-print").child(way)
}

/// `Runde 2 · 23. november 2026: 21 elever har svaret`.
fn said(app: App, n: usize, round: &RoundFigures) -> String {
    let day = round.day.map(|day| format::day(app.lang(), day));
    let head = [Some(now!(app, survey.round, n = n)), day].into_iter().flatten();
    let head = head.collect::<Vec<_>>().join(" · ");
    let what = match round.pupils {
        None => now!(app, figures.not_closed),
        Some(0) => now!(app, measure.hidden),
        Some(n) => now!(app, figures.pupils_n, n = n),
    };
    format!("{head}: {what}")
}
