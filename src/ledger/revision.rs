//! One immutable change to one record.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value, json};

use super::canonical::canonical;
use super::clock::Stamp;
use super::error::LedgerError;
use super::gather::Gather;
use super::id::{DeviceId, RecordId, RevisionId};

/// Where in a record a value stands: `title`, `answers/klarhed`, `notes/<id>`.
pub type Path = String;

/// What a revision does to its record's values.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Change {
    /// Paths that get a value.
    pub set: BTreeMap<Path, Value>,
    /// Paths that lose theirs.
    pub unset: BTreeSet<Path>,
}

impl Change {
    /// Whether nothing would be different.
    pub fn is_empty(&self) -> bool {
        self.set.is_empty() && self.unset.is_empty()
    }

    /// Adds a later change on top of this one: for each path the later word counts.
    pub fn then(&mut self, later: &Self) {
        for (path, value) in &later.set {
            self.unset.remove(path);
            self.set.insert(path.clone(), value.clone());
        }
        for path in &later.unset {
            self.set.remove(path);
            self.unset.insert(path.clone());
        }
    }

    /// Every path this change touches.
    pub fn paths(&self) -> impl Iterator<Item = &Path> {
        self.set.keys().chain(&self.unset)
    }
}

/// The content of a revision.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Body {
    /// The record that is changed.
    pub rec: RecordId,
    /// What kind of thing the record is.
    pub kind: String,
    /// The version of that kind's paths.
    pub schema: u32,
    /// The heads of the record that the writer had seen.
    pub parents: BTreeSet<RevisionId>,
    /// When, by the writer's clock.
    pub at: Stamp,
    /// On which device.
    pub device: DeviceId,
    /// Who, as initials; may be empty.
    pub author: String,
    /// The values.
    pub change: Change,
    /// Whether the record is put in the trash.
    pub deleted: bool,
}

/// A body together with its name and the exact bytes that give it that name.
///
/// The bytes are kept as they came, so fields that this version does not know survive.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Revision {
    id: RevisionId,
    canonical: String,
    body: Body,
}

impl Revision {
    /// Names a body that was written here.
    ///
    /// # Errors
    /// A value in the change holds a number that canonical JSON does not allow.
    pub fn write(body: Body) -> Result<Self, LedgerError> {
        let canonical = canonical(&body.to_json())?;
        Ok(Self { id: RevisionId::of(&canonical), canonical, body })
    }

    /// Reads a `{rev, body}` pair from outside and checks that the name fits the content.
    ///
    /// # Errors
    /// [`LedgerError::Hash`] where only the name is wrong, the other kinds where the body is.
    pub fn read(value: &Value) -> Result<Self, LedgerError> {
        let claimed = text(value, "rev")?.parse()?;
        let found = Self::adopt(value.get("body").ok_or(LedgerError::Malformed("body"))?)?;
        if found.id == claimed {
            Ok(found)
        } else {
            Err(LedgerError::Hash { claimed, actual: found.id })
        }
    }

    /// Takes a body from outside under the name it really has.
    ///
    /// # Errors
    /// A part of the body is missing, or of the wrong type.
    pub fn adopt(body: &Value) -> Result<Self, LedgerError> {
        let canonical = canonical(body)?;
        Ok(Self { id: RevisionId::of(&canonical), canonical, body: Body::from_json(body)? })
    }

    /// Its name.
    pub const fn id(&self) -> RevisionId {
        self.id
    }

    /// Its content.
    pub const fn body(&self) -> &Body {
        &self.body
    }

    /// The bytes that its name was computed from.
    pub fn canonical(&self) -> &str {
        &self.canonical
    }

    /// Decides which of several concurrent values is shown: the greatest comes first.
    pub fn rank(&self) -> (Stamp, DeviceId, RevisionId) {
        (self.body.at, self.body.device, self.id)
    }
}

impl Body {
    fn to_json(&self) -> Value {
        let mut json = json!({
            "rec": self.rec.to_string(),
            "type": self.kind,
            "schema": self.schema,
            "parents": self.parents.iter().map(ToString::to_string).collect::<Vec<_>>(),
            "at": { "wall": self.at.wall, "count": self.at.count },
            "device": self.device.to_string(),
            "author": self.author,
            "set": self.change.set.clone().into_iter().gather::<Map<_, _>>(),
            "unset": self.change.unset,
        });
        if self.deleted {
            json["deleted"] = Value::Bool(true);
        }
        json
    }

