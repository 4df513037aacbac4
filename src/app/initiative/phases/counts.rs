//! What the phases of an initiative are told from: what there is of each thing, counted from the records.

use chrono::NaiveDate;

use crate::app::agreement::Agreed;
use crate::app::initiative::goals::{GoalLook, Missing, Progress};
use crate::app::plan::{Held, InitiativePlan};
use crate::app::store::Standing;
use crate::domain::agreement::Stage;
use crate::domain::initiative::phase_content::PhaseContent;
use crate::domain::initiative::{GoalDay, Initiative, Step};
use crate::domain::measurement::{END, Measurement, START};
use crate::domain::observation::is_made;
use crate::domain::plan::{Lesson, Meeting};
use crate::domain::record::{Kind, Record as _};
use crate::domain::voices::{COLLABORATION_FORM, PupilTalk, Survey};
use crate::ledger::RecordId;

/// The meetings in which experience is shared and the initiative's future decided.
const LAST_MEETINGS: [&str; 2] = ["moede-erfaringsdeling", "moede-forankring"];

/// A goal, as the phases see it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct GoalCount {
    /// Its id in the initiative.
    pub id: String,
    /// Whether it is reached.
    pub reached: bool,
    /// Whether it was to be and is not.
    pub late: bool,
    /// Whether something tells how far it is.
    pub counted: bool,
    /// The day the team looks at it.
    pub look: Option<NaiveDate>,
}

/// An agreement, as the phases see it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AgreementCount {
    /// The agreement.
    pub rec: RecordId,
    /// How far it has come.
    pub stage: Stage,
    /// The day of the observation.
    pub day: Option<NaiveDate>,
    /// The day of the talk.
    pub talk_day: Option<NaiveDate>,
    /// Whether the day to follow up has come and nobody has.
    pub follow_up: bool,
    /// Whether the notes were to be gone.
    pub erase: bool,
}

/// A measurement, as the phases see it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MeasurementCount {
    /// The measurement.
    pub rec: RecordId,
    /// How many have answered at the start and at the end.
    pub answered: [usize; 2],
    /// The days of the start and the end.
    pub days: [Option<NaiveDate>; 2],
}

/// An evaluation of the collaboration, as the phases see it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EvaluationCount {
    /// The evaluation.
    pub rec: RecordId,
    /// How many of its rounds are closed.
    pub closed: usize,
    /// The day of the first round that is not closed, which may be unknown; `None` where all are.
    pub waits: Option<Option<NaiveDate>>,
}

/// What the phases are told from.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Counts {
    /// Tasks of the preparation that are done, and how many there are.
    pub tasks: (usize, usize),
    /// What is next in the preparation, late steps first.
    pub steps: Vec<Step>,
    /// How many things the plan has, goals left out.
    pub planned: usize,
    /// Lessons that took place, and how many were to.
    pub lessons: (u32, u32),
    /// Lessons that are over of which nobody has said anything.
    pub unsaid_lessons: usize,
    /// Meetings that were held.
    pub meetings: usize,
    /// Meetings that are over of which nobody has said anything.
    pub unsaid_meetings: usize,
    /// Whether the plan has a meeting to share experience in.
    pub shares_experience: bool,
    /// Observations that were made.
    pub observations: usize,
    /// Talks with pupils that were held.
    pub pupil_talks: usize,
    /// The goals.
    pub goals: Vec<GoalCount>,
    /// The agreements.
    pub agreements: Vec<AgreementCount>,
    /// The measurements.
    pub measurements: Vec<MeasurementCount>,
    /// The evaluations of the collaboration; quick pulses are none.
    pub evaluations: Vec<EvaluationCount>,
    /// Working questions of the third phase that are answered, and how many there are.
    pub answers: (usize, usize),
}

impl Counts {
    /// Counts what there is of an initiative.
    pub fn of(
        content: &PhaseContent,
        plan: &InitiativePlan,
        goals: &[GoalLook],
        agreed: &[Agreed],
        measurements: &[Standing],
        today: NaiveDate,
    ) -> Self {
        let initiative = &plan.initiative;
        let mut it = Self {
            tasks: initiative.tasks_done(content),
            steps: initiative.next_steps(content, today),
            answers: answers(initiative, content),
            goals: goals.iter().map(GoalCount::of).collect(),
            agreements: agreed.iter().map(|it| AgreementCount::of(it, today)).collect(),
            measurements: measurements.iter().map(MeasurementCount::of).collect(),
            evaluations: EvaluationCount::all(plan),
            ..Self::default()
        };
        let mut lessons = Vec::new();
        for item in &plan.items {
            let is_over = item.day().is_some_and(|day| day < today);
            it.planned += usize::from(item.kind != Kind::Initiative);
            match item.kind {
                Kind::Lesson => {
                    let lesson = Lesson::read(&item.fields);
                    it.unsaid_lessons += usize::from(is_over && lesson.status().is_empty());
                    lessons.push(lesson);
                }
                Kind::Meeting => {
                    let meeting = Meeting::read(&item.fields);
                    it.meetings += usize::from(meeting.took_place());
                    // Only meetings have an agenda; of all else in the plan nobody has to say anything.
                    let is_meeting = meeting.kind().is_some_and(|kind| !kind.agenda.is_empty());
                    let is_unsaid = is_over && is_meeting && meeting.status().is_empty();
                    it.unsaid_meetings += usize::from(is_unsaid);
                    it.shares_experience |= LAST_MEETINGS.contains(&meeting.what().as_str());
                }
                Kind::PupilTalk => {
                    it.pupil_talks += usize::from(PupilTalk::read(&item.fields).is_held());
                }
                Kind::Observation => it.observations += usize::from(is_made(&item.fields)),
                _ => {}
            }
        }
        let held = Held::count(lessons, today);
        it.lessons = (held.held, held.of);
        it
    }
}

