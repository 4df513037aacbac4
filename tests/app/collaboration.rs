//! What colleagues answer about how they work together: few are shown only where everybody says yes, and nothing that is
//! stored says who answered, when or in which order.

use std::collections::BTreeSet;

use futures::executor::block_on;
use indsats::app::store::{List, Store};
use indsats::app::voices::Closed;
use indsats::app::voices::surveyed::{Says, Showing, surveyed};
use indsats::app::year::Open;
use indsats::domain::calendar::SchoolYear;
use indsats::domain::initiative::Initiative;
use indsats::domain::record::{Kind, Record as _};
use indsats::domain::voices::{COLLABORATION_FORM, EQUIPPED, MAY_SHOW, Survey};
use indsats::exchange::About;
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::surveys::{Answers, ROUND, Tablet};
use crate::world::{Device, NOW};

const WORDS: &str = "sa-sa-aendre";

fn tablet() -> Tablet {
    Tablet::of(Kind::Collaboration, COLLABORATION_FORM, "")
}

/// A sheet: whether few may be shown, and a step.
fn sheet(yes: bool, step: u64) -> Answers {
    let may_show = json!(if yes { "ja" } else { "nej" });
    [(MAY_SHOW.to_owned(), may_show), (EQUIPPED.to_owned(), json!(step))].into()
}

/// What a round says of how equipped they are: for whom, and how many chose each step.
fn equipped(it: &Survey) -> (Showing, u32, Vec<u32>) {
    let said = surveyed(it).remove(0);
    let found = said.questions.iter().find(|it| it.question.id == EQUIPPED).unwrap();
    let counts = match &found.says {
        Says::Bars(bars) => bars.counts.clone(),
        _ => Vec::new(),
    };
    (said.showing, said.pupils, counts)
}

#[test]
fn five_are_shown_whoever_says_no_and_nothing_before_the_round_is_closed() {
    let tablet = tablet();
    for step in [1, 2, 4, 4] {
        tablet.answers(&sheet(false, step), true);
    }
    assert!(surveyed(&tablet.survey()).is_empty());
    // Who says only whether few may be shown has answered nothing, and no sheet is kept of who went away then.
    let said_only: Answers = [(MAY_SHOW.to_owned(), json!("ja"))].into();
    tablet.answers(&said_only, false);
    assert!(tablet.rows(Store::Drafts).iter().all(|row| !row.value.contains("\"ja\"")));
    tablet.answers(&said_only, true);
    assert_eq!(tablet.waiting(), 4);
    tablet.answers(&sheet(true, 4), true);
    assert_eq!(tablet.close(), Closed::With(5));
    assert_eq!(equipped(&tablet.survey()), (Showing::Enough, 5, vec![1, 1, 0, 3]));
    assert_eq!(tablet.close(), Closed::TooFew(0), "a second press closes nothing anew");
}

#[test]
fn a_team_of_three_is_shown_only_where_each_of_them_says_yes() {
    for (third, expected) in
        [(true, (Showing::AmongUs, 3, vec![1, 0, 1, 1])), (false, (Showing::NotAll, 0, vec![]))]
    {
        let tablet = tablet();
        tablet.answers(&sheet(true, 1), true);
        tablet.answers(&sheet(true, 3), true);
        tablet.answers(&sheet(third, 4), true);
        assert_eq!(tablet.close(), Closed::With(3));
        assert_eq!(equipped(&tablet.survey()), expected);
    }
}

