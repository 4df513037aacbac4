//! One school-supporting effort through its three phases, with goals, groups and book loans.

pub mod answers;
mod beginning;
mod closing;
pub mod closing_content;
mod common_ground;
pub mod embedding;
mod expectations;
pub mod experience;
mod goal;
mod groups;
mod holidays;
mod initiative;
mod kept_spread;
mod learning;
mod loan;
mod phase;
pub mod phase_content;
pub mod preparation;
mod smart;
pub mod sparring;

pub use beginning::{MOST_PUPILS_BEGUN, SETTING_UP};
pub use closing::{Became, lost_for};
pub use common_ground::Listed;
pub use embedding::{DecisionFlaw, DecisionPart, DecisionState};
pub use expectations::ExpectationPart;
pub use goal::{AGREEING, Goal, GoalDay, GoalFlaw, GoalWords, Indicator, PUPILS};
pub use groups::{BASES, Group, GroupWords, MOST_IN_GROUP, moved};
pub use initiative::{Initiative, InitiativeField, InitiativeKind, Member, Role};
pub use kept_spread::KeptSpread;
pub use learning::{Instead, Learning, SPARRING_TRIES};
pub use loan::{Loan, LoanFlaw, Reader, readers};
pub use preparation::{Person, Step, StepKind};
pub use smart::{GoalExample, Letter, smart};