/// How many working questions of the third phase are answered, and how many there are.
fn answers(initiative: &Initiative, content: &PhaseContent) -> (usize, usize) {
    let questions = content.questions.iter().skip(2).flat_map(|group| &group.items);
    let is_answered = |id: &str| !initiative.answer(id).trim().is_empty();
    (questions.clone().filter(|it| is_answered(&it.id)).count(), questions.count())
}

impl GoalCount {
    fn of(it: &GoalLook) -> Self {
        Self {
            id: it.goal.id.clone(),
            reached: it.progress.is_reached(),
            late: it.late,
            counted: !matches!(
                it.progress,
                Progress::Uncounted(
                    Missing::Indicator
                        | Missing::Target
                        | Missing::Measurement
                        | Missing::Survey
                        | Missing::Question
                )
            ),
            look: it.goal.day(GoalDay::Look),
        }
    }
}

impl AgreementCount {
    fn of(it: &Agreed, today: NaiveDate) -> Self {
        let agreement = it.agreement();
        Self {
            rec: it.summary.rec,
            stage: it.stage(),
            day: agreement.day(),
            talk_day: agreement.talk_day(),
            follow_up: agreement.follow_up_is_due(today),
            erase: it.notes_are_due(today),
        }
    }
}

impl MeasurementCount {
    fn of((rec, fields): &Standing) -> Self {
        let it = Measurement::read(fields);
        Self {
            rec: *rec,
            answered: [START, END].map(|wave| it.answered_in(wave)),
            days: [START, END].map(|wave| it.wave_day(wave)),
        }
    }
}

impl EvaluationCount {
    /// The evaluations whose rounds stand in the plan.
    fn all(plan: &InitiativePlan) -> Vec<Self> {
        let mut all: Vec<Self> = Vec::new();
        for item in plan.items.iter().filter(|it| it.kind == Kind::Collaboration) {
            let it = Survey::read(&item.fields);
            let is_one = it.base().is_some_and(|it| it.id == COLLABORATION_FORM);
            // Each of its rounds stands there.
            if !is_one || all.iter().any(|known| known.rec == item.rec) {
                continue;
            }
            let rounds = it.rounds();
            let waits = rounds.iter().find(|round| !it.is_closed(round));
            all.push(Self {
                rec: item.rec,
                closed: rounds.iter().filter(|round| it.is_closed(round)).count(),
                waits: waits.map(|round| it.round_day(round)),
            });
        }
        all
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::plan::PlanItem;
    use crate::domain::initiative::phase_content::phase_content;

    #[test]
    fn counts_come_from_the_records() {
        let item = PlanItem::of_words;
        let mut initiative = Initiative::default();
        let last = phase_content().questions.last().unwrap();
        initiative.set_answer(&last.items[0].id, "Godt");
        let rounds = "rounds/a/day=2026-11-20 rounds/b/day=2026-12-20";
        let mut evaluation =
            item(11, Kind::Collaboration, &format!("survey=samarbejdsevaluering {rounds}"));
        evaluation.fields.put("rounds/a/closed", true);
        let pulse = item(12, Kind::Collaboration, &format!("survey=temperaturmaaling {rounds}"));
        let plan = InitiativePlan {
            initiative,
            items: vec![
                item(1, Kind::Lesson, "day=2026-11-23 status=gennemfoert"),
                item(2, Kind::Lesson, "day=2026-11-24"),
                item(3, Kind::Lesson, "day=2026-11-25"),
                item(4, Kind::Meeting, "day=2026-11-23 what=moede-sparring status=gennemfoert"),
                item(5, Kind::Meeting, "day=2026-11-24 what=moede-sparring"),
                item(6, Kind::Meeting, "day=2026-11-24 what=start"),
                item(7, Kind::Meeting, "day=2026-12-24 what=moede-erfaringsdeling"),
                item(8, Kind::Observation, "day=2026-11-24 finished=x"),
                item(9, Kind::Observation, "day=2026-11-24"),
                item(10, Kind::Initiative, ""),
                item(11, Kind::PupilTalk, "day=2026-11-24 keywords/esi-q1/a/text=x"),
                item(12, Kind::PupilTalk, "day=2026-12-24 guide=elevsamtale-indskoling"),
                evaluation,
                pulse,
            ],
        };
        let it = Counts::of(phase_content(), &plan, &[], &[], &[], "2026-11-25".parse().unwrap());
        assert_eq!((it.planned, it.lessons, it.unsaid_lessons), (13, (1, 2), 1));
        let rec = RecordId::new(11, [11; 10]);
        let waits = Some("2026-12-20".parse().ok());
        assert_eq!(it.evaluations, [EvaluationCount { rec, closed: 1, waits }]);
        assert_eq!((it.meetings, it.unsaid_meetings, it.observations), (1, 1, 1));
        assert!(it.shares_experience && it.pupil_talks == 1);
        assert_eq!((it.answers, it.tasks), ((1, 4), (0, 9)));
    }
}
