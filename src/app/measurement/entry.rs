//! What a key does in the grid of answers: one key is an answer, and on to the next.

use crate::domain::measurement::Given;
use crate::exchange::table::{Column, Trouble, read_answer};

/// Where a grid is, and what may stand in it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Board {
    /// How many rows.
    pub rows: usize,
    /// How many columns.
    pub columns: usize,
    /// What may stand in each cell.
    pub column: Column,
    /// The row and column of the marked cell, from 0.
    pub at: (usize, usize),
}

/// A key, and what is held down with it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Key<'a> {
    /// What the browser calls it: `3`, `Enter`, `ArrowLeft`.
    pub name: &'a str,
    /// Shift is held.
    pub shift: bool,
    /// Control or command is held.
    pub control: bool,
}

/// What a key does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Doing {
    /// Puts an answer in the marked cell.
    Answer(Given),
    /// Takes the answer out of it.
    Clear,
    /// Something longer than a key is being written: this far.
    Write(String),
    /// Marks another cell.
    Go(usize, usize),
    /// Leaves the grid, forwards or backwards.
    Leave,
    /// Takes back what was done last.
    Undo,
    /// Says why not: what was written, and what is wrong with it.
    Refuse(String, Trouble),
}

/// What a key does, with what has been written in the cell so far; `None` leaves the key to the browser.
pub fn pressed(board: Board, key: Key<'_>, written: &str) -> Option<Vec<Doing>> {
    if key.control {
        return match key.name {
            "z" | "Z" => Some(vec![Doing::Undo]),
            "Home" => board.go_if_read(written, (0, 0)),
            "End" => board.go_if_read(written, board.last()),
            _ => None,
        };
    }
    let (row, column) = board.at;
    let (last_row, last_column) = board.last();
    match key.name {
        "ArrowRight" => board.go_if_read(written, (row, (column + 1).min(last_column))),
        "ArrowLeft" => board.go_if_read(written, (row, column.saturating_sub(1))),
        "ArrowDown" | "Enter" if !key.shift => {
            board.go_if_read(written, ((row + 1).min(last_row), column))
        }
        "ArrowUp" | "Enter" => board.go_if_read(written, (row.saturating_sub(1), column)),
        "Home" => board.go_if_read(written, (row, 0)),
        "End" => board.go_if_read(written, (row, last_column)),
        "Tab" => match board.refused(written) {
            Some(refused) => Some(vec![refused]),
            // The browser goes on out of the grid by itself.
            None => {
                let to = if key.shift { board.previous() } else { board.next() };
                to.map(|(row, column)| vec![Doing::Go(row, column)])
            }
        },
        "Escape" if !written.is_empty() => Some(vec![Doing::Write(String::new()), Doing::Clear]),
        "Escape" => Some(vec![Doing::Leave]),
        "Backspace" => Some(board.shorter(written)),
        "Delete" => Some(vec![Doing::Write(String::new()), Doing::Clear]),
        " " => Some(board.skip()),
        "-" if written.is_empty() && !board.may_be_negative() => Some(board.skip()),
        name if name.chars().count() == 1 => Some(board.letter(name, written)),
        _ => None,
    }
}

impl Board {
    const fn last(self) -> (usize, usize) {
        (self.rows.saturating_sub(1), self.columns.saturating_sub(1))
    }

    /// The next cell in the order of reading.
    pub const fn next(self) -> Option<(usize, usize)> {
        let (row, column) = self.at;
        if column + 1 < self.columns {
            Some((row, column + 1))
        } else if row + 1 < self.rows {
            Some((row + 1, 0))
        } else {
            None
        }
    }

    const fn previous(self) -> Option<(usize, usize)> {
        match self.at {
            (0, 0) => None,
            (row, 0) => Some((row - 1, self.columns.saturating_sub(1))),
            (row, column) => Some((row, column - 1)),
        }
    }

    /// Whether every answer is one key.
    pub const fn is_one_key(self) -> bool {
        matches!(self.column, Column::Step { max, .. } if max <= 9)
    }

    fn may_be_negative(self) -> bool {
        matches!(self.column, Column::Number { min, .. } if min < 0.0)
    }

