//! A day at school: lessons of the plan, quick notes, exit tickets.

use futures::executor::block_on;
use indsats::app::store::{AppError, List, StorageError};
use indsats::domain::plan::{Lesson, Meeting};
use indsats::domain::record::{Fields, Kind, Record};
use indsats::exchange::About;
use indsats::ledger::RecordId;

use crate::world::{Device, check};

fn make(device: &Device, kind: Kind, words: &str) -> RecordId {
    let rec = device.repo.new_record();
    device.put(rec, kind, words);
    rec
}

fn titles(device: &Device, list: List) -> Vec<String> {
    let found = block_on(device.repo.standing(list, 50)).unwrap();
    found.iter().map(|(_, fields)| fields.text("title")).collect()
}

#[test]
fn the_lessons_of_a_day_are_found_whatever_lies_around_them() {
    let device = Device::new(1);
    for (n, day) in ["2026-11-23", "2026-11-24", "2026-11-24", "2026-11-25", "2027-11-24"]
        .into_iter()
        .enumerate()
    {
        make(&device, Kind::Lesson, &format!("title={n} day={day}"));
    }
    make(&device, Kind::Lesson, "title=undated");
    make(&device, Kind::Observation, "title=other day=2026-11-24");
    let on = List::On("2026-11-24".parse().unwrap(), Kind::Lesson);
    assert_eq!(device.list(on, 1), ["2", "1"]);
    assert_eq!(titles(&device, on), ["2", "1"]);
}

#[test]
fn what_is_being_written_stands_in_the_list() {
    let device = Device::new(1);
    let (lesson, other) = (device.repo.new_record(), device.repo.new_record());
    let list = List::For(lesson, Kind::Jot);
    let one = make(&device, Kind::Jot, &format!("title=1 lesson={lesson}"));
    make(&device, Kind::Jot, &format!("title=2 lesson={other}"));
    let moved = make(&device, Kind::Jot, &format!("title=3 lesson={lesson}"));
    device.write(one, Kind::Jot, "title=1b");
    device.write(moved, Kind::Jot, &format!("lesson={other}"));
    device.write(device.repo.new_record(), Kind::Jot, &format!("title=4 lesson={lesson}"));
    device.write(device.repo.new_record(), Kind::ExitTicket, &format!("lesson={lesson}"));
    assert_eq!(titles(&device, list), ["4", "1b"]);
    block_on(device.repo.delete(one)).unwrap();
    assert_eq!(titles(&device, list), ["4"]);
}

#[test]
fn several_lessons_are_made_at_once_or_not_at_all() {
    let device = Device::new(1);
    let initiative = device.initiative("title=I");
    let lessons = |n: usize| -> Vec<Fields> {
        (0..n)
            .map(|week| {
                let mut lesson = Lesson::default();
                lesson.set_initiative(Some(initiative));
                lesson.set_day(format!("2026-11-{:02}", 3 + 7 * week).parse().ok());
                lesson.write()
            })
            .collect()
    };
    let list = List::Of(initiative, Kind::Lesson);
    device.disk.fail_after(0);
    let refused = block_on(device.repo.make_all(Kind::Lesson, lessons(3)));
    assert_eq!(refused, Err(AppError::Storage(StorageError::Full)));
    assert_eq!(block_on(device.repo.count(list)).unwrap(), 0);

    let made = block_on(device.repo.make_all(Kind::Lesson, lessons(3))).unwrap();
    assert_eq!((made.len(), block_on(device.repo.count(list)).unwrap()), (3, 3));
    let gone = block_on(device.repo.delete_all(made)).unwrap();
    assert_eq!(block_on(device.repo.count(list)).unwrap(), 0);
    block_on(device.repo.restore(gone)).unwrap();
    assert_eq!(block_on(device.repo.count(list)).unwrap(), 3);
}

