//! Who taught how, from when. Marking it belongs to the live screen.

use super::asked::{Asked, read};
use crate::domain::forms::Titled;
use crate::domain::observation::{Observation, RoleChange};
use crate::platform::format;
use crate::ui::kit::prelude::*;

pub fn roles(form: Form<Observation>, asked: Asked, models: Vec<Titled>) -> El {
    let app = use_app();
    let item = asked.id.clone();
    let changes = read(form, move |it| it.roles(&item));
    let shown = move || {
        let changes = changes.get();
        if changes.is_empty() {
            return soft(say!(app, live.no_roles)).view();
        }
        let line = |change: &RoleChange| {
            let model = models.iter().find(|it| it.id == change.model);
            let model = model.map(|it| it.label.get(app.lang())).unwrap_or_default();
            let lead = match change.lead.as_str() {
                "" => String::new(),
                lead => format!(" · {}", lead_name(app, form, lead)),
            };
            format!("{} {model}{lead}", format::time(app.lang(), change.at))
        };
        let lines = changes.iter().map(|(_, change)| el("li").child(line(change)));
        el("ul").class("shares").attr("role", "list").child(lines.collect::<Vec<_>>()).view()
    };
    asked.section(shown)
}

/// Who leads: an adult by initials, or by the letter they have in the form, or both.
pub fn lead_name(app: App, form: Form<Observation>, lead: &str) -> String {
    if lead == "ab" {
        return now!(app, live.both_lead);
    }
    let named = form.with(|it| it.adult(lead));
    let who = if named.is_empty() { lead.to_uppercase() } else { named };
    now!(app, live.leads, who = who)
}
