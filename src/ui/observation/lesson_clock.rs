//! The lesson's clock on the page of an observation: what is settled before it starts, and how long
//! the lesson was.

use leptos::task::spawn_local;
use leptos_router::hooks::use_navigate;

use super::lesson_agreement::Frame;
use super::lesson_frame::{frame_question, may_start};
use crate::domain::forms::{ItemKind, Per, Template};
use crate::domain::observation::Observation;
use crate::ledger::RecordId;
use crate::platform::attention;
use crate::ui::kit::minutes;
use crate::ui::kit::prelude::*;
use crate::ui::observation::items::interval_choices;

#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    Waiting,
    Running,
    /// It is being typed in from paper.
    Paper,
    /// The observation is done, and no clock ran.
    Never,
    /// With how long it lasted, in milliseconds.
    Over(u64),
}

/// The part of the page. `shows_form` is put down to get back to the live screen. What
/// is only tried out has no record, and so no page for its times.
pub fn lesson_clock(
    form: Form<Observation>,
    rec: Option<RecordId>,
    template: &Template,
    shows_form: RwSignal<bool>,
) -> El {
    let app = use_app();
    let template = StoredValue::new(template.clone());
    let go = way();
    let paper = rec.map(|rec| Paper { app, form, rec, go });
    let state = memo(move || {
        form.with(|it| match (it.started(), it.ended()) {
            (Some(started), Some(ended)) if it.end_fault().is_none() => {
                State::Over(ended.saturating_sub(started))
            }
            _ if it.is_paper() => State::Paper,
            (Some(_), None) => State::Running,
            (Some(_), Some(_)) => State::Over(0),
            (None, _) if it.finished().is_some() => State::Never,
            (None, _) => State::Waiting,
        })
    });
    let content = move || match state.get() {
        State::Waiting => waiting(app, form, template, paper),
        State::Running => {
            let back = Button::new(say!(app, live.back_to_live), move || shows_form.set(false))
                .kind(ButtonKind::Primary)
                .icon(IconName::Clock);
            Notice::new(NoticeKind::Info, say!(app, live.title))
                .child(el("p").child(say!(app, live.running_text)))
                .child(template.with_value(|template| interval_choices(form, template)))
                .actions(back)
                .view()
        }
        State::Paper => (
            el("p").child(say!(app, paper.is_paper)),
            paper.map(|it| it.button(say!(app, paper.go_on)).kind(ButtonKind::Primary)),
        )
            .view(),
        State::Never => (
            template.with_value(|template| people(app, form, template)),
            paper.map(|it| it.button(say!(app, paper.open)).kind(ButtonKind::Quiet)),
        )
            .view(),
        State::Over(ms) => {
            let go_on = move || {
                shows_form.set(false);
                form.edit(|it| it.end(None));
            };
            let go_on = Button::new(say!(app, live.go_on), go_on).kind(ButtonKind::Quiet);
            let lasted = say!(app, live.lasted, n = minutes(ms));
            let is_paper = form.value.with_untracked(Observation::is_paper);
            let said = is_paper.then(|| soft(say!(app, paper.is_paper)));
            let words = el("div").child(el("p").child(lasted)).child(said);
            let actions = el("div")
                .class("row")
                .child(paper.map(|it| it.button(say!(app, paper.correct)).kind(ButtonKind::Quiet)))
                .child((!is_paper).then_some(go_on));
            el("div").class("row row-between").child(words).child(actions).view()
        }
    };
    section("lesson-clock", say!(app, live.start_title)).child(content)
}

/// The way to the page where times are typed.
#[derive(Clone, Copy)]
struct Paper {
    app: App,
    form: Form<Observation>,
    rec: RecordId,
    go: StoredValue<NavigateFunction, LocalStorage>,
}

fn way() -> StoredValue<NavigateFunction, LocalStorage> {
    let go = use_navigate();
    StoredValue::new_local(Box::new(move |to: &str| go(to, Default::default())))
}

/// What goes to another page.
type NavigateFunction = Box<dyn Fn(&str)>;

impl Paper {
    fn button(self, label: Words) -> Button {
        Button::new(label, move || self.open()).icon(IconName::Edit)
    }

    /// Opens it once everything is saved: two pages never hold the same words.
    fn open(self) {
        let Self { app, form, rec, go } = self;
        if form.value.with_untracked(|it| it.started().is_none()) {
            let at = app.store().now();
            form.edit(|it| it.set_paper(Some(at)));
        }
        spawn_local(async move {
            if form.seal().await {
                go.try_with_value(|go| go(&format!("/observationer/{rec}/papir")));
            }
        });
    }
}

