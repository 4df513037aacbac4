//! Filling and ordering without a sort of their own for each type.
//!
//! `collect` into a map or a set of the standard library sorts first, and every type brings its own copy of
//! that sort to the bundle: five kilobytes each. These give the same result.

use std::cmp::Ordering;

/// As `collect`, for maps and sets.
pub trait Gather: Iterator + Sized {
    /// Puts one after the other into a map or a set; of two with one key the later stays.
    fn gather<C: Default + Extend<Self::Item>>(self) -> C {
        let mut all = C::default();
        all.extend(self);
        all
    }
}

impl<I: Iterator> Gather for I {}

/// As `sort_by`: equal ones keep their order.
pub fn in_order<T>(items: Vec<T>, compare: impl Fn(&T, &T) -> Ordering) -> Vec<T> {
    let order = order_of(items.len(), &|a, b| compare(&items[a], &items[b]));
    let mut slots: Vec<Option<T>> = items.into_iter().map(Some).collect();
    order.into_iter().filter_map(|place| slots[place].take()).collect()
}

/// The one sort there is.
fn order_of(count: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut order: Vec<usize> = (0..count).collect();
    order.sort_by(|&a, &b| compare(a, b));
    order
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;

    #[test]
    fn gathering_is_collecting() {
        let pairs = [("b", 1), ("a", 2), ("b", 3)];
        let collected: BTreeMap<_, _> = pairs.into_iter().collect();
        assert_eq!(pairs.into_iter().gather::<BTreeMap<_, _>>(), collected);
    }

    #[test]
    fn equals_keep_their_order() {
        let items = vec![(2, 'a'), (1, 'b'), (2, 'c'), (1, 'd')];
        let sorted = in_order(items, |a, b| a.0.cmp(&b.0));
        assert_eq!(sorted, [(1, 'b'), (1, 'd'), (2, 'a'), (2, 'c')]);
    }
}
