//! From a file to a checked instrument, or to a list of everything that is wrong with it.

use serde_json::Value;

use super::instrument::{Better, Instrument, InstrumentKind, Scale, ScaleItem, ScaleStep, Setting};
use crate::domain::forms::{At, Fault, Flaw, Parser, Titled};

/// More steps than this are points of a test.
pub const MOST_STEPS: usize = 10;

/// More questions than this are no short scale.
pub const MOST_ITEMS: usize = 40;

/// Reads an instrument.
///
/// # Errors
/// Every fault that was found, in the order of the file; an instrument is never read by half.
pub fn parse_instrument(json: &Value) -> Result<Instrument, Vec<Fault>> {
    let mut parser = Parser::default();
    let instrument = parser.instrument(&At::top(json));
    match instrument {
        Some(instrument) if parser.faults.is_empty() => Ok(instrument),
        _ => Err(parser.faults),
    }
}

impl Parser {
    fn instrument(&mut self, at: &At<'_>) -> Option<Instrument> {
        let id = self.needed(at, "id").and_then(|id| self.id(&id));
        let version = self.needed(at, "version");
        let version = version.and_then(|version| self.number(&version, 1..=u32::MAX));
        let level = self.needed(at, "level").and_then(|level| self.id(&level));
        let title = self.localized(at, "title");
        let intro = self.maybe_localized(at, "intro");
        let about = self.maybe_localized(at, "about");
        let validated = self.flag(at, "validated");
        let kind = self.needed(at, "kind").and_then(|word| match self.text(&word)? {
            "scale" => Some(InstrumentKind::Scale(self.scale(at)?)),
            "score" => Some(InstrumentKind::Score(self.settings(at)?)),
            "count" => Some(InstrumentKind::Count(self.settings(at)?)),
            _ => self.fault(&word, Flaw::UnknownKind),
        });
        Some(Instrument {
            id: id?,
            version: version?,
            title: title?,
            intro: intro.unwrap_or_default(),
            about,
            level: level?,
            validated,
            kind: kind?,
        })
    }

    fn scale(&mut self, at: &At<'_>) -> Option<Scale> {
        let better = self.needed(at, "direction").and_then(|found| {
            let better = Better::from_id(self.text(&found)?);
            better.or_else(|| self.fault(&found, Flaw::NotAllowed))
        });
        let steps = self.list(at, "steps", 2..=MOST_STEPS, Self::step);
        let steps = steps.and_then(|steps| {
            let next = |pair: &[ScaleStep]| match pair {
                [one, other] => other.value == one.value + 1,
                _ => true,
            };
            if steps.windows(2).all(next) {
                return Some(steps);
            }
            let found = self.needed(at, "steps")?;
            self.fault(&found, Flaw::NotAllowed)
        });
        let items = self.list(at, "items", 1..=MOST_ITEMS, Self::scale_item);
        // The rule is the same for all: half of the questions. A file that says otherwise is wrong.
        if let (Some(found), Some(items)) = (at.key("minAnswered"), &items) {
            let half = u32::try_from(items.len().div_ceil(2)).unwrap_or_default();
            if self.number(&found, 1..=u32::MAX)? != half {
                return self.fault(&found, Flaw::NotAllowed);
            }
        }
        Some(Scale { better: better?, steps: steps?, items: items? })
    }

    fn step(&mut self, at: &At<'_>) -> Option<ScaleStep> {
        let value = self.needed(at, "value").and_then(|value| self.number(&value, 0..=99));
        let label = self.localized(at, "label");
        Some(ScaleStep { value: i32::try_from(value?).ok()?, label: label? })
    }

    fn scale_item(&mut self, at: &At<'_>) -> Option<ScaleItem> {
        let id = self.own_id(at);
        let text = self.localized(at, "text");
        let reversed = self.flag(at, "reversed");
        Some(ScaleItem { id: id?, text: text?, reversed })
    }

    fn settings(&mut self, at: &At<'_>) -> Option<Vec<Setting>> {
        self.list(at, "settings", 1..=20, Self::setting)
    }

    fn setting(&mut self, at: &At<'_>) -> Option<Setting> {
        let id = self.own_id(at);
        let text = self.localized(at, "text");
        let help = self.maybe_localized(at, "help");
        let options = self.maybe_list(at, "options", Self::setting_option);
        Some(Setting { id: id?, text: text?, help, options: options? })
    }

    fn setting_option(&mut self, at: &At<'_>) -> Option<Titled> {
        let id = self.needed(at, "id").and_then(|id| self.id(&id));
        let label = self.localized(at, "label");
        Some(Titled { id: id?, label: label? })
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn good() -> Value {
        let step = |value: u32| json!({"value": value, "label": {"da": value.to_string()}});
        json!({
            "id": "a", "version": 1, "level": "alle", "kind": "scale", "title": {"da": "A"},
            "direction": "higher-is-better", "minAnswered": 1,
            "steps": [step(1), step(2), step(3)],
            "items": [{"id": "i1", "text": {"da": "Et"}}, {"id": "i2", "text": {"da": "To"}, "reversed": true}],
        })
    }

    #[test]
    fn a_scale_is_read_whole() {
        let it = parse_instrument(&good()).unwrap();
        let scale = it.scale().unwrap();
        assert_eq!((scale.min(), scale.max(), scale.better), (1, 3, Better::Higher));
        assert_eq!(scale.items.iter().map(|it| it.reversed).collect::<Vec<_>>(), [false, true]);
    }

    /// Puts something in its place and says which fault is expected there.
    #[test]
    fn every_fault_is_said_at_its_place() {
        for (pointer, value, place, flaw) in [
            ("/direction", json!("up"), "direction", Flaw::NotAllowed),
            ("/steps/1/value", json!(5), "steps", Flaw::NotAllowed),
            ("/steps/1/label", json!(5), "steps[1].label.da", Flaw::Missing),
            ("/items/1/id", json!("i1"), "items[1].id", Flaw::Twice),
            ("/items/0/text/da", json!(" "), "items[0].text.da", Flaw::Missing),
            ("/items", json!([]), "items", Flaw::OutOfRange),
            ("/minAnswered", json!(2), "minAnswered", Flaw::NotAllowed),
            ("/kind", json!("poll"), "kind", Flaw::UnknownKind),
            ("/version", json!(0), "version", Flaw::OutOfRange),
        ] {
            let mut json = good();
            *json.pointer_mut(pointer).unwrap() = value;
            let faults = parse_instrument(&json).unwrap_err();
            assert_eq!(faults, [Fault { place: place.into(), flaw }], "{pointer}");
        }
    }
}
