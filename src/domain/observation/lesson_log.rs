//! What is put down while a lesson runs: notes, taps, moments and who teaches how.
//!
//! Every entry has a path of its own and the time it was made, so nothing is ever written over, and
//! the last one can be taken back whatever it is.

use serde_json::{Map, Value, json};

use super::observation::Observation;
use crate::ledger::in_order;

/// One tap on a counter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tap {
    /// The counter's id in the template.
    pub counter: String,
    /// When, in milliseconds since 1970.
    pub at: u64,
    /// For whom, where it is counted for each: the adult `a` or `b`, or the number of a group.
    pub who: String,
}

/// One note with the time of its first key.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Note {
    /// When, in milliseconds since 1970; 0 where nobody knows, as for a note from paper without a time.
    pub at: u64,
    /// The tag's id in the template; may be empty.
    pub tag: String,
    /// What was seen or heard.
    pub text: String,
    /// What the observer makes of it, kept apart from what was seen.
    pub meaning: String,
}

/// What became of a moment at which the observer looks up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Moment {
    /// What was seen: a code for each track.
    Marked {
        /// When it was marked first, in milliseconds since 1970.
        at: u64,
        /// The code by track; a track that is repeated for a pupil is `track@E04`.
        codes: Vec<(String, String)>,
        /// Marked after the moment was over: it does not count.
        late: bool,
    },
    /// Let go, by the person.
    Skipped {
        /// When, in milliseconds since 1970.
        at: u64,
    },
}

/// A change of who teaches how.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RoleChange {
    /// When, in milliseconds since 1970; 0 where nobody knows.
    pub at: u64,
    /// The model's id in the template.
    pub model: String,
    /// Who leads: `a`, `b`, or both where it is empty.
    pub lead: String,
}

/// An entry that was made with one press.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Entry {
    /// A tap on a counter.
    Tap(Tap),
    /// A moment that was marked or let go.
    Moment(u32, Moment),
    /// A change of roles.
    Role(RoleChange),
}

impl Entry {
    /// When it was made, in milliseconds since 1970.
    pub const fn at(&self) -> u64 {
        match self {
            Self::Tap(tap) => tap.at,
            Self::Moment(_, moment) => moment.at(),
            Self::Role(change) => change.at,
        }
    }
}

/// What is by an id, the earliest first.
type Entries<T> = Vec<(String, T)>;

impl Observation {
    /// The notes of an item, the earliest first.
    pub fn notes(&self, item: &str) -> Entries<Note> {
        self.log("notes", item, Note::read, Note::place)
    }

    /// Whether there are any notes.
    pub fn has_notes(&self) -> bool {
        self.0.below("notes").next().is_some()
    }

    /// When notes were begun, in no order.
    pub fn note_times(&self) -> Vec<u64> {
        self.0.below("notes").filter_map(|(_, note)| at(note)).collect()
    }

    /// The ids of an item's notes, in the order of [`Observation::notes`].
    pub fn note_ids(&self, item: &str) -> Vec<String> {
        let time =
            |note: &Value| note["text"].is_string().then(|| known(at(note).unwrap_or_default()));
        let notes = self.log("notes", item, time, |at| *at);
        notes.into_iter().map(|(id, _)| id).collect()
    }

    /// The notes of all items, the earliest first, by `item/id`.
    pub fn every_note(&self) -> Entries<Note> {
        let notes = self.0.below("notes");
        let notes = notes.filter_map(|(place, it)| Some((place.to_owned(), Note::read(it)?)));
        in_order(notes.collect(), |(a, one), (b, other)| (one.place(), a).cmp(&(other.place(), b)))
    }

    /// A note.
    pub fn note(&self, item: &str, id: &str) -> Option<Note> {
        self.0.get(&format!("notes/{item}/{id}")).and_then(Note::read)
    }

