//! A survey of an initiative: which questions, asked again over time. It is for pupils, or for the staff, who evaluate how
//! they work together.
//!
//! It is its values by path. The rounds and what was answered in them are in `survey_rounds.rs`.

use super::collaboration_content::collaboration_content;
use super::survey_content::{
    Asks, OWN_TEXT_LENGTH, PupilScale, PupilSurvey, SurveyQuestion, survey_content,
};
use crate::domain::record::{EXAMPLE, INITIATIVE, Tracked, fields, record_of_tracked};
use crate::domain::text::Localized;
use crate::ledger::in_order;

/// More questions than a child answers in a few minutes.
pub const MOST_OWN: usize = 10;

/// What is on the screen at once while somebody answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SurveyPage {
    /// The area, where it is one.
    pub title: Option<Localized>,
    /// The questions.
    pub questions: Vec<SurveyQuestion>,
}

/// A pupil survey, or an evaluation of the collaboration.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Survey(pub(in crate::domain) Tracked);

fields! {
    Survey {
        /// The initiative it belongs to.
        initiative / set_initiative: Record = INITIATIVE,
        /// The class or group that is asked.
        class / set_class: Text = "class",
        /// What the pupils call what they are asked about: "timerne med to voksne".
        about / set_about: Text = "about",
        /// Whether a question of the survey is left out.
        is_left_out / leave_out(item): Flag = "left/{item}",
        /// Whether a question is taken from the bank.
        is_added / add(item): Flag = "bank/{item}",
        /// The words of a question of their own.
        own_text / set_own_text(id): Text = "own/{id}/text",
        /// The expectation of the initiative that a question of their own is about, by its id there.
        own_expectation / set_own_expectation(id): Text = "own/{id}/expects",
    }
}

impl Survey {
    /// Whether it is made up.
    pub fn example(&self) -> bool {
        self.0.flag(EXAMPLE)
    }

    /// Which of the app's surveys it is; `None` where none is chosen or this version does not have it.
    pub fn base(&self) -> Option<&'static PupilSurvey> {
        survey_content().survey(&self.0.text("survey"))
    }

    /// Chooses the survey, until it has been shown to pupils; says whether it was chosen.
    pub fn set_base(&mut self, id: &str) -> bool {
        let free = !self.is_begun();
        if free {
            self.0.set_text("survey", id);
        }
        free
    }

    /// Whether it is the staff who are asked.
    pub fn is_of_staff(&self) -> bool {
        self.base().is_some_and(|it| !it.parts.is_empty())
    }

    /// The pages that a round is answered on, one after the other: of pupils each question is one; the staff have first
    /// what becomes of the answers of few, then an area at a time.
    pub fn pages_of(&self, round: &str) -> Vec<SurveyPage> {
        let alone = |it: SurveyQuestion| SurveyPage { title: None, questions: vec![it] };
        let asked = self.asked_in(round);
        let questions = |ids: &[String]| -> Vec<SurveyQuestion> {
            ids.iter().filter(|id| asked.contains(id)).filter_map(|id| self.question(id)).collect()
        };
        if !self.is_of_staff() {
            return questions(&asked).into_iter().map(alone).collect();
        }
        let first = collaboration_content().may_show.clone().map(alone);
        let parts = self.base().into_iter().flat_map(|it| &it.parts).map(|part| SurveyPage {
            title: Some(part.title.clone()),
            questions: questions(&part.items),
        });
        first.into_iter().chain(parts.filter(|it| !it.questions.is_empty())).collect()
    }

    /// The steps that pupils answer in.
    pub fn scale(&self) -> Option<&'static PupilScale> {
        survey_content().scale_of(self.base()?)
    }

    /// The questions of their own, in the order they were made.
    pub fn own(&self) -> Vec<String> {
        let parts = self.0.below_two("own").filter(|(_, part, _)| *part == "asks");
        parts.map(|(id, _, _)| id.to_owned()).collect()
    }

    /// Whether a question of their own is answered in words.
    pub fn own_in_words(&self, id: &str) -> bool {
        self.0.text(&format!("own/{id}/asks")) == "text"
    }

    /// Makes a question of their own, answered in steps or in words.
    pub fn set_own(&mut self, id: &str, in_words: bool) {
        self.0.set_text(format!("own/{id}/asks"), if in_words { "text" } else { "scale" });
    }

    /// The questions of their own that are about an expectation.
    pub fn own_about(&self, expectation: &str) -> Vec<String> {
        let mut own = self.own();
        own.retain(|id| self.own_expectation(id) == expectation);
        own
    }

    /// Takes a question of their own away.
    pub fn remove_own(&mut self, id: &str) {
        for part in ["asks", "text", "expects"] {
            self.0.set(format!("own/{id}/{part}"), None);
        }
    }

    /// Whether pupils have met it: from then on what the questions say stands.
    pub fn is_begun(&self) -> bool {
        self.rounds().iter().any(|round| self.is_opened(round))
    }

    /// Every question that is asked now: in steps and choices first, in words last. A question of their
    /// own without words is not asked yet.
    pub fn questions(&self) -> Vec<SurveyQuestion> {
        let base = self.base().into_iter().flat_map(|it| &it.items);
        let base = base.filter(|it| !self.is_left_out(&it.id)).cloned();
        let bank = survey_content().bank.iter().flat_map(|(_, items)| items);
        let bank = bank.filter(|it| self.is_added(&it.id)).cloned();
        let own = self.own().into_iter().filter(|id| !self.is_left_out(id));
        let own = own.filter_map(|id| self.own_question(&id));
        let all = base.chain(bank).chain(own).collect();
        let words = |it: &SurveyQuestion| matches!(it.asks, Asks::Words(_));
        in_order(all, |a, b| words(a).cmp(&words(b)))
    }

    /// A question by its id, whether it is asked now or was once.
    pub fn question(&self, id: &str) -> Option<SurveyQuestion> {
        survey_content().question(id).cloned().or_else(|| self.own_question(id))
    }

    fn own_question(&self, id: &str) -> Option<SurveyQuestion> {
        let words = self.own_text(id);
        if words.trim().is_empty() {
            return None;
        }
        let text = Localized { da: words.trim().to_owned(), en: None };
        let asks = if self.own_in_words(id) { Asks::Words(OWN_TEXT_LENGTH) } else { Asks::Step };
        Some(SurveyQuestion { id: id.to_owned(), aloud: text.clone(), text, asks })
    }
}

