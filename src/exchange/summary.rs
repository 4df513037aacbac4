//! The file that a school sends its municipality: how much was planned and held in its initiatives, and how
//! its goals stand. There is no place in it for a code, a class, a name or a sentence that somebody wrote.

use chrono::NaiveDate;
use serde_json::{Value, json};

use super::bundle::MAX_BYTES;
use super::error::BundleError;
use crate::domain::calendar::iso;
use crate::domain::initiative::{InitiativeKind, smart};

/// What the file says it is.
const FORMAT: &str = "indsats-opsummering";

/// The newest version that is written and read.
const VERSION: u64 = 1;

/// How long the name of a school is at most, in letters.
pub const SCHOOL_LENGTH: usize = 80;

/// Which parts a school wants to tell of.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Parts {
    /// Lessons that were held, out of those that were to be.
    pub lessons: bool,
    /// The three times.
    pub times: bool,
    /// How many agreements, observations and measurements there are.
    pub talks: bool,
    /// The goals.
    pub goals: bool,
}

/// What a school tells.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SchoolSummary {
    /// The name of the school.
    pub school: String,
    /// The day it was made.
    pub made: NaiveDate,
    /// One for each initiative.
    pub rows: Vec<SummaryRow>,
}

/// One initiative.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SummaryRow {
    /// The id of its kind; empty where none is chosen.
    pub kind: String,
    /// Its first day.
    pub from: Option<NaiveDate>,
    /// Its last day.
    pub to: Option<NaiveDate>,
    /// Lessons that were held, out of how many that were to be until then.
    pub lessons: Option<(u32, u32)>,
    /// In how many weeks planning, sparring and evaluation were held, out of how many.
    pub times: Option<[(u32, u32); 3]>,
    /// How many agreements on observing, observations, and measurements there are.
    pub talks: Option<(u32, u32, u32)>,
    /// The goals.
    pub goals: Option<Vec<SummaryGoal>>,
}

/// One goal, without its words.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SummaryGoal {
    /// What it is about, by an id of the content.
    pub category: String,
    /// When it is to be reached.
    pub by: Option<NaiveDate>,
    /// Whether it is.
    pub reached: bool,
}

impl Parts {
    /// All of them.
    pub const fn all() -> Self {
        Self { lessons: true, times: true, talks: true, goals: true }
    }
}

/// The text of the file.
pub fn write_summary(summary: &SchoolSummary) -> String {
    let mut text = serde_json::to_string_pretty(&summary.to_json()).unwrap_or_default();
    text.push('\n');
    text
}

/// Reads a file that may be anything. Only what has a place here is taken along.
///
/// # Errors
/// The file is refused as a whole.
pub fn read_summary(bytes: &[u8]) -> Result<SchoolSummary, BundleError> {
    if bytes.len() as u64 > MAX_BYTES {
        return Err(BundleError::TooLarge);
    }
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Err(BundleError::Empty);
    }
    let json: Value = serde_json::from_slice(bytes).map_err(|_| BundleError::NotOurs)?;
    if json["format"].as_str() != Some(FORMAT) {
        return Err(BundleError::NotOurs);
    }
    if json["minReader"].as_u64().ok_or(BundleError::Damaged)? > VERSION {
        return Err(BundleError::Newer);
    }
    SchoolSummary::from_json(&json).ok_or(BundleError::Damaged)
}

impl SchoolSummary {
    /// As it stands in the file.
    pub fn to_json(&self) -> Value {
        json!({
            "format": FORMAT,
            "version": VERSION,
            "minReader": 1,
            "school": self.school,
            "made": self.made.to_string(),
            "initiatives": self.rows.iter().map(SummaryRow::to_json).collect::<Vec<_>>(),
        })
    }

    /// What stands in a file; `None` where the school or the day is missing.
    pub fn from_json(json: &Value) -> Option<Self> {
        let school: String = json["school"].as_str()?.trim().chars().take(SCHOOL_LENGTH).collect();
        let rows = json["initiatives"].as_array()?.iter().map(SummaryRow::from_json).collect();
        let made = iso::day(json["made"].as_str()?)?;
        (!school.is_empty()).then_some(Self { school, made, rows })
    }
}

