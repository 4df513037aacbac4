//! The addresses of the app and the pages they lead to.

use crate::ledger::RecordId;

/// A page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Route {
    /// The first page.
    Overview,
    /// All initiatives.
    Initiatives,
    /// Leads to the form of a new initiative.
    NewInitiative,
    /// One initiative.
    Initiative(RecordId),
    /// The form of an initiative.
    InitiativeEdit(RecordId),
    /// Leads to the form of a new observation.
    NewObservation,
    /// One observation.
    Observation(RecordId),
    /// The forms that lessons are observed with.
    Templates,
    /// The editor of a form of the school's own.
    Template(RecordId),
    /// Files out and in.
    Share,
    /// What two people wrote in the same place.
    Conflicts,
    /// What is chosen for this device.
    Settings,
    /// What was removed.
    Trash,
    /// Sources and privacy.
    About,
    /// An address that leads nowhere.
    NotFound,
}

impl Route {
    /// The page of a path below the app's base: `/indsatser/ny`.
    pub fn of(path: &str) -> Self {
        let parts: Vec<&str> = path.split('/').filter(|part| !part.is_empty()).collect();
        let record = |text: &str, page: fn(RecordId) -> Self| text.parse().map(page);
        match *parts.as_slice() {
            [] => Ok(Self::Overview),
            ["indsatser"] => Ok(Self::Initiatives),
            ["indsatser", "ny"] => Ok(Self::NewInitiative),
            ["indsatser", rec] => record(rec, Self::Initiative),
            ["indsatser", rec, "ret"] => record(rec, Self::InitiativeEdit),
            ["observationer", "ny"] => Ok(Self::NewObservation),
            ["observationer", rec] => record(rec, Self::Observation),
            ["skemaer"] => Ok(Self::Templates),
            ["skemaer", rec] => record(rec, Self::Template),
            ["del"] => Ok(Self::Share),
            ["del", "uenigheder"] => Ok(Self::Conflicts),
            ["indstillinger"] => Ok(Self::Settings),
            ["indstillinger", "papirkurv"] => Ok(Self::Trash),
            ["om"] => Ok(Self::About),
            _ => Ok(Self::NotFound),
        }
        .unwrap_or(Self::NotFound)
    }
}