#[test]
fn what_several_devices_hand_over_is_closed_as_one_and_bears_no_name() {
    let devices: Vec<Device> = (1..=3).map(Device::new).collect();
    let [one, two, three] = &devices[..] else { panic!("three") };
    let initiative = one.initiative("title=x");
    let rec = one.repo.new_record();
    let asked = format!("initiative={initiative} survey={COLLABORATION_FORM}");
    one.put(rec, Kind::Collaboration, &format!("{asked} rounds/{ROUND}/day=2026-11-23"));
    let begun = one.export(About::Initiative(initiative), false);
    for (device, steps) in [(two, &[1, 4][..]), (three, &[4, 4][..])] {
        device.take(&[&begun]);
        device.after(one);
        for step in steps {
            block_on(device.repo.add_sheet(rec, ROUND, &sheet(true, *step))).unwrap();
        }
        let handed = block_on(device.repo.hand_over(rec, ROUND)).unwrap();
        assert_eq!(handed, Closed::With(2));
        let here = Survey::read(&device.record(rec).unwrap().fields());
        assert!(!here.is_closed(ROUND) && here.unclosed(ROUND).1 == 2);
        one.take(&[&device.export(About::Initiative(initiative), false)]);
    }
    block_on(one.repo.add_sheet(rec, ROUND, &sheet(false, 2))).unwrap();
    assert_eq!(block_on(one.repo.close_round(rec, ROUND)).unwrap(), Closed::With(5));
    let expected = (Showing::Enough, 5, vec![1, 1, 0, 3]);
    assert_eq!(equipped(&Survey::read(&one.record(rec).unwrap().fields())), expected);
    two.take(&[&one.export(About::Initiative(initiative), false)]);
    assert_eq!(equipped(&Survey::read(&two.record(rec).unwrap().fields())), expected);

    // Of what holds answers no revision has a name, a device that is known, or a time of its own.
    let revisions = one.disk.rows().into_iter().filter(|(store, _)| *store == Store::Revisions);
    let bodies: Vec<Value> =
        revisions.map(|(_, row)| serde_json::from_str(&row.value).unwrap()).collect();
    let (answers, others): (Vec<&Value>, Vec<&Value>) =
        bodies.iter().partition(|body| body.to_string().contains("sheets/"));
    let known: BTreeSet<String> = others.iter().map(|body| body["device"].to_string()).collect();
    let begun: BTreeSet<u64> = others.iter().filter_map(|it| it["at"]["wall"].as_u64()).collect();
    assert_eq!(answers.len(), 3);
    for body in answers {
        assert!(body["author"] == "" && !known.contains(&body["device"].to_string()), "{body}");
        assert!(begun.contains(&body["at"]["wall"].as_u64().unwrap()), "{body}");
    }
}

#[test]
fn a_few_who_hand_in_after_the_closing_change_nothing_that_is_shown() {
    let tablet = tablet();
    (0..5).for_each(|_| tablet.answers(&sheet(true, 4), true));
    let other = Device::new(2);
    let about = indsats::app::sharing::Scope { about: About::Everything, with_examples: true };
    other.take(&[&block_on(tablet.repo.export(about, "0.1.0")).unwrap().0]);
    tablet.close();
    let before = equipped(&tablet.survey());
    block_on(other.repo.add_sheet(tablet.rec, ROUND, &sheet(false, 1))).unwrap();
    block_on(other.repo.hand_over(tablet.rec, ROUND)).unwrap();
    other.take(&[&block_on(tablet.repo.export(about, "0.1.0")).unwrap().0]);
    let after = Survey::read(&other.record(tablet.rec).unwrap().fields());
    assert_eq!(equipped(&after), before);
    assert!(surveyed(&after)[0].held_back);
}

#[test]
fn at_the_end_of_the_year_an_open_round_is_settled_first_and_next_year_begins_without_answers() {
    let device = Device::new(1);
    let initiative = device.initiative("title=x from=2026-08-11");
    let rec = device.repo.new_record();
    let words = format!(
        "initiative={initiative} survey={COLLABORATION_FORM} rounds/r/day=2026-11-23 \
         rounds/r/asked=x answers/r/b/{WORDS}/1=Mette sheets/r/b/2=whole"
    );
    device.put(rec, Kind::Collaboration, &words);
    let june = "2027-06-14".parse().unwrap();
    let end = block_on(device.repo.year_end(SchoolYear(2026), june)).unwrap();
    let is_open =
        |it: &Open| matches!(it, Open::RoundOpen(open, Kind::Collaboration, _) if *open == rec);
    assert!(end.open.iter().any(is_open));
    assert_eq!(end.clearing.iter().map(|it| it.kind).collect::<Vec<_>>(), [Kind::Collaboration]);

    let gone = block_on(device.repo.year_gone(initiative)).unwrap().unwrap();
    let chosen = gone.plan.initiative.clone();
    let next = gone.next(initiative, &chosen, june).unwrap();
    assert_eq!(next.count(Kind::Collaboration), 1);
    let made = block_on(device.repo.start_next_year(next)).unwrap();
    let list = List::Of(made[0], Kind::Collaboration);
    let (_, fields) = block_on(device.repo.standing(list, 5)).unwrap().remove(0);
    let it = Survey::read(&fields);
    assert!(it.is_of_staff() && it.rounds().is_empty());
    assert!(!fields.0.values().any(|it| it == "Mette"));
}

