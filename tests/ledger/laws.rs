//! Union gives the same answer in any order, and nothing disappears.

use std::collections::BTreeSet;

use indsats::ledger::{Arrival, RevisionSet};
use proptest::prelude::*;
use proptest::sample::Index;

use crate::world::{bytes, histories, record, united};

proptest! {
    #![proptest_config(ProptestConfig { cases: 1500, ..ProptestConfig::default() })]

    #[test]
    fn union_is_commutative_associative_and_idempotent(world in histories(true)) {
        let [a, b, c] = [&world[0].set, &world[1].set, &world[2].set];
        prop_assert_eq!(united([a, b]), united([b, a]));
        prop_assert_eq!(united([&united([a, b]), c]), united([a, &united([b, c])]));
        prop_assert_eq!(&united([a, a]), a);
        prop_assert_eq!(united([a, b, a, b]), united([a, b]));
    }

    #[test]
    fn any_order_of_any_files_gives_the_same_bytes(
        world in histories(true),
        order in prop::collection::vec(any::<Index>(), 1..12),
    ) {
        let expected = united(world.iter().map(|peer| &peer.set));
        let mut device = RevisionSet::default();
        for which in order {
            device.union(which.get(&world).set.clone());
        }
        world.iter().rev().for_each(|peer| device.union(peer.set.clone()));
        prop_assert_eq!(bytes(&device), bytes(&expected));
        for rec in (0..3).map(record) {
            prop_assert_eq!(device.view(rec), expected.view(rec));
        }
    }

    /// Clocks are ten years off either way, two devices share an id, newer schemas and unknown
    /// types are among them: every revision that any device holds is in the union all the same.
    #[test]
    fn no_revision_disappears(world in histories(false)) {
        let all = united(world.iter().map(|peer| &peer.set));
        let mut names = BTreeSet::new();
        for peer in &world {
            for revision in peer.set.iter() {
                prop_assert!(all.contains(revision));
                names.insert(revision.id());
            }
        }
        prop_assert_eq!(all.len(), names.len());
    }

    #[test]
    fn what_was_erased_stays_away(world in histories(true)) {
        let mut all = united(world.iter().map(|peer| &peer.set));
        for rec in all.erased().clone() {
            prop_assert_eq!(all.of(rec).count(), 0);
            for revision in world.iter().flat_map(|peer| peer.set.of(rec)) {
                prop_assert_eq!(all.insert(revision.clone()), Arrival::Erased);
            }
        }
    }

    /// Every value that someone wrote and nobody overruled can still be seen.
    #[test]
    fn an_unopposed_value_is_always_a_claim(world in histories(false)) {
        let all = united(world.iter().map(|peer| &peer.set));
        for rec in all.records() {
            let view = all.view(rec).unwrap();
            for head in all.of(rec).filter(|revision| view.heads.contains(&revision.id())) {
                for path in head.body().change.paths() {
                    let value = head.body().change.set.get(path).cloned();
                    let claims: Vec<_> = view.fields[path].claims().map(|c| c.value.clone()).collect();
                    prop_assert!(claims.contains(&value), "{path}: {value:?} not in {claims:?}");
                }
            }
        }
    }

    #[test]
    fn two_devices_that_have_met_see_the_same(world in histories(true)) {
        let ab = united([&world[0].set, &world[1].set]);
        let ba = united([&world[1].set, &world[0].set]);
        for rec in (0..3).map(record) {
            prop_assert_eq!(ab.view(rec), ba.view(rec));
        }
    }
}
