//! The head of an observation's form: which lesson it is, and in which form it is filled in.

use crate::app::store::Summary;
use crate::domain::calendar::iso;
use crate::domain::forms::Template;
use crate::domain::initiative::Initiative;
use crate::domain::observation::{Observation, ObservationField};
use crate::domain::record::Record;
use crate::ui::kit::prelude::*;
use crate::ui::kit::{blank_link, planned};
use crate::ui::words::{localized, titles};

const INITIATIVE: &str = "initiative";
const DAY: &str = "day";

/// What is wrong, at its field.
pub fn described(app: App, flaw: ObservationField) -> FieldError {
    match flaw {
        ObservationField::Initiative => FieldError::new(INITIATIVE, now!(app, flaw.initiative)),
        ObservationField::Day => FieldError::new(DAY, now!(app, flaw.day)),
    }
}

/// Which lesson it is.
pub fn head(
    app: App,
    form: Form<Observation>,
    initiatives: Vec<Summary>,
    flaws: Signal<Vec<ObservationField>>,
) -> El {
    let said = move |field: ObservationField| {
        Signal::derive(move || {
            flaws.with(|flaws| flaws.contains(&field)).then(|| described(app, field).text)
        })
    };
    let read = move |part: fn(&Observation) -> String| memo(move || form.with(part));
    let write = move |set: fn(&mut Observation, String)| {
        move |text: String| form.edit(|value| set(value, text))
    };
    let template = template_field(app, form, &initiatives);
    let choices = initiatives.into_iter().map(|summary| {
        let initiative = Initiative::read(&summary.fields);
        let title = words(move || titles::initiative(app, &initiative));
        Choice::new(summary.rec.to_string(), title)
    });
    let optional = say!(app, form.optional);
    let initiative = Field::new(say!(app, observation.initiative))
        .id(INITIATIVE)
        .error(said(ObservationField::Initiative))
        .select(
            Signal::stored(choices.collect()),
            read(|value| value.initiative().map(|it| it.to_string()).unwrap_or_default()),
            write(|value, rec| value.set_initiative(rec.parse().ok())),
        )
        .empty_label(say!(app, observation.choose_initiative));
    let class = Field::new(say!(app, field.class))
        .optional(optional)
        .text(read(Observation::class), write(|value, text| value.set_class(&text)))
        .max_length(40);
    let day =
        Field::new(say!(app, observation.day)).id(DAY).error(said(ObservationField::Day)).date(
            read(|value| value.day().map(|day| day.to_string()).unwrap_or_default()),
            write(|value, day| value.set_day(iso::day(&day))),
        );
    let begins = Field::new(say!(app, observation.begins)).optional(optional).time(
        read(|value| value.begins().map(iso::write_time).unwrap_or_default()),
        write(|value, time| value.set_begins(iso::time(&time))),
    );
    let observer = Field::new(say!(app, observation.observer))
        .optional(optional)
        .text(read(Observation::observer), write(|value, text| value.set_observer(&text)))
        .max_length(8);
    let focus = Field::new(say!(app, focus.field))
        .optional(optional)
        .hint(say!(app, focus.hint))
        .area(read(Observation::focus), write(|value, text| value.set_focus(&text)))
        .max_length(500)
        .short();
    el("section")
        .class("head-fields")
        .attr("aria-label", say!(app, observation.lesson))
        .child(el("div").class("head-choices").child(initiative).child(template))
        .child(
            el("div")
                .class("grid-fields grid")
                .child(class)
                .child(day)
                .child(begins)
                .child(observer),
        )
        .child(focus)
        .child(planned(app, form))
        .child(el("p").class("soft small").child(say!(app, observation.who_sees)))
        .child(
            el("div")
                .class("row")
                .child(guide_link("observation"))
                .child(move || form.with(Observation::template).map(|it| blank_link(app, &it)))
                .child(link("/skemaer").child(say!(app, editor.see_or_make))),
        )
}

/// Which form is filled in: it can be changed until something is answered, and is the same for ever
/// from then on.
fn template_field(app: App, form: Form<Observation>, initiatives: &[Summary]) -> Select {
    let content = app.content();
    let of = form.value.with_untracked(Observation::initiative);
    let of = initiatives.iter().find(|summary| Some(summary.rec) == of);
    let kind = of.and_then(|summary| Initiative::read(&summary.fields).kind());
    let offered = content.templates_for(kind);
    let choice = |it: &Template| Choice::new(it.family().to_owned(), localized(it.title.clone()));
    let mut choices: Vec<Choice> = offered.map(choice).collect();
    // The one it is filled in with is there, whether or not it can still be chosen, and is called
    // what it was called then.
    let begun = form.value.with_untracked(|it| it.is_begun().then(|| it.template()).flatten());
    let now = form.value.with_untracked(Observation::template);
    if let Some(used) = now.as_ref().and_then(|it| content.template(it)) {
        let place = choices.iter().position(|it| it.id == used.family());
        match place.and_then(|place| choices.get_mut(place)) {
            Some(offered) if begun.is_some() => *offered = choice(used),
            Some(_) => {}
            None => choices.push(choice(used)),
        }
    }
    let is_begun = memo(move || form.with(Observation::is_begun));
    let id = memo(move || {
        form.with(|it| it.template().map(|it| it.family().to_owned())).unwrap_or_default()
    });
    Field::new(say!(app, observation.template))
        .hint(version_note(app, form))
        .readonly(is_begun)
        .select(Signal::stored(choices), id, move |family: String| {
            let content = app.content();
            if let Some(template) = content.newest_templates().find(|it| it.family() == family) {
                form.edit(|it| it.set_template(&template.reference()));
            }
        })
}

/// Which version of a form it is, where there is more to say than its name.
fn version_note(app: App, form: Form<Observation>) -> Option<Words> {
    let used = form.value.with_untracked(Observation::template)?;
    let content = app.content();
    let newest = content.newest_of(&used)?.reference();
    let (n, newest_n) = (used.version, newest.version);
    (newest != used && used.own_record().is_some())
        .then(|| say!(app, editor.older_version, n = n, newest = newest_n))
}