#[test]
fn the_spread_is_kept_when_the_answers_are_deleted_and_no_word_is() {
    let tablet = tablet();
    let device = Device::new(2);
    for step in [1, 2, 4, 4, 4] {
        let mut answers = sheet(true, step);
        answers.insert(WORDS.to_owned(), json!("Mindre støj"));
        tablet.answers(&answers, true);
    }
    tablet.close();
    let about = indsats::app::sharing::Scope { about: About::Everything, with_examples: true };
    device.take(&[&block_on(tablet.repo.export(about, "0.1.0")).unwrap().0]);
    let initiative = device.initiative("title=x");
    device.put(tablet.rec, Kind::Collaboration, &format!("initiative={initiative}"));
    let keep = |device: &Device| block_on(device.repo.keep_spreads(&[tablet.rec])).unwrap();

    // Two devices that keep the same write the same.
    let other = Device::new(3);
    other.take(&[&device.file()]);
    keep(&device);
    keep(&device);
    keep(&other);
    device.take(&[&other.file()]);
    let opened = device.record(initiative).unwrap();
    assert!(opened.conflicts.is_empty());
    let kept = Initiative::read(&opened.fields()).kept_spreads();
    assert_eq!((kept.len(), kept[0].n, kept[0].form.as_str()), (1, 5, COLLABORATION_FORM));
    assert_eq!(kept[0].counts, [(EQUIPPED.to_owned(), vec![1, 1, 0, 3])]);

    block_on(device.repo.erase(tablet.rec)).unwrap();
    let file = device.file();
    assert!(
        !file.contains("Mindre støj") && !file.contains("answers/"),
        "nothing of any one stays"
    );
    assert!(file.contains(EQUIPPED));
}

/// What a colleague answers, whether they come to the end, and how long they take.
type Colleague = (Vec<Option<u64>>, bool, bool, u64);

fn filled((steps, yes, _, _): &Colleague) -> Answers {
    let items = ["sa-la-maal", "sa-te-uenige", EQUIPPED, "sa-ud-behov"];
    let all = items.into_iter().zip(steps);
    let mut all: Answers =
        all.filter_map(|(item, step)| Some((item.to_owned(), json!((*step)?)))).collect();
    all.extend(sheet(*yes, 1).into_iter().filter(|(item, _)| item == MAY_SHOW));
    all.insert(WORDS.to_owned(), json!("  Fast tid  "));
    all
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    /// The same answers in another order and at other times are the same bytes, even where the round is closed
    /// at another hour, and none of them holds a time of the sitting.
    #[test]
    fn what_is_stored_of_colleagues_cannot_be_ordered_in_time(
        (people, turns) in prop::collection::vec(
            (prop::collection::vec(prop::option::of(1_u64..=4), 4), any::<bool>(), any::<bool>(), 1_u64..900_000),
            2..9,
        ).prop_flat_map(|people: Vec<Colleague>| {
            let turns: Vec<usize> = (0..people.len()).collect();
            (Just(people), Just(turns).prop_shuffle())
        }),
        pauses in prop::collection::vec(1_u64..3_600_000, 9),
    ) {
        let run = |turns: &[usize], paces: &dyn Fn(usize) -> u64, closes: u64| {
            let tablet = tablet();
            for turn in turns {
                tablet.clock.0.set(tablet.clock.0.get() + paces(*turn));
                tablet.hat.0.set(*turn as u64 * 1_000_003);
                tablet.answers(&filled(&people[*turn]), people[*turn].2);
            }
            prop_assert!(block_on(tablet.repo.take_from_pupils("")).unwrap());
            let waiting = tablet.rows(Store::Drafts);
            prop_assert!(waiting.iter().all(|row| row.tags.is_empty()));
            tablet.clock.0.set(NOW + closes);
            tablet.hat.0.set(77);
            prop_assert_eq!(tablet.close(), Closed::With(u32::try_from(people.len()).unwrap()));
            Ok((waiting, tablet.rows(Store::Revisions), tablet.rows(Store::Records)))
        };
        let in_turn: Vec<usize> = (0..people.len()).collect();
        let one = run(&in_turn, &|turn| people[turn].3, 100_000_000_000)?;
        let other = run(&turns, &|turn| pauses[turn], 777_000_000_000)?;
        prop_assert_eq!(one, other);
    }
}
