//! Finding observations among thousands: what is asked for, and whether an observation is it.

use std::cmp::Ordering;
use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::digest::Digest;
use crate::domain::built_in::Content;
use crate::domain::calendar::iso;
use crate::domain::initiative::Initiative;
use crate::domain::text::Lang;
use crate::domain::text::fold::fold as folded;
use crate::ledger::{Gather, RecordId, in_order};

/// In what order observations stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Sort {
    /// The newest lesson first.
    #[default]
    Newest,
    /// The oldest lesson first.
    Oldest,
    /// By class, the newest of each first.
    Class,
    /// What was changed last first.
    Changed,
}

/// What can be asked of the list. All of it must fit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Filter {
    /// Words, all of which must be in it.
    Words,
    /// The initiative, by its id.
    Initiative,
    /// The phase of the initiative that the lesson fell in: 1, 2 or 3.
    Phase,
    /// The form, by its id.
    Template,
    /// The class or group.
    Class,
    /// Somebody in it, by initials or code.
    Person,
    /// The first day.
    From,
    /// The last day.
    To,
    /// `ja` for what is not marked as done, `nej` for what is.
    Draft,
    /// The order; not a filter in the narrow sense.
    Sort,
}

impl Filter {
    /// Every one.
    pub const ALL: [Self; 10] = [
        Self::Words,
        Self::Initiative,
        Self::Phase,
        Self::Template,
        Self::Class,
        Self::Person,
        Self::From,
        Self::To,
        Self::Draft,
        Self::Sort,
    ];

    /// Its name in an address.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Words => "q",
            Self::Initiative => "indsats",
            Self::Phase => "fase",
            Self::Template => "skema",
            Self::Class => "klasse",
            Self::Person => "person",
            Self::From => "fra",
            Self::To => "til",
            Self::Draft => "kladde",
            Self::Sort => "orden",
        }
    }
}

impl Sort {
    /// Every order.
    pub const ALL: [Self; 4] = [Self::Newest, Self::Oldest, Self::Class, Self::Changed];

    /// Its word in an address; none for the order that needs no asking.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Newest => "",
            Self::Oldest => "aeldste",
            Self::Class => "klasse",
            Self::Changed => "aendret",
        }
    }
}

/// What is asked for, by filter; empty is everything, the newest first.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Query(BTreeMap<&'static str, String>);

impl Query {
    /// What is asked of one filter; empty where nothing is.
    pub fn get(&self, filter: Filter) -> &str {
        self.0.get(filter.key()).map(String::as_str).unwrap_or_default()
    }

    /// Asks something of a filter, or no longer.
    pub fn set(&mut self, filter: Filter, asked: String) {
        if asked.is_empty() {
            self.0.remove(filter.key());
        } else {
            self.0.insert(filter.key(), asked);
        }
    }

    /// What is asked, as it stands in an address: name and value.
    pub fn asked(&self) -> impl Iterator<Item = (&'static str, &str)> {
        self.0.iter().map(|(key, asked)| (*key, asked.as_str()))
    }

    /// The order.
    pub fn sort(&self) -> Sort {
        let word = self.get(Filter::Sort);
        Sort::ALL.into_iter().find(|sort| sort.word() == word).unwrap_or_default()
    }

    /// How many filters are set, words and order aside.
    pub fn filters(&self) -> usize {
        let others = [Filter::Words.key(), Filter::Sort.key()];
        self.0.keys().filter(|key| !others.contains(key)).count()
    }

    /// Whether it asks for everything, in whatever order.
    pub fn is_everything(&self) -> bool {
        self.filters() == 0 && self.get(Filter::Words).trim().is_empty()
    }
}

/// What a search must know besides the observations.
#[derive(Debug, Clone, Default)]
pub struct Names {
    initiatives: BTreeMap<RecordId, (String, Initiative)>,
    templates: BTreeMap<String, String>,
}

impl Names {
    /// The titles of forms, in a language.
    pub fn new(content: &Content, lang: Lang) -> Self {
        let templates = content.newest_templates();
        let named = templates.map(|it| (it.family().to_owned(), folded(it.title.get(lang))));
        Self { initiatives: BTreeMap::new(), templates: named.gather() }
    }

    /// Adds an initiative.
    pub fn add(&mut self, rec: RecordId, initiative: Initiative) {
        let words = format!("{} {}", folded(&initiative.title()), folded(&initiative.subject()));
        self.initiatives.insert(rec, (words, initiative));
    }
}

/// A query made ready: what it asks is read once, and not for each of thousands.
pub struct Search<'n> {
    names: &'n Names,
    words: Vec<String>,
    initiative: Option<String>,
    phase: Option<u8>,
    template: String,
    class: String,
    person: String,
    from: Option<NaiveDate>,
    to: Option<NaiveDate>,
    draft: String,
}

