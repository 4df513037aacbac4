//! Tables: what is written out comes back as it was, in whatever clothes it travelled.

use indsats::domain::measurement::{Given, row_of};
use indsats::exchange::csv::{Cell, TableFlaw, decode, read_table, write_table};
use indsats::exchange::table::{Column, Grid, lay, table_of};
use proptest::prelude::*;

/// Letters that a table might stumble over, and that Windows-1252 has.
fn words() -> impl Strategy<Value = String> {
    let odd = prop::sample::select(vec![
        "a", "æ", "Ø", "€", "–", ";", "\t", ",", "\"", "\n", "\r\n", "=", "+", "'", " ", "3,5", "",
    ]);
    prop::collection::vec(odd, 0..6).prop_map(|parts| parts.concat())
}

/// A text as a spreadsheet gets it: what could be run has an apostrophe in front.
fn as_written(words: &str) -> String {
    let formula = words.starts_with(['=', '+', '-', '@', '\t', '\r']);
    if formula { format!("'{words}") } else { words.to_owned() }
}

fn in_windows_1252(text: &str) -> Vec<u8> {
    let byte = |letter| match letter {
        '€' => 0x80,
        '–' => 0x96,
        other => u8::try_from(u32::from(other)).expect("only letters that it has"),
    };
    text.chars().map(byte).collect()
}

fn answer(column: Column) -> BoxedStrategy<Option<Given>> {
    let given = match column {
        Column::Step { min, max } => (min..=max).prop_map(Given::Step).boxed(),
        Column::Number { .. } => {
            let number = (0..=20_u32, 0..100_u32, 0..=2_usize);
            let text = number.prop_map(|(whole, rest, places)| match places {
                0 => whole.to_string(),
                1 => format!("{}.{}", whole % 20, rest / 10),
                _ => format!("{}.{rest:02}", whole % 20),
            });
            text.prop_map(Given::Number).boxed()
        }
    };
    prop_oneof![1 => Just(None), 1 => Just(Some(Given::Skipped)), 4 => given.prop_map(Some)].boxed()
}

/// A grid and its answers: 1 to 30 pupils, some of whom have answered twice.
fn a_grid() -> impl Strategy<Value = (Grid, Vec<Vec<Option<Given>>>)> {
    let column = prop_oneof![
        Just(Column::Step { min: 1, max: 5 }),
        Just(Column::Number { min: 0.0, max: Some(20.0) }),
    ];
    (column, prop::collection::vec(1..=2_u32, 1..=30), 1..=6_usize).prop_flat_map(
        |(column, entries, columns)| {
            let rows: Vec<String> = entries
                .iter()
                .zip(1..)
                .flat_map(|(entries, n)| {
                    (1..=*entries).map(move |it| row_of(&format!("E{n:02}"), it))
                })
                .collect();
            let headings = (1..=columns).map(|n| format!("Spørgsmål {n}; \"i\nto\"")).collect();
            let answers = prop::collection::vec(answer(column), columns);
            let answers = prop::collection::vec(answers, rows.len());
            (Just(Grid { rows, column, headings, at: (0, 0), with_new: false }), answers)
        },
    )
}

proptest! {
    #[test]
    fn a_table_comes_back_as_it_was_written(
        rows in prop::collection::vec(prop::collection::vec(words(), 2..4), 1..6),
        old in any::<bool>(),
    ) {
        let mut rows = rows;
        // A line that ends a table is left out when nothing is in it.
        rows.push(vec!["end".into(), "x".into()]);
        let cells = |row: &Vec<String>| row.iter().cloned().map(Cell::Text).collect::<Vec<_>>();
        let written = write_table(&rows.iter().map(cells).collect::<Vec<_>>());
        let bytes = if old {
            in_windows_1252(written.trim_start_matches('\u{feff}'))
        } else {
            written.into_bytes()
        };
        // Two letters of Windows-1252 can by chance be one of UTF-8, and no one can tell.
        prop_assume!(!old || bytes.is_ascii() || std::str::from_utf8(&bytes).is_err());
        let table = read_table(&decode(&bytes));
        let expected: Vec<Vec<String>> =
            rows.iter().map(|row| row.iter().map(|cell| as_written(cell)).collect()).collect();
        prop_assert_eq!(table.faults, vec![]);
        prop_assert_eq!(table.rows, expected);
    }

    #[test]
    fn every_answer_of_a_grid_comes_back_to_its_cell((grid, answers) in a_grid()) {
        let found = |row: &str, column: usize| {
            let place = grid.rows.iter().position(|known| known == row)?;
            answers.get(place)?.get(column)?.clone()
        };
        let text = write_table(&table_of("Kode", &grid, found));
        let laid = lay(&read_table(&text), &grid);
        prop_assert_eq!(&laid.troubles, &vec![]);
        prop_assert_eq!(&laid.new_codes, &Vec::<String>::new());
        let mut back = vec![vec![None; grid.headings.len()]; grid.rows.len()];
        for fit in laid.fits {
            let place = grid.rows.iter().position(|known| *known == fit.row).unwrap();
            back[place][fit.column] = Some(fit.given);
        }
        prop_assert_eq!(back, answers);
    }

    #[test]
    fn every_cell_of_any_text_lands_or_is_said(text in "[E0-9;,\t\n\"x -]{0,80}") {
        let table = read_table(&text);
        let rows = ["E01", "E02"].map(str::to_owned).to_vec();
        let headings = ["a", "b"].map(str::to_owned).to_vec();
        let column = Column::Step { min: 1, max: 5 };
        let laid = lay(&table, &Grid { rows, column, headings, at: (0, 0), with_new: false });
        let skip = usize::from(laid.by_codes);
        let filled = table.rows.iter().skip(usize::from(laid.headed));
        let filled: usize = filled
            .map(|row| row.iter().skip(skip).filter(|cell| !cell.trim().is_empty()).count())
            .sum();
        // A row whose code is in doubt is said once, for all that stands in it.
        let rows_in_doubt = laid.troubles.iter().filter(|it| it.column == 1 && laid.by_codes).count();
        let said = laid.fits.len() + laid.troubles.len();
        prop_assert!(said >= filled || rows_in_doubt > 0, "{text:?}: {laid:?}");
    }
}

#[test]
fn a_file_of_an_old_spreadsheet_is_read() {
    let text = "Kode;Jeg får hjælp\r\nE01;3\r\n";
    for bytes in [text.as_bytes().to_vec(), in_windows_1252(text), format!("\u{feff}{text}").into()]
    {
        let table = read_table(&decode(&bytes));
        assert_eq!(table.rows, [["Kode", "Jeg får hjælp"], ["E01", "3"]]);
        assert_eq!(table.faults, []);
    }
    let table = read_table(&decode(b"Kode;\x81\r\n\xc6;1"));
    assert_eq!(table.faults.iter().map(|it| it.flaw).collect::<Vec<_>>(), [TableFlaw::NoLetter]);
}
