//! A typed thing, the difference between two of them, and the values they live in.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use chrono::{NaiveDate, NaiveTime};
use indsats::domain::built_in::Content;
use indsats::domain::calendar::SchoolYear;
use indsats::domain::forms::{Flaw, Template, TemplateRef, parse_template};
use indsats::domain::initiative::{Initiative, InitiativeKind, Member, Role};
use indsats::domain::observation::{
    Moment, Note, Observation, Progress, Rated, RoleChange, Tap, Words,
};
use indsats::domain::record::{Fields, Record, difference};
use indsats::ledger::{Change, RecordId};
use proptest::collection::{btree_map, btree_set};
use proptest::option;
use proptest::prelude::*;
use serde_json::{Value, json};

/// An id as templates and the app make them.
fn id() -> impl Strategy<Value = String> {
    "[a-z][a-z0-9-]{0,3}"
}

fn text() -> impl Strategy<Value = String> {
    prop_oneof![2 => Just(String::new()), 8 => "[a-zæøå \\n\"]{1,5}", 1 => any::<String>()]
}

fn day() -> impl Strategy<Value = NaiveDate> {
    (2000..2100_i32, 1..366_u32)
        .prop_filter_map("no such day", |(y, d)| NaiveDate::from_yo_opt(y, d))
}

fn moment() -> impl Strategy<Value = u64> {
    0..1_u64 << 42
}

/// What one act leaves in an observation.
fn deed<T: std::fmt::Debug + 'static>(
    values: impl Strategy<Value = T> + 'static,
    act: fn(&mut Observation, &T),
) -> BoxedStrategy<Fields> {
    let done = move |value| {
        let mut it = Observation::default();
        act(&mut it, &value);
        it.write()
    };
    values.prop_map(done).boxed()
}

fn head() -> Vec<BoxedStrategy<Fields>> {
    let rec = any::<[u8; 10]>().prop_map(|random| RecordId::new(1, random));
    let form = (id(), 1..9_u32).prop_map(|(id, version)| TemplateRef { id, version });
    let time = (0..24_u32, 0..60_u32)
        .prop_filter_map("no such time", |(h, m)| NaiveTime::from_hms_opt(h, m, 0));
    vec![
        deed(rec, |it, rec| it.set_initiative(Some(*rec))),
        deed(form, |it, form| it.set_template(form)),
        deed(day(), |it, day| it.set_day(Some(*day))),
        deed(time, |it, time| it.set_begins(Some(*time))),
        deed(text(), |it, text| it.set_class(text)),
        deed(text(), |it, text| it.set_observer(text)),
        deed((id(), text()), |it, (adult, initials)| it.set_adult(adult, initials)),
        deed(any::<bool>(), |it, agreed| it.set_agreed(Some(*agreed))),
        deed("([A-C][0-9] ){0,3}", |it, codes| it.set_pupils(codes)),
        deed(moment(), |it, at| it.set_finished(Some(*at))),
        deed(any::<bool>(), |it, example| it.set_example(*example)),
    ]
}

fn answers() -> Vec<BoxedStrategy<Fields>> {
    let rated = prop_oneof![Just(Rated::NotSeen), (1..7_u8).prop_map(Rated::Level)];
    let kinds = [Words::Comment, Words::Choice, Words::Other, Words::Text, Words::Number];
    let words = (proptest::sample::select(kinds.to_vec()), id(), text());
    let tap = (id(), moment(), option::of(id())).prop_map(|(counter, at, who)| Tap {
        counter,
        at,
        who: who.unwrap_or_default(),
    });
    let note = (moment(), option::of(id()), text(), text()).prop_map(|(at, tag, text, meaning)| {
        let tag = tag.unwrap_or_default();
        Note { at, tag, text, meaning }
    });
    let marked = prop_oneof![
        moment().prop_map(|at| Moment::Skipped { at }),
        (moment(), btree_map(id(), id(), 0..3), any::<bool>()).prop_map(|(at, codes, late)| {
            Moment::Marked { at, codes: codes.into_iter().collect(), late }
        }),
    ];
    let role = (moment(), id(), id()).prop_map(|(at, model, lead)| RoleChange { at, model, lead });
    vec![
        deed((id(), rated), |it, (item, rated)| it.rate(item, Some(*rated))),
        deed(words, |it, (kind, item, words)| it.set_words(*kind, item, words)),
        deed((id(), id()), |it, (item, option)| it.pick(item, option, true)),
        deed((id(), id(), tap), |it, (item, id, tap)| it.tap(item, id, tap)),
        deed((id(), id(), note), |it, (item, id, note)| {
            it.set_note(item, id, Some(note));
        }),
        deed((id(), 0..40_u32, marked), |it, (item, number, moment)| {
            it.set_moment(item, *number, Some(moment));
        }),
        deed((id(), id(), role), |it, (item, id, role)| it.change_roles(item, id, role)),
    ]
}

