//! What a team has in common, for whoever takes a lesson: the stand, and the materials with who brings them.

use std::sync::Arc;

use super::repeat::Known;
use crate::domain::initiative::{Initiative, Listed};
use crate::ledger::RecordId;
use crate::ui::kit::prelude::*;
use crate::ui::shell::{RESOURCES, part_address};
use crate::ui::words::person_name;

/// The part of a lesson's page; nothing where nothing is written.
pub fn ground_part(app: App, of: impl Fn() -> Option<RecordId> + 'static, known: &Known) -> View {
    let known = Arc::clone(known);
    let content = move || {
        let rec = of()?;
        let (_, initiative) = known.iter().find(|(known, _)| *known == rec)?;
        part(app, rec, initiative)
    };
    content.view()
}

fn part(app: App, rec: RecordId, it: &Initiative) -> Option<El> {
    let stand = it.stand().trim().to_owned();
    let materials = it.named(Listed::Material).into_iter();
    let materials: Vec<El> = materials.map(|(id, name)| material(app, it, &id, &name)).collect();
    if stand.is_empty() && materials.is_empty() {
        return None;
    }
    let stand = (!stand.is_empty()).then(|| {
        let text = el("p").class("as-written").child(stand);
        (el("h3").child(say!(app, ground.stand)), text).view()
    });
    let materials = (!materials.is_empty()).then(|| {
        let list = el("ul").class("ground-list").child(materials);
        (el("h3").child(say!(app, ground.materials)), list).view()
    });
    let quiet = |href, label, icon| LinkButton::new(href, label).kind(ButtonKind::Quiet).icon(icon);
    let purpose =
        quiet(format!("/indsatser/{rec}/formaal"), say!(app, purpose.open), IconName::Note);
    let edit = quiet(part_address(rec, RESOURCES), say!(app, ground.edit), IconName::Edit);
    Some(
        bare_section("ground", say!(app, ground.for_all))
            .child(stand)
            .child(materials)
            .child(el("div").class("row").child(purpose).child(edit)),
    )
}

/// `Centicubes · AL · Er skaffet`.
fn material(app: App, it: &Initiative, id: &str, name: &str) -> El {
    let place = Listed::Material.place(id);
    let who = it.who(&place).map(|who| now!(app, ground.brings_it, who = person_name(app, &who)));
    let got = if it.is_done(&place) { now!(app, ground.got) } else { now!(app, ground.missing) };
    let said = [Some(name.to_owned()), who, Some(got)].into_iter().flatten();
    el("li").child(said.collect::<Vec<_>>().join(" · "))
}
