//! A record as the app hands it out: short for lists, whole for a page.

use serde_json::{Map, Value, json};

use crate::domain::record::{Fields, Kind};
use crate::ledger::{Change, Claim, Gather, Path, RecordId, RevisionId, View};

/// A record as a list shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Summary {
    /// The record.
    pub rec: RecordId,
    /// What kind of thing it is, as the ledger says it.
    pub kind: String,
    /// The values that are shown.
    pub fields: Fields,
    /// How many fields a person has to choose for.
    pub conflicts: usize,
    /// Whether someone deleted it while another went on writing.
    pub contested: bool,
    /// Whether it is in the trash.
    pub deleted: bool,
    /// Whether it can be edited here.
    pub access: Access,
    /// When it was last changed, in milliseconds since 1970.
    pub changed: u64,
    /// Who changed it last.
    pub author: String,
}

/// Whether a record can be edited by this version.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Access {
    /// It can.
    Edit,
    /// It is of a kind or a schema that only a newer version knows.
    ReadOnly,
}

/// A record opened on a page, with the working copy laid over it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Opened {
    /// The record as a list would show it, without the working copy.
    pub summary: Summary,
    /// The revisions that whatever is written next follows.
    pub heads: Vec<RevisionId>,
    /// What has been written and not sealed.
    pub draft: Option<Change>,
    /// The paths where a person has to choose.
    pub conflicts: Vec<Conflict>,
}

/// A path with several values that nobody has chosen between.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Conflict {
    /// Where.
    pub path: Path,
    /// The values, the one that is shown first; at least two.
    pub claims: Vec<Claim>,
}

impl Access {
    /// What this version may do with a record of this kind and schema.
    pub fn to(kind: &str, schema: u32) -> Self {
        match kind.parse::<Kind>() {
            Ok(kind) if schema <= kind.schema() => Self::Edit,
            _ => Self::ReadOnly,
        }
    }
}

impl Opened {
    /// The values with the working copy laid over them.
    pub fn fields(&self) -> Fields {
        let mut fields = self.summary.fields.clone();
        if let Some(draft) = &self.draft {
            fields.apply(draft);
        }
        fields
    }
}

impl Summary {
    /// The kind, if this version knows it.
    pub fn known_kind(&self) -> Option<Kind> {
        self.kind.parse().ok()
    }

    pub(in crate::app) fn of(view: &View) -> Self {
        Self {
            rec: view.rec,
            kind: view.kind.clone(),
            fields: Fields(view.values()),
            conflicts: view.conflicts().count(),
            contested: view.contested,
            deleted: view.deleted,
            access: Access::to(&view.kind, view.schema),
            changed: view.changed.0.wall,
            author: view.changed.1.clone(),
        }
    }

    pub(in crate::app) fn to_json(&self) -> Value {
        json!({
            "rec": self.rec.to_string(),
            "type": self.kind,
            "fields": self.fields.0.clone().into_iter().gather::<Map<_, _>>(),
            "conflicts": self.conflicts,
            "contested": self.contested,
            "deleted": self.deleted,
            "readOnly": self.access == Access::ReadOnly,
            "changed": self.changed,
            "author": self.author,
        })
    }

    pub(in crate::app) fn from_json(json: &Value) -> Option<Self> {
        let text = |key: &str| json.get(key).and_then(Value::as_str);
        let flag = |key: &str| json.get(key).and_then(Value::as_bool);
        let number = |key: &str| json.get(key).and_then(Value::as_u64);
        let fields = json.get("fields")?.as_object()?;
        Some(Self {
            rec: text("rec")?.parse().ok()?,
            kind: text("type")?.to_owned(),
            fields: Fields(fields.clone().into_iter().gather()),
            conflicts: usize::try_from(number("conflicts")?).ok()?,
            contested: flag("contested")?,
            deleted: flag("deleted")?,
            access: if flag("readOnly")? { Access::ReadOnly } else { Access::Edit },
            changed: number("changed")?,
            author: text("author")?.to_owned(),
        })
    }
}

/// A record as it stands on the screen of the one who writes it, with its values.
pub type Standing = (RecordId, Fields);

/// How well what is here is backed up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Backup {
    /// When a file with everything was last made, in milliseconds since 1970.
    pub made: Option<u64>,
    /// How many revisions have come since.
    pub since: u32,
}
