//! What every page stands on: addresses, the form that saves itself, what is loaded, and the
//! texts.
//!
//! `route` has the addresses, `state` what every page shares, `loaded` what comes from the
//! store, kept without its type (one instance for all kinds is what the download can bear),
//! `form` the screen's half of `app/store/autosave.rs`, and `texts` the texts: `build.rs` makes
//! a constant of each and stops the build where the two languages differ. A new record gets its
//! name before its form is shown, so a reload finds it again. Before the store has answered,
//! words are shown after a second and what to do after eight: a page is never blank.

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
