//! What colleagues can be asked about how they work together: the evaluation of the collaboration with its areas, the
//! quick pulse, and the words around them.

use std::sync::OnceLock;

use serde_json::Value;

use super::survey_content::{PupilScale, PupilSurvey, SurveyPart, SurveyQuestion, all, both, text};
use crate::domain::text::Localized;
use crate::domain::text::content_file::{content_file, json};

const COLLABORATION: &str = content_file!("collaboration.json");

/// The evaluation of the collaboration.
pub const COLLABORATION_FORM: &str = "samarbejdsevaluering";

/// The quick pulse: whether one has influence, and what one suggests.
pub const PULSE_FORM: &str = "temperaturmaaling";

/// The question whether the answers may be shown where fewer than five have answered. It is asked first, and its answer
/// is kept as any other: under a name of its own.
pub const MAY_SHOW: &str = "samtykke";

/// The answer that says they may.
pub const MAY_SHOW_YES: &str = "ja";

/// Whether somebody is equipped for what the initiative asks.
pub const EQUIPPED: &str = "sa-sa-rustet";

/// All of it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct CollaborationContent {
    /// The evaluation and the pulse.
    pub forms: Vec<PupilSurvey>,
    /// Their steps.
    pub scales: Vec<PupilScale>,
    /// What is asked before all else.
    pub may_show: Option<SurveyQuestion>,
    /// What becomes of answers of few.
    pub small_team: Localized,
    /// Who sees the answers.
    pub privacy: Localized,
    /// What not to write.
    pub text_note: Localized,
}

/// What the app brings along, read when it is first asked for.
pub fn collaboration_content() -> &'static CollaborationContent {
    static ALL: OnceLock<CollaborationContent> = OnceLock::new();
    ALL.get_or_init(|| CollaborationContent::read(&json(COLLABORATION)))
}

impl CollaborationContent {
    fn read(value: &Value) -> Self {
        let words = |key| both(value, key).unwrap_or_default();
        let mut forms: Vec<PupilSurvey> = Vec::new();
        for form in all(value, "forms", |it| Some(it.clone())) {
            forms.extend(read_form(&form, &forms));
        }
        Self {
            forms,
            scales: all(value, "scales", PupilScale::read),
            may_show: value.get("mayShow").and_then(SurveyQuestion::read),
            small_team: words("smallTeamNote"),
            privacy: words("privacy"),
            text_note: words("textNote"),
        }
    }
}

/// A form by its areas. A question that is nothing but an id is one of a form before it.
fn read_form(value: &Value, before: &[PupilSurvey]) -> Option<PupilSurvey> {
    let known = |it: &Value| {
        let id = text(it, "id")?;
        before.iter().flat_map(|form| &form.items).find(|known| known.id == id).cloned()
    };
    let question = |it: &Value| SurveyQuestion::read(it).or_else(|| known(it));
    let areas = all(value, "sections", |it| {
        let items: Vec<SurveyQuestion> = all(it, "items", question);
        Some((both(it, "title")?, items))
    });
    let parts = areas.iter().map(|(title, items)| SurveyPart {
        title: title.clone(),
        items: items.iter().map(|it| it.id.clone()).collect(),
    });
    Some(PupilSurvey {
        id: text(value, "id")?,
        level: String::new(),
        scale: text(value, "scale")?,
        aloud: false,
        title: both(value, "title")?,
        intro: both(value, "intro")?,
        outro: both(value, "outro")?,
        parts: parts.collect(),
        minutes: value.get("minutes").and_then(Value::as_u64),
        items: areas.into_iter().flat_map(|(_, items)| items).collect(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::voices::survey_content::Asks;

    #[test]
    fn six_areas_of_three_questions_and_what_is_asked_of_the_whole() {
        let it = collaboration_content();
        let counts = |form: &PupilSurvey| -> Vec<usize> {
            form.parts.iter().map(|part| part.items.len()).collect()
        };
        assert_eq!(counts(&it.forms[0]), [3, 3, 3, 3, 3, 3, 6]);
        assert_eq!(counts(&it.forms[1]), [2]);
        assert_eq!(it.forms[1].items[0], it.forms[0].items[19], "the pulse asks the same question");
        let of =
            |asks: fn(&Asks) -> bool| it.forms[0].items.iter().filter(move |it| asks(&it.asks));
        assert_eq!(of(|it| *it == Asks::Step).count(), 21);
        assert_eq!(of(|it| *it == Asks::Words(600)).count(), 2);
        assert_eq!(of(|it| matches!(it, Asks::Choice(options) if options.len() == 4)).count(), 1);
        assert_eq!(it.scales[0].steps.len(), 4);
        let may_show = it.may_show.as_ref().unwrap();
        assert_eq!(may_show.id, MAY_SHOW);
        let Asks::Choice(options) = &may_show.asks else { panic!("yes or no") };
        assert_eq!(options[0].id, MAY_SHOW_YES);
        for id in [EQUIPPED, "sa-sa-indflydelse", "sa-ud-behov"] {
            assert!(it.forms[0].items.iter().any(|it| it.id == id), "{id}");
        }
        for form in [COLLABORATION_FORM, PULSE_FORM] {
            assert!(it.forms.iter().any(|it| it.id == form), "{form}");
        }
    }

    #[test]
    fn every_text_is_there_in_both_languages() {
        fn walk(value: &Value) -> usize {
            match value {
                Value::Array(list) => list.iter().map(walk).sum(),
                Value::Object(map) if map.contains_key("da") => {
                    let blank = |key| value[key].as_str().is_none_or(|it| it.trim().is_empty());
                    assert!(!blank("da") && !blank("en") && map.len() == 2, "{value}");
                    1
                }
                Value::Object(map) => map.values().map(walk).sum(),
                _ => 0,
            }
        }
        assert_eq!(walk(&json(COLLABORATION)), 53);
    }
}
