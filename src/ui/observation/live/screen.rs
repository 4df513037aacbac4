//! The screen that is used while a lesson runs: one fixed layout, everything under the thumb, nothing
//! to scroll to, no dialog, no sound.

use leptos::wasm_bindgen::JsCast;
use web_sys::Element;

use super::{moments, roles};
use crate::domain::forms::{Item, ItemKind, Section, Template, When};
use crate::domain::observation::{Entry, Observation};
use crate::domain::text::Localized;
use crate::ledger::in_order;
use crate::platform::viewport;
use crate::ui::kit::prelude::*;
use crate::ui::kit::{self, MAIN_ID, clock_text, ticking};
use crate::ui::observation::items::{Asked, NotePress, NoteWords, counters_of, timed_notes};
use crate::ui::words::localized;

/// The parts of the screen: beside each other on a tablet, one swipe apart on a phone.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Pane {
    Notes,
    Count,
    Moment,
    Roles,
}

impl Pane {
    const fn class(self) -> &'static str {
        match self {
            Self::Notes => "live-pane live-notes",
            Self::Count => "live-pane live-count",
            Self::Moment => "live-pane live-moment",
            Self::Roles => "live-pane live-roles",
        }
    }

    fn name(self, app: App) -> Words {
        match self {
            Self::Notes => say!(app, live.notes),
            Self::Count => say!(app, live.count),
            Self::Moment => say!(app, live.moment),
            Self::Roles => say!(app, live.roles),
        }
    }
}

/// The screen, for the sections of a form that are filled in while the lesson runs. `leave` shows
/// the whole form; the lesson goes on.
pub fn live(form: Form<Observation>, template: &Template, leave: impl Fn() + 'static) -> View {
    let app = use_app();
    on_page("has-live");
    let now = ticking();
    kit::keep_awake();
    let during = template.sections.iter().filter(|section| section.when == When::During);
    let covered = covered_by_keyboard();
    let mut line = None;
    let presses = RwSignal::new(Vec::new());
    let panes: Vec<(Pane, El)> = during
        .flat_map(|section: &Section| &section.items)
        .filter_map(|item| pane(form, now, presses, item, &mut line))
        .collect();
    let panes = in_order(panes, |one, other| one.0.cmp(&other.0));
    // Which part is in sight on a phone, by its place.
    let here = RwSignal::new(0_u32);
    let ways = (0_u32..).zip(&panes).map(|(place, (pane, part))| {
        let target = part.clone();
        el("button")
            .attr("type", "button")
            .class("button button-quiet live-way")
            .attr("aria-current", move || (here.get() == place).then_some("true"))
            .on("click", move |_| target.element().scroll_into_view())
            .child(el("span").child(pane.name(app)))
    });
    let ways: Vec<El> = ways.collect();
    let parts: Vec<El> = panes.into_iter().map(|it| it.1).collect();
    let body = el("div")
        .class("live-body")
        .on("scroll", move |event| {
            let Some(body) = event.current_target().and_then(|it| it.dyn_into::<Element>().ok())
            else {
                return;
            };
            let (left, width) = (body.scroll_left().max(0), body.client_width().max(1));
            let place = u32::try_from((left + width / 2) / width).unwrap_or_default();
            // Many events come of one swipe; what follows changes with the part alone.
            if here.try_get_untracked().is_some_and(|now| now != place) {
                here.set(place);
            }
        })
        .child(parts);
    el("div")
        .class("live")
        .class_if("live-paused", move || form.with(Observation::is_paused))
        .class_if("live-typing", move || covered.get() > 0)
        .child(bar(app, form, now, leave))
        .child(
            el("main")
                .class("live-main")
                .id(MAIN_ID)
                .attr("tabindex", "-1")
                .child(el("div").class("live-ways").child(ways))
                .child(body),
        )
        .child(
            el("footer").class("live-foot").child(line).child(undo(app, form, presses, template)),
        )
        .view()
}

/// How much of the screen a keyboard covers, in pixels. The field in use stays in sight then, and
/// when the device is turned.
fn covered_by_keyboard() -> RwSignal<u32> {
    let covered = RwSignal::new(0);
    let watch = viewport::watch(move |pixels| {
        covered.try_set(pixels);
        request_animation_frame(viewport::show_focused);
    });
    // Goes with its owner.
    StoredValue::new_local(watch);
    covered
}

/// Where we are in the lesson, and what can be done about it.
fn bar(app: App, form: Form<Observation>, now: Signal<u64>, leave: impl Fn() + 'static) -> El {
    let clock = words(move || {
        let started = form.with(Observation::started).unwrap_or_default();
        clock_text(now.get().saturating_sub(started))
    });
    let paused = memo(move || form.with(Observation::is_paused));
    let look_away = move || {
        let at = app.store().now();
        form.edit(|it| if it.is_paused() { it.resume(at) } else { it.pause(at) });
    };
    let pause = Button::new(
        words(move || if paused.get() { now!(app, live.resume) } else { now!(app, live.pause) }),
        look_away,
    )
    .icon(IconName::Pause)
    .pressed(paused);
    let end = move || {
        let at = app.store().now();
        form.edit(|it| it.end(Some(at)));
        let go_on = form.amend_later(|it: &mut Observation| it.end(None));
        app.toasts.say_with_undo(text!(app, live.ended), text!(app, form.undo), go_on);
    };
    let end = Button::new(say!(app, live.end), end).icon(IconName::Check);
    el("header")
        .class("live-bar")
        .child(IconButton::new(IconName::Back, say!(app, live.show_form), leave))
        .child(
            el("h1")
                .class("live-clock number")
                .child(el("span").class("visually-hidden").child((say!(app, live.title), " ")))
                .child(clock),
        )
        .child(saving_line(app, form.status))
        .child(el("div").class("live-actions").child(pause).child(end))
}

