//! A text of a survey with what the pupils call the lessons in its place.

use crate::domain::text::Localized;
use crate::domain::voices::Survey;
use crate::ui::shell::{App, now};

/// A text of a survey with what the pupils call the lessons in its place.
pub fn filled(app: App, it: &Survey, text: &Localized) -> String {
    let about = it.about();
    let about = match about.trim() {
        "" => now!(app, survey.about_lessons),
        about => about.to_owned(),
    };
    text.get(app.lang()).replace("{elevtekst}", &about)
}
