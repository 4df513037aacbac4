//! What happened to a record, one entry for each revision: who, when, where, and each place with what
//! stood there before and after.
//!
//! "Before" is what the writer saw: the view of the revision's parents and all that is behind them.
//! Two people who wrote without knowing of each other each have an entry against what they saw, and
//! whoever chose between their values has one that says so.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::error::AppError;
use super::record::Summary;
use super::repository::Repository;
use super::storage::Transactions as _;
use crate::ledger::{
    DeviceId, Gather, Path, RecordId, Revision, RevisionId, RevisionSet, View, in_order,
};

/// One change to a record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// The revision.
    pub rev: RevisionId,
    /// When, by the writer's clock, in milliseconds since 1970.
    pub at: u64,
    /// Who; may be empty.
    pub author: String,
    /// On which device.
    pub device: DeviceId,
    /// What was done with the record as a whole.
    pub deed: Deed,
    /// What was changed in it, in the order of the places.
    pub changes: Vec<Changed>,
}

/// What a revision did with the record as a whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Deed {
    /// Nothing came before it.
    Begun,
    /// It went on.
    Changed,
    /// Put in the trash.
    Trashed,
    /// Brought back from the trash.
    BroughtBack,
    /// Someone had put it in the trash while another wrote; it was kept.
    Kept,
}

/// What happened in one place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Changed {
    /// Where.
    pub path: Path,
    /// What its writer saw there; of two values the one that was shown.
    pub before: Option<Value>,
    /// What stands there from then on.
    pub after: Option<Value>,
    /// Two people had written there, and this settled it.
    pub chosen: bool,
}

/// What is told of several changes at once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Line {
    /// One place.
    One(Changed),
    /// Several entries of a log: taps of a counter, notes.
    Many {
        /// The first part of their path: `taps`, `notes`.
        place: String,
        /// The item of the form.
        item: String,
        /// The counter, for taps.
        what: String,
        /// What was done with them.
        done: Done,
        /// How many there are.
        n: usize,
    },
}

/// What was done with an entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Done {
    /// It was not there before.
    Added,
    /// It says something else.
    Altered,
    /// It is gone.
    Removed,
}

/// A page of a record's history, the newest first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct History {
    /// The record as it is now.
    pub summary: Summary,
    /// The entries.
    pub entries: Vec<Entry>,
    /// Whether there are older ones.
    pub has_more: bool,
    /// This device.
    pub own: DeviceId,
}

/// Places whose entries are told together.
const LOGS: [&str; 4] = ["moments", "notes", "roles", "taps"];

impl Repository {
    /// The newest `limit` changes of a record; `None` where no change of it is here.
    ///
    /// # Errors
    /// The store refused.
    pub async fn history(&self, rec: RecordId, limit: usize) -> Result<Option<History>, AppError> {
        let own = self.device().await?;
        self.storage()
            .read(async |tx| {
                let set = Self::revisions_of(tx, rec).await?;
                Ok(set.view(rec).map(|view| History {
                    summary: Summary::of(&view),
                    entries: entries(&set, rec, limit),
                    has_more: set.len() > limit,
                    own,
                }))
            })
            .await
    }
}

/// The newest `limit` entries of a record. What was written on top of another always comes before
/// it, whatever the clocks say.
pub fn entries(set: &RevisionSet, rec: RecordId, limit: usize) -> Vec<Entry> {
    let known: BTreeMap<RevisionId, &Revision> = set.of(rec).map(|it| (it.id(), it)).gather();
    newest_first(&known).into_iter().take(limit).map(|revision| entry(&known, revision)).collect()
}

