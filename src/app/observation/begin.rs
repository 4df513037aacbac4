//! What an observation begins with: an agreement, a lesson of the plan, or the one before it.

use chrono::NaiveDate;

use crate::domain::agreement::{Agreement, Side, Stage, Term};
use crate::domain::observation::Observation;
use crate::domain::plan::Lesson;
use crate::ledger::RecordId;

/// The adults of a lesson, as forms call them.
const ADULTS: [&str; 2] = ["a", "b"];

/// The observation that was agreed on. It counts as agreed once everybody has said yes.
pub fn from_agreement(rec: RecordId, agreement: &Agreement) -> Observation {
    let mut begun = Observation::default();
    begun.set_agreement(Some(rec));
    begun.set_initiative(agreement.initiative());
    if let Some(template) = agreement.template() {
        begun.set_template(&template);
    }
    begun.set_day(agreement.day());
    begun.set_begins(agreement.begins());
    begun.set_class(&agreement.class());
    begun.set_observer(&agreement.side(Side::Observer).into_iter().next().unwrap_or_default());
    for (adult, initials) in ADULTS.into_iter().zip(agreement.side(Side::Observed)) {
        begun.set_adult(adult, &initials);
    }
    begun.set_focus(&agreement.term(Term::Focus));
    begun.set_pupils(&agreement.pupils().join(" "));
    begun.set_example(agreement.example());
    begun.set_agreed((agreement.stage(false) >= Stage::Agreed).then_some(true));
    begun
}

/// An observation of a planned lesson: who teaches what, where and how is known. Where the plan names
/// no focus, what was to be done otherwise this time is one. The rest is as `begun`.
pub fn from_lesson(
    mut begun: Observation,
    rec: RecordId,
    lesson: &Lesson,
    reminder: Option<&str>,
) -> Observation {
    begun.set_lesson(Some(rec));
    begun.set_day(lesson.day());
    begun.set_begins(lesson.begins());
    begun.set_class(&lesson.class());
    begun.set_planned_model(&lesson.model());
    let focus = Some(lesson.focus()).filter(|focus| !focus.trim().is_empty());
    begun.set_focus(&focus.unwrap_or_else(|| reminder.unwrap_or_default().to_owned()));
    for adult in Lesson::ADULTS {
        begun.set_adult(adult, &lesson.adult(adult));
    }
    begun
}

/// As last time, today.
pub fn as_last(last: &Observation, today: NaiveDate) -> Observation {
    last.copy_for_new(today)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::calendar::iso;
    use crate::domain::forms::TemplateRef;
    use crate::domain::observation::Note;
    use crate::domain::text::Lang;

    fn agreement() -> Agreement {
        let mut it = Agreement::default();
        it.set_initiative(Some(RecordId::new(1, [1; 10])));
        it.set_template(&TemplateRef { id: "obs".into(), version: 2 });
        it.set_side(Side::Observed, "SO AL MO");
        it.set_side(Side::Observer, "KA");
        it.set_class("7.c");
        it.set_term(Term::Focus, "Fagord");
        it.set_term(Term::LookFor, "Hvem forklarer?");
        it.set_term(Term::OwnQuestion, "Hvad nu?");
        it.set_pupils("E04 E17");
        it.set_day(iso::day("2026-11-24"));
        it.set_begins(iso::time("08:15"));
        it.set_talk_day(iso::day("2026-11-24"));
        it
    }

    #[test]
    fn an_observation_of_a_planned_lesson_knows_what_was_planned() {
        let rec = RecordId::new(2, [2; 10]);
        let mut lesson = Lesson::default();
        lesson.set_day(iso::day("2026-11-24"));
        lesson.set_begins(iso::time("10:00"));
        lesson.set_class("5.b");
        lesson.set_adult("a", "Mette");
        lesson.set_adult("b", "Jonas");
        lesson.set_model("stationsundervisning", &[], Lang::Da);
        let mut before = Observation::default();
        before.set_observer("KB");
        let begun = from_lesson(before.clone(), rec, &lesson, Some("Kortere skift"));
        assert_eq!(begun.focus(), "Kortere skift");
        assert_eq!(from_lesson(before.clone(), rec, &lesson, None).focus(), "");
        lesson.set_focus("Forklare med fagord");
        let begun = from_lesson(before, rec, &lesson, Some("Kortere skift"));
        assert_eq!(begun.focus(), "Forklare med fagord");
        assert_eq!((begun.lesson(), begun.day()), (Some(rec), lesson.day()));
        assert_eq!((begun.begins(), begun.class()), (lesson.begins(), "5.b".to_owned()));
        assert_eq!((begun.adult("a"), begun.adult("b")), ("Mette".into(), "Jonas".into()));
        assert_eq!(begun.planned_model(), "stationsundervisning");
        assert_eq!(begun.observer(), "KB");
        assert!(!begun.is_begun(), "the form can still be exchanged");
    }

    #[test]
    fn what_was_agreed_is_filled_in() {
        let rec = RecordId::new(2, [2; 10]);
        let mut agreement = agreement();
        let begun = from_agreement(rec, &agreement);
        assert_eq!(begun.agreement(), Some(rec));
        assert_eq!(begun.initiative(), agreement.initiative());
        assert_eq!(begun.template(), agreement.template());
        assert_eq!((begun.day(), begun.begins()), (agreement.day(), agreement.begins()));
        assert_eq!((begun.class().as_str(), begun.observer().as_str()), ("7.c", "KA"));
        assert_eq!((begun.adult("a").as_str(), begun.adult("b").as_str()), ("SO", "AL"));
        assert_eq!(begun.focus(), "Fagord");
        assert_eq!(begun.pupils(), ["E04", "E17"]);
        assert_eq!(begun.is_agreed(), None, "nobody has said yes");
        assert!(!begun.is_begun() && !begun.may_start());

        for who in agreement.parties() {
            agreement.confirm(&who, "1", 1);
        }
        assert!(from_agreement(rec, &agreement).may_start());
        agreement.set_class("7.b");
        assert!(!from_agreement(rec, &agreement).may_start(), "that is another agreement");
    }

    #[test]
    fn as_last_is_the_same_frame_and_none_of_the_answers() {
        let mut last = from_agreement(RecordId::new(2, [2; 10]), &agreement());
        last.set_note("n", "1", Some(&Note::default()));
        last.start(1);
        last.end(Some(2));
        last.set_finished(Some(3));
        let begun = as_last(&last, iso::day("2026-12-01").unwrap());
        assert!(!begun.is_begun() && begun.started().is_none() && begun.finished().is_none());
        assert_eq!(begun.is_agreed(), None);
        assert_eq!(begun.agreement(), None, "that was about another day");
        assert_eq!(begun.day(), iso::day("2026-12-01"));
        assert_eq!(begun.template(), last.template());
        assert_eq!((begun.class(), begun.adult("a")), ("7.c".to_owned(), "SO".to_owned()));
        assert_eq!((begun.observer(), begun.pupils()), ("KA".to_owned(), last.pupils()));
        assert_eq!(begun.focus(), "Fagord");
    }
}
