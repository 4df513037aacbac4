//! The working copy of a school's own form: laid out, changed, checked and published.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use indsats::domain::built_in::Content;
use indsats::domain::forms::{Flaw, Published, Template, TemplateDraft};
use indsats::domain::record::Record as _;
use indsats::domain::text::Lang;
use indsats::ledger::RecordId;
use serde_json::json;

fn built_in(id: &str) -> TemplateDraft {
    let content = Content::built_in();
    let template = content.newest_templates().find(|it| it.id == id).cloned();
    TemplateDraft::copy_of(&template.unwrap())
}

/// One section with two questions: `a` with the options `x` and `y`, and the text `b`.
fn small() -> TemplateDraft {
    let mut draft = TemplateDraft::default();
    draft.set_text("title", Lang::Da, "Mit skema");
    draft.add("sections", "s");
    draft.set_text("sections/s/title", Lang::Da, "Før");
    draft.put("sections/s/when", Some(json!("before")));
    draft.add_item("s", "a", "choice");
    draft.add_item("s", "b", "text");
    for item in ["a", "b"] {
        draft.set_text(&format!("items/{item}/text"), Lang::Da, "Hvad?");
    }
    for option in ["x", "y"] {
        draft.add("items/a/options", option);
        draft.set_text(&format!("items/a/options/{option}/label"), Lang::Da, option);
    }
    draft
}

fn places(draft: &TemplateDraft) -> Vec<(String, Flaw)> {
    draft.problems().into_iter().map(|it| (it.path, it.flaw)).collect()
}

#[test]
fn a_copy_of_every_built_in_form_is_the_form() {
    for template in Content::built_in().templates {
        let copy = TemplateDraft::copy_of(&template);
        assert_eq!(copy.checked(&template.id, template.version).as_ref(), Ok(&template));
        assert_eq!(TemplateDraft::read(&copy.write()), copy);
    }
}

#[test]
fn things_move_and_leave_and_come_back() {
    let mut draft = small();
    assert_eq!(draft.items(), ["a", "b"]);
    draft.step_item("a", true);
    assert_eq!(draft.items(), ["b", "a"]);
    draft.step_item("a", true);
    assert_eq!(draft.items(), ["b", "a"], "there is nowhere to go");
    draft.step_item("a", false);
    assert_eq!(draft.items(), ["a", "b"]);
    assert_eq!(draft.ends(), ["a", "b"]);
    draft.remove("items/a");
    assert_eq!(draft.items(), ["b"]);
    draft.put_back("items/a");
    assert_eq!(draft.items(), ["a", "b"]);
    assert_eq!(draft.list("items/a/options"), ["x", "y"], "with all it had");
    draft.step("items/a/options/y", false);
    assert_eq!(draft.list("items/a/options"), ["y", "x"]);

    draft.add("sections", "t");
    assert_eq!(draft.ends(), ["a", ""], "there is a section below");
    draft.step_item("b", true);
    assert_eq!((draft.items_of("s"), draft.items_of("t")), (vec!["a".into()], vec!["b".into()]));
    draft.step_item("a", true);
    assert_eq!(draft.items_of("t"), ["a", "b"], "from the end of one to the top of the next");
    draft.remove("sections/t");
    assert_eq!(draft.items(), [""; 0]);
    draft.put_back("sections/t");
    assert_eq!(draft.items(), ["a", "b"]);
}

#[test]
fn a_move_writes_one_path_and_sixty_questions_find_room() {
    let mut draft = small();
    for n in 0..60 {
        draft.add_item("s", &format!("q{n:02}"), "text");
    }
    assert_eq!(draft.items().len(), 62);
    let before = draft.clone();
    draft.place_item("q59", "s", 1);
    assert_eq!(draft.items()[..3], ["a", "q59", "b"]);
    let change = before.write().change_to(draft.write());
    assert_eq!(change.set.keys().collect::<Vec<_>>(), ["items/q59/order"]);
    assert!(change.unset.is_empty());

    // Two devices put a question in the same place: both stay, and there is room between them again.
    let order = draft.value("items/q59/order").cloned();
    draft.put("items/q58/order", order);
    assert_eq!(draft.items()[..4], ["a", "q58", "q59", "b"]);
    draft.place_item("b", "s", 2);
    assert_eq!(draft.items()[..4], ["a", "q58", "b", "q59"]);
}

#[test]
fn every_problem_leads_to_its_field() {
    let mut draft = small();
    assert_eq!(places(&draft), []);
    draft.set_text("title", Lang::Da, " ");
    draft.set_text("items/b/text", Lang::Da, "");
    draft.set_text("items/a/options/y/label", Lang::Da, "");
    draft.remove("items/a/options/x");
    let at = |path: &str, flaw| (path.to_owned(), flaw);
    assert_eq!(
        places(&draft),
        [
            at("title", Flaw::Missing),
            at("items/a/options", Flaw::OutOfRange),
            at("items/b/text", Flaw::Missing),
        ]
    );
    draft.put_back("items/a/options/x");
    assert!(places(&draft).contains(&at("items/a/options/y/label", Flaw::Missing)));
    draft.add("sections", "t");
    let found = places(&draft);
    for path in ["sections/t/title", "sections/t/when", "sections/t/items"] {
        assert!(found.iter().any(|(it, _)| it == path), "{path} in {found:?}");
    }
    assert_eq!(TemplateDraft::default().problems().len(), 2, "a title and a section");
    let mut long = small();
    long.set_text("items/b/text", Lang::Da, &"a".repeat(2_001));
    assert_eq!(places(&long), [at("items/b/text", Flaw::OutOfRange)]);
}

