//! From a file to a checked form, or to a list of everything that is wrong with it.

use serde_json::Value;

use self::place::{At, MANY, MAX_TEXT, Parser};
use super::template::{Item, Section, ShowIf, Template, When};
use crate::domain::forms::template::{Code, Counter, ItemKind, Level, Per, Titled, Track};

mod fault;
pub(in crate::domain) mod place;

pub use fault::{Fault, Flaw};

/// Reads a form.
///
/// # Errors
/// Every fault that was found, in the order of the file; a form is never read by half.
pub fn parse_template(json: &Value) -> Result<Template, Vec<Fault>> {
    let mut parser = Parser::default();
    let template = parser.template(&At::top(json));
    match template {
        Some(template) if parser.faults.is_empty() => Ok(template),
        _ => Err(parser.faults),
    }
}

impl Parser {
    fn template(&mut self, at: &At<'_>) -> Option<Template> {
        let id = self.needed(at, "id").and_then(|id| self.id(&id));
        let version = self.needed(at, "version");
        let version = version.and_then(|version| self.number(&version, 1..=u32::MAX));
        let title = self.localized(at, "title");
        let description = self.maybe_localized(at, "description");
        let kinds = self.maybe_list(at, "kinds", Self::id);
        let minutes = self.maybe_number(at, "lessonMinutes", 1..=600);
        let sections = self.list(at, "sections", 1..=MANY, Self::section);
        Some(Template {
            id: id?,
            version: version?,
            title: title?,
            description: description.unwrap_or_default(),
            kinds: kinds?,
            lesson_minutes: minutes.unwrap_or(45),
            sections: sections?,
        })
    }

    fn section(&mut self, at: &At<'_>) -> Option<Section> {
        let id = self.own_id(at);
        let title = self.localized(at, "title");
        let when = self.needed(at, "when").and_then(|when| match self.text(&when)? {
            "before" => Some(When::Before),
            "during" => Some(When::During),
            "after" => Some(When::After),
            _ => self.fault(&when, Flaw::WrongType),
        });
        let items = self.list(at, "items", 1..=MANY, Self::item);
        Some(Section { id: id?, title: title?, when: when?, items: items? })
    }

    fn item(&mut self, at: &At<'_>) -> Option<Item> {
        let id = self.own_id(at);
        let text = self.localized(at, "text");
        let help = self.maybe_localized(at, "help");
        let show_if = at.key("showIf").and_then(|found| self.show_if(&found));
        let kind = self.needed(at, "kind").and_then(|word| self.kind(at, &word));
        let (id, kind) = (id?, kind?);
        for answer in kind.answers() {
            self.answers.insert(id.clone());
            self.answers.insert(format!("{id}/{answer}"));
        }
        Some(Item { id, text: text?, help, show_if, kind })
    }

    fn show_if(&mut self, at: &At<'_>) -> Option<ShowIf> {
        let item = self.needed(at, "item").and_then(|found| {
            let item = self.id(&found)?;
            if self.answers.contains(&item) {
                return Some(item);
            }
            self.fault(&found, Flaw::NoSuchAnswer)
        });
        let value = self.needed(at, "value");
        let (item, found) = (item?, value?);
        let value = self.text(&found)?.to_owned();
        if self.answers.contains(&format!("{item}/{value}")) {
            Some(ShowIf { item, value })
        } else {
            self.fault(&found, Flaw::NoSuchAnswer)
        }
    }

