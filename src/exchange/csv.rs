//! Tables as text: CSV from spreadsheets, and what is copied out of one.
//!
//! Written by hand, since the libraries take any text for a table: a quote that is never closed or
//! stands in the middle of a cell would be passed over, and here it has to be said where it is.

/// What Windows-1252 has at 0x80 to 0x9F; five places are empty.
#[rustfmt::skip]
const WINDOWS_1252: [Option<char>; 32] = [
    Some('€'), None, Some('‚'), Some('ƒ'), Some('„'), Some('…'), Some('†'), Some('‡'),
    Some('ˆ'), Some('‰'), Some('Š'), Some('‹'), Some('Œ'), None, Some('Ž'), None,
    None, Some('‘'), Some('’'), Some('“'), Some('”'), Some('•'), Some('–'), Some('—'),
    Some('˜'), Some('™'), Some('š'), Some('›'), Some('œ'), None, Some('ž'), Some('Ÿ'),
];
const BOM: char = '\u{feff}';

/// What is wrong with a text as a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TableFlaw {
    /// A quote is opened and never closed.
    QuoteOpen,
    /// A quote stands inside a cell that did not begin with one, or something follows a closed one.
    QuoteInside,
    /// Nothing tells whether commas part cells or belong to numbers; the lines are left whole.
    CommaUnsure,
    /// A byte that stands for no letter; U+FFFD is in its place.
    NoLetter,
}

/// A flaw and where it is; rows and columns are counted from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TableFault {
    /// The row.
    pub row: usize,
    /// The column.
    pub column: usize,
    /// What.
    pub flaw: TableFlaw,
}

/// What parts the cells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Separator {
    /// As copied from a spreadsheet.
    Tab,
    /// As a Danish spreadsheet writes.
    Semicolon,
    /// As most others write.
    Comma,
    /// One cell a line.
    None,
}

/// A table, as it was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    /// The cells. Empty lines at the end are left out; no other is.
    pub rows: Vec<Vec<String>>,
    /// What parted them.
    pub separator: Separator,
    /// Everything that is wrong.
    pub faults: Vec<TableFault>,
}

/// The text of a file: UTF-8 with or without BOM, else Windows-1252.
pub fn decode(bytes: &[u8]) -> String {
    let letter = |byte: u8| match byte {
        0x80..=0x9f => {
            let found = WINDOWS_1252.get(usize::from(byte - 0x80)).copied().flatten();
            found.unwrap_or(char::REPLACEMENT_CHARACTER)
        }
        _ => char::from(byte),
    };
    match std::str::from_utf8(bytes) {
        Ok(text) => text.trim_start_matches(BOM).to_owned(),
        Err(_) => bytes.iter().map(|byte| letter(*byte)).collect(),
    }
}

/// Reads a table. Every letter of the text is in a cell, or is a quote or a separator.
pub fn read_table(text: &str) -> Table {
    let text = text.trim_start_matches(BOM);
    let (separator, unsure) = separator_of(text);
    let mut reader = Reader { row: vec![String::new()], rows: Vec::new(), faults: Vec::new() };
    if unsure {
        reader.fault(TableFlaw::CommaUnsure);
    }
    reader.read(text, separator.letter());
    let Reader { mut rows, faults, .. } = reader;
    while rows.last().is_some_and(|row| row.iter().all(String::is_empty)) {
        rows.pop();
    }
    Table { rows, separator, faults }
}

impl Table {
    /// What stands at a place, counted from 1.
    pub fn cell(&self, row: usize, column: usize) -> &str {
        let row = row.checked_sub(1).and_then(|row| self.rows.get(row));
        let cell = column.checked_sub(1).and_then(|column| row?.get(column));
        cell.map(String::as_str).unwrap_or_default()
    }
}

impl Separator {
    const fn letter(self) -> Option<char> {
        match self {
            Self::Tab => Some('\t'),
            Self::Semicolon => Some(';'),
            Self::Comma => Some(','),
            Self::None => None,
        }
    }
}

/// Tab before `;` before `,`, outside quotes. Where every line is one number with a comma, it may
/// as well be two.
fn separator_of(text: &str) -> (Separator, bool) {
    let mut quoted = false;
    let mut seen = [false; 3];
    for letter in text.chars() {
        match letter {
            '"' => quoted = !quoted,
            '\t' if !quoted => seen[0] = true,
            ';' if !quoted => seen[1] = true,
            ',' if !quoted => seen[2] = true,
            _ => {}
        }
    }
    match seen {
        [true, ..] => (Separator::Tab, false),
        [_, true, _] => (Separator::Semicolon, false),
        [_, _, true] => {
            let digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
            let number = |line: &str| {
                let parts = line.trim().split_once(',');
                parts.is_none_or(|(whole, rest)| digits(whole) && digits(rest))
            };
            let unsure = text.lines().all(number);
            (if unsure { Separator::None } else { Separator::Comma }, unsure)
        }
        _ => (Separator::None, false),
    }
}

struct Reader {
    row: Vec<String>,
    rows: Vec<Vec<String>>,
    faults: Vec<TableFault>,
}

