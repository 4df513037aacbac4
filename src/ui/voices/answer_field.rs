//! A question of a survey as a field of a form: steps and options as segments, words as an area.

use std::collections::BTreeMap;
use std::rc::Rc;

use serde_json::{Value, json};

use crate::domain::text::Localized;
use crate::domain::voices::{Asks, Survey, SurveyQuestion, collaboration_content, survey_content};
use crate::ui::kit::prelude::*;
use crate::ui::words::localized;

/// Takes an answer to a question, or takes it away.
pub type Put = Rc<dyn Fn(String, Option<Value>)>;

/// What not to write in an answer.
pub fn text_note(it: &Survey) -> &'static Localized {
    if it.is_of_staff() { &collaboration_content().text_note } else { &survey_content().text_note }
}

/// The field of a question; `answers` has what has been answered, by question.
pub fn answer_field(
    app: App,
    it: &Survey,
    question: &SurveyQuestion,
    answers: RwSignal<BTreeMap<String, Value>>,
    put: &Put,
) -> View {
    let (id, put) = (StoredValue::new(question.id.clone()), Rc::clone(put));
    let put = move |value: Option<Value>| put(id.get_value(), value);
    let field = Field::new(localized(question.text.clone()));
    let choices: Vec<Choice> = match &question.asks {
        Asks::Step => {
            let steps = it.scale().into_iter().flat_map(|scale| &scale.steps);
            steps
                .map(|(value, label)| Choice::new(value.to_string(), localized(label.clone())))
                .collect()
        }
        Asks::Choice(options) => options
            .iter()
            .map(|it| Choice::new(it.id.clone(), localized(it.label.clone())))
            .collect(),
        Asks::Words(most) => {
            let said = memo(move || {
                let all = answers.get();
                let said =
                    id.with_value(|id| all.get(id).and_then(Value::as_str).map(str::to_owned));
                said.unwrap_or_default()
            });
            return field
                .optional(say!(app, form.optional))
                .hint(localized(text_note(it).clone()))
                .area(said, move |words: String| {
                    put((!words.is_empty()).then(|| json!(words)));
                })
                .max_length(*most)
                .view();
        }
    };
    let is_step = question.asks == Asks::Step;
    let chosen = memo(move || {
        answers.with(|all| match id.with_value(|id| all.get(id).cloned())? {
            Value::String(option) => Some(option),
            step => Some(step.to_string()),
        })
    });
    field
        .segments(Signal::stored(choices), chosen, move |chosen: Option<String>| {
            put(chosen.and_then(|it| {
                if is_step {
                    it.parse::<u64>().ok().map(|step| json!(step))
                } else {
                    Some(json!(it))
                }
            }));
        })
        .clear(say!(app, item.clear))
        .view()
}