    fn kind(&mut self, at: &At<'_>, word: &At<'_>) -> Option<ItemKind> {
        match self.text(word)? {
            "rating" => self.rating(at),
            "choice" => {
                let options = self.list(at, "options", 2..=MANY, Self::titled);
                let other = self.flag(at, "allowOther");
                Some(ItemKind::Choice { options: options?, other })
            }
            "multi" => {
                let max = self.maybe_number(at, "max", 1..=1_000).map(|max| max as usize);
                let options = self.list(at, "options", 2..=MANY, Self::titled);
                let other = self.flag(at, "allowOther");
                Some(ItemKind::Multi { options: options?, max, other })
            }
            "text" => Some(ItemKind::Text {
                multiline: self.flag(at, "multiline"),
                max_length: self
                    .maybe_number(at, "maxLength", 1..=20_000)
                    .map_or(MAX_TEXT, |max| max as usize),
                placeholder: self.maybe_localized(at, "placeholder"),
            }),
            "number" => {
                let (min, max) = (self.maybe_whole(at, "min"), self.maybe_whole(at, "max"));
                match (min, at.key("max").zip(max)) {
                    (Some(min), Some((found, max))) if max < min => {
                        self.fault(&found, Flaw::OutOfRange)
                    }
                    _ => Some(ItemKind::Number { min, max }),
                }
            }
            "tally" => {
                let counters = self.list(at, "counters", 1..=MANY, Self::counter)?;
                Some(ItemKind::Tally { counters })
            }
            "timed_notes" => {
                let tags = self.maybe_list(at, "tags", Self::titled);
                let phrases = self.maybe_list(at, "phrases", Self::titled);
                let placeholder = self.maybe_localized(at, "placeholder");
                Some(ItemKind::TimedNotes { tags: tags?, phrases: phrases?, placeholder })
            }
            "interval" => self.interval(at),
            "roles" => {
                let models = self.list(at, "models", 2..=MANY, Self::titled)?;
                Some(ItemKind::Roles { models })
            }
            _ => self.fault(word, Flaw::UnknownKind),
        }
    }

    fn rating(&mut self, at: &At<'_>) -> Option<ItemKind> {
        let levels = self.list(at, "levels", 2..=9, Self::level);
        let not_seen = self.maybe_localized(at, "notSeen");
        let comment = self.flag(at, "comment");
        let (found, levels) = (at.key("levels")?, levels?);
        let ascending = levels.windows(2).all(|pair| pair[0].value < pair[1].value);
        if !ascending {
            return self.fault(&found, Flaw::OutOfRange);
        }
        Some(ItemKind::Rating { levels, not_seen, comment })
    }

    fn level(&mut self, at: &At<'_>) -> Option<Level> {
        let value = self.needed(at, "value").and_then(|value| self.small(&value));
        let label = self.localized(at, "label");
        let description = self.localized(at, "description");
        Some(Level { value: value?, label: label?, description: description? })
    }

    fn interval(&mut self, at: &At<'_>) -> Option<ItemKind> {
        let found = self.needed(at, "seconds");
        let seconds = found.as_ref().and_then(|found| self.interval_length(found));
        let allowed = self.list(at, "allowed", 1..=9, Self::interval_length);
        let tracks = self.list(at, "tracks", 1..=9, Self::track);
        let (found, seconds, allowed) = (found?, seconds?, allowed?);
        if !allowed.contains(&seconds) {
            return self.fault(&found, Flaw::NotAllowed);
        }
        Some(ItemKind::Interval { seconds, allowed, tracks: tracks? })
    }

    /// From one minute to ten.
    fn interval_length(&mut self, at: &At<'_>) -> Option<u32> {
        self.number(at, 60..=600)
    }

    fn track(&mut self, at: &At<'_>) -> Option<Track> {
        let id = self.sibling_id(at);
        let label = self.localized(at, "label");
        let optional = self.flag(at, "optional");
        let pupils = at.key("pupils").and_then(|found| self.small(&found));
        let codes = self.list(at, "codes", 2..=9, Self::code);
        Some(Track { id: id?, label: label?, optional, pupils, codes: codes? })
    }

    fn code(&mut self, at: &At<'_>) -> Option<Code> {
        let id = self.sibling_id(at);
        let short = self.localized(at, "short");
        let label = self.localized(at, "label");
        Some(Code { id: id?, short: short?, label: label? })
    }

    fn counter(&mut self, at: &At<'_>) -> Option<Counter> {
        let named = self.titled(at);
        let per = match at.key("per") {
            None => Some(None),
            Some(found) => match self.text(&found).map(Per::from_id) {
                Some(Some(per)) => Some(Some(per)),
                Some(None) => self.fault(&found, Flaw::NotAllowed),
                None => None,
            },
        };
        let Titled { id, label } = named?;
        Some(Counter { id, label, per: per? })
    }

    /// Something with an id that is unique among its siblings, and a name.
    fn titled(&mut self, at: &At<'_>) -> Option<Titled> {
        let id = self.sibling_id(at);
        let label = self.localized(at, "label");
        Some(Titled { id: id?, label: label? })
    }

