//! What a pupil has been lent of a book pack: since when, when it came back, and the talks about it.
//!
//! It is a record of its own and no part of the initiative: it holds a pupil's code with what was said,
//! and is deleted when the school year ends. Talks stand at `talks/<id>/day` and `talks/<id>/text`.

use chrono::NaiveDate;
use serde_json::Value;

use crate::domain::record::{DAY, Fields, INITIATIVE, fields, is_pupil_code, record_of_fields};
use crate::ledger::{Path, RecordId, in_order};

const TALKS: &str = "talks";

/// One loan.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Loan(Fields);

/// A pupil, and what is lent to them at the moment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reader {
    /// The pupil's code.
    pub code: String,
    /// What has not come back, the latest first.
    pub has: Vec<(RecordId, Loan)>,
}

/// What is wrong with a loan. It can be left as it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LoanFlaw {
    /// It is not said to whom.
    Pupil,
    /// It is not said what.
    Title,
    /// It came back before it was lent.
    Backwards,
}

fields! {
    Loan {
        /// The initiative it belongs to.
        initiative / set_initiative: Record = INITIATIVE,
        /// What is lent: a title, or what the pack holds.
        title / set_title: Text = "title",
        /// Since when.
        day / set_day: Day = DAY,
        /// When it came back; `None` while the pupil has it.
        back / set_back: Day = "back",
    }
}

impl Loan {
    /// The code of the pupil who has it.
    pub fn pupil(&self) -> String {
        self.0.text("pupil")
    }

    /// Says who has it. What is no code is kept nowhere.
    pub fn set_pupil(&mut self, code: &str) {
        self.0.set_text("pupil", if is_pupil_code(code) { code } else { "" });
    }

    /// The talks about it by an id that stays, in the order they were added.
    pub fn talks(&self) -> Vec<String> {
        self.0.each_below(TALKS).into_iter().map(|(id, _)| id).collect()
    }

    /// Adds a talk on a day.
    pub fn add_talk(&mut self, id: &str, day: NaiveDate) {
        self.set_talk_day(id, Some(day));
    }

    /// The day of a talk.
    pub fn talk_day(&self, id: &str) -> Option<NaiveDate> {
        self.0.day(&talk(id, "day"))
    }

    /// Sets the day of a talk. Without one it is still a talk.
    pub fn set_talk_day(&mut self, id: &str, day: Option<NaiveDate>) {
        let day = day.map(|day| day.to_string()).unwrap_or_default();
        self.0.put(talk(id, "day"), day);
    }

    /// What the pupil said of the book.
    pub fn talk_text(&self, id: &str) -> String {
        self.0.text(&talk(id, "text"))
    }

    /// Writes what the pupil said of the book.
    pub fn set_talk_text(&mut self, id: &str, text: &str) {
        self.0.set_text(talk(id, "text"), text);
    }

    /// Takes a talk away and gives what stood there, for undo.
    pub fn take_talk(&mut self, id: &str) -> Vec<(Path, Value)> {
        self.0.take_below(&format!("{TALKS}/{id}"))
    }

    /// Puts back what was taken away.
    pub fn put_back(&mut self, taken: &[(Path, Value)]) {
        self.0.put_back(taken);
    }

    /// What is wrong with it, in the order of the form.
    pub fn flaws(&self) -> Vec<LoanFlaw> {
        let backwards = self.day().zip(self.back()).is_some_and(|(day, back)| back < day);
        [
            self.pupil().is_empty().then_some(LoanFlaw::Pupil),
            self.title().trim().is_empty().then_some(LoanFlaw::Title),
            backwards.then_some(LoanFlaw::Backwards),
        ]
        .into_iter()
        .flatten()
        .collect()
    }
}

record_of_fields!(Loan);

fn talk(id: &str, part: &str) -> Path {
    format!("{TALKS}/{id}/{part}")
}

/// Who has what: every pupil of the list in its order, and behind them those who are on it no longer and
/// still have something.
pub fn readers(pupils: &[String], loans: &[(RecordId, Loan)]) -> Vec<Reader> {
    let mut codes = pupils.to_vec();
    for (_, loan) in loans {
        let code = loan.pupil();
        if loan.back().is_none() && !codes.contains(&code) {
            codes.push(code);
        }
    }
    let has = |code: &str| {
        let mine = loans.iter().filter(|(_, it)| it.back().is_none() && it.pupil() == code);
        in_order(mine.cloned().collect(), |a: &(RecordId, Loan), b| b.1.day().cmp(&a.1.day()))
    };
    codes.into_iter().map(|code| Reader { has: has(&code), code }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn loan(pupil: &str, day: &str, back: &str) -> Loan {
        let mut it = Loan::default();
        it.set_pupil(pupil);
        it.set_title("Vildheks");
        it.set_day(day.parse().ok());
        it.set_back(back.parse().ok());
        it
    }

    fn rec(n: u8) -> RecordId {
        RecordId::new(n.into(), [n; 10])
    }

    #[test]
    fn says_who_has_what_and_who_has_nothing() {
        let pupils = ["E01", "E02", "E10"].map(str::to_owned);
        let loans = [
            (rec(1), loan("E01", "2026-10-01", "2026-10-20")),
            (rec(2), loan("E02", "2026-10-01", "")),
            (rec(3), loan("E02", "2026-11-01", "")),
            (rec(4), loan("E99", "2026-11-01", "")),
            (rec(5), loan("E98", "2026-11-01", "2026-11-02")),
        ];
        let told: Vec<_> = readers(&pupils, &loans)
            .into_iter()
            .map(|it| (it.code, it.has.into_iter().map(|(rec, _)| rec).collect::<Vec<_>>()))
            .collect();
        let want = [
            ("E01", vec![]),
            ("E02", vec![rec(3), rec(2)]),
            ("E10", vec![]),
            ("E99", vec![rec(4)]),
        ];
        assert_eq!(told, want.map(|(code, has)| (code.to_owned(), has)));
    }

    #[test]
    fn says_what_is_missing_in_the_order_of_the_form() {
        use LoanFlaw::{Backwards, Pupil, Title};
        assert_eq!(Loan::default().flaws(), [Pupil, Title]);
        assert_eq!(loan("E01", "2026-10-01", "2026-10-01").flaws(), []);
        assert_eq!(loan("Ali", "2026-10-02", "2026-10-01").flaws(), [Pupil, Backwards]);
    }

    #[test]
    fn talks_come_go_and_come_back() {
        let mut it = loan("E01", "2026-10-01", "");
        it.add_talk("a", "2026-10-08".parse().unwrap());
        it.set_talk_text("a", "Heksen er modig");
        it.set_talk_day("a", None);
        assert_eq!((it.talks(), it.talk_day("a")), (vec!["a".to_owned()], None));
        let before = it.clone();
        let taken = it.take_talk("a");
        assert_eq!(it, loan("E01", "2026-10-01", ""));
        it.put_back(&taken);
        assert_eq!((it.talk_text("a").as_str(), &it), ("Heksen er modig", &before));
    }
}