#[test]
fn the_next_lesson_is_reminded_of_what_to_do_otherwise() {
    let device = Device::new(1);
    let (initiative, other) = (device.initiative("title=I"), device.initiative("title=O"));
    let lesson = |of: RecordId, words: &str| {
        make(&device, Kind::Lesson, &format!("initiative={of} {words}"))
    };
    lesson(initiative, "day=2026-11-17 adjustment=Older");
    lesson(initiative, "day=2026-11-24 begins=10:00 adjustment=Shorter");
    let off = lesson(initiative, "day=2026-11-24 begins=12:00 status=aflyst adjustment=Never");
    lesson(other, "day=2026-11-25 adjustment=Other");
    let table = [
        ("day=2026-11-26", Some("Shorter")),
        ("day=2026-11-24 begins=13:00", Some("Shorter")),
        ("day=2026-11-24 begins=08:00", Some("Older")),
        ("day=2026-11-17", None),
        ("", None),
    ];
    for (words, expected) in table {
        let mut fields = Fields::default();
        fields.apply(&crate::world::change(&format!("initiative={initiative} {words}")));
        let said = block_on(device.repo.reminder(&Lesson::read(&fields))).unwrap();
        assert_eq!(said.as_deref(), expected, "{words}");
    }
    check(
        &device,
        off,
        &format!(
            "adjustment=Never begins=12:00 day=2026-11-24 initiative={initiative} status=aflyst"
        ),
    );
}

/// A quick note is for the one who wrote it.
#[test]
fn quick_notes_leave_only_in_a_copy_of_everything() {
    let device = Device::new(1);
    let initiative = device.initiative("title=I");
    let of = format!("initiative={initiative}");
    let lesson = make(&device, Kind::Lesson, &format!("{of} title=L"));
    let ticket = make(&device, Kind::ExitTicket, &format!("{of} lesson={lesson}"));
    let jot = make(&device, Kind::Jot, &format!("{of} lesson={lesson} text=SECRET"));
    // One that was begun and never left.
    device.write(device.repo.new_record(), Kind::Jot, &format!("{of} text=SECRET"));

    let file = device.export(About::Initiative(initiative), true);
    assert!(!file.contains("SECRET") && !file.contains(&jot.to_string()));
    assert!(!file.contains("\"jot\""));
    for rec in [initiative, lesson, ticket] {
        assert!(file.contains(&rec.to_string()));
    }
    assert_eq!(device.file().matches("\"type\":\"jot\"").count(), 4, "two records, two revisions");

    let other = Device::new(2);
    other.take(&[&file]);
    assert_eq!(other.record(jot), None);
    // They go and come back with their initiative all the same.
    let gone = block_on(device.repo.delete(initiative)).unwrap();
    assert_eq!(gone.len(), 5);
}

#[test]
fn a_name_inside_a_record_can_be_silent_about_the_time() {
    let device = Device::new(1);
    let (one, two) = (device.repo.new_timeless_part(), device.repo.new_timeless_part());
    assert_ne!(one, two);
    let stamped = device.repo.new_part();
    assert!(!stamped.starts_with(&one[..4]), "{one} {stamped}");
}

#[test]
fn what_comes_later_in_a_series_changes_at_once_or_not_at_all() {
    let device = Device::new(1);
    let initiative = device.initiative("title=I");
    let meeting = |words: &str| {
        make(&device, Kind::Meeting, &format!("initiative={initiative} series=s {words}"))
    };
    let first = meeting("day=2026-11-24");
    let later = [meeting("day=2026-12-01 place=Old"), meeting("day=2026-12-08")];
    meeting("day=2026-12-15 status=gennemfoert");
    make(&device, Kind::Meeting, &format!("initiative={initiative} series=t day=2026-12-01"));
    // One that is being written at this moment is among them, with what was written.
    device.write(later[1], Kind::Meeting, "note=Draft");

    let this = block_on(device.repo.record(first)).unwrap().unwrap().fields();
    let after = "2026-11-24".parse().unwrap();
    let found = block_on(device.repo.later_in_series(&Meeting::read(&this), after)).unwrap();
    let mut names: Vec<RecordId> = found.iter().map(|(rec, _)| *rec).collect();
    names.sort_unstable();
    assert_eq!(names, later);

    let changes = || later.map(|rec| (rec, crate::world::change("place=12"))).to_vec();
    device.disk.fail_after(0);
    let refused = block_on(device.repo.change_all(changes()));
    assert_eq!(refused, Err(AppError::Storage(StorageError::Full)));
    let list = List::Of(initiative, Kind::Meeting);
    let places = || {
        let found = block_on(device.repo.standing(list, 50)).unwrap();
        found.iter().map(|(_, fields)| fields.text("place")).collect::<Vec<_>>()
    };
    assert_eq!(places(), ["", "", "", "Old", ""]);
    block_on(device.repo.change_all(changes())).unwrap();
    assert_eq!(places(), ["", "12", "", "12", ""]);
    let second = block_on(device.repo.record(later[1])).unwrap().unwrap();
    assert_eq!(second.fields().text("note"), "Draft");
    assert_eq!(second.draft, None, "what was written is a revision now");
}

