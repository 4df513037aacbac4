//! What was kept of surveys whose answers are gone, on the initiative's page.

use crate::analysis::pupil_figures::Bars;
use crate::domain::initiative::{Initiative, KeptSpread};
use crate::domain::text::Localized;
use crate::domain::voices::{Asks, Survey, SurveyQuestion};
use crate::platform::format;
use crate::ui::kit::prelude::*;
use crate::ui::words::{dots, drawn, labels, localized, titles};

/// The part of the page; nothing where nothing is kept.
pub fn kept_part(app: App, initiative: &Initiative) -> Option<El> {
    let all: Vec<El> = initiative.kept_spreads().iter().map(|it| kept(app, it)).collect();
    (!all.is_empty()).then(|| {
        section("kept-spreads", say!(app, staff.kept))
            .child(soft(say!(app, staff.kept_text)))
            .child(all)
    })
}

/// One round, folded.
fn kept(app: App, kept: &KeptSpread) -> El {
    let mut it = Survey::default();
    it.set_base(&kept.form);
    let (named, day, n) = (it.clone(), kept.day, kept.n);
    let head = words(move || {
        let day = day.map(|day| format::day(app.lang(), day));
        let counted = now!(app, survey.n_answered, n = n);
        let parts = [Some(titles::survey(app, &named)), day, Some(counted)];
        parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
    });
    let questions: Vec<View> = kept
        .counts
        .iter()
        .filter_map(|(item, counts)| {
            let question = question(&it, kept, item)?;
            let labels = labels(&it, &question);
            let bars = Bars { counts: counts.clone(), n: counts.iter().sum() };
            let said = match it.is_of_staff() {
                true => dots(app, &labels, &bars).view(),
                false => drawn(app, &labels, &bars),
            };
            let asked = el("h3").child(localized(question.text));
            Some(el("div").class("stack-tight stack").child(asked).child(said).view())
        })
        .collect();
    el("details")
        .class("fold")
        .child(el("summary").child(head))
        .child(el("div").class("stack").child(questions))
}

/// A question that was asked: the app's, or one of the school's own by its words.
fn question(it: &Survey, kept: &KeptSpread, item: &str) -> Option<SurveyQuestion> {
    it.question(item).or_else(|| {
        let (_, words) = kept.own.iter().find(|(id, _)| id == item)?;
        let text = Localized { da: words.clone(), en: None };
        Some(SurveyQuestion { id: item.to_owned(), aloud: text.clone(), text, asks: Asks::Step })
    })
}
