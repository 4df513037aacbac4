//! What a form promises, with a timer that only goes when it is told to.

mod examples;
mod laws;
mod stage;
