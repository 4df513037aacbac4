//! Words as they reach a component: fixed, or following the language while the page is open.

use leptos::prelude::*;

/// A handle that can be copied into every closure that shows the text.
pub(super) fn words(text: TextProp) -> Signal<String> {
    Signal::derive(move || text.get().into_owned())
}

/// The same for words that may be left out.
pub(super) fn maybe_words(text: Option<TextProp>) -> Option<Signal<String>> {
    text.map(words)
}
