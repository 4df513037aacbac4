//! Rows of a list: dates, observations, people.

use leptos::prelude::*;
use leptos_router::components::A;

use super::address::address;
use super::icon::{Icon, IconName};
use super::text::{maybe_words, words};

/// A list of [`ListRow`]s with a hairline between them.
#[component]
pub fn List(
    /// Its name for screen readers, when no heading stands above it.
    #[prop(optional, into)]
    label: Option<TextProp>,
    /// The rows.
    children: Children,
) -> impl IntoView {
    let label = maybe_words(label);
    view! {
        <ul class="list" role="list" aria-label=move || label.map(|label| label.get())>
            {children()}
        </ul>
    }
}

/// One row. With `href` the whole row is a link, named by its title alone.
#[component]
pub fn ListRow(
    /// What it is.
    #[prop(into)]
    title: TextProp,
    /// A quiet line under the title.
    #[prop(optional, into)]
    detail: Option<TextProp>,
    /// Where it goes.
    #[prop(optional, into)]
    href: Option<String>,
    /// What stands before the title: an icon, a phase mark, initials.
    #[prop(optional, into)]
    lead: ViewFn,
    /// What stands at the end: a badge, a time, a button.
    #[prop(optional, into)]
    trail: ViewFn,
) -> impl IntoView {
    let title = words(title);
    let detail = maybe_words(detail)
        .map(|text| view! { <span class="list-row-detail">{move || text.get()}</span> });
    let is_link = href.is_some();
    let name = match href {
        Some(href) => view! { <A href=address(&href)>{move || title.get()}</A> }.into_any(),
        None => view! { <span>{move || title.get()}</span> }.into_any(),
    };
    view! {
        <li class="list-row" class:list-row-link=is_link>
            <span class="list-row-lead">{lead.run()}</span>
            <span class="list-row-words">
                <span class="list-row-title">{name}</span>
                {detail}
            </span>
            <span class="list-row-trail">{trail.run()}</span>
            {is_link
                .then(|| {
                    view! {
                        <span class="card-go">
                            <Icon name=IconName::Forward />
                        </span>
                    }
                })}
        </li>
    }
}
