//! The kinds of meeting with their agendas, and what else time is set aside for. Read when somebody
//! first opens a plan; the guide shows the same agendas.

use std::sync::OnceLock;

use serde_json::Value;

use super::time::Time;
use crate::domain::forms::Titled;
use crate::domain::text::content_file::{both, content_file, json, list, localized, text};
use crate::domain::text::{Localized, MEETINGS};

const ACTIVITIES: &str = content_file!("phases/activities.json");

/// A kind of meeting, or of something else that time is set aside for.
#[derive(Debug)]
pub struct MeetingKind {
    /// The id that records keep.
    pub id: String,
    /// Its name.
    pub title: Localized,
    /// How long it usually takes.
    pub minutes: Option<u64>,
    /// Which of the three times it is.
    pub time: Option<Time>,
    /// What is talked about, by the ids that records keep.
    pub agenda: Vec<Titled>,
}

/// Every kind, meetings first.
pub fn meeting_kinds() -> &'static [MeetingKind] {
    static KINDS: OnceLock<Vec<MeetingKind>> = OnceLock::new();
    KINDS.get_or_init(|| {
        let mut kinds = list(&json(MEETINGS), MeetingKind::read);
        kinds.extend(list(&json(ACTIVITIES), MeetingKind::read));
        kinds
    })
}

/// A kind by its id.
pub fn meeting_kind(id: &str) -> Option<&'static MeetingKind> {
    meeting_kinds().iter().find(|kind| kind.id == id)
}

impl MeetingKind {
    fn read(value: &Value) -> Option<Self> {
        let id = text(value, "id")?;
        let points = list(&value["agenda"], both).into_iter().enumerate();
        // A point is known by its place: `moede-opstart-1`.
        let point = |(n, label)| Titled { id: format!("{id}-{}", n + 1), label };
        Some(Self {
            agenda: points.map(point).collect(),
            title: localized(value, "title")?,
            minutes: value["minutes"].as_u64(),
            time: value["time"].as_str().and_then(Time::from_id),
            id,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_can_be_read() {
        let kinds = meeting_kinds();
        let count = |file| json(file).as_array().unwrap().len();
        assert_eq!(kinds.len(), count(MEETINGS) + count(ACTIVITIES));
        let mut ids: Vec<&str> = kinds.iter().map(|kind| kind.id.as_str()).collect();
        ids.extend(kinds.iter().flat_map(|kind| &kind.agenda).map(|point| point.id.as_str()));
        let all = ids.len();
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids.len(), all, "no two have one id");
        for kind in kinds.iter().take(count(MEETINGS)) {
            assert!(kind.minutes.is_some() && kind.agenda.len() >= 3, "{}", kind.id);
        }
        for time in Time::ALL {
            assert!(kinds.iter().any(|kind| kind.time == Some(time)), "{time:?}");
        }
        let first = meeting_kind("moede-opstart").map(|kind| &kind.agenda[0]);
        assert_eq!(first.map(|point| point.id.as_str()), Some("moede-opstart-1"));
    }
}
