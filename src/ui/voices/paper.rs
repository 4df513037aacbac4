//! The survey on paper, to be filled in by hand and typed in afterwards.

use crate::domain::record::{Fields, Kind, Record as _};
use crate::domain::text::Localized;
use crate::domain::voices::{Asks, Survey, SurveyQuestion, survey_content};
use crate::ledger::RecordId;
use crate::ui::kit::prelude::*;
use crate::ui::paper::{boxed, lines, paper, print_button};
use crate::ui::voices::pupil_mode::face;
use crate::ui::words::{filled, titles};

/// How many lines there are to write on.
const LINES: u32 = 3;

/// The page.
pub fn paper_survey(rec: RecordId) -> View {
    let app = use_app();
    let found = use_stored_once(move |store| async move {
        Ok(store.edit(rec, Kind::Survey).await?.map(|(_, fields)| fields))
    });
    shown(found, move |fields: Option<Fields>| {
        let Some(fields) = fields else { return not_found() };
        let it = Survey::read(&fields);
        let named = it.clone();
        Page::new(words(move || titles::survey(app, &named)))
            .back(format!("/elevsurvey/{rec}"), say!(app, survey.back_to))
            .state(soft(say!(app, survey.paper_text)))
            .action(print_button(app))
            .child(move || sheet(app, &it))
            .view()
    })
}

fn sheet(app: App, it: &Survey) -> El {
    let lang = app.lang();
    let content = survey_content();
    let text = |text: &Localized| text.get(lang).to_owned();
    let mut parts = Vec::new();
    if let Some(base) = it.base() {
        parts.push(el("p").child(filled(app, it, &base.intro)).view());
    }
    parts.push(el("p").child(text(&content.privacy)).view());
    let questions = it.questions();
    parts.extend(questions.iter().map(|question| asked(app, it, question).view()));
    parts.push(el("p").class("small").child(text(&content.help)).view());
    let title = it.base().map(|base| text(&base.title)).unwrap_or_default();
    let class = Some(it.class()).filter(|class| !class.trim().is_empty());
    paper([Some(title), class].into_iter().flatten().collect::<Vec<_>>().join(" · "), parts)
}

fn asked(app: App, it: &Survey, question: &SurveyQuestion) -> El {
    let lang = app.lang();
    let boxes = |labels: Vec<String>| {
        let all: Vec<El> = labels.into_iter().map(boxed).collect();
        el("div").class("blank-choices").child(all)
    };
    let answer = match &question.asks {
        Asks::Step => {
            let scale = it.scale();
            let faces = scale.is_some_and(|scale| scale.faces);
            let steps = scale.into_iter().flat_map(|scale| &scale.steps).enumerate();
            let all = steps.map(|(place, (_, label))| {
                let boxed = boxed(label.get(lang).to_owned());
                el("span").class("survey-step").child(faces.then(|| face(place))).child(boxed)
            });
            el("div").class("blank-choices").child(all.collect::<Vec<_>>())
        }
        Asks::Choice(options) => {
            boxes(options.iter().map(|it| it.label.get(lang).to_owned()).collect())
        }
        Asks::Words(_) => lines(LINES),
    };
    let note = matches!(question.asks, Asks::Words(_)).then(|| {
        el("p").class("soft small").child(survey_content().text_note.get(lang).to_owned())
    });
    el("section")
        .class("blank-item")
        .child(el("h3").child(question.text.get(lang).to_owned()))
        .child(note)
        .child(answer)
}
