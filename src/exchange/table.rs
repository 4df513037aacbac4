//! A table of pupils and answers, laid over a grid: what fits is shown where it lands, and everything
//! else is said at its place. Nothing is dropped in silence, and nothing is guessed.
//!
//! Where the first column holds a pupil's code, rows land by code; else the block lands from the cell
//! that was marked, as in a spreadsheet.

use super::csv::{Cell, Table, TableFlaw};
use crate::domain::measurement::{Given, pupil_of, row_of};
use crate::domain::record::is_pupil_code;

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
    /// The rows: pupils' codes, and `E03+2` where one has answered again.
    pub rows: Vec<String>,
    /// What may stand in each column.
    pub column: Column,
    /// What each column is called, after that of the codes.
    pub headings: Vec<String>,
    /// The row and column of the cell that was marked, from 0.
    pub at: (usize, usize),
    /// Pupils that are not on the list are put there.
    pub with_new: bool,
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
    /// It stands right of the grid.
    TooManyColumns,
    /// It stands below the grid.
    TooManyRows,
    /// The heading is that of another column.
    OtherHeading,
    /// A letter or something else that no number has.
    NotANumber,
    /// A number between two steps.
    NotAStep,
    /// Too small or too large.
    OutOfRange,
}

/// A trouble and where it is, counted from 1 in the table that was given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// The row.
    pub row: usize,
    /// The column.
    pub column: usize,
    /// What stands there.
    pub text: String,
    /// What is wrong with it.
    pub trouble: Trouble,
}

/// An answer that fits, and where it lands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fit {
    /// The row of the grid.
    pub row: String,
    /// The column of the grid, from 0.
    pub column: usize,
    /// The answer.
    pub given: Given,
}

/// What came of laying a table over a grid.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Laid {
    /// Rows land by the codes in the first column; else from the marked cell.
    pub by_codes: bool,
    /// The first row says what the columns are.
    pub headed: bool,
    /// What fits.
    pub fits: Vec<Fit>,
    /// What does not.
    pub troubles: Vec<Place>,
    /// Codes that are not on the list, each once.
    pub new_codes: Vec<String>,
    /// Codes that stand in the table more than once: each answer is kept, and the latest is used.
    pub twice: Vec<String>,
}

/// Lays a table over a grid. An empty cell changes nothing; a dash is a question that was skipped.
pub fn lay(table: &Table, grid: &Grid) -> Laid {
    let codes = table.rows.iter().filter(|row| row.first().is_some_and(|it| is_code_like(it)));
    let by_codes = codes.count() > 0;
    let headed = table.rows.len() > 1
        && table.rows.first().is_some_and(|row| !row.iter().any(|cell| is_answer_like(cell)));
    let mut laid = Laid { by_codes, headed, ..Laid::default() };
    for fault in &table.faults {
        let text = table.cell(fault.row, fault.column);
        laid.say(fault.row, fault.column, text, Trouble::Table(fault.flaw));
    }
    let others = if headed { laid.headings(table, grid) } else { Vec::new() };
    let rows = table.rows.iter().zip(1_usize..).skip(usize::from(headed));
    let mut seen: Vec<(String, u32)> = Vec::new();
    let mut line = grid.at.0;
    for (cells, number) in rows {
        let is_empty = cells.iter().all(|cell| cell.trim().is_empty());
        let target = if by_codes && !is_empty {
            laid.row_by_code(grid, cells, number, &mut seen)
        } else {
            let target = grid.rows.get(line).cloned();
            line += 1;
            target
        };
        if is_empty {
            continue;
        }
        let skip = usize::from(by_codes);
        let first = if by_codes { 0 } else { grid.at.1 };
        for (place, cell) in cells.iter().enumerate().skip(skip) {
            let text = cell.trim();
            if text.is_empty() {
                continue;
            }
            let column = first + place - skip;
            if column >= grid.headings.len() {
                laid.say(number, place + 1, text, Trouble::TooManyColumns);
                continue;
            }
            if others.contains(&place) {
                continue;
            }
            match (read_answer(text, grid.column), &target) {
                (Err(trouble), _) => laid.say(number, place + 1, text, trouble),
                (Ok(given), Some(row)) => laid.fits.push(Fit { row: row.clone(), column, given }),
                (Ok(_), None) if !by_codes => {
                    laid.say(number, place + 1, text, Trouble::TooManyRows);
                }
                // The code of the row is what is wrong, and is said there.
                (Ok(_), None) => {}
            }
        }
    }
    laid
}

