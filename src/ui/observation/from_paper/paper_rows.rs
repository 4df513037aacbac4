//! What there can be any number of on paper: pauses, notes and changes of roles, a row for each. A row
//! stays where it is while its time is typed.

use super::entry::Paper;
use crate::domain::forms::{Tag, Titled};
use crate::domain::observation::{ClockFault, Note, Observation, RoleChange};
use crate::ui::kit::prelude::*;
use crate::ui::observation::items::lead_name;
use crate::ui::words::localized;

/// So many rows are shown until the rest is asked for.
const LATEST: usize = 30;

/// The rows of one place. Copy it into closures freely.
#[derive(Clone, Copy)]
struct Rows {
    paper: Paper,
    item: StoredValue<String>,
    /// What a row can be marked with.
    choices: StoredValue<Vec<Titled>>,
    /// The rows by id, in the order of their times when the page was opened.
    ids: RwSignal<Vec<String>>,
}

/// One row. Copy it into closures freely.
#[derive(Clone, Copy)]
struct Row {
    rows: Rows,
    id: StoredValue<String>,
    /// Its number, as its labels have it.
    n: Signal<usize>,
}

impl Rows {
    fn new(paper: Paper, item: String, choices: Vec<Titled>, ids: Vec<String>) -> Self {
        let (item, choices) = (StoredValue::new(item), StoredValue::new(choices));
        Self { paper, item, choices, ids: RwSignal::new(ids) }
    }

    fn view(self, add_label: Words, row: fn(Row) -> El) -> View {
        let Self { paper, ids, .. } = self;
        let app = paper.app;
        let hidden = RwSignal::new(ids.with_untracked(Vec::len).saturating_sub(LATEST));
        let add = move || {
            let id = app.store().new_part();
            let field = field_id(&id);
            ids.update(|ids| ids.push(id));
            // The field is there after the next frame.
            request_animation_frame(move || {
                focus_field(&field);
            });
        };
        let shown = move || ids.with(|ids| ids.iter().skip(hidden.get()).cloned().collect());
        let made = move |id: String| {
            let of = id.clone();
            let place = move |ids: &Vec<String>| ids.iter().position(|it| *it == of);
            let n = memo(move || ids.with(&place).map_or(0, |at| at + 1));
            row(Row { rows: self, id: StoredValue::new(id), n })
        };
        let earlier = move || {
            Button::new(say!(app, paper.earlier, n = hidden.get()), move || hidden.set(0))
                .kind(ButtonKind::Quiet)
        };
        (
            show(move || hidden.get() > 0, earlier),
            el("div").class("typed-rows").child(each(shown, String::clone, made)),
            Button::new(add_label, add).icon(IconName::Add),
        )
            .view()
    }
}

fn field_id(row: &str) -> String {
    format!("paper-{row}")
}

impl Row {
    fn read<T: 'static>(self, it: &Observation, of: fn(&Observation, &str, &str) -> T) -> T {
        let Rows { item, .. } = self.rows;
        item.with_value(|item| self.id.with_value(|id| of(it, item, id)))
    }

    /// Takes the row and what stands in it away, until that is undone. `path` is where it stands.
    fn remove(self, place: &'static str) {
        let Rows { paper, item, ids, .. } = self.rows;
        let id = self.id.get_value();
        let path = match item.get_value().as_str() {
            "" => format!("{place}/{id}"),
            item => format!("{place}/{item}/{id}"),
        };
        let kept = paper.form.value.with_untracked(|it| it.at_path(&path));
        let at = ids.with_untracked(|ids| ids.iter().position(|it| *it == id)).unwrap_or_default();
        paper.form.edit(|it| it.take_back(&path));
        ids.update(|ids| ids.retain(|it| *it != id));
        let put_back = paper.form.amend_later(move |it: &mut Observation| {
            it.put_back(&path, kept.clone());
        });
        let undo = move || {
            put_back();
            ids.try_update(|ids| ids.insert(at.min(ids.len()), id.clone()));
        };
        let app = paper.app;
        app.toasts.say_with_undo(text!(app, paper.removed), text!(app, form.undo), undo);
    }

    /// The row: its fields, and last the way to remove it.
    fn frame(self, label: Words, remove: Words, place: &'static str, fields: Vec<View>) -> El {
        let remove = IconButton::new(IconName::Trash, remove, move || self.remove(place));
        el("div")
            .class("typed-row")
            .attr("role", "group")
            .attr("aria-label", label)
            .child(fields)
            .child(el("div").class("typed-remove").child(remove))
    }
}

