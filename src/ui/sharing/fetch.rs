//! Fetching files: first what would happen, then doing it, then what happened.

use std::sync::Arc;

use futures::FutureExt;
use leptos::task::spawn_local;
use web_sys::File;

use crate::app::store::Access;
use crate::domain::record::Fields;
use crate::exchange::{self, Incoming, MAX_BYTES, Plan};
use crate::ledger::RecordId;
use crate::platform::files;
use crate::ui::kit::file_pick;
use crate::ui::kit::prelude::*;
use crate::ui::words::{errors, fault_list, titles};

/// A file that could not be read, and why.
#[derive(Debug, Clone, PartialEq)]
struct Refused {
    name: String,
    said: String,
}

/// Where fetching is.
#[derive(Clone)]
enum Step {
    /// Nothing has been picked.
    Idle,
    /// Files are being read.
    Reading,
    /// What would happen. Nothing has.
    Preview { files: Arc<Vec<Incoming>>, plan: Arc<Plan>, refused: Vec<Refused> },
    /// What has happened.
    Done { plan: Arc<Plan> },
}

/// How many records are named in a preview; the rest are counted.
const NAMED: usize = 12;

/// The part of the page that fetches.
pub fn fetch() -> View {
    let app = use_app();
    let step = RwSignal::new(Step::Idle);
    let pick = file_pick(say!(app, fetch.pick), true, move |picked| {
        step.set(Step::Reading);
        async move {
            let next = look_into(app, picked).await.unwrap_or(Step::Idle);
            step.try_set(next);
        }
        .boxed_local()
    });
    let state = move || match step.get() {
        Step::Idle => View::nothing(),
        Step::Reading => soft(say!(app, fetch.reading)).view(),
        Step::Preview { files, plan, refused } => preview(app, files, &plan, refused, step),
        Step::Done { plan } => done(app, &plan),
    };
    (pick, el("div").class("stack").attr("aria-live", "polite").child(state)).view()
}

/// Reads the picked files and works out what they would do. `None` where the store refused.
async fn look_into(app: App, picked: Vec<File>) -> Option<Step> {
    let lang = app.lang_now();
    let (mut incoming, mut refused) = (Vec::new(), Vec::new());
    for file in picked {
        let said = match files::read(&file, MAX_BYTES).await {
            Ok(bytes) => match exchange::read(&bytes) {
                Ok(found) => {
                    incoming.push(found);
                    continue;
                }
                Err(error) => errors::bundle(lang, &error),
            },
            Err(error) => errors::file(lang, error),
        };
        refused.push(Refused { name: file.name(), said });
    }
    match app.store().preview(&incoming, false).await {
        Ok(plan) => {
            Some(Step::Preview { files: Arc::new(incoming), plan: Arc::new(plan), refused })
        }
        Err(error) => {
            app.complain(&error);
            None
        }
    }
}

fn preview(
    app: App,
    files: Arc<Vec<Incoming>>,
    plan: &Plan,
    refused: Vec<Refused>,
    step: RwSignal<Step>,
) -> View {
    let take_altered = RwSignal::new(false);
    let has_files = !files.is_empty();
    let nothing_new = plan.is_nothing_new();
    let (altered, unreadable) = (plan.altered, plan.unreadable);
    let refused = refused
        .into_iter()
        .map(|file| Notice::new(NoticeKind::Warning, file.name).child(el("p").child(file.said)));
    let not_whole = (has_files && !plan.whole).then(|| {
        let text = say!(app, fetch.not_whole_text, n = altered, unreadable = unreadable);
        let take = (altered > 0).then(|| altered_check(app, take_altered));
        Notice::new(NoticeKind::Warning, say!(app, fetch.not_whole))
            .child((el("p").child(text), take))
    });
    let dropped = plan.dropped.len();
    let all_known = (has_files && nothing_new).then(|| {
        // What was erased here is not here, and does not come back by itself.
        let (title, text) = match dropped {
            0 => (say!(app, fetch.nothing_new), say!(app, fetch.nothing_new_text)),
            n => (say!(app, fetch.nothing_wanted), say!(app, fetch.dropped, n = n)),
        };
        Notice::new(NoticeKind::Info, title).child(el("p").child(text))
    });
    let lang = app.lang_now();
    let faulty = files.iter().flat_map(Incoming::faulty_forms).map(|form| {
        let title = form.title(lang).to_owned();
        let title = if title.is_empty() { text!(app, faults.no_title) } else { title };
        Notice::new(NoticeKind::Warning, say!(app, faults.in_file, title = title))
            .child(el("p").child(say!(app, faults.in_file_text)))
            .child(fault_list(app, form.faults))
    });
    let can_fetch = has_files && (!nothing_new || altered > 0);
    (
        refused.collect::<Vec<_>>(),
        sources(app, &files),
        (not_whole, faulty.collect::<Vec<_>>()),
        all_known,
        (!nothing_new).then(|| contents(app, plan)),
        can_fetch.then(|| buttons(app, files, take_altered, step)),
    )
        .view()
}

