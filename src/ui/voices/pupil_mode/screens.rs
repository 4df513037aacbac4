//! What whoever has the tablet sees: a pupil, or a colleague.

use super::adult::{code, way_out};
use super::answers::{QUESTION, answers};
use super::area::area;
use super::faces::face;
use super::parts::{back_from, bar, heading, large, way};
use super::sitting::{Sitting, Stage};
use super::tablet::Tablet;
use crate::domain::record::{Kind, Record as _};
use crate::domain::text::Localized;
use crate::domain::voices::{
    Asks, MAY_SHOW, Survey, SurveyQuestion, collaboration_content, survey_content,
};
use crate::platform::speech;
use crate::ui::kit::prelude::*;
use crate::ui::kit::{MAIN_ID, keep_awake};
use crate::ui::words::{filled, localized};

/// The face that thanks: the big smile.
const SMILE: usize = 2;

/// Everything there is while the pupils have the tablet.
pub fn screen(app: App, tablet: Tablet) -> View {
    let Some(mode) = tablet.mode() else { return View::nothing() };
    let rec = mode.survey();
    let found = use_stored_once(move |store| async move {
        let Some(rec) = rec else { return Ok(None) };
        Ok(store.edit(rec, Kind::Survey).await?.map(|(_, fields)| fields))
    });
    keep_awake();
    let whole = shown(found, move |fields| {
        // A survey that is gone has no questions: then there is only the way out.
        let survey = fields.as_ref().map(Survey::read).unwrap_or_default();
        sat(Sitting::new(app, tablet, mode.clone(), survey))
    });
    document().set_title("Indsats");
    el("div").class("pupil").child(whole).view()
}

fn sat(sitting: Sitting) -> View {
    let voice = RwSignal::new(false);
    speech::watch(sitting.app.lang_now().tag(), move |has| {
        voice.try_set(has);
    });
    on_cleanup(speech::stop);
    let stage = move || {
        let stage = sitting.stage.get();
        speech::stop();
        untrack(|| staged(sitting, stage, voice.into()))
    };
    el("main")
        .class("pupil-main")
        .id(MAIN_ID)
        .on("pointerdown", move |_| sitting.touch())
        .child(stage)
        .view()
}

fn staged(sitting: Sitting, stage: Stage, voice: Signal<bool>) -> View {
    match stage {
        Stage::Start => start(sitting),
        Stage::Question(place) => match sitting.page(place) {
            Some(page) => match (page.title, page.questions.first()) {
                (None, Some(question)) => asked(sitting, place, question, voice),
                (title, _) => area(sitting, place, title, &page.questions),
            },
            None => start(sitting),
        },
        Stage::StillThere(place) => still_there(sitting, place),
        Stage::Thanks => thanks(sitting),
        Stage::Code(from) => code(sitting, from),
        Stage::Trouble(whole) => trouble(sitting, move || sitting.hand_in(whole)),
        Stage::Stuck => trouble(sitting, move || sitting.begin()),
    }
}

/// Nothing of anybody: what it is about, and the way to begin.
fn start(sitting: Sitting) -> View {
    let app = sitting.app;
    let said = |text: fn(&Survey) -> Option<Localized>| {
        words(move || {
            sitting
                .survey
                .with_value(|it| text(it).map(|text| filled(app, it, &text)))
                .unwrap_or_default()
        })
    };
    let title = said(|it| Some(it.base()?.title.clone()));
    let intro = said(|it| Some(it.base()?.intro.clone()));
    let begin = move || sitting.after_a_moment(move || sitting.begin());
    let any = sitting.count() > 0;
    let privacy = match sitting.is_of_staff {
        true => &collaboration_content().privacy,
        false => &survey_content().privacy,
    };
    (
        bar(way_out(sitting, None), View::nothing()),
        el("div")
            .class("pupil-middle")
            .child(heading(title))
            .child(el("p").class("pupil-lead").child(intro))
            .child(el("p").class("soft").child(localized(privacy.clone())))
            .child(any.then(|| huge(say!(app, survey.begin), begin))),
    )
        .view()
}

