//! What a team has learnt: notes on a board of what supports, what gets in the way and what is to be
//! tried, and what it says of being shielded from other tasks.
//!
//! A note stands at `board/<id>/column`, `/text` and `/category`, so that several people write on one
//! board, each on a tablet of their own; what is said of a task of leadership at `shielding/<task>`.

use serde_json::Value;

use super::initiative::Initiative;
use crate::domain::record::fields;
use crate::ledger::Path;

/// The column of what supports.
pub const SUPPORTS: &str = "er-stoetter";

/// The column of what gets in the way.
pub const HINDERS: &str = "er-spaender-ben";

/// The column of what is to be tried.
pub const TRIES: &str = "er-proeve";

fields! {
    /// The board, and being shielded.
    Initiative {
        /// What a note says.
        board_text / set_board_text(id): Text = "board/{id}/text",
        /// What a note is about: an id of the content.
        board_category / set_board_category(id): Text = "board/{id}/category",
        /// What is said of a task of leadership that goes on all the way.
        shielding / set_shielding(task): Text = "shielding/{task}",
    }
}

impl Initiative {
    /// The notes in a column, in the order they were added, by an id that stays.
    pub fn board(&self, column: &str) -> Vec<String> {
        let notes = self.0.below_two("board");
        let mine = notes.filter(|(_, part, value)| *part == "column" && *value == column);
        mine.map(|(id, _, _)| id.to_owned()).collect()
    }

    /// Adds a note to a column.
    pub fn add_board_note(&mut self, id: &str, column: &str) {
        self.0.set_text(format!("board/{id}/column"), column);
    }

    /// Takes a note away and gives what it was.
    pub fn take_board_note(&mut self, id: &str) -> Vec<(Path, Value)> {
        self.0.take_below(&format!("board/{id}"))
    }

    /// The notes in a column that say something.
    pub fn board_texts(&self, column: &str) -> Vec<String> {
        let texts = self.board(column).into_iter().map(|id| self.board_text(&id).trim().to_owned());
        texts.filter(|text| !text.is_empty()).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::record::difference;

    #[test]
    fn notes_stand_in_their_column_in_the_order_they_came() {
        let mut it = Initiative::default();
        for (id, column, text) in
            [("1", SUPPORTS, "Fast tid"), ("2", HINDERS, "Vikar"), ("3", SUPPORTS, " ")]
        {
            it.add_board_note(id, column);
            it.set_board_text(id, text);
        }
        assert_eq!((it.board(SUPPORTS).len(), it.board(HINDERS).len()), (2, 1));
        assert_eq!(it.board_texts(SUPPORTS), ["Fast tid"]);
        let before = it.clone();
        it.set_board_category("2", "tid");
        let change = difference(&before, &it);
        assert_eq!(change.set.keys().collect::<Vec<_>>(), ["board/2/category"]);
        let before = it.clone();
        let taken = it.take_board_note("2");
        assert!(it.board(HINDERS).is_empty() && taken.len() == 3);
        it.put_back(&taken);
        assert_eq!(it, before);
    }
}
