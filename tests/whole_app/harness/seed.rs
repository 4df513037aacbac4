//! Many records at once, written as a file that the app takes in: as a colleague's device would have made it.

use std::collections::BTreeSet;

use chrono::{DateTime, Days, NaiveDate};
use indsats::domain::forms::TemplateRef;
use indsats::domain::initiative::{Initiative, InitiativeKind};
use indsats::domain::observation::{Moment, Note, Observation, Rated, Tap, Words};
use indsats::domain::record::{Kind, Record};
use indsats::exchange::{About, Header, write};
use indsats::ledger::{Body, Change, DeviceId, RecordId, Revision, RevisionSet, Stamp};

/// Records of one other device. The same calls make the same bytes.
pub struct Seed {
    set: RevisionSet,
    device: DeviceId,
    /// When the next record is made, in milliseconds since 1970.
    pub at: u64,
}

impl Seed {
    /// None yet; the first is made at `at`, the others a second apart.
    pub fn new(at: u64) -> Self {
        Self { set: RevisionSet::default(), device: DeviceId::new([7; 16]), at }
    }

    /// The name of a record to come: the next is the first.
    pub fn name_after(&self, count: u64) -> RecordId {
        let at = self.at + count * 1_000;
        let tail = at.to_be_bytes();
        let random = [7, 7, tail[0], tail[1], tail[2], tail[3], tail[4], tail[5], tail[6], tail[7]];
        RecordId::new(at, random)
    }

    /// Adds a record and gives its name.
    pub fn put(&mut self, thing: &impl Record) -> RecordId {
        self.put_newer(thing, 0)
    }

    /// As [`Seed::put`], as a version of the app would write it whose schema is so many steps newer than ours.
    pub fn put_newer(&mut self, thing: &impl Record, newer: u32) -> RecordId {
        let rec = self.name_after(1);
        self.at += 1_000;
        let kind = kind_of(thing);
        let revision = Revision::write(Body {
            rec,
            kind: kind.word().to_owned(),
            schema: kind.schema() + newer,
            parents: BTreeSet::new(),
            at: Stamp { wall: self.at, count: 0 },
            device: self.device,
            author: "KA".to_owned(),
            change: Change { set: thing.write().0, unset: BTreeSet::new() },
            deleted: false,
        });
        self.set.insert(revision.expect("our values are fit for the ledger"));
        rec
    }

    /// The file.
    pub fn file(&self) -> String {
        let made = i64::try_from(self.at).ok().and_then(DateTime::from_timestamp_millis);
        let header = Header {
            app: "0.1.0".to_owned(),
            made: made.expect("a time of our days"),
            device: self.device,
            author: "KA".to_owned(),
            about: About::Everything,
        };
        write(&header, &self.set).expect("our values are fit for the ledger")
    }
}

fn kind_of<T: Record>(_: &T) -> Kind {
    T::KIND
}

/// An initiative from August to December 2026, whose second phase is that time.
pub fn initiative(title: &str, class: &str) -> Initiative {
    let mut it = Initiative::default();
    it.set_title(title);
    it.set_kind(Some(InitiativeKind::CoTeaching));
    it.set_class(class);
    it.set_from(day(2026, 8, 10));
    it.set_to(day(2026, 12, 18));
    it
}

/// An observation on a day, in the general form or the one for two teachers.
pub fn observation(
    of: RecordId,
    class: &str,
    day: Option<NaiveDate>,
    general: bool,
) -> Observation {
    let mut it = Observation::default();
    it.set_initiative(Some(of));
    let (id, version) = if general { ("obs-generel", 2) } else { ("obs-tolaererordning", 1) };
    it.set_template(&TemplateRef { id: id.to_owned(), version });
    it.set_class(class);
    it.set_day(day);
    it.set_observer("KA");
    it
}

/// A day.
pub fn day(year: i32, month: u32, day: u32) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(year, month, day)
}

/// The lesson of a very diligent observer: notes, taps and moments, begun at `started`.
pub fn full_lesson(of: RecordId, started: u64) -> Observation {
    let mut it = observation(of, "5.b", day(2026, 11, 23), false);
    it.set_agreed(Some(true));
    it.start(started);
    for n in 0..500_u64 {
        let text = format!("Note {n}: tre elever venter på hjælp ved vinduet, én går i gang selv");
        let note =
            Note { at: started + n * 10_000, tag: "elever".to_owned(), text, ..Note::default() };
        it.set_note("obs-tolaerer-noter", &format!("n{n:04}"), Some(&note));
    }
    for n in 0..300_u64 {
        let counters = ["hjaelp-a", "hjaelp-b", "koordinerer", "ventetid"];
        let counter = counters.iter().cycle().nth(usize::try_from(n).unwrap_or_default());
        let tap = Tap {
            counter: (*counter.expect("a cycle has no end")).to_owned(),
            at: started + n * 17_000,
            who: String::new(),
        };
        it.tap("obs-tolaerer-taelling", &format!("t{n:04}"), &tap);
    }
    for n in 1..=60_u32 {
        let codes = vec![
            ("model".to_owned(), "stationsundervisning".to_owned()),
            ("voksen-b".to_owned(), "hjaelper".to_owned()),
        ];
        let at = started + u64::from(n) * 120_000 + 2_000;
        it.set_moment("obs-tolaerer-interval", n, Some(&Moment::Marked { at, codes, late: false }));
    }
    it
}

/// The texts of the bench's observations end somewhere in this word: each letter of it finds fewer.
pub const NARROWING: &str = "zløbehjul";

/// Adds a school's observations of many years: `count` of them, spread over the initiatives.
pub fn many(seed: &mut Seed, count: u32, initiatives: &[RecordId]) {
    let letters: Vec<char> = NARROWING.chars().collect();
    let classes = ["1.a", "2.b", "3.c", "5.b", "6.a", "7.c", "8.x", "9.y"];
    let first = day(2022, 8, 15).expect("a day");
    for n in 0..count {
        let place = n as usize;
        let day = first.checked_add_days(Days::new(u64::from(n) * 1_500 / u64::from(count.max(1))));
        let of = initiatives[place % initiatives.len()];
        let mut it = observation(of, classes[place % classes.len()], day, n % 3 == 0);
        it.set_observer(["KA", "MK", "SØ", "JÅ"][place % 4]);
        let item = if n % 3 == 0 { "obs-generel" } else { "obs-tolaerer" };
        let start = 1_660_000_000_000 + u64::from(n) * 60_000;
        for note in 0..8_u64 {
            let text = "Eleverne arbejder i par, og den voksne går rundt og spørger til deres valg";
            let note_of = Note {
                at: start + note * 240_000,
                tag: "elever".to_owned(),
                text: text.to_owned(),
                ..Note::default()
            };
            it.set_note(&format!("{item}-noter"), &format!("n{note}"), Some(&note_of));
        }
        for item_of in ["roller", "kompetencer", "brugt", "skift"] {
            it.rate(&format!("{item}-{item_of}"), Some(Rated::Level(3)));
        }
        let word: String = letters.iter().take(place % (letters.len() + 1)).collect();
        it.set_words(
            Words::Text,
            &format!("{item}-fremad"),
            &format!("Hvad hjalp dem videre? {word}"),
        );
        if n % 5 != 0 {
            it.set_finished(Some(start + 2_700_000));
        }
        seed.put(&it);
    }
}