fn asked(sitting: Sitting, place: usize, question: &SurveyQuestion, voice: Signal<bool>) -> View {
    let app = sitting.app;
    let aloud = StoredValue::new(spoken(sitting, question));
    let read = move || {
        let lang = app.lang_now();
        aloud.with_value(|parts| {
            let parts: Vec<&str> = parts.iter().map(|it| it.get(lang)).collect();
            speech::say(lang.tag(), &parts.join(". "));
        });
    };
    let by_itself = sitting.survey.with_value(|it| it.base().is_some_and(|it| it.aloud));
    if by_itself && voice.get_untracked() {
        read();
    }
    let speaker = move || large(say!(app, survey.read_aloud), IconName::Sound, read);
    let id = StoredValue::new(question.id.clone());
    let answered =
        memo(move || sitting.answers.with(|all| id.with_value(|id| all.contains_key(id))));
    let onward =
        words(
            move || {
                if answered.get() { now!(app, survey.onward) } else { now!(app, survey.skip) }
            },
        );
    // Whether the answers of few may be shown is the one thing that cannot be skipped.
    let must = question.id == MAY_SHOW;
    let note = must.then(|| {
        let note = localized(collaboration_content().small_team.clone());
        el("div")
            .class("pupil-note")
            .child(el("p").child(note))
            .child(soft(say!(app, staff.nobody_sees)))
    });
    let on = move || sitting.after_a_moment(move || sitting.go(place + 1));
    let onward = move || large(onward, IconName::Forward, on);
    let in_words = matches!(question.asks, Asks::Words(_));
    (
        bar(way_out(sitting, Some(place)), way(sitting, place)),
        el("div")
            .class(if in_words { "pupil-middle pupil-writing" } else { "pupil-middle" })
            .child(heading(localized(question.text.clone())).id(QUESTION))
            .child(show(move || voice.get(), speaker))
            .child(note)
            .child(answers(sitting, place, question)),
        el("div")
            .class("pupil-foot")
            .child(back_from(sitting, place))
            .child(show(move || !must || answered.get(), onward)),
    )
        .view()
}

/// The question and what it can be answered with, as they are read aloud.
fn spoken(sitting: Sitting, question: &SurveyQuestion) -> Vec<Localized> {
    let mut parts = vec![question.aloud.clone()];
    match &question.asks {
        Asks::Step => sitting.survey.with_value(|it| {
            let steps = it.scale().into_iter().flat_map(|scale| &scale.steps);
            parts.extend(steps.map(|(_, label)| label.clone()));
        }),
        Asks::Choice(_) | Asks::Words(_) => {}
    }
    parts
}

/// Nobody has touched it for a while, or it was started anew.
fn still_there(sitting: Sitting, place: usize) -> View {
    let app = sitting.app;
    let go_on = move || sitting.after_a_moment(move || sitting.go(place));
    let done = move || sitting.after_a_moment(move || sitting.hand_in(false));
    (
        bar(way_out(sitting, Some(place)), View::nothing()),
        el("div").class("pupil-middle").child(heading(say!(app, survey.are_you_done))).child(
            el("div")
                .class("pupil-two")
                .child(huge(say!(app, survey.go_on), go_on))
                .child(huge(say!(app, survey.i_am_done), done).class("pupil-huge pupil-second")),
        ),
    )
        .view()
}

fn thanks(sitting: Sitting) -> View {
    let app = sitting.app;
    let outro = words(move || {
        let outro = sitting.survey.with_value(|it| it.base().map(|it| it.outro.clone()));
        outro.map(|it| it.get(app.lang()).to_owned()).unwrap_or_default()
    });
    let next = move || sitting.after_a_moment(move || sitting.show(Stage::Start));
    let after = match sitting.is_of_staff {
        true => say!(app, staff.pass_on),
        false => localized(survey_content().help.clone()),
    };
    (
        bar(way_out(sitting, None), View::nothing()),
        el("div")
            .class("pupil-middle")
            .child((!sitting.is_of_staff).then(|| face(SMILE)))
            .child(heading(outro))
            .child(el("p").class("soft").child(after))
            .child(huge(say!(app, survey.next_pupil), next)),
    )
        .view()
}

/// The store cannot be written in: what was answered is still here, and it can be tried again.
fn trouble(sitting: Sitting, again: impl Fn() + Copy + 'static) -> View {
    let app = sitting.app;
    let again = move || sitting.after_a_moment(again);
    (
        bar(way_out(sitting, None), View::nothing()),
        el("div")
            .class("pupil-middle")
            .child(heading(match sitting.is_of_staff {
                true => say!(app, staff.not_kept),
                false => say!(app, survey.not_kept),
            }))
            .child(huge(say!(app, trouble.again), again)),
    )
        .view()
}

/// The one thing to press.
fn huge(words: Words, press: impl Fn() + 'static) -> El {
    el("button")
        .attr("type", "button")
        .class("pupil-huge")
        .on("click", move |_| press())
        .child(words)
}
