//! What saving sees of a form: where its values stand and are shown, and what is said of how far it is.

use crate::app::store::error::AppError;
use crate::domain::record::Fields;

/// How far saving is.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Saving {
    /// Nothing has been written yet.
    #[default]
    Idle,
    /// Something written is on its way.
    Underway,
    /// All that was written is in the store since this time, in milliseconds since 1970.
    Saved(u64),
    /// The store refused. What was written is still on the screen and will be tried again.
    Failed(AppError),
}

/// Where a record is shown and written in, by its values.
pub trait Screen {
    /// The values that stand there; `None` when the page is gone.
    fn read(&self) -> Option<Fields>;
    /// Puts other values there.
    fn show(&self, fields: &Fields);
    /// Of any values those that this version knows, as it writes them.
    fn known(&self, fields: &Fields) -> Fields;
    /// Says how far saving is.
    fn say(&self, saving: &Saving);
    /// Something has been stored: lists and other tabs want to hear of it.
    fn has_stored(&self);
}
