//! After the lesson, one step at a time: each rating with its evidence beside it, one question that
//! looks ahead, what to try. The same record as the form, with nothing that has to be filled in.

use super::finishing::finishing;
use crate::domain::forms::{Item, ItemKind, Template, When};
use crate::domain::observation::Observation;
use crate::domain::text::Localized;
use crate::ui::kit::minutes;
use crate::ui::kit::prelude::*;
use crate::ui::observation::items::{question, rating_beside_notes};
use crate::ui::words::{localized, titles};

/// The heading that takes the focus when another step is shown.
const STEP: &str = "wrap-step";

/// One step. Nothing in it has to be answered.
#[derive(Clone)]
enum Step {
    /// A rating of the form.
    Rating(Item),
    /// What else the form asks after the lesson.
    Others(Vec<Item>),
    /// A question that looks ahead, and the item that asks for it.
    Question(Option<Item>),
    /// What to try next time.
    Try,
}

impl Step {
    fn title(&self, app: App) -> Words {
        match self {
            Self::Rating(item) => localized(item.text.clone()),
            Self::Others(_) => say!(app, wrap.others),
            Self::Question(_) => say!(app, wrap.question),
            Self::Try => say!(app, wrap.to_try),
        }
    }

    fn is_answered(&self, it: &Observation) -> bool {
        match self {
            Self::Rating(item) => it.rating(&item.id).is_some(),
            Self::Others(items) => items.iter().any(|item| it.is_answered(&item.id)),
            Self::Question(item) => {
                !it.question(item.as_ref().map(|item| item.id.as_str())).trim().is_empty()
            }
            Self::Try => !it.to_try().trim().is_empty(),
        }
    }
}

/// The steps of a form, in its order: its ratings, what else it asks, the question, what to try.
fn steps(app: App, template: &Template) -> Vec<Step> {
    let content = app.content();
    let asks = content.forward_item(template).cloned();
    let after = template.sections.iter().filter(|section| section.when == When::After);
    let (mut steps, mut others) = (Vec::new(), Vec::new());
    for item in after.flat_map(|section| &section.items) {
        let is_rating = matches!(item.kind, ItemKind::Rating { .. });
        if is_rating && item.show_if.is_none() {
            steps.push(Step::Rating(item.clone()));
        } else if asks.as_ref().is_none_or(|asks| asks.id != item.id) {
            others.push(item.clone());
        }
    }
    if !others.is_empty() {
        steps.push(Step::Others(others));
    }
    steps.extend([Step::Question(asks), Step::Try]);
    steps
}

/// The page. `whole` shows the whole form instead.
pub fn wrap_up(
    form: Form<Observation>,
    template: &Template,
    whole: impl Fn() + Clone + 'static,
) -> View {
    let app = use_app();
    let steps = StoredValue::new(steps(app, template));
    let of = StoredValue::new(template.clone());
    let here = RwSignal::new(0_u32);
    let count = steps.with_value(Vec::len);
    let last = u32::try_from(count).unwrap_or_default().saturating_sub(1);
    let go = move |to: u32| {
        here.set(to.min(last));
        focus_field(STEP);
    };
    let step = move || {
        let number = here.get();
        let found = steps.with_value(|steps| steps.get(number as usize).cloned());
        found.map(|step| shown(app, form, of, step, number as usize + 1, count))
    };
    let back = show(
        move || here.get() > 0,
        move || {
            Button::new(say!(app, wrap.before), move || go(here.get_untracked().saturating_sub(1)))
                .kind(ButtonKind::Quiet)
                .icon(IconName::Back)
        },
    );
    let next = show(
        move || here.get() < last,
        move || {
            Button::new(say!(app, wrap.next), move || go(here.get_untracked() + 1))
                .kind(ButtonKind::Primary)
                .icon(IconName::Forward)
        },
    );
    let finish = finishing(app, form);
    let to_form = whole.clone();
    let done = move || {
        if !finish() {
            app.toasts.say(text!(app, form.not_done));
            to_form();
        }
    };
    let done = Button::new(say!(app, form.done), done).icon(IconName::Check);
    let form_instead =
        Button::new(say!(app, live.show_form), whole).kind(ButtonKind::Quiet).icon(IconName::Note);
    on_page("has-wrap-up");
    let content = el("div")
        .class("wrap-up stack")
        .child(
            el("div")
                .class("row row-between")
                .child(el("p").class("soft").child(what_was_put_down(app, form)))
                .child(form_instead),
        )
        .child(ways(app, form, steps, here, go))
        .child(step)
        .child(action_bar((back, done, next)));
    let lesson = words(move || form.with(|it| titles::observation(app, it)));
    let state = el("div")
        .class("row")
        .child(saving_line(app, form.status))
        .child(el("span").class("soft small").child(lesson));
    let home = form.value.with_untracked(Observation::initiative);
    let home = home.map_or_else(|| "/".to_owned(), |it| format!("/indsatser/{it}"));
    Page::new(say!(app, wrap.title))
        .back(home, say!(app, form.back))
        .state(state)
        .child(content)
        .view()
}

/// How long the lesson was and how much was put down in it.
fn what_was_put_down(app: App, form: Form<Observation>) -> Words {
    words(move || {
        form.with(|it| {
            let began = it.started().unwrap_or_default();
            let lasted = minutes(it.ended().unwrap_or(began).saturating_sub(began));
            let notes = it.every_note().len();
            let lasted = now!(app, live.lasted, n = lasted);
            format!("{lasted} {}", now!(app, wrap.notes, n = notes))
        })
    })
}

