//! What the answer to a working question can become: the initiative's challenge or purpose, a goal, a
//! measurement, a meeting, a point to be equipped for, or a request for support.
//!
//! What was made says which question it came from (`answer`, `goals/<id>/answer`, `points/<id>/answer`,
//! `readiness/<member>/answer`), and the question finds it by that: what is removed can be made again, and
//! two devices that make something of the same answer never collide. A challenge or purpose has no such
//! mark: it has come of the answer as long as the two are the same.

use serde_json::{Value, json};

use super::initiative::Initiative;
use super::phase_content::NOTHING;
use super::preparation::readiness;
use crate::domain::record::ANSWER;
use crate::ledger::Path;

/// The need that a request for support begins with.
const SPARRING: &str = "sparring";

/// What an answer can become.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Becomes {
    /// The challenge of the initiative.
    Challenge,
    /// Its purpose.
    Purpose,
    /// A new goal.
    Goal,
    /// A new measurement.
    Measurement,
    /// A new meeting of a kind of the content.
    Meeting(&'static str),
    /// A point to be equipped for.
    Point,
    /// Somebody's request for support.
    Support,
}

/// What the answer to a question can become, by the question's id.
pub fn becomes(question: &str) -> &'static [Becomes] {
    match question {
        "aq-pl-udfordringer" => &[Becomes::Challenge],
        "aq-pl-haandtere" => &[Becomes::Purpose],
        "aq-pl-forandringer" => &[Becomes::Goal, Becomes::Measurement],
        "aq-pl-skema" => &[Becomes::Meeting("moede-noeglepersoner")],
        "aq-pl-rustet" => &[Becomes::Point],
        "aq-sp-kompetencer" => &[Becomes::Support],
        "aq-sp-tid" => &[Becomes::Meeting("moede-sparring")],
        _ => &[],
    }
}

/// What stood at places before they were written, to be taken back.
pub type Before = Vec<(Path, Option<Value>)>;

/// What becomes of answers.
impl Initiative {
    /// What was said last to a question: when it was taken up again, or the first time.
    pub fn latest_answer(&self, question: &str) -> String {
        let later = self.later_answer(question);
        let answer = if later.trim().is_empty() { self.answer(question) } else { later };
        answer.trim().to_owned()
    }

    /// What the answer would take the place of, where that is something else; empty where nothing is lost.
    pub fn would_replace(&self, question: &str, what: Becomes) -> String {
        let stands = match what {
            Becomes::Challenge => self.challenge(),
            Becomes::Purpose => self.purpose(),
            _ => String::new(),
        };
        let stands = stands.trim();
        if stands == self.latest_answer(question) { String::new() } else { stands.to_owned() }
    }

    /// What has come of an answer in the initiative itself: the id of the goal, the point, or the member
    /// who asks for support; empty for the challenge and the purpose.
    pub fn came_of(&self, question: &str, what: Becomes) -> Option<String> {
        let of = |list: &str| {
            let mut all = self.0.below_two(list);
            let found = all.find(|(_, part, value)| *part == ANSWER && *value == question);
            found.map(|(id, ..)| id.to_owned())
        };
        let answer = self.latest_answer(question);
        let is_same = |text: String| !answer.is_empty() && text.trim() == answer;
        match what {
            Becomes::Challenge => is_same(self.challenge()).then(String::new),
            Becomes::Purpose => is_same(self.purpose()).then(String::new),
            Becomes::Goal => of("goals"),
            Becomes::Point => of("points"),
            Becomes::Support => of("readiness"),
            Becomes::Measurement | Becomes::Meeting(_) => None,
        }
    }

    /// Makes something of an answer and gives what stood there. `id` names the new goal or point, or the
    /// member who asks. What becomes a record of its own is made elsewhere.
    pub fn make_of_answer(&mut self, question: &str, what: Becomes, id: &str) -> Before {
        let answer = self.latest_answer(question);
        let mark = json!(question);
        let writes: Vec<(Path, Option<Value>)> = match what {
            Becomes::Challenge => vec![("challenge".to_owned(), Some(json!(answer)))],
            Becomes::Purpose => vec![("purpose".to_owned(), Some(json!(answer)))],
            Becomes::Goal => vec![
                (format!("goals/{id}/text"), Some(json!(answer))),
                (format!("goals/{id}/{ANSWER}"), Some(mark)),
            ],
            Becomes::Point => vec![
                (format!("points/{id}/name"), Some(json!(answer))),
                (format!("points/{id}/{ANSWER}"), Some(mark)),
            ],
            Becomes::Support => self.asking(id, &answer, mark),
            Becomes::Measurement | Becomes::Meeting(_) => Vec::new(),
        };
        let mut before = Before::new();
        for (path, value) in writes {
            before.push((path.clone(), self.0.0.get(&path).cloned()));
            self.0.set(path, value);
        }
        before
    }

