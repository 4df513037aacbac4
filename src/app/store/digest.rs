//! An observation as a list shows it and as a search sees it: a hundredth of what it holds, and quick to
//! read. Thousands of these are kept in memory while somebody searches.

use chrono::NaiveDate;
use serde_json::Value;

use crate::domain::calendar::iso;
use crate::domain::forms::TemplateRef;
use crate::domain::observation::Observation;
use crate::domain::record::{Fields, Record as _};
use crate::domain::text::fold::fold as folded;
use crate::ledger::{RecordId, View};

/// An observation as a list shows it and as a search sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Digest {
    /// The record.
    pub rec: RecordId,
    /// The day of the lesson.
    pub day: Option<NaiveDate>,
    /// The class or group.
    pub class: String,
    /// Who observes, as initials.
    pub observer: String,
    /// The initiative it belongs to.
    pub initiative: Option<RecordId>,
    /// The form it is filled in with.
    pub template: Option<TemplateRef>,
    /// Everybody in it, by initials and codes.
    pub people: Vec<String>,
    /// Whether it was marked as done.
    pub finished: bool,
    /// Whether it is made up.
    pub example: bool,
    /// Whether somebody has to choose between two values.
    pub conflicts: bool,
    /// Whether it was begun and never left: it is a working copy alone.
    pub is_draft: bool,
    /// When it was last changed, in milliseconds since 1970.
    pub changed: u64,
    /// When it was begun, in milliseconds since 1970.
    pub begun: u64,
    /// All words in it, folded.
    pub words: String,
}

/// Where no words of a person stand, only ids, numbers and times.
const WORDLESS: [&str; 16] = [
    "initiative",
    "template",
    "templateVersion",
    "begins",
    "choices",
    "picks",
    "taps",
    "moments",
    "roles",
    "evidence",
    "ratings",
    "numbers",
    "clock",
    "finished",
    "example",
    "agreed",
];

/// Stands between the parts of a digest; a letter that nobody can type.
const BETWEEN: char = '\u{1f}';

/// Stands between people.
const NEXT: char = '\u{1e}';

impl Digest {
    /// The digest of a record's view.
    pub(in crate::app) fn of(view: &View) -> Self {
        let conflicts = view.contested || view.conflicts().next().is_some();
        let times = (view.changed.0.wall, view.begun.0.wall);
        Self { conflicts, ..Self::of_fields(view.rec, &Fields(view.values()), times) }
    }

    /// The digest of values, changed and begun at these times.
    pub fn of_fields(rec: RecordId, fields: &Fields, (changed, begun): (u64, u64)) -> Self {
        let it = Observation::read(fields);
        let mut people = vec![it.observer()];
        people
            .extend(fields.below("adults").filter_map(|(_, who)| who.as_str().map(str::to_owned)));
        let mut people: Vec<String> = people.iter().map(|who| clean(who)).collect();
        people.extend(it.pupils());
        people.retain(|who| !who.is_empty());
        people.dedup();
        Self {
            rec,
            day: it.day(),
            class: clean(&it.class()),
            observer: clean(&it.observer()),
            initiative: it.initiative(),
            template: it.template(),
            finished: it.finished().is_some(),
            example: it.example(),
            conflicts: false,
            is_draft: false,
            changed,
            begun,
            words: words(fields, &people),
            people,
        }
    }

    /// As one line.
    pub(super) fn to_line(&self) -> String {
        let flag = |is: bool| if is { "1" } else { "" }.to_owned();
        let template = self.template.as_ref();
        [
            self.day.map(|day| day.to_string()).unwrap_or_default(),
            self.class.clone(),
            self.observer.clone(),
            self.initiative.map(|rec| rec.to_string()).unwrap_or_default(),
            template.map(|it| it.id.replace(BETWEEN, "")).unwrap_or_default(),
            template.map(|it| it.version.to_string()).unwrap_or_default(),
            self.people.join(&NEXT.to_string()),
            flag(self.finished),
            flag(self.example),
            flag(self.conflicts),
            self.changed.to_string(),
            self.begun.to_string(),
            self.words.clone(),
        ]
        .join(&BETWEEN.to_string())
    }