impl SummaryRow {
    fn to_json(&self) -> Value {
        let goal = |it: &SummaryGoal| json!({ "category": it.category, "by": day(it.by), "reached": it.reached });
        let pair = |(held, of): (u32, u32)| json!([held, of]);
        json!({
            "kind": self.kind,
            "from": day(self.from),
            "to": day(self.to),
            "lessons": self.lessons.map(pair),
            "weeks": self.times.map(|times| times.map(pair)),
            "agreements": self.talks.map(|it| it.0),
            "observations": self.talks.map(|it| it.1),
            "measurements": self.talks.map(|it| it.2),
            "goals": self.goals.as_ref().map(|goals| goals.iter().map(goal).collect::<Vec<_>>()),
        })
    }

    fn from_json(json: &Value) -> Self {
        let text = |key: &str| json[key].as_str().unwrap_or_default();
        let number = |value: &Value| value.as_u64().and_then(|n| u32::try_from(n).ok());
        let pair = |value: &Value| Some((number(&value[0])?, number(&value[1])?));
        let times = || {
            let weeks = &json["weeks"];
            Some([pair(&weeks[0])?, pair(&weeks[1])?, pair(&weeks[2])?])
        };
        let talks = || {
            let all = ["agreements", "observations", "measurements"];
            let [agreements, observations, measurements] = all.map(|key| number(&json[key]));
            Some((agreements?, observations?, measurements?))
        };
        let goal = |it: &Value| SummaryGoal {
            // What is no id of ours may be a sentence.
            category: known(it["category"].as_str(), |id| smart().category(id).is_some()),
            by: it["by"].as_str().and_then(iso::day),
            reached: it["reached"].as_bool().unwrap_or_default(),
        };
        Self {
            kind: known(json["kind"].as_str(), |id| InitiativeKind::from_id(id).is_some()),
            from: iso::day(text("from")),
            to: iso::day(text("to")),
            lessons: pair(&json["lessons"]),
            times: times(),
            talks: talks(),
            goals: json["goals"].as_array().map(|goals| goals.iter().map(goal).collect()),
        }
    }
}

fn day(day: Option<NaiveDate>) -> Option<String> {
    day.map(|day| day.to_string())
}

fn known(id: Option<&str>, is_known: impl Fn(&str) -> bool) -> String {
    id.filter(|id| is_known(id)).unwrap_or_default().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn whole() -> SchoolSummary {
        let goal =
            SummaryGoal { category: "elever".into(), by: "2026-12-18".parse().ok(), reached: true };
        let row = SummaryRow {
            kind: "tolaererordning".into(),
            from: "2026-08-10".parse().ok(),
            to: None,
            lessons: Some((11, 14)),
            times: Some([(5, 6), (2, 3), (0, 0)]),
            talks: Some((4, 6, 1)),
            goals: Some(vec![goal]),
        };
        let made = "2026-11-25".parse().unwrap();
        SchoolSummary {
            school: "Klitbakkeskolen".into(),
            made,
            rows: vec![row, SummaryRow::default()],
        }
    }

    #[test]
    fn what_is_written_is_read_again() {
        assert_eq!(read_summary(write_summary(&whole()).as_bytes()), Ok(whole()));
    }

    #[test]
    fn what_has_no_place_is_left_out() {
        let mut json = whole().to_json();
        json["initiatives"][0]["kind"] = json!("Ali i 5.b");
        json["initiatives"][0]["goals"][0]["category"] = json!("Ali");
        json["initiatives"][0]["lessons"] = json!("mange");
        json["initiatives"][0]["note"] = json!("Ali");
        let read = read_summary(json.to_string().as_bytes()).unwrap();
        assert!(!write_summary(&read).contains("Ali"));
        assert_eq!(read.rows[0].lessons, None);
    }

    #[test]
    fn other_files_are_refused_whole() {
        let with = |change: fn(&mut Value)| {
            let mut json = whole().to_json();
            change(&mut json);
            json.to_string()
        };
        let table = [
            ("", BundleError::Empty),
            ("hej", BundleError::NotOurs),
            ("{}", BundleError::NotOurs),
            (&with(|it| it["minReader"] = json!(2)), BundleError::Newer),
            (&with(|it| it["school"] = json!(" ")), BundleError::Damaged),
            (&with(|it| it["made"] = json!("i går")), BundleError::Damaged),
        ];
        for (text, error) in table {
            assert_eq!(read_summary(text.as_bytes()), Err(error), "{text}");
        }
    }
}
