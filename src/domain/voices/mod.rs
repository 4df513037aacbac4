//! What pupils and staff are asked: surveys in rounds, and talks with pupils by a guide.

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
