//! One topic of the guide, as a page to read.

use leptos_router::hooks::use_query_map;

use super::guide_page::said;
use crate::domain::guide::{Block, Outside, Term, guide};
use crate::domain::text::Localized;
use crate::platform::network;
use crate::ui::kit::prelude::*;

/// The page of a topic.
pub fn guide_topic(id: &str) -> View {
    let app = use_app();
    let Some(topic) = guide().topic(id) else { return not_found() };
    // Whoever came from their work goes back to it; an address outside the app is no way back.
    let from = use_query_map().with_untracked(|query| query.get("fra"));
    let from = from.filter(|from| from.starts_with('/') && !from.starts_with("//"));
    let mut links = el("ul").class("outside-list").attr("role", "list");
    let mut has_links = false;
    let mut content = el("article")
        .class("prose guide stack")
        .child(el("p").class("lead").child(said(app, &topic.lead)));
    // Under a heading the names of things are a level below it.
    let mut name = "h2";
    for block in &topic.blocks {
        match block {
            Block::Link(link) => {
                has_links = true;
                links = links.child(el("li").child(outside(app, link)));
            }
            block => {
                if matches!(block, Block::Heading(_)) {
                    name = "h3";
                }
                content = content.child(part(app, block, name));
            }
        }
    }
    let source = el("p").class("guide-source").child(said(app, &topic.source));
    let read_more =
        has_links.then(|| bare_section("read-more", say!(app, guide.read_more)).child(links));
    let all = from
        .is_some()
        .then(|| LinkButton::new("/guide", say!(app, guide.all)).kind(ButtonKind::Quiet));
    let (back, label) = match from {
        Some(from) => (from, say!(app, guide.back_from)),
        None => ("/guide".to_owned(), say!(app, guide.back)),
    };
    let content = el("div")
        .class("stack-loose stack")
        .child(content.child(source))
        .child(read_more)
        .child(all);
    Page::new(said(app, &topic.title)).back(back, label).child(content).view()
}

fn part(app: App, block: &'static Block, name: &'static str) -> View {
    match block {
        Block::Text(it) => el("p").child(said(app, it)).view(),
        Block::Why(it) => el("p").class("guide-why").child(said(app, it)).view(),
        Block::Heading(it) => el("h2").child(said(app, it)).view(),
        Block::Points(points) => self::points(app, points).view(),
        Block::Terms(terms) => {
            terms.iter().map(|it| term(app, it, name)).collect::<Vec<_>>().view()
        }
        Block::Fact(it) => figure(app, it).view(),
        Block::Link(it) => outside(app, it).view(),
        Block::Works(works) => {
            // They are cited as they are, in whatever language the app is read.
            let works = works.iter().map(|work| el("li").child(work.clone()));
            let works = works.collect::<Vec<_>>();
            el("ul").class("works").attr("lang", "da").child(works).view()
        }
    }
}

fn points(app: App, points: &'static [Localized]) -> El {
    let points = points.iter().map(|point| el("li").child(said(app, point)));
    el("ul").class("points").child(points.collect::<Vec<_>>())
}

fn term(app: App, term: &'static Term, name: &'static str) -> El {
    let minutes = term
        .minutes
        .map(|n| el("span").class("soft").child(" ").child(say!(app, guide.minutes, n = n)));
    let has_points = !term.points.is_empty();
    el("section")
        .class("guide-term")
        .child(el(name).child(said(app, &term.title)).child(minutes))
        .child(term.text.as_ref().map(|text| el("p").child(said(app, text))))
        .child(has_points.then(|| points(app, &term.points)))
}

/// A link that leaves the app: it says so, and nothing is asked for before it is pressed.
fn outside(app: App, link: &'static Outside) -> El {
    let press = move |event: web_sys::Event| {
        if network::is_offline() {
            event.prevent_default();
            app.toasts.say(text!(app, guide.no_net));
        }
    };
    el("a")
        .class("outside")
        .attr("href", link.url.clone())
        .attr("target", "_blank")
        .attr("rel", "noopener noreferrer")
        .on("click", press)
        .child(icon(IconName::Forward))
        .child(
            el("span")
                .child(el("span").class("outside-title").child(said(app, &link.title)))
                .child(el("span").class("soft small").child(say!(
                    app,
                    guide.leaves,
                    site = link.site()
                ))),
        )
}
