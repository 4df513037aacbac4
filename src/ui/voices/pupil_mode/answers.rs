//! What a question is answered with: faces, steps, options or words, each so large that a finger cannot miss.

use serde_json::{Value, json};

use super::faces::face;
use super::sitting::Sitting;
use crate::domain::text::Localized;
use crate::domain::voices::{Asks, SurveyQuestion};
use crate::ui::kit::prelude::*;
use crate::ui::voices::answer_field::text_note;
use crate::ui::words::localized;

/// The id of the question's words, which name its answers.
pub const QUESTION: &str = "pupil-question";

/// The answers to a question.
pub fn answers(sitting: Sitting, place: usize, question: &SurveyQuestion) -> View {
    let tile = |answer: Value, mark: Option<El>, label: &Localized| {
        tile(sitting, place, &question.id, answer, mark, label)
    };
    let (tiles, faces): (Vec<El>, bool) = match &question.asks {
        Asks::Step => sitting.survey.with_value(|survey| {
            let Some(scale) = survey.scale() else { return (Vec::new(), false) };
            let count = scale.steps.len();
            let tiles = scale.steps.iter().enumerate().map(|(n, (value, label))| {
                let mark = if scale.faces { face(n) } else { strength(n, count) };
                tile(json!(*value), Some(mark), label)
            });
            (tiles.collect(), scale.faces)
        }),
        Asks::Choice(options) => {
            let tiles = options.iter().map(|it| tile(json!(it.id), None, &it.label));
            (tiles.collect(), false)
        }
        Asks::Words(most) => return written(sitting, question, *most),
    };
    el("div")
        .class(if faces { "pupil-answers pupil-faces" } else { "pupil-answers" })
        .attr("role", "group")
        .attr("aria-labelledby", QUESTION)
        .child(tiles)
        .view()
}

fn tile(
    sitting: Sitting,
    place: usize,
    item: &str,
    answer: Value,
    mark: Option<El>,
    label: &Localized,
) -> El {
    let item = StoredValue::new(item.to_owned());
    let answer = StoredValue::new(answer);
    let chosen = memo(move || {
        sitting.answers.with(|all| {
            item.with_value(|item| answer.with_value(|answer| all.get(item) == Some(answer)))
        })
    });
    el("button")
        .attr("type", "button")
        .class("pupil-answer")
        .attr("aria-pressed", move || if chosen.get() { "true" } else { "false" })
        .on("click", move |_| {
            item.with_value(|item| sitting.choose(place, item, answer.get_value()));
        })
        .child(mark)
        .child(el("span").class("pupil-word").child(localized(label.clone())))
}

/// How strong a step is, as dots: more are filled the more it is so.
fn strength(place: usize, count: usize) -> El {
    let dots = (0..count).map(|n| {
        el("span").class(if n <= place { "pupil-dot pupil-dot-full" } else { "pupil-dot" })
    });
    el("span").class("pupil-dots").attr("aria-hidden", "true").child(dots.collect::<Vec<_>>())
}

fn written(sitting: Sitting, question: &SurveyQuestion, most: u32) -> View {
    let item = StoredValue::new(question.id.clone());
    let said = memo(move || {
        let all = sitting.answers.get();
        let said = item.with_value(|item| all.get(item).and_then(Value::as_str).map(str::to_owned));
        said.unwrap_or_default()
    });
    let note = sitting.survey.with_value(text_note).clone();
    let field = Field::new(say!(sitting.app, survey.your_answer))
        .hint(localized(note))
        .area(said, move |words: String| {
            let answer = (!words.is_empty()).then(|| json!(words));
            item.with_value(|item| sitting.put(item, answer));
        })
        .max_length(most);
    el("div").class("pupil-words").child(field).view()
}
