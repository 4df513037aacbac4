//! What pupils and staff answer on this device, and what the rounds of a survey say.

mod kept;
mod pupil_mode;
pub mod surveyed;
mod typed_sheet;
mod waiting;

pub use pupil_mode::PupilMode;
pub use typed_sheet::TypedSheet;
pub use waiting::{Closed, SheetRows};
