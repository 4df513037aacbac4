//! What pupils can be asked about the lessons: the surveys that the app brings along, the questions for each kind
//! of initiative, and the words around them.

use std::sync::OnceLock;

use serde_json::Value;

use super::collaboration_content::collaboration_content;
use crate::domain::forms::Titled;
use crate::domain::text::Localized;
use crate::domain::text::content_file::{content_file, json};

const SURVEYS: &str = content_file!("pupil-surveys.json");

/// How many letters an answer in words to a question of the school's own has at most.
pub const OWN_TEXT_LENGTH: u32 = 300;

/// How a question is answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Asks {
    /// With a step of the survey's scale.
    Step,
    /// With one of these.
    Choice(Vec<Titled>),
    /// In words, of so many letters at most.
    Words(u32),
}

/// One question for pupils.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SurveyQuestion {
    /// The id that answers are kept by.
    pub id: String,
    /// What stands on the screen.
    pub text: Localized,
    /// What is read aloud.
    pub aloud: Localized,
    /// How it is answered.
    pub asks: Asks,
}

/// The steps that pupils answer in, the weakest first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PupilScale {
    /// The id.
    pub id: String,
    /// Whether each step has a face.
    pub faces: bool,
    /// What each step counts as, and its word.
    pub steps: Vec<(u64, Localized)>,
}

/// Questions that stand on one page under a title.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SurveyPart {
    /// The title.
    pub title: Localized,
    /// The ids of its questions.
    pub items: Vec<String>,
}

/// A survey for one part of the school, or for its staff.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PupilSurvey {
    /// The id that records keep.
    pub id: String,
    /// The part of the school it is for.
    pub level: String,
    /// The id of its scale.
    pub scale: String,
    /// Whether its questions are read aloud without being asked to.
    pub aloud: bool,
    /// What it is called.
    pub title: Localized,
    /// What is said before the first question.
    pub intro: Localized,
    /// What is said after the last.
    pub outro: Localized,
    /// Its areas, where it is for staff: pupils have one question at a time.
    pub parts: Vec<SurveyPart>,
    /// About how long it takes, where that is said.
    pub minutes: Option<u64>,
    /// The questions.
    pub items: Vec<SurveyQuestion>,
}

/// All of it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SurveyContent {
    /// The surveys, for the youngest first.
    pub surveys: Vec<PupilSurvey>,
    /// The scales.
    pub scales: Vec<PupilScale>,
    /// More questions, by the id of a kind of initiative.
    pub bank: Vec<(String, Vec<SurveyQuestion>)>,
    /// What pupils call the lessons, by the id of a kind of initiative.
    pub about: Vec<(String, Localized)>,
    /// How an adult goes about it.
    pub steps: Vec<Localized>,
    /// Who sees the answers.
    pub privacy: Localized,
    /// Whom a pupil can talk to.
    pub help: Localized,
    /// What not to write.
    pub text_note: Localized,
}

/// What the app brings along, read when it is first asked for.
pub fn survey_content() -> &'static SurveyContent {
    static ALL: OnceLock<SurveyContent> = OnceLock::new();
    ALL.get_or_init(|| SurveyContent::read(&json(SURVEYS)))
}

impl SurveyContent {
    fn read(value: &Value) -> Self {
        let by_kind = |value: &Value| Some(value.get("kind")?.as_str()?.to_owned());
        Self {
            surveys: all(value, "surveys", PupilSurvey::read),
            scales: all(value, "scales", PupilScale::read),
            bank: all(value, "bank", |it| {
                Some((by_kind(it)?, all(it, "items", SurveyQuestion::read)))
            }),
            about: all(value, "about", |it| Some((by_kind(it)?, both(it, "text")?))),
            steps: all(value, "steps", |it| both(it, "text")),
            privacy: both(value, "privacy").unwrap_or_default(),
            help: both(value, "help").unwrap_or_default(),
            text_note: both(value, "textNote").unwrap_or_default(),
        }
    }

    /// A survey by its id, for pupils or for staff.
    pub fn survey(&self, id: &str) -> Option<&PupilSurvey> {
        let staff = || &collaboration_content().forms;
        let pupils = self.surveys.iter().find(|it| it.id == id);
        pupils.or_else(|| staff().iter().find(|it| it.id == id))
    }