    /// Goes somewhere, unless what is written cannot be read.
    fn go_if_read(self, written: &str, (row, column): (usize, usize)) -> Option<Vec<Doing>> {
        Some(vec![self.refused(written).unwrap_or(Doing::Go(row, column))])
    }

    /// What is wrong with what is written; nothing where it can be read.
    pub fn refused(self, written: &str) -> Option<Doing> {
        let trouble = self.read(written).err().filter(|_| !written.is_empty());
        trouble.map(|trouble| Doing::Refuse(written.to_owned(), trouble))
    }

    /// A comma that nothing follows yet changes nothing.
    fn read(self, written: &str) -> Result<Given, Trouble> {
        read_answer(written.trim_end_matches([',', '.']), self.column)
    }

    fn skip(self) -> Vec<Doing> {
        let mut doing = vec![Doing::Write(String::new()), Doing::Answer(Given::Skipped)];
        doing.extend(self.next().map(|(row, column)| Doing::Go(row, column)));
        doing
    }

    fn letter(self, letter: &str, written: &str) -> Vec<Doing> {
        if self.is_one_key() {
            return match read_answer(letter, self.column) {
                Ok(given) => {
                    let mut doing = vec![Doing::Answer(given)];
                    doing.extend(self.next().map(|(row, column)| Doing::Go(row, column)));
                    doing
                }
                Err(trouble) => vec![Doing::Refuse(letter.to_owned(), trouble)],
            };
        }
        let fits = letter.chars().all(|it| it.is_ascii_digit() || ",.-\u{2212}".contains(it));
        if !fits {
            return vec![Doing::Refuse(letter.to_owned(), Trouble::NotANumber)];
        }
        self.write(format!("{written}{letter}"))
    }

    fn shorter(self, written: &str) -> Vec<Doing> {
        let mut letters = written.chars();
        letters.next_back();
        match letters.as_str() {
            "" => vec![Doing::Write(String::new()), Doing::Clear],
            shorter => self.write(shorter.to_owned()),
        }
    }

    /// What can be read is kept at once. What cannot leaves nothing behind: the half of it that could
    /// be would be a guess.
    fn write(self, written: String) -> Vec<Doing> {
        let read = self.read(&written).ok().filter(|it| *it != Given::Skipped);
        let keep = read.map_or(Doing::Clear, Doing::Answer);
        vec![Doing::Write(written), keep]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const STEPS: Column = Column::Step { min: 1, max: 5 };
    const POINTS: Column = Column::Number { min: 0.0, max: Some(20.0) };

    fn board(column: Column, rows: usize, columns: usize, at: (usize, usize)) -> Board {
        Board { rows, columns, column, at }
    }

    fn key(name: &str) -> Key<'_> {
        Key { name, shift: false, control: false }
    }

    #[test]
    fn one_key_is_an_answer_and_on_to_the_next() {
        let answer = |step| Doing::Answer(Given::Step(step));
        for (at, expected) in [
            ((0, 0), vec![answer(3), Doing::Go(0, 1)]),
            ((0, 5), vec![answer(3), Doing::Go(1, 0)]),
            ((29, 5), vec![answer(3)]),
        ] {
            assert_eq!(pressed(board(STEPS, 30, 6, at), key("3"), ""), Some(expected));
        }
    }

    #[test]
    fn thirty_pupils_and_six_questions_are_180_keys() {
        let mut it = board(STEPS, 30, 6, (0, 0));
        let mut answered = Vec::new();
        for _ in 0..180 {
            for doing in pressed(it, key("4"), "").unwrap() {
                match doing {
                    Doing::Answer(_) => answered.push(it.at),
                    Doing::Go(row, column) => it.at = (row, column),
                    other => panic!("{other:?}"),
                }
            }
        }
        let cells = (0..30).flat_map(|row| (0..6).map(move |column| (row, column)));
        assert_eq!(answered, cells.collect::<Vec<_>>());
    }

