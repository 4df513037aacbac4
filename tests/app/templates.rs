//! The school's own forms: published, filled in, sent and met again.

use futures::executor::block_on;
use indsats::app::forms::Publication;
use indsats::app::store::Target;
use indsats::domain::built_in::Content;
use indsats::domain::forms::{Flaw, Template, TemplateDraft};
use indsats::domain::observation::Observation;
use indsats::domain::record::{Kind, Record};
use indsats::domain::text::Lang;
use indsats::exchange::{About, read};
use indsats::ledger::RecordId;
use serde_json::{Value, json};

use crate::world::{Device, swap};

/// A copy of the general form on a device.
fn copy(device: &Device) -> RecordId {
    let content = Content::built_in();
    let general = content.newest_templates().find(|it| it.id == "obs-generel").unwrap();
    block_on(device.repo.add_template(&TemplateDraft::copy_of(general))).unwrap()
}

/// Opens the editor, changes something and leaves it.
fn edit(device: &Device, rec: RecordId, change: impl FnOnce(&mut TemplateDraft)) {
    let (target, fields) = block_on(device.repo.edit(rec, Kind::Template)).unwrap().unwrap();
    let before = TemplateDraft::read(&fields);
    let mut after = before.clone();
    change(&mut after);
    let change = before.write().change_to(after.write());
    block_on(device.repo.save_draft(&target, &change)).unwrap();
    device.seal(rec);
}

fn draft(device: &Device, rec: RecordId) -> TemplateDraft {
    TemplateDraft::read(&device.record(rec).unwrap().fields())
}

fn publish(device: &Device, rec: RecordId) -> Template {
    match block_on(device.repo.publish(rec)).unwrap() {
        Publication::Made(template) => template,
        other => panic!("{other:?}"),
    }
}

/// An observation that is filled in with a form.
fn observe(device: &Device, initiative: RecordId, template: &Template) -> RecordId {
    let rec = device.repo.new_record();
    let mut observation = Observation::default();
    observation.set_initiative(Some(initiative));
    observation.set_template(&template.reference());
    let target = Target { rec, kind: Kind::Observation, parents: Vec::new() };
    let change = Observation::default().write().change_to(observation.write());
    block_on(device.repo.save_draft(&target, &change)).unwrap();
    device.seal(rec);
    rec
}

/// The form that an observation opens in on a device.
fn opens_in(device: &Device, observation: RecordId) -> Option<Template> {
    let fields = device.record(observation)?.fields();
    let reference = Observation::read(&fields).template()?;
    let forms = block_on(device.repo.forms()).unwrap();
    forms.templates.into_iter().find(|it| it.reference() == reference)
}

#[test]
fn an_older_observation_opens_in_its_version_for_ever() {
    let device = Device::new(1);
    let rec = copy(&device);
    let initiative = device.initiative("title=A");
    let first = publish(&device, rec);
    let old = observe(&device, initiative, &first);
    edit(&device, rec, |it| it.set_text("title", Lang::Da, "Den nye"));
    let second = publish(&device, rec);
    assert_eq!((first.version, second.version), (1, 2));
    let new = observe(&device, initiative, &second);
    assert_eq!(opens_in(&device, old), Some(first.clone()));
    assert_eq!(opens_in(&device, new), Some(second));

    block_on(device.repo.delete(rec)).unwrap();
    let forms = block_on(device.repo.forms()).unwrap();
    assert_eq!(forms.retired, [first.family()], "it is not offered any more");
    assert_eq!(opens_in(&device, old), Some(first), "and what is filled in opens");
}

#[test]
fn publishing_needs_something_new_and_nothing_wrong() {
    let device = Device::new(1);
    let rec = copy(&device);
    publish(&device, rec);
    let before = device.known();
    assert_eq!(block_on(device.repo.publish(rec)).unwrap(), Publication::NothingNew);
    assert_eq!(device.known(), before);
    edit(&device, rec, |it| {
        it.set_text("title", Lang::Da, "");
        it.set_text("title", Lang::En, "");
    });
    let before = device.known();
    let Publication::Problems(problems) = block_on(device.repo.publish(rec)).unwrap() else {
        panic!("it has no title");
    };
    assert_eq!(problems.iter().map(|it| it.path.as_str()).collect::<Vec<_>>(), ["title"]);
    assert_eq!(device.known(), before);
}

#[test]
fn a_file_of_an_initiative_holds_the_forms_it_needs_and_no_others() {
    let (a, b) = (Device::new(1), Device::new(2));
    let (used, unused) = (copy(&a), copy(&a));
    let template = publish(&a, used);
    publish(&a, unused);
    let initiative = a.initiative("title=A");
    let observation = observe(&a, initiative, &template);
    let plan = b.take(&[&a.export(About::Initiative(initiative), false)]);
    assert_eq!(plan.new, [used, initiative, observation].into());
    assert_eq!(opens_in(&b, observation), Some(template));
    assert!(b.record(unused).is_none());
}

