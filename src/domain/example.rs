//! The made-up initiative that shows how the app works.

use std::collections::BTreeMap;

use chrono::{Days, NaiveDate};
use serde::Deserialize;
use serde_json::{Map, Value, json};

use crate::domain::agreement::Agreement;
use crate::domain::calendar::SchoolYear;
use crate::domain::record::{EXAMPLE, Fields, Kind, Record as _};
use crate::domain::text::Lang;
use crate::ledger::{Gather, RecordId};

const STORY: &str = include_str!(concat!(env!("OUT_DIR"), "/content/example.json"));

const DAY_MS: i64 = 24 * 3_600_000;

#[derive(Deserialize)]
struct Entry {
    key: String,
    kind: String,
    fields: BTreeMap<String, Value>,
}

/// The example's records, each marked as such, in a language and around a day.
///
/// `midnight` is the beginning of `today` in milliseconds since 1970; `new_id` names the records.
pub fn example(
    lang: Lang,
    today: NaiveDate,
    midnight: u64,
    mut new_id: impl FnMut() -> RecordId,
) -> Vec<(RecordId, Kind, Fields)> {
    let entries: Vec<Entry> = serde_json::from_str(STORY).unwrap_or_default();
    let ids: BTreeMap<_, _> = entries.iter().map(|entry| (entry.key.clone(), new_id())).gather();
    let teller = Teller { lang, today, midnight, ids };
    entries
        .into_iter()
        .filter_map(|entry| {
            let kind = entry.kind.parse().ok()?;
            let told = |(path, value)| (path, teller.tell(value));
            let mut fields = Fields(entry.fields.into_iter().map(told).gather());
            fields.put(EXAMPLE, true);
            if kind == Kind::Agreement {
                agree(&mut fields, midnight);
            }
            Some((*teller.ids.get(&entry.key)?, kind, fields))
        })
        .collect()
}

/// Everybody says yes the day before: to the words as they are told, which the file cannot know.
fn agree(fields: &mut Fields, midnight: u64) {
    let mut agreement = Agreement::read(fields);
    let at = midnight.saturating_add_signed(-8 * DAY_MS + 14 * 3_600_000);
    for who in agreement.parties() {
        agreement.confirm(&who, "1", at);
    }
    *fields = agreement.write();
}

/// Turns the shorthand of the file into values: `{da, en}`, `day:-14`, `at:-14 08:15`, `rec:key`.
struct Teller {
    lang: Lang,
    today: NaiveDate,
    midnight: u64,
    ids: BTreeMap<String, RecordId>,
}

impl Teller {
    fn tell(&self, value: Value) -> Value {
        match value {
            Value::Object(both) if both.contains_key("da") => {
                both.get(self.lang.tag()).cloned().unwrap_or_default()
            }
            Value::Object(map) => {
                let told = map.into_iter().map(|(key, value)| (key, self.tell(value)));
                Value::Object(told.gather::<Map<_, _>>())
            }
            Value::String(text) => self.shorthand(&text).unwrap_or(Value::String(text)),
            other => other,
        }
    }

    fn shorthand(&self, text: &str) -> Option<Value> {
        let (what, rest) = text.split_once(':')?;
        match what {
            "day" => Some(json!(self.day(rest.parse().ok()?)?.to_string())),
            "year" => Some(json!(SchoolYear::of(self.today).0)),
            "rec" => Some(json!(self.ids.get(rest)?.to_string())),
            "at" => {
                let (days, time) = rest.split_once(' ')?;
                let (hours, minutes) = time.split_once(':')?;
                let minutes = hours.parse::<i64>().ok()? * 60 + minutes.parse::<i64>().ok()?;
                let offset = days.parse::<i64>().ok()? * DAY_MS + minutes * 60_000;
                Some(json!(self.midnight.saturating_add_signed(offset)))
            }
            _ => None,
        }
    }

