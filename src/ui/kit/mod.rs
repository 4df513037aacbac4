//! What every page is built from: components, and what a record's page needs around its form.
//!
//! The components know no language and no record: words come in as
//! [`Words`](crate::ui::dom::Words) and follow the language while the page is open, values come
//! in as signals and go out through callbacks. Native HTML does the work; what they add is
//! looks, words and names.
//!
//! A field is a question first and its control second: `Field::new(label).hint(…).text(value,
//! on_input)`. What is pressed does not fade in over many frames, and no style asks what an
//! element holds (`:has()`): it would be matched anew at every node that comes or goes. The
//! line that says whether all is saved is quiet for the first 300 ms; that something is on its
//! way is there from the first key on as `aria-busy`.

mod aims;
mod area;
mod badge;
mod bound;
mod button;
mod calendar_file;
mod card;
mod checks;
mod choice;
mod choice_frame;
mod clock;
mod device_notices;
mod dialog;
pub mod doors;
mod empty_state;
mod error_summary;
mod facts;
mod field;
mod file_pick;
mod focus;
mod guide_link;
mod hand_over;
mod icon;
mod icon_button;
mod icon_name;
mod ids;
mod input;
pub mod jot_rows;
mod lesson_start;
mod link;
mod link_button;
mod list;
mod new_record;
mod not_found;
mod notice;
mod page;
mod phase_mark;
pub mod plan_row;
pub(crate) mod prelude;
mod radio_tile;
mod radios;
mod record_links;
mod record_rows;
mod scale;
mod section;
mod select;
mod shell;
mod status_line;
mod stepper;
mod tabs;
mod tick;
mod toast;
mod typed_word;
pub mod undo;

pub use aims::aim_or_words;
pub use area::Area;
pub use badge::{BadgeKind, badge};
pub use bound::{people_to_choose, read, said};
pub use button::{Button, ButtonKind};
pub use calendar_file::{Calendared, calendar_file};
pub use card::{CardLink, card};
pub use checks::Checks;
pub use choice::Choice;
pub use clock::{clock_text, keep_awake, minutes, ticking};
pub use device_notices::{by_hand, offline, update};
pub use dialog::Dialog;
pub use doors::guide_card;
pub use empty_state::EmptyState;
pub use error_summary::{FieldError, error_summary};
pub use facts::figure;
pub use field::Field;
pub use file_pick::file_pick;
pub use focus::focus_field;
pub use guide_link::guide_link;
pub use hand_over::{Ready, hand_over, made_file, make};
pub use icon::icon;
pub use icon_button::IconButton;
pub use icon_name::IconName;
pub use ids::fresh_id;
pub use input::Input;
pub use jot_rows::{new_jot, remove, rows};
pub use lesson_start::{A_DAY, Asked, Start, clock, initiative_field, lesson, planned};
pub use link::{base, link, start_over};
pub use link_button::LinkButton;
pub use list::{ListRow, list, list_named};
pub use new_record::{
    is_new, new_agreement, new_goal, new_group, new_initiative, new_loan, new_observation,
    new_of_day,
};
pub use not_found::not_found;
pub use notice::{Notice, NoticeKind};
pub use page::{Page, action_bar};
pub use phase_mark::phase_mark;
pub use plan_row::row;
pub use record_links::{blank_link, history_link, observation_links};
pub use record_rows::{draft_row, observation_row};
pub use scale::{Rating, RatingLevel, Scale};
pub use section::{bare_section, section, soft};
pub use select::Select;
pub use shell::{MAIN_ID, Place, shell};
pub use status_line::{SaveStatus, status_line};
pub use stepper::Stepper;
pub use tabs::{tab_panel, tabs};
pub use tick::tick;
pub use toast::{ToastQueue, toasts};
pub use typed_word::TypedWord;
pub use undo::{put_away, put_away_button, say_made, say_removed, take_away};