/// The pauses of the lesson.
pub fn pauses(paper: Paper) -> View {
    let ids = paper.form.value.with_untracked(|it| {
        it.written_pauses().into_iter().map(|(id, ..)| id).collect::<Vec<_>>()
    });
    let app = paper.app;
    let title = el("h3").class("field-label").child(say!(app, paper.pauses));
    (
        title,
        Rows::new(paper, String::new(), Vec::new(), ids).view(say!(app, paper.add_pause), pause),
    )
        .view()
}

fn pause(row: Row) -> El {
    let Row { rows: Rows { paper, .. }, n, .. } = row;
    let app = paper.app;
    let times = move |it: &Observation| -> (Option<u64>, Option<u64>) {
        row.read(it, |it, _, id| {
            let mine = it.written_pauses().into_iter().find(|(pause, ..)| pause == id);
            mine.map(|(_, from, to)| (from, to)).unwrap_or_default()
        })
    };
    let outside = move |it: &Observation, at: Option<u64>| {
        at.filter(|at| it.is_outside(*at)).map(|_| ClockFault::Outside)
    };
    let from_fault = paper.fault(say!(app, paper.pause_first), move |it| outside(it, times(it).0));
    let to_fault = paper.fault(say!(app, paper.pause_first), move |it| {
        let (from, to) = times(it);
        match it.pause_fault(from, to) {
            Some(ClockFault::Backwards) => Some(ClockFault::Backwards),
            _ => outside(it, to),
        }
    });
    let write = move |it: &mut Observation, times: (Option<u64>, Option<u64>)| {
        let times = Some(times).filter(|times| *times != (None, None));
        row.id.with_value(|id| it.write_pause(id, times));
    };
    let from = paper.time(
        Field::new(say!(app, paper.pause_from, n = n.get()))
            .id(field_id(&row.id.get_value()))
            .error(from_fault),
        move |it| times(it).0,
        move |it, at| write(it, (at, times(it).1)),
    );
    let to = paper.time(
        Field::new(say!(app, paper.pause_to, n = n.get())).error(to_fault),
        move |it| times(it).1,
        move |it, at| write(it, (times(it).0, at)),
    );
    let fields = vec![from.view(), to.view()];
    row.frame(
        say!(app, paper.pause_from, n = n.get()),
        say!(app, paper.remove_pause, n = n.get()),
        "clock/pauses",
        fields,
    )
}

/// The notes of an item.
pub fn notes(paper: Paper, item: String, tags: Vec<Tag>) -> View {
    let notes = paper.form.value.with_untracked(|it| it.notes(&item));
    let ids = notes.into_iter().map(|(id, _)| id).collect();
    Rows::new(paper, item, tags, ids).view(say!(paper.app, paper.add_note), note)
}

