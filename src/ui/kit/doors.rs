//! Ways to other places of the app, by their address.

use super::card::CardLink;
use super::icon::icon;
use super::icon_name::IconName;
use super::link_button::LinkButton;
use super::list::list;
use crate::app::plan::Standing;
use crate::app::store::List;
use crate::domain::record::Kind;
use crate::domain::voices::PULSE_FORM;
use crate::ledger::RecordId;
use crate::ui::dom::{View, el};
use crate::ui::shell::{App, say, shown, use_stored};
use crate::ui::voices::collaboration_door;
use crate::ui::voices::list::ALL;

/// The way to the guide from other pages.
pub fn guide_card(app: App) -> CardLink {
    CardLink::new("/guide", say!(app, guide.open))
        .lead(icon(IconName::Bookmark))
        .child(el("p").class("soft").child(say!(app, guide.card_text)))
}

/// The way here from the first page, for those who have several initiatives.
pub fn door(app: App) -> CardLink {
    CardLink::new("/paa-tvaers", say!(app, across.title))
        .lead(icon(IconName::Initiatives))
        .child(el("p").class("soft").child(say!(app, across.card_text)))
}

/// The way to the evaluation from where time is set aside for it in the plan.
pub fn collaboration_way(app: App, initiative: RecordId) -> View {
    let found = use_stored(move |store| async move {
        store.standing(List::Of(initiative, Kind::Collaboration), ALL).await
    });
    shown(found, move |found: Vec<Standing>| {
        list(collaboration_door(app, initiative, &found).element())
    })
}

/// The way to a quick pulse: one question to everybody.
pub fn pulse_link(app: App, initiative: RecordId) -> LinkButton {
    let address = format!("/samarbejde/ny?indsats={initiative}&slags={PULSE_FORM}");
    LinkButton::new(address, say!(app, staff.new_pulse)).icon(IconName::Tally)
}
