//! Which version of which form: its name in records.

use serde_json::{Value, json};

use crate::domain::record::Fields;
use crate::ledger::RecordId;

/// Which version of which form a record was filled in with.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct TemplateRef {
    /// The form.
    pub id: String,
    /// Its version.
    pub version: u32,
}

/// The beginning of the ids of forms that schools make themselves.
const OWN: &str = "egen-";

/// How many letters the id of a record has.
const RECORD: usize = 36;

impl TemplateRef {
    /// The id of what the person who has `rec` open publishes under `tag`. It names the one
    /// publication: two devices that each make "version 2" of a form without knowing of each other
    /// make two forms, and neither's observations are ever shown in the other's.
    pub fn own_id(rec: RecordId, tag: &str) -> String {
        format!("{OWN}{rec}-{tag}")
    }

    /// The record that a form of the school's own is published from.
    pub fn own_record(&self) -> Option<RecordId> {
        own_record(&self.id)
    }
}

fn own_record(id: &str) -> Option<RecordId> {
    id.strip_prefix(OWN)?.get(..RECORD)?.parse().ok()
}

/// What the versions of one form have in common: the id, or for a form of the school's own the part
/// of it that names its record.
pub(super) fn family(id: &str) -> &str {
    match own_record(id) {
        Some(_) => id.get(..OWN.len() + RECORD).unwrap_or(id),
        None => id,
    }
}

impl TemplateRef {
    /// What the versions of one form have in common.
    pub fn family(&self) -> &str {
        family(&self.id)
    }

    /// Where a record says it.
    pub(in crate::domain) const PATHS: [&str; 2] = ["template", "templateVersion"];

    pub(in crate::domain) fn read(fields: &Fields) -> Option<Self> {
        let [id, version] = Self::PATHS;
        let id = fields.text(id);
        let version = u32::try_from(fields.number(version)?).ok()?;
        (!id.is_empty()).then_some(Self { id, version })
    }

    /// The values that say it, with their places in a record.
    pub(in crate::domain) fn values(&self) -> [(&'static str, Value); 2] {
        let [id, version] = Self::PATHS;
        [(id, json!(self.id)), (version, json!(self.version))]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_versions_of_a_form_are_one_family() {
        let rec = RecordId::new(1_795_392_000_000, [7; 10]);
        let own = |tag: &str| TemplateRef { id: TemplateRef::own_id(rec, tag), version: 2 };
        assert_eq!(own("a").own_record(), Some(rec));
        assert_eq!(own("a").family(), own("b").family());
        for id in ["obs-generel", "egen-", "egen-om-uro", &format!("{OWN}{}", "æ".repeat(40))] {
            let built_in = TemplateRef { id: id.to_owned(), version: 1 };
            assert_eq!((built_in.own_record(), built_in.family()), (None, id));
        }
    }
}