#[test]
fn deep_problems_lead_to_their_field_too() {
    let mut draft = built_in("obs-bogpakker");
    draft.set_text("items/obs-bog-interval/tracks/elev/codes/taler/short", Lang::Da, "");
    draft.set_text("items/obs-bog-interval/tracks/elev/codes/taler/short", Lang::En, "");
    let path = "items/obs-bog-interval/tracks/elev/codes/taler/short";
    assert_eq!(places(&draft), [(path.to_owned(), Flaw::Missing)]);
}

#[test]
fn one_language_stands_for_both() {
    let mut draft = small();
    draft.set_text("title", Lang::Da, "");
    draft.set_text("title", Lang::En, "My form");
    let template = draft.checked("f", 1).unwrap();
    assert_eq!(template.title.get(Lang::Da), "My form");
    assert_eq!(template.title.get(Lang::En), "My form");
    assert_eq!(draft.shown("title", Lang::Da), "My form");
}

#[test]
fn a_question_waits_for_an_earlier_answer_wherever_that_stands() {
    let mut draft = small();
    assert_eq!(draft.can_wait_for("b"), ["a"]);
    assert_eq!(draft.can_wait_for("a"), [""; 0]);
    draft.wait_for("b", Some(("a", "y")));
    assert_eq!(draft.waits_for("b"), Some(("a".into(), "y".into())));
    assert_eq!(places(&draft), []);
    draft.step_item("a", true);
    let lost = ("items/b/showIf/item".to_owned(), Flaw::NoSuchAnswer);
    assert_eq!(places(&draft), [lost], "what it waits for comes after it now");

    let mut rated = small();
    rated.put("items/a/kind", Some(json!("rating")));
    for level in ["low", "high"] {
        rated.add("items/a/levels", level);
        for key in ["label", "description"] {
            rated.set_text(&format!("items/a/levels/{level}/{key}"), Lang::Da, level);
        }
    }
    rated.wait_for("b", Some(("a", "high")));
    let value = |draft: &TemplateDraft| {
        let form = draft.checked("f", 1).unwrap();
        form.item("b").unwrap().show_if.clone().unwrap().value
    };
    assert_eq!(value(&rated), "2");
    rated.step("items/a/levels/high", false);
    assert_eq!(value(&rated), "1", "the level is the same one in its new place");
}

#[test]
fn another_kind_keeps_what_the_first_one_had() {
    let mut draft = small();
    draft.put("items/a/kind", Some(json!("text")));
    assert!(draft.checked("f", 1).is_ok());
    draft.put("items/a/kind", Some(json!("multi")));
    assert_eq!(draft.list("items/a/options"), ["x", "y"]);
    assert!(draft.checked("f", 1).is_ok());
}

#[test]
fn what_is_published_is_never_written_again() {
    let rec = RecordId::new(1_795_392_000_000, [7; 10]);
    let mut draft = small();
    assert!(draft.has_news());
    let tag = "01a205b3d000102030405";
    let first = draft.publish(rec, tag).unwrap();
    assert_eq!((first.version, first.reference().own_record()), (1, Some(rec)));
    assert!(!draft.has_news());
    let kept = draft.value(&format!("published/{tag}")).cloned();

    draft.set_text("title", Lang::Da, "Et bedre skema");
    assert!(draft.has_news());
    draft.set_text("items/b/text", Lang::Da, "");
    assert_eq!(draft.publish(rec, "01a205b3e000102030405").unwrap_err().len(), 1);
    assert_eq!(draft.published().len(), 1, "never half a form");
    draft.set_text("items/b/text", Lang::Da, "Hvad så?");
    let second = draft.publish(rec, "01a205b3e000102030405").unwrap();
    assert_eq!(second.version, 2);
    assert_eq!(first.family(), second.family());
    assert_eq!(draft.value(&format!("published/{tag}")).cloned(), kept);
    let versions = draft.published();
    assert_eq!(versions.iter().map(Published::version).collect::<Vec<_>>(), [1, 2]);
    assert_eq!(versions[0].template.as_ref(), Ok(&first));
    assert_eq!(versions[0].at(), Some(0x01a_205b_3d00));
}

#[test]
fn two_second_versions_are_two_forms() {
    let rec = RecordId::new(1_795_392_000_000, [7; 10]);
    let mut draft = small();
    draft.publish(rec, "a0000000000").unwrap();
    let (mut one, mut other) = (draft.clone(), draft);
    one.set_text("title", Lang::Da, "Mettes");
    other.set_text("title", Lang::Da, "Jonas'");
    let one = one.publish(rec, "a0000000001").unwrap();
    let other = other.publish(rec, "a0000000002").unwrap();
    assert_eq!((one.version, other.version), (2, 2));
    assert_ne!(one.reference(), other.reference());
    let mut content = Content::built_in();
    let built_in = content.newest_templates().count();
    content.templates.extend([one.clone(), other.clone()]);
    let offered: Vec<_> = content.newest_templates().map(Template::reference).collect();
    assert_eq!(offered.len(), built_in + 1, "one of them is offered");
    assert!(offered.contains(&other.reference()), "the later one");
    assert_eq!(content.template(&one.reference()), Some(&one), "and the other can be opened");
    assert_eq!(content.newest_of(&one.reference()), Some(&other));
    content.retired.push(one.family().to_owned());
    assert_eq!(content.newest_templates().count(), built_in);
    assert_eq!(content.template(&one.reference()), Some(&one), "filled-in ones open all the same");
}
