//! What a new question begins with: enough that only its own words are missing.

use serde_json::json;

use crate::domain::forms::TemplateDraft;
use crate::domain::text::Lang;
use crate::ui::kit::prelude::*;
use crate::ui::shell::text_in;

const BOTH: [Lang; 2] = [Lang::Da, Lang::En];

/// The four levels that the built-in forms have.
fn level_words(lang: Lang) -> [&'static str; 4] {
    [
        text_in!(lang, editor.level_1),
        text_in!(lang, editor.level_2),
        text_in!(lang, editor.level_3),
        text_in!(lang, editor.level_4),
    ]
}

/// The part that an empty form begins with.
pub fn first_section(draft: &mut TemplateDraft, id: &str) {
    draft.add("sections", id);
    draft.put(&format!("sections/{id}/when"), Some(json!("during")));
    for lang in BOTH {
        let word = text_in!(lang, editor.first_section);
        draft.set_text(&format!("sections/{id}/title"), lang, word);
    }
}

/// Adds a question of a kind at the end of a section.
pub fn add(app: App, draft: &mut TemplateDraft, section: &str, item: &str, kind: &str) {
    draft.add_item(section, item, kind);
    fill(app, draft, item, kind);
}

/// Makes a question one of another kind. What it had for the first stays, should it come back.
pub fn change_kind(app: App, draft: &mut TemplateDraft, item: &str, kind: &str) {
    draft.put(&format!("items/{item}/kind"), Some(json!(kind)));
    fill(app, draft, item, kind);
}

/// Puts in what the kind cannot be without, where it is not there.
fn fill(app: App, draft: &mut TemplateDraft, item: &str, kind: &str) {
    let path = |key: &str| format!("items/{item}/{key}");
    let empty = |draft: &mut TemplateDraft, list: &str, count: usize| {
        let list = path(list);
        for _ in draft.list(&list).len()..count {
            draft.add(&list, &app.store().new_part());
        }
    };
    match kind {
        "rating" if draft.list(&path("levels")).is_empty() => {
            for place in 0..4 {
                let id = app.store().new_part();
                draft.add(&path("levels"), &id);
                for lang in BOTH {
                    let word = level_words(lang).get(place).copied().unwrap_or_default();
                    draft.set_text(&path(&format!("levels/{id}/label")), lang, word);
                }
            }
            for lang in BOTH {
                draft.set_text(&path("notSeen"), lang, text_in!(lang, editor.not_seen_word));
            }
            draft.put(&path("comment"), Some(json!(true)));
        }
        "choice" | "multi" => empty(draft, "options", 2),
        "tally" => empty(draft, "counters", 1),
        "interval" if draft.value(&path("seconds")).is_none() => {
            draft.put(&path("seconds"), Some(json!(120)));
            draft.put(&path("allowed"), Some(json!([60, 120, 180, 300])));
            empty(draft, "tracks", 1);
            for track in draft.list(&path("tracks")) {
                for lang in BOTH {
                    let word = text_in!(lang, editor.track_word);
                    draft.set_text(&path(&format!("tracks/{track}/label")), lang, word);
                }
                empty(draft, &format!("tracks/{track}/codes"), 2);
            }
        }
        "roles" if draft.list(&path("models")).is_empty() => {
            for model in &app.content().co_teaching {
                draft.add(&path("models"), &model.id);
                for lang in BOTH {
                    let label = path(&format!("models/{}/label", model.id));
                    draft.set_text(&label, lang, model.title.get(lang));
                }
            }
        }
        _ => {}
    }
}