impl Laid {
    /// The row that a code leads to; `None` where it is in doubt, which is said.
    fn row_by_code(
        &mut self,
        grid: &Grid,
        cells: &[String],
        number: usize,
        seen: &mut Vec<(String, u32)>,
    ) -> Option<String> {
        let written = cells.first().map(|cell| cell.trim()).unwrap_or_default();
        let code = written.to_uppercase();
        if !is_pupil_code(&code) {
            self.say(number, 1, written, Trouble::NotACode);
            return None;
        }
        if !grid.rows.iter().any(|row| pupil_of(row) == code) {
            if !self.new_codes.contains(&code) {
                self.new_codes.push(code.clone());
            }
            if !grid.with_new {
                self.say(number, 1, written, Trouble::UnknownCode);
                return None;
            }
        }
        let entry = match seen.iter_mut().find(|(known, _)| *known == code) {
            Some((_, entry)) => {
                *entry += 1;
                if !self.twice.contains(&code) {
                    self.twice.push(code.clone());
                }
                *entry
            }
            None => {
                seen.push((code.clone(), 1));
                1
            }
        };
        Some(row_of(&code, entry))
    }

    /// The columns of the table whose heading belongs to another column of the grid, which is said.
    fn headings(&mut self, table: &Table, grid: &Grid) -> Vec<usize> {
        let mut others = Vec::new();
        let (skip, first) = if self.by_codes { (1, 0) } else { (0, grid.at.1) };
        let heads = table.rows.first().into_iter().flatten().enumerate().skip(skip);
        let heads: Vec<(usize, &str)> = heads.map(|(place, head)| (place, head.trim())).collect();
        for (place, head) in heads.into_iter().filter(|(_, head)| !head.is_empty()) {
            let column = first + place - skip;
            let belongs = grid.headings.iter().position(|known| known.trim() == head);
            if belongs.is_some_and(|belongs| belongs != column) {
                self.say(1, place + 1, head, Trouble::OtherHeading);
                others.push(place);
            }
        }
        others
    }

    fn say(&mut self, row: usize, column: usize, text: &str, trouble: Trouble) {
        self.troubles.push(Place { row, column, text: text.to_owned(), trouble });
    }
}

/// Something that was meant as a code: letters first and a digit after them.
fn is_code_like(cell: &str) -> bool {
    let cell = cell.trim();
    cell.starts_with(char::is_alphabetic)
        && cell.ends_with(|letter: char| letter.is_ascii_digit())
        && cell.chars().count() <= 6
}

/// A code, a number or a skipped question: what no heading is.
fn is_answer_like(cell: &str) -> bool {
    let number = Column::Number { min: f64::MIN, max: None };
    is_code_like(cell) || read_answer(cell.trim(), number).is_ok()
}

/// An answer with a decimal comma or point; a dash is a skipped one. `1.000,5` and `1e3` are none: they
/// would be guessed at.
///
/// # Errors
/// What is wrong with it.
pub fn read_answer(cell: &str, column: Column) -> Result<Given, Trouble> {
    if ["-", "\u{2013}", "\u{2212}", "\u{b7}"].contains(&cell) {
        return Ok(Given::Skipped);
    }
    let value = cell.replacen(',', ".", 1).replacen('\u{2212}', "-", 1);
    let digits = value.strip_prefix('-').unwrap_or(&value);
    let (whole, rest) = digits.split_once('.').unwrap_or((digits, "0"));
    let all_digits = |part: &str| !part.is_empty() && part.bytes().all(|it| it.is_ascii_digit());
    if !all_digits(whole) || !all_digits(rest) {
        return Err(Trouble::NotANumber);
    }
    let number: f64 = value.parse().map_err(|_| Trouble::NotANumber)?;
    match column {
        Column::Step { min, max } => {
            if number.fract() != 0.0 {
                return Err(Trouble::NotAStep);
            }
            let step = (min..=max).find(|step| f64::from(*step) == number);
            step.map(Given::Step).ok_or(Trouble::OutOfRange)
        }
        Column::Number { min, max } if number >= min && max.is_none_or(|max| number <= max) => {
            Ok(Given::Number(value))
        }
        Column::Number { .. } => Err(Trouble::OutOfRange),
    }
}

/// A grid as a table, with a first row that says what the columns are. `answer` gives the answer of a
/// row and column.
pub fn table_of(
    code: &str,
    grid: &Grid,
    answer: impl Fn(&str, usize) -> Option<Given>,
) -> Vec<Vec<Cell>> {
    let head = std::iter::once(code.to_owned()).chain(grid.headings.iter().cloned());
    let mut rows = vec![head.map(Cell::Text).collect()];
    for row in &grid.rows {
        let answers = (0..grid.headings.len()).map(|column| match answer(row, column) {
            Some(Given::Step(step)) => Cell::Number(step.to_string()),
            Some(Given::Number(number)) => Cell::Number(number),
            Some(Given::Skipped) => Cell::Skipped,
            None => Cell::Empty,
        });
        rows.push(std::iter::once(Cell::Text(pupil_of(row).to_owned())).chain(answers).collect());
    }
    rows
}

#[cfg(test)]
mod tests {
    use super::super::csv::read_table;
    use super::*;

    fn grid(column: Column) -> Grid {
        Grid {
            rows: ["E01", "E02", "E03"].map(str::to_owned).to_vec(),
            column,
            headings: ["Et", "To"].map(str::to_owned).to_vec(),
            at: (1, 0),
            with_new: false,
        }
    }

    fn steps() -> Grid {
        grid(Column::Step { min: 1, max: 5 })
    }

