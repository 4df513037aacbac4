//! What is asked of the list of observations, as it stands in the address.

use leptos_router::hooks::use_query_map;

use crate::app::store::{Filter, Query};
use crate::ui::kit::prelude::*;

/// The address's name for how many pages are shown.
pub const PAGES: &str = "vis";

/// What is asked and how much of the answer is shown. Copy it into closures freely.
#[derive(Clone, Copy)]
pub struct Asking {
    pub query: RwSignal<Query>,
    pub pages: RwSignal<u32>,
}

impl Asking {
    /// Asks something else: the answer is shown from its beginning.
    pub fn ask(self, filter: Filter, asked: String) {
        self.pages.set(1);
        self.query.update(|query| query.set(filter, asked));
    }

    /// What is asked of a filter.
    pub fn asked(self, filter: Filter) -> Signal<String> {
        memo(move || self.query.with(|query| query.get(filter).to_owned()))
    }

    /// From the address.
    pub fn read() -> Self {
        let mut query = Query::default();
        let pages = use_query_map().with_untracked(|asked| {
            for filter in Filter::ALL {
                query.set(filter, asked.get(filter.key()).unwrap_or_default());
            }
            asked.get(PAGES).and_then(|pages| pages.parse().ok())
        });
        Self { query: RwSignal::new(query), pages: RwSignal::new(pages.unwrap_or(1).max(1)) }
    }

    pub fn address(self) -> String {
        let mut parts: Vec<String> = self.query.with_untracked(|query| {
            let asked = query.asked();
            asked
                .map(|(key, asked)| format!("{key}={}", js_sys::encode_uri_component(asked)))
                .collect()
        });
        let pages = self.pages.get_untracked();
        parts.extend((pages > 1).then(|| format!("{PAGES}={pages}")));
        let parts = parts.join("&");
        if parts.is_empty() {
            "/observationer".to_owned()
        } else {
            format!("/observationer?{parts}")
        }
    }
}

/// The id of the field for words.
pub const WORDS: &str = "words";
