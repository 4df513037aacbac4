//! The base of components that every page is built from.
//!
//! They know no language and no record: words come in as [`TextProp`](leptos::prelude::TextProp)
//! and follow the language while the page is open, values come in as signals and go out through
//! callbacks. Native HTML does the work; what they add is looks, words and names.

mod address;
mod badge;
mod button;
mod card;
mod check_list;
mod choice;
mod choice_frame;
mod date_field;
mod dialog;
mod empty_state;
mod error_summary;
mod field;
mod focus;
mod icon;
mod icon_button;
mod icon_paths;
mod ids;
mod link_button;
mod list_row;
mod notice;
mod number_field;
mod page;
mod phase_mark;
mod radio_list;
mod radio_tile;
mod rating_scale;
mod segments;
mod select_field;
mod shell;
mod status_line;
mod stepper;
mod tabs;
mod text;
mod text_area;
mod text_field;
mod time_field;
mod toast;

pub use address::base;
pub use badge::{Badge, BadgeKind};
pub use button::{Button, ButtonKind};
pub use card::{Card, CardLink};
pub use check_list::CheckList;
pub use choice::Choice;
pub use date_field::DateField;
pub use dialog::Dialog;
pub use empty_state::EmptyState;
pub use error_summary::{ErrorSummary, FieldError};
pub use field::{Field, FieldIds};
pub use focus::focus_field;
pub use icon::{Icon, IconName, IconSize};
pub use icon_button::IconButton;
pub use ids::fresh_id;
pub use link_button::LinkButton;
pub use list_row::{List, ListRow};
pub use notice::{Notice, NoticeKind};
pub use number_field::NumberField;
pub use page::{ActionBar, BackLink, Page};
pub use phase_mark::PhaseMark;
pub use radio_list::RadioList;
pub use rating_scale::{Rating, RatingLevel, RatingScale};
pub use segments::Segments;
pub use select_field::SelectField;
pub use shell::{MAIN_ID, Place, Shell};
pub use status_line::{SaveStatus, StatusLine};
pub use stepper::Stepper;
pub use tabs::{TabPanel, Tabs};
pub use text_area::TextArea;
pub use text_field::TextField;
pub use time_field::TimeField;
pub use toast::{ToastQueue, Toasts};