/// By clock, and a child before its parents: of those with no child left the greatest is next.
fn newest_first<'a>(known: &BTreeMap<RevisionId, &'a Revision>) -> Vec<&'a Revision> {
    let by_rank: Vec<&Revision> = known.values().copied().collect();
    let mut waiting = in_order(by_rank, |a, b| b.rank().cmp(&a.rank()));
    let mut children: BTreeMap<RevisionId, usize> = BTreeMap::new();
    for parent in waiting.iter().flat_map(|it| &it.body().parents) {
        *children.entry(*parent).or_default() += 1;
    }
    let mut found = Vec::new();
    while !waiting.is_empty() {
        let is_free = |it: &&Revision| children.get(&it.id()).is_none_or(|left| *left == 0);
        // In a circle, which only a damaged store holds, the clock alone decides.
        let next = waiting.remove(waiting.iter().position(is_free).unwrap_or_default());
        for parent in &next.body().parents {
            if let Some(left) = children.get_mut(parent) {
                *left = left.saturating_sub(1);
            }
        }
        found.push(next);
    }
    found
}

fn entry(known: &BTreeMap<RevisionId, &Revision>, revision: &Revision) -> Entry {
    let body = revision.body();
    let seen = View::of(behind(known, &body.parents));
    let was_deleted = seen.as_ref().is_some_and(|seen| seen.deleted);
    let was_contested = seen.as_ref().is_some_and(|seen| seen.contested);
    let deed = match &seen {
        _ if body.deleted => Deed::Trashed,
        None => Deed::Begun,
        Some(_) if was_deleted => Deed::BroughtBack,
        Some(_) if was_contested && body.change.is_empty() => Deed::Kept,
        Some(_) => Deed::Changed,
    };
    let field = |path: &Path| seen.as_ref().and_then(|seen| seen.fields.get(path));
    let paths: BTreeSet<&Path> = body.change.paths().gather();
    let changes = paths.into_iter().map(|path| Changed {
        path: path.clone(),
        before: field(path).and_then(|field| field.value().cloned()),
        after: body.change.set.get(path).cloned(),
        chosen: field(path).is_some_and(|field| field.is_conflict()),
    });
    Entry {
        rev: revision.id(),
        at: body.at.wall,
        author: body.author.clone(),
        device: body.device,
        deed,
        changes: changes.filter(|it| it.chosen || it.before != it.after).collect(),
    }
}

/// The revisions with these names and all that they were written on top of.
fn behind<'a>(
    known: &BTreeMap<RevisionId, &'a Revision>,
    names: &BTreeSet<RevisionId>,
) -> Vec<&'a Revision> {
    let mut seen: BTreeSet<RevisionId> = BTreeSet::new();
    let mut ahead: Vec<RevisionId> = names.iter().copied().collect();
    let mut found = Vec::new();
    while let Some(name) = ahead.pop() {
        if let Some(revision) = known.get(&name)
            && seen.insert(name)
        {
            found.push(*revision);
            ahead.extend(&revision.body().parents);
        }
    }
    found
}

impl Changed {
    /// What was done in the place.
    pub const fn done(&self) -> Done {
        match (&self.before, &self.after) {
            (None, _) => Done::Added,
            (Some(_), Some(_)) => Done::Altered,
            (Some(_), None) => Done::Removed,
        }
    }
}

/// The changes as they are told: many entries of one log at once, everything else one by one. A
/// single entry of a log is told by itself, except a tap, which says nothing but its counter.
pub fn lines(changes: &[Changed]) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    for change in changes {
        let Some((place, item, what)) = log_of(change) else {
            lines.push(Line::One(change.clone()));
            continue;
        };
        let (done, mut same) = (change.done(), lines.iter_mut());
        let joined = same.find_map(|line| match line {
            Line::Many { place: p, item: i, what: w, done: d, n }
                if (p.as_str(), i.as_str(), w.as_str(), *d) == (place, item, what, done) =>
            {
                Some(n)
            }
            _ => None,
        });
        match joined {
            Some(n) => *n += 1,
            None => lines.push(Line::Many {
                place: place.to_owned(),
                item: item.to_owned(),
                what: what.to_owned(),
                done,
                n: 1,
            }),
        }
    }
    lines.into_iter().map(|line| alone(line, changes)).collect()
}

/// Where a change belongs that is told with others of its kind.
fn log_of(change: &Changed) -> Option<(&str, &str, &str)> {
    let mut parts = change.path.splitn(3, '/');
    let (place, item) = (parts.next()?, parts.next()?);
    parts.next()?;
    if change.chosen || !LOGS.contains(&place) {
        return None;
    }
    let value = change.after.as_ref().or(change.before.as_ref())?;
    Some((place, item, value.get("counter").and_then(Value::as_str).unwrap_or_default()))
}

