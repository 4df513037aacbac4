//! One filled-in lesson.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{NaiveDate, NaiveTime};
use serde_json::{Value, json};

use super::fields::{DAY, EXAMPLE, FINISHED, Fields, INITIATIVE, Record};
use super::kind::Kind;
use super::template::TemplateRef;
use crate::ledger::{Gather, RecordId, in_order};

/// What was seen of something that has described levels. Not seen is not the lowest level.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rated {
    /// One of the levels, from 1.
    Level(u8),
    /// It did not come up in this lesson.
    NotSeen,
}

/// One tap on a counter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tap {
    /// The counter's id in the template.
    pub counter: String,
    /// When, in milliseconds since 1970.
    pub at: u64,
}

/// One note with the time of its first key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// When, in milliseconds since 1970.
    pub at: u64,
    /// The tag's id in the template; may be empty.
    pub tag: String,
    /// What was seen or heard.
    pub text: String,
}

/// A map from an item of the template.
type ByItem<T> = BTreeMap<String, T>;

/// One filled-in lesson. Answers are kept by the item's id, each kind in its own map.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Observation {
    /// The initiative it belongs to.
    pub initiative: Option<RecordId>,
    /// The version of the form it is filled in with, for ever.
    pub template: Option<TemplateRef>,
    /// The day of the lesson.
    pub day: Option<NaiveDate>,
    /// When the lesson begins.
    pub begins: Option<NaiveTime>,
    /// The class or group.
    pub class: String,
    /// Who observes, as initials.
    pub observer: String,
    /// Levels.
    pub ratings: ByItem<Rated>,
    /// What was seen that speaks for a level.
    pub comments: ByItem<String>,
    /// The one option chosen.
    pub choices: ByItem<String>,
    /// The options chosen of several.
    pub picks: ByItem<BTreeSet<String>>,
    /// Free text.
    pub texts: ByItem<String>,
    /// Numbers as they were written, with a point for decimals.
    pub numbers: ByItem<String>,
    /// Taps on counters, by an id of their own.
    pub taps: ByItem<BTreeMap<String, Tap>>,
    /// Running notes, by an id of their own.
    pub notes: ByItem<BTreeMap<String, Note>>,
    /// When it was marked as done, in milliseconds since 1970.
    pub finished: Option<u64>,
    /// Whether it belongs to the made-up initiative.
    pub example: bool,
}

/// A field outside the template, for saying where something is wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ObservationField {
    /// The day is missing.
    Day,
    /// It belongs to no initiative.
    Initiative,
}

impl Observation {
    /// What keeps it from being finished. It can be left as it is.
    pub fn flaws(&self) -> Vec<ObservationField> {
        [
            self.initiative.is_none().then_some(ObservationField::Initiative),
            self.day.is_none().then_some(ObservationField::Day),
        ]
        .into_iter()
        .flatten()
        .collect()
    }

    /// How often a counter was tapped.
    pub fn count(&self, item: &str, counter: &str) -> usize {
        let taps = self.taps.get(item);
        taps.map_or(0, |taps| taps.values().filter(|tap| tap.counter == counter).count())
    }

    /// The id of the last tap of an item, by time and then by id.
    pub fn last_tap(&self, item: &str) -> Option<&str> {
        let taps = self.taps.get(item)?;
        taps.iter().max_by_key(|(id, tap)| (tap.at, *id)).map(|(id, _)| id.as_str())
    }

    /// The notes of an item, the earliest first.
    pub fn notes_in_order(&self, item: &str) -> Vec<(&str, &Note)> {
        let notes = self.notes.get(item).into_iter().flatten();
        let notes: Vec<_> = notes.map(|(id, note)| (id.as_str(), note)).collect();
        in_order(notes, |(a, one), (b, other)| (one.at, a).cmp(&(other.at, b)))
    }

    /// Whether anything at all has been answered for an item.
    pub fn is_answered(&self, item: &str) -> bool {
        self.ratings.contains_key(item)
            || self.choices.contains_key(item)
            || self.picks.get(item).is_some_and(|picks| !picks.is_empty())
            || self.texts.get(item).is_some_and(|text| !text.trim().is_empty())
            || self.numbers.get(item).is_some_and(|text| !text.is_empty())
            || self.taps.get(item).is_some_and(|taps| !taps.is_empty())
            || self.notes.get(item).is_some_and(|notes| !notes.is_empty())
    }
}

impl Record for Observation {
    const KIND: Kind = Kind::Observation;

    fn read(fields: &Fields) -> Self {
        let texts = |prefix| {
            let texts = fields.below(prefix);
            texts.filter_map(|(item, text)| Some((item.into(), text.as_str()?.into()))).gather()
        };
        Self {
            initiative: fields.parsed(INITIATIVE),
            template: TemplateRef::read(fields),
            day: fields.day(DAY),
            begins: fields.time("begins"),
            class: fields.text("class"),
            observer: fields.text("observer"),
            ratings: fields
                .below("ratings")
                .filter_map(|(item, value)| Some((item.to_owned(), Rated::read(value)?)))
                .gather(),
            comments: texts("comments"),
            choices: texts("choices"),
            picks: grouped(fields, "picks", |option, value| {
                (value == &Value::Bool(true)).then(|| option.to_owned())
            }),
            texts: texts("texts"),
            numbers: texts("numbers"),
            taps: grouped(fields, "taps", |id, value| Some((id.to_owned(), Tap::read(value)?))),
            notes: grouped(fields, "notes", |id, value| Some((id.to_owned(), Note::read(value)?))),
            finished: fields.number(FINISHED),
            example: fields.flag(EXAMPLE),
        }
    }

