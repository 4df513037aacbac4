//! One page: the app bar with its title and action, the content, and what stands beside it.

use std::sync::atomic::{AtomicBool, Ordering};

use leptos::html;
use leptos::prelude::*;
use leptos_router::components::A;

use super::address::address;
use super::focus::focus_in_place;
use super::icon::{Icon, IconName};
use super::shell::MAIN_ID;
use super::text::words;

/// Whether a page has been shown: the first one leaves the focus where the browser put it.
static SHOWN: AtomicBool = AtomicBool::new(false);

/// The way back from a page to the one above it.
#[derive(Debug, Clone)]
pub struct BackLink {
    /// Where it goes.
    pub href: String,
    /// Where that is: "Tilbage til Indsatser".
    pub label: TextProp,
}

impl BackLink {
    /// A way back.
    pub fn new(href: impl Into<String>, label: impl Into<TextProp>) -> Self {
        Self { href: href.into(), label: label.into() }
    }
}

/// A page in the [`Shell`](super::Shell). When it is shown after another, its title takes the
/// focus, so that a screen reader says where we are.
#[component]
pub fn Page(
    /// Where am I: the one `h1`, and the document's title.
    #[prop(into)]
    title: TextProp,
    /// The page above this one.
    #[prop(optional, into)]
    back: Option<BackLink>,
    /// The state, as a quiet line under the title: a [`StatusLine`](super::StatusLine), badges.
    #[prop(optional, into)]
    state: ViewFn,
    /// The one action of the page, at the end of the bar.
    #[prop(optional, into)]
    action: ViewFn,
    /// What stands beside the content at 1100 px and more, and under it otherwise.
    #[prop(optional, into)]
    aside: Option<ViewFn>,
    /// The name of what stands beside, for screen readers.
    #[prop(optional, into)]
    aside_label: TextProp,
    /// The content.
    children: Children,
) -> impl IntoView {
    let title = words(title);
    let aside_label = words(aside_label);
    let heading = NodeRef::<html::H1>::new();
    Effect::new(move || {
        if let Some(heading) = heading.get()
            && SHOWN.swap(true, Ordering::Relaxed)
        {
            focus_in_place(&heading);
        }
    });
    Effect::new(move || document().set_title(&format!("{} – Indsats", title.get())));
    let split = aside.is_some();
    let aside = aside.map(|aside| {
        view! {
            <aside class="page-aside" aria-label=move || aside_label.get()>
                {aside.run()}
            </aside>
        }
    });
    view! {
        <div class="page" class:page-split=split>
            <header class="app-bar">
                <div class="app-bar-row">
                    {back.map(|back| view! { <Back back=back /> })}
                    <div class="app-bar-words">
                        <h1
                            class="app-bar-title"
                            // A long title steps down a size instead of pushing the page away.
                            class:app-bar-title-long=move || title.with(|t| t.chars().count() > 24)
                            tabindex="-1"
                            node_ref=heading
                        >
                            {move || title.get()}
                        </h1>
                        {state.run()}
                    </div>
                    <div class="app-bar-action">{action.run()}</div>
                </div>
            </header>
            <div class="page-body">
                <main class="page-main" id=MAIN_ID tabindex="-1">
                    {children()}
                </main>
                {aside}
            </div>
        </div>
    }
}

#[component]
fn Back(back: BackLink) -> impl IntoView {
    let label = words(back.label);
    view! {
        <A
            href=address(&back.href)
            attr:class="button icon-button app-bar-back"
            attr:aria-label=move || label.get()
            attr:title=move || label.get()
        >
            <Icon name=IconName::Back />
        </A>
    }
}

/// A bar above the places, where the thumb is, for what is used most on the page. Put it last in
/// the page's content.
#[component]
pub fn ActionBar(
    /// The buttons, the most used last.
    children: Children,
) -> impl IntoView {
    view! { <div class="action-bar">{children()}</div> }
}
