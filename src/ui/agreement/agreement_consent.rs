//! Each party's own yes, to just the words that stand there now.

use leptos::task::spawn_local;

use crate::domain::agreement::{Agreement, Consent};
use crate::ui::kit::prelude::*;

/// The part of the page where each says yes.
pub fn consents(app: App, form: Form<Agreement>) -> El {
    // Made anew only when somebody's word is another, not when anything at all was written.
    let said = memo(move || {
        form.with(|it| {
            let parties = it.parties().into_iter();
            let said = parties.map(|who| match it.consent(&who) {
                Consent::Waits => format!("{who} waits"),
                Consent::Given(at) => format!("{who} given {at}"),
                Consent::Outdated(at) => format!("{who} outdated {at}"),
            });
            said.collect::<Vec<_>>()
        })
    });
    let rows = move || {
        // Read, not only tracked: a memo that nobody has read hears of nothing.
        said.with(Vec::len);
        form.value.with_untracked(|it| {
            let parties = it.parties().into_iter();
            parties.map(|who| row(app, form, it.consent(&who), who)).collect::<Vec<_>>()
        })
    };
    el("section")
        .class("part stack no-print")
        .attr("aria-labelledby", "consents")
        .child(el("h2").id("consents").child(say!(app, agreement.consents)))
        .child(el("p").child(say!(app, agreement.consents_text)))
        .child(el("div").class("consents").child(rows))
}

fn row(app: App, form: Form<Agreement>, consent: Consent, who: String) -> El {
    let said = who.clone();
    let words = move || match consent {
        Consent::Waits => None,
        Consent::Given(at) => Some(now!(app, agreement.agreed_at, who = said, at = app.moment(at))),
        Consent::Outdated(at) => {
            Some(now!(app, agreement.agreed_before, who = said, at = app.moment(at)))
        }
    };
    let is_given = matches!(consent, Consent::Given(_));
    let mark = match consent {
        Consent::Waits => None,
        Consent::Given(_) => Some(icon(IconName::Check)),
        Consent::Outdated(_) => Some(icon(IconName::History)),
    };
    let back_to = who.clone();
    let back = is_given.then(|| {
        let named = who.clone();
        Button::new(say!(app, agreement.take_back, who = named), move || {
            form.edit(|it| it.take_back(&back_to));
        })
        .kind(ButtonKind::Quiet)
    });
    let said =
        el("p").class("row grow-1").child(mark).child(el("span").class("grow-1").child(words));
    let said = el("div").class("row").child(said).child(back);
    let named = who.clone();
    let label = say!(app, agreement.agree, who = named);
    let agree = (!is_given)
        .then(|| Button::new(label, move || agree(app, form, &who)).icon(IconName::Check).wide());
    let has_words = consent != Consent::Waits;
    el("div").class("consent").child(has_words.then_some(said)).child(agree)
}

/// Says yes for whom the button is. The way back stands where the button was: a message would lie
/// over the next person's.
fn agree(app: App, form: Form<Agreement>, who: &str) {
    let (id, at) = (app.store().new_part(), app.store().now());
    form.edit(|it| it.confirm(who, &id, at));
    spawn_local(async move {
        // Refused, it is still on the screen, and the status line says so.
        form.seal().await;
    });
}

/// On paper: a line for each to sign on, and who has said yes on the screen.
pub fn signatures(app: App, it: &Agreement) -> View {
    let lines = it.parties().into_iter().map(|who| {
        let said = match it.consent(&who) {
            Consent::Given(at) => now!(app, agreement.agreed_at, who = who, at = app.moment(at)),
            _ => String::new(),
        };
        el("div")
            .class("agreement-sign")
            .child(el("span").child(now!(app, agreement.sign, who = who)))
            .child(el("span").class("agreement-line"))
            .child(el("span").child(said))
    });
    el("div").class("agreement-signs").child(lines.collect::<Vec<_>>()).view()
}
