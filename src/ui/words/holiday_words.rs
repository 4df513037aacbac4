//! What a holiday is called.

use crate::domain::calendar::Holiday;
use crate::ui::shell::{App, now};

/// What a holiday is called.
pub fn name(app: App, holiday: &Holiday) -> String {
    match &holiday.title {
        Some(title) => title.get(app.lang()).to_owned(),
        None if holiday.name.trim().is_empty() => now!(app, planning.own_holiday),
        None => holiday.name.trim().to_owned(),
    }
}
