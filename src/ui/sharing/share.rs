//! Sharing and fetching: a file out, files in.

use leptos::task::spawn_local;

use super::fetch::fetch;
use crate::app::sharing::Scope;
use crate::app::store::{AppError, List, Summary};
use crate::domain::initiative::Initiative;
use crate::domain::record::{Kind, Record};
use crate::exchange::About;
use crate::ledger::RecordId;
use crate::ui::kit::prelude::*;
use crate::ui::kit::{Ready, made_file, make};
use crate::ui::words::titles;

/// How many initiatives are offered.
const CHOICES: u32 = 100;

const EVERYTHING: &str = "everything";

/// The page of sharing and fetching.
pub fn share() -> View {
    let app = use_app();
    let conflicts = use_stored(|store| async move { Ok(store.conflicts().await?.len()) });
    let undecided = move |count: usize| {
        (count > 0).then(|| {
            Notice::new(NoticeKind::Warning, say!(app, overview.conflicts, n = count))
                .actions(LinkButton::new("/del/uenigheder", say!(app, overview.choose)))
        })
    };
    let all = el("div")
        .class("stack-loose stack")
        .child(shown(conflicts, undecided))
        .child(part("share", say!(app, share.out), say!(app, share.out_text), out(app)))
        .child(part("fetch", say!(app, share.fetch), say!(app, share.fetch_text), fetch()));
    let across =
        LinkButton::new("/paa-tvaers", say!(app, across.title)).icon(IconName::Initiatives);
    let all = all.child(el("div").class("row").child(across));
    Page::new(say!(app, share.title)).child(all).view()
}

fn part(id: &'static str, heading: Words, text: Words, content: View) -> El {
    el("section")
        .class("part stack")
        .attr("aria-labelledby", id)
        .child(el("h2").id(id).child(heading))
        .child(el("p").class("soft").child(text))
        .child(content)
}

fn out(app: App) -> View {
    let initiatives = use_stored(|store| async move {
        Ok(store.list(List::Kind(Kind::Initiative), None, CHOICES).await?.items)
    });
    let chosen = RwSignal::new(EVERYTHING.to_owned());
    let ready = RwSignal::new(None::<Ready>);
    let busy = RwSignal::new(false);
    let make = move || {
        busy.set(true);
        spawn_local(async move {
            match prepare(app, &chosen.get_untracked()).await {
                Ok(made) => drop(ready.try_set(Some(made))),
                Err(said) => app.toasts.say(said),
            }
            busy.try_set(false);
        });
    };
    let choose = move |id: Option<String>| {
        if let Some(id) = id {
            chosen.set(id);
            ready.set(None);
        }
    };
    shown(initiatives, move |initiatives: Vec<Summary>| {
        let everything = Choice::new(EVERYTHING, say!(app, share.everything))
            .described(say!(app, share.everything_text));
        let each = initiatives.iter().map(|summary| choice(app, summary));
        let choices: Vec<Choice> = std::iter::once(everything).chain(each).collect();
        let what = Field::new(say!(app, share.what)).radios(
            Signal::stored(choices),
            memo(move || Some(chosen.get())),
            choose,
        );
        let button = move || {
            Button::new(say!(app, share.make), make)
                .kind(ButtonKind::Primary)
                .icon(IconName::Upload)
                .busy(busy, say!(app, share.making))
        };
        let made = move || ready.get().map(|made| made_file(app, made, ready));
        (what, show(move || ready.with(Option::is_none), button), made)
    })
}

/// One initiative as an answer to what is shared.
fn choice(app: App, summary: &Summary) -> Choice {
    let initiative = Initiative::read(&summary.fields);
    let detail = if initiative.example() {
        say!(app, share.is_example)
    } else {
        titles::initiative_detail(&initiative).into()
    };
    let title = words(move || titles::initiative(app, &initiative));
    Choice::new(summary.rec.to_string(), title).described(detail)
}

/// Makes the file before the tap that hands it over: a browser shares only what it has in hand.
async fn prepare(app: App, chosen: &str) -> Result<Ready, String> {
    let store = app.store();
    let explain = |error: AppError| app.explain(&error);
    let mut what = "alt".to_owned();
    let mut scope = Scope { about: About::Everything, with_examples: false };
    if let Ok(rec) = chosen.parse::<RecordId>() {
        // Choosing the example by itself is asking for it.
        scope = Scope { about: About::Initiative(rec), with_examples: true };
        let opened = store.record(rec).await.map_err(explain)?;
        let initiative = opened.map(|opened| Initiative::read(&opened.fields()));
        let kind = initiative.and_then(|initiative| initiative.kind());
        what = kind.map_or("indsats", |kind| kind.id()).to_owned();
    }
    make(app, scope, &what).await
}