    fn fit(row: &str, column: usize, step: i32) -> Fit {
        Fit { row: row.into(), column, given: Given::Step(step) }
    }

    #[test]
    fn rows_with_codes_land_by_code() {
        let found = lay(&read_table("Kode\tEt\tTo\ne02\t3\t-\n\nE01\t\t5"), &steps());
        assert!(found.by_codes && found.headed);
        assert_eq!(found.troubles, []);
        let skipped = Fit { row: "E02".into(), column: 1, given: Given::Skipped };
        assert_eq!(found.fits, [fit("E02", 0, 3), skipped, fit("E01", 1, 5)]);
    }

    #[test]
    fn a_block_without_codes_lands_from_the_marked_cell() {
        let found = lay(&read_table("3\t4\n5\t1"), &steps());
        assert!(!found.by_codes && !found.headed);
        assert_eq!(
            found.fits,
            [fit("E02", 0, 3), fit("E02", 1, 4), fit("E03", 0, 5), fit("E03", 1, 1)]
        );
        let found = lay(&read_table("3\t4\n\n5"), &Grid { at: (0, 1), ..steps() });
        assert_eq!(found.fits, [fit("E01", 1, 3), fit("E03", 1, 5)]);
        let [place] = &found.troubles[..] else { panic!("{found:?}") };
        assert_eq!((place.row, place.column, place.trouble), (1, 2, Trouble::TooManyColumns));
    }

    #[test]
    fn a_block_larger_than_the_grid_is_said_cell_by_cell() {
        let found = lay(&read_table("1\n2\n3\n4"), &steps());
        assert_eq!(found.fits, [fit("E02", 0, 1), fit("E03", 0, 2)]);
        let places: Vec<_> = found.troubles.iter().map(|it| (it.row, it.trouble)).collect();
        assert_eq!(places, [(3, Trouble::TooManyRows), (4, Trouble::TooManyRows)]);
    }

    #[test]
    fn a_pupil_who_stands_twice_has_two_entries_and_a_new_one_waits_for_a_yes() {
        let table = read_table("E01;1;2\nE01;3;4\nE09;5;5");
        let found = lay(&table, &steps());
        assert_eq!(found.twice, ["E01"]);
        assert_eq!(found.new_codes, ["E09"]);
        assert_eq!(
            found.fits,
            [fit("E01", 0, 1), fit("E01", 1, 2), fit("E01+2", 0, 3), fit("E01+2", 1, 4)]
        );
        assert_eq!(
            found.troubles.iter().map(|it| it.trouble).collect::<Vec<_>>(),
            [Trouble::UnknownCode]
        );
        let found = lay(&table, &Grid { with_new: true, ..steps() });
        assert_eq!((found.troubles.len(), found.fits.len()), (0, 6));
    }

    #[test]
    fn every_trouble_is_said_at_its_place_and_takes_nothing_else_along() {
        for (text, row, column, trouble) in [
            ("E01\t6\t2", 1, 2, Trouble::OutOfRange),
            ("E01\t0\t2", 1, 2, Trouble::OutOfRange),
            ("E01\t2,5\t2", 1, 2, Trouble::NotAStep),
            ("E01\t3x\t2", 1, 2, Trouble::NotANumber),
            ("E01\t\t2\t9", 1, 4, Trouble::TooManyColumns),
            ("E01\t\t2\nE09\t4\t5", 2, 1, Trouble::UnknownCode),
            ("E01\t\t2\nAli\t4\t5", 2, 1, Trouble::NotACode),
            ("E01\t\t2\n\t4\t5", 2, 1, Trouble::NotACode),
            ("E01\t\t2\nE1\t4\t5", 2, 1, Trouble::NotACode),
            ("E01\t\t2\nE02\t\"4", 2, 2, Trouble::Table(TableFlaw::QuoteOpen)),
            ("Kode\tTo\tTo\nE01\t4\t2", 1, 2, Trouble::OtherHeading),
        ] {
            let found = lay(&read_table(text), &steps());
            let places = found.troubles.iter().map(|it| (it.row, it.column, it.trouble));
            assert_eq!(places.collect::<Vec<_>>(), [(row, column, trouble)], "{text}");
            assert!(found.fits.contains(&fit("E01", 1, 2)), "{text}");
        }
        for odd in ["1.000,5", "1e3", "--1", ".5", "NaN", "O"] {
            let column = Column::Number { min: -9.0, max: None };
            assert_eq!(read_answer(odd, column), Err(Trouble::NotANumber), "{odd}");
        }
    }

    #[test]
    fn numbers_keep_their_decimals() {
        let points = grid(Column::Number { min: 0.0, max: Some(20.0) });
        let found = lay(&read_table("E01;12,50\nE02;20,5\nE03;-1"), &points);
        assert_eq!(
            found.fits,
            [Fit { row: "E01".into(), column: 0, given: Given::Number("12.50".into()) }]
        );
        assert!(found.troubles.iter().all(|it| it.trouble == Trouble::OutOfRange));
        assert_eq!(found.troubles.len(), 2);
    }
}
