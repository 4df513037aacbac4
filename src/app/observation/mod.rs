//! What an observation begins with, and the moments of a lesson as they are counted.

pub mod begin;
pub mod lesson;