    /// From a line of [`Digest::to_line`].
    pub(super) fn from_line(rec: RecordId, line: &str) -> Option<Self> {
        let mut parts = line.split(BETWEEN);
        let mut next = || parts.next();
        let day = iso::day(next()?);
        let (class, observer) = (next()?.to_owned(), next()?.to_owned());
        let initiative = next()?.parse().ok();
        let (id, version) = (next()?, next()?.parse().ok());
        Some(Self {
            rec,
            day,
            class,
            observer,
            initiative,
            template: version.map(|version| TemplateRef { id: id.to_owned(), version }),
            people: next()?.split(NEXT).filter(|who| !who.is_empty()).map(str::to_owned).collect(),
            finished: !next()?.is_empty(),
            example: !next()?.is_empty(),
            conflicts: !next()?.is_empty(),
            is_draft: false,
            changed: next()?.parse().ok()?,
            begun: next()?.parse().ok()?,
            words: next()?.to_owned(),
        })
    }
}

/// On one line, and without what separates the parts.
fn clean(text: &str) -> String {
    let text = text.replace(|letter: char| letter.is_control(), " ");
    text.trim().to_owned()
}

/// Every word that a person wrote, folded. What a newer version writes is found as well.
fn words(fields: &Fields, people: &[String]) -> String {
    let mut words = String::new();
    let mut add = |text: &str| {
        if !text.is_empty() {
            words.push_str(&folded(text));
            words.push(' ');
        }
    };
    people.iter().for_each(|who| add(who));
    for (path, value) in &fields.0 {
        let place = path.split('/').next().unwrap_or_default();
        if WORDLESS.contains(&place) {
            continue;
        }
        match value {
            Value::String(text) => add(text),
            Value::Object(entry) => {
                let texts =
                    ["text", "meaning"].into_iter().filter_map(|key| entry.get(key)?.as_str());
                texts.for_each(&mut add);
            }
            _ => {}
        }
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::observation::{Note, Words};

    fn observation() -> Observation {
        let mut it = Observation::default();
        it.set_initiative(Some(RecordId::new(1, [1; 10])));
        it.set_template(&TemplateRef { id: "obs-generel".into(), version: 2 });
        it.set_day("2026-11-23".parse().ok());
        it.set_class("5.b\u{1f}\n");
        it.set_observer("KA");
        it.set_adult("a", "JØ");
        it.set_pupils("E04");
        it.set_words(Words::Text, "t", "Båden\nsejler");
        it.set_words(Words::Choice, "c", "hemmelig-id");
        let note =
            Note { at: 1, text: "Ro".into(), meaning: "Tillid".into(), tag: "tag-id".into() };
        it.set_note("n", "1", Some(&note));
        it.set_finished(Some(7));
        it
    }

    #[test]
    fn survives_its_line() {
        let rec = RecordId::new(2, [2; 10]);
        for (it, conflicts) in [(observation(), true), (Observation::default(), false)] {
            let digest = Digest::of_fields(rec, &it.write(), (8, 9));
            let digest = Digest { conflicts, ..digest };
            let line = digest.to_line();
            assert!(!line.contains('\n'));
            assert_eq!(Digest::from_line(rec, &line), Some(digest));
        }
        assert_eq!(Digest::from_line(rec, "{}"), None);
    }

    #[test]
    fn holds_the_words_and_no_ids() {
        let digest = Digest::of_fields(RecordId::new(2, [2; 10]), &observation().write(), (8, 9));
        assert_eq!(digest.people, ["KA", "JØ", "E04"]);
        for word in ["baaden sejler", "ro", "tillid", "ka", "joe", "e04", "5.b", "2026-11-23"] {
            assert!(digest.words.contains(word), "{word} in {}", digest.words);
        }
        for id in ["hemmelig", "tag-id", "obs-generel"] {
            assert!(!digest.words.contains(id), "{id} in {}", digest.words);
        }
    }
}