    fn day(&self, offset: i64) -> Option<NaiveDate> {
        let days = Days::new(offset.unsigned_abs());
        if offset < 0 {
            self.today.checked_sub_days(days)
        } else {
            self.today.checked_add_days(days)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::agreement::{Stage, Term};
    use crate::domain::built_in::Content;
    use crate::domain::forms::ItemKind;
    use crate::domain::home::Jot;
    use crate::domain::initiative::closing_content::closing_content;
    use crate::domain::initiative::embedding::{DECISION, DecisionState};
    use crate::domain::initiative::sparring::sparring_content;
    use crate::domain::initiative::{ExpectationPart, GoalWords, Initiative, smart};
    use crate::domain::measurement::{END, InstrumentKind, Measurement, START};
    use crate::domain::observation::{Moment, Observation};
    use crate::domain::plan::{ExitTicket, Lesson, Meeting};
    use crate::domain::voices::Survey;

    fn told(lang: Lang) -> Vec<(RecordId, Kind, Fields)> {
        let mut n = 0;
        example(lang, "2026-11-23".parse().unwrap(), 1_795_388_400_000, || {
            n += 1;
            RecordId::new(n, [0; 10])
        })
    }

    /// Whether the form has every id that an answer speaks of.
    fn fits(kind: &ItemKind, path: &str, value: &Value) -> bool {
        let id = |key: &str| value.get(key).and_then(Value::as_str).unwrap_or_default();
        match kind {
            ItemKind::Rating { .. } if path.starts_with("comments/") => value.is_string(),
            ItemKind::Rating { .. } if path.starts_with("evidence/") => value == true,
            ItemKind::Rating { .. } | ItemKind::Choice { .. } => kind.answer(value).is_some(),
            ItemKind::Multi { options, .. } => {
                options.iter().any(|option| path.ends_with(&format!("/{}", option.id)))
            }
            ItemKind::Tally { counters } => counters.iter().any(|it| it.id == id("counter")),
            ItemKind::TimedNotes { tags, .. } => tags.iter().any(|tag| tag.id == id("tag")),
            ItemKind::Text { .. } | ItemKind::Number { .. } => true,
            ItemKind::Interval { tracks, .. } => {
                let codes = value.get("codes").and_then(Value::as_object);
                path.starts_with("intervals/")
                    || codes.into_iter().flatten().all(|(track, code)| {
                        let track = tracks.iter().find(|it| it.id == *track).unwrap();
                        track.codes.iter().any(|it| Some(it.id.as_str()) == code.as_str())
                    })
            }
            ItemKind::Roles { models } => models.iter().any(|it| it.id == id("model")),
        }
    }

    /// Places of an observation that are of no question.
    const HEAD: [&str; 3] = ["adults", "clock", "pupils"];

    /// Nothing is missing in what is no observation.
    fn of_the_day(kind: Kind, fields: &Fields, of: RecordId) {
        assert!(fields.flag(EXAMPLE));
        assert_eq!(fields.parsed("initiative"), Some(of));
        match kind {
            Kind::Agreement => {
                let it = Agreement::read(fields);
                assert_eq!((it.flaws(), it.waits_for()), (vec![], vec![]));
                assert_eq!(it.stage(true), Stage::Talked);
            }
            Kind::Lesson => {
                let it = Lesson::read(fields);
                assert_eq!((it.flaws(), it.parts().len()), (vec![], 2));
            }
            Kind::Jot => assert!(Jot::read(fields).at().is_some()),
            Kind::Meeting => {
                let it = Meeting::read(fields);
                assert!(it.flaws().is_empty() && it.is_sparring() && it.took_place());
                let kind = sparring_content().kind(&it.sparring_kind());
                assert!(kind.is_some() && !it.sparring_answer("sparring-proeve").is_empty());
            }
            Kind::Measurement => {
                let it = Measurement::read(fields);
                assert_eq!(it.pupils().len(), 9);
                assert_eq!([START, END].map(|wave| it.answered_in(wave)), [9, 9]);
                let instrument = it.instrument().unwrap();
                let InstrumentKind::Scale(scale) = &instrument.kind else {
                    panic!("the example measures by a scale");
                };
                for (path, value) in
                    fields.0.iter().filter(|(path, _)| path.starts_with("answers/"))
                {
                    let item = path.rsplit('/').next().unwrap();
                    assert!(scale.items.iter().any(|it| it.id == item), "{path}");
                    let step = value.as_i64();
                    assert!(
                        scale.steps.iter().any(|it| Some(i64::from(it.value)) == step),
                        "{path}"
                    );
                }
            }
            Kind::Survey => {
                let it = Survey::read(fields);
                let rounds = it.rounds();
                assert!(rounds.len() == 2 && rounds.iter().all(|round| it.is_closed(round)));
                for round in &rounds {
                    let of_round: u32 = it.batches(round).iter().map(|(_, size)| size).sum();
                    assert!(of_round >= 8, "{round}: {of_round}");
                    let asked = it.asked_in(round);
                    assert!(asked.iter().all(|id| it.question(id).is_some()));
                    let known =
                        |path: &str| asked.iter().any(|id| path.contains(&format!("/{id}/")));
                    let place = format!("answers/{round}/");
                    assert!(
                        fields.0.keys().filter(|path| path.starts_with(&place)).all(|it| known(it))
                    );
                }
                assert!(!it.told(&rounds[0]).is_empty() && it.told_on(&rounds[0]).is_some());
            }
            _ => assert_eq!(ExitTicket::read(fields).total(), 23),
        }
    }

    /// Each room of the initiative has something in it that hangs together with the rest.
    fn rooms_are_filled(it: &Initiative, records: &[(RecordId, Kind, Fields)]) {
        assert_eq!(it.decision_state(), DecisionState::Whole);
        assert!(it.unjudged().is_empty() && it.worded_expectations().len() == 2);
        let outcomes = closing_content().options("fo-indfriet");
        for id in it.worded_expectations() {
            let outcome = it.expectation(&id, ExpectationPart::Outcome);
            assert!(outcomes.iter().any(|it| it.id == outcome), "{outcome}");
        }
        let who = it.who(DECISION).unwrap();
        assert!(!who.gone && it.by(DECISION) > it.to());
        assert!(it.pupils().len() >= 8 && !it.challenge().is_empty() && !it.changes().is_empty());
        for goal in it.goals() {
            let category = smart().category(&goal.words(GoalWords::Category));
            assert!(category.is_some() && goal.indicator().is_some(), "{}", goal.id);
            let Some(measured) = goal.measurement() else { continue };
            assert!(
                records.iter().any(|(rec, kind, _)| *rec == measured && *kind == Kind::Measurement)
            );
        }
        let prepared =
            it.is_done("tasks/lt-or-moeder") && it.who("tasks/lt-or-observationer").is_some();
        assert!(prepared, "and phase 1 is begun");
    }

    #[test]
    fn a_lesson_was_observed_as_it_was_agreed() {
        let records = told(Lang::Da);
        let find = |kind: Kind| records.iter().filter(move |it| it.1 == kind);
        let agreed = find(Kind::Agreement).next().unwrap();
        let observed = find(Kind::Observation).next_back().unwrap();
        let (agreement, it) = (Agreement::read(&agreed.2), Observation::read(&observed.2));
        assert_eq!(it.agreement(), Some(agreed.0));
        assert_eq!((it.day(), it.class()), (agreement.day(), agreement.class()));
        assert_eq!(it.pupils(), agreement.pupils());
        let lesson = find(Kind::Lesson).find(|lesson| Some(lesson.0) == it.lesson()).unwrap();
        assert_eq!(Lesson::read(&lesson.2).focus(), it.focus());
        assert_eq!(it.focus(), agreement.term(Term::Focus));
        assert!(it.finished().is_some() && !it.to_try().is_empty());
        let (item, stations) = ("obs-tolaerer-interval", "stationsundervisning");
        let moments: Vec<_> = (1..=22).filter_map(|number| it.moment(item, number)).collect();
        assert_eq!(moments.len(), 22);
        let at_stations = moments.iter().filter(|moment| match moment {
            Moment::Marked { codes, late, .. } => {
                !late && codes.contains(&("model".into(), stations.into()))
            }
            Moment::Skipped { .. } => false,
        });
        assert_eq!(at_stations.count(), 14);
    }

    #[test]
    fn hangs_together_and_is_marked() {
        let content = Content::built_in();
        for lang in [Lang::Da, Lang::En] {
            let records = told(lang);
            let initiative = Initiative::read(&records[0].2);
            assert_eq!(initiative.flaws(), []);
            assert!(initiative.example() && initiative.school_year() == Some(SchoolYear(2026)));
            rooms_are_filled(&initiative, &records);
            let count = |kind: Kind| records.iter().filter(|it| it.1 == kind).count();
            assert_eq!(Kind::ALL.map(count), [1, 3, 0, 1, 5, 1, 1, 1, 1, 1, 0, 0, 0]);
            for (_, kind, fields) in &records[1..] {
                if *kind != Kind::Observation {
                    of_the_day(*kind, fields, records[0].0);
                    continue;
                }
                let observation = Observation::read(fields);
                assert!(observation.example() && observation.flaws().is_empty());
                assert_eq!(observation.initiative(), Some(records[0].0));
                let template = content.template(&observation.template().unwrap()).unwrap();
                let known: Vec<_> = template.items().map(|item| item.id.as_str()).collect();
                for (path, value) in &fields.0 {
                    let mut parts = path.split('/');
                    let is_head = parts.next().is_some_and(|it| HEAD.contains(&it));
                    let Some(id) = parts.next().filter(|_| !is_head) else { continue };
                    assert!(known.contains(&id), "{path}");
                    let item = template.items().find(|item| item.id == id).unwrap();
                    assert!(fits(&item.kind, path, value), "{path} has {value}");
                }
            }
        }
        assert_eq!(told(Lang::En)[0].2.text("title"), "Co-teaching in 5.b");
    }
}
