//! One period of a group: who is in it, from when to when, what it was put together from, who leads it
//! and what was learnt.

use leptos::task::spawn_local;
use leptos_router::hooks::{use_navigate, use_query_map};

use crate::app::store::{Clock as _, Target};
use crate::domain::calendar::iso;
use crate::domain::initiative::{BASES, Group, GroupWords, Initiative, MOST_IN_GROUP, Person};
use crate::domain::record::{Kind, Record as _};
use crate::ledger::RecordId;
use crate::platform::clock::BrowserClock;
use crate::ui::kit::prelude::*;
use crate::ui::kit::{is_new, take_away};
use crate::ui::words::basis_name;
use crate::ui::words::group_words::name;

/// What every question needs.
#[derive(Clone, Copy)]
struct Ask {
    app: App,
    form: Form<Initiative>,
    /// The group's id in the initiative.
    id: StoredValue<String>,
}

impl Ask {
    /// A part of the group, followed.
    fn read<T: PartialEq + Send + Sync + 'static>(
        self,
        read: impl Fn(&Group) -> T + Send + Sync + 'static,
    ) -> Signal<T> {
        memo(move || {
            let group = self.form.with(|it| self.id.with_value(|id| it.group(id)));
            read(&group.unwrap_or_default())
        })
    }

    /// Changes the group, by its id.
    fn edit(self, change: impl FnOnce(&mut Initiative, &str)) {
        self.form.edit(|it| self.id.with_value(|id| change(it, id)));
    }

    /// A part in words, asked for in a field.
    fn area(self, part: GroupWords, field: Field) -> View {
        field
            .area(self.read(move |it| it.words(part)), move |text: String| {
                self.edit(|it, id| it.set_group_words(id, part, &text));
            })
            .max_length(1000)
            .short()
            .view()
    }
}

/// The page of one period of a group, new or old.
pub fn group(rec: RecordId, id: &str) -> View {
    let app = use_app();
    let (new, id) = (is_new(), id.to_owned());
    let after = use_query_map().with_untracked(|query| query.get("efter"));
    let found =
        use_stored_once(move |store| async move { store.edit(rec, Kind::Initiative).await });
    shown(found, move |found| match found {
        Some((target, fields)) => {
            let saved = Initiative::read(&fields);
            let is_known = saved.group(&id).is_some();
            if !is_known && !new {
                return not_found();
            }
            let mut value = saved.clone();
            if !is_known {
                let before = after.as_ref().and_then(|before| saved.group(before));
                let today = BrowserClock.today();
                match before {
                    Some(before) => value.begin_group_after(&id, &before, today),
                    None => value.set_group_from(&id, Some(today)),
                }
            }
            page(app, target, saved, value, id.clone())
        }
        None => not_found(),
    })
}

fn page(app: App, target: Target, saved: Initiative, value: Initiative, id: String) -> View {
    let rec = target.rec;
    let form = Form::open(app, target, saved, value);
    let ask = Ask { app, form, id: StoredValue::new(id) };
    let back = format!("/indsatser/{rec}/grupper");
    let go = StoredValue::new_local(use_navigate());
    let there = back.clone();
    let finish = move || {
        let there = there.clone();
        spawn_local(async move {
            if form.seal().await
                && let Some(go) = go.try_get_value()
            {
                go(&there, Default::default());
            }
        });
    };
    let done =
        Button::new(say!(app, form.done), finish).kind(ButtonKind::Primary).icon(IconName::Check);
    let content = el("div")
        .class("form")
        .child(comes_after(ask))
        .child(when(ask))
        .child(who(ask, rec))
        .child(basis(ask))
        .child(leads(ask))
        .child(ask.area(
            GroupWords::Learnt,
            Field::new(say!(app, groups.learnt)).optional(say!(app, form.optional)),
        ))
        .child(el("div").class("row row-end").child(remove(ask, back.clone())))
        .child(action_bar(done));
    let named = ask.read(Clone::clone);
    Page::new(words(move || named.with(|group| name(app, group))))
        .back(back, say!(app, groups.back))
        .state(saving_line(app, form.status))
        .child(content)
        .view()
}

/// That the group was another before, and that this stays to be seen.
fn comes_after(ask: Ask) -> View {
    let app = ask.app;
    let comes_after = ask.read(|it| !it.words(GroupWords::After).is_empty());
    show(move || comes_after.get(), move || soft(say!(app, groups.is_change)))
}

/// What it is called, and from when to when.
fn when(ask: Ask) -> View {
    let app = ask.app;
    let optional = say!(app, form.optional);
    let name =
        Field::new(say!(app, groups.name)).optional(optional).hint(say!(app, groups.name_hint));
    let backwards = Signal::derive(move || {
        let is_backwards = ask.read(Group::is_backwards).get();
        is_backwards.then(|| now!(app, groups.backwards))
    });
    let day = |day: Option<chrono::NaiveDate>| day.map(|day| day.to_string()).unwrap_or_default();
    (
        name.text(ask.read(|it| it.words(GroupWords::Name)), move |name: String| {
            ask.edit(|it, id| it.set_group_words(id, GroupWords::Name, &name));
        })
        .max_length(60),
        el("div")
            .class("grid-fields grid")
            .child(
                Field::new(say!(app, groups.from))
                    .date(ask.read(move |it| day(it.from())), move |on: String| {
                        ask.edit(|it, id| it.set_group_from(id, iso::day(&on)))
                    }),
            )
            .child(
                Field::new(say!(app, groups.to))
                    .optional(optional)
                    .hint(say!(app, groups.to_hint))
                    .error(backwards)
                    .date(ask.read(move |it| day(it.to())), move |on: String| {
                        ask.edit(|it, id| it.set_group_to(id, iso::day(&on)));
                    }),
            ),
    )
        .view()
}

