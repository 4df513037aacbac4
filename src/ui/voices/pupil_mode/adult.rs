//! The way out: the adult's code.

use leptos::task::spawn_local;

use super::parts::{heading, large};
use super::sitting::Sitting;
use crate::app::store::Clock as _;
use crate::platform::clock::BrowserClock;
use crate::ui::kit::prelude::*;

/// The id of the field.
const FIELD: &str = "pupil-code";

/// After so many wrong codes nobody is heard for a while.
const TRIES: u32 = 3;

/// How long, in milliseconds.
const WAIT_MS: u64 = 30_000;

/// The screen of the code, which was asked for at a question or between two pupils.
pub fn code(sitting: Sitting, from: Option<usize>) -> View {
    let app = sitting.app;
    let (code, wrong) = (RwSignal::new(String::new()), RwSignal::new(None::<String>));
    let tries = StoredValue::new(0_u32);
    let waits_until = StoredValue::new(0_u64);
    let other_day = sitting.mode.with_value(|mode| mode.is_of_another_day(BrowserClock.today()));
    let refuse = move || {
        let mut said = text!(app, survey.wrong_code);
        tries.update_value(|n| *n += 1);
        if tries.get_value() >= TRIES {
            tries.set_value(0);
            waits_until.set_value(app.store().now() + WAIT_MS);
            said = text!(app, survey.wait_code);
        }
        wrong.try_set(Some(said));
        code.try_set(String::new());
        focus_field(FIELD);
    };
    let open = move || {
        sitting.touch();
        if app.store().now() < waits_until.get_value() {
            wrong.set(Some(text!(app, survey.wait_code)));
            return;
        }
        let typed = code.get_untracked();
        spawn_local(async move {
            match app.store().take_from_pupils(&typed).await {
                Ok(true) => {
                    sitting.tablet.take();
                    app.has_stored();
                }
                Ok(false) => refuse(),
                Err(error) => drop(wrong.try_set(Some(app.explain(&error)))),
            }
        });
    };
    let field = Field::new(say!(app, survey.code_field))
        .error(wrong)
        .id(FIELD)
        .number(false, memo(move || code.get()), move |typed: String| {
            sitting.touch();
            code.set(typed);
        })
        .max_length(8)
        .last();
    let back = large(say!(app, survey.go_back), IconName::Back, move || sitting.leave_code(from));
    let unlock = Button::new(say!(app, survey.unlock), open).kind(ButtonKind::Primary).wide();
    el("div")
        .class("pupil-middle pupil-adult")
        .on("keydown", move |event| {
            if key_of(&event) == "Enter" && event.target().is_some_and(is_field) {
                open();
            }
        })
        .child(heading(say!(app, survey.for_adult)))
        .child(other_day.then(|| el("p").child(say!(app, survey.other_day))))
        .child((!other_day).then_some(field))
        .child(unlock)
        .child((!other_day).then(|| {
            // Said once a code has been wrong: until then nobody has forgotten any.
            let forgotten = move || soft(say!(app, survey.forgotten));
            show(move || wrong.with(Option::is_some), forgotten)
        }))
        .child(el("div").class("pupil-foot").child(back))
        .view()
}

fn is_field(target: leptos::web_sys::EventTarget) -> bool {
    use leptos::wasm_bindgen::JsCast as _;
    target.dyn_into::<leptos::web_sys::HtmlInputElement>().is_ok()
}

/// The way to it, quiet enough that no pupil minds it. Staff need no code: in the middle of a sheet they are asked whether
/// they are done, and between two people it leads back to the app.
pub fn way_out(sitting: Sitting, from: Option<usize>) -> El {
    let app = sitting.app;
    if sitting.is_of_staff {
        let (words, drawing) = match from {
            Some(_) => (say!(app, staff.stop), IconName::Close),
            None => (say!(app, staff.leave), IconName::Back),
        };
        return el("button")
            .attr("type", "button")
            .class("button button-quiet pupil-way-out")
            .on("click", move |_| match from {
                Some(place) => sitting.show(super::sitting::Stage::StillThere(place)),
                None => sitting.leave(),
            })
            .child(icon(drawing))
            .child(el("span").child(words));
    }
    el("button")
        .attr("type", "button")
        .class("button button-quiet pupil-way-out")
        .on("click", move |_| sitting.show(super::sitting::Stage::Code(from)))
        .child(icon(IconName::Lock))
        .child(el("span").child(say!(app, survey.for_adult)))
}
