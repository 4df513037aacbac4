//! What is measured at the start and at the end, with what, and the answers.
//!
//! `instrument` is what the app brings along to measure with, `own_instrument` a scale of the
//! school's. A fingerprint tells where somebody elsewhere changed the questions before they
//! knew of the answers. Two answers of one pupil at one time are both kept, and the latest
//! counts.

mod instrument;
mod instrument_parse;
mod measurement;
mod measurement_answers;
mod own_instrument;

pub use instrument::{
    Better, Instrument, InstrumentKind, Scale, ScaleItem, ScaleStep, Setting, instruments,
    newest_instruments,
};
pub use instrument_parse::MOST_ITEMS;
pub use measurement::{END, MOST_PUPILS_MEASURED, Measurement, OWN, POINTS, START, pupil_of};
pub use measurement_answers::{Given, entry_of, row_of};
