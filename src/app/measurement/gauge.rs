//! What the answers of a measurement are measured by: its columns, its range, which way is good, and
//! how far is far enough. From the instrument, and from what the team says of its test or count.

use crate::analysis::direction::{scale_threshold, test_threshold};
use crate::domain::measurement::{Better, InstrumentKind, Measurement, POINTS, Scale};
use crate::exchange::table::Column;

/// What a test needs before it can be filled in.
pub const SCORE_SETTINGS: [&str; 6] =
    ["ts-navn", "ts-min", "ts-max", "ts-trin", "ts-retning", "ts-graense"];

/// What the answers of a measurement are measured by.
#[derive(Debug, Clone, PartialEq)]
pub struct Gauge {
    /// The items, by id, in the order of the grid.
    pub items: Vec<String>,
    /// What may stand under each of them.
    pub column: Column,
    /// The lowest that a score can be.
    pub min: f64,
    /// The highest, where there is one.
    pub max: Option<f64>,
    /// Which way is good.
    pub better: Better,
    /// How large a change must be to count.
    pub threshold: f64,
    /// The questions, where it is a scale.
    pub scale: Option<Scale>,
    /// Whether it is a scale that has not been tried out.
    pub untried: bool,
}

/// What is missing or wrong before anything can be filled in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotReady {
    /// No instrument is chosen.
    NoInstrument,
    /// The instrument is of a newer version of the app.
    UnknownInstrument,
    /// A scale of their own is not done.
    OwnNotDone,
    /// The range of a test is missing or no range.
    NoRange,
    /// The step of a test is no number above 0.
    NoStep,
    /// How large a change must be is written and is no number above 0.
    NoThreshold,
    /// What is counted, or what the test is called, is not said.
    NoName,
    /// It is not said which way is good.
    NoDirection,
}

impl Gauge {
    /// Of a measurement.
    ///
    /// # Errors
    /// The first thing that has to be said before.
    pub fn of(it: &Measurement) -> Result<Self, NotReady> {
        if it.instrument_ref().is_none() {
            return Err(NotReady::NoInstrument);
        }
        let Some(instrument) = it.instrument() else {
            let own = it.uses_own();
            return Err(if own { NotReady::OwnNotDone } else { NotReady::UnknownInstrument });
        };
        let untried = !instrument.validated;
        match instrument.kind {
            InstrumentKind::Scale(scale) => Self::of_scale(scale, untried),
            InstrumentKind::Score(_) => Self::of_test(it),
            InstrumentKind::Count(_) => Self::of_count(it),
        }
    }

    fn of_scale(scale: Scale, untried: bool) -> Result<Self, NotReady> {
        let (min, max) = (scale.min(), scale.max());
        let count = u32::try_from(scale.items.len()).unwrap_or_default();
        Ok(Self {
            items: scale.items.iter().map(|item| item.id.clone()).collect(),
            column: Column::Step { min, max },
            min: min.into(),
            max: Some(max.into()),
            better: scale.better,
            threshold: scale_threshold(count).ok_or(NotReady::OwnNotDone)?,
            scale: Some(scale),
            untried,
        })
    }

    fn of_test(it: &Measurement) -> Result<Self, NotReady> {
        if it.setting("ts-navn").trim().is_empty() {
            return Err(NotReady::NoName);
        }
        let or = |id, default: &str| {
            Some(it.setting(id)).filter(|it| !it.is_empty()).unwrap_or(default.to_owned())
        };
        let min = number(&or("ts-min", "0")).ok_or(NotReady::NoRange)?;
        let max = number(&it.setting("ts-max")).ok_or(NotReady::NoRange)?;
        if min >= max {
            return Err(NotReady::NoRange);
        }
        let step =
            number(&or("ts-trin", "1")).filter(|step| *step > 0.0).ok_or(NotReady::NoStep)?;
        let threshold = match it.setting("ts-graense") {
            said if said.trim().is_empty() => test_threshold(min, max, step),
            said => number(&said).filter(|it| *it > 0.0),
        };
        let better = Better::from_id(&or("ts-retning", Better::Higher.id()));
        Ok(Self {
            items: vec![POINTS.to_owned()],
            column: Column::Number { min, max: Some(max) },
            min,
            max: Some(max),
            better: better.ok_or(NotReady::NoDirection)?,
            threshold: threshold.ok_or(NotReady::NoThreshold)?,
            scale: None,
            untried: false,
        })
    }

