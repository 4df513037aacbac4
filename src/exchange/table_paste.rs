//! A table of pupils and numbers, laid over a grid: what fits is taken, and everything else is said
//! at its place. Nothing is dropped in silence, and nothing is guessed.

use super::csv::{Table, TableFlaw};
use crate::domain::is_pupil_code;

/// What may stand in a column.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Column {
    /// A step of a scale.
    Step {
        /// The lowest.
        min: i32,
        /// The highest.
        max: i32,
    },
    /// A number, with no upper limit for what is counted.
    Number {
        /// The lowest.
        min: f64,
        /// The highest.
        max: Option<f64>,
    },
}

/// What a table is laid over.
#[derive(Debug, Clone, PartialEq)]
pub struct Grid {
    /// The codes of the pupils that are on the list.
    pub codes: Vec<String>,
    /// The columns after that of the codes.
    pub columns: Vec<Column>,
    /// The first row says what the columns are.
    pub headed: bool,
}

/// What is wrong with a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Trouble {
    /// As a table it is broken.
    Table(TableFlaw),
    /// The code is missing or no code, as a name would be.
    NotACode,
    /// The code is not on the list.
    UnknownCode,
    /// The code is in the table before.
    CodeTwice,
    /// It stands right of the grid.
    TooManyColumns,
    /// A letter or something else that no number has.
    NotANumber,
    /// A number between two steps.
    NotAStep,
    /// Too small or too large.
    OutOfRange,
}

/// A trouble and where it is, counted from 1 in the table that was given.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    /// The row.
    pub row: usize,
    /// The column.
    pub column: usize,
    /// What.
    pub trouble: Trouble,
}

/// A value that fits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fit {
    /// The pupil.
    pub code: String,
    /// The column of the grid, from 0.
    pub column: usize,
    /// The number, with a point for decimals.
    pub value: String,
}

/// What came of laying a table over a grid.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Laid {
    /// What fits.
    pub fits: Vec<Fit>,
    /// What does not.
    pub troubles: Vec<Place>,
}

/// Lays a table over a grid. A row whose code is in doubt gives no values; an empty cell is a
/// question that was skipped.
pub fn lay(table: &Table, grid: &Grid) -> Laid {
    let mut laid = Laid::default();
    for fault in &table.faults {
        laid.say(fault.row, fault.column, Trouble::Table(fault.flaw));
    }
    let mut seen: Vec<String> = Vec::new();
    let rows = table.rows.iter().zip(1_usize..).skip(usize::from(grid.headed));
    for (cells, row) in rows.filter(|(cells, _)| cells.iter().any(|cell| !cell.trim().is_empty())) {
        let mut cells = cells.iter().zip(1_usize..);
        let code = cells.next().map(|(cell, _)| cell.trim().to_uppercase()).unwrap_or_default();
        let doubt = if !is_pupil_code(&code) {
            Some(Trouble::NotACode)
        } else if seen.contains(&code) {
            Some(Trouble::CodeTwice)
        } else if !grid.codes.contains(&code) {
            Some(Trouble::UnknownCode)
        } else {
            None
        };
        seen.push(code.clone());
        if let Some(doubt) = doubt {
            laid.say(row, 1, doubt);
        }
        for (cell, column) in cells.filter(|(cell, _)| !cell.trim().is_empty()) {
            match grid.columns.get(column - 2) {
                None => laid.say(row, column, Trouble::TooManyColumns),
                Some(kind) => match read_number(cell.trim(), *kind) {
                    Err(trouble) => laid.say(row, column, trouble),
                    Ok(value) if doubt.is_none() => {
                        laid.fits.push(Fit { code: code.clone(), column: column - 2, value });
                    }
                    Ok(_) => {}
                },
            }
        }
    }
    laid
}

impl Laid {
    fn say(&mut self, row: usize, column: usize, trouble: Trouble) {
        self.troubles.push(Place { row, column, trouble });
    }
}

/// A number with a decimal comma or point. `1.000,5` and `1e3` are none: they would be guessed at.
fn read_number(cell: &str, kind: Column) -> Result<String, Trouble> {
    let value = cell.replacen(',', ".", 1).replacen('\u{2212}', "-", 1);
    let digits = value.strip_prefix('-').unwrap_or(&value);
    let (whole, rest) = digits.split_once('.').unwrap_or((digits, "0"));
    let all_digits = |part: &str| !part.is_empty() && part.bytes().all(|it| it.is_ascii_digit());
    if !all_digits(whole) || !all_digits(rest) {
        return Err(Trouble::NotANumber);
    }
    let number: f64 = value.parse().map_err(|_| Trouble::NotANumber)?;
    let (fits, value) = match kind {
        Column::Step { min, max } => {
            if number.fract() != 0.0 {
                return Err(Trouble::NotAStep);
            }
            ((f64::from(min)..=f64::from(max)).contains(&number), number.to_string())
        }
        Column::Number { min, max } => {
            (number >= min && max.is_none_or(|max| number <= max), value.clone())
        }
    };
    if fits { Ok(value) } else { Err(Trouble::OutOfRange) }
}

#[cfg(test)]
mod tests {
    use super::super::csv::read_table;
    use super::*;

    fn laid(text: &str, headed: bool) -> Laid {
        let columns =
            vec![Column::Step { min: 1, max: 5 }, Column::Number { min: 0.0, max: Some(20.0) }];
        let codes = ["E01", "E02"].map(str::to_owned).to_vec();
        lay(&read_table(text), &Grid { codes, columns, headed })
    }

    fn fit(code: &str, column: usize, value: &str) -> Fit {
        Fit { code: code.into(), column, value: value.into() }
    }

    #[test]
    fn what_fits_is_taken() {
        let found = laid("Kode\tA\tB\ne01\t3\t12,5\n\nE02\t\t7", true);
        assert_eq!(found.troubles, []);
        assert_eq!(found.fits, [fit("E01", 0, "3"), fit("E01", 1, "12.5"), fit("E02", 1, "7")]);
    }

    #[test]
    fn every_trouble_is_said_at_its_place_and_takes_nothing_else_along() {
        for (text, row, column, trouble) in [
            ("E01\t6\t7", 1, 2, Trouble::OutOfRange),
            ("E01\t2,5\t7", 1, 2, Trouble::NotAStep),
            ("E01\t3x\t7", 1, 2, Trouble::NotANumber),
            ("E01\t\t7\t9", 1, 4, Trouble::TooManyColumns),
            ("E01\t\t7\nE01\t4\t5", 2, 1, Trouble::CodeTwice),
            ("E01\t\t7\nE09\t4\t5", 2, 1, Trouble::UnknownCode),
            ("E01\t\t7\nAli\t4\t5", 2, 1, Trouble::NotACode),
            ("E01\t\t7\nE02\t\"4", 2, 2, Trouble::Table(TableFlaw::QuoteOpen)),
        ] {
            let found = laid(text, false);
            assert_eq!(found.troubles, [Place { row, column, trouble }], "{text}");
            assert_eq!(found.fits.first(), Some(&fit("E01", 1, "7")), "{text}");
        }
        for odd in ["1.000,5", "1e3", "-", "--1", ".5", "NaN"] {
            let kind = Column::Number { min: -9.0, max: None };
            assert_eq!(read_number(odd, kind), Err(Trouble::NotANumber), "{odd}");
        }
    }
}
