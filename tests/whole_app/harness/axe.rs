//! What axe-core has to say about a screen.

use std::fmt::Write as _;
use std::sync::OnceLock;

use serde::Deserialize;
use serde_json::{Value, json};

use super::browser::Browser;

/// One rule that a screen breaks.
#[derive(Debug, Deserialize)]
pub struct Finding {
    /// The rule's name.
    pub id: String,
    /// What it asks for.
    pub help: String,
    /// How grave it is.
    pub impact: Option<String>,
    /// Where.
    pub nodes: Vec<Place>,
}

/// An element that breaks a rule.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Place {
    /// Selectors, from the outermost frame.
    pub target: Vec<Value>,
    /// The start of the element.
    pub html: String,
    /// What to mend.
    #[serde(default)]
    pub failure_summary: String,
}

/// Axe-core's source. It is not part of this project: the test run says where it is.
fn source() -> &'static str {
    static SOURCE: OnceLock<String> = OnceLock::new();
    SOURCE.get_or_init(|| {
        let path = std::env::var("INDSATS_AXE")
            .expect("axe-core is missing: say in INDSATS_AXE where its axe.min.js is.");
        std::fs::read_to_string(&path).unwrap_or_else(|error| {
            panic!("INDSATS_AXE says {path}, which cannot be read: {error}")
        })
    })
}

/// What is asked of a screen.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Rules {
    /// WCAG 2.2 AA and good practice.
    All,
    /// What another theme can break: names, order and sizes are the same in the dark.
    Colours,
}

impl Rules {
    fn in_words_of_axe(self) -> Value {
        let tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
        match self {
            Self::All => json!({ "type": "tag", "values": tags }),
            Self::Colours => {
                json!({ "type": "rule", "values": ["color-contrast", "link-in-text-block"] })
            }
        }
    }
}

impl Browser {
    /// Everything that axe-core finds on the screen as it is now.
    pub async fn accessibility_findings(&self, rules: Rules) -> Vec<Finding> {
        let there = self.script("return !!window.axe", vec![]).await;
        if there != json!(true) {
            self.script(source(), vec![]).await;
        }
        let found = self
            .script_async(
                "const [rules] = arguments;
                 // A colour half-way through a fade is nobody's finding.
                 await Promise.allSettled(document.getAnimations().filter(one => one.effect?.getComputedTiming().endTime < 5000)
                     .map(one => one.finished));
                 const result = await axe.run(document, { runOnly: rules, resultTypes: ['violations'] });
                 // What a fixed bar covers in part can be scrolled to: it counts where it is small in the middle, too.
                 const isSmall = async ({ target }) => {
                     document.querySelector(target[0])?.scrollIntoView({ block: 'center', behavior: 'instant' });
                     const again = await axe.run({ include: [target] }, { runOnly: { type: 'rule', values: ['target-size'] } });
                     return again.violations.length > 0;
                 };
                 const there = scrollY;
                 for (const violation of result.violations.filter(({ id }) => id === 'target-size')) {
                     const small = [];
                     for (const node of violation.nodes) if (await isSmall(node)) small.push(node);
                     violation.nodes = small;
                 }
                 scrollTo({ top: there, behavior: 'instant' });
                 return result.violations.filter(({ nodes }) => nodes.length > 0).map(({ id, help, impact, nodes }) =>
                     ({ id, help, impact, nodes: nodes.map(({ target, html, failureSummary }) => ({ target, html, failureSummary })) }));",
                vec![rules.in_words_of_axe()],
            )
            .await;
        serde_json::from_value(found).expect("axe-core answers in its own form")
    }

    /// Fails with every finding on the screen, in the light and in the dark. It is dark afterwards.
    pub async fn is_fine(&self, screen: &str) {
        self.dark(false).await;
        self.breaks_none_of(Rules::All, &format!("{screen}, light")).await;
        self.dark(true).await;
        self.breaks_none_of(Rules::Colours, &format!("{screen}, dark")).await;
    }

    /// Fails with every finding and its place.
    pub async fn assert_accessible(&self, screen: &str) {
        self.breaks_none_of(Rules::All, screen).await;
    }

    async fn breaks_none_of(&self, rules: Rules, screen: &str) {
        let findings = self.accessibility_findings(rules).await;
        if findings.is_empty() {
            return;
        }
        let mut told = String::new();
        for finding in &findings {
            let impact = finding.impact.as_deref().unwrap_or("?");
            let _ = writeln!(told, "  {} ({impact}): {}", finding.id, finding.help);
            for place in &finding.nodes {
                let selectors: Vec<_> = place.target.iter().map(Value::to_string).collect();
                let _ = writeln!(told, "    {}  {}", selectors.join(" "), place.html);
                for line in place.failure_summary.lines() {
                    let _ = writeln!(told, "      {line}");
                }
            }
        }
        panic!("{}: the screen \"{screen}\" has {} findings:\n{told}", self.who(), findings.len());
    }
}
