//! What a day at school asks for, and everything that stands in an initiative's plan.
//!
//! `plan_items` gathers the plan of an initiative from eight kinds of record, each wave of a
//! measurement and each round of a survey among them, and from its goals; an observation that
//! was made stands in place of the one that was agreed.

mod plan;
mod plan_items;
mod series;

pub use plan::Held;
pub use plan_items::{InitiativePlan, PlanItem};
