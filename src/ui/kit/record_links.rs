//! What else can be done with a record: its history, and for an observation paper and a comparison.

use super::button::ButtonKind;
use super::icon_name::IconName;
use super::link_button::LinkButton;
use crate::domain::forms::TemplateRef;
use crate::ledger::RecordId;
use crate::ui::dom::{El, el};
use crate::ui::shell::{App, say};
use crate::ui::words::titles;

/// The way to a record's history, for kinds that have a page.
pub fn history_link(app: App, kind: &str, rec: RecordId) -> Option<LinkButton> {
    let href = format!("{}/historik", titles::href(kind, rec)?);
    Some(
        LinkButton::new(href, say!(app, history.open))
            .kind(ButtonKind::Quiet)
            .icon(IconName::History),
    )
}

/// The ways from an observation.
pub fn observation_links(app: App, rec: RecordId) -> El {
    let to = |end: &str| format!("/observationer/{rec}/{end}");
    let quiet = |href, label, icon| LinkButton::new(href, label).kind(ButtonKind::Quiet).icon(icon);
    el("nav")
        .class("row")
        .attr("aria-label", say!(app, record.more))
        .child(quiet(to("udskrift"), say!(app, record.print_view), IconName::Note))
        .child(quiet(to("historik"), say!(app, history.open), IconName::History))
        .child(quiet(to("sammen"), say!(app, record.compare), IconName::Conflict))
}

/// The way to a blank form on paper.
pub fn blank_link(app: App, template: &TemplateRef) -> LinkButton {
    let href = format!("/tomt-skema/{}/{}", template.id, template.version);
    LinkButton::new(href, say!(app, record.blank)).kind(ButtonKind::Quiet).icon(IconName::Note)
}