    fn write(&self) -> Fields {
        let mut fields = Fields::default();
        fields.put_shown(INITIATIVE, self.initiative);
        if let Some(template) = &self.template {
            template.write(&mut fields);
        }
        fields.put_shown(DAY, self.day);
        fields.put_time("begins", self.begins);
        fields.put_text("class", &self.class);
        fields.put_text("observer", &self.observer);
        for (item, rated) in &self.ratings {
            fields.put(format!("ratings/{item}"), rated.write());
        }
        let texts = [
            ("comments", &self.comments),
            ("choices", &self.choices),
            ("texts", &self.texts),
            ("numbers", &self.numbers),
        ];
        for (prefix, answers) in texts {
            answers
                .iter()
                .for_each(|(item, text)| fields.put_text(format!("{prefix}/{item}"), text));
        }
        for (item, picks) in &self.picks {
            picks.iter().for_each(|option| fields.put(format!("picks/{item}/{option}"), true));
        }
        for (item, taps) in &self.taps {
            taps.iter().for_each(|(id, tap)| fields.put(format!("taps/{item}/{id}"), tap.write()));
        }
        for (item, notes) in &self.notes {
            let path = |id: &str| format!("notes/{item}/{id}");
            notes.iter().for_each(|(id, note)| fields.put(path(id), note.write()));
        }
        if let Some(finished) = self.finished {
            fields.put(FINISHED, finished);
        }
        fields.put_flag(EXAMPLE, self.example);
        fields
    }
}

/// Gathers `prefix/item/id` by item.
fn grouped<T, C: Default + Extend<T>>(
    fields: &Fields,
    prefix: &str,
    read: impl Fn(&str, &Value) -> Option<T>,
) -> ByItem<C> {
    let mut groups = ByItem::<C>::new();
    for (item, id, value) in fields.below_two(prefix) {
        if let Some(entry) = read(id, value) {
            groups.entry(item.to_owned()).or_default().extend([entry]);
        }
    }
    groups
}

impl Rated {
    fn read(value: &Value) -> Option<Self> {
        match value {
            Value::String(text) if text == "not-seen" => Some(Self::NotSeen),
            Value::Number(level) => Some(Self::Level(u8::try_from(level.as_u64()?).ok()?)),
            _ => None,
        }
    }

    fn write(self) -> Value {
        match self {
            Self::Level(level) => json!(level),
            Self::NotSeen => json!("not-seen"),
        }
    }
}

impl Tap {
    fn read(value: &Value) -> Option<Self> {
        Some(Self {
            counter: value.get("counter")?.as_str()?.to_owned(),
            at: value.get("at")?.as_u64()?,
        })
    }

    fn write(&self) -> Value {
        json!({ "counter": self.counter, "at": self.at })
    }
}

impl Note {
    fn read(value: &Value) -> Option<Self> {
        let tag = value.get("tag").and_then(Value::as_str).unwrap_or_default();
        Some(Self {
            at: value.get("at")?.as_u64()?,
            tag: tag.to_owned(),
            text: value.get("text")?.as_str()?.to_owned(),
        })
    }

    fn write(&self) -> Value {
        let mut value = json!({ "at": self.at, "text": self.text });
        if !self.tag.is_empty() {
            value["tag"] = json!(self.tag);
        }
        value
    }
}

#[cfg(test)]
mod tests {
    use super::super::fields::difference;
    use super::*;

    fn observation() -> Observation {
        let item = || "i".to_owned();
        Observation {
            initiative: Some(RecordId::new(1, [1; 10])),
            template: Some(TemplateRef { id: "obs-generel".into(), version: 1 }),
            day: "2026-11-23".parse().ok(),
            begins: NaiveTime::from_hms_opt(8, 15, 0),
            class: "5.b".into(),
            observer: "MK".into(),
            ratings: [(item(), Rated::Level(2)), ("j".into(), Rated::NotSeen)].into(),
            comments: [(item(), "Tre ventede".into())].into(),
            choices: [(item(), "mundtligt".into())].into(),
            picks: [(item(), ["a".into(), "b".into()].into())].into(),
            texts: [(item(), "Æbler".into())].into(),
            numbers: [(item(), "2.5".into())].into(),
            taps: [(item(), [("t1".into(), Tap { counter: "c".into(), at: 5 })].into())].into(),
            notes: [(
                item(),
                [("n1".into(), Note { at: 7, tag: String::new(), text: "Ro".into() })].into(),
            )]
            .into(),
            finished: Some(9),
            example: true,
        }
    }

    #[test]
    fn every_kind_of_answer_survives_the_ledger() {
        assert_eq!(Observation::read(&observation().write()), observation());
    }

    #[test]
    fn two_ticks_and_two_notes_never_collide() {
        let (before, mut after) = (observation(), observation());
        after.picks.entry("i".into()).or_default().insert("c".into());
        after.notes.entry("i".into()).or_default().remove("n1");
        let change = difference(&before, &after);
        assert_eq!(change.set.keys().collect::<Vec<_>>(), ["picks/i/c"]);
        assert_eq!(change.unset.iter().collect::<Vec<_>>(), ["notes/i/n1"]);
    }

    #[test]
    fn knows_the_last_tap() {
        let mut observation = observation();
        let taps = observation.taps.entry("i".into()).or_default();
        taps.insert("t0".into(), Tap { counter: "c".into(), at: 6 });
        taps.insert("t9".into(), Tap { counter: "d".into(), at: 6 });
        assert_eq!(observation.last_tap("i"), Some("t9"));
        assert_eq!(observation.count("i", "c"), 2);
        assert_eq!(observation.last_tap("none"), None);
    }
}
