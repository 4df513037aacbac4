//! Parts of one thing, one at a time.

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

use super::choice::Choice;
use super::focus::focus_field;
use super::text::words;

fn tab_id(group: &str, id: &str) -> String {
    format!("{group}-tab-{id}")
}

fn panel_id(group: &str, id: &str) -> String {
    format!("{group}-panel-{id}")
}

/// The tabs. One is in the tab order; the arrows, Home and End go between them.
#[component]
pub fn Tabs(
    /// A name that ties the tabs to their [`TabPanel`]s; unique on the page.
    #[prop(into)]
    group: String,
    /// What the parts are parts of, for screen readers.
    #[prop(into)]
    label: TextProp,
    /// The parts; descriptions are not shown.
    tabs: Vec<Choice>,
    /// The id of the one that is shown.
    #[prop(into)]
    selected: Signal<String>,
    /// Told the id of the one asked for.
    #[prop(into)]
    on_select: Callback<String>,
) -> impl IntoView {
    let label = words(label);
    let order: Vec<String> = tabs.iter().map(|tab| tab.id.clone()).collect();
    let order = StoredValue::new(order);
    let group_name = StoredValue::new(group.clone());
    let key = move |event: KeyboardEvent| {
        let (Some(order), Some(now)) = (order.try_get_value(), selected.try_get_untracked()) else {
            return;
        };
        let Some(place) = order.iter().position(|id| *id == now) else {
            return;
        };
        let last = order.len().saturating_sub(1);
        let next = match event.key().as_str() {
            "ArrowRight" => (place + 1) % order.len(),
            "ArrowLeft" => place.checked_sub(1).unwrap_or(last),
            "Home" => 0,
            "End" => last,
            _ => return,
        };
        event.prevent_default();
        if let (Some(id), Some(group)) = (order.get(next), group_name.try_get_value()) {
            on_select.try_run(id.clone());
            focus_field(&tab_id(&group, id));
        }
    };
    let tab = move |tab: Choice| {
        let text = words(tab.label);
        let (mine, pressed) = (tab.id.clone(), tab.id.clone());
        let is_on = Memo::new(move |_| selected.with(|selected| *selected == mine));
        view! {
            <button
                type="button"
                class="tab"
                role="tab"
                id=tab_id(&group, &tab.id)
                aria-controls=panel_id(&group, &tab.id)
                aria-selected=move || if is_on.get() { "true" } else { "false" }
                tabindex=move || if is_on.get() { "0" } else { "-1" }
                on:click=move |_| {
                    on_select.try_run(pressed.clone());
                }
            >
                {move || text.get()}
            </button>
        }
    };
    view! {
        <div class="tabs" role="tablist" aria-label=move || label.get() on:keydown=key>
            {tabs.into_iter().map(tab).collect_view()}
        </div>
    }
}

/// What one tab shows. All panels stay in the page, so what is being written in one is there when
/// the person comes back.
#[component]
pub fn TabPanel(
    /// The name given to [`Tabs`].
    #[prop(into)]
    group: String,
    /// The tab's id.
    #[prop(into)]
    id: String,
    /// The id of the one that is shown.
    #[prop(into)]
    selected: Signal<String>,
    /// The part.
    children: Children,
) -> impl IntoView {
    let (panel, tab) = (panel_id(&group, &id), tab_id(&group, &id));
    view! {
        <div
            class="tab-panel"
            role="tabpanel"
            id=panel
            aria-labelledby=tab
            tabindex="0"
            hidden=move || selected.with(|selected| *selected != id)
        >
            {children()}
        </div>
    }
}