    /// Puts down a note, or takes it away.
    pub fn set_note(&mut self, item: &str, id: &str, note: Option<&Note>) {
        self.0.set(format!("notes/{item}/{id}"), note.map(Note::write));
    }

    /// The taps of an item, the earliest first.
    pub fn taps(&self, item: &str) -> Entries<Tap> {
        self.log("taps", item, Tap::read, |tap| tap.at)
    }

    /// Counts one.
    pub fn tap(&mut self, item: &str, id: &str, tap: &Tap) {
        self.0.set(format!("taps/{item}/{id}"), Some(tap.write()));
    }

    /// The moments of an item by their number, from 1.
    pub fn moments(&self, item: &str) -> Vec<(u32, Moment)> {
        let place = format!("moments/{item}");
        let moments = self.0.below(&place);
        moments
            .filter_map(|(number, value)| Some((number.parse().ok()?, Moment::read(value)?)))
            .collect()
    }

    /// One moment.
    pub fn moment(&self, item: &str, number: u32) -> Option<Moment> {
        self.0.get(&moment_path(item, number)).and_then(Moment::read)
    }

    /// Puts down what became of a moment, or takes that back.
    pub fn set_moment(&mut self, item: &str, number: u32, moment: Option<&Moment>) {
        self.0.set(moment_path(item, number), moment.map(Moment::write));
    }

    /// The changes of roles of an item, the earliest first.
    pub fn roles(&self, item: &str) -> Entries<RoleChange> {
        self.log("roles", item, RoleChange::read, |change| known(change.at))
    }

    /// A change of roles.
    pub fn role(&self, item: &str, id: &str) -> Option<RoleChange> {
        self.0.get(&format!("roles/{item}/{id}")).and_then(RoleChange::read)
    }

    /// Puts down who teaches how from now on.
    pub fn change_roles(&mut self, item: &str, id: &str, change: &RoleChange) {
        self.0.set(format!("roles/{item}/{id}"), Some(change.write()));
    }

    /// The last entry that was made with one press, and its path.
    pub fn last_entry(&self) -> Option<(String, Entry)> {
        // The latest of each kind, by its time and, where that is the same, by its path.
        let of = |place: &'static str, read: fn(&str, &Value) -> Option<Entry>| {
            let mut last: Option<(u64, &str, Entry)> = None;
            for (rest, value) in self.0.below(place) {
                // Most are older than the last one seen, and need not be read.
                let is_newer = |(before, id, _): &(u64, &str, Entry)| {
                    at(value).is_some_and(|at| (*before, *id) < (at, rest))
                };
                if last.as_ref().is_none_or(is_newer)
                    && let Some(entry) = read(rest, value)
                {
                    last = Some((entry.at(), rest, entry));
                }
            }
            last.map(|(at, rest, entry)| (at, format!("{place}/{rest}"), entry))
        };
        let moment = |path: &str, value: &Value| {
            let number = path.rsplit('/').next()?.parse().ok()?;
            Some(Entry::Moment(number, Moment::read(value)?))
        };
        let last = [
            of("taps", |_, value| Tap::read(value).map(Entry::Tap)),
            of("moments", moment),
            of("roles", |_, value| RoleChange::read(value).map(Entry::Role)),
        ];
        let last = last.into_iter().flatten();
        let last = last.max_by(|(at, path, _), (then, other, _)| (at, path).cmp(&(then, other)));
        last.map(|(_, path, entry)| (path, entry))
    }

    /// Takes back what stands at a path of [`Observation::last_entry`].
    pub fn take_back(&mut self, path: &str) {
        self.0.set(path, None);
    }

    /// What stands at a path of something that can be taken back.
    pub fn at_path(&self, path: &str) -> Option<Value> {
        self.0.get(path).cloned()
    }

    /// Puts back what [`Observation::at_path`] gave.
    pub fn put_back(&mut self, path: &str, value: Option<Value>) {
        self.0.set(path, value);
    }

    fn log<T>(
        &self,
        place: &str,
        item: &str,
        read: fn(&Value) -> Option<T>,
        at: fn(&T) -> u64,
    ) -> Entries<T> {
        let place = format!("{place}/{item}");
        let entries = self.0.below(&place);
        let entries = entries.filter_map(|(id, value)| Some((id.to_owned(), read(value)?)));
        in_order(entries.collect(), |(a, one), (b, other)| (at(one), a).cmp(&(at(other), b)))
    }
}