    /// From 1 to 9.
    fn small(&mut self, at: &At<'_>) -> Option<u8> {
        self.number(at, 1..=9).and_then(|number| u8::try_from(number).ok())
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn form() -> Value {
        let text = |da: &str| json!({ "da": da });
        json!({
            "id": "f", "version": 1, "title": text("Form"),
            "sections": [{ "id": "s", "title": text("Før"), "when": "before", "items": [
                { "id": "a", "kind": "rating", "text": text("Ro?"), "levels": [
                    { "value": 1, "label": text("Nej"), "description": text("Uro") },
                    { "value": 2, "label": text("Ja"), "description": text("Ro") } ] },
                { "id": "b", "kind": "multi", "text": text("Hvad?"), "max": 1,
                  "options": [{ "id": "x", "label": text("X") }, { "id": "y", "label": text("Y") }] },
                { "id": "c", "kind": "number", "text": text("Hvor mange?"), "min": 0, "max": 30 },
                { "id": "d", "kind": "timed_notes", "text": text("Noter"),
                  "phrases": [{ "id": "p", "label": text("Eleverne går i gang") }] },
                { "id": "e", "kind": "tally", "text": text("Tæl"), "counters": [
                    { "id": "x", "label": text("Hjælp"), "per": "adult" },
                    { "id": "y", "label": text("Svar") } ] },
            ]}]
        })
    }

    fn check(pointer: &str, value: Value, expected: &[(&str, Flaw)]) {
        let mut form = form();
        *form.pointer_mut(pointer).unwrap() = value;
        let faults = parse_template(&form).unwrap_err();
        let found: Vec<_> = faults.iter().map(|f| (f.place.as_str(), f.flaw.clone())).collect();
        assert_eq!(found, expected, "{pointer}");
    }

    #[test]
    fn reads_a_form() {
        let form = parse_template(&form()).unwrap();
        assert_eq!(form.items().count(), 5);
        assert!(matches!(
            &form.items().nth(3).unwrap().kind,
            ItemKind::TimedNotes { phrases, .. } if phrases[0].id == "p"
        ));
        let ItemKind::Tally { counters } = &form.items().nth(4).unwrap().kind else { panic!() };
        assert_eq!((counters[0].per, counters[1].per), (Some(Per::Adult), None));
        assert_eq!(form.lesson_minutes, 45);
    }

    #[test]
    fn every_fault_has_a_place() {
        let items = "/sections/0/items";
        check("/id", json!("A b"), &[("id", Flaw::NotAnId)]);
        check("/version", json!(0), &[("version", Flaw::OutOfRange)]);
        check("/title", json!({ "da": " " }), &[("title.da", Flaw::Missing)]);
        check("/sections", json!([]), &[("sections", Flaw::OutOfRange)]);
        check(&format!("{items}/1/id"), json!("a"), &[("sections[0].items[1].id", Flaw::Twice)]);
        check(
            &format!("{items}/3/kind"),
            json!("hologram"),
            &[("sections[0].items[3].kind", Flaw::UnknownKind)],
        );
        check(
            &format!("{items}/2/max"),
            json!(-1),
            &[("sections[0].items[2].max", Flaw::OutOfRange)],
        );
        check(
            &format!("{items}/4/counters/0/per"),
            json!("pupil"),
            &[("sections[0].items[4].counters[0].per", Flaw::NotAllowed)],
        );
        check(
            &format!("{items}/1/options/1/id"),
            json!("x"),
            &[("sections[0].items[1].options[1].id", Flaw::Twice)],
        );
        check(
            &format!("{items}/0/levels/1/value"),
            json!(1),
            &[("sections[0].items[0].levels", Flaw::OutOfRange)],
        );
    }

    #[test]
    fn all_faults_come_at_once() {
        let wrong = json!({ "id": 7, "sections": [{ "items": [{}] }] });
        let faults = parse_template(&wrong).unwrap_err();
        let places: Vec<_> = faults.iter().map(|fault| fault.place.as_str()).collect();
        assert_eq!(
            places,
            [
                "id",
                "version",
                "title",
                "sections[0].id",
                "sections[0].title",
                "sections[0].when",
                "sections[0].items[0].id",
                "sections[0].items[0].text",
                "sections[0].items[0].kind",
            ]
        );
    }
}
