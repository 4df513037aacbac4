//! Observations: the form, the lesson while it runs, and what is read out of it.

mod asking;
mod blank_form;
mod compare;
mod finishing;
mod from_paper;
mod items;
mod lesson_agreement;
mod lesson_clock;
mod lesson_frame;
mod lesson_timeline;
mod live;
mod observation_copy;
mod observation_form;
mod observation_head;
mod observation_page;
mod observations;
mod observations_filters;
mod print_record;
mod record_figures;
mod start_from;
mod wrap_up;

pub use blank_form::blank_form;
pub use compare::{choose, compare};
pub use lesson_timeline::lesson_timeline;
pub use live::live;
pub use observation_form::sections;
pub use observation_page::{observation, paper};
pub use observations::observations;
pub use print_record::printed;
pub use record_figures::shared;