    fn from_json(json: &Value) -> Result<Self, LedgerError> {
        let at = json.get("at").ok_or(LedgerError::Malformed("at"))?;
        let set = json.get("set").and_then(Value::as_object);
        Ok(Self {
            rec: text(json, "rec")?.parse()?,
            kind: text(json, "type")?.to_owned(),
            schema: small(json, "schema")?,
            parents: texts(json, "parents")?
                .map(|id| id?.parse())
                .collect::<Result<Vec<RevisionId>, LedgerError>>()?
                .into_iter()
                .gather(),
            at: Stamp {
                wall: at.get("wall").and_then(Value::as_u64).ok_or(LedgerError::Malformed("at"))?,
                count: small(at, "count")?,
            },
            device: text(json, "device")?.parse()?,
            author: text(json, "author")?.to_owned(),
            change: Change {
                set: set
                    .ok_or(LedgerError::Malformed("set"))?
                    .iter()
                    .map(|(path, value)| (path.clone(), value.clone()))
                    .gather(),
                unset: texts(json, "unset")?
                    .map(|path| path.map(ToOwned::to_owned))
                    .collect::<Result<Vec<Path>, LedgerError>>()?
                    .into_iter()
                    .gather(),
            },
            deleted: match json.get("deleted") {
                None => false,
                Some(Value::Bool(deleted)) => *deleted,
                Some(_) => return Err(LedgerError::Malformed("deleted")),
            },
        })
    }
}

fn text<'a>(json: &'a Value, key: &'static str) -> Result<&'a str, LedgerError> {
    json.get(key).and_then(Value::as_str).ok_or(LedgerError::Malformed(key))
}

fn small(json: &Value, key: &'static str) -> Result<u32, LedgerError> {
    json.get(key)
        .and_then(Value::as_u64)
        .and_then(|number| u32::try_from(number).ok())
        .ok_or(LedgerError::Malformed(key))
}

fn texts<'a>(
    json: &'a Value,
    key: &'static str,
) -> Result<impl Iterator<Item = Result<&'a str, LedgerError>>, LedgerError> {
    let list = json.get(key).and_then(Value::as_array).ok_or(LedgerError::Malformed(key))?;
    Ok(list.iter().map(move |item| item.as_str().ok_or(LedgerError::Malformed(key))))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn body() -> Body {
        Body {
            rec: RecordId::new(1_700_000_000_000, [1; 10]),
            kind: "observation".into(),
            schema: 1,
            parents: BTreeSet::new(),
            at: Stamp { wall: 1_700_000_000_000, count: 0 },
            device: DeviceId::new([2; 16]),
            author: "MK".into(),
            change: Change {
                set: BTreeMap::from([("title".into(), json!("Læsning"))]),
                unset: BTreeSet::new(),
            },
            deleted: false,
        }
    }

    fn pair(revision: &Revision) -> Value {
        let body: Value = serde_json::from_str(revision.canonical()).unwrap();
        json!({ "rev": revision.id().to_string(), "body": body })
    }

    #[test]
    fn a_name_is_a_promise_about_the_bytes() {
        let revision = Revision::write(body()).unwrap();
        assert_eq!(
            revision.canonical(),
            "{\"at\":{\"count\":0,\"wall\":1700000000000},\"author\":\"MK\",\"device\":\"02020202020202020202020202020202\",\"parents\":[],\"rec\":\"018bcfe5-6800-7101-8101-010101010101\",\"schema\":1,\"set\":{\"title\":\"Læsning\"},\"type\":\"observation\",\"unset\":[]}"
        );
        assert_eq!(Revision::read(&pair(&revision)), Ok(revision));
    }

    #[test]
    fn fields_from_the_future_are_kept_to_the_byte() {
        let mut value = pair(&Revision::write(body()).unwrap());
        value["body"]["mood"] = json!({ "z": 1, "a": [null] });
        value["body"]["at"]["zone"] = json!("Europe/Copenhagen");
        value["body"]["deleted"] = json!(false);
        let read = Revision::adopt(&value["body"]).unwrap();
        assert_eq!(serde_json::from_str::<Value>(read.canonical()).unwrap(), value["body"]);
        assert_eq!(Revision::read(&pair(&read)), Ok(read));
    }

    #[test]
    fn a_changed_letter_is_noticed() {
        let mut value = pair(&Revision::write(body()).unwrap());
        value["body"]["set"]["title"] = json!("Lesning");
        assert!(matches!(Revision::read(&value), Err(LedgerError::Hash { .. })));
    }

    #[test]
    fn every_malformed_part_is_named() {
        let good = pair(&Revision::write(body()).unwrap());
        for key in ["rec", "type", "schema", "parents", "at", "device", "author", "set", "unset"] {
            for wrong in [json!(null), json!(true), json!([1]), json!({ "wall": "x" })] {
                let mut value = good["body"].clone();
                value[key] = wrong.clone();
                let fits = key == "set" && wrong.is_object();
                assert_eq!(Revision::adopt(&value).is_err(), !fits, "{key} = {wrong}");
            }
            let mut value = good["body"].clone();
            value.as_object_mut().unwrap().remove(key);
            assert!(Revision::adopt(&value).is_err(), "without {key}");
        }
    }

    #[test]
    fn the_later_word_counts() {
        let mut change = Change {
            set: BTreeMap::from([("a".into(), json!(1)), ("b".into(), json!(2))]),
            unset: BTreeSet::from(["c".into()]),
        };
        change.then(&Change {
            set: BTreeMap::from([("c".into(), json!(3))]),
            unset: BTreeSet::from(["a".into()]),
        });
        assert_eq!(change.set, BTreeMap::from([("b".into(), json!(2)), ("c".into(), json!(3))]));
        assert_eq!(change.unset, BTreeSet::from(["a".into()]));
    }
}