/// Numbers of one length, so that their order is that of their paths.
fn moment_path(item: &str, number: u32) -> String {
    format!("moments/{item}/{number:04}")
}

fn text(value: &Value, key: &str) -> Option<String> {
    value.get(key)?.as_str().map(ToOwned::to_owned)
}

fn at(value: &Value) -> Option<u64> {
    value.get("at")?.as_u64()
}

impl Tap {
    fn read(value: &Value) -> Option<Self> {
        let who = text(value, "who").unwrap_or_default();
        Some(Self { counter: text(value, "counter")?, at: at(value)?, who })
    }

    fn write(&self) -> Value {
        let mut value = json!({ "counter": self.counter, "at": self.at });
        if !self.who.is_empty() {
            value["who"] = json!(self.who);
        }
        value
    }
}

/// What has no time comes after all that has one.
const fn known(at: u64) -> u64 {
    if at == 0 { u64::MAX } else { at }
}

impl Note {
    const fn place(&self) -> u64 {
        known(self.at)
    }

    fn read(value: &Value) -> Option<Self> {
        Some(Self {
            at: at(value).unwrap_or_default(),
            tag: text(value, "tag").unwrap_or_default(),
            text: text(value, "text")?,
            meaning: text(value, "meaning").unwrap_or_default(),
        })
    }

    fn write(&self) -> Value {
        let mut value = json!({ "text": self.text });
        if self.at > 0 {
            value["at"] = json!(self.at);
        }
        for (key, text) in [("tag", &self.tag), ("meaning", &self.meaning)] {
            if !text.is_empty() {
                value[key] = json!(text);
            }
        }
        value
    }
}

impl Moment {
    /// When it was marked or let go, in milliseconds since 1970.
    pub const fn at(&self) -> u64 {
        match self {
            Self::Marked { at, .. } | Self::Skipped { at } => *at,
        }
    }

    /// The code of a track.
    pub fn code(&self, track: &str) -> Option<&str> {
        match self {
            Self::Marked { codes, .. } => {
                codes.iter().find(|(of, _)| of == track).map(|(_, code)| code.as_str())
            }
            Self::Skipped { .. } => None,
        }
    }

    fn read(value: &Value) -> Option<Self> {
        let at = at(value)?;
        let Some(codes) = value.get("codes").and_then(Value::as_object) else {
            return Some(Self::Skipped { at });
        };
        let codes = codes.iter();
        let codes = codes.filter_map(|(track, code)| Some((track.clone(), code.as_str()?.into())));
        let late = value.get("late").and_then(Value::as_bool) == Some(true);
        Some(Self::Marked { at, codes: codes.collect(), late })
    }

    fn write(&self) -> Value {
        match self {
            Self::Skipped { at } => json!({ "at": at }),
            Self::Marked { at, codes, late } => {
                let mut map = Map::new();
                for (track, code) in codes {
                    map.insert(track.clone(), json!(code));
                }
                let mut value = json!({ "at": at, "codes": map });
                if *late {
                    value["late"] = json!(true);
                }
                value
            }
        }
    }
}

impl RoleChange {
    fn read(value: &Value) -> Option<Self> {
        let lead = text(value, "lead").unwrap_or_default();
        Some(Self { at: at(value).unwrap_or_default(), model: text(value, "model")?, lead })
    }