/// Who is in it, by code; or how many, where nobody is ticked.
fn who(ask: Ask, rec: RecordId) -> El {
    let Ask { app, form, id } = ask;
    // Whoever is off the initiative's list stays where they were.
    let codes = memo(move || {
        form.with(|it| {
            let mut codes = it.pupils();
            let ticked = id.with_value(|id| it.group(id)).unwrap_or_default().pupils();
            codes.extend(ticked.into_iter().filter(|code| !it.pupils().contains(code)));
            codes
        })
    });
    let choices = Signal::derive(move || {
        codes.get().into_iter().map(|code| Choice::new(code.clone(), code)).collect::<Vec<_>>()
    });
    let ticked = ask.read(Group::pupils);
    let pupils = move || {
        Field::new(say!(app, groups.who))
            .hint(say!(app, groups.who_hint))
            .checks(choices, ticked, move |code, is_in| {
                ask.edit(|it, id| it.set_group_pupil(id, &code, is_in));
            })
            .view()
    };
    let no_codes = move || {
        let write = LinkButton::new(format!("/indsatser/{rec}/ret"), say!(app, groups.write_codes));
        el("div")
            .class("stack-tight stack")
            .child(soft(say!(app, groups.no_codes)))
            .child(el("div").class("row").child(write.icon(IconName::Edit)))
            .view()
    };
    let wrong = Signal::derive(move || {
        let wrong = ask.read(Group::has_no_number).get();
        wrong.then(|| now!(app, groups.size_wrong, most = MOST_IN_GROUP))
    });
    let size = move || {
        Field::new(say!(app, groups.size))
            .hint(say!(app, groups.size_hint))
            .error(wrong)
            .number(false, ask.read(|it| it.words(GroupWords::Size)), move |size: String| {
                ask.edit(|it, id| it.set_group_words(id, GroupWords::Size, &size));
            })
            .max_length(3)
            .view()
    };
    let has_codes = move || !codes.with(Vec::is_empty);
    el("div")
        .class("group-who form")
        .child(show(has_codes, pupils))
        .child(show(move || !has_codes(), no_codes))
        .child(show(move || ticked.with(Vec::is_empty), size))
}

/// What it was put together from: chosen, and in their own words.
fn basis(ask: Ask) -> View {
    let app = ask.app;
    let choices = BASES.map(|id| Choice::new(id, words(move || basis_name(app, id))));
    let optional = say!(app, form.optional);
    let chosen = Field::new(say!(app, groups.basis)).optional(optional).checks(
        Signal::stored(choices.to_vec()),
        ask.read(Group::bases),
        move |basis, is| ask.edit(|it, id| it.set_group_basis(id, &basis, is)),
    );
    let own = Field::new(say!(app, groups.basis_own)).optional(optional);
    (chosen, ask.area(GroupWords::Basis, own)).view()
}

/// Who of the team leads it; who has left the team and led it stands there as well.
fn leads(ask: Ask) -> View {
    let Ask { app, form, id } = ask;
    let leads = memo(move || form.with(|it| id.with_value(|id| it.group_leads(id))));
    let choices = Signal::derive(move || {
        let team = form.with(Initiative::people);
        let left = leads.get().into_iter().filter(|it| it.gone && !team.contains(it));
        let all: Vec<Person> = team.iter().cloned().chain(left).collect();
        all.into_iter().map(|it| Choice::new(it.id, it.initials)).collect::<Vec<_>>()
    });
    let ticked = memo(move || leads.get().into_iter().map(|it| it.id).collect::<Vec<String>>());
    let field = move || {
        Field::new(say!(app, groups.leads))
            .optional(say!(app, form.optional))
            .checks(choices, ticked, move |member, leads| {
                ask.edit(|it, id| it.set_group_lead(id, &member, leads));
            })
            .view()
    };
    show(move || !choices.with(Vec::is_empty), field)
}

/// Takes the period away; undo puts back all that stood in it.
fn remove(ask: Ask, back: String) -> Button {
    let app = ask.app;
    let go = StoredValue::new_local(use_navigate());
    let remove = move || {
        let take = |it: &mut Initiative| ask.id.with_value(|id| it.remove_group(id));
        take_away(app, ask.form, text!(app, groups.removed), take, Initiative::put_back);
        if let Some(go) = go.try_get_value() {
            go(&back, Default::default());
        }
    };
    Button::new(say!(app, groups.remove), remove).kind(ButtonKind::Quiet).icon(IconName::Trash)
}
