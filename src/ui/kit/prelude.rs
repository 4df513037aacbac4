//! What nearly every page is written with: elements, components, what is stored and its form, and texts.
//!
//! A room says `use crate::ui::kit::prelude::*` and names what else it needs.

pub(crate) use leptos::prelude::*;

pub(crate) use super::{
    Area, BadgeKind, Button, ButtonKind, CardLink, Checks, Choice, Dialog, EmptyState, Field,
    FieldError, IconButton, IconName, Input, LinkButton, ListRow, Notice, NoticeKind, Page, Rating,
    RatingLevel, Scale, Select, Stepper, action_bar, badge, bare_section, card, error_summary,
    figure, focus_field, guide_link, history_link, icon, link, list, list_named, not_found,
    section, soft, tab_panel, tabs, tick,
};
pub(crate) use crate::ui::dom::{
    Content, El, Press, View, Words, each, el, key_of, memo, on_page, press, show, svg, words,
};
pub(crate) use crate::ui::shell::{
    App, Form, Loaded, Stored, now, saving_line, say, shown, text, use_app, use_stored,
    use_stored_once,
};