#[test]
fn a_form_travels_alone() {
    let (a, b) = (Device::new(1), Device::new(2));
    let rec = copy(&a);
    publish(&a, rec);
    a.initiative("title=A");
    let file = a.export(About::Template(rec), false);
    let about = &serde_json::from_str::<Value>(&file).unwrap()["about"];
    assert_eq!(
        (about["what"].as_str(), about["rec"].as_str()),
        (Some("template"), Some(&*rec.to_string()))
    );
    assert_eq!(b.take(&[&file]).new, [rec].into());
    assert_eq!(
        block_on(b.repo.forms()).unwrap().templates,
        block_on(a.repo.forms()).unwrap().templates
    );
    assert_eq!(block_on(b.repo.own_templates()).unwrap().len(), 1);
}

#[test]
fn the_faults_of_a_form_are_told_and_nothing_of_it_is_used() {
    let (a, b) = (Device::new(1), Device::new(2));
    let rec = copy(&a);
    let template = publish(&a, rec);
    let observation = observe(&a, a.initiative("title=A"), &template);
    let whole = a.export(About::Everything, false);
    assert_eq!(read(whole.as_bytes()).unwrap().faulty_forms(), []);
    let mut file: Value = serde_json::from_str(&whole).unwrap();
    for entry in file["revisions"].as_array_mut().unwrap() {
        let set = entry["body"]["set"].as_object_mut().unwrap().iter_mut();
        for (_, form) in set.filter(|(path, _)| path.starts_with("published/")) {
            form["title"] = json!({ "en": " Ours " });
            form["sections"][1]["items"][0]["kind"] = json!("hologram");
        }
    }
    let found = read(file.to_string().as_bytes()).unwrap();
    let faulty = found.faulty_forms();
    assert_eq!(faulty.len(), 1);
    assert_eq!((faulty[0].title(Lang::Da), faulty[0].title(Lang::En)), ("Ours", "Ours"));
    let faults: Vec<_> = faulty[0].faults.iter().map(|it| (it.place.as_str(), &it.flaw)).collect();
    assert_eq!(
        faults,
        [("title.da", &Flaw::Missing), ("sections[1].items[0].kind", &Flaw::UnknownKind)]
    );

    block_on(b.repo.import(&[found], true)).unwrap();
    assert_eq!(block_on(b.repo.forms()).unwrap().templates, [], "never half a form");
    assert_eq!(opens_in(&b, observation), None);
    assert_eq!(draft(&b, rec).published()[0].template.as_ref().unwrap_err(), &faulty[0].faults);
    assert!(b.record(observation).is_some(), "what is filled in with it is safe");
}

#[test]
fn two_devices_change_different_questions_and_both_stay() {
    let (a, b) = (Device::new(1), Device::new(2));
    let rec = copy(&a);
    swap(&a, &b);
    let items = draft(&a, rec).items();
    let text = |n: usize| format!("items/{}/text", items[n]);
    edit(&a, rec, |it| {
        it.set_text(&text(0), Lang::Da, "Annas");
        it.step_item(&items[0], true);
    });
    b.after(&a);
    edit(&b, rec, |it| {
        it.set_text(&text(3), Lang::Da, "Bos");
        it.remove(&format!("items/{}", items[4]));
        it.add_item("obs-gen-foer", "bo-ny", "text");
    });
    let (at_a, at_b) = swap(&a, &b);
    assert!(at_a.conflicts.is_empty() && at_b.conflicts.is_empty());
    assert_eq!(draft(&a, rec), draft(&b, rec));
    let both = draft(&a, rec);
    assert_eq!(both.text(&text(0), Lang::Da), "Annas");
    assert_eq!(both.text(&text(3), Lang::Da), "Bos");
    assert_eq!(both.items()[..2], [items[1].clone(), items[0].clone()]);
    assert!(!both.items().contains(&items[4]));
}

#[test]
fn two_devices_publish_the_same_version_and_every_observation_opens_in_its_own() {
    let (a, b) = (Device::new(1), Device::new(2));
    let rec = copy(&a);
    publish(&a, rec);
    let initiative = a.initiative("title=A");
    swap(&a, &b);
    b.after(&a);
    let mut filled_in = Vec::new();
    for (device, title) in [(&a, "Annas"), (&b, "Bos")] {
        edit(device, rec, |it| it.set_text("title", Lang::Da, title));
        let template = publish(device, rec);
        assert_eq!(template.version, 2);
        filled_in.push((observe(device, initiative, &template), template));
    }
    swap(&a, &b);
    for device in [&a, &b] {
        for (observation, template) in &filled_in {
            assert_eq!(opens_in(device, *observation).as_ref(), Some(template));
        }
    }
}

#[test]
fn the_stamp_moves_when_a_form_is_stored_and_only_then() {
    let device = Device::new(1);
    let stamp = || block_on(device.repo.forms_stamp()).unwrap();
    device.initiative("title=A");
    assert_eq!(stamp(), 0);
    let rec = copy(&device);
    let made = stamp();
    assert!(made > 0);
    device.write(rec, Kind::Template, "title/da=B");
    assert_eq!(stamp(), made, "what is being written is nobody's form yet");
    publish(&device, rec);
    let published = stamp();
    assert!(published > made);
    block_on(device.repo.erase(rec)).unwrap();
    assert!(stamp() > published);
    assert_eq!(block_on(device.repo.forms()).unwrap().templates, []);
}
