//! Something that stands by itself: an initiative, a draft, a fact with its actions.

use leptos::prelude::*;
use leptos_router::components::A;

use super::address::address;
use super::icon::{Icon, IconName};
use super::text::words;

/// Space and a hairline around what belongs together.
#[component]
pub fn Card(
    /// What is in it.
    children: Children,
) -> impl IntoView {
    view! { <div class="card">{children()}</div> }
}

/// A card that is one link. The link's name is the title alone; what stands under it is read after.
#[component]
pub fn CardLink(
    /// Where it goes.
    #[prop(into)]
    href: Signal<String>,
    /// What it is called.
    #[prop(into)]
    title: TextProp,
    /// What stands before the title: an icon or a phase mark.
    #[prop(optional, into)]
    lead: ViewFn,
    /// What stands under the title: badges, a line of text, a status.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let title = words(title);
    view! {
        <article class="card card-link">
            <div class="card-head">
                {lead.run()}
                <h2 class="card-title">
                    <A href=move || address(&href.get())>{move || title.get()}</A>
                </h2>
                <span class="card-go">
                    <Icon name=IconName::Forward />
                </span>
            </div>
            {children.map(|children| children())}
        </article>
    }
}
