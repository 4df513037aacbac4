//! What pupils and staff answer on this device, and what the rounds of a survey say.
//!
//! Answers wait as rows among the drafts, under random names, and become one revision together
//! when their round is closed (`waiting`), so nothing that is stored says who came first. A few
//! that come by themselves are never counted in. What several devices hand over is one group
//! once the round is closed; of staff, fewer than five are shown to the team alone and only
//! where every sheet says yes, and a summary to share has rounds of five and more, and no
//! words.

mod kept;
mod pupil_mode;
pub mod surveyed;
mod typed_sheet;
mod waiting;

pub use pupil_mode::PupilMode;
pub use typed_sheet::TypedSheet;
pub use waiting::{Closed, SheetRows};
