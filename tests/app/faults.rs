//! A store that refuses at any commit: what was typed is still there, and nothing is half done.

use futures::executor::block_on;
use indsats::app::store::{AppError, StorageError, Store};
use indsats::domain::record::Kind;
use indsats::domain::text::Lang;
use indsats::exchange::{About, read};
use indsats::ledger::RecordId;

use crate::world::{Device, change, swap};

const FULL: AppError = AppError::Storage(StorageError::Full);

/// A device with an initiative, two observations, an example and a conflict, and what it needs to
/// know of them.
struct Setup {
    device: Device,
    initiative: RecordId,
    file: String,
}

fn setup() -> Setup {
    let (device, other) = (Device::new(1), Device::new(2));
    let initiative = device.initiative("title=A");
    for n in 0..2 {
        device.observation(initiative, &format!("title={n}"));
    }
    block_on(device.repo.add_example(Lang::Da)).unwrap();
    swap(&device, &other);
    device.put(initiative, Kind::Initiative, "title=Mette");
    other.put(initiative, Kind::Initiative, "title=Jonas");
    swap(&device, &other);
    other.initiative("title=new");
    let file = other.file();
    Setup { device, initiative, file }
}

/// Does `work` on a store that fails at the first commit, on one that fails at the second, and so
/// on until it succeeds. Every failure is said, and leaves every row as it was.
fn check(name: &str, work: impl Fn(&Setup) -> Result<(), AppError>) {
    for commits in 0.. {
        let setup = setup();
        let before = setup.device.disk.rows();
        setup.device.disk.fail_after(commits);
        let result = work(&setup);
        if setup.device.disk.call_off() {
            assert_eq!(result, Ok(()), "{name}");
            assert!(commits > 0, "{name} writes nothing at all");
            return;
        }
        assert_eq!(result, Err(FULL), "{name}, commit {commits}");
        assert!(setup.device.disk.rows() == before, "{name} is half done after commit {commits}");
        assert_eq!(work(&setup), Ok(()), "{name} again, when there is room");
    }
}

#[test]
fn a_full_device_leaves_everything_as_it_was() {
    check("save_draft", |setup| {
        let form = setup.device.form(setup.initiative, Kind::Initiative);
        block_on(setup.device.repo.save_draft(&form, &change("title=B"))).map(drop)
    });
    check("delete", |setup| block_on(setup.device.repo.delete(setup.initiative)).map(drop));
    check("erase", |setup| block_on(setup.device.repo.erase(setup.initiative)));
    check("keep", |setup| block_on(setup.device.repo.keep(setup.initiative)));
    check("resolve", |setup| {
        let conflict = setup.device.record(setup.initiative).unwrap().conflicts.remove(0);
        let claim = &conflict.claims[1];
        block_on(setup.device.repo.resolve(setup.initiative, &conflict.path, claim))
    });
    check("add_example", |setup| block_on(setup.device.repo.add_example(Lang::En)));
    check("remove_example", |setup| block_on(setup.device.repo.remove_example()).map(drop));
    check("import", |setup| {
        let files = [read(setup.file.as_bytes()).unwrap()];
        block_on(setup.device.repo.import(&files, false)).map(drop)
    });
    check("set_backed_up", |setup| block_on(setup.device.repo.set_backed_up()));
}

#[test]
fn a_full_device_empties_no_trash_by_half() {
    let setup = setup();
    let device = &setup.device;
    block_on(device.repo.delete(setup.initiative)).unwrap();
    for _ in 0..3 {
        device.clock.0.set(device.clock.0.get() + 10 * 24 * 3_600_000);
        assert_eq!(block_on(device.repo.empty_old_trash()), Ok(0));
    }
    let before = device.disk.rows();
    device.clock.0.set(device.clock.0.get() + 10 * 24 * 3_600_000);
    device.disk.fail_after(0);
    assert_eq!(block_on(device.repo.empty_old_trash()), Err(FULL));
    assert!(device.disk.rows() == before);
    assert_eq!(block_on(device.repo.empty_old_trash()), Ok(3));
}

/// These begin by sealing working copies. Where they fail, what was typed is in a working copy or
/// in a revision, and never in neither or in both.
#[test]
fn a_full_device_never_costs_what_was_typed() {
    type Work = fn(&Setup) -> Result<(), AppError>;
    let table: [(&str, Work); 4] = [
        ("seal", |setup| block_on(setup.device.repo.seal(setup.initiative)).map(drop)),
        ("seal_all", |setup| block_on(setup.device.repo.seal_all())),
        ("delete", |setup| block_on(setup.device.repo.delete(setup.initiative)).map(drop)),
        ("export", |setup| {
            let scope =
                indsats::app::sharing::Scope { about: About::Everything, with_examples: false };
            block_on(setup.device.repo.export(scope, "0.1.0")).map(drop)
        }),
    ];
    for (name, work) in table {
        for commits in 0.. {
            let setup = setup();
            setup.device.write(setup.initiative, Kind::Initiative, "purpose=Typed");
            setup.device.disk.fail_after(commits);
            let result = work(&setup);
            let succeeded = setup.device.disk.call_off();
            assert_eq!(result, if succeeded { Ok(()) } else { Err(FULL) }, "{name}");
            let rows = setup.device.disk.rows();
            let typed = |in_store: Store| {
                let of = |(store, _): &&(Store, _)| *store == in_store;
                rows.iter().filter(of).filter(|(_, row)| row.value.contains("Typed")).count()
            };
            let found = typed(Store::Drafts) + typed(Store::Revisions);
            assert_eq!(found, 1, "{name}, commit {commits}");
            if succeeded {
                break;
            }
        }
    }
}