record_of_tracked!(Survey);

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::record::Record as _;

    fn ids(it: &Survey) -> Vec<String> {
        it.questions().into_iter().map(|it| it.id).collect()
    }

    #[test]
    fn questions_are_left_out_added_and_made() {
        let mut it = Survey::default();
        assert!(ids(&it).is_empty() && it.set_base("elevsurvey-mellemtrin"));
        assert_eq!(ids(&it).len(), 10);
        it.leave_out("esm-ro", true);
        it.add("eqb-to-hvem", true);
        it.set_own("o1", true);
        it.set_own("o2", false);
        it.set_own("o3", false);
        it.set_own_text("o1", "Hvad er sjovt?");
        it.set_own_text("o2", "Jeg kan lide fredage.");
        let all = ids(&it);
        assert!(!all.contains(&"esm-ro".to_owned()) && !all.contains(&"o3".to_owned()));
        let tail = ["eqb-to-hvem", "o2", "esm-blive-ved", "esm-lave-om", "o1"];
        assert_eq!(all[all.len() - 5..], tail, "what is answered in words comes last");
        it.set_own_expectation("o1", "e1");
        it.set_own_expectation("o2", "e1");
        assert_eq!(it.own_about("e1"), ["o1", "o2"]);
        it.remove_own("o1");
        assert_eq!((it.own(), it.own_about("e1").len()), (vec!["o2".into(), "o3".into()], 1));
        assert_eq!(Survey::read(&it.write()), it);
    }

    #[test]
    fn staff_answer_an_area_at_a_time_and_pupils_a_question() {
        let mut it = Survey::default();
        it.set_base("samarbejdsevaluering");
        let counts = |it: &Survey| -> Vec<usize> {
            it.pages_of("r").iter().map(|page| page.questions.len()).collect()
        };
        assert!(it.is_of_staff());
        assert_eq!(counts(&it), [1, 3, 3, 3, 3, 3, 3, 6]);
        let pages = it.pages_of("r");
        assert_eq!((&pages[0].title, pages[0].questions[0].id.as_str()), (&None, "samtykke"));
        assert!(
            !it.asked_in("r").contains(&"samtykke".to_owned()),
            "it is no question of the round"
        );
        it.set_base("temperaturmaaling");
        assert_eq!(counts(&it), [1, 2]);
        it.set_base("elevsurvey-indskoling");
        assert!(!it.is_of_staff());
        assert_eq!(counts(&it), [1; 7]);
    }

    #[test]
    fn the_survey_stays_once_pupils_have_met_it() {
        let mut it = Survey::default();
        assert!(it.set_base("elevsurvey-indskoling"));
        it.set_round_day("r1", "2026-11-23".parse().ok());
        assert!(it.set_base("elevsurvey-udskoling"));
        it.open_round("r1");
        assert!(!it.set_base("elevsurvey-indskoling"));
    }
}