fn observation() -> impl Strategy<Value = Observation> {
    let deeds = [head(), answers()].concat();
    prop::collection::vec(proptest::strategy::Union::new(deeds), 0..20).prop_map(|deeds| {
        let all = deeds.into_iter().flat_map(|Fields(values)| values);
        Observation::read(&Fields(all.collect()))
    })
}

fn initiative() -> impl Strategy<Value = Initiative> {
    let member =
        (text(), text()).prop_map(|(initials, role)| Member { initials, role: Role(role) });
    let kind = proptest::sample::select(InitiativeKind::ALL.to_vec());
    (
        (text(), option::of(kind), text(), text()),
        (option::of(any::<u16>()), option::of(day()), option::of(day()), text()),
        btree_map(id(), member, 0..3),
    )
        .prop_map(|((title, kind, class, subject), (year, from, to, purpose), team)| {
            let mut it = Initiative::default();
            it.set_title(&title);
            it.set_kind(kind);
            it.set_class(&class);
            it.set_subject(&subject);
            it.set_school_year(year.map(SchoolYear));
            it.set_from(from);
            it.set_to(to);
            it.set_purpose(&purpose);
            team.iter().for_each(|(id, member)| it.set_member(id, Some(member)));
            it
        })
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
        let mut known = fields.clone();
        known.0.remove(&stranger.0);
        prop_assert_eq!(T::read(&known), kept(&pair[1]), "each save");
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
    fn reading_forgives_everything(paths in btree_map("(ratings|notes|taps|picks|moments|roles|team|day|begins|from|x)(/[a-c]){0,3}", 0..6_u8, 0..9)) {
        let values = [json!(null), json!("x"), json!(3), json!(-1), json!({ "at": "x" }), json!([[]])];
        let fields = Fields(paths.into_iter().map(|(path, n)| (path, values[usize::from(n)].clone())).collect());
        let read = Observation::read(&fields);
        prop_assert_eq!(kept(&read), read.clone());
        let _ = (read.flaws(), read.pupils(), read.pauses(), read.last_entry());
        for item in ["a", "b", "c"] {
            let _ = (read.is_answered(item), read.says(item, "x"), read.picks(item));
            let _ = (read.notes(item), read.taps(item), read.moments(item), read.roles(item));
        }
        prop_assert_eq!(kept(&Initiative::read(&fields)), Initiative::read(&fields));
    }
}

