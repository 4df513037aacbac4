//! The forms in a file that nobody can fill in, because something is wrong with them.

use serde_json::Value;

use super::read::Incoming;
use crate::domain::forms::{Fault, parse_template};
use crate::domain::record::Kind;
use crate::domain::text::Lang;

/// A version of a form that is published in a file and cannot be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FaultyForm {
    /// What it is called in Danish and in English, where that can be read.
    title: [String; 2],
    /// Everything that is wrong with it.
    pub faults: Vec<Fault>,
}

impl FaultyForm {
    /// What it is called in a language, or in the one that there is; may be empty.
    pub fn title(&self, lang: Lang) -> &str {
        let [da, en] = &self.title;
        let (first, second) = if lang == Lang::Da { (da, en) } else { (en, da) };
        if first.is_empty() { second } else { first }
    }
}

impl Incoming {
    /// The versions of forms that cannot be used, whether or not somebody changed them after they
    /// were written.
    pub fn faulty_forms(&self) -> Vec<FaultyForm> {
        let all = self.intact.iter().chain(&self.altered).map(|revision| revision.body());
        let forms = all.filter(|body| body.kind == Kind::Template.word());
        let values = forms.flat_map(|body| &body.change.set);
        let published = values.filter(|(path, _)| path.starts_with("published/"));
        published.filter_map(|(_, form)| faulty(form)).collect()
    }
}

fn faulty(form: &Value) -> Option<FaultyForm> {
    let faults = parse_template(form).err()?;
    let title = |lang| {
        let text = form.get("title").and_then(|title| title.get(lang)).and_then(Value::as_str);
        text.unwrap_or_default().trim().to_owned()
    };
    Some(FaultyForm { title: ["da", "en"].map(title), faults })
}
