//! What a counter came to: the taps on it and what was counted without times, for whom.

use serde_json::{Value, json};

use super::observation::Observation;
use crate::domain::forms::Per;
use crate::ledger::in_order;

/// A lesson has no more groups than this.
pub const MOST_GROUPS: usize = 6;

impl Observation {
    /// How often a counter was counted: the taps, and what was counted without times.
    pub fn count(&self, item: &str, counter: &str) -> usize {
        self.split(item, counter).iter().map(|(_, n)| n).sum()
    }

    /// How often a counter was counted for someone; for nobody, where `who` is empty.
    pub fn count_for(&self, item: &str, counter: &str, who: &str) -> usize {
        let split = self.split(item, counter);
        split.iter().find(|(of, _)| of == who).map_or(0, |(_, n)| *n)
    }

    /// How often a counter was counted for each, as [`Tap::who`] names them, and in that order.
    pub fn split(&self, item: &str, counter: &str) -> Vec<(String, usize)> {
        let mut split: Vec<(String, usize)> = Vec::new();
        let mut add = |who: &str, n: usize| match split.iter_mut().find(|(of, _)| of == who) {
            Some((_, count)) => *count += n,
            None => split.push((who.to_owned(), n)),
        };
        for (_, value) in self.0.below(&format!("taps/{item}")) {
            if value.get("counter").and_then(Value::as_str) == Some(counter) {
                add(value.get("who").and_then(Value::as_str).unwrap_or_default(), 1);
            }
        }
        for (place, value) in self.0.below(&format!("counts/{item}")) {
            let (of, who) = place.split_once('@').unwrap_or((place, ""));
            let n = value.as_str().and_then(counted).unwrap_or_default();
            if of == counter && n > 0 {
                add(who, n as usize);
            }
        }
        in_order(split, |(one, _), (other, _)| one.cmp(other))
    }

    /// The counter of each thing that was counted, with a time or without one.
    pub fn every_count(&self, item: &str) -> Vec<String> {
        let mut all: Vec<String> =
            self.taps(item).into_iter().map(|(_, tap)| tap.counter).collect();
        for (place, value) in self.0.below(&format!("counts/{item}")) {
            let counter = place.split_once('@').map_or(place, |(counter, _)| counter);
            let n = value.as_str().and_then(counted).unwrap_or_default();
            all.extend(std::iter::repeat_n(counter.to_owned(), n as usize));
        }
        all
    }

    /// What was counted without times, as it was written; wrong or right.
    pub fn untimed(&self, item: &str, counter: &str, who: &str) -> String {
        self.0.text(&untimed_path(item, counter, who))
    }

    /// Writes what was counted without times.
    pub fn set_untimed(&mut self, item: &str, counter: &str, who: &str, count: &str) {
        self.0.set_text(untimed_path(item, counter, who), count);
    }

    /// The groups that are counted for by themselves: their number, as [`Tap::who`] has it, and
    /// what people call them.
    ///
    /// [`Tap::who`]: super::lesson_log::Tap::who
    pub fn groups(&self) -> Vec<(String, String)> {
        let groups = self.0.below("groups");
        groups.filter_map(|(n, name)| Some((n.to_owned(), name.as_str()?.to_owned()))).collect()
    }

    /// Names the groups, with commas between them.
    pub fn set_groups(&mut self, names: &str) {
        let names = names.split(',').map(str::trim).filter(|name| !name.is_empty());
        let names: Vec<&str> = names.take(MOST_GROUPS).collect();
        for n in 0..MOST_GROUPS {
            self.0.set(format!("groups/{}", n + 1), names.get(n).map(|name| json!(name)));
        }
    }

    /// For whom a counter is counted, and what they are called: nobody, where it is counted as one.
    pub fn counted_for(&self, per: Option<Per>) -> Vec<(String, String)> {
        match per {
            None => Vec::new(),
            Some(Per::Adult) => {
                ["a", "b"].map(|adult| (adult.to_owned(), self.who_is(Per::Adult, adult))).into()
            }
            Some(Per::Group) => self.groups(),
        }
    }