/// What is wrong with a form of three questions of which the last is given, and where in it.
fn wrong(last: Value) -> Vec<(String, Flaw)> {
    let text = |da: &str| json!({ "da": da });
    let options =
        json!([{ "id": "ja", "label": text("Ja") }, { "id": "nej", "label": text("Nej") }]);
    let levels = json!([
        { "value": 1, "label": text("I glimt"), "description": text("Nogle gange") },
        { "value": 4, "label": text("Altid"), "description": text("Hele timen") },
    ]);
    let mut item = json!({ "id": "c", "text": text("Og?"), "kind": "number" });
    item.as_object_mut().unwrap().extend(last.as_object().unwrap().clone());
    let form = json!({
        "id": "f", "version": 1, "title": text("Form"),
        "sections": [
            { "id": "s", "title": text("Før"), "when": "before", "items": [
                { "id": "a", "kind": "rating", "text": text("Ro?"), "levels": levels },
                { "id": "b", "kind": "multi", "text": text("Hvad?"), "options": options },
            ] },
            { "id": "t", "title": text("Efter"), "when": "after", "items": [
                item, { "id": "d", "kind": "choice", "text": text("Igen?"), "options": options },
            ] },
        ],
    });
    let faults = parse_template(&form).err().unwrap_or_default().into_iter();
    let inside = |place: String| match place.strip_prefix("sections[1].items[0].") {
        Some(inside) => inside.to_owned(),
        None => place,
    };
    faults.map(|fault| (inside(fault.place), fault.flaw)).collect()
}

fn codes(count: usize) -> Value {
    let text = json!({ "da": "x" });
    (0..count).map(|n| json!({ "id": format!("c{n}"), "short": text, "label": text })).collect()
}

/// Looking up, with one part of it as it is given.
fn interval(pointer: &str, value: Value) -> Value {
    let mut item = json!({
        "kind": "interval", "seconds": 120, "allowed": [60, 120, 600],
        "tracks": [
            { "id": "k", "label": { "da": "Klassen" }, "codes": codes(2) },
            { "id": "e", "label": { "da": "Elev" }, "optional": true, "pupils": 2, "codes": codes(9) },
        ],
    });
    *item.pointer_mut(pointer).unwrap() = value;
    item
}

#[test]
fn looking_up_has_rules() {
    use Flaw::{Missing, NotAllowed, OutOfRange, Twice, WrongType};
    assert_eq!(wrong(interval("/seconds", json!(60))), []);
    for (pointer, value, place, flaw) in [
        ("/seconds", json!(180), "seconds", NotAllowed),
        ("/seconds", json!(30), "seconds", OutOfRange),
        ("/seconds", json!(null), "seconds", Missing),
        ("/allowed", json!([]), "allowed", OutOfRange),
        ("/allowed/0", json!(59), "allowed[0]", OutOfRange),
        ("/allowed/2", json!(601), "allowed[2]", OutOfRange),
        ("/allowed/2", json!("120"), "allowed[2]", WrongType),
        ("/tracks", json!([]), "tracks", OutOfRange),
        ("/tracks", json!(null), "tracks", Missing),
        ("/tracks/1/id", json!("k"), "tracks[1].id", Twice),
        ("/tracks/1/pupils", json!(0), "tracks[1].pupils", OutOfRange),
        ("/tracks/1/optional", json!(1), "tracks[1].optional", WrongType),
        ("/tracks/0/codes", codes(1), "tracks[0].codes", OutOfRange),
        ("/tracks/0/codes", codes(10), "tracks[0].codes", OutOfRange),
        ("/tracks/1/codes/8/id", json!("c0"), "tracks[1].codes[8].id", Twice),
        ("/tracks/1/codes/8/short", json!(null), "tracks[1].codes[8].short", Missing),
    ] {
        assert_eq!(wrong(interval(pointer, value)), [(place.to_owned(), flaw)], "{pointer}");
    }
}

#[test]
fn roles_and_own_answers_have_rules() {
    let model = |id: &str| json!({ "id": id, "label": { "da": "To sammen" } });
    let roles = |models: &[Value]| json!({ "kind": "roles", "models": models });
    let options = [model("x"), model("y")];
    for (item, place, flaw) in [
        (roles(&[]), "models", Flaw::OutOfRange),
        (roles(&[model("a"), model("a")]), "models[1].id", Flaw::Twice),
        (json!({ "kind": "roles" }), "models", Flaw::Missing),
        (
            json!({ "kind": "choice", "options": options, "allowOther": "ja" }),
            "allowOther",
            Flaw::WrongType,
        ),
        (json!({ "kind": "text", "placeholder": {} }), "placeholder.da", Flaw::Missing),
        (json!({ "kind": "timed_notes", "placeholder": "x" }), "placeholder.da", Flaw::Missing),
    ] {
        assert_eq!(wrong(item), [(place.to_owned(), flaw)]);
    }
    assert_eq!(wrong(roles(&options)), []);
}