impl<'n> Search<'n> {
    /// Makes a query ready.
    pub fn new(query: &Query, names: &'n Names) -> Self {
        let text = |filter| query.get(filter).to_owned();
        let words = folded(query.get(Filter::Words));
        Self {
            names,
            words: words.split_whitespace().map(str::to_owned).collect(),
            initiative: Some(text(Filter::Initiative)).filter(|it| !it.is_empty()),
            phase: query.get(Filter::Phase).parse().ok(),
            template: text(Filter::Template),
            class: folded(query.get(Filter::Class)),
            person: folded(query.get(Filter::Person)),
            from: iso::day(query.get(Filter::From)),
            to: iso::day(query.get(Filter::To)),
            draft: text(Filter::Draft),
        }
    }

    /// Whether an observation is what is asked for.
    pub fn finds(&self, it: &Digest) -> bool {
        let known = it.initiative.and_then(|rec| self.names.initiatives.get(&rec));
        let phase = || known.and_then(|(_, initiative)| initiative.phase_on(it.day?));
        let of = |rec: &String| it.initiative.is_some_and(|it| it.to_string() == *rec);
        let form = it.template.as_ref().map(|template| template.family());
        self.initiative.as_ref().is_none_or(of)
            && (self.template.is_empty() || form == Some(self.template.as_str()))
            && (self.class.is_empty() || folded(&it.class) == self.class)
            && (self.person.is_empty() || it.people.iter().any(|who| folded(who) == self.person))
            && self.from.is_none_or(|from| it.day.is_some_and(|day| day >= from))
            && self.to.is_none_or(|to| it.day.is_some_and(|day| day <= to))
            && match self.draft.as_str() {
                "ja" => !it.finished,
                "nej" => it.finished,
                _ => true,
            }
            && self.phase.is_none_or(|asked| phase() == Some(asked))
            && self.words.iter().all(|word| {
                let form = form.and_then(|id| self.names.templates.get(id));
                it.words.contains(word.as_str())
                    || known.is_some_and(|(words, _)| words.contains(word.as_str()))
                    || form.is_some_and(|title| title.contains(word.as_str()))
            })
    }
}

/// Puts what was found in order: what was begun and never left first.
pub fn sorted(found: Vec<&Digest>, sort: Sort) -> Vec<&Digest> {
    let newest = |a: &Digest, b: &Digest| (b.day, b.begun, b.rec).cmp(&(a.day, a.begun, a.rec));
    in_order(found, |a, b| {
        let order = match sort {
            Sort::Newest => newest(a, b),
            Sort::Oldest => newest(b, a),
            // What has no class stands last.
            Sort::Class => (a.class.is_empty().cmp(&b.class.is_empty()))
                .then_with(|| natural(&a.class, &b.class))
                .then_with(|| newest(a, b)),
            Sort::Changed => b.changed.cmp(&a.changed).then_with(|| newest(a, b)),
        };
        b.is_draft.cmp(&a.is_draft).then(order)
    })
}

/// Different texts, in the order people look for them.
pub fn distinct(texts: impl Iterator<Item = String>) -> Vec<String> {
    let by_folded: BTreeMap<String, String> = texts.map(|text| (folded(&text), text)).gather();
    let texts: Vec<String> =
        by_folded.into_values().filter(|text| !text.trim().is_empty()).collect();
    in_order(texts, |a, b| natural(a, b))
}

