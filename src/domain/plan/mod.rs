//! Lessons, meetings and what else time is set aside for.

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
