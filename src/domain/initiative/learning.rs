//! What one initiative has learnt that others may use: notes of the board and what a sparring led to try,
//! where somebody has said that it can be shared without names. Codes and initials are taken out all the
//! same; who has said it and of whom never comes along.

use super::experience::TRIES;
use super::initiative::Initiative;
use crate::domain::plan::Meeting;
use crate::domain::record::{values, without_codes, without_initials};

/// The question of a sparring's note that says what is tried.
pub const SPARRING_TRIES: &str = "sparring-proeve";

/// Something that was learnt, fit to be read by others.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Learning {
    /// What tells it from the others of its initiative.
    pub id: String,
    /// The column of the board it belongs in.
    pub column: String,
    /// What it is about, by an id of the content; may be empty.
    pub category: String,
    /// What was learnt, without codes and initials.
    pub text: String,
}

/// What stands in place of a pupil's code and of somebody's initials.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Instead {
    /// »en elev«
    pub pupil: String,
    /// »en kollega«
    pub colleague: String,
}

impl Initiative {
    /// Whether a note of the board may be shared.
    pub fn is_board_note_shared(&self, id: &str) -> bool {
        self.0.flag(&format!("board/{id}/shared"))
    }

    /// Says that a note of the board may be shared, or may not.
    pub fn share_board_note(&mut self, id: &str, shared: bool) {
        self.0.set(format!("board/{id}/shared"), values::of_flag(shared));
    }

    /// What was learnt in it that may be shared: from the board, and from its meetings.
    pub fn learnings(&self, meetings: &[(String, Meeting)], instead: &Instead) -> Vec<Learning> {
        let pupils = self.pupils();
        let team: Vec<String> =
            self.team().into_iter().map(|(_, it)| it.initials.trim().to_owned()).collect();
        let fit = |text: &str| {
            let text = without_codes(text.trim(), &pupils, &instead.pupil);
            without_initials(&text, &team, &instead.colleague)
        };
        let mut all = Vec::new();
        for (id, part, column) in self.0.below_two("board") {
            if part == "column" && self.is_board_note_shared(id) {
                all.push(Learning {
                    id: id.to_owned(),
                    column: column.as_str().unwrap_or_default().to_owned(),
                    category: self.board_category(id),
                    text: fit(&self.board_text(id)),
                });
            }
        }
        for (id, meeting) in meetings.iter().filter(|(_, it)| it.is_sparring_shared()) {
            all.push(Learning {
                id: id.clone(),
                column: TRIES.to_owned(),
                category: String::new(),
                text: fit(&meeting.sparring_answer(SPARRING_TRIES)),
            });
        }
        all.retain(|it| !it.text.is_empty());
        all
    }

    /// Puts something that was learnt elsewhere on the board.
    pub fn take_learning(&mut self, id: &str, learning: &Learning) {
        self.add_board_note(id, &learning.column);
        self.set_board_text(id, &learning.text);
        self.set_board_category(id, &learning.category);
    }
}

impl Meeting {
    /// Whether what the sparring led to try may be shared.
    pub fn is_sparring_shared(&self) -> bool {
        self.0.flag("sparring/shared")
    }

    /// Says that what it led to try may be shared, or may not.
    pub fn share_sparring(&mut self, shared: bool) {
        self.0.set("sparring/shared", values::of_flag(shared));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::initiative::experience::{HINDERS, SUPPORTS};
    use crate::domain::initiative::initiative::{Member, Role};

    fn instead() -> Instead {
        Instead { pupil: "en elev".into(), colleague: "en kollega".into() }
    }

    fn initiative() -> Initiative {
        let mut it = Initiative::default();
        it.set_member("t", Some(&Member { initials: " MK ".into(), role: Role::default() }));
        for (id, column, text, shared) in [
            ("1", SUPPORTS, "E04s makker og MK øver tirsdag", true),
            ("2", HINDERS, "Vikar", false),
            ("3", HINDERS, " ", true),
        ] {
            it.add_board_note(id, column);
            it.set_board_text(id, text);
            it.share_board_note(id, shared);
        }
        it
    }

    #[test]
    fn only_what_may_be_shared_is_and_without_codes_and_initials() {
        let mut meeting = Meeting::default();
        meeting.set_sparring_answer(SPARRING_TRIES, "Vi lader E04 begynde");
        let quiet = ("m".to_owned(), meeting.clone());
        meeting.share_sparring(true);
        let shared = ("n".to_owned(), meeting);
        let found = initiative().learnings(&[quiet, shared], &instead());
        let found: Vec<_> =
            found.iter().map(|it| (it.id.as_str(), it.column.as_str(), it.text.as_str())).collect();
        assert_eq!(
            found,
            [
                ("1", SUPPORTS, "en elevs makker og en kollega øver tirsdag"),
                ("n", TRIES, "Vi lader en elev begynde"),
            ]
        );
    }

    #[test]
    fn what_is_fetched_is_a_note_like_any_other() {
        let learning = initiative().learnings(&[], &instead()).remove(0);
        let mut it = Initiative::default();
        it.take_learning("x", &learning);
        assert_eq!(it.board(SUPPORTS), ["x"]);
        assert!(!it.is_board_note_shared("x"), "whoever takes it decides anew");
        it.take_board_note("x");
        assert_eq!(it, Initiative::default());
    }
}