/// `2.b` before `10.a`.
fn natural(a: &str, b: &str) -> Ordering {
    let number = |text: &str| {
        let digits: String = text.chars().take_while(char::is_ascii_digit).collect();
        digits.parse::<u64>().unwrap_or(u64::MAX)
    };
    if a == b {
        return Ordering::Equal;
    }
    number(a).cmp(&number(b)).then_with(|| folded(a).cmp(&folded(b)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::forms::TemplateRef;
    use crate::domain::observation::{Note, Observation};
    use crate::domain::record::Record as _;

    fn rec(n: u8) -> RecordId {
        RecordId::new(u64::from(n), [n; 10])
    }

    fn digest(n: u8, day: &str, class: &str, words: &str) -> Digest {
        let mut it = Observation::default();
        it.set_initiative(Some(rec(100 + n % 2)));
        let id = if n.is_multiple_of(2) { "obs-generel" } else { "obs-tolaererordning" };
        it.set_template(&TemplateRef { id: id.into(), version: 1 });
        it.set_day(day.parse().ok());
        it.set_class(class);
        it.set_observer(if n < 2 { "KÅ" } else { "MK" });
        it.set_adult("a", "SØ");
        it.set_pupils("E04");
        it.set_finished((n == 1).then_some(7));
        it.set_note("i", "1", Some(&Note { at: 1, text: words.into(), ..Note::default() }));
        Digest::of_fields(rec(n), &it.write(), (1_000 - u64::from(n), u64::from(n)))
    }

    fn all() -> Vec<Digest> {
        vec![
            digest(0, "2026-08-01", "5.b", "Båden er på søen"),
            digest(1, "2026-09-01", "10.a", "Læsning i par"),
            digest(2, "2026-12-24", "2.c", "En BÅD til"),
            digest(3, "", "", "Uden dag"),
        ]
    }

    fn names() -> Names {
        let mut names = Names::new(&Content::built_in(), Lang::Da);
        let initiative = |title: &str| {
            let mut it = Initiative::default();
            it.set_title(title);
            it.set_from("2026-08-10".parse().ok());
            it.set_to("2026-12-18".parse().ok());
            it
        };
        names.add(rec(100), initiative("Æblehaven"));
        names.add(rec(101), initiative("Makkere"));
        names
    }

    fn query(asked: &[(Filter, &str)]) -> Query {
        let mut query = Query::default();
        asked.iter().for_each(|(filter, text)| query.set(*filter, (*text).to_owned()));
        query
    }

    #[test]
    fn finds_what_fits_all_that_is_asked() {
        let initiative = rec(101).to_string();
        type Asked<'a> = &'a [(Filter, &'a str)];
        let table: &[(Asked, &[u8])] = &[
            (&[], &[0, 1, 2, 3]),
            (&[(Filter::Words, "båd")], &[0, 2]),
            (&[(Filter::Words, "BAAD")], &[0, 2]),
            (&[(Filter::Words, "søen båden")], &[0]),
            (&[(Filter::Words, "soeen")], &[0]),
            (&[(Filter::Words, "laes")], &[1]),
            (&[(Filter::Words, "læs båd")], &[]),
            (&[(Filter::Words, "  ")], &[0, 1, 2, 3]),
            // An initiative's title, a form's title, somebody's initials and a pupil's code.
            (&[(Filter::Words, "æblehave")], &[0, 2]),
            (&[(Filter::Words, "tolærerordning")], &[1, 3]),
            (&[(Filter::Words, "kaa")], &[0, 1]),
            (&[(Filter::Words, "e04 mk")], &[2, 3]),
            (&[(Filter::Words, "10.a")], &[1]),
            (&[(Filter::Initiative, &initiative)], &[1, 3]),
            (&[(Filter::Phase, "1")], &[0]),
            (&[(Filter::Phase, "2")], &[1]),
            (&[(Filter::Phase, "3")], &[2]),
            (&[(Filter::Template, "obs-generel")], &[0, 2]),
            (&[(Filter::Class, "10.A")], &[1]),
            (&[(Filter::Class, "0.a")], &[]),
            (&[(Filter::Person, "kå")], &[0, 1]),
            (&[(Filter::Person, "E04")], &[0, 1, 2, 3]),
            (&[(Filter::Person, "E0")], &[]),
            (&[(Filter::From, "2026-09-01")], &[1, 2]),
            (&[(Filter::To, "2026-09-01")], &[0, 1]),
            (&[(Filter::From, "2026-08-02"), (Filter::To, "2026-12-23")], &[1]),
            (&[(Filter::Draft, "ja")], &[0, 2, 3]),
            (&[(Filter::Draft, "nej")], &[1]),
            (&[(Filter::Words, "båd"), (Filter::Draft, "ja"), (Filter::Phase, "3")], &[2]),
        ];
        let (all, names) = (all(), names());
        for (asked, found) in table {
            let query = query(asked);
            let search = Search::new(&query, &names);
            let found_now: Vec<_> =
                all.iter().filter(|it| search.finds(it)).map(|it| it.rec).collect();
            assert_eq!(found_now, found.iter().map(|n| rec(*n)).collect::<Vec<_>>(), "{asked:?}");
        }
    }

    #[test]
    fn stands_in_the_order_that_is_asked() {
        let mut all = all();
        let table: [(Sort, [u8; 4]); 4] = [
            (Sort::Newest, [2, 1, 0, 3]),
            (Sort::Oldest, [3, 0, 1, 2]),
            (Sort::Class, [2, 0, 1, 3]),
            (Sort::Changed, [0, 1, 2, 3]),
        ];
        for (sort, order) in table {
            let sorted: Vec<_> =
                sorted(all.iter().collect(), sort).iter().map(|it| it.rec).collect();
            assert_eq!(sorted, order.map(rec), "{sort:?}");
        }
        all[3].is_draft = true;
        let first = sorted(all.iter().collect(), Sort::Newest)[0].rec;
        assert_eq!(first, rec(3), "what was begun and never left stands first");
    }

    #[test]
    fn a_query_counts_its_filters_and_survives_an_address() {
        let asked = [(Filter::Words, "båd"), (Filter::Class, "5.b"), (Filter::Sort, "klasse")];
        let mut there = query(&asked);
        assert_eq!((there.filters(), there.sort()), (1, Sort::Class));
        let back = there
            .asked()
            .map(|(key, text)| (Filter::ALL.into_iter().find(|it| it.key() == key).unwrap(), text));
        assert_eq!(query(&back.collect::<Vec<_>>()), there);
        assert!(!there.is_everything());
        there.set(Filter::Words, String::new());
        there.set(Filter::Class, String::new());
        assert!(there.is_everything());
    }

    #[test]
    fn different_texts_stand_as_people_look_for_them() {
        let texts = ["10.a", "2.b", "", "2.B", "Æ", "b", "2.a"].map(str::to_owned);
        assert_eq!(distinct(texts.into_iter()), ["2.a", "2.B", "10.a", "Æ", "b"]);
    }
}
