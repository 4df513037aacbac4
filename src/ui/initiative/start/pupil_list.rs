//! The pupils an initiative is for, by codes. Who stands behind a code is known outside the app.

use crate::domain::initiative::{Initiative, MOST_PUPILS_BEGUN};
use crate::domain::record::is_pupil_code;
use crate::ui::kit::prelude::*;

/// What stands in the field, and what is wrong with it.
#[derive(Clone, Copy)]
pub struct Typed {
    text: RwSignal<String>,
    wrong: RwSignal<String>,
}

impl Typed {
    /// Nothing yet.
    pub fn new() -> Self {
        Self { text: RwSignal::default(), wrong: RwSignal::default() }
    }
}

/// The list, and the field that puts more on it. `typed` is what stands in the field.
pub fn pupils(app: App, form: Form<Initiative>, typed: Typed) -> View {
    let Typed { text, wrong } = typed;
    let pupils = memo(move || form.with(Initiative::pupils));
    let rows = each(move || pupils.get(), Clone::clone, move |code: String| row(app, form, code));
    let counted = move || match pupils.with(Vec::len) {
        0 => now!(app, measure.no_pupils),
        1 => now!(app, measure.one_pupil),
        n => now!(app, measure.pupils_n, n = n),
    };
    let press = move || {
        make(app, form, typed);
    };
    let field = Field::new(say!(app, measure.how_many))
        .hint(say!(app, measure.how_many_hint))
        .error(memo(move || Some(wrong.get()).filter(|it| !it.is_empty())))
        .text(text, move |said| {
            text.set(said);
            wrong.set(String::new());
        })
        .last();
    let by_enter = move |event| {
        if key_of(&event) == "Enter" {
            press();
        }
    };
    (
        soft(say!(app, measure.pupils_hint)),
        el("p").attr("role", "status").child(counted),
        el("ul")
            .class("measure-pupils")
            .attr("role", "list")
            .attr("hidden", move || pupils.with(Vec::is_empty))
            .child(rows),
        el("div")
            .class("measure-add stack-tight stack")
            .on("keydown", by_enter)
            .child(field)
            .child(Button::new(say!(app, measure.make_codes), press).icon(IconName::Add)),
    )
        .view()
}

/// Makes what is asked for: so many codes, or one of their own. `false` where that cannot be, and it is
/// said at the field; nothing asked for is nothing wrong.
pub(super) fn make(app: App, form: Form<Initiative>, Typed { text, wrong }: Typed) -> bool {
    let said = text.get_untracked().trim().to_uppercase();
    if said.is_empty() {
        return true;
    }
    if let Some(fault) = fault(app, form, &said) {
        wrong.set(fault);
        return false;
    }
    wrong.set(String::new());
    form.edit(|it| {
        if is_pupil_code(&said) {
            it.add_pupil(&said);
            return;
        }
        for _ in 0..said.parse().unwrap_or(0_usize) {
            let code = it.next_pupil();
            it.add_pupil(&code);
        }
    });
    text.set(String::new());
    true
}

/// What is wrong with what is asked for.
fn fault(app: App, form: Form<Initiative>, said: &str) -> Option<String> {
    let pupils = form.value.with_untracked(Initiative::pupils);
    let room = MOST_PUPILS_BEGUN.saturating_sub(pupils.len());
    if is_pupil_code(said) {
        return pupils
            .contains(&said.to_owned())
            .then(|| text!(app, measure.code_twice, code = said));
    }
    let fits = said.parse::<usize>().is_ok_and(|count| (1..=room).contains(&count));
    (!fits).then(|| text!(app, measure.how_many_wrong, most = room))
}

fn row(app: App, form: Form<Initiative>, code: String) -> El {
    let (name, gone) = (code.clone(), code.clone());
    let remove = move || {
        form.edit(|it| it.remove_pupil(&gone));
        let back = gone.clone();
        let undo = form.amend_later(move |it: &mut Initiative| {
            it.add_pupil(&back);
        });
        let said = text!(app, measure.off_list, code = gone);
        app.toasts.say_with_undo(said, text!(app, form.undo), undo);
    };
    let label = words(move || now!(app, start.remove_pupil, code = name));
    el("li").class("measure-pupil").child(el("span").child(code)).child(IconButton::new(
        IconName::Close,
        label,
        remove,
    ))
}