    #[test]
    fn what_is_no_answer_is_said_and_changes_nothing() {
        for (name, trouble) in [
            ("6", Trouble::OutOfRange),
            ("0", Trouble::OutOfRange),
            ("x", Trouble::NotANumber),
            (",", Trouble::NotANumber),
        ] {
            let expected = vec![Doing::Refuse(name.into(), trouble)];
            assert_eq!(pressed(board(STEPS, 3, 3, (1, 1)), key(name), ""), Some(expected));
        }
    }

    #[test]
    fn arrows_tab_and_enter_go_where_they_do_in_a_spreadsheet() {
        for (name, shift, expected) in [
            ("ArrowRight", false, Some(Doing::Go(1, 2))),
            ("ArrowLeft", false, Some(Doing::Go(1, 0))),
            ("ArrowUp", false, Some(Doing::Go(0, 1))),
            ("ArrowDown", false, Some(Doing::Go(2, 1))),
            ("Enter", false, Some(Doing::Go(2, 1))),
            ("Enter", true, Some(Doing::Go(0, 1))),
            ("Tab", false, Some(Doing::Go(1, 2))),
            ("Tab", true, Some(Doing::Go(1, 0))),
            ("Home", false, Some(Doing::Go(1, 0))),
            ("End", false, Some(Doing::Go(1, 2))),
            ("Escape", false, Some(Doing::Leave)),
            ("F5", false, None),
        ] {
            let found =
                pressed(board(STEPS, 3, 3, (1, 1)), Key { name, shift, control: false }, "");
            assert_eq!(found, expected.map(|doing| vec![doing]), "{name}");
        }
        let ends = [((2, 2), false), ((0, 0), true)];
        for (at, shift) in ends {
            let key = Key { name: "Tab", shift, control: false };
            assert_eq!(pressed(board(STEPS, 3, 3, at), key, ""), None, "out of the grid");
        }
        let undo = Key { name: "z", shift: false, control: true };
        assert_eq!(pressed(board(STEPS, 3, 3, (1, 1)), undo, ""), Some(vec![Doing::Undo]));
        let paste = Key { name: "v", shift: false, control: true };
        assert_eq!(pressed(board(STEPS, 3, 3, (1, 1)), paste, ""), None);
    }

    #[test]
    fn a_question_can_be_skipped_and_an_answer_taken_out() {
        let skipped =
            Some(vec![Doing::Write(String::new()), Doing::Answer(Given::Skipped), Doing::Go(1, 2)]);
        assert_eq!(pressed(board(STEPS, 3, 3, (1, 1)), key("-"), ""), skipped);
        assert_eq!(pressed(board(STEPS, 3, 3, (1, 1)), key(" "), ""), skipped);
        let cleared = Some(vec![Doing::Write(String::new()), Doing::Clear]);
        for name in ["Backspace", "Delete"] {
            assert_eq!(pressed(board(STEPS, 3, 3, (1, 1)), key(name), ""), cleared);
        }
    }

    #[test]
    fn points_are_written_and_kept_as_soon_as_they_can_be_read() {
        let it = board(POINTS, 3, 1, (0, 0));
        let write = |text: &str| Doing::Write(text.into());
        let number = |text: &str| Doing::Answer(Given::Number(text.into()));
        for (name, before, expected) in [
            ("1", "", vec![write("1"), number("1")]),
            ("2", "1", vec![write("12"), number("12")]),
            (",", "12", vec![write("12,"), number("12")]),
            ("9", "9", vec![write("99"), Doing::Clear]),
            ("5", "12,", vec![write("12,5"), number("12.5")]),
            ("Enter", "12,5", vec![Doing::Go(1, 0)]),
            ("Enter", "12,", vec![Doing::Go(1, 0)]),
            ("Enter", "1,,", vec![Doing::Go(1, 0)]),
            ("Enter", "1,,2", vec![Doing::Refuse("1,,2".into(), Trouble::NotANumber)]),
            ("Tab", "99", vec![Doing::Refuse("99".into(), Trouble::OutOfRange)]),
            ("x", "1", vec![Doing::Refuse("x".into(), Trouble::NotANumber)]),
            ("Backspace", "12", vec![write("1"), number("1")]),
            ("Backspace", "1", vec![write(""), Doing::Clear]),
        ] {
            assert_eq!(pressed(it, key(name), before), Some(expected), "{name} after {before:?}");
        }
    }
}