/// Whether what was changed after it was written is taken in as well.
fn altered_check(app: App, take: RwSignal<bool>) -> View {
    const ID: &str = "altered";
    let choices = vec![Choice::new(ID, say!(app, fetch.take_altered))];
    let value = memo(move || if take.get() { vec![ID.to_owned()] } else { Vec::new() });
    Field::new(say!(app, fetch.altered_label))
        .checks(Signal::stored(choices), value, move |_, on| take.set(on))
        .view()
}

/// Leaving it, and doing it.
fn buttons(
    app: App,
    files: Arc<Vec<Incoming>>,
    take_altered: RwSignal<bool>,
    step: RwSignal<Step>,
) -> El {
    let busy = RwSignal::new(false);
    let fetch = move || {
        let files = Arc::clone(&files);
        busy.set(true);
        spawn_local(async move {
            match app.store().import(&files, take_altered.get_untracked()).await {
                Ok(imported) => {
                    app.has_stored();
                    let plan = Arc::new(imported.plan);
                    step.try_set(Step::Done { plan });
                }
                Err(error) => app.complain(&error),
            }
            busy.try_set(false);
        });
    };
    let cancel = move || step.set(Step::Idle);
    let go = say!(app, fetch.go);
    el("div")
        .class("row")
        .child(Button::new(say!(app, fetch.cancel), cancel).kind(ButtonKind::Quiet))
        .child(
            Button::new(go, fetch)
                .kind(ButtonKind::Primary)
                .icon(IconName::Download)
                .busy(busy, go),
        )
}

/// Where the files are from, and when they were made.
fn sources(app: App, files: &[Incoming]) -> Vec<El> {
    let rows = files.iter().map(|file| {
        let made = u64::try_from(file.header.made.timestamp_millis()).unwrap_or_default();
        let author = file.header.author.clone();
        let source = move || {
            let at = app.moment(made);
            if author.is_empty() {
                now!(app, fetch.from_someone, at = at)
            } else {
                now!(app, fetch.from, author = author, at = at)
            }
        };
        el("p").class("soft").child(source)
    });
    rows.collect()
}

/// What would happen, or has happened, record by record.
fn contents(app: App, plan: &Plan) -> View {
    let new = plan.new.iter().map(|rec| (*rec, true));
    let changed = plan.changed.iter().map(|rec| (*rec, false));
    let rows = new.chain(changed).take(NAMED);
    let rows = rows.filter_map(|(rec, is_new)| row(app, plan, rec, is_new));
    let rows: Vec<ListRow> = rows.collect();
    let rest = (plan.new.len() + plan.changed.len()).saturating_sub(NAMED);
    let counts = {
        let (new, changed, known) = (plan.new.len(), plan.changed.len(), plan.known.len());
        let conflicts = plan.conflicts.len();
        say!(app, fetch.counts, new = new, changed = changed, known = known, conflicts = conflicts)
    };
    let unknown = plan.after.records().filter_map(|rec| plan.after.view(rec));
    let unknown = unknown
        .filter(|view| plan.new.contains(&view.rec) || plan.changed.contains(&view.rec))
        .filter(|view| Access::to(&view.kind, view.schema) == Access::ReadOnly)
        .count();
    let (erasing, dropped) = (plan.erasing.len(), plan.dropped.len());
    (
        el("p").class("strong").child(counts),
        (unknown > 0).then(|| el("p").child(say!(app, fetch.unknown, n = unknown))),
        (erasing > 0).then(|| Notice::new(NoticeKind::Loss, say!(app, fetch.erasing, n = erasing))),
        (dropped > 0).then(|| el("p").child(say!(app, fetch.dropped, n = dropped))),
        list_named(say!(app, fetch.records), rows),
        (rest > 0).then(|| soft(say!(app, fetch.and_more, n = rest))),
    )
        .view()
}

fn row(app: App, plan: &Plan, rec: RecordId, is_new: bool) -> Option<ListRow> {
    let view = plan.after.view(rec)?;
    let fields = Fields(view.values());
    let kind = view.kind;
    let (mark, detail) = match (is_new, plan.conflicts.contains_key(&rec)) {
        (_, true) => (IconName::Conflict, say!(app, fetch.row_conflict)),
        (true, false) => (IconName::Check, say!(app, fetch.row_new)),
        (false, false) => (IconName::Check, say!(app, fetch.row_changed)),
    };
    let title = words(move || titles::record(app, &kind, &fields));
    Some(ListRow::new(title).detail(detail).lead(icon(mark)))
}

fn done(app: App, plan: &Plan) -> View {
    let choose = (!plan.conflicts.is_empty()).then(|| {
        LinkButton::new("/del/uenigheder", say!(app, overview.choose)).kind(ButtonKind::Primary)
    });
    let notice = Notice::new(NoticeKind::Info, text!(app, fetch.done)).actions(choose);
    (notice, contents(app, plan)).view()
}