#[test]
fn a_plan_has_everything_in_its_order() {
    let device = Device::new(1);
    let initiative =
        device.initiative("title=I goals/a/text=aim goals/a/by=2026-12-19 goals/b/text=open");
    let of = |kind, words: &str| make(&device, kind, &format!("initiative={initiative} {words}"));
    of(Kind::Meeting, "title=undated");
    of(Kind::Meeting, "title=late day=2026-11-25 begins=14:00 ends=15:00");
    of(Kind::Lesson, "title=early day=2026-11-25 begins=08:00 status=aflyst");
    of(Kind::Observation, "title=seen day=2026-11-24 begins=09:00");
    let agreed = of(Kind::Agreement, "title=agreed day=2026-11-23 begins=09:00 minutes=45");
    of(Kind::Measurement, "title=measured waves/start=2026-11-19 waves/end=2026-12-18");
    let met = of(Kind::Agreement, "title=met day=2026-11-20");
    of(Kind::Observation, &format!("title=made day=2026-11-20 agreement={met}"));
    make(&device, Kind::Meeting, "title=elsewhere day=2026-11-24");
    let gone = of(Kind::Meeting, "title=gone day=2026-11-24");
    block_on(device.repo.delete(gone)).unwrap();

    let plan = block_on(device.repo.plan_of(initiative)).unwrap().unwrap();
    let titles: Vec<_> = plan.items.iter().map(|it| it.fields.text("title")).collect();
    let expected =
        ["measured", "made", "agreed", "seen", "early", "late", "measured", "aim", "undated"];
    assert_eq!(titles, expected);
    let aim = &plan.items[7];
    assert_eq!((aim.rec, aim.kind, aim.part.as_deref()), (initiative, Kind::Initiative, Some("a")));
    assert!(aim.begins().is_none() && !aim.is_talk());
    assert_eq!(plan.items[6].part.as_deref(), Some("end"));
    assert!(plan.items.iter().all(|it| it.changed > 0));
    let off: Vec<_> = plan.items.iter().filter(|it| it.is_off()).collect();
    assert_eq!(off.len(), 1);
    assert_eq!(plan.meetings().len(), 2);
    assert_eq!(block_on(device.repo.plan_of(agreed)).unwrap(), None, "no initiative");
    assert_eq!(block_on(device.repo.plan_of(device.repo.new_record())).unwrap(), None);

    // A change that is being written leaves the device as a revision, later than the last.
    let late = plan.items[5].clone();
    device.write(late.rec, Kind::Meeting, "begins=13:00");
    let sent = block_on(device.repo.plan_to_send(initiative)).unwrap().unwrap();
    assert_eq!(sent.items[5].begins().map(|at| at.to_string()).as_deref(), Some("13:00:00"));
    assert!(sent.items[5].changed > late.changed);
}

#[test]
fn an_initiative_that_begins_soon_is_reminded_of_its_observations() {
    let day = |text: &str| text.parse().unwrap();
    let table = [
        ("", "2026-11-24", false),
        ("from=2026-12-01", "2026-11-16", false),
        ("from=2026-12-01", "2026-11-17", true),
        ("from=2026-12-01", "2026-12-01", true),
        ("from=2026-12-01", "2026-12-02", false),
    ];
    for (words, today, expected) in table {
        let device = Device::new(1);
        let initiative = device.initiative(&format!("title=I {words}"));
        let of =
            |kind, words: &str| make(&device, kind, &format!("initiative={initiative} {words}"));
        let lacks = || {
            let plan = block_on(device.repo.plan_of(initiative)).unwrap().unwrap();
            plan.lacks_observation(day(today)).is_some()
        };
        of(Kind::Lesson, "day=2026-12-01");
        of(Kind::Meeting, "what=moede-opstart");
        of(Kind::Measurement, "waves/start=2026-12-01");
        assert_eq!(lacks(), expected, "{words} on {today}");
        of(Kind::Meeting, "what=observation");
        assert!(!lacks(), "{words} on {today}");
    }
}
