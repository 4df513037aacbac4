//! One pupil survey: for whom, which questions, and its rounds.

use leptos_router::hooks::use_query_map;

use super::questions::questions_part;
use super::rounds::rounds_part;
use crate::app::store::Target;
use crate::domain::initiative::{ExpectationPart, Initiative};
use crate::domain::record::{Fields, Kind, Record as _};
use crate::domain::voices::{Survey, survey_content};
use crate::ledger::RecordId;
use crate::ui::kit::prelude::*;
use crate::ui::kit::put_away_button;
use crate::ui::words::{localized, titles};

/// The survey, where it is known, and the initiative.
type Found = (Option<(Target, Fields)>, Option<Fields>);

/// The page of a survey, new or old.
pub fn survey(rec: RecordId) -> View {
    let app = use_app();
    let (new, initiative) = use_query_map().with_untracked(|query| {
        let initiative = query.get("indsats").and_then(|rec| rec.parse::<RecordId>().ok());
        (query.get("ny").is_some(), initiative)
    });
    let found =
        use_stored_once(
            move |store| async move { store.edit_in(rec, Kind::Survey, initiative).await },
        );
    shown(found, move |(known, fields): Found| {
        let is_known = known.is_some();
        let of = fields.as_ref().map(Initiative::read).unwrap_or_default();
        match Form::stored_or(app, rec, known, new.then(|| begun(app, initiative, &of))) {
            Some(form) => page(app, (rec, is_known), form, &of),
            None => not_found(),
        }
    })
}

/// What a new survey begins with.
fn begun(app: App, initiative: Option<RecordId>, of: &Initiative) -> Survey {
    let mut begun = Survey::default();
    begun.set_initiative(initiative);
    begun.set_class(of.class().trim());
    let kind = of.kind().map(|kind| kind.id()).unwrap_or_default();
    if let Some((_, about)) = survey_content().about.iter().find(|(id, _)| id == kind) {
        begun.set_about(about.get(app.lang_now()));
    }
    begun
}

fn page(app: App, (rec, is_known): (RecordId, bool), form: Form<Survey>, of: &Initiative) -> View {
    let back = form.value.with_untracked(Survey::initiative);
    let back = back.map_or_else(|| "/indsatser".to_owned(), |rec| format!("/indsatser/{rec}"));
    let chosen = move || form.with(|it| it.base().is_some());
    let kind = of.kind();
    let expected = of.worded_expectations().into_iter();
    let expected = expected.map(|id| {
        let text = of.expectation(&id, ExpectationPart::Text);
        Choice::new(id, words(move || text.trim().to_owned()))
    });
    let expected: Vec<Choice> = expected.collect();
    let rest = move || {
        let questions = questions_part(app, form, kind, &expected);
        (about(app, form), questions, how(app), rounds_part(app, rec, form))
    };
    let away = back.clone();
    let said = |app: App| text!(app, survey.removed);
    let label = say!(app, survey.remove);
    let remove = put_away_button(app, rec, label, said, form.sealing(), move || away.clone());
    let history = is_known.then(|| history_link(app, Kind::Survey.word(), rec)).flatten();
    let content = el("div")
        .class("form")
        .child(whom(app, form))
        .child(show(chosen, rest))
        .child(el("div").class("row row-end").child(history).child(remove));
    Page::new(words(move || form.with(|it| titles::survey(app, it))))
        .back(back, say!(app, survey.back))
        .state(saving_line(app, form.status))
        .child(content)
        .view()
}

/// For which part of the school. It is chosen until pupils have met it.
fn whom(app: App, form: Form<Survey>) -> View {
    let begun = memo(move || form.with(Survey::is_begun));
    let choices = move || {
        let level = |level: &str| match level {
            "indskoling" => say!(app, measure.early),
            "mellemtrin" => say!(app, measure.middle),
            _ => say!(app, measure.lower),
        };
        let all = survey_content().surveys.iter().map(|it| {
            Choice::new(it.id.clone(), level(&it.level)).described(localized(it.title.clone()))
        });
        Field::new(say!(app, survey.whom))
            .segments(
                Signal::stored(all.collect::<Vec<_>>()),
                memo(move || form.with(|it| it.base().map(|it| it.id.clone()))),
                move |chosen: Option<String>| {
                    form.edit(|it| {
                        it.set_base(&chosen.unwrap_or_default());
                    });
                },
            )
            .view()
    };
    (
        show(move || !begun.get(), choices),
        show(move || begun.get(), move || soft(say!(app, survey.frozen))),
    )
        .view()
}

/// Who is asked, and about what.
fn about(app: App, form: Form<Survey>) -> El {
    let class = Field::new(say!(app, field.class)).optional(say!(app, form.optional)).text(
        memo(move || form.with(Survey::class)),
        move |typed| {
            form.edit(|it| it.set_class(&typed));
        },
    );
    let about = Field::new(say!(app, survey.about))
        .hint(say!(app, survey.about_hint))
        .text(memo(move || form.with(Survey::about)), move |typed| {
            form.edit(|it| it.set_about(&typed));
        })
        .max_length(80);
    el("div").class("stack").child(class).child(about)
}

/// How an adult goes about it.
fn how(app: App) -> El {
    let steps = survey_content().steps.iter();
    let steps = steps.map(|step| el("li").child(localized(step.clone())));
    el("details")
        .class("measure-questions")
        .child(el("summary").child(say!(app, survey.how)))
        .child(el("ol").class("measure-items").child(steps.collect::<Vec<_>>()))
        .child(el("p").class("soft").child(localized(survey_content().privacy.clone())))
}
