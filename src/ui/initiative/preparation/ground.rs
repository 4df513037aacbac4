//! What the team has in common before it begins: its stand, the materials with who brings them, and who
//! can help from outside. And the lists that such things stand in.

use super::duty;
use super::tasks::no_team;
use crate::domain::initiative::{Initiative, Listed};
use crate::ledger::RecordId;
use crate::ui::kit::prelude::*;
use crate::ui::kit::{read, take_away};

/// The stand, the materials and who can help.
pub(super) fn ground(app: App, form: Form<Initiative>, rec: RecordId) -> View {
    let stand = Field::new(say!(app, ground.stand))
        .id("stand")
        .hint(say!(app, ground.stand_hint))
        .optional(say!(app, form.optional))
        .area(read(form, Initiative::stand), move |text| form.edit(|it| it.set_stand(&text)))
        .max_length(1000)
        .short();
    let purpose = LinkButton::new(format!("/indsatser/{rec}/formaal"), say!(app, purpose.open));
    el("div")
        .class("stack-loose stack")
        .child(stand)
        .child(el("div").class("row").child(purpose.icon(IconName::Note)))
        .child(no_team(app, form, rec))
        .child(list(app, form, Listed::Material))
        .child(list(app, form, Listed::Resource))
        .child(el("div").class("row").child(guide_link("kompetencer")))
        .view()
}

/// The words of a list: its heading, what it is for, what one of it is, and to add one.
fn list_words(app: App, list: Listed) -> [Words; 4] {
    match list {
        Listed::Material => [
            say!(app, ground.materials),
            say!(app, ground.materials_text),
            say!(app, ground.material),
            say!(app, ground.add_material),
        ],
        Listed::Resource => [
            say!(app, ground.resources),
            say!(app, ground.resources_text),
            say!(app, ground.resource),
            say!(app, ground.add_resource),
        ],
        Listed::Point => [
            say!(app, ground.points),
            say!(app, ground.points_text),
            say!(app, ground.point),
            say!(app, ground.add_point),
        ],
    }
}

/// A list under its heading, with room for one more.
pub(super) fn list(app: App, form: Form<Initiative>, list: Listed) -> El {
    let [title, about, _, add_one] = list_words(app, list);
    let ids = read(form, move |it| it.listed(list));
    let add = move || {
        let id = app.store().new_part();
        form.edit(|it| it.add_listed(list, &id));
        // The field is there after the next frame.
        request_animation_frame(move || {
            focus_field(&list.place(&id));
        });
    };
    let heading = list.place("list");
    el("section")
        .class("part")
        .attr("aria-labelledby", heading.clone())
        .child(el("h2").id(heading).child(title))
        .child(el("p").class("soft").child(about))
        .child(el("div").class("stack").child(each(
            move || ids.get(),
            String::clone,
            move |id| row(app, form, list, id),
        )))
        .child(el("div").class("row").child(Button::new(add_one, add).icon(IconName::Add)))
}

fn row(app: App, form: Form<Initiative>, list: Listed, id: String) -> El {
    let [_, _, label, _] = list_words(app, list);
    let (mine, set, named) = (id.clone(), id.clone(), id.clone());
    let name = read(form, move |it| it.listed_name(list, &mine));
    let write = move |text: String| form.edit(|it| it.set_listed_name(list, &set, &text));
    let place = list.place(&id);
    let field = Field::new(label).id(place.clone());
    let field = match list {
        Listed::Point => field.area(name, write).max_length(500).short().view(),
        _ => field.text(name, write).max_length(80).view(),
    };
    let more = match list {
        Listed::Material => material(app, form, place),
        Listed::Resource => helps(app, form, id.clone()),
        Listed::Point => View::nothing(),
    };
    let what = words(move || match form.with(|it| it.listed_name(list, &named)).trim() {
        "" => label.get(),
        name => name.to_owned(),
    });
    let remove = move || {
        let take = |it: &mut Initiative| it.take_listed(list, &id);
        take_away(app, form, text!(app, ground.removed), take, Initiative::put_back);
    };
    let remove = Button::new(words(move || now!(app, ground.remove, what = what.get())), remove)
        .kind(ButtonKind::Quiet)
        .icon(IconName::Trash);
    el("div")
        .class("ground-item card")
        .attr("role", "group")
        .attr("aria-label", if list == Listed::Point { label } else { what })
        .child(field)
        .child(more)
        .child(el("div").class("row row-end").child(remove))
}

/// Who brings it, and whether it is there.
fn material(app: App, form: Form<Initiative>, place: String) -> View {
    let (at, set) = (place.clone(), place.clone());
    let got = read(form, move |it| it.is_done(&at));
    let toggle = move |done| form.edit(|it| it.set_done(&set, done));
    let who = duty::who(app, form, &place, say!(app, ground.brings));
    let got = tick(format!("{place}/done"), say!(app, ground.got), None, got, toggle);
    el("div").class("grid-fields grid").child(who).child(got).view()
}

fn helps(app: App, form: Form<Initiative>, id: String) -> View {
    let set = id.clone();
    Field::new(say!(app, ground.helps))
        .optional(say!(app, form.optional))
        .text(read(form, move |it| it.helps_with(&id)), move |text: String| {
            form.edit(|it| it.set_helps_with(&set, &text));
        })
        .max_length(160)
        .view()
}
