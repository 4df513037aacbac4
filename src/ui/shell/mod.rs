//! What every page stands on: addresses, the form that saves itself, what is loaded, and the texts.

mod erasing;
mod form;
mod loaded;
mod part;
mod preparation_parts;
mod route;
pub mod start_steps;
mod state;
pub mod texts;

pub use erasing::{erased_elsewhere, erasing};
pub use form::{Form, Sealing, amend, saving_line};
pub use loaded::{Loaded, Stored, shown, use_stored, use_stored_once};
pub use part::Part;
pub use preparation_parts::{
    EXPECTATIONS, GROUP, QUESTIONS, READINESS, RESOURCES, TASKS, expectations_address, open_part,
    part_address,
};
pub use route::Route;
pub use start_steps::{STEPS, address};
pub use state::{App, Store, use_app};
pub(crate) use texts::{fill, now, say, text, text_in};