    /// What someone who is counted for is called. A group that was taken away keeps its number.
    pub fn who_is(&self, per: Per, who: &str) -> String {
        let name = match per {
            Per::Adult => self.adult(who),
            Per::Group => self.0.text(&format!("groups/{who}")),
        };
        if name.trim().is_empty() { who.to_uppercase() } else { name }
    }
}

fn untimed_path(item: &str, counter: &str, who: &str) -> String {
    let at = if who.is_empty() { "" } else { "@" };
    format!("counts/{item}/{counter}{at}{who}")
}

/// How many a count says, as it was written. A lesson has no more than a thousand of anything.
pub fn counted(written: &str) -> Option<u32> {
    written.trim().parse().ok().filter(|n| *n < 1_000)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::observation::lesson_log::Tap;
    use crate::domain::record::Record;

    fn tap(counter: &str, at: u64) -> Tap {
        Tap { counter: counter.into(), at, who: String::new() }
    }

    #[test]
    fn counts_by_counter() {
        let mut it = Observation::default();
        for (id, counter) in [("1", "c"), ("2", "d"), ("3", "c")] {
            it.tap("i", id, &tap(counter, 1));
        }
        assert_eq!((it.count("i", "c"), it.count("i", "d"), it.count("i", "e")), (2, 1, 0));
    }

    #[test]
    fn a_counter_is_split_by_whom_it_is_counted_for() {
        let mut it = Observation::default();
        for (id, who) in [("1", "b"), ("2", "a"), ("3", "b"), ("4", "")] {
            it.tap("i", id, &Tap { who: who.into(), ..tap("c", 1) });
        }
        it.set_untimed("i", "c", "a", "12");
        it.set_untimed("i", "c", "", "tolv");
        it.set_untimed("i", "cd", "", "5");
        let mut it = Observation::read(&it.write());
        let split = [("", 1), ("a", 13), ("b", 2)].map(|(who, n)| (who.to_owned(), n));
        assert_eq!(it.split("i", "c"), split);
        assert_eq!((it.count("i", "c"), it.count("i", "cd")), (16, 5));
        assert_eq!((it.count_for("i", "c", "b"), it.count_for("i", "c", "2")), (2, 0));
        assert_eq!(it.untimed("i", "c", ""), "tolv", "what was written is kept");
        assert_eq!(it.taps("i").len(), 4, "what has no time is no tap");
        assert_eq!(it.every_count("i").len(), 21);
        it.set_untimed("i", "c", "a", "");
        assert_eq!(it.count("i", "c"), 4);
    }

    #[test]
    fn a_count_is_a_number_that_a_lesson_can_have() {
        for (written, n) in [("12", Some(12)), (" 7 ", Some(7)), ("0", Some(0)), ("1000", None)] {
            assert_eq!(counted(written), n, "{written}");
        }
        assert!(["", "-1", "2,5", "tolv"].into_iter().all(|written| counted(written).is_none()));
    }

    #[test]
    fn those_counted_for_have_the_names_people_gave() {
        let mut it = Observation::default();
        it.set_adult("a", "AL");
        it.set_groups(" Blå, , Gul,");
        let named = |list: &[(&str, &str)]| -> Vec<(String, String)> {
            list.iter().map(|(id, name)| ((*id).to_owned(), (*name).to_owned())).collect()
        };
        assert_eq!(it.counted_for(Some(Per::Adult)), named(&[("a", "AL"), ("b", "B")]));
        assert_eq!(it.counted_for(Some(Per::Group)), named(&[("1", "Blå"), ("2", "Gul")]));
        assert_eq!(it.counted_for(None), []);
        it.set_groups("Blå");
        assert_eq!(it.groups(), named(&[("1", "Blå")]));
        assert_eq!(it.who_is(Per::Group, "2"), "2", "taps of it are still somebody's");
        it.set_groups("");
        assert_eq!(it.counted_for(Some(Per::Group)), []);
        it.set_groups("a,b,c,d,e,f,g");
        assert_eq!(it.groups().len(), MOST_GROUPS);
    }
}
