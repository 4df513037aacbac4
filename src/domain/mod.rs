//! The school's things and their rules.
//!
//! Each kind of record is a plain type that is read from a record's values and written back as a
//! difference, so what this version does not know is never touched.

mod agreement;
mod agreement_state;
pub mod answers;
mod beginning;
mod closing;
pub mod closing_content;
mod code_free;
mod codes;
mod collaboration_content;
mod common_ground;
pub mod content;
mod counting;
pub mod embedding;
mod example;
mod exit_ticket;
mod expectations;
pub mod experience;
mod feedback;
mod fields;
pub mod fold;
mod goal;
mod groups;
pub mod guide;
mod holidays;
mod hours;
mod hyphens;
mod initiative;
mod instrument;
mod instrument_parse;
pub mod iso;
mod jot;
mod kept_spread;
mod kind;
mod lang;
mod learning;
mod lesson;
mod lesson_clock;
mod lesson_log;
mod lesson_repeat;
mod level;
mod loan;
mod measurement;
mod measurement_answers;
mod meeting;
mod meeting_kinds;
mod new_weeks;
mod next_year;
mod observation;
mod observation_copy;
mod observation_head;
mod own_instrument;
mod paper;
mod phase;
pub mod phase_content;
mod phrase;
pub mod preparation;
mod pupil_talk;
mod pupil_talk_content;
mod reflection;
pub mod repetition;
mod school_year;
mod smart;
pub mod sparring;
mod suggested_plan;
mod summer_time;
mod survey;
mod survey_content;
mod survey_rounds;
mod template;
mod template_draft;
mod template_parse;
mod template_write;
mod three_times;
mod tracked;
mod week;

pub use agreement::{
    AFTER_TALK, AT_INITIATIVE_END, AT_YEAR_END, Agreement, ONLY_PARTIES, Side, Term,
};
pub use agreement_state::{AgreementField, Consent, MOST_PUPILS, MOST_QUESTIONS, Stage};
pub use beginning::{MOST_PUPILS_BEGUN, SETTING_UP};
pub use closing::{Became, lost_for};
pub use code_free::{holds_code, renamed, without_pupils};
pub use codes::{Codes, initials, pupil_codes, without_codes, without_initials};
pub use collaboration_content::{
    COLLABORATION_FORM, CollaborationContent, EQUIPPED, MAY_SHOW, PULSE_FORM, collaboration_content,
};
pub use common_ground::Listed;
pub use counting::{MOST_GROUPS, counted};
pub use embedding::{DecisionFlaw, DecisionPart, DecisionState};
pub use example::example;
pub use exit_ticket::{ExitQuestion, ExitTicket, MOST};
pub use expectations::ExpectationPart;
pub use feedback::{AgreementQuestion, FeedbackGuide, TalkStep};
pub use fields::{AGREEMENT, DAY, EXAMPLE, FINISHED, Fields, INITIATIVE, Record, difference};
pub use goal::{AGREEING, Goal, GoalDay, GoalFlaw, GoalWords, Indicator, PUPILS};
pub use groups::{BASES, Group, GroupWords, MOST_IN_GROUP, Tried, moved};
pub use holidays::{Holiday, HolidayFlaw, easter, holiday_on, is_free};
pub use hours::{Hours, HoursFlaw};
pub use hyphens::with_soft_hyphens;
pub use initiative::{Initiative, InitiativeField, InitiativeKind, Member, Role};
pub use instrument::{
    Better, Instrument, InstrumentKind, Scale, ScaleItem, ScaleStep, Setting, instrument,
    instruments, newest_instruments,
};
pub use instrument_parse::{MOST_ITEMS, MOST_STEPS, parse_instrument};
pub use jot::Jot;
pub use kept_spread::KeptSpread;
pub use kind::Kind;
pub use lang::{Lang, Localized};
pub use learning::{Instead, Learning, SPARRING_TRIES};
pub use lesson::{CANCELLED, COVER, HELD, LESSON, Lesson, LessonField, MOVED, PARTLY};
pub use lesson_clock::{Pause, is_made};
pub use lesson_log::{Entry, Moment, Note, RoleChange, Tap};
pub use level::level_of;
pub use loan::{Loan, LoanFlaw, Reader, readers};
pub use measurement::{END, MOST_PUPILS_MEASURED, Measurement, OWN, POINTS, START, is_pupil_code};
pub use measurement_answers::{Given, entry_of, pupil_of, row_of};
pub use meeting::{Meeting, MeetingFlaw};
pub use meeting_kinds::{MeetingKind, meeting_kind, meeting_kinds};
pub use new_weeks::{NewWeeks, same_week};
pub use next_year::{NextYearFlaw, belonging};
pub use observation::{Observation, Rated, Words};
pub use observation_head::ObservationField;
pub use paper::{ClockFault, at_time};
pub use phrase::with_phrase;
pub use preparation::{Person, Step, StepKind};
pub use pupil_talk::{PupilTalk, TALK_MARKS};
pub use pupil_talk_content::{TalkGuide, talk_guide, talk_guides, talk_question};
pub use repetition::{RepeatFlaw, Repetition};
pub use school_year::SchoolYear;
pub use smart::{GoalExample, Letter, Smart, smart};
pub use suggested_plan::{PlanTemplate, Suggested, plan_template};
pub use summer_time::{ClockChange, clock_change};
pub use survey::{MOST_OWN, Survey, SurveyPage};
pub use survey_content::{
    Asks, OWN_TEXT_LENGTH, PupilScale, PupilSurvey, SurveyContent, SurveyPart, SurveyQuestion,
    survey_content,
};
pub use survey_rounds::{
    Sheet, survey_answer_path, survey_closed_path, survey_closing_path, survey_sheet_path,
};
pub use template::{
    Code, Counter, Item, ItemKind, Level, Per, Progress, Section, ShowIf, Tag, Template,
    TemplateRef, Titled, Track, When,
};
pub use template_draft::{Problem, Published, TemplateDraft};
pub use template_parse::{Fault, Flaw, parse_template};
pub use template_write::write_template;
pub use three_times::{Time, TimeCount, TimeSum, WeekTimes, three_times, time_sums};
pub use week::{Week, WeekFlaw};
