//! The sheet of paper of an initiative's report. Every list and every text has a limit, so that it is one
//! A4 page whatever was written; what does not fit stands in the app, and the page says so.

use leptos::prelude::Get as _;

use crate::app::initiative::goals::GoalLook;
use crate::app::store::Clock as _;
use crate::domain::initiative::closing_content::closing_content;
use crate::domain::initiative::{ExpectationPart, GoalWords, Initiative};
use crate::domain::measurement::Measurement;
use crate::platform::clock::BrowserClock;
use crate::platform::format;
use crate::ui::kit::prelude::*;
use crate::ui::words::initiative_words::kind_name;
use crate::ui::words::{
    Counted, decision_told, goal_words, measured_in_short, outcome, period, team, titles, to_share,
};

/// How many letters of a title, of the purpose, of a short answer and of a longer one fit.
const TITLE: usize = 120;
const PURPOSE: usize = 500;
const SHORT: usize = 90;
/// And of a goal, which has its state behind it.
const AIM: usize = 60;
const LONG: usize = 170;

/// How many things of a list fit.
const MOST: usize = 5;

/// With more letters than this the letters on the paper are small, and with more than that, smaller.
const ROOMY: usize = 1_800;
const MUCH: usize = 3_400;

/// With more than this every list is full.
const BRIM: usize = 5_600;

/// What is being put on the sheet, and what had to be done to it.
pub struct Sheet {
    pub app: App,
    /// The codes of pupils that are in use.
    pub known: Vec<String>,
    /// Whether a pupil's code was left out.
    pub is_masked: bool,
    /// Whether something was too long.
    pub is_cut: bool,
    letters: usize,
}

impl Sheet {
    /// An empty one.
    pub fn new(app: App, known: Vec<String>) -> Self {
        Self { app, known, is_masked: false, is_cut: false, letters: 0 }
    }

    /// A part with its heading.
    pub fn part(&mut self, title: String, lines: Vec<String>) -> El {
        self.letters += lines.iter().map(|line| line.chars().count()).sum::<usize>();
        let lines: Vec<El> = lines.into_iter().map(|line| el("li").child(line)).collect();
        el("section")
            .class("report-part")
            .child(el("h3").child(title))
            .child(el("ul").class("paper-lines").attr("role", "list").child(lines))
    }

    /// How it is drawn, by how much stands on it.
    pub fn class(&self) -> &'static str {
        let sizes = [ROOMY, MUCH, BRIM].into_iter().filter(|most| self.letters > *most);
        match sizes.count() {
            0 => "report",
            1 => "report report-much",
            2 => "report report-much report-full",
            _ => "report report-much report-full report-brim",
        }
    }

    /// The first of a list; how many more there are is said.
    pub fn first<T>(&mut self, all: Vec<T>, line: impl Fn(&mut Self, T) -> String) -> Vec<String> {
        let more = all.len().saturating_sub(MOST);
        let mut lines = Vec::new();
        for it in all.into_iter().take(MOST) {
            lines.push(line(self, it));
        }
        if more > 0 {
            self.is_cut = true;
            lines.push(now!(self.app, report.more, n = more));
        }
        lines
    }
}

/// The sheet.
pub fn sheet(
    on: &mut Sheet,
    it: &Initiative,
    goals: &[GoalLook],
    (counted, observations): (Counted, usize),
    measured: &[Measurement],
) -> El {
    let app = on.app;
    let title = on.fit(&titles::initiative(app, it), TITLE);
    let day = format::day(app.lang(), BrowserClock.today());
    let purpose = on.fit(&it.purpose(), PURPOSE);
    let purpose = if purpose.is_empty() { now!(app, closing.no_purpose) } else { purpose };
    let content = closing_content();
    let mut parts = vec![
        on.part(now!(app, report.purpose), vec![purpose]),
        aims(on, goals),
        done(on, counted, observations),
        results(on, measured),
    ];
    for column in &content.board {
        parts.push(notes(on, it, &column.id, column.label.get(app.lang()).to_owned()));
    }
    parts.push(expectations(on, it));
    parts.push(decision(on, it));
    el("article")
        .class(on.class())
        .attr("aria-labelledby", "report")
        .child(el("h2").id("report").child(title))
        .child(el("p").class("soft small").child(now!(app, report.made, day = day)))
        .child(head(on, it))
        .child(el("div").class("report-parts").child(parts))
}

