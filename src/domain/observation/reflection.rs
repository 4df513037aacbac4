//! What an observer takes along from a lesson: one question that looks ahead, and what to try.

use super::observation::{Observation, Words};

const QUESTION: &str = "question";
const TRY: &str = "try";

/// One question and what to try.
impl Observation {
    /// The question for the feedback: the answer to the item that asks for it, where the form has
    /// one, and in a place of its own otherwise.
    pub fn question(&self, item: Option<&str>) -> String {
        match item {
            Some(item) => self.words(Words::Text, item),
            None => self.0.text(QUESTION),
        }
    }

    /// Writes the question, in the place [`Observation::question`] reads it from.
    pub fn set_question(&mut self, item: Option<&str>, question: &str) {
        match item {
            Some(item) => self.set_words(Words::Text, item, question),
            None => self.0.set_text(QUESTION, question),
        }
    }

    /// Takes up a suggested question: in place of nothing or of another suggestion, and below what
    /// the observer wrote.
    pub fn suggest_question(&mut self, item: Option<&str>, chosen: &str, suggestions: &[String]) {
        let written = self.question(item);
        let written = written.trim();
        let is_own = !written.is_empty() && suggestions.iter().all(|it| it != written);
        let question = if is_own && !written.lines().any(|line| line == chosen) {
            format!("{written}\n{chosen}")
        } else if is_own {
            written.to_owned()
        } else {
            chosen.to_owned()
        };
        self.set_question(item, &question);
    }

    /// What to try next time.
    pub fn to_try(&self) -> String {
        self.0.text(TRY)
    }

    /// Says what to try next time.
    pub fn set_to_try(&mut self, what: &str) {
        self.0.set_text(TRY, what);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_question_stands_in_the_form_where_the_form_asks_for_it() {
        let mut it = Observation::default();
        it.set_question(Some("a-fremad"), "Hvordan bliver skiftet kortere?");
        assert_eq!(it.words(Words::Text, "a-fremad"), "Hvordan bliver skiftet kortere?");
        assert_eq!(it.question(None), "");
        it.set_question(None, "Hvad så?");
        assert_eq!(it.question(None), "Hvad så?");
        it.set_to_try("Et signal før skiftet");
        assert_eq!(it.to_try(), "Et signal før skiftet");
        it.set_to_try("");
        it.set_question(None, "");
        it.set_question(Some("a-fremad"), "");
        assert_eq!(it, Observation::default());
    }

    #[test]
    fn a_suggestion_takes_the_place_of_another_and_never_of_own_words() {
        let suggestions = ["A?".to_owned(), "B?".to_owned()];
        let mut it = Observation::default();
        it.suggest_question(None, "A?", &suggestions);
        it.suggest_question(None, "B?", &suggestions);
        assert_eq!(it.question(None), "B?");
        it.set_question(None, "Mit eget spørgsmål");
        it.suggest_question(None, "A?", &suggestions);
        it.suggest_question(None, "A?", &suggestions);
        assert_eq!(it.question(None), "Mit eget spørgsmål\nA?");
    }
}
