//! A new observation that begins as an earlier one did.

use chrono::NaiveDate;

use super::observation::Observation;
use crate::domain::record::{Fields, Record as _};

/// What says which lesson it is and how it is observed. All else is what was seen that day.
const KEPT: [&str; 7] =
    ["initiative", "template", "templateVersion", "class", "observer", "focus", "example"];

/// The same, for paths with something below them.
const KEPT_BELOW: [&str; 4] = ["adults", "groups", "intervals", "pupils"];

impl Observation {
    /// The same head, form and plan for another lesson today: without answers, notes and times, and
    /// not agreed on or finished, since that was said of the other lesson.
    pub fn copy_for_new(&self, today: NaiveDate) -> Self {
        let is_kept = |path: &str| {
            KEPT.contains(&path)
                || path.split_once('/').is_some_and(|(place, _)| KEPT_BELOW.contains(&place))
        };
        let mut kept = Fields::default();
        for (path, value) in self.write().0.into_iter().filter(|(path, _)| is_kept(path)) {
            kept.0.insert(path, value);
        }
        let mut copy = Self::read(&kept);
        copy.set_day(Some(today));
        copy
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::forms::TemplateRef;
    use crate::domain::observation::lesson_log::{Note, Tap};
    use crate::domain::observation::observation::{Rated, Words};
    use crate::ledger::RecordId;

    #[test]
    fn has_the_plan_and_nothing_that_was_seen() {
        let mut plan = Observation::default();
        plan.set_initiative(Some(RecordId::new(1, [1; 10])));
        plan.set_template(&TemplateRef { id: "obs-generel".into(), version: 2 });
        plan.set_class("5.b");
        plan.set_observer("KA");
        plan.set_adult("a", "MK");
        plan.set_focus("Forklare med fagord");
        plan.set_pupils("E04 E17");

        let mut seen = plan.clone();
        seen.set_day("2026-11-20".parse().ok());
        seen.set_begins(chrono::NaiveTime::from_hms_opt(8, 15, 0));
        seen.set_agreed(Some(false));
        seen.set_reason("På gangen");
        seen.rate("a", Some(Rated::Level(2)));
        seen.set_words(Words::Text, "t", "Æbler");
        seen.pick("p", "x", true);
        seen.set_note("n", "1", Some(&Note { at: 1, text: "Ro".into(), ..Note::default() }));
        seen.tap("c", "1", &Tap { counter: "x".into(), at: 1, who: String::new() });
        seen.start(1);
        seen.end(Some(2));
        seen.set_finished(Some(3));

        let today = "2026-11-23".parse().unwrap();
        plan.set_day(Some(today));
        assert_eq!(seen.copy_for_new(today), plan);
        assert!(!plan.is_begun() && plan.finished().is_none());
    }
}
