//! A typed thing, the difference between two of them, and the values they live in.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::collections::BTreeMap;

use chrono::{NaiveDate, NaiveTime};
use indsats::domain::{
    Fields, Initiative, InitiativeKind, Member, Note, Observation, Rated, Record, Role, SchoolYear,
    Tap, TemplateRef, difference,
};
use indsats::ledger::{Change, RecordId};
use proptest::collection::{btree_map, btree_set};
use proptest::option;
use proptest::prelude::*;
use serde_json::json;

/// An id as templates and the app make them.
fn id() -> impl Strategy<Value = String> {
    "[a-z][a-z0-9-]{0,3}"
}

fn text() -> impl Strategy<Value = String> {
    prop_oneof![2 => Just(String::new()), 8 => "[a-zæøå \\n\"]{1,5}", 1 => any::<String>()]
}

fn by_item<T: std::fmt::Debug>(
    value: impl Strategy<Value = T>,
) -> impl Strategy<Value = BTreeMap<String, T>> {
    btree_map(id(), value, 0..3)
}

fn day() -> impl Strategy<Value = NaiveDate> {
    (2000..2100_i32, 1..366_u32)
        .prop_filter_map("no such day", |(y, d)| NaiveDate::from_yo_opt(y, d))
}

fn observation() -> impl Strategy<Value = Observation> {
    let rated = prop_oneof![Just(Rated::NotSeen), (1..7_u8).prop_map(Rated::Level)];
    let moment = 0..1_u64 << 42;
    let tap = (id(), moment.clone()).prop_map(|(counter, at)| Tap { counter, at });
    let note = (moment.clone(), option::of(id()), text()).prop_map(|(at, tag, text)| Note {
        at,
        tag: tag.unwrap_or_default(),
        text,
    });
    let head = (
        option::of(any::<[u8; 10]>().prop_map(|random| RecordId::new(1, random))),
        option::of((id(), 1..9_u32).prop_map(|(id, version)| TemplateRef { id, version })),
        option::of(day()),
        option::of(
            (0..24_u32, 0..60_u32)
                .prop_filter_map("no such time", |(h, m)| NaiveTime::from_hms_opt(h, m, 0)),
        ),
        text(),
        text(),
        option::of(moment),
        any::<bool>(),
    );
    let answers = (
        by_item(rated),
        by_item(text()),
        by_item(text()),
        by_item(btree_set(id(), 0..3)),
        by_item(text()),
        by_item(text()),
        by_item(btree_map(id(), tap, 0..3)),
        by_item(btree_map(id(), note, 0..3)),
    );
    (head, answers).prop_map(|(head, answers)| {
        let (initiative, template, day, begins, class, observer, finished, example) = head;
        let (ratings, comments, choices, picks, texts, numbers, taps, notes) = answers;
        Observation {
            initiative,
            template,
            day,
            begins,
            class,
            observer,
            finished,
            example,
            ratings,
            comments,
            choices,
            picks,
            texts,
            numbers,
            taps,
            notes,
        }
    })
}

fn initiative() -> impl Strategy<Value = Initiative> {
    let member =
        (text(), text()).prop_map(|(initials, role)| Member { initials, role: Role(role) });
    let kind = proptest::sample::select(InitiativeKind::ALL.to_vec());
    (
        (text(), option::of(kind), text(), text()),
        (option::of(any::<u16>()), option::of(day()), option::of(day()), text()),
        (btree_map(id(), member, 0..3), any::<bool>()),
    )
        .prop_map(
            |((title, kind, class, subject), (year, from, to, purpose), (team, example))| {
                let school_year = year.map(SchoolYear);
                Initiative {
                    title,
                    kind,
                    class,
                    subject,
                    school_year,
                    from,
                    to,
                    purpose,
                    team,
                    example,
                }
            },
        )
}

fn apply(fields: &mut Fields, change: &Change) {
    change.unset.iter().for_each(|path| drop(fields.0.remove(path)));
    fields.0.extend(change.set.clone());
}

/// A thing as it is after it has been kept: nothing written and nothing there are the same.
fn kept<T: Record>(thing: &T) -> T {
    T::read(&thing.write())
}

/// What a form does: it starts from one state, and each of its saves says what is different.
fn survives<T: Record + std::fmt::Debug>(states: &[T]) -> Result<(), TestCaseError> {
    let stranger = ("stranger/x".to_owned(), json!({ "from": "the future" }));
    let mut fields = states[0].write();
    fields.0.extend([stranger.clone()]);
    let (begun, mut whole) = (fields.clone(), Change::default());
    for pair in states.windows(2) {
        let change = difference(&pair[0], &pair[1]);
        prop_assert_eq!(change.is_empty(), pair[0].write() == pair[1].write());
        apply(&mut fields, &change);
        whole.then(&change);
        prop_assert_eq!(T::read(&fields), kept(&pair[1]), "each save");
        let both = change.set.keys().filter(|path| change.unset.contains(*path)).count();
        prop_assert_eq!(both, 0);
    }
    let mut at_once = begun;
    apply(&mut at_once, &whole);
    prop_assert_eq!(&at_once, &fields, "all saves in one");
    prop_assert_eq!(fields.0.remove(&stranger.0), Some(stranger.1), "the unknown is untouched");
    prop_assert_eq!(fields, states[states.len() - 1].write());
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1000, ..ProptestConfig::default() })]

    #[test]
    fn an_observation_survives_every_save(states in prop::collection::vec(observation(), 1..5)) {
        survives(&states)?;
    }

    #[test]
    fn an_initiative_survives_every_save(states in prop::collection::vec(initiative(), 1..5)) {
        survives(&states)?;
    }

    /// A change after a change after a change is the same, however they are taken together.
    #[test]
    fn changes_add_up_in_any_grouping(changes in prop::collection::vec(
        (btree_map(id(), 0..9_i32, 0..4), btree_set(id(), 0..4)), 3,
    )) {
        let changes: Vec<Change> = changes
            .into_iter()
            .map(|(set, mut unset)| {
                unset.retain(|path| !set.contains_key(path));
                let set = set.into_iter().map(|(path, value)| (path, json!(value))).collect();
                Change { set, unset }
            })
            .collect();
        let mut left = changes[0].clone();
        left.then(&changes[1]);
        left.then(&changes[2]);
        let mut right = changes[1].clone();
        right.then(&changes[2]);
        let mut all = changes[0].clone();
        all.then(&right);
        prop_assert_eq!(&left, &all);
        let mut again = all.clone();
        again.then(&changes[2]);
        prop_assert_eq!(again, all);
    }

    /// Whatever values a record holds, reading it never fails and writing it makes no more of it.
    #[test]
    fn reading_forgives_everything(paths in btree_map("(ratings|notes|taps|picks|team|day|begins|from|x)(/[a-c]){0,3}", 0..6_u8, 0..9)) {
        let values = [json!(null), json!("x"), json!(3), json!(-1), json!({ "at": "x" }), json!([[]])];
        let fields = Fields(paths.into_iter().map(|(path, n)| (path, values[usize::from(n)].clone())).collect());
        prop_assert_eq!(kept(&Observation::read(&fields)), Observation::read(&fields));
        prop_assert_eq!(kept(&Initiative::read(&fields)), Initiative::read(&fields));
    }
}
