//! Elements made by hand, over Leptos' signals.
//!
//! Leptos' own views give every element a type of its own, and the compiler writes each of them
//! out: with a page for everything a school does that was two thirds of what a first visit
//! downloads. Here an element is made at once by a plain call, and what follows a signal follows it
//! through one effect, so a page costs the bytes of its calls. Signals, owners, contexts and the
//! router are Leptos' own.
//!
//! Three rules: what is made belongs to the owner it was made under and stops following when that
//! goes; a closure in place of a value is followed; a handler holds signals and never its own
//! element, or neither could be freed.

mod attribute;
mod content;
mod each;
mod element;
mod live;
mod on_page;
mod signals;

pub use attribute::{Attribute, Value};
pub use content::{Content, View};
pub use each::each;
pub use element::{El, checked_of, el, key_of, svg, value_of};
pub use live::{focus_in_place, follow, show};
pub use on_page::on_page;
pub use signals::{Press, Told, Words, memo, press, told, words};