/// Before the start: who is there, who is looked at, and whether that is agreed. A lesson can begin
/// without an agreement, with a reason.
fn waiting(
    app: App,
    form: Form<Observation>,
    template: StoredValue<Template>,
    paper: Option<Paper>,
) -> View {
    let refused = RwSignal::new(false);
    let every = template.with_value(|template| interval_choices(form, template));
    let frame = Frame::of(form);
    let may_start = may_start(form, frame);
    let asked = frame_question(app, form, frame, refused);
    let start = move || {
        if may_start.get_untracked() {
            let at = app.store().now();
            let agreed = untrack(|| frame.is_known().then(|| frame.is_agreed()));
            form.edit(|it| {
                if agreed.is_some() {
                    it.set_agreed(agreed);
                }
                it.start(at);
                template.with_value(|template| keep_intervals(it, template));
            });
        } else {
            refused.set(true);
            let asked = if untrack(|| frame.is_known()) { "reason" } else { "agreed" };
            focus_field(asked);
        }
    };
    // What is filled in without the clock, as from paper, needs no lesson that starts now.
    let kind = if form.value.with_untracked(Observation::is_begun) {
        ButtonKind::Secondary
    } else {
        ButtonKind::Primary
    };
    let start = Button::new(say!(app, live.start), start).kind(kind).icon(IconName::Clock);
    (
        soft(say!(app, live.start_text)),
        template.with_value(|template| people(app, form, template)),
        (every, asked),
        (!attention::can_stay_awake())
            .then(|| el("p").class("soft small").child(say!(app, looking_up.stay_awake))),
        el("div")
            .class("row row-end")
            .child(paper.map(|it| it.button(say!(app, paper.open)).kind(ButtonKind::Quiet)))
            .child(start),
    )
        .view()
}

/// Who is there, who is looked at, and who is counted for.
pub fn people(app: App, form: Form<Observation>, template: &Template) -> El {
    let read = move |part: fn(&Observation) -> String| memo(move || form.with(part));
    let write = move |set: fn(&mut Observation, &str)| {
        move |text: String| form.edit(|value| set(value, &text))
    };
    let optional = say!(app, form.optional);
    let adult_a = Field::new(say!(app, live.adult_a))
        .optional(optional)
        .text(read(|it| it.adult("a")), write(|it, text| it.set_adult("a", text)))
        .max_length(8);
    let adult_b = Field::new(say!(app, live.adult_b))
        .optional(optional)
        .text(read(|it| it.adult("b")), write(|it, text| it.set_adult("b", text)))
        .max_length(8);
    // What is typed is not a list of codes at every key.
    let typed = RwSignal::new(form.value.with_untracked(Observation::pupils).join(" "));
    // They may be filled in from elsewhere.
    Effect::new(move || {
        let stored = form.with(Observation::pupils);
        let mut here = Observation::default();
        here.set_pupils(&typed.get_untracked());
        if here.pupils() != stored {
            typed.set(stored.join(" "));
        }
    });
    let pupils = Field::new(say!(app, live.pupils))
        .hint(say!(app, live.pupils_hint))
        .optional(optional)
        .text(typed, move |text| {
            form.edit(|it| it.set_pupils(&text));
            typed.set(text);
        })
        .max_length(60);
    // As with the codes of pupils.
    let named = form.value.with_untracked(Observation::groups);
    let named = named.into_iter().map(|(_, name)| name).collect::<Vec<_>>();
    let named = RwSignal::new(named.join(", "));
    let has_groups = template.items().any(|item| match &item.kind {
        ItemKind::Tally { counters } => counters.iter().any(|it| it.per == Some(Per::Group)),
        _ => false,
    });
    let groups = has_groups.then(|| {
        Field::new(say!(app, counting.groups))
            .hint(Some(say!(app, counting.groups_hint)))
            .optional(optional)
            .text(named, move |text| {
                form.edit(|it| it.set_groups(&text));
                named.set(text);
            })
            .max_length(120)
    });
    el("div").class("grid-fields grid").child(adult_a).child(adult_b).child(pupils).child(groups)
}

/// How often the observer looks up stands in the record, whatever the form says.
pub fn keep_intervals(it: &mut Observation, template: &Template) {
    for item in template.items() {
        if let ItemKind::Interval { seconds, .. } = &item.kind
            && it.every(&item.id).is_none()
        {
            it.set_every(&item.id, *seconds);
        }
    }
}