    fn of_count(it: &Measurement) -> Result<Self, NotReady> {
        if it.setting("ot-navn").trim().is_empty() {
            return Err(NotReady::NoName);
        }
        let better = Better::from_id(&it.setting("ot-retning")).ok_or(NotReady::NoDirection)?;
        let threshold = match it.setting("ot-graense") {
            said if said.trim().is_empty() => Some(1.0),
            said => number(&said).filter(|it| *it > 0.0),
        };
        Ok(Self {
            items: vec![POINTS.to_owned()],
            column: Column::Number { min: 0.0, max: None },
            min: 0.0,
            max: None,
            better,
            threshold: threshold.ok_or(NotReady::NoThreshold)?,
            scale: None,
            untried: false,
        })
    }
}

/// A number as a person writes it.
fn number(text: &str) -> Option<f64> {
    text.trim().replacen(',', ".", 1).parse().ok().filter(|number: &f64| number.is_finite())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn test_with(settings: &[(&str, &str)]) -> Result<Gauge, NotReady> {
        let mut it = Measurement::default();
        it.set_instrument("maaling-testscore", 1);
        for (id, value) in settings {
            it.set_setting(id, value);
        }
        Gauge::of(&it)
    }

    #[test]
    fn a_test_is_ready_once_its_range_is_one() {
        let name = ("ts-navn", "Stavning");
        for (settings, expected) in [
            (vec![], NotReady::NoName),
            (vec![name], NotReady::NoRange),
            (vec![name, ("ts-max", "x")], NotReady::NoRange),
            (vec![name, ("ts-max", "0")], NotReady::NoRange),
            (vec![name, ("ts-max", "20"), ("ts-trin", "0")], NotReady::NoStep),
            (vec![name, ("ts-max", "20"), ("ts-graense", "to")], NotReady::NoThreshold),
        ] {
            assert_eq!(test_with(&settings), Err(expected), "{settings:?}");
        }
        let ready = test_with(&[name, ("ts-max", "50"), ("ts-min", "0")]).unwrap();
        assert_eq!((ready.min, ready.max, ready.threshold), (0.0, Some(50.0), 3.0));
        let ready = test_with(&[name, ("ts-max", "50"), ("ts-graense", "2,5")]).unwrap();
        assert_eq!(ready.threshold, 2.5);
    }

    #[test]
    fn a_count_has_to_say_which_way_is_good() {
        let mut it = Measurement::default();
        assert_eq!(Gauge::of(&it), Err(NotReady::NoInstrument));
        it.set_instrument("maaling-taelling", 1);
        it.set_setting("ot-navn", "Fraværsdage");
        assert_eq!(Gauge::of(&it), Err(NotReady::NoDirection));
        it.set_setting("ot-retning", Better::Lower.id());
        let ready = Gauge::of(&it).unwrap();
        assert_eq!((ready.better, ready.threshold, ready.max), (Better::Lower, 1.0, None));
    }

    #[test]
    fn what_is_not_here_or_not_done_is_said() {
        let mut it = Measurement::default();
        it.set_instrument("maaling-fra-fremtiden", 9);
        assert_eq!(Gauge::of(&it), Err(NotReady::UnknownInstrument));
        it.use_own();
        assert_eq!(Gauge::of(&it), Err(NotReady::OwnNotDone));
    }
}
