//! The addresses of the app and the pages they lead to.

use crate::ledger::RecordId;

/// A page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Route {
    /// The first page.
    Overview,
    /// What is next, how each stands and what was learnt across all initiatives.
    Across,
    /// All initiatives.
    Initiatives,
    /// Leads to the guided start of a new initiative.
    NewInitiative,
    /// One initiative.
    Initiative(RecordId),
    /// The guided start of an initiative.
    Start(RecordId),
    /// The form of an initiative.
    InitiativeEdit(RecordId),
    /// Starts again from an initiative in the next school year.
    NextYear(RecordId),
    /// Phase 1 of an initiative.
    Preparation(RecordId),
    /// Phase 3 of an initiative.
    Closing(RecordId),
    /// The purpose of an initiative on one page, to share.
    Purpose(RecordId),
    /// The whole of an initiative on one page.
    Report(RecordId),
    /// The figures of an initiative on one page.
    Figures(RecordId),
    /// The goals of an initiative.
    Goals(RecordId),
    /// Leads to the form of a new goal.
    NewGoal(RecordId),
    /// One goal of an initiative, by its id there.
    Goal(RecordId, String),
    /// The small groups of an initiative.
    Groups(RecordId),
    /// Leads to the form of a new group.
    NewGroup(RecordId),
    /// One period of a group of an initiative, by its id there.
    Group(RecordId, String),
    /// Who has which book of an initiative.
    Loans(RecordId),
    /// Leads to the form of a new loan.
    NewLoan,
    /// One loan.
    Loan(RecordId),
    /// Leads to the form of a new observation.
    NewObservation,
    /// All observations, searched.
    Observations,
    /// One observation.
    Observation(RecordId),
    /// An observation as it stood on paper, or with its times to be corrected.
    Paper(RecordId),
    /// An initiative's lessons.
    Lessons(RecordId),
    /// Leads to the form of a new lesson.
    NewLesson,
    /// One lesson of the plan.
    Lesson(RecordId),
    /// The plan of an initiative.
    Plan(RecordId),
    /// The holidays that the plan of an initiative leaves out.
    Holidays(RecordId),
    /// The sparring of an initiative.
    Sparring(RecordId),
    /// Leads to the form of a new meeting.
    NewMeeting,
    /// One meeting of the plan.
    Meeting(RecordId),
    /// All quick notes.
    Jots,
    /// Leads to a new quick note.
    NewJot,
    /// One quick note.
    Jot(RecordId),
    /// Leads to a new exit ticket.
    NewExitTicket,
    /// One exit ticket.
    ExitTicket(RecordId),
    /// Leads to a new measurement.
    NewMeasurement,
    /// One measurement: what, whom and when.
    Measurement(RecordId),
    /// The answers of one wave of a measurement.
    Answers(RecordId, String),
    /// What a measurement says.
    Results(RecordId),
    /// Leads to a new pupil survey.
    NewSurvey,
    /// One pupil survey: what is asked, and its rounds.
    Survey(RecordId),
    /// Sheets of paper of one round of a pupil survey.
    SurveySheets(RecordId, String),
    /// What a pupil survey says.
    SurveyResults(RecordId),
    /// A pupil survey on paper.
    SurveyPaper(RecordId),
    /// The talks with pupils of an initiative beside each other.
    PupilTalks(RecordId),
    /// Leads to a new talk with pupils.
    NewPupilTalk,
    /// One talk with pupils.
    PupilTalk(RecordId),
    /// A guide for talks with pupils on paper, by its id.
    TalkGuide(String),
    /// Leads to a new evaluation of the collaboration.
    NewCollaboration,
    /// One evaluation of the collaboration, and its rounds.
    Collaboration(RecordId),
    /// What an evaluation of the collaboration says, to the team itself.
    CollaborationResults(RecordId),
    /// What of it may leave the team, on paper.
    CollaborationPrint(RecordId),
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
    /// Erases everything on this device.
    Reset,
    /// The end of a school year.
    YearEnd,
    /// Sources and privacy.
    About,
    /// What can be looked up.
    Guide,
    /// One topic of the guide, by its id. Whether there is one is for the page to say: an address is read without the guide.
    GuideTopic(String),
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
            ["paa-tvaers"] => Ok(Self::Across),
            ["indsatser"] => Ok(Self::Initiatives),
            ["indsatser", "ny"] => Ok(Self::NewInitiative),
            ["indsatser", rec] => record(rec, Self::Initiative),
            ["indsatser", rec, "start"] => record(rec, Self::Start),
            ["indsatser", rec, "ret"] => record(rec, Self::InitiativeEdit),
            ["indsatser", rec, "forberedelse"] => record(rec, Self::Preparation),
            ["indsatser", rec, "forankring"] => record(rec, Self::Closing),
            ["indsatser", rec, "formaal"] => record(rec, Self::Purpose),
            ["indsatser", rec, "rapport"] => record(rec, Self::Report),
            ["indsatser", rec, "tal"] => record(rec, Self::Figures),
            ["indsatser", rec, "delmaal"] => record(rec, Self::Goals),
            ["indsatser", rec, "delmaal", "nyt"] => record(rec, Self::NewGoal),
            ["indsatser", rec, "delmaal", goal] => {
                Ok(rec.parse().map_or(Self::NotFound, |rec| Self::Goal(rec, goal.to_owned())))
            }
            ["indsatser", rec, "grupper"] => record(rec, Self::Groups),
            ["indsatser", rec, "grupper", "ny"] => record(rec, Self::NewGroup),
            ["indsatser", rec, "grupper", group] => {
                Ok(rec.parse().map_or(Self::NotFound, |rec| Self::Group(rec, group.to_owned())))
            }
            ["indsatser", rec, "boeger"] => record(rec, Self::Loans),
            ["boeger", "ny"] => Ok(Self::NewLoan),
            ["boeger", rec] => record(rec, Self::Loan),
            ["indsatser", rec, "nyt-skoleaar"] => record(rec, Self::NextYear),
            ["observationer"] => Ok(Self::Observations),
            ["observationer", "ny"] => Ok(Self::NewObservation),
            ["observationer", rec, "papir"] => record(rec, Self::Paper),
            ["observationer", rec] => record(rec, Self::Observation),
            ["indsatser", rec, "lektioner"] => record(rec, Self::Lessons),
            ["lektioner", "ny"] => Ok(Self::NewLesson),
            ["lektioner", rec] => record(rec, Self::Lesson),
            ["indsatser", rec, "plan"] => record(rec, Self::Plan),
            ["indsatser", rec, "plan", "ferier"] => record(rec, Self::Holidays),
            ["indsatser", rec, "sparring"] => record(rec, Self::Sparring),
            ["moeder", "ny"] => Ok(Self::NewMeeting),
            ["moeder", rec] => record(rec, Self::Meeting),
            ["lynnotater"] => Ok(Self::Jots),
            ["lynnotater", "ny"] => Ok(Self::NewJot),
            ["lynnotater", rec] => record(rec, Self::Jot),
            ["exitkort", "ny"] => Ok(Self::NewExitTicket),
            ["exitkort", rec] => record(rec, Self::ExitTicket),
            ["maalinger", "ny"] => Ok(Self::NewMeasurement),
            ["maalinger", rec] => record(rec, Self::Measurement),
            ["maalinger", rec, "resultat"] => record(rec, Self::Results),
            ["maalinger", rec, "svar", wave] => {
                Ok(rec.parse().map_or(Self::NotFound, |rec| Self::Answers(rec, wave.to_owned())))
            }
            ["elevsurvey", "ny"] => Ok(Self::NewSurvey),
            ["elevsurvey", rec] => record(rec, Self::Survey),
            ["elevsurvey", rec, "resultat"] => record(rec, Self::SurveyResults),
            ["elevsurvey", rec, "papir"] => record(rec, Self::SurveyPaper),
            ["elevsurvey", rec, "svar", round] => Ok(rec
                .parse()
                .map_or(Self::NotFound, |rec| Self::SurveySheets(rec, round.to_owned()))),
            ["indsatser", rec, "elevsamtaler"] => record(rec, Self::PupilTalks),
            ["elevsamtaler", "ny"] => Ok(Self::NewPupilTalk),
            ["elevsamtaler", "guide", id] => Ok(Self::TalkGuide(id.to_owned())),
            ["elevsamtaler", rec] => record(rec, Self::PupilTalk),
            ["samarbejde", "ny"] => Ok(Self::NewCollaboration),
            ["samarbejde", rec] => record(rec, Self::Collaboration),
            ["samarbejde", rec, "resultat"] => record(rec, Self::CollaborationResults),
            ["samarbejde", rec, "udskrift"] => record(rec, Self::CollaborationPrint),
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
            ["indstillinger", "nulstil"] => Ok(Self::Reset),
            ["skoleaar"] => Ok(Self::YearEnd),
            ["om"] => Ok(Self::About),
            ["guide"] => Ok(Self::Guide),
            ["guide", id] => Ok(Self::GuideTopic(id.to_owned())),
            _ => Ok(Self::NotFound),
        }
        .unwrap_or(Self::NotFound)
    }
}
