//! The whole of an initiative on one page of paper: what it was for, what was done, what was learnt and
//! what is decided. Nothing of a single pupil is on it.

use std::rc::Rc;

use leptos::prelude::Get as _;

use super::report_paper::{Sheet, sheet};
use crate::app::initiative::goals::GoalLook;
use crate::app::plan::InitiativePlan;
use crate::app::store::{AppError, Clock as _, List, Standing};
use crate::domain::initiative::Initiative;
use crate::domain::measurement::Measurement;
use crate::domain::observation::{Observation, is_made};
use crate::domain::record::{Kind, Record as _, without_codes};
use crate::ledger::RecordId;
use crate::platform::clock::BrowserClock;
use crate::ui::kit::prelude::*;
use crate::ui::measurement::ALL as MEASURED;
use crate::ui::paper::print_button;
use crate::ui::shell::Store;
use crate::ui::voices::list::ALL as SURVEYED;
use crate::ui::words::{Counted, titles};

/// What the page shows, looked up at once.
pub type Found = Option<(Initiative, Option<InitiativePlan>, [Vec<Standing>; 2])>;

/// The page.
pub fn report(rec: RecordId) -> View {
    let app = use_app();
    let found = use_stored(move |store| look(store, rec));
    shown(found, move |found: Found| match found {
        Some((initiative, plan, measured)) => page(app, rec, initiative, plan, measured),
        None => not_found(),
    })
}

/// Looks up an initiative with what belongs to it.
pub async fn look(store: Rc<Store>, rec: RecordId) -> Result<Found, AppError> {
    let Some(opened) = store.record(rec).await? else { return Ok(None) };
    if opened.summary.known_kind() != Some(Kind::Initiative) {
        return Ok(None);
    }
    let plan = store.plan_of(rec).await?;
    let measured = store.standing(List::Of(rec, Kind::Measurement), MEASURED).await?;
    let surveyed = store.standing(List::Of(rec, Kind::Survey), SURVEYED).await?;
    Ok(Some((Initiative::read(&opened.fields()), plan, [measured, surveyed])))
}

fn page(
    app: App,
    rec: RecordId,
    initiative: Initiative,
    plan: Option<InitiativePlan>,
    [measured, surveyed]: [Vec<Standing>; 2],
) -> View {
    let known = codes_in_use(plan.as_ref(), &measured);
    let observations = plan.iter().flat_map(|plan| &plan.items);
    let observations = observations.filter(|it| it.kind == Kind::Observation);
    let observations = observations.filter(|it| is_made(&it.fields)).count();
    let counted = Counted::of(plan.as_ref());
    let today = BrowserClock.today();
    let goals = plan.as_ref().map(|plan| GoalLook::all(plan, &measured, &surveyed, today));
    let goals = goals.unwrap_or_default();
    let named = initiative.clone();
    let measured: Vec<Measurement> =
        measured.iter().map(|(_, fields)| Measurement::read(fields)).collect();
    sheet_page(
        app,
        (format!("/indsatser/{rec}/forankring"), say!(app, report.back)),
        (say!(app, report.title), say!(app, report.intro)),
        (named, known),
        Box::new(move |on| sheet(on, &initiative, &goals, (counted, observations), &measured)),
        View::nothing(),
    )
}

/// A page that shows one sheet of paper of an initiative, with the codes of pupils that are in use: where
/// it leads back to, what it is and whom it is for, what makes the sheet, and what can be done with it.
pub fn sheet_page(
    app: App,
    (back, back_label): (String, Words),
    (title, intro): (Words, Words),
    (named, known): (Initiative, Vec<String>),
    make: Box<dyn Fn(&mut Sheet) -> El>,
    more: View,
) -> View {
    let codes = known.clone();
    let content = move || {
        let mut notes = Sheet::new(app, known.clone());
        let sheet = make(&mut notes);
        let said = |is: bool, text: String| is.then(|| el("p").child(text));
        let (masked, cut) = (
            said(notes.is_masked, now!(app, report.masked)),
            said(notes.is_cut, now!(app, report.cut)),
        );
        let intro = Notice::new(NoticeKind::Info, intro).child((masked, cut));
        (el("div").class("no-print").child(intro), sheet).view()
    };
    Page::new(words(move || {
        let of = titles::initiative(app, &named);
        let of = without_codes(&of, &codes, &now!(app, report.pupil));
        format!("{}: {of}", title.get())
    }))
    .back(back, back_label)
    .action(print_button(app))
    .child(el("div").class("stack-loose stack").child(content).child(more))
    .view()
}

/// The codes that pupils have in what belongs to the initiative.
pub fn codes_in_use(plan: Option<&InitiativePlan>, measured: &[Standing]) -> Vec<String> {
    let listed = plan.into_iter().flat_map(|plan| plan.initiative.pupils());
    let observed = plan.into_iter().flat_map(|plan| &plan.items);
    let observed = observed.filter(|it| it.kind == Kind::Observation);
    let observed = observed.flat_map(|it| Observation::read(&it.fields).pupils());
    let measured = measured.iter().flat_map(|(_, fields)| Measurement::read(fields).pupils());
    listed.chain(observed).chain(measured).map(|code| code.to_uppercase()).collect()
}

impl Sheet {
    /// Words that people wrote, fit to leave the team: without codes, and not longer than so many letters.
    pub fn fit(&mut self, text: &str, most: usize) -> String {
        let text = text.trim();
        let clean = without_codes(text, &self.known, &now!(self.app, report.pupil));
        self.is_masked |= clean != text;
        match clean.char_indices().nth(most) {
            None => clean,
            Some((end, _)) => {
                self.is_cut = true;
                format!("{} …", clean.get(..end).unwrap_or_default().trim_end())
            }
        }
    }
}
