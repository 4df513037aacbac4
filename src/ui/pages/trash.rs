//! What has been put away: back again, or gone for good.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::app::Summary;
use crate::ledger::RecordId;
use crate::ui::components::{
    BackLink, Button, ButtonKind, Dialog, EmptyState, IconName, List, ListRow, Page, TextField,
};
use crate::ui::loaded::{shown, use_stored};
use crate::ui::state::{App, use_app};
use crate::ui::texts::{now, say, text};
use crate::ui::titles;

/// The page of the trash.
#[component]
pub fn Trash() -> impl IntoView {
    let app = use_app();
    let found = use_stored(|store| async move { store.trash().await });
    let erasing = RwSignal::new(None::<(RecordId, String)>);
    view! {
        <Page
            title=say!(app, trash.title)
            back=BackLink::new("/indstillinger", say!(app, trash.back))
        >
            <p class="soft">{say!(app, trash.text)}</p>
            {shown(
                found,
                move |found| {
                    if found.is_empty() {
                        return view! {
                            <EmptyState
                                icon=IconName::Trash
                                title=say!(app, trash.empty)
                                text=say!(app, trash.empty_text)
                            />
                        }
                            .into_any();
                    }
                    let rows = found.into_iter().map(move |summary| row(app, summary, erasing));
                    view! { <List>{rows.collect_view()}</List> }.into_any()
                },
            )}
            <Erase app=app erasing=erasing />
        </Page>
    }
}

fn row(app: App, summary: Summary, erasing: RwSignal<Option<(RecordId, String)>>) -> impl IntoView {
    let rec = summary.rec;
    let at = summary.changed;
    let title = move || titles::record(app, &summary.kind, &summary.fields);
    let restore = move || {
        spawn_local(async move {
            match app.store().bring_back(rec).await {
                Ok(_) => {
                    app.has_stored();
                    app.toasts.say(text!(app, trash.restored));
                }
                Err(error) => app.complain(&error),
            }
        });
    };
    let name = title.clone();
    let ask = Callback::new(move |()| erasing.set(Some((rec, name()))));
    view! {
        <ListRow
            title=title
            detail=move || now!(app, trash.removed_at, at = app.moment(at))
            trail=move || {
                view! {
                    <Button
                        label=say!(app, trash.restore)
                        icon=IconName::Undo
                        on_press=restore
                    />
                    <Button
                        label=say!(app, trash.erase)
                        kind=ButtonKind::Quiet
                        on_press=ask
                    />
                }
            }
        />
    }
}

/// Erasing for good asks for a word, because nothing can undo it.
#[component]
fn Erase(app: App, erasing: RwSignal<Option<(RecordId, String)>>) -> impl IntoView {
    let typed = RwSignal::new(String::new());
    let close = move || {
        typed.set(String::new());
        erasing.set(None);
    };
    let word = say!(app, trash.word);
    let agrees = move || typed.get().trim().to_lowercase() == word.get();
    let not_yet = Signal::derive(move || (!agrees()).then(|| now!(app, trash.type_the_word)));
    let erase = move || {
        let Some((rec, _)) = erasing.get_untracked() else { return };
        spawn_local(async move {
            match app.store().erase(rec).await {
                Ok(()) => {
                    app.has_stored();
                    app.toasts.say(text!(app, trash.erased));
                }
                Err(error) => app.complain(&error),
            }
            close();
        });
    };
    let name = move || erasing.get().map(|(_, name)| name).unwrap_or_default();
    view! {
        <Dialog
            open=Signal::derive(move || erasing.with(Option::is_some))
            on_close=close
            title=say!(app, trash.erase_title)
            close_label=say!(app, form.close)
            actions=move || {
                view! {
                    <Button
                        label=say!(app, trash.erase)
                        kind=ButtonKind::Loss
                        on_press=erase
                        disabled_reason=not_yet
                    />
                }
            }
        >
            <p class="strong">{name}</p>
            <p>{say!(app, trash.erase_text)}</p>
            <TextField
                label=say!(app, trash.word_label)
                value=typed
                on_input=move |text| typed.set(text)
                enter_key="done"
            />
        </Dialog>
    }
}
