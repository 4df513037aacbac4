//! Who teaches how: one press changes the model, another who leads.

use crate::domain::forms::Titled;
use crate::domain::observation::{Observation, RoleChange};
use crate::domain::text::with_soft_hyphens;
use crate::ui::kit::prelude::*;
use crate::ui::observation::items::lead_name;
use crate::ui::words::localized;

pub fn panel(form: Form<Observation>, item: String, models: Vec<Titled>) -> El {
    let app = use_app();
    let item = StoredValue::new(item);
    let current = memo(move || {
        form.with(|it| item.with_value(|item| it.roles(item).pop().map(|(_, last)| last)))
    });
    let change = move |model: Option<&str>, lead: Option<&str>| {
        let before = current.get_untracked();
        let model = model.map(ToOwned::to_owned);
        let Some(model) = model.or_else(|| before.as_ref().map(|it| it.model.clone())) else {
            return;
        };
        let lead = lead.map(ToOwned::to_owned);
        let lead = lead.or_else(|| before.map(|it| it.lead)).unwrap_or_default();
        let store = app.store();
        let (id, at) = (store.new_part(), store.now());
        let entry = RoleChange { at, model, lead };
        form.edit(|it| it.change_roles(&item.get_value(), &id, &entry));
    };
    let models = models.into_iter().map(|model| {
        let (mine, chosen) = (model.id.clone(), model.id);
        toggle(
            localized(model.label),
            move || current.with(|it| it.as_ref().is_some_and(|it| it.model == mine)),
            move || change(Some(&chosen), None),
        )
    });
    let leads = ["a", "b", "ab"].map(|lead| {
        toggle(
            words(move || lead_name(app, form, lead)),
            move || current.with(|it| it.as_ref().is_some_and(|it| it.lead == lead)),
            move || change(None, Some(lead)),
        )
    });
    el("div")
        .class("live-codes-group stack-tight stack")
        .child(el("div").class("live-codes").child(models.collect::<Vec<_>>()))
        .child(
            el("div")
                .class("live-codes live-codes-few")
                .attr("role", "group")
                .attr("aria-label", say!(app, live.who_leads))
                .child(leads.into_iter().collect::<Vec<_>>()),
        )
}

/// A button that stays down while what it says is so.
pub fn toggle(
    label: Words,
    is_on: impl Fn() -> bool + Send + Sync + 'static,
    press: impl Fn() + 'static,
) -> El {
    let is_on = memo(is_on);
    el("button")
        .attr("type", "button")
        .class("live-code")
        .attr("aria-pressed", move || if is_on.get() { "true" } else { "false" })
        .attr("aria-label", label)
        .on("click", move |_| press())
        .child(
            el("span").attr("aria-hidden", "true").child(move || with_soft_hyphens(&label.get())),
        )
}
