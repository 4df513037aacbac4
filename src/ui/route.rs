//! The addresses of the app and the pages they lead to.

use crate::ledger::RecordId;

/// A page.
#[derive(Debug, Clone, PartialEq, Eq)]
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
    /// All observations, searched.
    Observations,
    /// One observation.
    Observation(RecordId),
    /// The forms that lessons are observed with.
    Templates,
    /// The editor of a form of the school's own.
    Template(RecordId),
    /// Leads to the form of a new agreement.
    NewAgreement,
    /// One agreement.
    Agreement(RecordId),
    /// The feedback talk of an agreement.
    AgreementTalk(RecordId),
    /// What happened to a record, of any kind.
    History(RecordId),
    /// One observation on paper.
    Printed(RecordId),
    /// Leads to a comparison: which other observation of the same lesson.
    CompareWith(RecordId),
    /// Two observations of one lesson beside each other.
    Compare(RecordId, RecordId),
    /// A form to fill in on paper: its id and version.
    BlankForm(String, u32),
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
            ["observationer"] => Ok(Self::Observations),
            ["observationer", "ny"] => Ok(Self::NewObservation),
            ["observationer", rec] => record(rec, Self::Observation),
            ["skemaer"] => Ok(Self::Templates),
            ["skemaer", rec] => record(rec, Self::Template),
            ["aftaler", "ny"] => Ok(Self::NewAgreement),
            ["aftaler", rec] => record(rec, Self::Agreement),
            ["aftaler", rec, "samtale"] => record(rec, Self::AgreementTalk),
            ["observationer", rec, "udskrift"] => record(rec, Self::Printed),
            ["observationer", rec, "sammen"] => record(rec, Self::CompareWith),
            ["observationer", one, "sammen", other] => match (one.parse(), other.parse()) {
                (Ok(one), Ok(other)) => Ok(Self::Compare(one, other)),
                _ => Ok(Self::NotFound),
            },
            ["tomt-skema", id, version] => {
                Ok(version.parse().map_or(Self::NotFound, |it| Self::BlankForm(id.to_owned(), it)))
            }
            [_, rec, "historik"] => record(rec, Self::History),
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
