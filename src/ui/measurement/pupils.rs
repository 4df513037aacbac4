//! The pupils of a measurement, by codes.

use crate::domain::measurement::{MOST_PUPILS_MEASURED, Measurement};
use crate::domain::record::is_pupil_code;
use crate::ui::kit::prelude::*;

/// The list, and the ways to put more on it; `known` are the pupils of the initiative.
pub fn pupils_part(app: App, form: Form<Measurement>, known: Vec<String>) -> El {
    let pupils = memo(move || form.with(Measurement::pupils));
    let rows = each(move || pupils.get(), Clone::clone, move |code: String| row(app, form, code));
    let counted = move || match pupils.with(Vec::len) {
        0 => now!(app, measure.no_pupils),
        1 => now!(app, measure.one_pupil),
        n => now!(app, measure.pupils_n, n = n),
    };
    section("measure-pupils", say!(app, measure.pupils))
        .child(soft(say!(app, measure.pupils_hint)))
        .child(el("p").child(counted))
        .child(
            el("ul")
                .class("measure-pupils")
                .attr("role", "list")
                .attr("hidden", move || pupils.with(Vec::is_empty))
                .child(rows),
        )
        .child(offer(app, form, known))
        .child(add(app, form))
}

/// The pupils of the initiative that are not on the list, to put there at once.
fn offer(app: App, form: Form<Measurement>, known: Vec<String>) -> View {
    let missing = memo(move || {
        let listed = form.with(Measurement::pupils);
        let missing = known.iter().filter(|code| !listed.contains(code)).cloned();
        missing.take(MOST_PUPILS_MEASURED.saturating_sub(listed.len())).collect::<Vec<_>>()
    });
    let label = words(move || {
        let codes = missing.get();
        match (codes.first(), codes.last()) {
            (Some(first), Some(last)) if codes.len() > 2 => {
                let n = codes.len();
                now!(app, measure.take_many, n = n, first = first, last = last)
            }
            _ => now!(app, measure.take_few, codes = codes.join(", ")),
        }
    });
    let take = move || {
        let codes = missing.get_untracked();
        form.edit(|it| {
            for code in &codes {
                it.add_pupil(code);
            }
        });
        let back = form.amend_later(move |it: &mut Measurement| {
            for code in &codes {
                // Who has answered since stays.
                it.remove_pupil(code);
            }
        });
        app.toasts.say_with_undo(text!(app, measure.taken), text!(app, form.undo), back);
    };
    let button = move || {
        let button = Button::new(label, take).icon(IconName::People);
        el("div").class("row").child(button)
    };
    show(move || !missing.with(Vec::is_empty), button)
}

/// How many codes to make, or one of their own.
fn add(app: App, form: Form<Measurement>) -> View {
    let asked = RwSignal::new(String::new());
    let wrong = RwSignal::new(String::new());
    let make = move || {
        let said = asked.get_untracked();
        let said = said.trim().to_uppercase();
        let room = MOST_PUPILS_MEASURED - form.value.with_untracked(|it| it.pupils().len());
        if is_pupil_code(&said) {
            let known = form.value.with_untracked(|it| it.pupils().contains(&said));
            if known {
                wrong.set(text!(app, measure.code_twice, code = said));
                return;
            }
            form.edit(|it| {
                it.add_pupil(&said);
            });
        } else {
            let count = said.parse::<usize>().ok().filter(|count| (1..=room).contains(count));
            let Some(count) = count else {
                wrong.set(text!(app, measure.how_many_wrong, most = room));
                return;
            };
            form.edit(|it| {
                for _ in 0..count {
                    let code = it.next_code();
                    it.add_pupil(&code);
                }
            });
        }
        wrong.set(String::new());
        asked.set(String::new());
    };
    let field = Field::new(say!(app, measure.how_many))
        .hint(say!(app, measure.how_many_hint))
        .error(memo(move || Some(wrong.get()).filter(|it| !it.is_empty())))
        .text(asked, move |typed| {
            asked.set(typed);
            wrong.set(String::new());
        })
        .last();
    let by_enter = move |event| {
        if key_of(&event) == "Enter" {
            make();
        }
    };
    el("div")
        .class("measure-add stack-tight stack")
        .on("keydown", by_enter)
        .child(field)
        .child(Button::new(say!(app, measure.make_codes), make).icon(IconName::Add))
        .view()
}

fn row(app: App, form: Form<Measurement>, code: String) -> El {
    let of = code.clone();
    let left = memo(move || form.with(|it| it.has_left(&of)));
    let name = code.clone();
    let label = words(move || {
        if left.get() {
            now!(app, measure.is_back, code = name)
        } else {
            now!(app, measure.has_left, code = name)
        }
    });
    let shown = code.clone();
    let said = move || {
        if left.get() { now!(app, measure.left_mark, code = shown) } else { shown.clone() }
    };
    let press = move || {
        let left = left.get_untracked();
        if left {
            form.edit(|it| it.set_left(&code, false));
            return;
        }
        // Who has answered nothing was only put on the list; who has answered has left.
        let mut gone = false;
        form.edit(|it| {
            gone = it.remove_pupil(&code);
            if !gone {
                it.set_left(&code, true);
            }
        });
        let back = code.clone();
        let undo = form.amend_later(move |it: &mut Measurement| {
            it.add_pupil(&back);
            it.set_left(&back, false);
        });
        let said = if gone {
            text!(app, measure.off_list, code = code)
        } else {
            text!(app, measure.now_left, code = code)
        };
        app.toasts.say_with_undo(said, text!(app, form.undo), undo);
    };
    let icon = IconName::Close;
    el("li")
        .class("measure-pupil")
        .class_if("measure-pupil-left", move || left.get())
        .child(el("span").child(said))
        .child(IconButton::new(icon, label, press))
}
