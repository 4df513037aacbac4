//! What is measured at the start and at the end, with what, and the answers.

mod instrument;
mod instrument_parse;
mod measurement;
mod measurement_answers;
mod own_instrument;

pub use instrument::{
    Better, Instrument, InstrumentKind, Scale, ScaleItem, ScaleStep, Setting, instrument,
    instruments, newest_instruments,
};
pub use instrument_parse::{MOST_ITEMS, MOST_STEPS, parse_instrument};
pub(in crate::domain) use measurement::next_pupil_code;
pub use measurement::{END, MOST_PUPILS_MEASURED, Measurement, OWN, POINTS, START, is_pupil_code};
pub use measurement_answers::{Given, entry_of, pupil_of, row_of};
