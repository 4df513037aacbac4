//! What the archive of a school year says in words. Everything that people wrote goes through [`Sheet::fit`], so
//! no pupil's code is in it, and of answers stands only what may leave the team.

use chrono::NaiveDate;
use leptos::prelude::Get as _;

use crate::app::initiative::goals::GoalLook;
use crate::app::voices::surveyed::{Says, surveyed};
use crate::app::year::{ArchivedInitiative, ArchivedYear};
use crate::domain::calendar::SchoolYear;
use crate::domain::initiative::closing_content::closing_content;
use crate::domain::initiative::{ExpectationPart, GoalDay, GoalWords};
use crate::domain::measurement::Measurement;
use crate::domain::observation::is_made;
use crate::domain::plan::{Lesson, Meeting};
use crate::domain::record::{Fields, Kind, Record as _, without_codes};
use crate::domain::text::Localized;
use crate::domain::voices::Survey;
use crate::exchange::{Archive, ArchivePart, ArchiveSheet};
use crate::platform::format;
use crate::ui::kit::prelude::*;
use crate::ui::words::initiative_words::kind_name;
use crate::ui::words::{
    Counted, decision_told, labels, measured_in_short, outcome, period, reason_name, said,
    status_name, team, titles,
};

/// The archive in words.
pub fn told(app: App, year: SchoolYear, today: NaiveDate, archived: &ArchivedYear) -> Archive {
    let sheets = archived.initiatives.iter().map(|it| Sheet { app, today, it }.told());
    Archive {
        lang: app.lang(),
        title: now!(app, archive.title, year = year),
        intro: vec![
            now!(app, archive.made, day = format::day(app.lang(), today)),
            now!(app, archive.intro),
        ],
        sheets: sheets.collect(),
        about_data: now!(app, archive.about_data, n = archived.records),
    }
}

/// One initiative on its way into the archive.
struct Sheet<'a> {
    app: App,
    today: NaiveDate,
    it: &'a ArchivedInitiative,
}

