//! The base of components that every page is built from.
//!
//! They know no language and no record: words come in as [`TextProp`](leptos::prelude::TextProp)
//! and follow the language while the page is open, values come in as signals and go out through
//! callbacks. Native HTML does the work; what they add is looks, words and names.

mod button;
mod card;
mod choice;
mod date_field;
mod field;
mod focus;
mod icon;
mod icon_button;
mod icon_paths;
mod ids;
mod link_button;
mod number_field;
mod page;
mod select_field;
mod shell;
mod text;
mod text_area;
mod text_field;
mod time_field;

pub use button::{Button, ButtonKind};
pub use card::{Card, CardLink};
pub use choice::Choice;
pub use date_field::DateField;
pub use field::{Field, FieldIds};
pub use focus::focus_field;
pub use icon::{Icon, IconName, IconSize};
pub use icon_button::IconButton;
pub use ids::fresh_id;
pub use link_button::LinkButton;
pub use number_field::NumberField;
pub use page::{ActionBar, BackLink, Page};
pub use select_field::SelectField;
pub use shell::{MAIN_ID, Place, Shell};
pub use text_area::TextArea;
pub use text_field::TextField;
pub use time_field::TimeField;
