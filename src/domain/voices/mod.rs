//! What pupils and staff are asked: surveys in rounds, and talks with pupils by a guide.
//!
//! `survey` is what is asked, `survey_rounds` the rounds and their answers, each under a name
//! of its own beside no other answer of the same pupil. The evaluation of the collaboration is
//! the same thing in a kind of its own (`collaboration_content`): staff answer an area at a
//! time, and first of all whether the answers of fewer than five may be shown to the team; that
//! answer is kept as any other, under a name that says nothing. `pupil_talk` is keywords under
//! `keywords/<question>/<id>`, without names.

mod collaboration_content;
mod pupil_talk;
mod pupil_talk_content;
mod survey;
mod survey_content;
mod survey_rounds;

pub use collaboration_content::{
    COLLABORATION_FORM, EQUIPPED, MAY_SHOW, PULSE_FORM, collaboration_content,
};
pub use pupil_talk::{PupilTalk, TALK_MARKS};
pub use pupil_talk_content::{TalkGuide, talk_guide, talk_guides, talk_question};
pub use survey::{MOST_OWN, Survey, SurveyPage};
pub use survey_content::{Asks, SurveyPart, SurveyQuestion, survey_content};
pub use survey_rounds::{
    Sheet, survey_answer_path, survey_closed_path, survey_closing_path, survey_sheet_path,
};