impl Sheet<'_> {
    fn told(&self) -> ArchiveSheet {
        let app = self.app;
        let it = &self.it.plan.initiative;
        let content = closing_content();
        let aims = [it.purpose(), it.challenge(), it.changes()];
        let mut parts = vec![
            self.part(now!(app, report.purpose), aims.to_vec()),
            self.part(now!(app, expect.tab), self.expectations()),
            self.part(now!(app, goals.title), self.goals()),
            self.part(now!(app, report.done), self.done()),
            self.part(now!(app, plan.lessons), self.lessons()),
            self.part(now!(app, archive.meetings), self.meetings()),
            self.part(now!(app, report.results), self.measured()),
            self.part(now!(app, survey.list), self.surveyed()),
        ];
        for column in &content.board {
            let title = column.label.get(app.lang()).to_owned();
            parts.push(self.part(title, it.board_texts(&column.id)));
        }
        parts.push(self.part(now!(app, report.decision), self.decision()));
        parts.retain(|part| !part.lines.is_empty());
        ArchiveSheet { title: self.fit(&titles::initiative(app, it)), facts: self.facts(), parts }
    }

    /// Words that people wrote, without codes.
    fn fit(&self, text: &str) -> String {
        without_codes(text.trim(), &[], &now!(self.app, report.pupil))
    }

    fn part(&self, title: String, lines: Vec<String>) -> ArchivePart {
        let lines = lines.iter().map(|line| self.fit(line)).filter(|line| !line.is_empty());
        ArchivePart { title, lines: lines.collect() }
    }

    fn facts(&self) -> Vec<(String, String)> {
        let (app, it) = (self.app, &self.it.plan.initiative);
        let facts = [
            (now!(app, initiative.kind), kind_name(app, it).get()),
            (now!(app, initiative.class_subject_year), titles::initiative_detail(it)),
            (now!(app, field.period), period(app, it).get()),
            (now!(app, field.team), team(app, it).get()),
        ];
        let facts = facts.into_iter().filter(|(_, value)| !value.is_empty());
        facts.map(|(term, value)| (term, self.fit(&value))).collect()
    }

    fn expectations(&self) -> Vec<String> {
        let (app, it) = (self.app, &self.it.plan.initiative);
        let one = |id: String| {
            let part = |part| it.expectation(&id, part);
            let outcome = outcome(app, it, &id);
            let (text, seen) = (part(ExpectationPart::Text), part(ExpectationPart::Seen));
            let why = part(ExpectationPart::Why);
            rows([
                text,
                now!(app, archive.outcome, what = outcome),
                filled(&seen, |seen| now!(app, report.reached_when, seen = seen)),
                filled(&why, |why| now!(app, report.because, why = why)),
            ])
        };
        it.worded_expectations().into_iter().map(one).collect()
    }

    fn goals(&self) -> Vec<String> {
        let app = self.app;
        let looks = GoalLook::all(&self.it.plan, &self.it.measured, &self.it.surveyed, self.today);
        let one = |look: &GoalLook| {
            let words = |part| look.goal.words(part);
            let by = look.goal.day(GoalDay::By).map(|day| format::day(app.lang(), day));
            let reached = look.progress.is_reached().then(|| now!(app, goals.is_reached));
            rows([
                words(GoalWords::Text),
                filled(&words(GoalWords::Reached), |what| {
                    now!(app, goals.reached_when, what = what)
                }),
                by.map(|day| now!(app, goals.by_day, day = day)).unwrap_or_default(),
                // What a measurement says of few pupils is for the team alone.
                match look.goal.measurement() {
                    Some(_) => String::new(),
                    None => said(app, look),
                },
                reached.unwrap_or_default(),
            ])
        };
        looks.iter().map(one).collect()
    }

    fn done(&self) -> Vec<String> {
        let app = self.app;
        let counted = Counted::of(Some(&self.it.plan));
        let made = self.it.plan.items.iter().filter(|it| it.kind == Kind::Observation);
        let made = made.filter(|it| is_made(&it.fields)).count();
        let line = |term: String, value: String| format!("{term}: {value}");
        vec![
            line(now!(app, report.observations), now!(app, report.observations_n, n = made)),
            line(now!(app, closing.meetings), counted.meetings_held(app)),
            line(now!(app, plan.lessons), counted.lessons_held(app)),
            counted.cover(app),
        ]
    }

    /// The lessons with what became of each.
    fn lessons(&self) -> Vec<String> {
        let app = self.app;
        let lessons = self.it.plan.items.iter().filter(|it| it.kind == Kind::Lesson);
        let one = |fields: &Fields| {
            let it = Lesson::read(fields);
            rows([
                became(app, titles::planned_lesson(app, &it), &it.status(), &it.reason()),
                it.focus(),
                it.adjustment(),
            ])
        };
        lessons.map(|it| one(&it.fields)).collect()
    }

    /// The meetings with what became of each and what was decided.
    fn meetings(&self) -> Vec<String> {
        let app = self.app;
        let one = |it: &Meeting| {
            rows([
                became(app, titles::planned_meeting(app, it), &it.status(), &it.reason()),
                it.note(),
            ])
        };
        self.it.plan.meetings().iter().map(one).collect()
    }

    /// What may be shared of each measurement, and what has to stand beside it.
    fn measured(&self) -> Vec<String> {
        let (mut lines, mut beside) = (Vec::new(), Vec::new());
        for (_, fields) in &self.it.measured {
            let it = Measurement::read(fields);
            let (line, always) = measured_in_short(self.app, &it);
            lines.push(format!("{}: {line}", titles::measurement(self.app, &it)));
            let more = always.into_iter().filter(|line| !beside.contains(line));
            beside.extend(more.collect::<Vec<_>>());
        }
        lines.extend(beside);
        lines
    }

    /// What at least five pupils chose, round by round. What pupils wrote stays in the team.
    fn surveyed(&self) -> Vec<String> {
        let app = self.app;
        let mut lines = Vec::new();
        for (_, fields) in &self.it.surveyed {
            let it = Survey::read(fields);
            for round in surveyed(&it) {
                let day = it.round_day(&round.round).map(|day| format::day(app.lang(), day));
                let head = joined([titles::survey(app, &it), day.unwrap_or_default()]);
                let answered = round.questions.iter().filter_map(|answered| {
                    let Says::Bars(bars) = &answered.says else { return None };
                    let labels = labels(&it, &answered.question);
                    let each =
                        labels.iter().zip(&bars.counts).map(|(label, n)| bar(app, label, *n));
                    let each = each.collect::<Vec<_>>().join(", ");
                    let text = answered.question.text.get(app.lang());
                    Some(now!(app, archive.answered, question = text, answers = each, n = bars.n))
                });
                let answered: Vec<String> = answered.collect();
                let too_few = answered.is_empty().then(|| now!(app, survey.too_few));
                lines.push(rows([vec![head], answered, too_few.into_iter().collect()].concat()));
            }
        }
        lines
    }

    fn decision(&self) -> Vec<String> {
        decision_told(self.app, &self.it.plan.initiative, |answer| answer.trim().to_owned())
    }
}

/// `5.b dansk · 24. november 2026 · Aflyst · Vikar`.
fn became(app: App, what: String, status: &str, reason: &str) -> String {
    let status = filled(status, |status| status_name(app, status).get());
    joined([what, status, reason_name(app, reason).get()])
}

/// `Ja 14`.
fn bar(app: App, label: &Localized, n: u32) -> String {
    format!("{} {n}", label.get(app.lang()))
}

/// Words around a text; nothing where there is none.
fn filled(text: &str, words: impl Fn(&str) -> String) -> String {
    match text.trim() {
        "" => String::new(),
        text => words(text),
    }
}

/// What is not empty, one under the other.
fn rows(all: impl IntoIterator<Item = String>) -> String {
    all.into_iter().filter(|it| !it.trim().is_empty()).collect::<Vec<_>>().join("\n")
}

/// What is not empty, one beside the other.
fn joined(all: impl IntoIterator<Item = String>) -> String {
    all.into_iter().filter(|it| !it.trim().is_empty()).collect::<Vec<_>>().join(" · ")
}