/// One entry of a log has words of its own.
fn alone(line: Line, changes: &[Changed]) -> Line {
    match &line {
        Line::Many { place, item, done, n: 1, .. } if place != "taps" => {
            let log = (place.as_str(), item.as_str());
            let is_it = |it: &&Changed| {
                it.done() == *done
                    && log_of(it).is_some_and(|(place, item, _)| (place, item) == log)
            };
            changes.iter().find(is_it).cloned().map_or(line, Line::One)
        }
        _ => line,
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::ledger::{Body, Change, Stamp};

    const WALL: u64 = 1_795_392_000_000;

    fn rec() -> RecordId {
        RecordId::new(WALL, [1; 10])
    }

    /// A revision by a person at a minute, on top of others.
    fn written(
        parents: &[&Revision],
        author: &str,
        minute: u64,
        set: &[(&str, Value)],
        unset: &[&str],
    ) -> Revision {
        body(parents, author, minute, set, unset, false)
    }

    fn body(
        parents: &[&Revision],
        author: &str,
        minute: u64,
        set: &[(&str, Value)],
        unset: &[&str],
        deleted: bool,
    ) -> Revision {
        Revision::write(Body {
            rec: rec(),
            kind: "observation".into(),
            schema: 1,
            parents: parents.iter().map(|it| it.id()).collect(),
            at: Stamp { wall: WALL + minute * 60_000, count: 0 },
            device: DeviceId::new([author.len() as u8; 16]),
            author: author.into(),
            change: Change {
                set: set.iter().map(|(path, value)| ((*path).to_owned(), value.clone())).collect(),
                unset: unset.iter().map(|path| (*path).to_owned()).collect(),
            },
            deleted,
        })
        .unwrap()
    }

    fn told(revisions: &[&Revision]) -> Vec<Entry> {
        let set: RevisionSet = revisions.iter().map(|it| (*it).clone()).collect();
        entries(&set, rec(), 100)
    }

    fn change(path: &str, before: Option<Value>, after: Option<Value>) -> Changed {
        Changed { path: path.into(), before, after, chosen: false }
    }

    #[test]
    fn each_revision_is_told_against_what_stood_before_it() {
        let one = written(&[], "KA", 0, &[("class", json!("5.b")), ("day", json!("d"))], &[]);
        let two = written(&[&one], "AN", 1, &[("class", json!("5.c"))], &["day"]);
        let entries = told(&[&two, &one]);
        let first =
            [change("class", None, Some(json!("5.b"))), change("day", None, Some(json!("d")))];
        let second = [
            change("class", Some(json!("5.b")), Some(json!("5.c"))),
            change("day", Some(json!("d")), None),
        ];
        assert_eq!((entries[1].deed, &entries[1].changes[..]), (Deed::Begun, &first[..]));
        assert_eq!((entries[0].deed, &entries[0].changes[..]), (Deed::Changed, &second[..]));
        assert_eq!((entries[0].author.as_str(), entries[0].at), ("AN", WALL + 60_000));
    }

    #[test]
    fn two_who_did_not_know_of_each_other_are_told_apart_and_so_is_the_choice() {
        let one = written(&[], "KA", 0, &[("class", json!("5.b"))], &[]);
        let mine = written(&[&one], "AN", 1, &[("class", json!("5.c"))], &[]);
        let theirs = written(&[&one], "BO", 2, &[("class", json!("6.a"))], &[]);
        // Chosen is the value that was not shown; it is the same as it was before.
        let chosen = written(&[&mine, &theirs], "AN", 3, &[("class", json!("5.c"))], &[]);
        let entries = told(&[&one, &mine, &theirs, &chosen]);
        let of = |place: usize| entries[place].changes[0].clone();
        assert_eq!(of(2), change("class", Some(json!("5.b")), Some(json!("5.c"))));
        assert_eq!(of(1), change("class", Some(json!("5.b")), Some(json!("6.a"))));
        let settled = change("class", Some(json!("6.a")), Some(json!("5.c")));
        assert_eq!(of(0), Changed { chosen: true, ..settled });

        // Choosing what is shown already is told as well.
        let kept = written(&[&mine, &theirs], "AN", 3, &[("class", json!("6.a"))], &[]);
        let kept = told(&[&one, &mine, &theirs, &kept]).remove(0);
        assert!(kept.changes[0].chosen);
        assert_eq!(kept.changes[0].after, Some(json!("6.a")));
    }

    #[test]
    fn the_trash_and_the_way_back_are_told() {
        let one = written(&[], "KA", 0, &[("class", json!("5.b"))], &[]);
        let gone = body(&[&one], "KA", 1, &[], &[], true);
        let back = body(&[&gone], "KA", 2, &[], &[], false);
        let deeds: Vec<Deed> = told(&[&one, &gone, &back]).iter().map(|it| it.deed).collect();
        assert_eq!(deeds, [Deed::BroughtBack, Deed::Trashed, Deed::Begun]);

        // One deletes while another writes: the record stays, until someone says so.
        let wrote = written(&[&one], "AN", 2, &[("class", json!("5.c"))], &[]);
        let kept = body(&[&gone, &wrote], "KA", 3, &[], &[], false);
        let deeds: Vec<Deed> =
            told(&[&one, &gone, &wrote, &kept]).iter().map(|it| it.deed).collect();
        assert_eq!(deeds, [Deed::Kept, Deed::Changed, Deed::Trashed, Deed::Begun]);
    }

    #[test]
    fn what_came_later_stands_first_even_where_a_clock_was_wrong() {
        let one = written(&[], "KA", 90, &[("class", json!("5.b"))], &[]);
        let two = written(&[&one], "AN", 1, &[("class", json!("5.c"))], &[]);
        let three = written(&[&two], "KA", 91, &[("class", json!("5.d"))], &[]);
        let authors: Vec<u64> = told(&[&one, &two, &three]).iter().map(|it| it.at - WALL).collect();
        assert_eq!(authors, [91 * 60_000, 60_000, 90 * 60_000]);
        let set: RevisionSet = [one, two, three].into_iter().collect();
        assert_eq!(entries(&set, rec(), 2).len(), 2);
    }

    #[test]
    fn a_revision_whose_parents_are_not_here_is_told_all_the_same() {
        let one = written(&[], "KA", 0, &[("class", json!("5.b"))], &[]);
        let two = written(&[&one], "AN", 1, &[("class", json!("5.c"))], &[]);
        let entries = told(&[&two]);
        assert_eq!(entries[0].changes, [change("class", None, Some(json!("5.c")))]);
    }

    #[test]
    fn taps_and_notes_of_one_revision_are_told_together() {
        let tap = |id: &str, counter: &str| {
            change(&format!("taps/i/{id}"), None, Some(json!({"counter": counter, "at": 1})))
        };
        let note = |id: &str| change(&format!("notes/n/{id}"), None, Some(json!({"text": id})));
        let moment = change("moments/m/0001", None, Some(json!({"at": 1})));
        let class = change("class", None, Some(json!("5.b")));
        let changes = [
            class.clone(),
            moment.clone(),
            note("a"),
            note("b"),
            tap("1", "c"),
            tap("2", "d"),
            tap("3", "c"),
        ];
        let many = |place: &str, item: &str, what: &str, n| Line::Many {
            place: place.into(),
            item: item.into(),
            what: what.into(),
            done: Done::Added,
            n,
        };
        assert_eq!(
            lines(&changes),
            [
                Line::One(class),
                Line::One(moment),
                many("notes", "n", "", 2),
                many("taps", "i", "c", 2),
                many("taps", "i", "d", 1),
            ]
        );
    }

    #[test]
    fn a_note_that_was_changed_is_not_told_with_those_that_came() {
        let old = json!({"text": "a"});
        let changes = [
            change("notes/n/1", Some(old.clone()), Some(json!({"text": "b"}))),
            change("notes/n/2", None, Some(old.clone())),
            change("notes/n/3", Some(old), None),
        ];
        let lines = lines(&changes);
        assert_eq!(lines, changes.map(Line::One));
    }
}
