//! The base of components that every page is built from.
//!
//! They know no language and no record: words come in as [`Words`](crate::ui::dom::Words) and
//! follow the language while the page is open, values come in as signals and go out through
//! callbacks. Native HTML does the work; what they add is looks, words and names.

mod area;
mod badge;
mod button;
mod card;
mod checks;
mod choice;
mod choice_frame;
mod dialog;
mod empty_state;
mod error_summary;
mod field;
mod file_pick;
mod focus;
mod icon;
mod icon_button;
mod icon_name;
mod ids;
mod input;
mod link;
mod link_button;
mod list;
mod notice;
mod page;
mod phase_mark;
mod radio_tile;
mod radios;
mod scale;
mod select;
mod shell;
mod status_line;
mod stepper;
mod tabs;
mod tick;
mod toast;

pub use area::Area;
pub use badge::{BadgeKind, badge};
pub use button::{Button, ButtonKind};
pub use card::{CardLink, card};
pub use checks::Checks;
pub use choice::Choice;
pub use dialog::Dialog;
pub use empty_state::EmptyState;
pub use error_summary::{FieldError, error_summary};
pub use field::Field;
pub use file_pick::file_pick;
pub use focus::focus_field;
pub use icon::{IconSize, icon, icon_sized};
pub use icon_button::IconButton;
pub use icon_name::IconName;
pub use ids::fresh_id;
pub use input::Input;
pub use link::{base, link, start_over};
pub use link_button::LinkButton;
pub use list::{ListRow, list, list_named};
pub use notice::{Notice, NoticeKind};
pub use page::{Page, action_bar};
pub use phase_mark::phase_mark;
pub use radios::Radios;
pub use scale::{Rating, RatingLevel, Scale};
pub use select::Select;
pub use shell::{MAIN_ID, Place, shell};
pub use status_line::{SaveStatus, status_line};
pub use stepper::Stepper;
pub use tabs::{tab_panel, tabs};
pub use tick::tick;
pub use toast::{ToastQueue, toasts};
