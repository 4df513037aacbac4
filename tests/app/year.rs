//! A school year that ends, and the one that follows.

use futures::executor::block_on;
use indsats::app::store::{AppError, List, StorageError};
use indsats::app::year::{NextYear, Open, YearEnd};
use indsats::domain::calendar::SchoolYear;
use indsats::domain::home::Jot;
use indsats::domain::initiative::Initiative;
use indsats::domain::measurement::Measurement;
use indsats::domain::plan::{Lesson, Meeting};
use indsats::domain::record::{Kind, Record};
use indsats::exchange::{Archive, write_archive};
use indsats::ledger::RecordId;

use crate::world::Device;

const JUNE: &str = "2027-06-14";

fn make(device: &Device, of: RecordId, kind: Kind, words: &str) -> RecordId {
    let rec = device.repo.new_record();
    device.put(rec, kind, &format!("initiative={of} {words}"));
    rec
}

/// An initiative with a plan, and something of each kind that stays behind.
fn a_year(device: &Device) -> RecordId {
    let of = device.initiative("title=Tolærer class=5.b from=2026-08-11 purpose=x");
    make(device, of, Kind::Meeting, "what=moede-justering day=2026-08-19 note=E01");
    make(device, of, Kind::Meeting, "what=moede-justering day=2026-08-26 status=flyttet");
    make(device, of, Kind::Meeting, "what=moede-forankring day=2027-06-23");
    make(device, of, Kind::Lesson, "class=5.b day=2026-08-18 focus=E01 adjustment=E01");
    make(device, of, Kind::Lesson, "class=5.b");
    let measured = "instrument=egen own/title=Ro pupils/E01=x waves/start=2026-08-20 \
                    answers/start/E01/m=4 goal=g";
    make(device, of, Kind::Measurement, measured);
    make(device, of, Kind::Survey, "survey=elevsurvey-mellemtrin bank/eqb-1=x");
    make(device, of, Kind::Jot, "text=E01 day=2026-11-24");
    make(device, of, Kind::ExitTicket, "day=2026-11-24 answers/a=E01");
    make(device, of, Kind::Observation, "day=2026-11-24 pupils/E01=x");
    make(device, of, Kind::Agreement, "day=2026-11-24 terms/fa-fokuselever/E01=x");
    make(device, of, Kind::PupilTalk, "day=2026-11-24 pupils/E01=x keywords/esi-q1/a/text=E01");
    make(device, of, Kind::Loan, "day=2026-11-24 pupil=E01 title=Vildheks talks/t/text=modig");
    of
}

fn next(device: &Device, of: RecordId, change: impl Fn(&mut Initiative)) -> NextYear {
    let gone = block_on(device.repo.year_gone(of)).unwrap().unwrap();
    let mut chosen = gone.plan.initiative.clone();
    change(&mut chosen);
    gone.next(of, &chosen, JUNE.parse().unwrap()).unwrap()
}

fn end(device: &Device) -> YearEnd {
    block_on(device.repo.year_end(SchoolYear(2026), JUNE.parse().unwrap())).unwrap()
}

#[test]
fn the_plan_comes_along_in_new_weeks_and_no_pupil_does() {
    let device = Device::new(1);
    let of = a_year(&device);
    let gone = block_on(device.repo.year_gone(of)).unwrap().unwrap();
    let staying = gone.staying.iter().map(|(_, n)| *n).collect::<Vec<_>>();
    assert_eq!((staying, gone.begun.len()), (vec![1, 1, 1, 1, 1, 1], 0));

    let next = next(&device, of, |_| ());
    let days = next.moves.iter().map(|it| it.day.map(|day| day.to_string()).unwrap_or_default());
    assert_eq!(
        days.collect::<Vec<_>>(),
        ["2027-08-24", "2027-08-25", "2027-08-26", "2028-06-21", ""]
    );
    assert!(next.left_out.is_empty());
    let kinds = [Kind::Meeting, Kind::Lesson, Kind::Measurement, Kind::Survey];
    let kinds = kinds.map(|kind| next.count(kind));
    assert_eq!(kinds, [2, 2, 1, 1], "what was moved away stands elsewhere");

    let made = block_on(device.repo.start_next_year(next)).unwrap();
    assert_eq!(made.len(), 7);
    for rec in &made {
        let values = device.record(*rec).unwrap().summary.fields.0;
        let written = serde_json::to_string(&values).unwrap();
        assert!(!written.contains("E01"), "{written}");
    }
    let fields = |list: List| block_on(device.repo.standing(list, 50)).unwrap();
    let new = made[0];
    assert_eq!(Initiative::read(&device.record(new).unwrap().fields()).class(), "6.b");
    let lessons = fields(List::Of(new, Kind::Lesson));
    assert!(lessons.iter().all(|(_, it)| Lesson::read(it).class() == "6.b"));
    let meetings = fields(List::Of(new, Kind::Meeting));
    assert!(meetings.iter().all(|(_, it)| Meeting::read(it).note().is_empty()));
    let (_, measured) = &fields(List::Of(new, Kind::Measurement))[0];
    let measured = Measurement::read(measured);
    assert_eq!((measured.own_title().as_str(), measured.goal().as_str()), ("Ro", ""));
    assert!(!measured.is_begun() && measured.pupils().is_empty());

    let gone = block_on(device.repo.year_gone(of)).unwrap().unwrap();
    assert_eq!(gone.begun.len(), 1, "it is known that it goes on");
    block_on(device.repo.delete_all(made)).unwrap();
    let gone = block_on(device.repo.year_gone(of)).unwrap().unwrap();
    assert_eq!(gone.begun.len(), 0, "one press takes it all back");
    assert_eq!(fields(List::Of(new, Kind::Lesson)).len(), 0);
}

