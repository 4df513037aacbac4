//! The plan: lessons, meetings, holidays, exit tickets and sparring.

mod exit_board;
mod exit_count;
mod exit_ticket;
mod holidays;
mod lesson;
mod lesson_after;
mod lessons;
mod meeting;
mod meeting_after;
mod meeting_series;
pub mod plan_page;
mod planned;
mod repeat;
mod shared_ground;
pub mod sparring;
mod sparring_note;

pub use exit_ticket::exit_ticket;
pub use holidays::holidays;
pub use lesson::lesson;
pub use lessons::{Planned, lessons};
pub use meeting::meeting;
pub use plan_page::plan;
pub use sparring::sparring;
