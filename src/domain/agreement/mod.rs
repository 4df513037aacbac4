//! What two colleagues agree on before one observes the other, and the talk after it.
//!
//! How far an agreement has come (`agreement_state`) is worked out and never stored. The talk
//! and all that comes after ask nobody for another yes.

mod agreement;
mod agreement_state;
mod feedback;

pub use agreement::{AT_INITIATIVE_END, AT_YEAR_END, Agreement, ONLY_PARTIES, Side, Term};
pub use agreement_state::{AgreementField, Consent, MOST_QUESTIONS, Stage};
pub(in crate::domain) use feedback::FeedbackGuide;
pub use feedback::TalkStep;