#[test]
fn a_question_waits_for_an_answer_that_can_have_been_given() {
    let wait =
        |item: &str, value: &str| wrong(json!({ "showIf": { "item": item, "value": value } }));
    assert_eq!((wait("a", "4"), wait("b", "nej")), (vec![], vec![]));
    for (item, value, place) in [
        ("a", "2", "showIf.value"),
        // Nobody can say of this one that it was not seen.
        ("a", "not-seen", "showIf.value"),
        ("b", "", "showIf.value"),
        ("c", "1", "showIf.item"),
        ("d", "ja", "showIf.item"),
        ("s", "ja", "showIf.item"),
        ("nowhere", "ja", "showIf.item"),
    ] {
        assert_eq!(wait(item, value), [(place.to_owned(), Flaw::NoSuchAnswer)], "{item} {value}");
    }
    let nothing =
        [("showIf.item".to_owned(), Flaw::Missing), ("showIf.value".into(), Flaw::Missing)];
    assert_eq!(wrong(json!({ "showIf": {} })), nothing);
}

#[test]
fn what_is_not_asked_does_not_count() {
    let text = |da: &str| json!({ "da": da });
    let options =
        json!([{ "id": "ja", "label": text("Ja") }, { "id": "nej", "label": text("Nej") }]);
    let item = |id: &str, waits: Value| json!({ "id": id, "kind": "choice", "text": text("?"), "options": options, "showIf": waits });
    let form = parse_template(&json!({
        "id": "f", "version": 1, "title": text("Form"), "kinds": ["bogpakker"],
        "sections": [{ "id": "s", "title": text("Før"), "when": "before", "items": [
            item("a", json!(null)),
            item("b", json!({ "item": "a", "value": "ja" })),
            item("c", json!({ "item": "b", "value": "ja" })),
        ] }],
    }))
    .unwrap();
    let mut it = Observation::default();
    assert_eq!(form.progress(&it), Progress { answered: 0, of: 1 });
    it.set_words(Words::Choice, "a", "ja");
    it.set_words(Words::Choice, "b", "ja");
    assert_eq!(form.progress(&it), Progress { answered: 2, of: 3 });
    it.set_words(Words::Choice, "a", "nej");
    assert_eq!(form.progress(&it), Progress { answered: 1, of: 1 }, "b stays answered, unasked");
}

#[test]
fn a_form_is_offered_in_its_newest_version_and_opens_in_every_one() {
    let content = Content::built_in();
    let general = |version| TemplateRef { id: "obs-generel".into(), version };
    let newest: Vec<_> = content.newest_templates().map(Template::reference).collect();
    assert!(newest.contains(&general(3)) && !newest.contains(&general(2)));
    assert_eq!(newest.len(), 6);
    let opened = |version| content.template(&general(version)).unwrap().items().count();
    assert_eq!((opened(1), opened(2), opened(3)), (12, 13, 13));

    let offered = |kind| -> Vec<&str> {
        content.templates_for(kind).map(|template| template.id.as_str()).collect()
    };
    assert_eq!(
        offered(Some(InitiativeKind::BookPacks)),
        [
            "obs-bogpakker",
            "obs-generel",
            "obs-tolaererordning",
            "obs-makkerlaering",
            "obs-smaa-grupper",
            "obs-intensive-laeringsforloeb",
        ]
    );
    for kind in InitiativeKind::ALL.into_iter().map(Some).chain([None]) {
        let offered = offered(kind);
        assert_eq!(offered.len(), 6, "{kind:?}");
        let own = matches!(kind, None | Some(InitiativeKind::Own));
        assert_eq!(offered.iter().position(|id| *id == "obs-generel"), Some(usize::from(!own)));
    }
}
