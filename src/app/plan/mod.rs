//! What a day at school asks for, and everything that stands in an initiative's plan.

mod plan;
mod plan_items;
mod series;

pub use plan::Held;
pub use plan_items::{InitiativePlan, PlanItem};