/// The part for one question; `line` is given what is to be in sight all the time.
fn pane(
    form: Form<Observation>,
    now: Signal<u64>,
    presses: RwSignal<Vec<NotePress>>,
    item: &Item,
    line: &mut Option<El>,
) -> Option<(Pane, El)> {
    let Item { id, text, help, .. } = item.clone();
    let asked = Asked { id: id.clone(), text: text.clone(), help };
    let (pane, content) = match item.kind.clone() {
        ItemKind::TimedNotes { tags, phrases, .. } => {
            let words = NoteWords { tags, phrases };
            (Pane::Notes, timed_notes(form, asked, words, Some(presses)).view())
        }
        ItemKind::Tally { counters } => {
            let of = StoredValue::new(id);
            (Pane::Count, titled(text, counters_of(form, of, &counters)).view())
        }
        ItemKind::Interval { seconds, tracks, .. } => {
            let (panel, due) = moments::panel(form, now, asked, seconds, tracks);
            *line = Some(due);
            (Pane::Moment, panel.view())
        }
        ItemKind::Roles { models } => {
            (Pane::Roles, titled(text, roles::panel(form, id, models)).view())
        }
        _ => return None,
    };
    let name = el("h2").class("visually-hidden").child(pane.name(use_app()));
    Some((pane, el("section").class(pane.class()).child(name).child(content)))
}

fn titled(text: Localized, content: El) -> (El, El) {
    (el("h3").class("live-title").child(localized(text)), content)
}

/// Takes back the last press, whatever it was. Always in the same place.
fn undo(
    app: App,
    form: Form<Observation>,
    presses: RwSignal<Vec<NotePress>>,
    template: &Template,
) -> Button {
    let names = StoredValue::new(template.clone());
    // A press on a note goes first where it is the later one and nothing has been written over it.
    let last = memo(move || {
        let (entry, press) = form.with(|it| {
            let stands = |press: &&NotePress| press.stands(it);
            (it.last_entry(), presses.with(|all| all.iter().rfind(stands).cloned()))
        });
        let since = entry.as_ref().map_or(0, |(_, entry)| entry.at());
        match press.filter(|press| press.pressed >= since) {
            Some(press) => Some(Last::Press(press)),
            None => entry.map(|(path, entry)| Last::Entry(path, entry)),
        }
    });
    let label = words(move || match last.get() {
        Some(last) => now!(
            app,
            live.undo_what,
            what = match &last {
                Last::Press(press) if press.phrase.is_empty() => now!(app, noting.back_undo),
                Last::Press(press) => press.phrase.clone(),
                Last::Entry(path, entry) =>
                    names.with_value(|template| entry_name(app, form, template, path, entry)),
            }
        ),
        None => now!(app, item.undo_tap),
    });
    let take_back = move || match last.get_untracked() {
        Some(Last::Press(press)) => {
            presses.update(|all| all.retain(|other| *other != press));
            press.take_back(form);
        }
        Some(Last::Entry(path, _)) => form.edit(|it| it.take_back(&path)),
        None => {}
    };
    let nothing =
        Signal::derive(move || last.with(Option::is_none).then(|| now!(app, item.nothing_to_undo)));
    Button::new(label, take_back).icon(IconName::Undo).disabled_reason(nothing)
}

/// What the next undo takes back.
#[derive(Debug, Clone, PartialEq)]
enum Last {
    /// A press that changed a note.
    Press(NotePress),
    /// An entry, and where it stands.
    Entry(String, Entry),
}

fn entry_name(
    app: App,
    form: Form<Observation>,
    template: &Template,
    path: &str,
    entry: &Entry,
) -> String {
    let item = path.split('/').nth(1).unwrap_or_default();
    let kind = template.items().find(|known| known.id == item).map(|known| &known.kind);
    match (entry, kind) {
        (Entry::Tap(tap), Some(ItemKind::Tally { counters })) => {
            let counter = counters.iter().find(|it| it.id == tap.counter);
            let name = counter.map(|it| it.label.get(app.lang())).unwrap_or_default();
            match counter.and_then(|it| it.per).filter(|_| !tap.who.is_empty()) {
                Some(per) => {
                    let who = form.with(|it| it.who_is(per, &tap.who));
                    now!(app, counting.named, name = name, who = who)
                }
                None => name.to_owned(),
            }
        }
        (Entry::Role(change), Some(ItemKind::Roles { models })) => {
            let model = models.iter().find(|it| it.id == change.model);
            model.map(|it| it.label.get(app.lang()).to_owned()).unwrap_or_default()
        }
        (Entry::Moment(number, _), _) => now!(app, live.moment_number, n = number),
        _ => String::new(),
    }
}
