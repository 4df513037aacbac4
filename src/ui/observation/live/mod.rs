//! The screen that is used while a lesson runs.
//!
//! It covers everything else: notes, counters, roles and moments beside each other on a tablet,
//! one swipe apart on a phone; the next moment and the undo of the last press are in sight all
//! the time. It asks nothing and makes no sound. Each part is drawn apart, so a tap draws what
//! it changes and not the screen.

mod moments;
mod roles;
mod screen;

pub use screen::live;
