//! "Are we equipped?": each person says so for themselves, and what is missing is followed up.

use super::tasks::no_team;
use super::{duty, ground};
use crate::domain::initiative::phase_content::{SelfCheck, phase_content};
use crate::domain::initiative::{Initiative, Listed, Person, preparation};
use crate::ledger::RecordId;
use crate::ui::kit::prelude::*;
use crate::ui::kit::{read, said};
use crate::ui::voices::equipped_part;
use crate::ui::words::{names, step_words};

/// The id of what names a member's part in the page.
pub(super) fn member_id(member: &str) -> String {
    format!("readiness-{member}")
}

fn check() -> &'static SelfCheck {
    &phase_content().self_check
}

/// The people, and who is ready for what.
pub(super) fn readiness(app: App, form: Form<Initiative>, rec: RecordId) -> View {
    let people = read(form, |it| it.people().into_iter().map(|it| it.id).collect::<Vec<String>>());
    let has_said = memo(move || {
        form.with(|it| it.people().iter().any(|who| it.has_said(phase_content(), &who.id)))
    });
    el("div")
        .class("stack-loose stack")
        .child(soft(say!(app, prep.check_text)))
        .child(no_team(app, form, rec))
        .child(el("div").class("stack").child(each(
            move || people.get(),
            String::clone,
            move |id| member(app, form, id),
        )))
        .child(show(move || has_said.get(), move || overview(app, form)))
        .child(ground::list(app, form, Listed::Point))
        .child(equipped_part(app, rec))
        .child(el("div").class("row").child(guide_link("kompetencer")))
        .view()
}

/// What one person says, folded under their initials.
fn member(app: App, form: Form<Initiative>, id: String) -> El {
    let place = preparation::readiness(&id);
    let (me, of, lacking, source_of) = (id.clone(), id.clone(), id.clone(), id.clone());
    let name = words(move || person(app, form, &me));
    let lacks = read(form, move |it| it.lacks(phase_content(), &lacking));
    let (done_at, set) = (place.clone(), place.clone());
    let helped = read(form, move |it| it.is_done(&done_at));
    let state = words(move || {
        let (said, needs) = form.with(|it| (it.has_said(phase_content(), &of), it.needs(&of)));
        let needs = needs.iter().filter_map(|need| phase_content().words(need));
        let needs: Vec<&str> = needs.map(|it| it.get(app.lang())).collect();
        match (said, lacks.get(), helped.get()) {
            (false, ..) => now!(app, prep.not_said),
            (_, false, _) => now!(app, prep.is_ready),
            (_, _, true) => now!(app, prep.helped),
            _ if needs.is_empty() => now!(app, prep.lacks),
            _ => now!(app, prep.lacks_what, needs = needs.join(", ")),
        }
    });
    let help = move || {
        let set = set.clone();
        let toggle = move |done| form.edit(|it| it.set_done(&set, done));
        el("div")
            .class("stack")
            .child(duty::fields(app, form, &place, say!(app, prep.helper), say!(app, prep.plan)))
            .child(source(app, form, &source_of))
            .child(tick(format!("{place}/done"), say!(app, prep.helped), None, helped, toggle))
    };
    let items = check().items.iter();
    let items = items.map(|it| level(app, form, &id, it.id.clone(), said(app, &it.label)));
    let me = id.clone();
    let own =
        own_points(form, move |point, label| el("div").child(level(app, form, &me, point, label)));
    el("details")
        .class("fold member-check")
        .child(
            el("summary")
                .id(member_id(&id))
                .child(el("span").class("strong").child(name))
                .child(el("span").class("soft small").child(state)),
        )
        .child(
            el("div")
                .class("form")
                .child(items.collect::<Vec<_>>())
                .child(own)
                .child(needs(app, form, &id))
                .child(show(move || lacks.get(), help)),
        )
}

/// The initials of a person, whether they are in the team or have left it.
fn person(app: App, form: Form<Initiative>, id: &str) -> String {
    let mut people = form.with(Initiative::people).into_iter();
    people.find(|it| it.id == id).map(|it| step_words::person_name(app, &it)).unwrap_or_default()
}

/// Where the help is to come from.
fn source(app: App, form: Form<Initiative>, member: &str) -> View {
    let (mine, set) = (member.to_owned(), member.to_owned());
    Field::new(say!(app, prep.source))
        .hint(say!(app, prep.source_hint))
        .optional(say!(app, form.optional))
        .text(read(form, move |it| it.source(&mine)), move |text: String| {
            form.edit(|it| it.set_source(&set, &text));
        })
        .max_length(160)
        .view()
}

/// Something for each of the team's own points, by its id and its words.
fn own_points(form: Form<Initiative>, row: impl Fn(String, Words) -> El + 'static) -> View {
    let ids = read(form, |it| {
        let named = it.named(Listed::Point).into_iter();
        named.map(|(id, _)| id).collect::<Vec<String>>()
    });
    each(
        move || ids.get(),
        String::clone,
        move |id| {
            let mine = id.clone();
            row(id, read(form, move |it| it.listed_name(Listed::Point, &mine)))
        },
    )
}

fn level(app: App, form: Form<Initiative>, member: &str, item: String, label: Words) -> View {
    let (mine, set, of) = (member.to_owned(), member.to_owned(), item.clone());
    let steps = (1_u64..).zip(&check().steps);
    let steps = steps.map(|(level, step)| Choice::new(level.to_string(), said(app, step)));
    Field::new(label)
        .segments(
            Signal::stored(steps.collect()),
            read(form, move |it| it.level(&mine, &of).map(|level| level.to_string())),
            move |level| {
                let level = level.and_then(|level| level.parse().ok());
                form.edit(|it| it.set_level(&set, &item, level));
            },
        )
        .clear(say!(app, item.clear))
        .view()
}

fn needs(app: App, form: Form<Initiative>, member: &str) -> View {
    let (mine, set) = (member.to_owned(), member.to_owned());
    let needs = check().needs.iter();
    let needs = needs.map(|need| Choice::new(need.id.clone(), said(app, &need.label)));
    Field::new(said(app, &check().needs_text))
        .checks(
            Signal::stored(needs.collect()),
            read(form, move |it| it.needs(&mine)),
            move |need, on| form.edit(|it| it.set_need(&set, &need, on)),
        )
        .view()
}

/// Who is ready for what: two groups an item, and nobody before another.
fn overview(app: App, form: Form<Initiative>) -> El {
    let fact = move |item: String, label: Words| {
        let state = words(move || {
            let (ready, others) = form.with(|it| {
                let with = |is: bool| -> Vec<Person> {
                    let people = it.people().into_iter();
                    people.filter(|who| it.is_ready(&who.id, &item) == Some(is)).collect()
                };
                (with(true), with(false))
            });
            let ready =
                (!ready.is_empty()).then(|| now!(app, prep.ready_who, who = names(app, &ready)));
            let others =
                (!others.is_empty()).then(|| now!(app, prep.on_the_way, who = names(app, &others)));
            [ready, others].into_iter().flatten().collect::<Vec<_>>().join(" · ")
        });
        el("div").class("fact").child(el("dt").child(label)).child(el("dd").child(state))
    };
    let items = check().items.iter().map(|it| fact(it.id.clone(), said(app, &it.label)));
    bare_section("ready-overview", say!(app, prep.ready_overview)).child(
        el("dl").class("facts").child(items.collect::<Vec<_>>()).child(own_points(form, fact)),
    )
}
