//! Lessons, meetings and what else time is set aside for.
//!
//! `lesson` and `exit_ticket` are the day at school; what pupils answered is counted and never
//! kept by pupil. `meeting` is what time is set aside for besides lessons, with kinds and
//! agendas from the guide. `three_times` counts what was planned, held and lost of planning,
//! sparring and evaluation, week by week. `new_weeks` moves a plan to another school year by
//! counting weeks with school at both ends (by number where a year of 53 weeks would carry its
//! end into the next summer).

mod co_teaching;
mod exit_ticket;
mod lesson;
mod lesson_repeat;
mod meeting;
mod meeting_kinds;
mod new_weeks;
mod suggested_plan;
mod three_times;
mod time;

pub(in crate::domain) use co_teaching::CoTeachingModel;
pub use exit_ticket::{ExitQuestion, ExitTicket, MOST};
pub use lesson::{COVER, HELD, Lesson, LessonField, MOVED};
pub use meeting::{Meeting, MeetingFlaw};
pub use meeting_kinds::{meeting_kind, meeting_kinds};
pub use new_weeks::NewWeeks;
pub(in crate::domain) use new_weeks::same_week;
pub use suggested_plan::{Suggested, plan_template};
pub use three_times::{TimeCount, TimeSum, WeekTimes, three_times, time_sums};
pub use time::Time;
