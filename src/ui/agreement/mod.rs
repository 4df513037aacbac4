//! Feedback agreements: made, agreed to, read, and talked about afterwards.

mod agreement_after;
mod agreement_ask;
mod agreement_consent;
mod agreement_form;
mod agreement_page;
mod agreement_read;
mod agreement_talk;
mod initiative_agreements;
mod opened;

pub use agreement_page::agreement;
pub use agreement_talk::agreement_talk;
pub use initiative_agreements::agreements_part;