    /// A member's need and what they said of it, beside what stood there.
    fn asking(&self, member: &str, answer: &str, mark: Value) -> Vec<(Path, Option<Value>)> {
        let place = readiness(member);
        let known = self.note(&place);
        let note = match known.trim() {
            "" => answer.to_owned(),
            known if known.contains(answer) => known.to_owned(),
            known => format!("{known}\n{answer}"),
        };
        let initials = self.member(member).map(|it| json!(it.initials.trim()));
        vec![
            (format!("{place}/needs/{SPARRING}"), Some(json!(true))),
            (format!("{place}/needs/{NOTHING}"), None),
            // What has been asked for now is not there yet.
            (format!("{place}/done"), None),
            (format!("{place}/note"), Some(json!(note))),
            (format!("{place}/initials"), initials),
            (format!("{place}/{ANSWER}"), Some(mark)),
        ]
    }

    /// Puts back what stood at places.
    pub fn restore(&mut self, before: &[(Path, Option<Value>)]) {
        for (path, value) in before {
            self.0.set(path.clone(), value.clone());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::initiative::initiative::{Member, Role};
    use crate::domain::initiative::phase_content::phase_content;
    use crate::domain::plan::meeting_kind;
    use crate::domain::record::difference;
    use crate::domain::text::title_and_note;

    fn answered(question: &str, answer: &str) -> Initiative {
        let mut it = Initiative::default();
        it.set_member("a", Some(&Member { initials: " AL ".into(), role: Role::default() }));
        it.set_answer(question, answer);
        it
    }

    #[test]
    fn every_question_that_becomes_something_is_asked() {
        let questions = phase_content().questions.iter().flat_map(|group| &group.items);
        let all: Vec<Becomes> =
            questions.flat_map(|it| becomes(&it.id)).copied().collect::<Vec<_>>();
        assert_eq!(all.len(), 8, "each is written as the content has it");
        for what in all {
            if let Becomes::Meeting(kind) = what {
                assert!(meeting_kind(kind).is_some(), "{kind}");
            }
        }
        assert!(phase_content().self_check.needs.iter().any(|need| need.id == SPARRING));
    }

    #[test]
    fn what_is_made_says_where_it_came_from_and_can_be_taken_back() {
        let table = [
            ("aq-pl-udfordringer", Becomes::Challenge, ""),
            ("aq-pl-haandtere", Becomes::Purpose, ""),
            ("aq-pl-forandringer", Becomes::Goal, "g"),
            ("aq-pl-rustet", Becomes::Point, "p"),
            ("aq-sp-kompetencer", Becomes::Support, "a"),
        ];
        for (question, what, id) in table {
            let mut it = answered(question, " Sådan ");
            it.set_challenge("før");
            it.set_purpose("før");
            let before = it.clone();
            assert_eq!(it.came_of(question, what), None, "{question}");
            let stood = it.make_of_answer(question, what, id);
            assert_eq!(it.came_of(question, what).as_deref(), Some(id), "{question}");
            assert!(it.would_replace(question, what).is_empty(), "the same is no loss");
            it.restore(&stood);
            assert_eq!(it, before, "{question}");
        }
    }

    #[test]
    fn says_what_would_be_lost() {
        let mut it = answered("aq-pl-udfordringer", "Ny");
        assert_eq!(it.would_replace("aq-pl-udfordringer", Becomes::Challenge), "");
        it.set_challenge(" Gammel ");
        assert_eq!(it.would_replace("aq-pl-udfordringer", Becomes::Challenge), "Gammel");
        it.set_later_answer("aq-pl-udfordringer", "Gammel");
        assert_eq!(it.came_of("aq-pl-udfordringer", Becomes::Challenge).as_deref(), Some(""));
    }

    #[test]
    fn a_request_for_support_loses_nothing_that_was_written() {
        let question = "aq-sp-kompetencer";
        let mut it = answered(question, "Sparring på makkerpar");
        let place = readiness("a");
        it.set_note(&place, "Kursus i uge 3");
        it.set_need("a", NOTHING, true);
        it.make_of_answer(question, Becomes::Support, "a");
        assert_eq!(it.note(&place), "Kursus i uge 3\nSparring på makkerpar");
        assert_eq!(it.needs("a"), ["sparring"]);
        assert!(it.lacks(phase_content(), "a"));
        let again = it.clone();
        it.make_of_answer(question, Becomes::Support, "a");
        assert_eq!(it, again, "said once");
    }

    #[test]
    fn two_devices_that_make_something_of_one_answer_write_apart() {
        let it = answered("aq-pl-forandringer", "Flere siger noget");
        let made = |id: &str| {
            let mut mine = it.clone();
            mine.make_of_answer("aq-pl-forandringer", Becomes::Goal, id);
            difference(&it, &mine).set
        };
        let (one, other) = (made("g"), made("h"));
        assert!(one.keys().all(|path| !other.contains_key(path)));
    }

    #[test]
    fn a_short_answer_is_a_title() {
        assert_eq!(title_and_note("Parallellagt dansk"), ("Parallellagt dansk", ""));
        assert_eq!(title_and_note("To\nlinjer"), ("", "To\nlinjer"));
        let long = "x".repeat(81);
        assert_eq!(title_and_note(&long), ("", long.as_str()));
    }
}
