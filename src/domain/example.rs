//! The made-up initiative that shows how the app works.

use std::collections::BTreeMap;

use chrono::{Days, NaiveDate};
use serde::Deserialize;
use serde_json::{Map, Value, json};

use super::fields::{EXAMPLE, Fields};
use super::kind::Kind;
use super::lang::Lang;
use super::school_year::SchoolYear;
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
            let told = |(path, value)| (path, teller.tell(value));
            let mut fields = Fields(entry.fields.into_iter().map(told).gather());
            fields.put(EXAMPLE, true);
            Some((*teller.ids.get(&entry.key)?, entry.kind.parse().ok()?, fields))
        })
        .collect()
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
    use super::super::content::Content;
    use super::super::fields::Record;
    use super::super::initiative::Initiative;
    use super::super::observation::Observation;
    use super::super::template::ItemKind;
    use super::*;

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
            ItemKind::Rating { .. } | ItemKind::Choice { .. } => kind.answer(value).is_some(),
            ItemKind::Multi { options, .. } => {
                options.iter().any(|option| path.ends_with(&format!("/{}", option.id)))
            }
            ItemKind::Tally { counters } => counters.iter().any(|it| it.id == id("counter")),
            ItemKind::TimedNotes { tags, .. } => tags.iter().any(|tag| tag.id == id("tag")),
            ItemKind::Text { .. } | ItemKind::Number { .. } => true,
            ItemKind::Interval { .. } | ItemKind::Roles { .. } => false,
        }
    }

    #[test]
    fn hangs_together_and_is_marked() {
        let content = Content::built_in();
        for lang in [Lang::Da, Lang::En] {
            let records = told(lang);
            let initiative = Initiative::read(&records[0].2);
            assert_eq!(initiative.flaws(), []);
            assert!(initiative.example() && initiative.school_year() == Some(SchoolYear(2026)));
            assert_eq!(records.len(), 3);
            for (_, kind, fields) in &records[1..] {
                assert_eq!(*kind, Kind::Observation);
                let observation = Observation::read(fields);
                assert!(observation.example() && observation.flaws().is_empty());
                assert_eq!(observation.initiative(), Some(records[0].0));
                let template = content.template(&observation.template().unwrap()).unwrap();
                let known: Vec<_> = template.items().map(|item| item.id.as_str()).collect();
                for (path, value) in &fields.0 {
                    let Some(id) = path.split('/').nth(1) else { continue };
                    assert!(known.contains(&id), "{path}");
                    let item = template.items().find(|item| item.id == id).unwrap();
                    assert!(fits(&item.kind, path, value), "{path} has {value}");
                }
            }
        }
        assert_eq!(told(Lang::En)[0].2.text("title"), "Co-teaching in 5.b");
    }
}
