//! The holidays that an initiative's plan leaves out: what is suggested, as the municipality has it,
//! and the school's own days.

use crate::app::store::{Clock as _, Target};
use crate::domain::calendar::{HolidayFlaw, SchoolYear, iso};
use crate::domain::initiative::Initiative;
use crate::domain::record::{Kind, Record};
use crate::ledger::RecordId;
use crate::platform::clock::BrowserClock;
use crate::ui::kit::prelude::*;
use crate::ui::words::holiday_words::name;

/// The page.
pub fn holidays(rec: RecordId) -> View {
    let app = use_app();
    let found =
        use_stored_once(move |store| async move { store.edit(rec, Kind::Initiative).await });
    shown(found, move |found| match found {
        Some((target, fields)) => filled(app, target, Initiative::read(&fields)),
        None => not_found(),
    })
}

fn filled(app: App, target: Target, saved: Initiative) -> View {
    let rec = target.rec;
    let first = saved.school_year().unwrap_or_else(|| SchoolYear::of(BrowserClock.today()));
    let form = Form::open(app, target, saved.clone(), saved);
    // Kept as a text, as the field for it has it.
    let year = RwSignal::new(first.0.to_string());
    let chosen = move || SchoolYear(year.get().parse().unwrap_or(first.0));
    let years = [first, SchoolYear(first.0.saturating_add(1))];
    let years = years.map(|year| Choice::new(year.0.to_string(), year.to_string()));
    let keys = memo(move || {
        let of = chosen();
        let keys = form.with(|it| it.holidays(of)).into_iter().map(|it| it.key);
        keys.collect::<Vec<String>>()
    });
    let add = move || {
        let key = app.store().new_part();
        let of = untrack(chosen);
        form.edit(|it| it.add_holiday(&key, of));
        // The field is there after the next frame.
        request_animation_frame(move || {
            focus_field(&format!("name-{key}"));
        });
    };
    let rows =
        each(move || keys.get(), String::clone, move |key| row(app, form, untrack(chosen), key));
    let content = el("div")
        .class("form")
        .child(soft(say!(app, planning.holidays_text)))
        .child(Field::new(say!(app, field.school_year)).select(
            Signal::stored(years.to_vec()),
            year,
            move |chosen: String| year.set(chosen),
        ))
        .child(el("div").class("stack-loose stack").child(rows))
        .child(
            el("div")
                .class("row")
                .child(Button::new(say!(app, planning.add_holiday), add).icon(IconName::Add)),
        );
    Page::new(say!(app, planning.holidays))
        .back(format!("/indsatser/{rec}/plan"), say!(app, plan.back))
        .state(saving_line(app, form.status))
        .child(content)
        .view()
}

fn row(app: App, form: Form<Initiative>, year: SchoolYear, key: String) -> El {
    let key = StoredValue::new(key);
    let found = move || {
        let all = form.with(|it| it.holidays(year)).into_iter();
        key.with_value(|key| all.into_iter().find(|it| it.key == *key)).unwrap_or_default()
    };
    let id = move |part: &str| key.with_value(|key| format!("{part}-{key}"));
    let day = move |part: &'static str| {
        let value = words(move || {
            let found = found();
            let day = if part == "from" { found.from } else { found.to };
            day.map(|day| day.to_string()).unwrap_or_default()
        });
        let write = move |day: String| {
            key.with_value(|key| form.edit(|it| it.set_holiday_day(key, part, iso::day(&day))));
        };
        (value, write)
    };
    let is_own = untrack(found).title.is_none();
    let error = Signal::derive(move || {
        let holiday = found();
        match holiday.flaw()? {
            HolidayFlaw::Backwards => Some(now!(app, planning.holiday_backwards)),
            HolidayFlaw::TooLong => Some(now!(app, planning.holiday_too_long)),
            // One that is new has neither, and nothing is wrong with it yet.
            HolidayFlaw::NoDay => {
                let is_half = holiday.from.is_some() || holiday.to.is_some();
                is_half.then(|| now!(app, planning.holiday_half))
            }
        }
    });
    let (from, set_from) = day("from");
    let (to, set_to) = day("to");
    let remove = move || {
        let holiday = untrack(found);
        let said = untrack(|| text!(app, planning.holiday_removed, name = name(app, &holiday)));
        form.edit(|it| it.set_holiday_gone(&holiday, year, true));
        let back = form.amend_later(move |it: &mut Initiative| {
            it.set_holiday_gone(&holiday, year, false);
        });
        app.toasts.say_with_undo(said, text!(app, form.undo), back);
    };
    let named = words(move || name(app, &found()));
    let title = if is_own {
        Field::new(say!(app, planning.holiday_name))
            .id(id("name"))
            .text(words(move || found().name), move |name: String| {
                key.with_value(|key| form.edit(|it| it.set_holiday_name(key, &name)));
            })
            .max_length(60)
            .view()
    } else {
        el("h2").class("holiday-title").child(named).view()
    };
    let remove = IconButton::new(
        IconName::Trash,
        say!(app, planning.remove_holiday, name = named.get()),
        remove,
    );
    let days = el("div")
        .class("holiday-days")
        .child(Field::new(say!(app, planning.first_day)).date(from, set_from))
        .child(Field::new(say!(app, planning.last_day)).error(error).date(to, set_to));
    el("div")
        .class("holiday")
        .attr("role", "group")
        .attr("aria-label", named)
        .child(el("div").class("holiday-head").child(title).child(remove))
        .child(days)
}