/// What it is, who and when.
pub fn head(on: &mut Sheet, it: &Initiative) -> El {
    let app = on.app;
    let facts = [
        (now!(app, initiative.kind), kind_name(app, it).get()),
        (now!(app, initiative.class_subject_year), titles::initiative_detail(it)),
        (now!(app, field.period), period(app, it).get()),
        (now!(app, field.team), team(app, it).get()),
    ];
    let facts = facts.into_iter().filter(|(_, value)| !value.is_empty()).map(|(term, value)| {
        let value = on.fit(&value, LONG);
        el("div").child(el("dt").child(term)).child(el("dd").child(value))
    });
    el("dl").class("paper-facts").child(facts.collect::<Vec<_>>())
}

/// Each goal with how far it is, of that what may leave the team.
fn aims(on: &mut Sheet, goals: &[GoalLook]) -> El {
    let app = on.app;
    let lines = on.first(goals.iter().collect(), |on, look: &GoalLook| {
        let text = on.fit(&look.goal.words(GoalWords::Text), AIM);
        format!("{} – {}", goal_words::name(app, &text), to_share(app, look))
    });
    let none = lines.is_empty().then(|| now!(app, goals.none));
    on.part(now!(app, goals.title), lines.into_iter().chain(none).collect())
}

/// Observations, meetings and lessons, with how many there were to be.
fn done(on: &mut Sheet, counted: Counted, observations: usize) -> El {
    let app = on.app;
    let line = |term: String, value: String| format!("{term}: {value}");
    let lines = vec![
        line(now!(app, report.observations), now!(app, report.observations_n, n = observations)),
        line(now!(app, closing.meetings), counted.meetings_held(app)),
        line(now!(app, plan.lessons), counted.lessons_held(app)),
        counted.cover(app),
    ];
    on.part(now!(app, report.done), lines)
}

/// What may be shared of each measurement; what has to stand beside figures stands once under them.
fn results(on: &mut Sheet, measured: &[Measurement]) -> El {
    let app = on.app;
    let mut beside: Vec<String> = Vec::new();
    let mut told = Vec::new();
    for it in measured {
        let (line, always) = measured_in_short(app, it);
        for sentence in always {
            if !beside.contains(&sentence) {
                beside.push(sentence);
            }
        }
        told.push((titles::measurement(app, it), line));
    }
    let is_empty = told.is_empty();
    let mut lines =
        on.first(told, |on, (title, line)| format!("{}: {line}", on.fit(&title, SHORT)));
    if is_empty {
        lines.push(now!(app, report.no_results));
    }
    lines.extend(beside);
    on.part(now!(app, report.results), lines)
}

/// One column of the board.
fn notes(on: &mut Sheet, it: &Initiative, column: &str, title: String) -> El {
    let texts = it.board_texts(column);
    let lines = match texts.is_empty() {
        true => vec![now!(on.app, report.no_notes)],
        false => on.first(texts, |on, text| format!("– {}", on.fit(&text, SHORT))),
    };
    on.part(title, lines)
}

/// Each expectation with what became of it.
fn expectations(on: &mut Sheet, it: &Initiative) -> El {
    let app = on.app;
    let lines = on.first(it.worded_expectations(), |on, id| {
        let part = |part| it.expectation(&id, part);
        let text = on.fit(&part(ExpectationPart::Text), SHORT);
        let outcome = outcome(app, it, &id);
        let seen = on.fit(&part(ExpectationPart::Seen), SHORT);
        let seen = (!seen.is_empty()).then(|| now!(app, report.reached_when, seen = seen));
        let why = on.fit(&part(ExpectationPart::Why), SHORT);
        let why = (!why.is_empty()).then(|| now!(app, report.because, why = why));
        let said = [Some(format!("{text} – {outcome}")), seen, why].into_iter().flatten();
        said.collect::<Vec<_>>().join("\n")
    });
    let none = lines.is_empty().then(|| now!(app, report.no_expectations));
    on.part(now!(app, expect.tab), lines.into_iter().chain(none).collect())
}

/// What is decided, and what of it is not.
fn decision(on: &mut Sheet, it: &Initiative) -> El {
    let app = on.app;
    let lines = decision_told(app, it, |answer| on.fit(answer, LONG));
    on.part(now!(app, report.decision), lines)
}
