//! The guide: what can be looked up about working with an initiative, searched and by phase.

use std::cell::RefCell;

use crate::domain::guide::{Topic, guide};
use crate::domain::text::Localized;
use crate::ui::kit::phase_mark;
use crate::ui::kit::prelude::*;

thread_local! {
    /// What was searched last: it is there again for whoever comes back from a topic.
    static ASKED: RefCell<String> = const { RefCell::new(String::new()) };
}

/// The page of the guide.
pub fn guide_page() -> View {
    let app = use_app();
    let asked = RwSignal::new(ASKED.with_borrow(Clone::clone));
    let ask = move |text: String| {
        ASKED.replace(text.clone());
        asked.set(text);
    };
    let is_asked = move || asked.with(|asked| !asked.trim().is_empty());
    let found = move || guide().search(&asked.get(), app.lang());
    let count = move || match (is_asked(), found().len()) {
        (false, _) => String::new(),
        (true, 0) => now!(app, guide.none),
        (true, n) => now!(app, guide.found, n = n),
    };
    let hits = move || {
        list(each(
            found,
            |(topic, line)| format!("{} {line}", topic.id),
            move |(topic, line)| row(app, topic).detail(line).element(),
        ))
    };
    let search = Field::new(say!(app, guide.search))
        .hint(say!(app, guide.search_hint))
        .text(asked, ask)
        .max_length(80)
        .last();
    let content = el("div")
        .class("prose stack-loose stack")
        .child(el("p").class("lead").child(say!(app, guide.lead)))
        .child(
            el("div")
                .class("stack")
                .attr("role", "search")
                .child(search)
                .child(el("p").class("soft").attr("role", "status").child(count))
                .child(show(is_asked, hits)),
        )
        .child(show(move || !is_asked(), move || topics(app)));
    Page::new(say!(app, guide.title)).back("/", say!(app, guide.back_home)).child(content).view()
}

/// All topics, by phase.
fn topics(app: App) -> View {
    let parts = (0..=4_u8).map(|phase| {
        let id = format!("phase-{phase}");
        let heading = el("h2").id(id.clone());
        let heading = match phase {
            1 => heading.child(phase_mark(1, say!(app, guide.phase_1), false)),
            2 => heading.child(phase_mark(2, say!(app, guide.phase_2), false)),
            3 => heading.child(phase_mark(3, say!(app, guide.phase_3), false)),
            0 => heading.child(say!(app, guide.before)),
            _ => heading.child(say!(app, guide.after)),
        };
        let of = guide().topics.iter().filter(|topic| topic.phase == phase);
        let rows = of.map(|topic| row(app, topic).detail(said(app, &topic.lead)));
        el("section")
            .class("part guide-phase")
            .attr("aria-labelledby", id)
            .child(heading)
            .child(list(rows.collect::<Vec<_>>()))
    });
    el("div").class("stack-loose stack").child(parts.collect::<Vec<El>>()).view()
}

fn row(app: App, topic: &'static Topic) -> ListRow {
    ListRow::new(said(app, &topic.title)).href(format!("/guide/{}", topic.id))
}

/// A text of the guide that follows the language.
pub fn said(app: App, text: &'static Localized) -> Words {
    words(move || text.get(app.lang()).to_owned())
}
