//! One school-supporting effort through its three phases, with goals, groups and book loans.
//!
//! What its own form and the rooms of its phases write stands in one record, under paths of
//! their own, and none takes anything from another:
//!
//! - phase 1: `beginning` (challenge, wanted changes, pupils' codes, how far the guided start
//!   has come), `expectations`, `preparation` (tasks, questions, readiness, what is next),
//!   `goal` (helped by `smart`) with what tells how far each is, `answers` (what the answer to
//!   a working question can become), `common_ground` (the team's stand, materials, who helps
//!   from outside);
//! - phase 2: `groups` (small groups over time: a change begins a new period that says what it
//!   comes after, so who came, who left and what was tried follow from the periods), `loan` (a
//!   book lent to a pupil, a record of its own so that the end of a year can delete it),
//!   `sparring` (the note of a sparring, under `sparring/…` in the meeting that counts as one);
//! - phase 3: `experience` (the board that several tablets fill), `embedding` (the decision
//!   with what it lacks), `closing` (what of it is done, and what became of planned time),
//!   `learning` and `kept_spread` (what another initiative, or the next year, may know).

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
