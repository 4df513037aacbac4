//! What two colleagues agree on before one observes the other, and the talk after it.

mod agreement;
mod agreement_state;
mod feedback;

pub use agreement::{
    AFTER_TALK, AT_INITIATIVE_END, AT_YEAR_END, Agreement, ONLY_PARTIES, Side, Term,
};
pub use agreement_state::{AgreementField, Consent, MOST_PUPILS, MOST_QUESTIONS, Stage};
pub use feedback::{AgreementQuestion, FeedbackGuide, TalkStep};
