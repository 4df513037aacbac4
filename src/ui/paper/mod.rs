//! What is made for paper.

mod sheet;

pub use sheet::{boxed, lines, list, paper, print_button};
