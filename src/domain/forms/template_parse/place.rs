//! A value and where it stands, and what is read from it without knowing what a form is.

use std::collections::BTreeSet;
use std::ops::RangeInclusive;

use serde_json::Value;

use super::fault::{Fault, Flaw};
use crate::domain::text::Localized;

/// Longest text of a question or a description, in letters.
pub const MAX_TEXT: usize = 2_000;

/// The most things that a list holds where nothing else is said.
pub const MANY: usize = 1_000;

/// A value together with where it stands.
pub struct At<'a> {
    json: &'a Value,
    place: String,
}

impl<'a> At<'a> {
    /// The whole file.
    pub const fn top(json: &'a Value) -> Self {
        Self { json, place: String::new() }
    }

    /// What stands under a key; `null` and nothing are the same.
    pub fn key(&self, key: &str) -> Option<At<'a>> {
        let json = self.json.get(key).filter(|json| !json.is_null())?;
        Some(At { json, place: self.place_of(key) })
    }

    fn place_of(&self, key: &str) -> String {
        let dot = if self.place.is_empty() { "" } else { "." };
        format!("{}{dot}{key}", self.place)
    }
}

/// Collects faults, so that a person gets all of them at once.
#[derive(Default)]
pub struct Parser {
    /// In the order of the file.
    pub faults: Vec<Fault>,
    /// The ids of the form, and those of each list behind its place.
    ids: BTreeSet<String>,
    /// What an item can wait for: each item before it that has answers to wait for, and each of
    /// these as `item/answer`.
    pub answers: BTreeSet<String>,
}

impl Parser {
    /// A list, each of its things read by `read`.
    pub fn list<T>(
        &mut self,
        at: &At<'_>,
        key: &str,
        count: RangeInclusive<usize>,
        read: fn(&mut Self, &At<'_>) -> Option<T>,
    ) -> Option<Vec<T>> {
        let entries = self.entries(at, key, count)?;
        let all: Vec<T> = entries.iter().filter_map(|entry| read(self, entry)).collect();
        (all.len() == entries.len()).then_some(all)
    }

    /// As [`Parser::list`], where nothing need stand.
    pub fn maybe_list<T>(
        &mut self,
        at: &At<'_>,
        key: &str,
        read: fn(&mut Self, &At<'_>) -> Option<T>,
    ) -> Option<Vec<T>> {
        match at.key(key) {
            Some(_) => self.list(at, key, 0..=MANY, read),
            None => Some(Vec::new()),
        }
    }

    fn entries<'a>(
        &mut self,
        at: &At<'a>,
        key: &str,
        count: RangeInclusive<usize>,
    ) -> Option<Vec<At<'a>>> {
        let list = self.needed(at, key)?;
        let Some(entries) = list.json.as_array() else {
            return self.fault(&list, Flaw::WrongType);
        };
        if !count.contains(&entries.len()) {
            return self.fault(&list, Flaw::OutOfRange);
        }
        let entries = entries.iter().enumerate();
        let at = |(i, json)| At { json, place: format!("{}[{i}]", list.place) };
        Some(entries.map(at).collect())
    }

    /// An id that is unique in the whole form, because answers are kept by it.
    pub fn own_id(&mut self, at: &At<'_>) -> Option<String> {
        self.unique_id(at, "")
    }

    /// An id that is unique in the list it stands in.
    pub fn sibling_id(&mut self, at: &At<'_>) -> Option<String> {
        let list = at.place.rsplit_once('[').map_or("", |(list, _)| list);
        self.unique_id(at, list)
    }

    fn unique_id(&mut self, at: &At<'_>, among: &str) -> Option<String> {
        let id = self.needed(at, "id")?;
        let text = self.id(&id)?;
        if self.ids.insert(format!("{among} {text}")) {
            Some(text)
        } else {
            self.fault(&id, Flaw::Twice)
        }
    }

    /// An id.
    pub fn id(&mut self, at: &At<'_>) -> Option<String> {
        let id = self.text(at)?;
        let plain = |byte: u8| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'-');
        if !id.is_empty() && id.len() <= 100 && id.bytes().all(plain) {
            Some(id.to_owned())
        } else {
            self.fault(at, Flaw::NotAnId)
        }
    }

    /// A text in Danish and perhaps in English.
    pub fn localized(&mut self, at: &At<'_>, key: &str) -> Option<Localized> {
        let both = self.needed(at, key)?;
        let da = self.needed(&both, "da")?;
        let danish = self.text(&da)?;
        if danish.trim().is_empty() {
            return self.fault(&da, Flaw::Missing);
        }
        if danish.chars().count() > MAX_TEXT {
            return self.fault(&da, Flaw::OutOfRange);
        }
        let english = both.key("en").and_then(|en| self.text(&en));
        let english = english.filter(|en| !en.trim().is_empty()).map(ToOwned::to_owned);
        Some(Localized { da: danish.to_owned(), en: english })
    }

    /// As [`Parser::localized`], where nothing need stand.
    pub fn maybe_localized(&mut self, at: &At<'_>, key: &str) -> Option<Localized> {
        at.key(key).and_then(|_| self.localized(at, key))
    }

    /// A text.
    pub fn text<'a>(&mut self, at: &At<'a>) -> Option<&'a str> {
        at.json.as_str().or_else(|| self.fault(at, Flaw::WrongType))
    }

    /// A whole number within bounds.
    pub fn number(&mut self, at: &At<'_>, range: RangeInclusive<u32>) -> Option<u32> {
        let number = self.whole(at)?;
        match u32::try_from(number).ok().filter(|number| range.contains(number)) {
            Some(number) => Some(number),
            None => self.fault(at, Flaw::OutOfRange),
        }
    }

    /// As [`Parser::number`], where nothing need stand.
    pub fn maybe_number(
        &mut self,
        at: &At<'_>,
        key: &str,
        range: RangeInclusive<u32>,
    ) -> Option<u32> {
        at.key(key).and_then(|found| self.number(&found, range))
    }

    /// A whole number, where nothing need stand.
    pub fn maybe_whole(&mut self, at: &At<'_>, key: &str) -> Option<i64> {
        at.key(key).and_then(|found| self.whole(&found))
    }

    fn whole(&mut self, at: &At<'_>) -> Option<i64> {
        at.json.as_i64().or_else(|| self.fault(at, Flaw::WrongType))
    }

    /// `true` or absent.
    pub fn flag(&mut self, at: &At<'_>, key: &str) -> bool {
        at.key(key)
            .and_then(|found| found.json.as_bool().or_else(|| self.fault(&found, Flaw::WrongType)))
            .unwrap_or_default()
    }

    /// What has to stand under a key.
    pub fn needed<'a>(&mut self, at: &At<'a>, key: &str) -> Option<At<'a>> {
        at.key(key).or_else(|| {
            self.faults.push(Fault { place: at.place_of(key), flaw: Flaw::Missing });
            None
        })
    }

    /// Notes a fault and goes on; always `None`, so that it can end an expression.
    pub fn fault<T>(&mut self, at: &At<'_>, flaw: Flaw) -> Option<T> {
        self.faults.push(Fault { place: at.place.clone(), flaw });
        None
    }
}