    /// The scale of a survey.
    pub fn scale_of(&self, survey: &PupilSurvey) -> Option<&PupilScale> {
        let staff = || &collaboration_content().scales;
        let pupils = self.scales.iter().find(|it| it.id == survey.scale);
        pupils.or_else(|| staff().iter().find(|it| it.id == survey.scale))
    }

    /// Any question by its id.
    pub fn question(&self, id: &str) -> Option<&SurveyQuestion> {
        let own = self.surveys.iter().flat_map(|it| &it.items);
        let bank = self.bank.iter().flat_map(|(_, items)| items);
        let staff = || collaboration_content().forms.iter().flat_map(|it| &it.items);
        own.chain(bank).find(|it| it.id == id).or_else(|| staff().find(|it| it.id == id))
    }
}

pub(in crate::domain) fn all<T>(
    value: &Value,
    key: &str,
    read: impl Fn(&Value) -> Option<T>,
) -> Vec<T> {
    let list = value.get(key).and_then(Value::as_array).into_iter().flatten();
    list.filter_map(read).collect()
}

pub(in crate::domain) fn both(value: &Value, key: &str) -> Option<Localized> {
    serde_json::from_value(value.get(key)?.clone()).ok()
}

pub(in crate::domain) fn text(value: &Value, key: &str) -> Option<String> {
    Some(value.get(key)?.as_str()?.to_owned())
}

impl PupilSurvey {
    fn read(value: &Value) -> Option<Self> {
        Some(Self {
            id: text(value, "id")?,
            level: text(value, "level")?,
            scale: text(value, "scale")?,
            aloud: value.get("aloud")?.as_bool()?,
            title: both(value, "title")?,
            intro: both(value, "intro")?,
            outro: both(value, "outro")?,
            parts: Vec::new(),
            minutes: None,
            items: all(value, "items", SurveyQuestion::read),
        })
    }
}

impl PupilScale {
    pub(in crate::domain) fn read(value: &Value) -> Option<Self> {
        let step = |it: &Value| Some((it.get("value")?.as_u64()?, both(it, "label")?));
        Some(Self {
            id: text(value, "id")?,
            faces: value.get("faces")?.as_bool()?,
            steps: all(value, "steps", step),
        })
    }
}

impl SurveyQuestion {
    pub(in crate::domain) fn read(value: &Value) -> Option<Self> {
        let option = |it: &Value| Some(Titled { id: text(it, "id")?, label: both(it, "label")? });
        let asks = match value.get("kind")?.as_str()? {
            "scale" => Asks::Step,
            "choice" => Asks::Choice(all(value, "options", option)),
            "text" => Asks::Words(u32::try_from(value.get("maxLength")?.as_u64()?).ok()?),
            _ => return None,
        };
        let words = both(value, "text")?;
        let aloud = both(value, "readAloud").unwrap_or_else(|| words.clone());
        Some(Self { id: text(value, "id")?, text: words, aloud, asks })
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn everything_is_read_and_every_id_is_there_once() {
        let it = survey_content();
        let counts: Vec<_> = it.surveys.iter().map(|it| it.items.len()).collect();
        assert_eq!(counts, [7, 10, 11]);
        assert_eq!((it.bank.len(), it.about.len(), it.steps.len()), (5, 5, 5));
        assert!(it.bank.iter().all(|(_, items)| items.len() == 3));
        let own = it.surveys.iter().flat_map(|it| &it.items);
        let ids: Vec<_> = own.chain(it.bank.iter().flat_map(|(_, items)| items)).collect();
        let unique: BTreeSet<_> = ids.iter().map(|it| &it.id).collect();
        assert_eq!((ids.len(), unique.len()), (43, 43));
        let steps: Vec<_> = it
            .surveys
            .iter()
            .filter_map(|survey| Some((it.scale_of(survey)?.steps.len(), survey.aloud)))
            .collect();
        assert_eq!(steps, [(3, true), (4, false), (4, false)]);
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
        assert!(walk(&json(SURVEYS)) > 80);
    }
}