fn note(row: Row) -> El {
    let Row { rows: Rows { paper, .. }, n, .. } = row;
    let Paper { app, form } = paper;
    let tags = row.rows.choices.get_value();
    let found = move |it: &Observation| -> Note {
        row.read(it, |it, item, id| it.note(item, id)).unwrap_or_default()
    };
    let write = move |it: &mut Observation, change: Box<dyn FnOnce(&mut Note)>| {
        let mut note = found(it);
        change(&mut note);
        let is_empty = note.text.is_empty() && note.meaning.is_empty() && note.at == 0;
        let note = Some(&note).filter(|_| !is_empty);
        row.rows.item.with_value(|item| row.id.with_value(|id| it.set_note(item, id, note)));
    };
    let fault = paper.fault(say!(app, paper.outside), move |it| {
        it.is_outside(found(it).at).then_some(ClockFault::Outside)
    });
    let time = paper.time(
        Field::new(say!(app, paper.note_time, n = n.get()))
            .id(field_id(&row.id.get_value()))
            .error(fault),
        move |it| Some(found(it).at).filter(|at| *at > 0),
        move |it, at| write(it, Box::new(move |note| note.at = at.unwrap_or_default())),
    );
    let part = move |of: fn(Note) -> String| memo(move || form.with(|it| of(found(it))));
    let set = move |set: fn(&mut Note, String)| {
        move |text: String| form.edit(|it| write(it, Box::new(move |note| set(note, text))))
    };
    let words = Field::new(say!(app, paper.note_text, n = n.get()))
        .area(part(|note| note.text), set(|note, text| note.text = text))
        .max_length(2000)
        .short();
    let meaning = Field::new(say!(app, paper.note_meaning, n = n.get()))
        .optional(say!(app, form.optional))
        .area(part(|note| note.meaning), set(|note, text| note.meaning = text))
        .max_length(1000)
        .short();
    let tag = (!tags.is_empty()).then(|| {
        let choices = tags.into_iter().map(|tag| Choice::new(tag.id, localized(tag.label)));
        Field::new(say!(app, paper.note_tag, n = n.get()))
            .optional(say!(app, form.optional))
            .select(
                Signal::stored(choices.collect::<Vec<_>>()),
                part(|note| note.tag),
                set(|note, tag| note.tag = tag),
            )
            .empty_label(say!(app, paper.no_tag))
    });
    let fields = vec![time.view(), words.view(), tag.view(), meaning.view()];
    row.frame(
        say!(app, paper.note_time, n = n.get()),
        say!(app, paper.remove_note, n = n.get()),
        "notes",
        fields,
    )
}

/// The changes of roles of an item.
pub fn roles(paper: Paper, item: String, models: Vec<Titled>) -> View {
    let changes = paper.form.value.with_untracked(|it| it.roles(&item));
    let ids = changes.into_iter().map(|(id, _)| id).collect();
    Rows::new(paper, item, models, ids).view(say!(paper.app, paper.add_role), role)
}

fn role(row: Row) -> El {
    let Row { rows: Rows { paper, .. }, n, .. } = row;
    let Paper { app, form } = paper;
    let found = move |it: &Observation| -> RoleChange {
        let change = row.read(it, |it, item, id| it.role(item, id));
        change.unwrap_or(RoleChange { at: 0, model: String::new(), lead: String::new() })
    };
    let write = move |it: &mut Observation, change: Box<dyn FnOnce(&mut RoleChange)>| {
        let mut role = found(it);
        change(&mut role);
        row.rows.item.with_value(|item| row.id.with_value(|id| it.change_roles(item, id, &role)));
    };
    let fault = paper.fault(say!(app, paper.outside), move |it| {
        it.is_outside(found(it).at).then_some(ClockFault::Outside)
    });
    let time = paper.time(
        Field::new(say!(app, paper.role_time, n = n.get()))
            .id(field_id(&row.id.get_value()))
            .error(fault),
        move |it| Some(found(it).at).filter(|at| *at > 0),
        move |it, at| write(it, Box::new(move |role| role.at = at.unwrap_or_default())),
    );
    let part = move |of: fn(RoleChange) -> String| memo(move || form.with(|it| of(found(it))));
    let set = move |set: fn(&mut RoleChange, String)| {
        move |text: String| form.edit(|it| write(it, Box::new(move |role| set(role, text))))
    };
    let models = row.rows.choices.get_value().into_iter();
    let models = models.map(|model| Choice::new(model.id, localized(model.label)));
    let model = Field::new(say!(app, paper.role_model, n = n.get()))
        .select(
            Signal::stored(models.collect::<Vec<_>>()),
            part(|role| role.model),
            set(|role, model| role.model = model),
        )
        .empty_label(say!(app, paper.no_lead));
    let leads =
        ["a", "b", "ab"].map(|lead| Choice::new(lead, words(move || lead_name(app, form, lead))));
    let lead = Field::new(say!(app, paper.role_lead, n = n.get()))
        .optional(say!(app, form.optional))
        .select(
            Signal::stored(leads.into_iter().collect::<Vec<_>>()),
            part(|role| role.lead),
            set(|role, lead| role.lead = lead),
        )
        .empty_label(say!(app, paper.no_lead));
    let fields = vec![time.view(), model.view(), lead.view()];
    row.frame(
        say!(app, paper.role_time, n = n.get()),
        say!(app, paper.remove_role, n = n.get()),
        "roles",
        fields,
    )
}
