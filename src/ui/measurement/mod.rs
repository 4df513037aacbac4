//! Measurements at the start and at the end: what is measured, the grid of answers, and what it says.

mod board;
mod cells;
mod chart;
mod checks;
mod details;
mod grid;
mod list;
mod own;
mod pad;
mod paste;
mod pool;
mod pupils;
mod results;
mod scale_questions;
mod setup;
mod shared;
mod waves;

pub use grid::grid;
pub use list::{ALL, measurements_part};
pub use results::results;
pub use setup::measurement;