/// All steps, to go to any of them, with those that are answered marked.
fn ways(
    app: App,
    form: Form<Observation>,
    steps: StoredValue<Vec<Step>>,
    here: RwSignal<u32>,
    go: impl Fn(u32) + Copy + 'static,
) -> El {
    let way = move |(number, step): (u32, Step)| {
        let title = step.title(app);
        let answered = memo(move || form.with(|it| step.is_answered(it)));
        let name = words(move || {
            let (n, title) = (number + 1, title.get());
            if answered.get() {
                now!(app, wrap.step_answered, n = n, title = title)
            } else {
                now!(app, wrap.step, n = n, title = title)
            }
        });
        let button = el("button")
            .attr("type", "button")
            .class("wrap-way number")
            .class_if("wrap-way-answered", move || answered.get())
            .attr("aria-label", name)
            .attr("aria-current", move || (here.get() == number).then_some("step"))
            .on("click", move |_| go(number))
            .child((number + 1).to_string());
        el("li").child(button)
    };
    let all: Vec<El> = (0_u32..).zip(steps.get_value()).map(way).collect();
    el("nav")
        .attr("aria-label", say!(app, wrap.steps))
        .child(el("ol").class("wrap-ways").attr("role", "list").child(all))
}

fn shown(
    app: App,
    form: Form<Observation>,
    of: StoredValue<Template>,
    step: Step,
    number: usize,
    count: usize,
) -> El {
    let place = el("span").class("soft small").child(say!(app, wrap.place, n = number, of = count));
    let title = step.title(app);
    let is_rating = matches!(step, Step::Rating(_));
    let heading = el("h2")
        .id(STEP)
        .attr("tabindex", "-1")
        .class_if("visually-hidden", move || is_rating)
        .child(title);
    let content = match step {
        Step::Rating(item) => rating_beside_notes(form, item).view(),
        Step::Others(items) => {
            let items = items.into_iter().map(|item| question(form, of, item));
            el("div").class("questions").child(items.collect::<Vec<_>>()).view()
        }
        Step::Question(item) => ahead(app, form, item.map(|item| item.id)).view(),
        Step::Try => what_to_try(app, form).view(),
    };
    el("section")
        .class("stack-tight stack")
        .attr("aria-labelledby", STEP)
        .child(place)
        .child(heading)
        .child(content)
}

/// One question in own words, or one that is suggested.
fn ahead(app: App, form: Form<Observation>, item: Option<String>) -> El {
    let item = StoredValue::new(item);
    let written =
        memo(move || item.with_value(|item| form.with(|it| it.question(item.as_deref()))));
    let write = move |text: String| {
        item.with_value(|item| form.edit(|it| it.set_question(item.as_deref(), &text)));
    };
    let field = Field::new(say!(app, wrap.question_own))
        .hint(say!(app, wrap.question_hint))
        .optional(say!(app, form.optional))
        .area(written, write)
        .max_length(2000)
        .short();
    let questions = app.content().feedback.questions.clone();
    let questions: Vec<Localized> = questions.into_iter().map(|it| it.label).collect();
    let all = StoredValue::new(questions.clone());
    let suggestion = move |question: Localized| {
        let label = localized(question.clone());
        let chosen =
            memo(move || written.with(|it| label.with(|label| it.contains(label.as_str()))));
        let choose = move || {
            let lang = app.lang_now();
            let known = all.with_value(|all| {
                all.iter().map(|it| it.get(lang).to_owned()).collect::<Vec<String>>()
            });
            let question = question.get(lang).to_owned();
            item.with_value(|item| {
                form.edit(|it| it.suggest_question(item.as_deref(), &question, &known));
            });
        };
        el("li").child(Button::new(label, choose).kind(ButtonKind::Quiet).pressed(chosen).wide())
    };
    let suggestions: Vec<El> = questions.into_iter().map(suggestion).collect();
    el("div").class("question stack").child(field).child(
        el("div")
            .class("stack-tight stack")
            .child(el("h3").class("field-label").id("suggested").child(say!(app, wrap.suggested)))
            .child(
                el("ul")
                    .class("wrap-suggestions")
                    .attr("role", "list")
                    .attr("aria-labelledby", "suggested")
                    .child(suggestions),
            ),
    )
}

/// What to try next time.
fn what_to_try(app: App, form: Form<Observation>) -> El {
    let written = memo(move || form.with(Observation::to_try));
    let field = Field::new(say!(app, wrap.try_own))
        .hint(say!(app, wrap.try_hint))
        .optional(say!(app, form.optional))
        .area(written, move |text: String| form.edit(|it| it.set_to_try(&text)))
        .max_length(2000);
    el("div").class("question").child(field)
}

/// On the form: the way to the steps, once the lesson has ended.
pub fn way_to_wrap_up(form: Form<Observation>, open: impl Fn() + Clone + 'static) -> View {
    let app = use_app();
    let waits = move || form.with(|it| it.ended().is_some() && it.finished().is_none());
    show(waits, move || {
        let open = Button::new(say!(app, wrap.open), open.clone())
            .kind(ButtonKind::Primary)
            .icon(IconName::Forward);
        Notice::new(NoticeKind::Info, say!(app, wrap.waits)).actions(open)
    })
}

/// On the form, where it does not ask for it itself: the question, if it has no place there, and
/// what to try.
pub fn taken_along(form: Form<Observation>, template: &Template) -> El {
    let app = use_app();
    let has_place = app.content().forward_item(template).is_some();
    let own = (!has_place).then(|| ahead(app, form, None));
    bare_section("taken-along", say!(app, wrap.to_try))
        .child(el("div").class("questions").child(own).child(what_to_try(app, form)))
}
