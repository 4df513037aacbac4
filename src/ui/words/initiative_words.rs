//! An initiative in words: its kind, its time and its team.

use crate::domain::initiative::Initiative;
use crate::platform::format;
use crate::ui::dom::{Words, words};
use crate::ui::shell::{App, now};

/// The name of an initiative's kind, following the language.
pub fn kind_name(app: App, initiative: &Initiative) -> Words {
    let content = app.content();
    let kind = initiative.kind();
    words(move || {
        let known = kind.and_then(|kind| content.kind(kind));
        known.map(|kind| kind.title.get(app.lang()).to_owned()).unwrap_or_default()
    })
}

/// From when to when it runs.
pub fn period(app: App, initiative: &Initiative) -> Words {
    let (from, to) = (initiative.from(), initiative.to());
    words(move || {
        let day = |day| format::day(app.lang(), day);
        match (from, to) {
            (Some(from), Some(to)) => format!("{} – {}", day(from), day(to)),
            (Some(from), None) => now!(app, initiative.since, day = day(from)),
            (None, Some(to)) => now!(app, initiative.until, day = day(to)),
            (None, None) => String::new(),
        }
    })
}

/// The people by initials, with what each of them is.
pub fn team(app: App, initiative: &Initiative) -> Words {
    let content = app.content();
    let team: Vec<_> = initiative.team().into_iter().map(|(_, member)| member).collect();
    words(move || {
        let named = team.iter().filter(|member| !member.initials.trim().is_empty()).map(|member| {
            let role = content.roles.iter().find(|role| role.id == member.role.0);
            match role {
                Some(role) => format!("{} ({})", member.initials, role.label.get(app.lang())),
                None => member.initials.clone(),
            }
        });
        named.collect::<Vec<_>>().join(", ")
    })
}