    fn write(&self) -> Value {
        let mut value = json!({ "model": self.model });
        if self.at > 0 {
            value["at"] = json!(self.at);
        }
        if !self.lead.is_empty() {
            value["lead"] = json!(self.lead);
        }
        value
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::record::Record;

    fn tap(counter: &str, at: u64) -> Tap {
        Tap { counter: counter.into(), at, who: String::new() }
    }

    #[test]
    fn the_last_entry_is_taken_back_whatever_it_is() {
        let mut it = Observation::default();
        it.tap("i", "t0", &tap("c", 6));
        it.tap("i", "t9", &tap("d", 6));
        let codes = vec![("klassen".to_owned(), "lytter".to_owned())];
        it.set_moment("m", 3, Some(&Moment::Marked { at: 5, codes, late: false }));
        let change = RoleChange { at: 7, model: "stationsundervisning".into(), lead: "a".into() };
        it.change_roles("r", "r1", &change);
        it.set_note("n", "n1", Some(&Note { at: 9, text: "Ro".into(), ..Note::default() }));

        let mut taken = Vec::new();
        while let Some((path, entry)) = it.last_entry() {
            it.take_back(&path);
            taken.push(entry);
        }
        assert_eq!(taken[0], Entry::Role(change));
        assert_eq!(taken[1..3], [Entry::Tap(tap("d", 6)), Entry::Tap(tap("c", 6))]);
        assert!(matches!(taken[3], Entry::Moment(3, _)));
        assert_eq!(taken.len(), 4);
        assert_eq!(it.notes("n").len(), 1, "words are not taken back with a press");
    }

    #[test]
    fn everything_survives_the_ledger() {
        let mut it = Observation::default();
        let note = Note { at: 7, tag: "ro".into(), text: "Æbler".into(), meaning: "?".into() };
        it.set_note("n", "b", Some(&note));
        it.set_note("n", "a", Some(&Note { at: 8, ..note.clone() }));
        it.set_moment("m", 12, Some(&Moment::Skipped { at: 4 }));
        let codes = vec![("k".to_owned(), "x".to_owned()), ("k@E04".to_owned(), "y".to_owned())];
        it.set_moment("m", 2, Some(&Moment::Marked { at: 5, codes, late: true }));
        let mut it = Observation::read(&it.write());
        assert_eq!(it.notes("n")[0], ("b".into(), note));
        it.set_note("m", "c", Some(&Note { at: 1, ..Note::default() }));
        let places: Vec<String> = it.every_note().into_iter().map(|(place, _)| place).collect();
        assert_eq!(places, ["m/c", "n/b", "n/a"]);
        let numbers: Vec<u32> = it.moments("m").iter().map(|(number, _)| *number).collect();
        assert_eq!(numbers, [2, 12]);
        assert_eq!(it.moment("m", 2).unwrap().code("k@E04"), Some("y"));
        assert_eq!(it.moment("m", 12), Some(Moment::Skipped { at: 4 }));
    }

    #[test]
    fn two_ticks_and_two_notes_never_collide() {
        let mut before = Observation::default();
        before.set_note("i", "n1", Some(&Note::default()));
        let mut after = before.clone();
        after.pick("i", "c", true);
        after.set_note("i", "n1", None);
        let change = before.write().change_to(after.write());
        assert_eq!(change.set.keys().collect::<Vec<_>>(), ["picks/i/c"]);
        assert_eq!(change.unset.iter().collect::<Vec<_>>(), ["notes/i/n1"]);
    }

    #[test]
    fn a_note_from_paper_may_have_no_time() {
        let mut it = Observation::default();
        it.set_note("n", "b", Some(&Note { at: 5, text: "Ro".into(), ..Note::default() }));
        it.set_note("n", "a", Some(&Note { text: "Uro".into(), ..Note::default() }));
        let ids: Vec<String> = it.notes("n").into_iter().map(|(id, _)| id).collect();
        assert_eq!(ids, ["b", "a"], "it comes last");
        assert!(!it.write().0["notes/n/a"].as_object().unwrap().contains_key("at"));
    }
}