#[test]
fn what_there_is_no_room_for_is_said_and_not_made() {
    let device = Device::new(1);
    let of = a_year(&device);
    let next = next(&device, of, |it| it.set_next_start("2028-01-03".parse().ok()));
    let left = next.left_out.iter().map(|it| it.fields.text("what")).collect::<Vec<_>>();
    assert_eq!(left, ["moede-forankring"]);
    assert_eq!((next.count(Kind::Meeting), next.moves.len()), (1, 4));
}

#[test]
fn a_next_year_is_made_whole_or_not_at_all() {
    let device = Device::new(1);
    let of = a_year(&device);
    device.disk.fail_after(0);
    let refused = block_on(device.repo.start_next_year(next(&device, of, |_| ())));
    assert_eq!(refused, Err(AppError::Storage(StorageError::Full)));
    assert_eq!(block_on(device.repo.count(List::Kind(Kind::Initiative))).unwrap(), 1);
    assert_eq!(block_on(device.repo.count(List::Kind(Kind::Lesson))).unwrap(), 2);
}

#[test]
fn the_end_of_a_year_says_what_is_open_what_goes_and_what_stays() {
    let device = Device::new(1);
    let of = a_year(&device);
    make(&device, of, Kind::Jot, "text=later day=2027-08-20");
    make(&device, of, Kind::Jot, "text=earlier day=2025-08-20");
    let mut made_up = Jot::default();
    made_up.stamp(1, "2026-11-24".parse().unwrap());
    made_up.set_example(true);
    block_on(device.repo.make_all(Kind::Jot, vec![made_up.write()])).unwrap();
    let counts = |end: &YearEnd| -> Vec<(Kind, usize, bool)> {
        end.clearing.iter().map(|it| (it.kind, it.records.len(), it.waits)).collect()
    };
    let found = end(&device);
    let expected = [
        (Kind::Jot, 2, false),
        (Kind::ExitTicket, 1, false),
        (Kind::Observation, 1, false),
        (Kind::Agreement, 1, false),
        (Kind::Measurement, 1, false),
        (Kind::Survey, 1, false),
        (Kind::PupilTalk, 1, false),
        (Kind::Loan, 1, false),
    ];
    assert_eq!(counts(&found), expected, "nothing of the year to come, and nothing made up");
    let unfinished = |it: &&Open| matches!(it, Open::Unfinished(_, Kind::Observation, _));
    assert_eq!(found.open.iter().filter(unfinished).count(), 1);
    assert!(found.open.iter().any(|it| matches!(it, Open::NotClosed(..))));
    assert!(found.open.iter().any(|it| matches!(it, Open::NotInFile(_))));
    let undecided = |end: &YearEnd| {
        end.open.iter().any(|it| matches!(it, Open::Undecided(rec, _) if *rec == of))
    };
    assert!(undecided(&found), "nobody has decided what stays");
    assert_eq!(found.kept[0], (Kind::Initiative, 1));

    block_on(device.repo.set_waits(SchoolYear(2026), "jot", true)).unwrap();
    assert_eq!(counts(&end(&device))[0], (Kind::Jot, 2, true));
    block_on(device.repo.set_waits(SchoolYear(2026), "jot", false)).unwrap();

    let all: Vec<RecordId> =
        found.clearing.iter().flat_map(|it| &it.records).map(|it| it.rec).collect();
    let removed = block_on(device.repo.delete_all(all.clone())).unwrap();
    assert!(end(&device).clearing.is_empty());
    block_on(device.repo.restore(removed)).unwrap();
    assert_eq!(counts(&end(&device)), expected);
    block_on(device.repo.erase_all(&all)).unwrap();
    let file = device.file();
    for gone in ["earlier", "\"answers/start/E01/m\"", "pupils/E01", "Vildheks", "modig"] {
        assert!(!file.contains(gone), "{gone} is in the file still");
    }
    assert!(file.contains("later"));
}

/// Whether a file or a store names a pupil in any way.
fn names_pupil(text: &str) -> bool {
    text.contains("E01") || text.contains("e01")
}