impl Reader {
    fn read(&mut self, text: &str, separator: Option<char>) {
        let mut letters = text.chars().peekable();
        let (mut quoted, mut closed) = (false, false);
        while let Some(letter) = letters.next() {
            if letter == char::REPLACEMENT_CHARACTER {
                self.fault(TableFlaw::NoLetter);
            }
            if quoted {
                match letter {
                    '"' if letters.peek() == Some(&'"') => {
                        letters.next();
                        self.push('"');
                    }
                    '"' => (quoted, closed) = (false, true),
                    _ => self.push(letter),
                }
                continue;
            }
            match letter {
                _ if Some(letter) == separator => {
                    self.row.push(String::new());
                    closed = false;
                }
                '\r' if letters.peek() == Some(&'\n') => {}
                '\r' | '\n' => {
                    self.rows.push(std::mem::replace(&mut self.row, vec![String::new()]));
                    closed = false;
                }
                '"' if !closed && self.row.last().is_some_and(String::is_empty) => quoted = true,
                _ => {
                    if closed || letter == '"' {
                        self.fault(TableFlaw::QuoteInside);
                    }
                    self.push(letter);
                }
            }
        }
        if quoted {
            self.fault(TableFlaw::QuoteOpen);
        }
        self.rows.push(std::mem::take(&mut self.row));
    }

    fn push(&mut self, letter: char) {
        if let Some(cell) = self.row.last_mut() {
            cell.push(letter);
        }
    }

    /// Says a flaw once a cell.
    fn fault(&mut self, flaw: TableFlaw) {
        let fault = TableFault { row: self.rows.len() + 1, column: self.row.len(), flaw };
        if self.faults.last() != Some(&fault) {
            self.faults.push(fault);
        }
    }
}

/// A cell to write.
#[derive(Debug, Clone, PartialEq)]
pub enum Cell {
    /// Words, which a spreadsheet must never take for a formula.
    Text(String),
    /// A number with a point for decimals, written with a comma.
    Number(String),
    /// A question that was skipped.
    Skipped,
    /// Nothing.
    Empty,
}

/// Writes a table as a Danish spreadsheet opens it: `;`, decimal comma, and a BOM.
///
/// Words that begin as a formula get an apostrophe in front (OWASP, "CSV Injection").
pub fn write_table(rows: &[Vec<Cell>]) -> String {
    let mut text = String::from(BOM);
    for row in rows {
        let cells: Vec<String> = row.iter().map(write_cell).collect();
        text.push_str(&cells.join(";"));
        text.push_str("\r\n");
    }
    text
}

fn write_cell(cell: &Cell) -> String {
    match cell {
        Cell::Empty => String::new(),
        Cell::Number(number) => number.replace('.', ","),
        Cell::Skipped => "-".to_owned(),
        Cell::Text(words) => {
            let formula = words.starts_with(['=', '+', '-', '@', '\t', '\r']);
            let words = if formula { format!("'{words}") } else { words.clone() };
            if words.contains([';', ',', '"', '\n', '\r', '\t']) {
                format!("\"{}\"", words.replace('"', "\"\""))
            } else {
                words
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_separator_is_told_from_the_decimal_comma() {
        for (text, separator, rows) in [
            ("E01\t3,5\r\nE02\t4", Separator::Tab, vec![vec!["E01", "3,5"], vec!["E02", "4"]]),
            ("\u{feff}E01;3,5\n", Separator::Semicolon, vec![vec!["E01", "3,5"]]),
            ("E01,3.5,\n", Separator::Comma, vec![vec!["E01", "3.5", ""]]),
            ("a\n\nb\n\n", Separator::None, vec![vec!["a"], vec![""], vec!["b"]]),
            ("\"a;\"\"b\nc\";2", Separator::Semicolon, vec![vec!["a;\"b\nc", "2"]]),
        ] {
            let table = read_table(text);
            assert_eq!((table.separator, table.faults), (separator, vec![]), "{text}");
            assert_eq!(table.rows, rows, "{text}");
        }
    }

    #[test]
    fn what_is_unsure_or_broken_is_said_at_its_place() {
        for (text, row, column, flaw) in [
            ("3,5\n2,5", 1, 1, TableFlaw::CommaUnsure),
            ("a;b\nc;\"d", 2, 2, TableFlaw::QuoteOpen),
            ("a;b\"c", 1, 2, TableFlaw::QuoteInside),
            ("\"a\"b;c", 1, 1, TableFlaw::QuoteInside),
            ("a;\u{fffd}", 1, 2, TableFlaw::NoLetter),
        ] {
            assert_eq!(read_table(text).faults, [TableFault { row, column, flaw }], "{text}");
        }
        assert_eq!(read_table("3,5\n2,5").rows, [["3,5"], ["2,5"]]);
        assert_eq!(read_table("a;b\"c").rows, [["a", "b\"c"]]);
    }

    #[test]
    fn old_files_are_read_in_windows_1252() {
        assert_eq!(decode(b"\xc6ble \x80 \x96\x81"), "Æble € –\u{fffd}");
        assert_eq!(decode("\u{feff}Æble €".as_bytes()), "Æble €");
    }

    #[test]
    fn nothing_is_written_that_a_spreadsheet_would_run() {
        let row = ["=1+1", "-2", "@a", "a=b", "a;\"b"].map(|words| Cell::Text(words.into()));
        let text = write_table(&[
            row.to_vec(),
            vec![Cell::Number("-0.5".into()), Cell::Skipped, Cell::Empty],
        ]);
        assert_eq!(text, "\u{feff}'=1+1;'-2;'@a;a=b;\"a;\"\"b\"\r\n-0,5;-;\r\n");
    }
}
