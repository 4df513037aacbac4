//! The agreements of an initiative, on its page.

use crate::app::agreement::Agreed;
use crate::domain::agreement::Agreement;
use crate::ledger::RecordId;
use crate::ui::kit::prelude::*;
use crate::ui::words::{day_and_time, stage_badge, who_whom};

/// The part of the page.
pub fn agreements_part(app: App, initiative: RecordId, agreed: &[Agreed], editable: bool) -> El {
    let new = move || {
        let address = format!("/aftaler/ny?indsats={initiative}");
        LinkButton::new(address, say!(app, agreement.new)).icon(IconName::Add)
    };
    let content = || -> View {
        if agreed.is_empty() {
            let (title, text) = (say!(app, agreement.none), say!(app, agreement.none_text));
            let empty = EmptyState::new(IconName::People, title, text);
            return if editable { empty.action(new()).view() } else { empty.view() };
        }
        let rows: Vec<_> = agreed.iter().map(|agreed| row(app, agreed)).collect();
        (list(rows), editable.then(|| el("div").class("row").child(new()))).view()
    };
    bare_section("agreements", say!(app, agreement.list)).child(content())
}

/// A row for an agreement: when, who and how far.
pub fn row(app: App, agreed: &Agreed) -> ListRow {
    let agreement = agreed.agreement();
    let waits_for = agreement.waits_for();
    let whom = agreement.clone();
    ListRow::new(words(move || when(app, &agreement)))
        .detail(words(move || who_whom(app, &whom)))
        .href(format!("/aftaler/{}", agreed.summary.rec))
        .lead(icon(IconName::People))
        .trail(stage_badge(app, agreed.stage(), waits_for))
}

/// As a title: `Tirsdag den 24. november kl. 8.15`.
fn begun_large(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

fn when(app: App, agreement: &Agreement) -> String {
    match agreement.day() {
        Some(day) => begun_large(&day_and_time(app, day, agreement.begins())),
        None => now!(app, title.agreement),
    }
}
