//! A form that was filled in on paper, typed in afterwards.

mod entry;
mod paper;
mod paper_numbers;
mod paper_rows;

pub use paper::paper;
