//! Lessons, meetings and what else time is set aside for.

mod exit_ticket;
mod lesson;
mod lesson_repeat;
mod meeting;
mod meeting_kinds;
mod new_weeks;
pub mod sparring;
mod suggested_plan;
mod three_times;

pub use exit_ticket::{ExitQuestion, ExitTicket, MOST};
pub use lesson::{CANCELLED, COVER, HELD, LESSON, Lesson, LessonField, MOVED, PARTLY};
pub use meeting::{Meeting, MeetingFlaw};
pub use meeting_kinds::{MeetingKind, meeting_kind, meeting_kinds};
pub use new_weeks::{NewWeeks, same_week};
pub use suggested_plan::{PlanTemplate, Suggested, plan_template};
pub use three_times::{Time, TimeCount, TimeSum, WeekTimes, three_times, time_sums};
