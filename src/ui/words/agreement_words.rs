//! An agreement in the words people have for it, in lists and on its own page.

use chrono::{NaiveDate, NaiveTime};

use crate::domain::agreement::{Agreement, ONLY_PARTIES, Side, Stage, Term};
use crate::domain::calendar::iso;
use crate::domain::text::Lang;
use crate::platform::format;
use crate::ui::dom::{El, words};
use crate::ui::kit::{BadgeKind, badge};
use crate::ui::shell::{App, now, say};

/// People in a row: `AL og SO`, `KA, AL og SO`.
pub fn joined(app: App, people: &[String]) -> String {
    match people {
        [] => String::new(),
        [one] => one.clone(),
        [rest @ .., last] => format!("{} {} {last}", rest.join(", "), now!(app, agreement.and)),
    }
}

/// `tirsdag den 24. november kl. 8.15`.
pub fn day_and_time(app: App, day: NaiveDate, time: Option<NaiveTime>) -> String {
    let day = format::weekday(app.lang(), day);
    match time {
        Some(time) => now!(app, agreement.at, day = day, time = clock(app, time)),
        None => day,
    }
}

/// `8.15`, `8:15`.
fn clock(app: App, time: NaiveTime) -> String {
    let written = iso::write_time(time);
    let short = written.strip_prefix('0').unwrap_or(&written).to_owned();
    if app.lang() == Lang::Da { short.replace(':', ".") } else { short }
}

/// `KA observerer AL og SO`.
pub fn who_whom(app: App, agreement: &Agreement) -> String {
    let side = |side| joined(app, &agreement.side(side));
    let (observer, observed) = (side(Side::Observer), side(Side::Observed));
    if observer.is_empty() || observed.is_empty() {
        return now!(app, agreement.who_missing);
    }
    now!(app, agreement.who_whom, observer = observer, observed = observed)
}

/// `7.c · KA observerer AL og SO`: what to know an agreement by where its day stands beside it.
pub fn known_by(app: App, agreement: &Agreement) -> String {
    let class = Some(agreement.class().trim().to_owned()).filter(|class| !class.is_empty());
    let parts = class.into_iter().chain([who_whom(app, agreement)]);
    parts.collect::<Vec<_>>().join(" · ")
}

/// `Noter kun for KA, AL og SO`; nothing where nothing is agreed about it.
pub fn who_sees(app: App, agreement: &Agreement) -> String {
    let seen_by = agreement.term(Term::SeenBy);
    if seen_by.is_empty() {
        String::new()
    } else if seen_by == ONLY_PARTIES {
        let mut people = agreement.side(Side::Observer);
        people.extend(agreement.side(Side::Observed));
        now!(app, agreement.notes_only, who = joined(app, &people))
    } else {
        let answer = app.content().feedback.field(Term::SeenBy.id()).answer(&seen_by);
        now!(app, agreement.notes_for, who = answer.get(app.lang()))
    }
}

/// How far an agreement has come, as a badge.
pub fn stage_badge(app: App, stage: Stage, waits_for: Vec<String>) -> El {
    match stage {
        Stage::Draft => badge(BadgeKind::Draft, say!(app, badge.draft)),
        Stage::Ready => badge(
            BadgeKind::Plain,
            words(move || now!(app, agreement.waits_for, who = joined(app, &waits_for))),
        ),
        Stage::Agreed => badge(BadgeKind::Done, say!(app, agreement.stage_agreed)),
        Stage::Observed => badge(BadgeKind::Plain, say!(app, agreement.stage_observed)),
        Stage::Talked => badge(BadgeKind::Plain, say!(app, agreement.stage_talked)),
        Stage::FollowedUp => badge(BadgeKind::Done, say!(app, agreement.stage_followed_up)),
    }
}