fn stored(device: &Device) -> String {
    let rows = device.disk.rows().into_iter();
    rows.map(|(_, row)| format!("{} {} {}\n", row.key, row.tags.join(" "), row.value)).collect()
}

/// Everything that has to go has gone: what is deleted, and the codes in what stays.
fn is_cleared(device: &Device) {
    let found = end(device);
    let all = found.clearing.iter().flat_map(|it| &it.records).map(|it| it.rec);
    block_on(device.repo.erase_all(&all.collect::<Vec<_>>())).unwrap();
    block_on(device.repo.take_codes_out(SchoolYear(2026), "elev")).unwrap();
}

#[test]
fn no_code_and_no_answer_is_left_and_an_old_file_revives_nothing() {
    let device = Device::new(1);
    let of = a_year(&device);
    device.put(of, Kind::Initiative, "pupils/E01=x");
    let later = device.initiative(&format!("title=Tolærer continues={of} from=2027-08-16"));
    let before = device.file();
    assert!(names_pupil(&before));
    let found = end(&device);
    let kinds: Vec<_> = found.codes.records.iter().map(|it| it.kind.as_str()).collect();
    assert_eq!(kinds, ["initiative", "meeting", "lesson"], "what has a code in it");

    is_cleared(&device);
    assert!(end(&device).codes.records.is_empty());
    assert!(!names_pupil(&stored(&device)), "{}", stored(&device));
    let file = device.file();
    assert!(!names_pupil(&file), "{file}");
    let fields = |list: List| block_on(device.repo.standing(list, 50)).unwrap();
    let all = fields(List::Kind(Kind::Initiative));
    let (anew, it) = all.iter().find(|(rec, _)| *rec != later).unwrap();
    assert_eq!(
        (Initiative::read(it).title(), Initiative::read(it).pupils().len()),
        ("Tolærer".into(), 0)
    );
    let of_anew = |kind| fields(List::Of(*anew, kind)).len();
    assert_eq!(
        (of_anew(Kind::Meeting), of_anew(Kind::Lesson)),
        (3, 2),
        "what belongs to it follows"
    );
    let notes = fields(List::Of(*anew, Kind::Meeting));
    assert!(notes.iter().any(|(_, it)| Meeting::read(it).note() == "elev"));
    let (_, next) = all.iter().find(|(rec, _)| *rec == later).unwrap();
    assert_eq!(Initiative::read(next).continues(), Some(*anew));

    let plan = device.take(&[&before]);
    assert!(plan.new.is_empty() && plan.changed.len() <= 1, "{:?}", plan.new);
    assert!(plan.dropped.len() >= 8, "it is said how many are left out: {}", plan.dropped.len());
    assert!(!names_pupil(&device.file()), "nothing is revived");

    // What was erased here is erased where the file is fetched.
    let other = Device::new(2);
    other.take(&[&before]);
    let plan = other.take(&[&device.file()]);
    assert!(!plan.erasing.is_empty(), "it is said before it happens");
    assert!(!names_pupil(&stored(&other)));
}

#[test]
fn codes_are_taken_out_whole_or_not_at_all() {
    let device = Device::new(1);
    let of = a_year(&device);
    let before = stored(&device);
    device.disk.fail_after(0);
    let refused = block_on(device.repo.take_codes_out(SchoolYear(2026), "elev"));
    assert_eq!(refused, Err(AppError::Storage(StorageError::Full)));
    assert_eq!(stored(&device), before);
    assert!(device.record(of).is_some());
}

#[test]
fn an_archive_holds_what_stays_and_is_fetched_in_again() {
    let device = Device::new(1);
    let of = a_year(&device);
    device.put(of, Kind::Initiative, "pupils/E01=x");
    let early = block_on(device.repo.archived(SchoolYear(2026), "0.1.0")).unwrap();
    assert!(!names_pupil(&early.bundle), "what names a pupil is left out");
    assert_eq!((early.records, early.left_out), (3, 3));
    block_on(device.repo.take_codes_out(SchoolYear(2026), "elev")).unwrap();
    let archived = block_on(device.repo.archived(SchoolYear(2026), "0.1.0")).unwrap();
    assert_eq!((archived.records, archived.left_out, archived.initiatives.len()), (6, 0, 1));
    assert_eq!(archived.initiatives[0].measured.len(), 1, "for what may be told of it");
    assert!(!archived.bundle.contains("answers/start"), "and no answer is in the data");
    let words = Archive { title: "</script>".into(), ..Archive::default() };
    let file = write_archive(&words, &archived.bundle);
    let school = Device::new(3);
    let plan = school.take(&[&file]);
    assert_eq!((plan.new.len(), plan.whole), (6, true));
    assert!(school.take(&[&file]).is_nothing_new(), "fetched again");
    assert!(device.take(&[&file]).is_nothing_new(), "where it is from all of it is known");
}
